"""The kinds of entries about what happened: places, people, events; docs/archive-file.md."""

from events.importers.fields import Clock, Column, Date, Field
from events.importers.linking import Link, Links, Rows, Shape
from events.importers.media import ILLUSTRATION
from events.models import (
    Event,
    Involvement,
    Name,
    Occasion,
    Organization,
    Participation,
    Person,
    Place,
    ProgrammeItem,
    Topic,
    Work,
)

NAME = Shape(
    Name,
    {
        "text": Column("text", required=True),
        "kind": Column("kind"),
        "language": Column("language"),
    },
)


def _names() -> Field:
    return Rows("names", NAME, "text", "kind", "language")


PLACE = Shape(
    Place,
    {
        "name": Column("name", required=True),
        "type": Column("kind", required=True),
        "parent": Link("parent", "place"),
        "country_code": Column("country_code"),
        "lat": Column("latitude"),
        "lon": Column("longitude"),
        "point_precision": Column("point_precision"),
        "time_zone": Column("time_zone"),
        "wikidata": Column("wikidata"),
        "geonames": Column("geonames"),
        "names": _names(),
    },
)
ORGANIZATION = Shape(
    Organization,
    {
        "name": Column("name", required=True),
        "type": Column("kind"),
        "seat": Link("seat", "place"),
        "parent": Link("parent", "organization"),
        "website": Column("website"),
        "wikidata": Column("wikidata"),
        "names": _names(),
    },
)
PERSON = Shape(
    Person,
    {
        "name": Column("name", required=True),
        "sort_name": Column("sort_name"),
        "wikidata": Column("wikidata"),
        "names": _names(),
    },
)
OCCASION = Shape(
    Occasion,
    {
        "name": Column("name", required=True),
        "date": Date("original_date", "date_precision"),
        "place": Link("place"),
        "description": Column("description"),
        "wikidata": Column("wikidata"),
        "names": _names(),
    },
)
WORK = Shape(
    Work,
    {
        "title": Column("title", required=True),
        "type": Column("kind"),
        "year": Column("year"),
        "creators": Links("creators", "person"),
        "wikidata": Column("wikidata"),
        "names": _names(),
    },
)
TOPIC = Shape(Topic, {"name": Column("name", required=True)})

INVOLVEMENT = Shape(
    Involvement,
    {
        "organization": Link("organization", required=True),
        "role": Column("role", required=True),
    },
)
PARTICIPATION = Shape(
    Participation,
    {
        "person": Link("person", required=True),
        "role": Column("role", required=True),
        "capacity": Column("capacity"),
        "organization": Link("organization"),
    },
)
PROGRAMME_ITEM = Shape(
    ProgrammeItem,
    {
        "type": Column("kind", required=True),
        "title": Column("title"),
        "time": Clock("time"),
        "people": Links("people", "person"),
        "works": Links("works", "work"),
        "cancelled": Column("is_cancelled"),
        "note": Column("note"),
    },
)
EVENT = Shape(
    Event,
    {
        "title": Column("title", required=True),
        "start": Date("start_date", "date_precision", required=True),
        "type": Column("kind"),
        "end": Date("end_date", loose=True),
        "precision": Column("date_precision"),
        "start_time": Clock("start_time"),
        "end_time": Clock("end_time"),
        "status": Column("status_in_world"),
        "place": Link("place", required=True),
        "occasion": Link("occasion"),
        "ordinal": Column("ordinal"),
        "summary": Column("summary"),
        "description": Column("description"),
        "topics": Links("topics", "topic"),
        "organizations": Rows("involvements", INVOLVEMENT, "organization_id", "role", once=True),
        "people": Rows("participations", PARTICIPATION, "person_id", "role", once=True),
        "programme": Rows("programme", PROGRAMME_ITEM, "kind", "title"),
        "media": Rows("media", ILLUSTRATION, "item_id"),
    },
)

SHAPES = {
    "place": PLACE,
    "organization": ORGANIZATION,
    "person": PERSON,
    "occasion": OCCASION,
    "work": WORK,
    "topic": TOPIC,
    "event": EVENT,
}
