"""Events as plain data: what all files about events are written from.

A page of events is read at once, and what is linked to them as rows of values: a hundred events
with their people as objects of their own would take most of the time a feed may take.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import UTC, date, datetime

from django.db.models import F

from events.models import Event, Involvement, Occasion, Participation, ProgrammeItem, public
from events.models.base import page_address
from events.models.event import EventTopic
from events.serializers.noun import Noun, Plain, Site
from events.serializers.place import full_name, places_as_plain

_KNOWN = {Event.Precision.YEAR: 4, Event.Precision.MONTH: 7}


def events_as_plain(events: Sequence[Event], site: Site, parts: Collection[str] = ()) -> list:
    """Public events with their place and occasion, and with these parts."""
    pks = [event.pk for event in events]
    places = places_as_plain((event.place_id for event in events), site)
    occasions = _occasions({event.occasion_id for event in events if event.occasion_id}, site)
    linked = {part: _PARTS[part](pks, site) for part in parts}
    return [
        {
            **_event(event, site),
            "place": places.get(event.place_id),
            "occasion": occasions.get(event.occasion_id),
            **{part: found[event.pk] for part, found in linked.items()},
        }
        for event in events
    ]


def _event(event: Event, site: Site) -> Plain:
    return {
        "id": event.pk,
        "address": site.address + event.get_absolute_url(),
        "title": event.title,
        "kind": event.kind,
        "status": event.status_in_world,
        "date": {
            "start": _as_known(event.start_date, event.date_precision),
            "end": _as_known(event.end_date, event.date_precision),
            "precision": event.date_precision,
            "words": event.date_label,
        },
        "start_time": f"{event.start_time:%H:%M}" if event.start_time else None,
        "end_time": f"{event.end_time:%H:%M}" if event.end_time else None,
        "ordinal": event.ordinal,
        "summary": event.summary,
        "published": in_utc(event.public_since or event.modified_at),
        "modified": in_utc(event.modified_at),
    }


def in_utc(moment: datetime) -> str:
    """As RFC 3339 has it: "2026-02-23T18:00:00Z"."""
    return f"{moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec='seconds')}Z"


def _as_known(day: date | None, precision: str) -> str | None:
    """A date no more exact than is known: "2026-02" where the day is not."""
    return day.isoformat()[: _KNOWN.get(precision, 10)] if day else None


def _occasions(pks: Iterable[int], site: Site) -> dict[int, Plain]:
    rows = Occasion.objects.filter(pk__in=pks).values_list("pk", "name") if pks else ()
    return {pk: link("occasion", pk, name, site) for pk, name in rows}


def link(noun: str, pk: int, name: str, site: Site) -> Plain:
    """A record as others name it."""
    return {"id": pk, "name": name, "address": site.address + page_address(noun, pk, name)}


# --- Parts: rows linked to a page of events, by event ---------------------------------------------


def _organizations(pks: Sequence[int], site: Site) -> dict[int, list[Plain]]:
    rows = Involvement.objects.filter(event__in=pks).order_by("event", "order", "pk")
    found = defaultdict(list)
    for event, role, pk, name in rows.values_list(
        "event_id", "role", "organization_id", "organization__name"
    ):
        found[event].append({**link("organization", pk, name, site), "role": role})
    return found


def _people(pks: Sequence[int], site: Site) -> dict[int, list[Plain]]:
    """Who took part, in the capacity stated then."""
    rows = Participation.objects.filter(event__in=pks).order_by("event", "order", "pk")
    found = defaultdict(list)
    for event, role, capacity, pk, name, organization, organization_name in rows.values_list(
        "event_id", "role", "capacity", "person_id", "person__name",
        "organization_id", "organization__name",
    ):  # fmt: skip
        found[event].append(
            {
                **link("person", pk, name, site),
                "role": role,
                "capacity": capacity,
                "speaking_for": organization
                and link("organization", organization, organization_name, site),
            }
        )
    return found


def _programme(pks: Sequence[int], site: Site) -> dict[int, list[Plain]]:
    """The parts of each event in their order, with people and works by name."""
    items = ProgrammeItem.objects.filter(event__in=pks).order_by("event", "order", "pk")
    found: dict[int, dict[int, Plain]] = defaultdict(dict)
    # One row for each person and work of an item, which has but a few.
    for event, pk, kind, title, time, note, is_cancelled, person, work in items.values_list(
        "event_id", "pk", "kind", "title", "time", "note", "is_cancelled",
        "people__name", "works__title",
    ):  # fmt: skip
        item = found[event].setdefault(
            pk,
            {
                "kind": kind,
                "title": title,
                "time": f"{time:%H:%M}" if time else None,
                "note": note,
                "took_place": not is_cancelled,
                "people": [],
                "works": [],
            },
        )
        for names, name in ((item["people"], person), (item["works"], work)):
            if name and name not in names:
                names.append(name)
    return defaultdict(list, {event: list(items.values()) for event, items in found.items()})


def _topics(pks: Sequence[int], site: Site) -> dict[int, list[str]]:
    rows = EventTopic.objects.filter(content_object__in=pks).order_by("tag__name", "tag")
    found = defaultdict(list)
    for event, name in rows.values_list("content_object", "tag__name"):
        found[event].append(name)
    return found


def _description(pks: Sequence[int], site: Site) -> dict[int, str]:
    return dict(Event.objects.filter(pk__in=pks).values_list("pk", "description"))


def _reports(pks: Sequence[int], site: Site) -> dict[int, list[Plain]]:
    """The public reports about each event, by the date their source published them."""
    covered = Event.reports.through.objects.filter(public(prefix="report__"), event__in=pks)
    found = defaultdict(list)
    for event, pk, headline, source in covered.order_by(
        F("report__published_on").asc(nulls_last=True), "report"
    ).values_list("event", "report", "report__headline", "report__source__name"):
        address = site.address + page_address("report", pk, headline)
        found[event].append({"id": pk, "headline": headline, "source": source, "address": address})
    return found


_PARTS: dict[str, Callable[[Sequence[int], Site], dict]] = {
    "organizations": _organizations,
    "people": _people,
    "programme": _programme,
    "topics": _topics,
    "description": _description,
    "reports": _reports,
}


# --- What the formats need to know ----------------------------------------------------------------

_OF_PLAIN = (
    "title", "kind", "status_in_world", "start_date", "end_date", "date_precision",
    "start_time", "end_time", "place", "occasion", "ordinal", "summary",
    "public_since", "modified_at",
)  # fmt: skip


def _entry(event: Plain) -> Plain:
    where = full_name(event["place"])
    when_and_where = " | ".join(filter(None, (where, event["date"]["words"])))
    return {
        "title": event["title"],
        "text": "\n".join(filter(None, (when_and_where, event["summary"]))),
        "author": "",
        "categories": [str(Event.Kind(event["kind"]).label)],
    }


EVENT = Noun(
    model=Event,
    records=lambda: Event.objects.only(*_OF_PLAIN),
    as_plain=events_as_plain,
    as_entry=_entry,
    columns=(
        "id", "address", "title", "kind", "status",
        "date.start", "date.end", "date.precision", "start_time", "end_time",
        "place.name", "place.within", "place.country", "place.time_zone",
        "place.latitude", "place.longitude", "place.point_precision",
        "occasion.name", "ordinal", "organizations", "people", "summary",
        "published", "modified",
    ),
    parts={
        "ics": ("organizations", "people", "programme"),
        "json": ("organizations", "people"),
        "csv": ("organizations", "people"),
    },
    whole=("organizations", "people", "programme", "topics", "description", "reports"),
)  # fmt: skip
