"""Names that may be those of countries, regions and towns, with the words around them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from reports.intake import gazetteer
from reports.intake.document import Document, Span
from reports.intake.gazetteer import Place
from reports.intake.mentions.place_words import PlaceWords, place_words
from reports.intake.mentions.venue_words import Venue
from reports.intake.mentions.wording import Worded, stretches

MIDDLING, LARGE = 50_000, 300_000  # inhabitants


def place_names(document: Document) -> list["PlaceName"]:
    """All names of the text that the gazetteer knows or that the words around tell to be places."""
    words = place_words(document.language)
    named = [name for line in stretches(document) for name in _Names(line, words).found()]
    return _with_unlisted_dateline(named, document, words)


def towns_after(
    venues: Sequence[Venue], named: Sequence["PlaceName"], document: Document
) -> list["PlaceName"]:
    """Towns too small for the gazetteer, told by the venue before them: "at the Red Hall in …"."""
    words = place_words(document.language)
    known = {name.span.start for name in named}
    found = []
    for venue in venues:
        town = words.town_of_venue.match(document.clean, venue.span.end)
        if not town or venue.lead not in words.inside or town.start(1) in known:
            continue
        name = town[1]
        told = name.casefold() in words.common | words.days or gazetteer.is_ordinary(name)
        told = told or gazetteer.country_of(name)
        in_town = known & {town.end(1) + 2} and document.clean.startswith(", ", town.end(1))
        if not told and not in_town and not _CAPITAL_AFTER.match(document.clean, town.end(1)):
            place = Place("city", name, "")
            found.append(PlaceName(Span(*town.span(1)), name, name, (place,), words, lead="in"))
    return found


_PART = re.compile(r"[^\W_]+")
_APOSTROPHE = re.compile(r"\w['’ʻ]\w")
_TOKEN = re.compile(r"[^\W_]+(?:['’ʻ][^\W_]+)*")


@dataclass
class PlaceName:
    """A stretch of a sentence that the gazetteer knows."""

    span: Span
    text: str
    bare: str  # without an ending
    places: tuple[Place, ...]
    words: PlaceWords
    lead: str = ""
    of_town: bool = False  # "the town of …", "… city"
    of_house: bool = False  # "the University of …"
    follows: bool = False  # on a capitalised word, as a family name does
    modifies: bool = False  # the capitalised word after it
    owns: bool = False  # the same: "Graz’s Old Town"
    opens: bool = False  # the report, as a dateline does: "Graz. "
    heads: bool = False  # a headline, as who acts: "Graz remembers …", "“Never again”: Graz …"
    beside: Place | None = None  # the country or region after it: "London, Ontario"
    known: bool = False  # it stands elsewhere in the report as a town

    def is_own_of(self, place: Place) -> bool:
        """Whether a place is called so in English or at home: it is no mere byname."""
        english = gazetteer.key_of(place.name) == gazetteer.key_of(self.bare)
        return english or gazetteer.is_spelling_of(self.bare, place)

    @property
    def is_firm(self) -> bool:
        """Whether the words beside it tell a place rather than a family: "in …", "… city"."""
        inside = self.lead in self.words.inside and not (self.modifies and self.lead == "at")
        beside = self.lead in self.words.beside or self.lead in self.words.brought
        return inside or self.of_town or self.of_house or beside


class _Names:
    """Reads the names of one sentence."""

    def __init__(self, line: Worded, words: PlaceWords) -> None:
        sentence = line.sentence
        self.text = sentence.text
        self.offset = sentence.span.start
        self.opens = sentence.paragraph == 0
        self.heads = sentence.paragraph < 0
        self.words = words
        self.line = line
        self.tokens = [(start - self.offset, end - self.offset) for start, end in line.ends]
        if any(mark in self.text for mark in "'’ʻ"):
            self.tokens = list(self._tokens())

    def _tokens(self) -> Iterator[tuple[int, int]]:
        """The words; one with an apostrophe is one where a place is spelt so: "Xi’an"."""
        words = [match.span() for match in _TOKEN.finditer(self.text)]
        for at, (start, end) in enumerate(words):
            if self.text[start].isupper() and self._is_spelt_so(words, at):
                yield start, end
            else:
                yield from (part.span() for part in _PART.finditer(self.text, start, end))

    def _is_spelt_so(self, words: list[tuple[int, int]], at: int) -> bool:
        start, end = words[at]
        if not _APOSTROPHE.search(self.text, start, end):
            return False
        if self.text[end - 2 : end] not in ("'s", "’s"):
            name = self.text[start:end]
            return gazetteer.is_place(name) or gazetteer.begins_name(name)
        # "St John’s" and "Cox’s Bazar", but not "Lyon’s": that may be a Lyons as well.
        first, last = words[max(0, at - 1)][0], words[min(at + 1, len(words) - 1)][1]
        return gazetteer.is_place(self.text[first:end]) or gazetteer.is_place(self.text[start:last])

    def found(self) -> list[PlaceName]:
        names: list[PlaceName] = []
        at = 0
        while at < len(self.tokens):
            if not self.text[self.tokens[at][0]].isupper():
                at += 1
                continue
            name, count = self._longest(at)
            if name:
                names.append(name)
            at += count
        for name, following in pairwise(names):
            self._set_beside(name, following)
            self._hand_on_lead(name, following)
        return sorted([*names, *self._capitals()], key=lambda name: name.span)

    def _longest(self, at: int) -> tuple[PlaceName | None, int]:
        start = self.tokens[at][0]
        longest = 1
        if gazetteer.begins_name(self.text[start : self.tokens[at][1]]):
            longest = min(gazetteer.LONGEST, len(self.tokens) - at)
        for count in range(longest, 0, -1):
            end = self.tokens[at + count - 1][1]
            surface = self.text[start:end]
            last = self.tokens[at + count - 1][0]
            if count > 1 and (not self.text[last].isupper() or _PARTED.search(surface)):
                continue
            places, ending = self._places(surface)
            if count > 1 and self._is_district(start, self.tokens[at][1], places, surface):
                continue
            if places and self._stands_alone(start, end, surface, places):
                return self._name(start, end, surface, places, ending), count
        return self._unlisted(start, self.tokens[at][1]), 1

    def _unlisted(self, start: int, end: int) -> PlaceName | None:
        """A place too small for the gazetteer, where the text says what it is: "the village of"."""
        before = self.text[max(0, start - 30) : start].rstrip()
        # Asked of every capitalised word: most are told by the word before them to be none.
        village = before.endswith(self.words.of) and self.words.unlisted.search(before)
        whole = None if village else self._whole_beside(start, end) or self._village(start, end)
        by_town = self.words.near.match(self.text, end)
        if not (village or by_town or whole) or self.text[end : end + 1] == "-":
            return None
        code = ""
        if whole:
            end, code = whole
        surface = self.text[start:end]
        name = self._name(start, end, surface, (Place("city", surface, code),), "")
        if not village:
            return name if name.lead in self.words.inside else None
        return replace(name, lead=" ".join((village[1] or "").lower().split()) or name.lead)

    def _whole_beside(self, start: int, end: int) -> tuple[int, str] | None:
        """Where a name ends before a country or region, and its code: "Ballyhale, Ireland"."""
        named = "," in self.text[end : end + 50] and _BESIDE_WHOLE.match(self.text, start)
        if not named:
            return None
        whole = [one for one in gazetteer.places_named(named["whole"]) if one.kind != "city"]
        if not (whole or self.words.county.match(self.text, named.start("whole"))):
            return None
        return named.end("name"), whole[0].country_code if whole else ""

    def _village(self, start: int, end: int) -> tuple[int, str] | None:
        """Where a name ends that says what it is, and no country: "in Birch Village"."""
        named = self.words.village and self.words.village.match(self.text, end)
        return (named.end(), "") if named else None

    def _places(self, surface: str) -> tuple[tuple[Place, ...], str]:
        """The places of that name, and the ending it has here: "İzmirdə", "Berliner"."""
        if places := gazetteer.places_named(surface):
            return places, ""
        for ending in self.words.endings:
            if surface.endswith(ending) and len(surface) > len(ending) + 2:
                places = gazetteer.places_named(surface[: -len(ending)])
                home = self.words.home if ending in self.words.inside_endings else ()
                known = [
                    place
                    for place in places
                    if place.kind != "city" or _is_large(place) or place.country_code in home
                ]
                if known:
                    return tuple(known), ending
        return (), ""

    def _stands_alone(self, start: int, end: int, surface: str, places: tuple[Place, ...]) -> bool:
        """Whether no other capitalised word or hyphen makes it a part of a longer name."""
        if len(surface) <= 3 and not surface.isupper() and places[0].kind != "country":
            return places[0].kind == "region" and self.text[end : end + 1] == "."  # "Ore."
        if places[0].kind == "country":
            # "US" and "UK" are written large, "us" and "Us" are none.
            return len(surface) > 2 or surface.isupper()
        if self.text[max(start - 1, 0) : start] == "-":
            return False
        return self.text[end : end + 1] != "-" or self._has_district(end, places)

    def _is_district(self, start: int, end: int, places: tuple[Place, ...], surface: str) -> bool:
        """Whether the first of two words is a large town: "Hamburg-Altona", Altona."""
        if self.text[end : end + 1] != "-":
            return False
        own = {gazetteer.key_of(place.name) for place in places}
        towns = gazetteer.places_named(self.text[start:end])
        return gazetteer.key_of(surface) not in own and self._has_district(end, towns)

    def _has_district(self, end: int, places: tuple[Place, ...]) -> bool:
        """Whether a quarter of a large town follows it: "Berlin-Pankow", not "Berlin-Warsaw"."""
        quarter = _DISTRICT.match(self.text, end)
        if not quarter or not any(place.population >= LARGE for place in places):
            return False
        others = gazetteer.places_named(quarter[1])
        return gazetteer.is_quarter(quarter[1]) or not any(
            place.kind != "city" or place.population >= LARGE for place in others
        )

    def _name(
        self, start: int, end: int, surface: str, places: tuple[Place, ...], ending: str
    ) -> PlaceName:
        before = self.text[max(0, start - 30) : start]
        # The patterns are slow, and rare the words in which they end.
        ends = before.rstrip().lower()
        town = self.words.town.search(before) if ends.endswith(self.words.town_ends) else None
        leads = ends.endswith(self.words.where_ends)
        where = town if town and town[1] else self.words.where.search(before) if leads else None
        # The stop of "U.S." and "D.C." belongs to it.
        if self.text[end : end + 1] == "." and "." in surface:
            end += 1
        lead = " ".join(where[1].lower().split()) if where else ""
        after = _CAPITAL_AFTER.match(self.text, end)
        return PlaceName(
            Span(start + self.offset, end + self.offset),
            surface,
            surface.removesuffix(ending),
            places,
            self.words,
            lead="in" if ending in self.words.inside_endings else lead,
            of_town=bool(town) or bool(self.words.town_after.match(self.text, end)),
            of_house=lead == "of"
            and not self.words.houses.isdisjoint(before.lower().split()[-2:-1]),
            follows=not where and bool(_CAPITAL_BEFORE.search(before)),
            modifies=bool(after) and after[1].casefold() not in self.words.days,
            owns=bool(_OWNED_AFTER.match(self.text, end)),
            opens=self.opens and not start and bool(_STOPS.match(self.text, end)),
            heads=self.heads
            and bool(_CLAUSE_BEGINS.search(before) and _SMALL_AFTER.match(self.text, end)),
        )

    def _hand_on_lead(self, name: PlaceName, following: PlaceName) -> None:
        """In a list the word before the first is said of all: "from Graz, Linz and Wels"."""
        between = self.text[name.span.end - self.offset : following.span.start - self.offset]
        if following.lead or not _LISTED.fullmatch(between):
            return
        # "in Chile, Hassan Amrani said" is no list; nor is "in London, Jordan Smith said".
        town, country = (one.places[0].kind == "city" for one in (name, following))
        if (town or not country) and not (following.modifies and "," in between):
            following.lead = name.lead
            following.follows = False

    def _capitals(self) -> Iterator[PlaceName]:
        """Capitals that are told by their country: "the Armenian capital", "capital of Armenia"."""
        if self.line.known.isdisjoint(self.words.capital_words):
            return
        for told in self.words.capital.finditer(self.text):
            before = _WHOSE_CAPITAL.search(self.text[max(0, told.start() - 25) : told.start()])
            after = _CAPITAL_OF.match(self.text, told.end())
            sides = (
                (before, told.start() - len(before[0]) if before else 0),
                (after, told.start()),
            )
            for side, start in sides:
                capital = side and gazetteer.capital_of(gazetteer.country_of(side[1]))
                if capital:
                    name = self._name(start, told.end(), capital.name, (capital,), "")
                    if told[0].endswith(tuple(self.words.inside_endings)):
                        name.lead = "in"
                    if name.lead:
                        yield replace(name, of_town=True, modifies=False)
                    break

    def _set_beside(self, name: PlaceName, following: PlaceName) -> None:
        between = self.text[name.span.end - self.offset : following.span.start - self.offset]
        if between.strip() not in (",", "(", "") or (not between.strip() and not between):
            return
        if not between.strip() and following.places[0].kind == "city":
            return
        large = [place for place in following.places if place.kind in ("region", "country")]
        towns = [place for place in name.places if place.kind == "city"]
        for place in large:
            for town in towns:
                if town.country_code == place.country_code and place.region in ("", town.region):
                    name.beside = place
                    return


def _is_large(place: Place) -> bool:
    return place.capital or place.population >= MIDDLING


# "Ballyhale, Ireland", "Kestrel Bay, Ore."
_BESIDE_WHOLE = re.compile(
    r"(?P<name>[A-ZÀ-ÝÇĞİŞÖÜƏ][^\W\d_]{2,}(?:[ -][A-ZÀ-ÝÇĞİŞÖÜƏ][^\W\d_]+){0,2}),"
    r" (?P<whole>[A-ZÀ-ÝÇĞİŞÖÜƏ][^\W\d_]+(?: [A-ZÀ-ÝÇĞİŞÖÜƏ][^\W\d_]+)?)"
)
# What parts one name from the next: a sign, a paragraph, the end of a possessive.
_STOPS = re.compile(r"\s?[.:–—,(/]|\s-\s|$")
_CAPITAL_BEFORE = re.compile(r"[^.:;!?]\s+[A-ZÀ-ÝÇĞİŞÖÜƏ][^\W_]+ $")
_CAPITAL_AFTER = re.compile(r" ([A-ZÀ-ÝÇĞİŞÖÜƏ][^\W_]+)")
_OWNED_AFTER = re.compile(r"['’]s [A-ZÀ-ÝÇĞİŞÖÜƏ]")
_CLAUSE_BEGINS = re.compile(r"^$|[:–—|]\s$")
_SMALL_AFTER = re.compile(r" [a-zà-ÿ]")
# What stands between the names of a list.
_LISTED = re.compile(r",|,?\s(?:and|&|et|und|y|e|və)\s|,\s")
# "Berlin-Pankow"
_DISTRICT = re.compile(r"-([A-ZÀ-ÝÇĞİŞÖÜƏ][^\W\d_]+)\b(?!-)")
# "Armenia’s capital", "the Armenian capital"; "the capital of Armenia", "la capital argentina".
_WHOSE_CAPITAL = re.compile(r"([^\W\d_]{4,})(?:['’]s)?\s+$")
_CAPITAL_OF = re.compile(r"\s+(?:(?:of|de|de la|del)\s+|(?:de l|d)['’])?(?:the\s+)?([^\W\d_]{4,})")
_PARTED = re.compile(r"[^\w\s.’'\-]|\.\s\s|\n\s*\n")


def _with_unlisted_dateline(
    named: list[PlaceName], document: Document, words: PlaceWords
) -> list[PlaceName]:
    """With the town of the dateline, if it is too small for the gazetteer: "KESTREL BAY, Ore."."""
    dateline = document.dateline
    town = document.clean[dateline.start : dateline.end].split(",")[0] if dateline else ""
    if not dateline or not town or gazetteer.is_place(town) or not _TOWN.fullmatch(town):
        return named
    span = Span(dateline.start, dateline.start + len(town))
    large = [
        one.places[0]
        for one in named
        if dateline.holds(one.span) and not span.holds(one.span) and one.places[0].kind != "city"
    ]
    if not (large or town.isupper()):
        return named  # it may as well be who wrote the report
    name = town.title() if town.isupper() else town
    place = Place("city", name, large[0].country_code if large else "")
    others = [one for one in named if not span.meets(one.span)]
    return [*others, PlaceName(span, name, name, (place,), words, of_town=True)]


_TOWN = re.compile(r"[A-ZÀ-ÝÇĞİŞÖÜƏ][^\W\d_]+(?:[ -][^\W\d_]+){0,3}")
