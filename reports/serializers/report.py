"""Reports as plain data: what all files about reports are written from."""

from collections import defaultdict
from collections.abc import Callable, Collection, Sequence

from events.models import public
from events.models.base import page_address
from events.serializers.event import in_utc, link
from events.serializers.linkable import noun_of
from events.serializers.noun import Noun, Plain, Site
from events.serializers.place import full_name, places_as_plain
from reports.models import Correction, Mention, Report, Source, Statement
from reports.models.report import ReportTopic


def reports_as_plain(reports: Sequence[Report], site: Site, parts: Collection[str] = ()) -> list:
    """Public reports with their source, place and public events, and with these parts."""
    pks = [report.pk for report in reports]
    sources = _sources({report.source_id for report in reports}, site)
    events = _events(pks)
    # Where it was filed, or else where the event was.
    at = {
        report.pk: report.dateline_place_id
        or next((place for _pk, _title, place in events[report.pk] if place), None)
        for report in reports
    }
    places = places_as_plain(at.values(), site)
    linked = {part: _PARTS[part](pks, site) for part in parts}
    return [
        {
            **_report(report, site),
            "source": sources.get(report.source_id),
            "place": places.get(at[report.pk]),
            "events": [
                {
                    "id": pk,
                    "title": title,
                    "address": site.address + page_address("event", pk, title),
                }
                for pk, title, _place in events[report.pk]
            ],
            **{part: found[report.pk] for part, found in linked.items()},
        }
        for report in reports
    ]


def _report(report: Report, site: Site) -> Plain:
    return {
        "id": report.pk,
        "address": site.address + report.get_absolute_url(),
        "headline": report.headline,
        "standfirst": report.standfirst,
        "bureau": report.bureau,
        "byline": report.byline,
        "section": report.section,
        "language": report.language,
        "date": {
            "published": report.date_iso or None,
            "precision": report.date_precision,
            "words": report.date_label,
        },
        "time": f"{report.published_time:%H:%M}" if report.published_time else None,
        "source_address": report.source_url,
        "published": in_utc(report.public_since or report.modified_at),
        "modified": in_utc(report.modified_at),
    }


def _sources(pks: set[int], site: Site) -> dict[int, Plain]:
    rows = Source.objects.filter(pk__in=pks).values_list("pk", "name") if pks else ()
    return {pk: link("source", pk, name, site) for pk, name in rows}


def _events(pks: Sequence[int]) -> dict[int, list[tuple]]:
    """(id, title, id of the place) of the public events that each report covers."""
    covered = Report.events.through.objects.filter(public(prefix="event__"), report__in=pks)
    found = defaultdict(list)
    for report, *event in covered.order_by("event__start_date", "event").values_list(
        "report", "event", "event__title", "event__place"
    ):
        found[report].append(tuple(event))
    return found


# --- Parts: rows linked to a page of reports, by report -------------------------------------------


def _text(pks: Sequence[int], site: Site) -> dict[int, str]:
    return dict(Report.objects.filter(pk__in=pks).values_list("pk", "body"))


def _topics(pks: Sequence[int], site: Site) -> dict[int, list[str]]:
    rows = ReportTopic.objects.filter(content_object__in=pks).order_by("tag__name", "tag")
    found = defaultdict(list)
    for report, name in rows.values_list("content_object", "tag__name"):
        found[report].append(name)
    return found


def _mentions(pks: Sequence[int], site: Site) -> dict[int, list[Plain]]:
    """Whom and what each report names, with the words it used."""
    subjects = ("person", "organization", "place", "work", "occasion")
    mentions = Mention.objects.filter(report__in=pks).select_related(*subjects)
    found = defaultdict(list)
    for mention in mentions:
        noun = mention.subject._meta.model_name
        named = link(noun, mention.subject.pk, mention.subject.display_name, site)
        found[mention.report_id].append({"noun": noun, **named, "words": mention.words})
    return found


def _statements(pks: Sequence[int], site: Site) -> dict[int, list[Plain]]:
    """Who said what, as each report has it."""
    found = defaultdict(list)
    for said in Statement.objects.filter(report__in=pks).select_related("person"):
        found[said.report_id].append(
            {
                "kind": said.kind,
                "text": said.text,
                "person": said.person and link("person", said.person.pk, said.person.name, site),
                "capacity": said.capacity,
            }
        )
    return found


def _corrections(pks: Sequence[int], site: Site) -> dict[int, list[Plain]]:
    found = defaultdict(list)
    for note in Correction.objects.filter(report__in=pks):
        found[note.report_id].append(
            {"kind": note.kind, "date": note.date.isoformat(), "text": note.text}
        )
    return found


_PARTS: dict[str, Callable[[Sequence[int], Site], dict]] = {
    "text": _text,
    "topics": _topics,
    "mentions": _mentions,
    "statements": _statements,
    "corrections": _corrections,
}


# --- What the formats need to know ----------------------------------------------------------------

_OF_PLAIN = (
    "headline", "standfirst", "source", "bureau", "byline", "section", "language",
    "published_on", "published_time", "date_precision", "source_url", "dateline_place",
    "public_since", "modified_at",
)  # fmt: skip


def _entry(report: Plain) -> Plain:
    where = full_name(report["place"])
    when_and_where = " | ".join(filter(None, (where, report["date"]["words"])))
    source = report["source"]["name"] if report["source"] else ""
    return {
        "title": report["headline"],
        "text": "\n".join(filter(None, (when_and_where, report["standfirst"]))),
        "author": ", ".join(filter(None, (source, report["bureau"]))),
        "categories": [report["section"]] if report["section"] else [],
    }


REPORT = Noun(
    model=Report,
    records=lambda: Report.objects.only(*_OF_PLAIN),
    as_plain=reports_as_plain,
    as_entry=_entry,
    columns=(
        "id", "address", "headline", "standfirst", "source.name", "bureau", "byline", "section",
        "language", "date.published", "date.precision", "time", "source_address",
        "place.name", "place.within", "place.country", "place.latitude", "place.longitude",
        "place.point_precision", "events", "published", "modified",
    ),
    whole=("text", "topics", "mentions", "statements", "corrections"),
)  # fmt: skip

SOURCE = noun_of(Source)
