"""An invented archive of any size as entries of an archive file, the same for the same size.

It is skewed as archives are: a few countries, people and sources stand in most reports, most stand
in few, the number of reports grows from year to year, and many of them crowd around the days of
remembrance. Texts are of 300 to 600 words, drawn as unevenly as those of a language.
"""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate

YEARS = range(1996, 2027)
COUNTRIES, CITIES, VENUES = 60, 120, 120
PEOPLE, ORGANIZATIONS, TOPICS, EVENTS = 5_000, 2_000, 1_500, 20_000
SOURCES, OCCASIONS, WORKS = 80, 40, 200
# Days that fill a page of the archive every year, whatever its size.
CROWDED_DAYS = ((1, 20), (2, 26), (5, 28), (9, 27))
KINDS = ["commemoration", "conference", "concert", "vigil", "rally", "film_screening"]
PARTS = ["speech", "minute_of_silence", "film_screening", "concert", "reading", "reception"]
SYLLABLES = [first + last for first in "bdfghklmnprstvz" for last in ("a", "e", "ir", "o", "un")]
WELL_COVERED = "event-with-everything"
VOCABULARY = 200_000
# Words of the texts by rank: one in all but a few texts, in one of a hundred, in hardly any.
RANKS = {"common": 100, "middling": 5_000, "rare": 150_000}


def entries(reports: int) -> Iterator[dict]:
    """The entries of an archive of so many reports: what is referred to comes first."""
    world = World(reports)
    yield from world.nouns()
    yield from (world.event(number) for number in range(world.sizes["event"]))
    yield world.well_covered_event()
    yield from (world.report(number) for number in range(reports))


def word(rank: int) -> str:
    """The word of this rank: the frequent ones are short, and no two are alike."""
    found, rank = "", rank + len(SYLLABLES)
    while rank >= 0:
        rank, last = divmod(rank, len(SYLLABLES))
        found, rank = SYLLABLES[last * 7 % len(SYLLABLES)] + found, rank - 1
    return found


class Skew:
    """Chance that loves the first: the tenth is chosen a tenth as often (Zipf)."""

    def __init__(self, chance: random.Random):
        self.chance = chance
        self.weights: dict[int, list[float]] = {}

    def many(self, size: int, times: int) -> list[int]:
        if size not in self.weights:
            self.weights[size] = list(accumulate(1 / rank for rank in range(1, size + 1)))
        return self.chance.choices(range(size), cum_weights=self.weights[size], k=times)

    def one(self, size: int) -> int:
        return self.many(size, 1)[0]


class World:
    """What the reports of one archive are about."""

    def __init__(self, reports: int):
        self.chance = random.Random(reports)  # the same archive on every machine
        self.skew = Skew(self.chance)
        self.words = [word(rank) for rank in range(VOCABULARY)]
        self.sizes = {
            "person": min(PEOPLE, max(50, reports // 5)),
            "organization": min(ORGANIZATIONS, max(30, reports // 20)),
            "topic": min(TOPICS, max(20, reports // 50)),
            "event": min(EVENTS, max(20, reports // 5)),
            "source": SOURCES,
            "occasion": OCCASIONS,
            "work": WORKS,
        }
        self.events: list[tuple[date, str]] = []

    # --- Nouns --------------------------------------------------------------------------------

    def nouns(self) -> Iterator[dict]:
        yield from self._places()
        for noun in ("organization", "person", "occasion", "work", "source", "topic"):
            label = "title" if noun == "work" else "name"
            for number in range(self.sizes[noun]):
                yield {"kind": noun, "ref": f"{noun}-{number}", label: self._name(noun, number)}

    def _places(self) -> Iterator[dict]:
        """A tree of 300: countries, their cities, the venues of these."""
        for kind, size, around in (
            ("country", COUNTRIES, None),
            ("city", CITIES, ("country", COUNTRIES)),
            ("venue", VENUES, ("city", CITIES)),
        ):
            for number in range(size):
                place = {"kind": "place", "ref": f"{kind}-{number}", "type": kind}
                place["name"] = self._name(kind, number)
                if around:
                    place["parent"] = f"{around[0]}-{self.skew.one(around[1])}"
                    place["lat"] = round(self.chance.uniform(-50, 65), 4)
                    place["lon"] = round(self.chance.uniform(-170, 175), 4)
                    place["point_precision"] = kind
                yield place

    def _name(self, noun: str, number: int) -> str:
        """Two words of the middling ranks; the number keeps them apart."""
        pair = self.chance.choices(self.words[200:20_000], k=2)
        return " ".join(map(str.capitalize, pair)) + ("" if noun == "person" else f" {number}")

    def _some(self, noun: str, most: int) -> list[str]:
        """References of up to so many different records."""
        times = self.chance.randint(0, most)
        found = dict.fromkeys(self.skew.many(self.sizes[noun], times))
        return [f"{noun}-{number}" for number in found]

    # --- Events and reports -------------------------------------------------------------------

    def event(self, number: int) -> dict:
        start, place = self._day(), self._place()
        self.events.append((start, place))
        event = {
            "kind": "event",
            "ref": f"event-{number}",
            "title": self._sentence(5, 10),
            "type": KINDS[self.skew.one(len(KINDS))],
            "place": place,
            "summary": self._sentence(18, 35),
            "topics": self._some("topic", 3),
            "organizations": [
                {"organization": ref, "role": "organizer"} for ref in self._some("organization", 3)
            ],
            "people": [
                {"person": ref, "role": "speaker", "capacity": "First Secretary"}
                for ref in self._some("person", 5)
            ],
            "programme": [
                {"type": self.chance.choice(PARTS), "works": self._some("work", 1)}
                for _ in range(self.chance.randint(0, 3))
            ],
            **self._length(start),
        }
        if self.chance.random() < 0.6:
            event["occasion"] = f"occasion-{self.skew.one(OCCASIONS)}"
        return event

    def well_covered_event(self) -> dict:
        """One with all that a page of an event can hold."""
        event = self.event(0)
        self.events.pop()  # chance covers it no further
        return event | {
            "ref": WELL_COVERED,
            "people": [
                {"person": f"person-{number}", "role": "speaker", "capacity": "First Secretary"}
                for number in range(10)
            ],
            "organizations": [
                {"organization": f"organization-{number}", "role": "organizer"}
                for number in range(5)
            ],
            "programme": [
                {"type": part, "people": ["person-1"], "works": ["work-1"]} for part in PARTS[:5]
            ],
            "media": [
                {
                    "illustration": "candle",
                    "caption": "Candles",
                    "alt": "Candles",
                    "credit": "A desk",
                }
            ],
        }

    def report(self, number: int) -> dict:
        covered = None
        if self.chance.random() < 0.6:
            covered = int(len(self.events) * self.chance.random() ** 1.5)
        day, place = self.events[covered] if covered is not None else (self._day(), self._place())
        report = {
            "kind": "report",
            "ref": f"report-{number}",
            "headline": self._sentence(5, 10),
            "standfirst": self._sentence(18, 35),
            "body": "\n\n".join(self._sentence(60, 100) for _ in range(self.chance.randint(4, 7))),
            "source": f"source-{self.skew.one(SOURCES)}",
            "language": self.chance.choices(["en", "az", "de", "fr"], weights=(10, 5, 2, 2))[0],
            "published": str(day + timedelta(days=self.chance.randint(0, 2))),
            "dateline_place": place,
            "topics": self._some("topic", 3),
            "mentions": [
                {noun: ref} for noun in ("person", "organization") for ref in self._some(noun, 2)
            ],
        }
        if covered is not None:
            report["events"] = [f"event-{covered}"]
        if number < 20:
            report["events"] = [WELL_COVERED]
        return report

    def _sentence(self, least: int, most: int) -> str:
        many = self.chance.randint(least, most)
        said = " ".join(self.words[rank] for rank in self.skew.many(VOCABULARY, many))
        return f"{said.capitalize()}."

    def _day(self) -> date:
        """Later years hold more; one day in five is one of the crowded ones."""
        year = self.chance.choices(YEARS, weights=range(1, len(YEARS) + 1))[0]
        if self.chance.random() < 0.2:
            return date(year, *self.chance.choice(CROWDED_DAYS))
        return date(year, 1, 1) + timedelta(days=self.chance.randrange(365))

    def _length(self, start: date) -> dict:
        """One in twelve lasts for days or weeks, some are known to the month or the year only."""
        draw = self.chance.random()
        if draw < 0.08:
            last = start + timedelta(days=self.chance.randint(1, 60))
            return {"start": str(start), "end": str(last)}
        return {"start": str(start)[: 7 if draw < 0.10 else 4 if draw < 0.11 else 10]}

    def _place(self) -> str:
        """A venue, a city or a whole country, as far as is known."""
        sizes = {"country": COUNTRIES, "city": CITIES, "venue": VENUES}
        kind = self.chance.choices(list(sizes), weights=(2, 5, 3))[0]
        return f"{kind}-{self.skew.one(sizes[kind])}"
