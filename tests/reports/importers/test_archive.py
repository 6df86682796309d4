import json

import pytest

from events.importers.entries import BadEntry
from events.models import Event, Name, Organization, Person, Place
from reports.importers.archive import import_archive
from reports.models import Citation, Report

PLACES = [
    {"kind": "place", "ref": "be", "name": "Belgium", "type": "country", "country_code": "BE"},
    {"kind": "place", "ref": "brussels", "name": "Brussels", "type": "city", "parent": "be"},
]
REST = [
    {
        "kind": "organization",
        "ref": "house",
        "name": "House of Culture",
        "names": [{"text": "The House", "kind": "short"}],
    },
    {"kind": "person", "ref": "anna", "name": "Anna Example"},
    {"kind": "source", "ref": "wire", "name": "The Wire", "names": [{"text": "Wire"}]},
    {"kind": "topic", "ref": "music", "name": "Music"},
    {
        "kind": "event",
        "ref": "evening",
        "title": "An evening of music",
        "type": "concert",
        "start": "2026-02",
        "place": "brussels",
        "topics": ["music"],
        "organizations": [{"organization": "house", "role": "host"}],
        "people": [{"person": "anna", "role": "performer", "capacity": "pianist"}],
        "programme": [{"type": "concert", "people": ["anna"]}],
    },
    {
        "kind": "report",
        "ref": "wire-evening",
        "headline": "Anna Example plays in Brussels",
        "body": "Anna Example, pianist, played.",
        "source": "wire",
        "published": "2026-02-20",
        "events": ["evening"],
        "mentions": [{"person": "anna", "words": "Anna Example"}],
        "citations": [
            {"event": "evening", "person": "anna", "role": "performer", "value": "pianist"},
            {"event": "evening", "organization": "house", "value": "the House"},
            {"event": "evening", "programme": 1, "value": "a concert"},
            {"event": "evening", "aspect": "date", "value": "not stated"},
        ],
        "statements": [{"person": "anna", "type": "quote", "text": "Good evening."}],
        "corrections": [{"date": "2026-02-21", "type": "correction", "text": "The hall was full."}],
    },
]


def lines(*entries) -> list[bytes]:
    return [json.dumps(entry).encode() for entry in entries]


def changed(kind: str, /, **fields) -> list[bytes]:
    """The whole file with some fields of one kind of entry changed."""
    return lines(
        *(entry | fields if entry["kind"] == kind else entry for entry in [*PLACES, *REST])
    )


@pytest.mark.django_db
def test_import_archive_takes_in_events_and_reports_with_their_links():
    made = import_archive(lines(*PLACES, *REST))

    event = Event.objects.published().get(ref="evening")
    report = Report.objects.published().get(ref="wire-evening")
    assert made["place"] == 2
    assert event.date_label == "February 2026"
    assert event.place.full_name == "Brussels, Belgium"
    assert event.participations.get().capacity == "pianist"
    assert list(report.events.all()) == [event]
    assert {str(citation.fact) for citation in Citation.objects.all()} == {
        "Anna Example (performer)",
        "House of Culture (host)",
        "concert",
        "An evening of music",
    }
    assert Name.objects.get().organization == Organization.objects.get()
    assert report.source.other_names == ["Wire"]


@pytest.mark.django_db
def test_import_archive_leaves_what_is_on_record_as_the_staff_left_it():
    import_archive(lines(*PLACES, *REST))
    Person.objects.update(name="Anna Exemplar")

    made = import_archive(lines(*PLACES, *REST))

    assert not made
    assert Person.objects.get().name == "Anna Exemplar"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("file", "message"),
    [
        (changed("event", place="ghent"), "line 7 (event 'evening'), place: no place has the"),
        (changed("event", start="2026-02-30"), "line 7 (event 'evening'), start: '2026-02-30'"),
        (
            changed("event", end="2026-01-01"),
            "line 7 (event 'evening'), end_date: The event cannot",
        ),
        (changed("event", type="ball"), "line 7 (event 'evening'), type: 'ball' is none of"),
        (changed("event", titel="x"), "line 7 (event 'evening'), titel: is no field"),
        (changed("event", title=7), "line 7 (event 'evening'), title: 7 is of the wrong type"),
        (changed("event", people=["anna"]), "line 7 (event 'evening'), entry: should be a JSON"),
        (changed("report", headline=""), "line 8 (report 'wire-evening'), headline: This field"),
        (
            changed("report", published=None),
            "line 8 (report 'wire-evening'), published: is missing",
        ),
        (
            changed("report", url="javascript:x"),
            "line 8 (report 'wire-evening'), source_url: Enter",
        ),
        (changed("topic", kind="tag"), "line 6 (tag 'music'), kind: is none of"),
        ([*lines(*PLACES), b"{"], "line 3 (? '?'), entry: is not JSON"),
        ([*lines(*PLACES), b"\xff{}"], "line 3 (? '?'), entry: is not UTF-8"),
        ([*lines(*PLACES), b"[]"], "line 3 (? '?'), entry: should be a JSON object"),
        (lines(*PLACES[1:]), "line 1 (place 'brussels'), parent: no place has"),
    ],
)
def test_import_archive_names_the_faulty_entry_and_changes_nothing(file, message):
    with pytest.raises(BadEntry) as refusal:
        import_archive(file)

    assert str(refusal.value).startswith(message)
    assert not Place.objects.exists()
