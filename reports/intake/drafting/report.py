"""The draft report: its words, whom and what it names, what it states and who said what."""

from collections.abc import Iterator
from datetime import time

from events.dates import PartialDate
from events.models import Event, Involvement, Linkable, Participation, ProgrammeItem
from events.names import name_key
from reports.intake.drafting.event import Happening
from reports.intake.drafting.records import Records
from reports.intake.plan import (
    Plan,
    Planned,
    PlannedLink,
    PlannedPart,
    PlannedPerson,
    PlannedPlace,
)
from reports.intake.shortening import shortened
from reports.models import Citation, Mention, Report, Statement

_Aspect = Citation.Aspect


def report_of(plan: Plan, happening: Happening, records: Records) -> Report:
    """Write the draft report of a plan, with all that hangs on it."""
    told = _words(plan) | _dateline(plan, happening)
    report = records.save(Report(created_by=records.by, source=records.source(), **told))
    report.events.add(happening.event)
    if cited := [source for source in records.cited() if source.pk != report.source_id]:
        report.cites.add(*cited)
    for record, words in _named(plan, happening, records):
        noun = record._meta.model_name
        words = shortened(words, Mention, "words")
        records.save(Mention(report=report, words=words, **{noun: record}))
    for citation in _citations(plan, happening):
        citation.report = report
        records.save(citation)
    for order, statement in enumerate(_statements(plan, happening.event, records)):
        statement.report, statement.order = report, order
        records.save(statement)
    return report


def _words(plan: Plan) -> dict:
    """The columns of the report itself."""
    headline = shortened(plan.headline, Report, "headline")
    standfirst = plan.standfirst
    if headline != " ".join(plan.headline.split()):
        # What the headline has no room for stands under it.
        standfirst = "\n\n".join(filter(None, (plan.headline, standfirst)))
    dated = {}
    if plan.published:
        published = PartialDate.parse(plan.published)
        dated = {"published_on": published.first, "date_precision": published.precision}
    return {
        "headline": headline,
        "standfirst": standfirst,
        "body": plan.body,
        "bureau": plan.bureau,
        "byline": plan.byline,
        "section": plan.section,
        "language": plan.language,
        "source_url": plan.source_url,
        "published_time": time.fromisoformat(plan.published_time) if plan.published_time else None,
        **dated,
    }


def _dateline(plan: Plan, happening: Happening) -> dict:
    """Where and when the report was filed, where that is a place of its event."""
    key = name_key(plan.dateline)
    around = happening.place.lineage if happening.place and key else []
    place = next((place for place in around if place.name_key == key), None)
    day = PartialDate.parse(plan.dateline_date).first if plan.dateline_date else None
    return {"dateline_place": place, "dateline_date": day}


def _named(plan: Plan, happening: Happening, records: Records) -> Iterator[tuple[Linkable, str]]:
    """Each record that the report names, once, and the words it has for it."""
    seen = set()
    for noun in ("person", "organization", "work", "occasion"):
        for link, record in records.of(noun):
            if record not in seen:
                seen.add(record)
                yield record, link.words or link.name
    if happening.place:
        yield happening.place, _words_for(plan.place)


def _words_for(place: PlannedPlace) -> str:
    return place.venue or place.city or place.country


def _citations(plan: Plan, happening: Happening) -> Iterator[Citation]:
    """What the report states, each fact once."""
    cited = set()
    for planned, row in happening.facts:
        if row not in cited:
            cited.add(row)
            fact = _FACTS[type(row)]
            yield _citation(_stated(planned), planned.sentence, **{fact: row})
    event = happening.event
    if plan.start and plan.when_sentence:
        words = plan.when_words or plan.start
        yield _citation(words, plan.when_sentence, event=event, aspect=_Aspect.DATE)
    if plan.place.sentence and (words := _words_for(plan.place)):
        yield _citation(words, plan.place.sentence, event=event, aspect=_Aspect.PLACE)
    occasion = plan.occasion
    if occasion and occasion.wanted:
        words = occasion.words or occasion.name
        yield _citation(words, occasion.sentence, event=event, aspect=_Aspect.OCCASION)


_FACTS = {
    Participation: "participation",
    Involvement: "involvement",
    ProgrammeItem: "programme_item",
}


def _citation(value: str, sentence: str, **fact) -> Citation:
    return Citation(value=shortened(value, Citation, "value"), sentence=sentence, **fact)


def _stated(planned: Planned) -> str:
    """A fact in the words of the report."""
    match planned:
        case PlannedPerson():
            return planned.capacity or planned.words or planned.name
        case PlannedPart():
            kind = ProgrammeItem.Kind(planned.kind).label
            return ", ".join(planned.works) or planned.title or str(kind)
        case PlannedLink():
            return planned.words or planned.name
    return ""


def _statements(plan: Plan, event: Event, records: Records) -> Iterator[Statement]:
    """Who said what; words of somebody who was rejected are nobody else's, so they are left out."""
    for said in plan.statements:
        speaker = records.named("person", said.person)
        if said.wanted and (speaker or not said.person):
            yield Statement(
                event=event,
                person=speaker,
                capacity=shortened(said.capacity, Statement, "capacity"),
                kind=said.kind,
                text=said.text,
            )
