"""The one address of a list among the many that show it, and which lists are worth finding.

Any filter can be added to any other, so a crawler would never be done: one filter, with a year, a
month or a day, is a page that somebody may search for; the rest is for readers only.
"""

from urllib.parse import urlencode

_DATES = ("from", "to")


def canonical_address(form, path: str, list_path: str) -> str:
    """The list's own path with its filters in one order, and neither cursors nor strangers."""
    given = _given(form)
    # The list from a month to the same month is the archive of that month.
    if path == list_path and given.get("from") and given.get("from") == given.get("to"):
        path = f"{list_path}{given.pop('from')[0].replace('-', '/')}/"
        del given["to"]
    return f"{path}?{urlencode(given, doseq=True)}" if given else path


def is_worth_finding(form, query) -> bool:
    """Whether search engines should keep the page: the first one, of one filter at most."""
    given = _given(form)
    filters = [text for name, texts in given.items() if name not in _DATES for text in texts]
    whole_period = given.get("from") == given.get("to")
    paged = "after" in query or "before" in query
    return len(filters) < 2 and "q" not in given and whole_period and not paged


def _given(form) -> dict[str, list[str]]:
    """The filters in use, in the form's order, each value once and as its page writes it."""
    # Words are read into something else, but written as they were typed.
    cleaned = {name: form.cleaned_data.get(name) for name in form.fields} | {"q": form.words}
    return {name: _texts(value) for name, value in cleaned.items() if value}


def _texts(value) -> list[str]:
    return sorted({_text(each) for each in (value if isinstance(value, list) else [value])})


def _text(value) -> str:
    return str(getattr(value, "value", value))
