"""Archive files: what comes in, what is refused and how it is named, what a second run changes."""

import pytest

from events.actions.listing import list_records
from events.models import (
    Event,
    EventListing,
    Name,
    Organization,
    Participation,
    Person,
    Place,
    Tally,
)
from events.search.index import store
from reports.importers import archive
from reports.models import ArchiveEntry, Citation, Correction, Mention, Report, ReportListing
from tests.factories.archive_files import deeds, lines, refusals, take

PLACES = [
    {"kind": "place", "ref": "be", "name": "Belgium", "type": "country", "country_code": "BE"},
    {"kind": "place", "ref": "brussels", "name": "Brussels", "type": "city", "parent": "be"},
]
NOUNS = [
    {
        "kind": "organization",
        "ref": "house",
        "name": "House of Culture",
        "names": [{"text": "The House", "kind": "short"}],
    },
    {"kind": "person", "ref": "anna", "name": "Anna Example"},
    {"kind": "source", "ref": "wire", "name": "The Wire", "names": [{"text": "Wire"}]},
    {"kind": "topic", "ref": "music", "name": "Music"},
]
EVENT = {
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
}
REPORT = {
    "kind": "report",
    "ref": "wire-evening",
    "headline": "Anna Example plays in Brussels",
    "body": "Anna Example, pianist, played.",
    "source": "wire",
    "language": "en",
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
}
WHOLE = [*PLACES, *NOUNS, EVENT, REPORT]

pytestmark = pytest.mark.django_db


def changed(ref: str, /, **fields) -> list[dict]:
    """The whole file with some fields of one entry changed."""
    return [entry | fields if entry["ref"] == ref else entry for entry in WHOLE]


def test_import_archive_takes_in_events_and_reports_with_their_links():
    outcomes = take(*WHOLE)

    event = Event.objects.published().get(ref="evening")
    report = Report.objects.published().get(ref="wire-evening")
    assert set(deeds(outcomes)) == {"created"}
    assert event.date_label == "February 2026"
    assert event.place.full_name == "Brussels, Belgium"
    assert event.participations.get().capacity == "pianist"
    assert list(event.topics.names()) == ["Music"]
    assert list(report.events.all()) == [event]
    assert {str(citation.fact) for citation in Citation.objects.all()} == {
        "Anna Example (performer)",
        "House of Culture (host)",
        "concert",
        "An evening of music",
    }
    assert Name.objects.get().organization == Organization.objects.get()
    assert report.source.other_names == ["Wire"]


def test_import_archive_remembers_the_first_version_with_its_links():
    take(*WHOLE)

    report = Report.objects.get()
    version = report.history.get()
    assert (version.history_type, version.headline) == ("+", report.headline)
    assert [link.event for link in version.events.all()] == list(report.events.all())
    assert Mention.history.get().words == "Anna Example"


def test_import_archive_lists_what_the_back_office_would_list():
    def index():
        lines = [
            set(table.objects.values_list(table.record_name, "heading", "date", "until", "packed"))
            for table in (EventListing, ReportListing)
        ]
        return [*lines, set(Tally.objects.values_list("noun", "heading", "period", "count"))]

    take(*WHOLE)
    taken_in = index()

    list_records(Event.objects.all())
    list_records(Report.objects.all())

    assert index() == taken_in
    assert any("source:" in packed for *_line, packed in taken_in[0])


def test_import_archive_leaves_the_staff_s_changes_where_the_entry_is_as_it_was():
    take(*WHOLE)
    Person.objects.update(name="Anna Exemplar")

    outcomes = take(*changed("music", name="Musics"))

    assert deeds(outcomes) == [*["unchanged"] * 5, "updated", "unchanged", "unchanged"]
    assert Person.objects.get().name == "Anna Exemplar"


def test_import_archive_brings_a_changed_entry_up_to_date():
    take(*WHOLE)
    before = Participation.objects.get()
    singer = {"kind": "person", "ref": "vera", "name": "Vera Example"}
    people = [
        {"person": "vera", "role": "performer"},
        {"person": "anna", "role": "performer", "capacity": "soloist"},
    ]

    outcomes = take(
        *PLACES, *NOUNS, singer, EVENT | {"title": "A night of music", "people": people}
    )

    event = Event.objects.get()
    assert deeds(outcomes)[-2:] == ["created", "updated"]
    assert event.title == "A night of music"
    assert [part.person.name for part in event.participations.all()] == [
        "Vera Example",
        "Anna Example",
    ]
    # Mended in place: what a report states of it stays.
    assert event.participations.get(capacity="soloist") == before
    assert Citation.objects.filter(participation=before).exists()
    assert [version.title for version in event.history.all()] == [
        "A night of music",
        "An evening of music",
    ]
    singer_key = Person.objects.get(ref="vera").pk
    assert EventListing.objects.filter(heading=f"person:{singer_key}").exists()


def test_import_archive_takes_away_what_an_entry_empties_and_leaves_what_it_does_not_name():
    take(*WHOLE)
    rest = {name: value for name, value in REPORT.items() if name != "corrections"}

    take(rest | {"mentions": [], "language": None})

    report = Report.objects.get()
    assert not report.mentions.exists()
    assert report.language == ""
    assert Correction.objects.get().report == report
    assert not ReportListing.objects.filter(heading="language:en").exists()


def test_import_archive_does_not_publish_again_what_was_withdrawn():
    take(*WHOLE)
    Report.objects.update(status=Report.Status.WITHDRAWN)

    take(REPORT | {"headline": "Anna plays"})

    assert Report.objects.get().status == Report.Status.WITHDRAWN


def test_import_archive_may_leave_whatever_is_on_record():
    take(*WHOLE)
    outcomes = take(*changed("anna", name="Someone Else"), keep_records=True)

    assert set(deeds(outcomes)) == {"unchanged"}
    assert Person.objects.get().name == "Anna Example"


def test_import_archive_tells_on_a_dry_run_what_it_would_do(monkeypatch):
    take(*PLACES, *NOUNS)
    ArchiveEntry.objects.filter(pk="topic:music").delete()

    # In chunks of two: what one would have made is known to the next.
    monkeypatch.setattr(archive, "CHUNK_ENTRIES", 2)
    outcomes = take(*WHOLE, {**REPORT, "ref": "b", "events": ["?"]}, dry_run=True)

    assert deeds(outcomes) == [*["unchanged"] * 5, "updated", "created", "created", "refused"]
    assert not Event.objects.exists()
    assert not Report.objects.exists()
    assert not ArchiveEntry.objects.filter(pk="topic:music").exists()


@pytest.mark.parametrize(
    ("file", "message"),
    [
        (changed("evening", place="ghent"), "line 7 (event 'evening'), place: no place has the"),
        (changed("evening", start="2026-02-30"), "line 7 (event 'evening'), start: '2026-02-30'"),
        (changed("evening", start="99999"), "line 7 (event 'evening'), start: '99999' is no date"),
        (changed("evening", end="2026-01-01"), "line 7 (event 'evening'), end: The event cannot"),
        (changed("evening", type="ball"), "line 7 (event 'evening'), type: 'ball' is none of"),
        (changed("evening", titel="x"), "line 7 (event 'evening'), titel: is no field"),
        (changed("evening", title=7), "line 7 (event 'evening'), title: 7 should be text"),
        (changed("evening", title="x" * 301), "line 7 (event 'evening'), title: Ensure this"),
        (changed("evening", title="a\0b"), "line 7 (event 'evening'), title: holds a NUL"),
        (changed("evening", title="a\ud800b"), "line 7 (event 'evening'), title: holds half a"),
        (changed("evening", ordinal=40000), "line 7 (event 'evening'), ordinal: 40000 is out of"),
        (changed("evening", ordinal=10**30), "line 7 (event 'evening'), ordinal: 1000000000"),
        (changed("evening", people=["anna"]), "line 7 (event 'evening'), people[0].: 'anna' sho"),
        (changed("evening", people={}), "line 7 (event 'evening'), people: {} should be a list"),
        (
            changed("evening", people=[*EVENT["people"], {"person": "\ud800", "role": "host"}]),
            "line 7 (event 'evening'), people[1].person: holds half a character",
        ),
        (
            changed("evening", people=EVENT["people"] * 2),
            "line 7 (event 'evening'), people: the same stands here twice",
        ),
        (
            changed("evening", media=[{"illustration": "photograph"}]),
            "line 7 (event 'evening'), media[0].illustration: 'photograph' is none of candle",
        ),
        (changed("wire-evening", headline=""), "line 8 (report 'wire-evening'), headline: is miss"),
        (changed("wire-evening", published=None), "line 8 (report 'wire-evening'), published: is"),
        (changed("wire-evening", url="javascript:x"), "line 8 (report 'wire-evening'), url: Enter"),
        (changed("wire-evening", events=[]), "line 8 (report 'wire-evening'), dateline_place: is"),
        (
            changed("wire-evening", mentions=[{"words": "x"}]),
            "line 8 (report 'wire-evening'), mentions[0].: should name one of",
        ),
        (
            changed("wire-evening", citations=[{"event": "evening", "programme": 2}]),
            "line 8 (report 'wire-evening'), citations[0].programme: the event has no such",
        ),
        ([*WHOLE, {"kind": "tag", "ref": "x"}], "line 9 (tag 'x'), kind: is none of"),
        ([*WHOLE, {"kind": "person"}], "line 9 (person '?'), ref: is missing"),
        ([*WHOLE, {"kind": "person", "ref": " x"}], "line 9 (person ' x'), ref: should be a line"),
        ([*WHOLE, EVENT], "line 9 (event 'evening'), ref: stands in"),
        ([*WHOLE, {"kind": "topic", "ref": "a b", "name": "x"}], "line 9 (topic 'a b'), ref: Ent"),
        # Two topics of one name: a rule that only the database has.
        (
            [*WHOLE, {"kind": "topic", "ref": "x", "name": "Music"}],
            "line 9 (topic 'x'), entry: the",
        ),
        (lines(*WHOLE) + b"{\n", "line 9 (? '?'), entry: is not JSON at character 3"),
        (lines(*WHOLE) + b'{"kind": "ev', "line 9 (? '?'), entry: is not JSON at character 10: "),
        (lines(*WHOLE) + b"\xff{}\n", "line 9 (? '?'), entry: is not UTF-8 at byte 1"),
        (lines(*WHOLE) + b"[]\n", "line 9 (? '?'), entry: should be a JSON object"),
        (
            lines(*WHOLE) + b'{"kind": "x", "kind": "y"}',
            "line 9 (? '?'), kind: stands twice in one",
        ),
        (lines(*WHOLE) + b'{"a": ' + b"9" * 5000 + b"}", "line 9 (? '?'), entry: holds a number"),
        (lines(*WHOLE) + b'{"a": NaN}', "line 9 (? '?'), entry: NaN is no number"),
        (lines(*WHOLE) + b"[" * 99999, "line 9 (? '?'), entry: is nested too deeply"),
    ],
)
def test_import_archive_names_the_faulty_entry_and_takes_in_the_rest(file, message):
    outcomes = take(*([file] if isinstance(file, bytes) else file))

    assert [problem[3:][: len(message)] for problem in refusals(outcomes)][:1] == [message]
    assert Place.objects.count() == 2
    assert Event.objects.count() == (message.partition(" ")[2][0] != "7")


def test_import_archive_passes_over_an_endless_line():
    long = b'{"kind": "person", "name": "' + b"x" * 12_000_000 + b'"}\n'

    outcomes = take(long + lines(*PLACES) + b" \n" + b"\xef\xbb\xbf" + lines(*NOUNS))

    assert deeds(outcomes) == ["refused", *["created"] * 6]
    assert refusals(outcomes) == ["-, line 1 (? '?'), entry: is longer than 5000000 bytes"]
    assert outcomes[0].entry.size == len(long)


def test_import_archive_may_stop_at_the_first_fault():
    outcomes = take(*changed("anna", name=""), stop_at_first=True)

    assert deeds(outcomes) == ["created", "created", "created", "refused"]
    assert Organization.objects.exists()
    assert not Event.objects.exists()


def test_import_archive_that_stops_counts_and_finds_what_came_before():
    take(*changed("wire-evening", headline=""), stop_at_first=True)

    assert Tally.objects.get(noun="event", heading="", period="").count == 1
    assert store().some_keys(0, 2)
