"""Words too long for their field: cut at a word, while the text of the report keeps them all."""

from django.db import models

from events.names import clean_text

_CUT = "…"


def shortened(text: str, model: type[models.Model], column: str) -> str:
    """The text on one line, as much of it as the field holds."""
    return cut(clean_text(text), model._meta.get_field(column).max_length)


def cut(text: str, most: int) -> str:
    """As much of a text as so many characters hold, up to a word of it."""
    if len(text) <= most:
        return text
    start = text[:most].rpartition(" ")[0].rstrip(" ,;:–-") or text[: most - len(_CUT)]
    return start + _CUT
