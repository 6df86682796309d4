"""How the first paragraph of a report opens: "BRUSSELS, 23 February (Agency) –"."""

import re
from dataclasses import dataclass
from itertools import islice

from reports.intake.wire.furniture import is_outlet
from reports.intake.wire.page_words import folded, page_words
from reports.intake.wire.stamps import Stamp, stamps_in

LONGEST = 140
_PLACE_WORD = r"(?:[^\W\d_a-z][^\W\d_]*(?:[.'’-][^\W\d_]+)*\.?)"
_PLACE = re.compile(
    rf"{_PLACE_WORD}(?:[ ](?:{_PLACE_WORD}|de|la|le|del|da|do|of|upon|am|an der|sur|el|al)){{0,3}}"
)
_ENCLOSED = re.compile(r"\(([^()\n]{2,40})\)|/([^/\n]{2,40})/|\[([^\[\]\n]{2,40})\]")
_DASH = re.compile(r"\s*\.?\s*(?:[—–―]|-{1,2}(?=\s))\s*")
_BETWEEN = re.compile(r"[\s,.·|]*[(\[]?(?=[^\W_])|[\s,.·|]*")
_BLANK = re.compile(r"[\s,.·|]*")
_COMMA = re.compile(r",\s{1,2}")
_SPACED = re.compile(r"[^ ]+")
_ARTICLE = re.compile(r"(?:le|den|on|el|il|,)\s+", re.IGNORECASE)
_DOMAIN = re.compile(r"[\w-]+\.[A-Za-z]{2,5}")


@dataclass(frozen=True)
class Opening:
    """What stands before the first word of a report, in places of the paragraph."""

    end: int  # where the report itself begins
    place: tuple[int, int] | None = None
    stamp: Stamp | None = None  # its places too
    agency: str = ""
    outlet: str = ""  # where the name of an outlet stands instead of a place


def opening_of(text: str, *, alone: bool = False) -> Opening | None:
    """The opening of a paragraph; `alone` when it should be all of a line."""
    text = text[:LONGEST]
    reader = _Reader(text)
    if reader.enclosed():
        # "(AGENCY) Words of the report", or "(AGENCY) PLACE, date –".
        return _opening_after(reader, alone) or reader.after_agency(alone=alone)
    return _opening_after(reader, alone)


def _opening_after(reader: "_Reader", alone: bool) -> Opening | None:
    enclosed = reader.at
    if reader.date() and reader.glued():
        return reader.result(alone=alone)
    reader.places()
    if alone and reader.place and (dash := _DASH.match(reader.text, reader.at)):
        reader.at = dash.end()  # "Oban – Sunday 16 November 2025"
    while reader.date() or reader.enclosed() or reader.named():
        pass
    if not (reader.place or reader.agency or reader.stamp):
        return None
    result = reader.result(alone=alone)
    reader.at = enclosed
    return result


class _Reader:
    """Reads an opening from the left, as far as it goes."""

    def __init__(self, text: str):
        self.text = text
        self.at = 0
        self.place: tuple[int, int] | None = None
        self.stamp: Stamp | None = None
        self.agency = ""
        self.parts = 0

    def enclosed(self) -> bool:
        """(AP), /AZERTAC/"""
        start = _BLANK.match(self.text, self.at).end()
        match = _ENCLOSED.match(self.text, start)
        if not match or not any(map(str.isupper, match.group())) or self.agency:
            return False
        if next(stamps_in(match.group()), None):
            return False
        self.agency = (match[1] or match[2] or match[3]).strip()
        self.at = match.end()
        return True

    def date(self) -> bool:
        """23 February 2026, right here."""
        if self.stamp:
            return False
        start = _BETWEEN.match(self.text, self.at).end()
        start = self._past_weekday(start)
        article = _ARTICLE.match(self.text, start)
        start = article.end() if article else start
        here = self.text[start : start + 40]
        stamp = next(islice(stamps_in(here), 1), None)
        if not stamp or stamp.start > 1:
            return False
        self.stamp = Stamp(
            start + stamp.start, start + stamp.end, stamp.year, stamp.month, stamp.day
        )
        closing = self.text[start - 1 : start] in ("(", "[") and self.text[self.stamp.end :][:1]
        self.at = self.stamp.end + (closing in (")", "]"))
        return True

    def glued(self) -> bool:
        """Whether a date runs into the first word: "8 May 2026The embassy"."""
        return bool(self.stamp and self.stamp.year and self.text[self.at : self.at + 1].isupper())

    def _past_weekday(self, start: int) -> int:
        word = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?").match(self.text, start)
        if word and folded(word.group()) in page_words().weekdays:
            return _BETWEEN.match(self.text, word.end()).end()
        return start

    def places(self) -> None:
        """BAKU, Azerbaijan"""
        start = _BETWEEN.match(self.text, self.at).end()
        while self.parts < 3:
            match = _PLACE.match(self.text, start)
            end = self._place_end(start, match.group()) if match else start
            name = self.text[start:end]
            if not name or (self.parts and self._is_agency(name)):
                return
            if self._is_agency(name) and not self.agency and self.text[end : end + 2] == ", ":
                self.agency = name  # "The Example, Vienna, 8 February"
            else:
                self.place = (self.place[0] if self.place else start, end)
                self.parts += 1
            self.at = end
            comma = _COMMA.match(self.text, end)
            if not comma:
                return
            start = comma.end()

    def _place_end(self, start: int, words: str) -> int:
        """Where a place ends: before a month, or at a stop that is not of "D.C." or "St."."""
        end = start
        for word in _SPACED.finditer(words):
            if folded(word.group().rstrip(".")) in page_words().months:
                break
            bare = word.group().rstrip(".")
            end = start + word.end()
            if len(bare) > 3 and len(bare) < len(word.group()):
                return start + word.start() + len(bare)
        return end

    def named(self) -> bool:
        """An agency after a comma or a stop: AZERTAC; behind a town alone in capitals as well."""
        if self.agency or not self.place or not (self.stamp or self._capitals()):
            return False
        gap = re.compile(r"\s*[,.]\s*").match(self.text, self.at)
        match = _PLACE.match(self.text, gap.end()) if gap else None
        if not match or not self._ends_here(match.end()):
            return False
        name = match.group().rstrip(".")
        agency = self._is_agency(name) or (name.isupper() and not self.stamp)
        if (gap.group().strip() == "." or not self.stamp) and not agency:
            return False
        self.agency = name
        self.at = match.start() + len(name)
        return True

    def _ends_here(self, at: int) -> bool:
        rest = self.text[at:]
        return (
            not rest.strip()
            or rest[0] in ".:,/"
            or self.text[at - 1] == "."
            or bool(_DASH.match(rest))
        )

    def _is_agency(self, name: str) -> bool:
        return folded(name) in page_words().agencies or is_outlet(name)

    def result(self, *, alone: bool) -> Opening | None:
        rest = self.text[self.at :]
        told = bool(self.stamp or self.agency)
        if alone:
            if rest.strip(" .,:;-–—/"):
                return None
            return self._opening(len(self.text)) if told and (self.place or self.agency) else None
        dash = _DASH.match(rest)
        if dash:
            end = self.at + dash.end()
            return self._opening(end) if self._dash_tells(end, told) else None
        colon = re.match(r"\s*\.?:\s+", rest)
        if colon and (told or (self._capitals() and self.parts)):
            return self._opening(self.at + colon.end())
        stop = re.match(r"\s*[./]+\s+|\s+(?=\n)", rest)
        if stop and (told or self._stop_tells()) and self._begins(self.at + stop.end()):
            return self._opening(self.at + stop.end())
        if (self.glued() and not self.place) or self._closes_with_agency():
            return self._opening(self.at)
        return None

    def _closes_with_agency(self) -> bool:
        """Delhi, Jan 9 (PTI) Words of the report"""
        if not (self.place and self.agency and self.text[self.at - 1] in ")]"):
            return False
        return bool(self.stamp or self._is_agency(self.agency)) and self._begins(self.at)

    def after_agency(self, *, alone: bool) -> Opening | None:
        """Nothing but the agency stands before the report."""
        self.place = self.stamp = None
        if alone:
            return None if self.text[self.at :].strip(" .:–-") else self._opening(len(self.text))
        return self._opening(self.at + 1) if self._begins(self.at + 1) else None

    def _dash_tells(self, end: int, told: bool) -> bool:
        """A dash after a place with a date, or in capitals; else only before a new sentence."""
        if told or self._capitals():
            return self._begins(end) or told
        if not self.place or self.parts > 1:
            return False
        words = self.text[slice(*self.place)].split()
        again = re.search(r"\s[–—-]\s", self.text[end:])
        return len(words) <= 2 and self._begins(end) and not again

    def _stop_tells(self) -> bool:
        """HANAU. Madrid, ESPAÑA. – capitals are enough, where they are no word of the page."""
        name = self.text[slice(*self.place)] if self.place else ""
        known = folded(name) in page_words().sections or folded(name) in page_words().lines
        capitals = any(part.strip().isupper() and len(part) > 4 for part in name.split(","))
        return capitals and not known and len(name.split()) <= 3

    def _begins(self, at: int) -> bool:
        following = self.text[at:].lstrip(" \"'“„«‘(¿¡")
        return bool(following) and not following[0].islower()

    def _capitals(self) -> bool:
        return bool(self.place) and self.text[slice(*self.place)].split(",")[0].isupper()

    def _opening(self, end: int) -> Opening:
        agency = re.split(r"\s?[-–/]\s", self.agency)[0].strip(" .-") if self.agency else ""
        if self.place and not self.stamp:
            name = self.text[slice(*self.place)]
            initials = name.isupper() and len(name) <= 3
            if _DOMAIN.fullmatch(name) or self._is_agency(name) or initials:
                return Opening(end, None, None, agency, outlet=name)
        return Opening(end, self.place, self.stamp, agency)
