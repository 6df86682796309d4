"""Venues in a report: buildings, squares and parks that something is said to be at."""

import itertools
import re
from collections.abc import Iterator
from typing import NamedTuple

from reports.intake import gazetteer
from reports.intake.document import Document, Sentence, Span
from reports.intake.mentions.venue_endings import ending_in_noun
from reports.intake.mentions.venue_words import Venue, VenueWords, venue_words
from reports.intake.mentions.wording import Found, Worded, worded


def find_venues(document: Document) -> list[Venue]:
    """All venues of the text, in its order."""
    words = venue_words(document.language)
    return [venue for line in worded(document) for venue in _in_sentence(line, words)]


# --- The venues of one sentence -------------------------------------------------------------------


def _in_sentence(line: Worded, words: VenueWords) -> Iterator[Venue]:
    if line.sentence.text.isupper():
        return  # capitals tell no names there
    if words.final:
        yield from ending_in_noun(line, words)
    reached = 0
    nouns = words.are_in(line)
    for start, lead in _leads(line, words):
        if not nouns and lead not in words.alone:
            continue
        # Without a word such as "at" only what has a name can be a venue.
        small = not line.sentence.text[start - line.sentence.span.start].isupper()
        if start < reached or (small and lead in words.weak):
            continue
        name = _Name(line.sentence, words)
        if venue := name.quoted(start, lead) or name.venue(start, lead):
            reached = venue.span.end
            yield venue


def _leads(line: Worded, words: VenueWords) -> Iterator[tuple[int, str]]:
    """Where a venue may begin, and the words before it: at the start, after "at", after a dash."""
    if line.words and words.subjects:
        first = int(line.words[0] in words.not_where and len(line.words) > 1)
        yield line.ends[_past_articles(line, first, words)][0], ""
    for found in words.lead.found(line):
        at = _past_articles(line, found.after, words)
        if (
            at < len(line.words)
            and not _is_whose(line, found, words)
            and _may_begin(line, at, words)
        ):
            yield line.ends[at][0], found.phrase
    for own in _POSSESSOR.finditer(line.sentence.text) if "s" in line.known else ():
        if gazetteer.is_place(own[1]):
            yield own.end() + line.sentence.span.start, "’s"
    for street in words.street.finditer(line.sentence.text):
        yield street.start(1) + line.sentence.span.start, ""
    for dash in _DASH.finditer(line.sentence.text) if words.subjects else ():
        start = dash.end() + line.sentence.span.start
        at = next((at for at, (begins, _end) in enumerate(line.ends) if begins >= start), None)
        if at is not None:
            yield line.ends[_past_articles(line, at, words)][0], ""


def _may_begin(line: Worded, at: int, words: VenueWords) -> bool:
    """Whether a word has a capital, or one of the next says what kind of venue it is."""
    begins = line.sentence.text[line.ends[at][0] - line.sentence.span.start]
    return not begins.islower() or any(
        words.is_noun(word) or word in words.foreign for word in line.words[at : at + 5]
    )


def _is_whose(line: Worded, found: Found, words: VenueWords) -> bool:
    """Whether "of", "by" or "with" stands before a mere article."""
    before = found.after - 2
    return found.phrase in words.weak and before >= 0 and line.words[before] in words.not_where


_POSSESSOR = re.compile(r"(?<!St )(?<!St\. )\b([A-ZÀ-ÝÇĞİŞÖÜ][^\W\d_]{3,})['’]s\s+")
_DASH = re.compile(r"\s[–—-]\s")


def _past_articles(line: Worded, at: int, words: VenueWords) -> int:
    while at + 1 < len(line.words) and (found := words.articles.at(line, at)):
        at = min(found.after, len(line.words) - 1)
    return at


# A word of a name, with initials and the stop of "St."; quotation marks stand apart.
_WORD = re.compile(r"(?:[LlDd]['’])?[^\W_]+(?:[.’'&/-][^\W_]+)*(?:\.|['’](?=\s[A-Z]))?|&|[\"“”„«»]")
_IN_QUOTES = re.compile(r"\s?[\"“„«]([^\"“”„«»]{3,40})[\"”“»]")
_OPENING_MARKS = ('"', "“", "„", "«", "”", "‘")
_QUOTED_NAME = re.compile(
    r"[\"“„«”‘]\s?[A-ZÀ-ÝÇĞİŞÖÜƏ][^\"“”„«»’]{1,39}[\"”“»’]\s+(?P<first>[^\W\d_]+)"
    r"(?:\s+(?P<second>[^\W\d_]+))?"
)
_ABBREVIATED = re.compile(r"(?:[^\W\d_]\.)+|[A-Z][a-z]{1,2}\.|(?:[^\W\d_]\.)+[^\W\d_]+")
_GAP = re.compile(r"\s+|(?=[-–]\w)")
_CAPITAL_NEXT = re.compile(r"\s+[A-ZÀ-ÝÇĞİŞÖÜƏ]")
_POSSESSIVE = re.compile(r"['’]s?$")
_ELIDED = re.compile(r"^[ld]['’]")
_ANDS = frozenset({"and", "&", "et", "und", "y", "e", "və"})


class _Part(NamedTuple):
    """A word of a name, and what it is there."""

    start: int
    end: int
    kind: str  # name, noun, link, plain


class _Name:
    """Reads on from a place in a sentence as long as the words can be the name of a venue."""

    def __init__(self, sentence: Sentence, words: VenueWords) -> None:
        self.text = sentence.text
        self.offset = sentence.span.start
        self.words = words
        self.parts: list[_Part] = []
        self.noun = self.lead = ""
        self.indefinite = False  # "a hotel" is no place one could find
        self.spare = 0  # how many words in small letters may still follow

    def quoted(self, start: int, lead: str) -> Venue | None:
        """What is called by a name in quotation marks before it: "“Southern Star” hotel"."""
        at = start - self.offset
        if self.text[at - 1 : at] not in _OPENING_MARKS or at == 0:
            return None
        named = _QUOTED_NAME.match(self.text, at - 1)
        if not named or lead not in self.words.firm:
            return None
        for word in ("first", "second"):
            if (named[word] or "").casefold() in self.words.nouns:
                name = " ".join(self.text[at - 1 : named.end(word)].split())
                span = Span(start - 1, named.end(word) + self.offset)
                return Venue(span, name, lead, named[word].casefold(), 0.9)
        return None

    def venue(self, start: int, lead: str) -> Venue | None:
        self.lead = lead
        before = self.text[max(0, start - self.offset - 12) : start - self.offset].split()
        self.indefinite = bool(before) and before[-1].casefold() in self.words.indefinite
        at: int | None = start - self.offset
        while at is not None and len(self.parts) < 14:
            at = self._next(at)
        while self.parts and not self._may_end(self.parts[-1]):
            self.parts.pop()
        while [part.kind for part in self.parts[:2]] == ["plain", "name"]:
            del self.parts[0]  # "splendid Birch Hall"
        self._leave_owner_out()
        self._leave_town_out()
        return self._whole(lead) if self.parts else None

    def _may_end(self, part: _Part) -> bool:
        """Whether a name may end in this word."""
        if part.kind != "plain":
            return part.kind != "link"
        owner = self.text[part.start : part.end] in self.words.owners
        return owner or self.words.after_link > 0 or self._is_foreign()

    def _is_foreign(self) -> bool:
        """Whether it is called in another language: "Salon des roses"."""
        return self.noun in self.words.foreign and self.noun not in self.words.nouns

    def _leave_owner_out(self) -> None:
        """Without the town whose it is: "Thessaloniki’s White Tower"."""
        first, *rest = self.parts or [None]
        word = self.text[first.start : first.end] if first else ""
        own = _POSSESSIVE.sub("", word)
        if own != word and any(part.kind == "name" for part in rest) and gazetteer.is_place(own):
            del self.parts[0]

    def _leave_town_out(self) -> None:
        """Without "de Montevideo" at its end, where it has a name of its own."""
        for last, part in enumerate(self.parts):
            named = [one for one in self.parts[:last] if one.kind != "link"]
            names = sum(one.kind == "name" for one in named)
            # "Teatro Humboldt", "monument aux morts" are names without it.
            if part.kind != "link" or not (
                names > 1 or (len(named) > 1 and self._has_noun_small())
            ):
                continue
            if self._is_town(last + 1):
                del self.parts[last:]
                return

    def _is_town(self, at: int) -> bool:
        """Whether the parts from there up to the next link or small word are a town."""
        rest = itertools.takewhile(lambda part: part.kind == "name", self.parts[at:])
        last = max((part.end for part in rest), default=0)
        name = self.text[self.parts[at].start : last] if last else ""
        towns = gazetteer.places_named(name) if name and not gazetteer.is_ordinary(name) else ()
        return bool(towns) and all(place.kind == "city" for place in towns)

    def _has_noun_small(self) -> bool:
        return any(part.kind == "noun" for part in self.parts)

    def _next(self, at: int) -> int | None:
        """Takes the word at a place, and says where the next one begins."""
        match = _WORD.match(self.text, at)
        if not match:
            return None
        word, end = match[0], match.end()
        last = end >= len(self.text.rstrip())
        if word.endswith(".") and (last or not _ABBREVIATED.fullmatch(word)):
            word, end = word[:-1], end - 1
        bare = _POSSESSIVE.sub("", _ELIDED.sub("", word.casefold()))
        kind = self._kind(word, bare)
        if word in self.words.stops or not self._fits(kind, bare, end):
            return None
        self.parts.append(_Part(match.start(), end, kind))
        small = max(self.words.after_link, self._is_foreign())
        self.spare = small if kind == "link" else 0
        foreign = kind == "name" and bare in self.words.foreign
        linked = self.noun and self._is_linked()
        own = sum(part.kind != "plain" for part in self.parts)
        beyond = kind == "name" and self.noun and not linked and own > 2
        if beyond and not (
            self._has_noun_before()
            or self.words.after_link
            or f"{self.noun} {bare}" in self.words.houses
        ):
            self.noun = ""  # "Forum Trust" is no forum
        if kind in ("noun", "name") and not linked and (foreign or self.words.is_noun(bare)):
            # Of "Hall of the Library" the first says what it is; of "Library Hall" the last.
            self.noun = bare
        quoted = self.noun and _IN_QUOTES.match(self.text, end)
        if quoted:
            self.parts.append(_Part(end, quoted.end(), "name"))
            return None
        gap = _GAP.match(self.text, end)
        return gap.end() if gap else None

    def _kind(self, word: str, bare: str) -> str:
        if word in '"“”„«»':
            return "stop"
        tied = bare in self.words.ties and self.noun in self.words.ties[bare]
        if not word[0].isupper() and (tied or {bare, word} & self.words.links):
            return "link"
        first = word[2] if _ELIDED.match(word.casefold()) and len(word) > 2 else word[0]
        if first.isupper() or first.isdigit():
            return "name"
        return "noun" if self.words.is_noun(bare) else "plain"

    def _fits(self, kind: str, bare: str, end: int) -> bool:
        if kind == "stop" or (kind == "link" and not self._may_link(bare)):
            return False
        if bare in _ANDS and self.parts and not self._goes_on(end):
            return False
        return kind != "plain" or self._fits_small(bare, end)

    def _may_link(self, bare: str) -> bool:
        if not self.parts or not (self.lead or self.noun):
            return False  # "Pupils of the Gymnasium" are no place
        # "Teatro Alba de la Paz", but not "Teatro Alba la obra".
        article = self.words.after_link and self.words.articles.starts_with(bare)
        return not article or self.parts[-1].kind == "link"

    def _fits_small(self, bare: str, end: int) -> bool:
        """Whether a word in small letters may be in the name, or before its noun."""
        if self.words.lead.starts_with(bare):
            return False
        if self.spare > 0:
            return True
        if self.noun and self.words.attributes and self.parts[-1].kind != "link":
            # "Centre culturel coréen"
            return bare in self.words.attributes or bool(gazetteer.country_of(bare))
        if self.parts and self.parts[-1].kind == "link" and _CAPITAL_NEXT.match(self.text, end):
            return True  # "House of culture Ziedonis"
        if bare in self.words.owners and self.parts and self.noun and self._is_linked():
            return True  # "house of the Riga Jewish community"
        named = any(part.kind != "plain" for part in self.parts) and not self._owned()
        if named and self.lead in self.words.firm and self._is_own_name():
            return self._noun_follows(end, 1)  # "Lindenhof community centre"
        return bool(self.lead) and not named and len(self.parts) < 3 and self._noun_follows(end)

    def _has_noun_before(self) -> bool:
        """Whether it begins with what it is: "Hotel Southern Star"."""
        return self.text[self.parts[0].start : self.parts[0].end].casefold() in self.words.before

    def _is_linked(self) -> bool:
        return any(part.kind == "link" for part in self.parts)

    def _is_own_name(self) -> bool:
        """Whether so far it is the name of something that is neither a venue yet nor a town."""
        so_far = self.text[self.parts[0].start : self.parts[-1].end]
        return not self.noun and self.parts[-1].kind == "name" and not gazetteer.is_place(so_far)

    def _owned(self) -> bool:
        """Whether what comes is somebody's: "the university’s main hall"."""
        last = self.parts[-1]
        return bool(_POSSESSIVE.search(self.text[last.start : last.end]))

    def _goes_on(self, end: int) -> bool:
        """Whether "and" ties two parts of one name: "Cultural and Educational Center"."""
        if self.noun:
            return bool(self.words.joined.match(self.text, end))
        if not _CAPITAL_NEXT.match(self.text, end):
            return False
        so_far = self.text[self.parts[0].start : self.parts[-1].end]
        return not gazetteer.is_place(so_far)

    def _noun_follows(self, at: int, within: int = 2) -> bool:
        """Whether one of the next words says what kind of venue it is."""
        for _ in range(within):
            gap = _GAP.match(self.text, at)
            match = gap and _WORD.match(self.text, gap.end())
            if not match:
                return False
            noun = match[0].casefold().rstrip(".")
            foreign = match[0][0].isupper() and noun in self.words.foreign
            if noun in self.words.nouns or foreign:
                return True
            at = match.end()
        return False

    def _whole(self, lead: str) -> Venue | None:
        start, end = self.parts[0].start, self.parts[-1].end
        name = " ".join(self.text[start:end].split())
        names = sum(part.kind == "name" for part in self.parts)
        firm = lead in self.words.firm
        last = self.text[self.parts[-1].start : end].casefold()
        if name.casefold() in self.words.never or name[0].isdigit():
            return None
        first = self.text[start : self.parts[0].end].casefold()
        # "Genocide Memorial Day" is no venue; "Mémorial de la Shoah" is one by its first word.
        if last in self.words.gatherings and not self.words.is_noun(first):
            return None
        second = self.text[slice(*self.parts[1][:2])] if self.parts[1:] else ""
        if first in self.words.gatherings and self.words.articles.starts_with(second):
            return None  # "an der Feier die Mitarbeiter der Botschaft"
        own = self.noun == name.casefold()  # "the Rotunda", a town elsewhere
        if not own and (names == 1 or not self.noun) and gazetteer.is_place(name):
            return None
        if not self.noun and (lead not in self.words.alone or names < 2):
            return None
        if self.indefinite and last == self.noun and self.parts[-1].kind == "noun":
            return None  # "a hotel", "a Delhi hotel"
        near = firm or lead == "’s"
        if not names and (not near or self.noun not in self.words.nouns):
            return None
        confidence = 0.5 + 0.15 * bool(names) + 0.15 * bool(self.noun) + 0.1 * firm
        return Venue(
            Span(start + self.offset, end + self.offset), name, lead, self.noun, confidence
        )
