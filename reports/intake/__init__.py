"""From the pasted text of a report to draft rows, confirmed by an editor on the way."""
