"""Make a damaged text legible again. Pure.

What changes the length is done first, by `legible`: the result is what positions count in.
`mended` then changes one character for one, so that a place in the one is a place in the other.
"""

import html
import re
import unicodedata
from collections.abc import Iterator

# Marks that cannot be seen and cut words apart for a search: the end of a line that may be
# hyphenated, the byte order, the direction of writing. The joiners of Persian and Hindi stay.
_INVISIBLE = "\0\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
_WRITTEN_OUT = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"}
_UNSEEN = re.compile(f"[{_INVISIBLE}{''.join(_WRITTEN_OUT)}]")
_LINE_END = re.compile(r"\r\n?|[\u2028\u2029]")
_ENTITY = re.compile(r"&(?:amp;)*([a-z]{2,8}|#[0-9]{2,6}|#x[0-9a-f]{2,5});", re.IGNORECASE)

# UTF-8 that was once read as Windows-1252: a leading character and those that follow it.
_FOLLOWING = "\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_MISREAD = re.compile(rf"(?:[ÂÃÄÅÆÇÈÉÐÑØÙàâãðï][{_FOLLOWING}]{{1,3}})+")
_TELLING = re.compile(r"â€|Ã[\x80-\xbf©¨¤¶¼±§‰–œŸ]|Â[\xa0«»·©]|É™|[ÐÑ][\x80-\xbf]")

# Windows characters in the place of control characters, and others that stand for a plain one.
_ONE_FOR_ONE = {
    "\x91": "‘", "\x92": "’", "\x93": "“", "\x94": "”", "\x95": "•", "\x96": "–", "\x97": "—",
    "\x85": "…", "\u2010": "-", "\u2011": "-", "\u2043": "•", "\uf0b7": "•",
    **dict.fromkeys("\t\x0b\x0c\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008"
                    "\u2009\u200a\u202f\u205f\u3000", " "),
}  # fmt: skip
_DAMAGED = re.compile(f"[{''.join(_ONE_FOR_ONE)}]")
# An apostrophe that was typed as a quotation mark, an accent, or lost: country"s, people´s, don?t.
_LOST_APOSTROPHE = re.compile(
    r"(?<=[^\W\d_])[\"´`″\ufffd?](?=(?:s|t|re|ll|ve|d|m)\b(?![\"”]))", re.IGNORECASE
)
# A mark that opens; one that closes; the end of the line, where nothing is open any more.
_QUOTE_OR_END = re.compile(r"((?<![^\s(\[–—-])\")|\"|\n")
_LOST_IN_FRENCH = re.compile(r"(?<=\b[cdjlmnstCDJLMNST])[´`\ufffd](?=[^\W\d_])")


def legible(text: str) -> str:
    """The text in whole characters, its lines ending as lines do.

    What was written as an entity or misread may have been so twice, hardly more often.
    """
    text = _LINE_END.sub("\n", text)
    for _twice in range(2):
        if "&" in text:
            text = _ENTITY.sub(_named, text)
        if _TELLING.search(text):
            text = _MISREAD.sub(_read_again, text)
    text = _UNSEEN.sub(lambda mark: _WRITTEN_OUT.get(mark.group(), ""), text)
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def mended(text: str) -> str:
    """The text with damaged characters replaced, one for one."""
    text = _DAMAGED.sub(lambda mark: _ONE_FOR_ONE[mark.group()], text)
    text = _LOST_IN_FRENCH.sub("’", text)
    return "".join(_with_apostrophes(text))


def _with_apostrophes(text: str) -> Iterator[str]:
    """`country"s` has an apostrophe; in `the "Novella"s` the mark closes what one before opened."""
    done, quoted = 0, False
    for lost in _LOST_APOSTROPHE.finditer(text):
        between = text[done : lost.start()]
        for mark in _QUOTE_OR_END.finditer(between):
            quoted = mark[1] is not None
        yield between
        closes = quoted and lost.group() == '"'
        yield lost.group() if closes else "’"
        quoted = quoted and not closes
        done = lost.end()
    yield text[done:]


def _named(entity: re.Match[str]) -> str:
    # A line end written as an entity would break a paragraph; markup stays what it is.
    character = html.unescape(f"&{entity[1]};")
    return character if character.isprintable() or character == "\xa0" else " "


def _read_again(run: re.Match[str]) -> str:
    damaged = run.group()
    # The few bytes that Windows-1252 leaves undefined were kept as control characters.
    data = b"".join(
        character.encode("latin-1") if "\x80" <= character <= "\x9f" else _byte(character)
        for character in damaged
    )
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return damaged


def _byte(character: str) -> bytes:
    return character.encode("cp1252", errors="ignore")
