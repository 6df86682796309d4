"""Which outlet or agency published a report, and which of its bureaus wrote it."""

import re
from collections.abc import Iterable

from reports.intake.wire.furniture import is_outlet
from reports.intake.wire.page_words import folded, page_words

_RIGHTS = re.compile(r"(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*", re.IGNORECASE)
_YEARS = re.compile(r"[\s,]*(?:19|20)[0-9]{2}(?:\s?[-–]\s?(?:(?:19|20)[0-9]{2}|[0-9]{2}))?[\s,.]*")
_OF_THE = re.compile(
    r"^\s*(?:of|der|des|de la|de l['’]|du|de|della|del|do|da)\s+(?:the\s+)?", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]{4,}")
_BUREAU_OF = re.compile(
    r"\s+(?:of|de|von|der|di|da|do)\s+[\"“«]?([^\W\d_a-z]\w*(?:\.\w+)*(?:[ ][^\W\d_a-z]\w*){0,2})"
)
_NOT_A_NAME = re.compile(r"[.,|;]\s|[|]|\s[-–—]\s|$")
_NAME_BEFORE = re.compile(
    r"(?:^|[\s(“\"«'])((?:[^\W\d_][\w.&-]*[ ]){0,3}[^\W\d_][\w.&-]*)[\"”»']?"
    r"(?:['’-]?[^\W\d_A-Z]{1,5})?$"
)
_NAME_AFTER = re.compile(
    r"\s+(?:die\s|der\s|l['’]|la\s|el\s|агентство\s)?[«\"“]?"
    r"([^\W\d_][\w.-]*(?:[ ][^\W\d_a-z][\w.-]*){0,2})"
)
_SIGNED = re.compile(r"[.!?”\"]\s?(?:[-–—]{1,2}\s?|[(/\[])([A-Z]{2,8})[)/\]]?\.?$")


def of_rights(text: str) -> str:
    """The name in "© 2026 The Example. All rights reserved"."""
    mark = _RIGHTS.search(text)
    if not mark:
        return ""
    if folded(text[mark.end() : mark.end() + 12].split(":")[0]) in page_words().photo:
        return ""  # whose pictures they are
    rest = _YEARS.sub(" ", text[mark.end() :] or text[: mark.start()]).strip(" ,.:-–—|")
    name = rest[: _NOT_A_NAME.search(rest).start()].strip(" ,.:")
    for phrase, reason in page_words().phrases.items():
        found = folded(name).find(phrase) if reason == "copyright" else -1
        if found >= 0:
            name = name[:found].strip(" ,.:-–")
    return name if 0 < len(name) <= 60 and name[:1].isalnum() and len(name.split()) <= 8 else ""


def of_reporting(paragraphs: Iterable[str]) -> str:
    """The agency in "…, Report informs" and its like."""
    for text in paragraphs:
        name = _before_verb(text) or _after(text, page_words().according_to)
        if name:
            return name
    return ""


def of_hearing(paragraphs: Iterable[str]) -> str:
    """The outlet in "…, she told The Example"."""
    return next(filter(None, (_after(text, page_words().told) for text in paragraphs)), "")


def of_sign_off(text: str) -> str:
    """The agency in the last words of a report: "… the conference. -EXA"."""
    signed = _SIGNED.search(text[-14:])
    return signed[1] if signed else ""


def _small(text: str) -> str:
    """Small letters, each in its place: the one that becomes two is replaced before."""
    return text.replace("İ", "i").lower()


def _before_verb(text: str) -> str:
    plain = _small(text)
    words = page_words()
    for verb in words.informs:
        at = plain.find(f" {verb}")
        while at >= 0:
            end = at + 1 + len(verb)
            if _reports_here(text, end, words.informs_then):
                name = _named_before(text[max(0, at - 60) : at], _cites(text, end))
                if name:
                    return name
            at = plain.find(f" {verb}", at + 1)
    return ""


def _reports_here(text: str, end: int, then: frozenset[str]) -> bool:
    following = text[end : end + 30]
    if not following.strip() or following[0] in ".,;":
        return True
    given = following.split()
    return following[0] == " " and bool(given) and given[0].strip(".,") in then


def _cites(text: str, end: int) -> bool:
    """ "… reports with reference to": only agencies do that."""
    following = text[end : end + 12].split()
    return bool(following) and following[0] in ("with", "citing", "referring", "quoting", "via")


def _named_before(text: str, cites: bool) -> str:
    match = _NAME_BEFORE.search(text)
    if not match:
        return ""
    words = match[1].split()
    while words and not words[0][0].isupper():
        words = words[1:]
    if not words or not all(word[0].isupper() for word in words):
        return ""
    name = " ".join(words)
    start = len(text.rstrip("\"”»'")) and text.rfind(words[0])
    before = text[:start].rstrip(" \"“«'")
    begins = not before or before[-1] in ",.;:!?"
    known = is_outlet(name) or folded(name) in page_words().agencies
    likely = begins and len(name) > 2 and (len(words) == 1 or (cites and len(words) <= 3))
    return name if known or likely else ""


def _after(text: str, verbs: Iterable[str]) -> str:
    plain = _small(text)
    for verb in verbs:
        at = plain.find(f"{verb} ")
        while at >= 0:
            match = _NAME_AFTER.match(text, at + len(verb))
            alone = not at or not plain[at - 1].isalnum()
            if match and alone:
                name = match[1].rstrip(".")
                if folded(name) in page_words().agencies or is_outlet(name):
                    return name
            at = plain.find(f"{verb} ", at + 1)
    return ""


def bureau_of(text: str) -> tuple[str, str]:
    """The bureau and the agency in "According to the European bureau of Report"."""
    for word in _WORD.finditer(text):
        if folded(word.group()) not in page_words().bureau:
            continue
        before = text[max(0, word.start() - 60) : word.start()].split()[-2:]
        adjectives = [one for one in before if one[:1].isupper() and one.isalpha()]
        if not adjectives or not before[-1][:1].isupper():
            continue
        after = _BUREAU_OF.match(text, word.end())
        agency = after[1] if after else _quoted_before(text[: word.start()])
        if agency:
            return " ".join([*adjectives, word.group()]), agency
    return "", ""


def _quoted_before(text: str) -> str:
    """The agency in "“Report”un Avropa bürosu"."""
    match = re.search(r"[\"“«]([^\"“”«»]{2,30})[\"”»]['’-]?\w{0,4}\s+\w+\s*$", text[-80:])
    return match[1] if match else ""


def of_contact(text: str) -> str:
    """The name in "Contact: Institute for Examples, press office"."""
    value = text.partition(":")[2] or text
    name, comma, office = value.partition(",")
    return (
        name.strip() if comma and folded(office.strip(" .")) in page_words().press_offices else ""
    )


def of_press_office(text: str) -> str:
    """The name in "Institute for Examples press office"."""
    plain = folded(text)
    for office in sorted(page_words().press_offices):
        if plain.endswith(" " + office) and len(plain) == len(text):
            return text[: -len(office)].strip(" ,–—-'’")
        if plain.startswith(office + " ") and len(plain) == len(text):
            return _OF_THE.sub("", text[len(office) :]).strip(" ,–—-:")
    return ""
