"""The kinds of entries about what was written: sources and reports; docs/archive-file.md."""

from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from events.importers.entries import Refusal
from events.importers.fields import Aside, Clock, Column, Date, Draft, Flag, list_in
from events.importers.linking import Link, Links, Rows, Shape
from events.importers.shapes import NAME
from events.importers.shapes import SHAPES as SHAPES_OF_EVENTS
from reports.models import Citation, Correction, Mention, Report, Source, Statement
from reports.models.mention import MENTIONABLE


class OtherNames(Rows):
    """The other names of a source: they are lines of text, and no rows."""

    def __init__(self, column: str):
        super().__init__("", NAME)
        self.columns = (column,)

    def bind(self, model, name):
        self.name = name

    def put(self, draft, value, find):
        names: list[Draft] = []
        for position, item in enumerate(list_in(value)):
            row = Draft(NAME.blank())
            try:
                NAME.fill(row, item, find)
            except Refusal as refusal:
                raise refusal.inside(f"[{position}].") from None
            names.append(row)
        text = "\n".join(row.record.text for row in names)
        setattr(draft.record, self.columns[0], text)


SOURCE = Shape(
    Source,
    {
        "name": Column("name", required=True),
        "type": Column("kind"),
        "country": Link("country", "place"),
        "language": Column("language"),
        "website": Column("website"),
        "wikidata": Column("wikidata"),
        "names": OtherNames("also_called"),
    },
)


def _names_one_thing(draft: Draft) -> None:
    if sum(getattr(draft.record, f"{noun}_id") is not None for noun in MENTIONABLE) != 1:
        raise Refusal("", _("should name one of %s") % ", ".join(MENTIONABLE))


MENTION = Shape(
    Mention,
    {noun: Link(noun) for noun in MENTIONABLE} | {"words": Column("words")},
    check=_names_one_thing,
)


def _find_fact(draft: Draft) -> None:
    """Point the citation at the row of the event that its fields describe."""
    citation, given = draft.record, draft.aside
    event, role = given["event"], {"role": given["role"]} if given.get("role") else {}
    if person := given.get("person"):
        citation.participation = _row("person", event.participations, person_id=person.pk, **role)
    elif organization := given.get("organization"):
        citation.involvement = _row(
            "organization", event.involvements, organization_id=organization.pk, **role
        )
    elif "programme" in given:
        citation.programme_item = _row("programme", event.programme, order=given["programme"] - 1)
    elif "aspect" in given:
        citation.event, citation.aspect = event, given["aspect"]
    else:
        raise Refusal("aspect", _("is missing: what does the report state of the event?"))


def _row(name: str, rows: models.Manager, **wanted: Any) -> models.Model:
    for row in rows.all():
        if all(getattr(row, attribute) == value for attribute, value in wanted.items()):
            return row
    raise Refusal(name, _("the event has no such fact"))


CITATION = Shape(
    Citation,
    {
        "event": Aside("event", required=True),
        "aspect": Aside(choices=Citation.Aspect.values),
        "person": Aside("person"),
        "organization": Aside("organization"),
        "role": Aside(),
        "programme": Aside(whole=True),
        "value": Column("value"),
        "sentence": Column("sentence"),
    },
    check=_find_fact,
)
STATEMENT = Shape(
    Statement,
    {
        "type": Column("kind", required=True),
        "text": Column("text", required=True),
        "person": Link("person"),
        "capacity": Column("capacity"),
        "event": Link("event"),
    },
)
CORRECTION = Shape(
    Correction,
    {
        "date": Date("date", required=True),
        "type": Column("kind", required=True),
        "text": Column("text", required=True),
    },
)


def _has_place(draft: Draft) -> None:
    report, events = draft.record, draft.links.get("events")
    if events is None:
        events = [] if report._state.adding else report.events.all()
    if not report.dateline_place_id and not any(event.place_id for event in events):
        raise Refusal("dateline_place", _("is missing, and no event with a place is covered"))


REPORT = Shape(
    Report,
    {
        "headline": Column("headline", required=True),
        "source": Link("source", required=True),
        "published": Date("published_on", "date_precision", required=True),
        "undated": Flag("date_precision", Report.Precision.UNDATED),
        "published_time": Clock("published_time"),
        "standfirst": Column("standfirst"),
        "body": Column("body"),
        "bureau": Column("bureau"),
        "byline": Column("byline"),
        "section": Column("section"),
        "language": Column("language"),
        "url": Column("source_url"),
        "dateline_place": Link("dateline_place", "place"),
        "dateline_date": Date("dateline_date"),
        "cites": Links("cites", "source"),
        "events": Links("events", "event"),
        "topics": Links("topics", "topic"),
        "mentions": Rows("mentions", MENTION, *(f"{noun}_id" for noun in MENTIONABLE), once=True),
        "citations": Rows(
            "citations",
            CITATION,
            *("participation_id", "involvement_id", "programme_item_id", "event_id", "aspect"),
        ),
        "statements": Rows("statements", STATEMENT, "event_id", "person_id", "order"),
        "corrections": Rows("corrections", CORRECTION, "date", "kind"),
    },
    check=_has_place,
)

SHAPES = SHAPES_OF_EVENTS | {"source": SOURCE, "report": REPORT}
