"""What is proposed for one report: values and links, each with the words it rests on.

Pure. What the text does not say is None or empty. `confidence` is from 0 to 1.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from events.dates import PartialDate
from events.names import name_key
from reports.intake.document import Span
from reports.intake.wire import WireCopy


@dataclass(frozen=True)
class Value:
    """One plain value of the report or its event; without a span it follows from others."""

    value: str
    span: Span | None = None
    confidence: float = 0.9


@dataclass(frozen=True)
class When:
    """The day or days of the gathering, as exactly as the text says."""

    first: PartialDate
    span: Span
    last: PartialDate | None = None
    confidence: float = 0.9


@dataclass(frozen=True)
class Where:
    """The place of the gathering: as much of venue, town and country as is known."""

    venue: Value | None = None
    city: Value | None = None
    country: Value | None = None
    country_code: str = ""  # ISO 3166-1 alpha-2
    geonames: int | None = None  # of the town
    lat: float | None = None  # of the town, in degrees
    lon: float | None = None


@dataclass(frozen=True)
class ProposedOccasion:
    """What is commemorated or celebrated, in the report's words."""

    what: str
    span: Span
    ordinal: int | None = None
    original: PartialDate | None = None  # when it happened, if the text says
    confidence: float = 0.8


@dataclass(frozen=True)
class ProposedOrganization:
    """An organization that is named, under its fullest name, and its part in the event."""

    name: str
    span: Span  # of the first form met
    surface: str
    role: str  # organizer, host, supporter, participant, mentioned
    aliases: tuple[str, ...] = ()
    kind: str = ""  # one of events.models.Organization.Kind; empty where the name does not tell
    confidence: float = 0.7
    spans: tuple[Span, ...] = ()  # of every time it is named


@dataclass(frozen=True)
class ProposedPerson:
    """A person who is named, with the capacity stated, and what part they took."""

    name: str
    span: Span
    surface: str
    role: str  # speaker, host, performer, attendee, mentioned
    title: str = ""
    affiliation: str = ""
    title_span: Span | None = None
    confidence: float = 0.7
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True)
class ProposedPart:
    """One part of the programme."""

    kind: str  # one of PARTS
    span: Span
    works: tuple[str, ...] = ()  # titles
    people: tuple[str, ...] = ()  # names
    confidence: float = 0.8


@dataclass(frozen=True)
class ProposedWork:
    """A film, book, piece of music … with a title of its own."""

    title: str
    kind: str  # film, music, book, poem, exhibition, performance
    span: Span
    creator: str = ""
    confidence: float = 0.7


@dataclass(frozen=True)
class ProposedStatement:
    """What somebody said, in the words of the report."""

    text: str
    span: Span
    kind: str  # quote, paraphrase
    person: str = ""  # empty: not said by whom
    confidence: float = 0.7


KINDS = (
    "commemoration", "national_day", "exhibition_opening", "book_presentation", "film_screening",
    "vigil", "conference", "protest", "concert", "cultural_celebration", "reception", "other",
)  # fmt: skip
PARTS = (
    "speech", "minute_of_silence", "wreath_laying", "candle_lighting", "memorial_service", "anthem",
    "flag_ceremony", "film_screening", "photo_exhibition", "exhibition", "concert", "performance",
    "reading", "panel", "book_presentation", "reception", "march", "unveiling", "awards",
    "message_reading", "military_honours", "bells_sirens", "signing", "competition",
)  # fmt: skip


@dataclass(frozen=True)
class Proposal:
    """All that is proposed for one report."""

    copy: WireCopy
    title: Value | None = None
    kind: Value = field(default_factory=lambda: Value("other", confidence=0.2))
    when: When | None = None
    where: Where = field(default_factory=Where)
    occasion: ProposedOccasion | None = None
    organizations: tuple[ProposedOrganization, ...] = ()
    people: tuple[ProposedPerson, ...] = ()
    programme: tuple[ProposedPart, ...] = ()
    works: tuple[ProposedWork, ...] = ()
    statements: tuple[ProposedStatement, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The proposal as `manage.py intake --json` prints it; docs/intake.md has the schema."""
        copy, when, where, occasion = self.copy, self.when, self.where, self.occasion
        return {
            "title": _value(self.title),
            "language": copy.language or None,
            "published": str(copy.published) if copy.published else None,
            "source": copy.source or None,
            "kind": self.kind.value,
            "event_start": str(when.first) if when else None,
            "event_end": str(when.last) if when and when.last else None,
            "date_precision": str(when.first.precision) if when else "reported",
            "city": _value(where.city),
            "country": _value(where.country),
            "venue": _value(where.venue),
            "occasion": occasion and {"what": occasion.what, "ordinal": occasion.ordinal},
            "orgs": [_organization(one) for one in self.organizations],
            "people": [_person(one) for one in self.people],
            "programme": list(dict.fromkeys(part.kind for part in self.programme)),
            "works": [
                {"title": work.title, "kind": work.kind, "creator": work.creator or None}
                for work in self.works
            ],
            "statements": [
                {
                    "person": said.person or None,
                    "kind": said.kind,
                    "text": said.text,
                    "span": list(said.span),
                }
                for said in self.statements
            ],
        }


def _value(value: Value | None) -> str | None:
    return value.value if value else None


def _organization(one: ProposedOrganization) -> dict[str, Any]:
    return {
        "surface": one.surface,
        "name": one.name,
        "aliases": list(one.aliases),
        "role": one.role,
        "span": list(one.span),
        "confidence": round(one.confidence, 2),
    }


def _person(one: ProposedPerson) -> dict[str, Any]:
    return {
        "surface": one.surface,
        "name": one.name,
        "title": one.title or None,
        "affiliation": one.affiliation or None,
        "role": one.role,
        "span": list(one.span),
        "confidence": round(one.confidence, 2),
    }


def item_key(noun: str, name: str) -> str:
    """What a proposed link is remembered by, however the text around it is read later."""
    return f"{noun}:{name_key(name)}"


def distinct(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans in the order of the text, each once."""
    return tuple(sorted(set(spans)))
