"""Find on file whom and what a plan names: by every name on record, in few questions."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlsplit

from django.db.models import F

from events.models import Linkable, Occasion, Organization, Work
from events.names import name_key
from reports.intake.matching.candidate import Candidate, Company, context_of, loaded
from reports.intake.matching.likeness import SAME, SAME_BY_ALIAS, SAME_SOUNDS, SPELT_ALIKE, Asked
from reports.intake.matching.missions import Mission
from reports.intake.matching.occasions import is_certainly, may_be
from reports.intake.matching.on_file import Found, names_on_file
from reports.intake.matching.places import Standing, asked_places, standing
from reports.intake.plan import (
    MENTIONED,
    Plan,
    PlannedLink,
    PlannedOccasion,
    PlannedOrganization,
)
from reports.models import Source

__all__ = ["Candidate", "Matches", "candidates", "links_of", "match", "with_matches"]

SHOWN = 6  # candidates of one link
_ACTED_BEFORE = 2  # what company kept before adds to a likeness
# What a report calls a film may be entered as a documentary.
_SAME_KINDS = (
    {Work.Kind.FILM, Work.Kind.DOCUMENTARY, Work.Kind.SHORT_FILM, Work.Kind.VIDEO},
    {Work.Kind.BOOK, Work.Kind.POEM},
    {Work.Kind.MUSIC, Work.Kind.PERFORMANCE, Work.Kind.VIDEO},
)


@dataclass(frozen=True)
class Matches:
    """What a plan leads to on file."""

    candidates: dict[str, list[Candidate]]  # by the key of each link, and "place" and "source"
    places: Standing
    cited: dict[str, Source]  # by the key of what is named and is a source of that very name


def candidates(plan: Plan) -> dict[str, list[Candidate]]:
    """Records that the links of a plan may mean, the likest first.

    By the key of each link, and "place" and "source". A new record is always one more choice.
    """
    return match(plan).candidates


def with_matches(plan: Plan, found: dict[str, list[Candidate]]) -> Plan:
    """The plan with the record set wherever one is certain and nothing was decided."""

    def decided(link: PlannedLink) -> Any:
        return replace(link, record=link.record or _certain(found.get(link.key)))

    return replace(
        plan,
        organizations=tuple(map(decided, plan.organizations)),
        people=tuple(map(decided, plan.people)),
        works=tuple(map(decided, plan.works)),
        occasion=plan.occasion and decided(plan.occasion),
        place=replace(plan.place, record=plan.place.record or _certain(found.get("place"))),
        source_record=plan.source_record or _certain(found.get("source")),
    )


def _certain(found: list[Candidate] | None) -> int | None:
    return next((each.record.pk for each in found or () if each.certain), None)


def links_of(plan: Plan) -> Iterator[tuple[str, PlannedLink]]:
    """Everything the plan links to but place and source, with its noun."""
    yield from (("organization", link) for link in plan.organizations)
    yield from (("person", link) for link in plan.people)
    yield from (("work", link) for link in plan.works)
    if plan.occasion:
        yield "occasion", plan.occasion


def match(plan: Plan) -> Matches:
    """All that the names of a plan lead to on file."""
    found = names_on_file(_asked(plan))
    records = _records(found)
    here = standing(plan.place, found)
    result = {"place": _places(here), "source": _sources(plan, found, records["source"])}
    for noun, link in links_of(plan):
        names = [name for name in found.get(link.key, ()) if name.record in records[noun]]
        result[link.key] = _ranked(plan, link, names, records[noun])
    return Matches(result, here, _cited(plan, found, records["source"]))


def _asked(plan: Plan) -> Iterator[Asked]:
    """Every name that the plan has for something."""
    for noun, link in links_of(plan):
        yield Asked(link.key, noun, link.name, name_key(link.name), True)
        for name in (*link.aliases, link.words):
            # A surname alone would find all who bear it.
            if noun != "person" or len(name.split()) > 1:
                yield Asked(link.key, noun, name, name_key(name), False)
        if mission := _mission(link):
            name = mission.usual_name
            yield Asked(link.key, noun, name, name_key(name), False)
        if _may_be_cited(noun, link):
            yield Asked(f"cited:{link.key}", "source", link.name, name_key(link.name), True)
    yield Asked("source", "source", plan.source, name_key(plan.source), True)
    yield from asked_places(plan.place)


def _records(found: dict[str, list[Found]]) -> dict[str, dict[int, Linkable]]:
    """The records of these names, with what tells them from their namesakes."""
    wanted: dict[str, set[int]] = defaultdict(set)
    sure: dict[str, set[int]] = defaultdict(set)
    for names in found.values():
        for name in names[:SHOWN]:
            wanted[name.noun].add(name.record)
            if name.score >= SAME_SOUNDS:
                sure[name.noun].add(name.record)
    company = Company(sure["organization"], sure["occasion"])
    records: dict[str, dict[int, Linkable]] = defaultdict(dict)
    for noun in wanted.keys() - {"place"}:
        records[noun] = loaded(noun, wanted[noun], company)
    return records


def _ranked(
    plan: Plan, link: PlannedLink, names: list[Found], records: dict[int, Linkable]
) -> list[Candidate]:
    certain = _only_one(names) or _only_other_name(plan, link, names, records)
    if certain and not _agrees(plan, link, records[certain]):
        certain = None
    return _first(
        [
            Candidate(
                record := records[name.record],
                name.name,
                context_of(record),
                name.score if name.score >= SAME_SOUNDS else name.score + _bonus(record),
                name.record == certain,
            )
            for name in names
        ]
    )


def _first(found: list[Candidate]) -> list[Candidate]:
    found.sort(key=lambda each: (not each.certain, -each.score, -_bonus(each.record)))
    return found[:SHOWN]


def _bonus(record: Linkable) -> float:
    """What speaks for a person: who acted before for such an organization, on such an occasion."""
    kept = (getattr(record, name, False) for name in ("acted_for", "acted_at"))
    return _ACTED_BEFORE * sum(kept)


def _only_one(names: list[Found]) -> int | None:
    """The one record that has just this name; a person's has two words at least."""
    for score in (SAME, SAME_BY_ALIAS, SPELT_ALIKE):
        same = {
            name.record
            for name in names
            if name.score == score and (name.words > 1 or (score == SAME and name.noun != "person"))
        }
        if same:
            return same.pop() if len(same) == 1 else None
    return None


def _mission(link: PlannedLink) -> Mission | None:
    is_one = isinstance(link, PlannedOrganization) and link.kind == Organization.Kind.EMBASSY
    return Mission.of((link.name, *link.aliases, link.words)) if is_one else None


def _only_other_name(
    plan: Plan, link: PlannedLink, names: list[Found], records: dict[int, Linkable]
) -> int | None:
    """The one embassy or occasion on file that goes by several names, this one among them."""
    mission = _mission(link)
    same = set()
    for name in names:
        record = records[name.record]
        if isinstance(link, PlannedOccasion):
            is_same = is_certainly(plan, link, record, name.name)
        else:
            other = mission and Mission.of((name.name, record.name))
            is_same = other and mission.is_same(other, plan.place.country_code)
        if is_same:
            same.add(record.pk)
    return same.pop() if len(same) == 1 else None


def _agrees(plan: Plan, link: PlannedLink, record: Linkable) -> bool:
    """Whether what else the report says of it is true of the record."""
    if isinstance(record, Work) and link.kind and record.kind != link.kind:
        return any({record.kind, link.kind} <= kinds for kinds in _SAME_KINDS)
    if isinstance(record, Occasion) and isinstance(link, PlannedOccasion):
        return may_be(plan, link, record)
    return True


def _places(here: Standing) -> list[Candidate]:
    """What the smallest place may be; where that is not on file, the next larger one last."""
    return _first(
        [
            Candidate(place, name.name, context_of(place), name.score, certain=place == here.named)
            for name, place in here.others
        ]
    )


def _sources(plan: Plan, found: dict[str, list[Found]], records: dict) -> list[Candidate]:
    names = [name for name in found.get("source", ()) if name.record in records]
    if plan.source or not (host := _host(plan.source_url)):
        only = _only_one(names)
        return _first(
            [
                Candidate(
                    record := records[name.record],
                    name.name,
                    context_of(record),
                    name.score,
                    name.record == only,
                )
                for name in names
            ]
        )
    there = Source.objects.filter(website__icontains=host).annotate(around=F("country__name"))
    same = [source for source in there[:50] if _host(source.website) == host]
    return [
        Candidate(source, source.name, context_of(source), SAME_BY_ALIAS, certain=len(same) == 1)
        for source in same[:SHOWN]
    ]


def _may_be_cited(noun: str, link: PlannedLink) -> bool:
    """Whether it is an organization without a part in the event, and none on file."""
    return noun == "organization" and link.role == MENTIONED and not link.record


def _cited(plan: Plan, found: dict[str, list[Found]], records: dict) -> dict[str, Source]:
    """The outlets that a report refers to are no organizations at its event."""
    cited = {}
    for noun, link in links_of(plan):
        only = _only_one(found.get(f"cited:{link.key}", []))
        if only in records and _may_be_cited(noun, link):
            cited[link.key] = records[only]
    return cited


def _host(address: str) -> str:
    return (urlsplit(address).hostname or "").removeprefix("www.")
