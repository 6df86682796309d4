"""What is to become of a proposal: the editor's copy of it, accepted, corrected or rejected.

A plan is kept as JSON with the pasted text until its drafts are made. Of each link it says
whether it is wanted and which record on file it means; `record` None makes a new one.
"""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field, fields, replace
from typing import Any, Self

from django.utils.text import capfirst
from django.utils.translation import gettext

from events.dates import DatePrecision
from events.models import Event
from events.names import words
from reports.intake.document import Document
from reports.intake.proposal import (
    Proposal,
    ProposedOrganization,
    ProposedPart,
    ProposedPerson,
    ProposedStatement,
    ProposedWork,
    Value,
    item_key,
)

LIKELY = 0.5  # from here on a proposal is wanted unless the editor says otherwise
MENTIONED = "mentioned"  # the role of whom a report names without a part in the event
# The parts of a programme in which works of a kind are shown.
SHOWN_IN = {
    **dict.fromkeys(("film", "documentary", "short_film", "video"), ("film_screening",)),
    "music": ("concert", "performance"),
    "book": ("book_presentation", "reading"),
    "poem": ("reading", "performance"),
    "exhibition": ("exhibition", "photo_exhibition"),
    "performance": ("performance", "concert"),
}
_SHOWING = {part for parts in SHOWN_IN.values() for part in parts}
MOST = 100  # rows of one kind that a desk shows; a text with more is no report


@dataclass(frozen=True, kw_only=True)
class Planned:
    """One thing that may come out of the report, and the sentence it rests on."""

    key: str  # by which a later reading of the same text finds the decision again
    wanted: bool = True
    sentence: str = ""


@dataclass(frozen=True, kw_only=True)
class PlannedLink(Planned):
    """A record the report leads to: one on file, or a new one of this name."""

    name: str
    record: int | None = None
    words: str = ""  # as the report words it
    aliases: tuple[str, ...] = ()
    kind: str = ""


@dataclass(frozen=True, kw_only=True)
class PlannedOrganization(PlannedLink):
    role: str = MENTIONED


@dataclass(frozen=True, kw_only=True)
class PlannedPerson(PlannedLink):
    role: str = MENTIONED
    capacity: str = ""
    affiliation: str = ""


@dataclass(frozen=True, kw_only=True)
class PlannedWork(PlannedLink):
    creator: str = ""


@dataclass(frozen=True, kw_only=True)
class PlannedOccasion(PlannedLink):
    ordinal: int | None = None
    original: str = ""  # YYYY, YYYY-MM or YYYY-MM-DD


@dataclass(frozen=True, kw_only=True)
class PlannedPart(Planned):
    kind: str
    title: str = ""
    people: tuple[str, ...] = ()
    works: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class PlannedStatement(Planned):
    text: str
    kind: str = "paraphrase"
    person: str = ""
    capacity: str = ""


@dataclass(frozen=True, kw_only=True)
class PlannedPlace:
    """Where it was: names from the smallest to the largest, and the record if it is on file."""

    venue: str = ""
    city: str = ""
    country: str = ""
    country_code: str = ""
    geonames: int | None = None
    lat: float | None = None
    lon: float | None = None
    record: int | None = None  # of the smallest that is named
    sentence: str = ""


@dataclass(frozen=True, kw_only=True)
class Plan:
    """The report, its event and its links, as the editor wants them."""

    headline: str = ""
    standfirst: str = ""
    body: str = ""
    source: str = ""
    source_record: int | None = None
    source_url: str = ""
    bureau: str = ""
    byline: str = ""
    section: str = ""
    language: str = ""
    published: str = ""  # YYYY, YYYY-MM or YYYY-MM-DD
    published_time: str = ""  # HH:MM
    dateline: str = ""  # the place it was filed from, as printed
    dateline_date: str = ""  # YYYY-MM-DD
    event: int | None = None  # one on file that this report covers too; else a new one
    event_title: str = ""
    kind: str = "other"
    start: str = ""  # YYYY, YYYY-MM or YYYY-MM-DD; empty: only the day of the report is known
    end: str = ""
    when_words: str = ""  # the date as the report words it
    when_sentence: str = ""
    place: PlannedPlace = field(default_factory=PlannedPlace)
    occasion: PlannedOccasion | None = None
    organizations: tuple[PlannedOrganization, ...] = ()
    people: tuple[PlannedPerson, ...] = ()
    works: tuple[PlannedWork, ...] = ()
    programme: tuple[PlannedPart, ...] = ()
    statements: tuple[PlannedStatement, ...] = ()

    def as_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> Self:
        """The plan that was kept; names of a later or earlier version are passed over."""
        given = _known(cls, stored)
        for name, kind in _LISTS.items():
            given[name] = tuple(_read(kind, row) for row in given.get(name, ()))
        for name, kind in _ONES.items():
            if one := given.pop(name, None):
                given[name] = _read(kind, one)
        return cls(**given)

    def reread(self, fresh: Self) -> Self:
        """This plan with what a new reading of the same text finds besides; decisions stay."""
        changed = {
            name: (*getattr(self, name), *_others(getattr(fresh, name), getattr(self, name)))
            for name in _LISTS
        }
        return replace(self, **changed)


_LISTS: dict[str, type[Planned]] = {
    "organizations": PlannedOrganization,
    "people": PlannedPerson,
    "works": PlannedWork,
    "programme": PlannedPart,
    "statements": PlannedStatement,
}
_ONES: dict[str, type] = {"place": PlannedPlace, "occasion": PlannedOccasion}


def _known(kind: type, stored: dict[str, Any]) -> dict[str, Any]:
    names = {one.name for one in fields(kind)}
    return {name: value for name, value in stored.items() if name in names}


def _read(kind: type, stored: dict[str, Any]) -> Any:
    given = _known(kind, stored)
    return kind(
        **{
            name: tuple(value) if isinstance(value, list) else value
            for name, value in given.items()
        }
    )


def _others(fresh: Iterable[Planned], kept: Sequence[Planned]) -> list[Planned]:
    known = {one.key for one in kept}
    return [one for one in fresh if one.key not in known]


# --- From a proposal ------------------------------------------------------------------------------


def plan_of(proposal: Proposal) -> Plan:
    """What would be made of a proposal if nobody changed it."""
    document = Document.of(proposal.copy)
    sentence = _Sentences(document)
    copy = proposal.copy
    return Plan(
        headline=_value(proposal.title) or _first_sentence(document),
        standfirst=document.words_of(copy.standfirst) if copy.standfirst else "",
        body="\n\n".join(document.words_of(paragraph) for paragraph in copy.paragraphs),
        source=copy.source,
        bureau=copy.bureau,
        byline=document.words_of(copy.byline) if copy.byline else "",
        section=document.words_of(copy.section) if copy.section else "",
        language=copy.language,
        published=str(copy.published or ""),
        published_time=f"{copy.published_time:%H:%M}" if copy.published_time else "",
        dateline=document.words_of(copy.dateline) if copy.dateline else "",
        dateline_date=_dateline_date(proposal, document),
        event_title=_event_title(proposal),
        kind=proposal.kind.value,
        start=str(proposal.when.first) if proposal.when else "",
        end=str(proposal.when.last) if proposal.when and proposal.when.last else "",
        when_words=document.words_of(proposal.when.span) if proposal.when else "",
        when_sentence=sentence(proposal.when.span) if proposal.when else "",
        place=_place(proposal, sentence),
        occasion=_occasion(proposal, sentence),
        organizations=tuple(_organization(one, sentence) for one in proposal.organizations[:MOST]),
        people=tuple(_person(one, sentence) for one in proposal.people[:MOST]),
        works=tuple(_work(one, sentence) for one in proposal.works[:MOST]),
        programme=_programme(proposal, sentence),
        statements=tuple(_statement(one, proposal, sentence) for one in proposal.statements[:MOST]),
    )


def _event_title(proposal: Proposal) -> str:
    """Neutral words for the event, where its place is known: "Commemoration in Brussels"."""
    place = proposal.where.city or proposal.where.country
    if not place:
        return ""
    kind = Event.Kind(proposal.kind.value).label
    return gettext("%(kind)s in %(place)s") % {"kind": capfirst(kind), "place": place.value}


class _Sentences:
    """The sentence that stands around a span, on one line."""

    def __init__(self, document: Document):
        self.document = document

    def __call__(self, span) -> str:
        found = span and self.document.sentence_at(span.start)
        return " ".join(found.text.split()) if found else ""


def _value(value: Value | None) -> str:
    return value.value if value else ""


def _first_sentence(document: Document) -> str:
    """What a report says first, to stand over a copy without a headline."""
    return document.words_of(document.body[0].span) if document.body else ""


def _dateline_date(proposal: Proposal, document: Document) -> str:
    """The day a report was filed, where that is the day it was published: no year is printed."""
    span, published = proposal.copy.dateline_date, proposal.copy.published
    if not (span and published and published.precision == DatePrecision.DAY):
        return ""
    return str(published) if str(published.first.day) in words(document.words_of(span)) else ""


def _place(proposal: Proposal, sentence: _Sentences) -> PlannedPlace:
    where = proposal.where
    named = next(
        (one for one in (where.venue, where.city, where.country) if one and one.span), None
    )
    return PlannedPlace(
        venue=_value(where.venue),
        city=_value(where.city),
        country=_value(where.country),
        country_code=where.country_code,
        geonames=where.geonames,
        lat=where.lat,
        lon=where.lon,
        sentence=sentence(named.span) if named else "",
    )


def _grounds(noun: str, name: str, one: Any, sentence: _Sentences) -> dict[str, Any]:
    """What every planned thing has: its key, whether it is likely, and where it stands."""
    return {
        "key": item_key(noun, name)[:300],
        "wanted": one.confidence >= LIKELY,
        "sentence": sentence(one.span),
    }


def _occasion(proposal: Proposal, sentence: _Sentences) -> PlannedOccasion | None:
    one = proposal.occasion
    return one and PlannedOccasion(
        **_grounds("occasion", one.what, one, sentence),
        name=one.what,
        words=one.what,
        ordinal=one.ordinal,
        original=str(one.original or ""),
    )


def _organization(one: ProposedOrganization, sentence: _Sentences) -> PlannedOrganization:
    return PlannedOrganization(
        **_grounds("organization", one.name, one, sentence),
        name=one.name,
        words=one.surface,
        aliases=one.aliases,
        kind=one.kind,
        role=one.role,
    )


def _person(one: ProposedPerson, sentence: _Sentences) -> PlannedPerson:
    return PlannedPerson(
        **_grounds("person", one.name, one, sentence),
        name=one.name,
        words=one.surface,
        role=one.role,
        capacity=one.title,
        affiliation=one.affiliation,
    )


def _work(one: ProposedWork, sentence: _Sentences) -> PlannedWork:
    return PlannedWork(
        **_grounds("work", one.title, one, sentence),
        name=one.title,
        words=one.title,
        kind=one.kind,
        creator=one.creator,
    )


def _programme(proposal: Proposal, sentence: _Sentences) -> tuple[PlannedPart, ...]:
    """The parts, each with the works shown in it; those who spoke with the only speech."""
    parts = proposal.programme[:MOST]
    works = {part: list(part.works) for part in parts}
    for work in proposal.works:
        part = _part_showing(work, parts, sentence)
        if part and not any(work.title in titles for titles in works.values()):
            works[part].append(work.title)
    speeches = [part for part in parts if part.kind == "speech"]
    speakers = tuple(one.name for one in proposal.people if one.role == "speaker")
    return tuple(
        PlannedPart(
            **_grounds("part", " ".join((part.kind, *part.works)), part, sentence),
            kind=part.kind,
            people=part.people or (speakers if speeches == [part] else ()),
            works=tuple(works[part]),
        )
        for part in parts
    )


def _part_showing(
    work: ProposedWork, parts: Sequence[ProposedPart], sentence: _Sentences
) -> ProposedPart | None:
    """The part that fits a work, best in the same sentence; else one that shows things there."""
    beside = [part for part in parts if sentence(part.span) == sentence(work.span)]
    fitting = SHOWN_IN.get(work.kind, ())
    for among, kinds in ((beside, fitting), (parts, fitting), (beside, _SHOWING)):
        for part in among:
            if part.kind in kinds:
                return part
    return None


def _statement(
    one: ProposedStatement, proposal: Proposal, sentence: _Sentences
) -> PlannedStatement:
    said_by = next((each for each in proposal.people if each.name == one.person), None)
    return PlannedStatement(
        **_grounds("statement", one.text, one, sentence),
        text=one.text,
        kind=one.kind,
        person=one.person,
        capacity=said_by.title if said_by else "",
    )
