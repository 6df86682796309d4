"""The tallies say how many public records there are, whatever happens to the records."""

from collections import Counter
from datetime import date, timedelta

import pytest
from django.core.management import call_command
from django.db.models import F
from django.utils import timezone

from events.actions.counting import count_everything, is_counted
from events.actions.listing import current_edition, list_event, list_records, rename_heading
from events.actions.publication import withdraw_event
from events.models import Edition, Event, EventListing, Heading, Tally
from events.models.tally import Count, periods_of
from reports.actions.publication import list_report, withdraw_report
from reports.models import Report, ReportListing
from tests.factories import make_brussels, make_event, make_person, make_place, make_report

pytestmark = pytest.mark.django_db


def tally(heading="", period="", noun="event") -> int:
    row = Tally.objects.filter(noun=noun, heading=heading, period=period).first()
    return row.count if row else 0


def counted_by_hand() -> Counter:
    """What the tallies should say, from the records the public sees."""
    found = Counter()
    for table in (EventListing, ReportListing):
        lines = table.objects.published().exclude(heading__startswith="~")
        for line in lines.exclude(heading__startswith="event:"):
            for period in periods_of(line.date, line.until, with_days=not line.heading):
                found[table.record_name, line.heading, period] += 1
    return found


def assert_tallies_are_true():
    rows = Tally.objects.values_list("noun", "heading", "period", "count")
    assert {row[:3]: row[3] for row in rows} == counted_by_hand()


def test_count_says_where_counting_stopped():
    assert [str(Count(12)), str(Count(1000, capped=True))] == ["12", "1,000+"]


def test_tally_counts_an_event_in_every_month_it_may_have_been_in():
    make_event(start_date=date(2025, 12, 30), end_date=date(2026, 1, 2))
    make_event(start_date=date(2026, 1, 1), date_precision="year")

    assert [tally(period="2025"), tally(period="2026"), tally()] == [1, 2, 2]
    assert [tally(period=f"2026-{month}") for month in ("01", "02", "12")] == [2, 1, 1]


def test_tally_follows_edits_withdrawals_and_moves():
    house = make_brussels()
    event = make_event(place=house)
    report = make_report(events=[event], language="en")
    assert_tallies_are_true()
    assert tally("language:en") == 1

    event.place, event.start_date = make_place(), date(2025, 5, 1)
    event.save()
    list_event(event)
    assert_tallies_are_true()
    assert [tally(house.heading), tally(event.place.heading, "2025-05")] == [0, 1]

    withdraw_report(report)
    assert_tallies_are_true()
    assert tally("language:en") == 0

    withdraw_event(event)
    assert not Tally.objects.exists()


def test_tally_forgets_the_source_of_a_report_that_no_longer_covers_the_event():
    event = make_event()
    report = make_report(events=[event], dateline_place=make_place())
    report.events.clear()

    list_report(report)

    assert tally(report.source.heading) == 0
    assert_tallies_are_true()


def test_scheduled_records_are_counted_when_their_moment_has_come():
    now = timezone.now()
    event = make_event(publish_at=now + timedelta(hours=1))
    report = make_report(events=[event], dateline_place=make_place())
    later = make_event(embargo_until=now + timedelta(hours=2))
    assert (tally(), tally("kind:other", noun="report")) == (0, 0)
    assert Edition.current().next_due == event.publish_at

    # An hour passes.
    hour = timedelta(hours=1)
    Event.objects.update(publish_at=F("publish_at") - hour, embargo_until=now + hour)
    Event.objects.filter(pk=event.pk).update(embargo_until=None)
    ReportListing.objects.update(since=F("since") - hour)
    Edition.objects.update(next_due=now)
    before = Edition.current().number

    edition = current_edition()

    assert edition.number > before
    assert (tally(), tally("kind:other", noun="report")) == (1, 1)
    assert edition.next_due == now + hour
    assert_tallies_are_true()
    assert tally("kind:other", noun="report") == 1
    assert later.pk != report.pk


def test_the_directory_follows_a_new_name():
    person = make_person("Emin Rustamov")
    event = make_event()
    event.participations.create(person=person)
    list_event(event)
    person.name = "Emin Rustamzade"
    person.save()

    rename_heading(person)

    assert Heading.objects.get(key=person.heading).label == "Emin Rustamzade"


def test_listing_twice_counts_once():
    make_report(events=[make_event()])

    list_records(Event.objects.all())
    list_records(Report.objects.all())

    assert_tallies_are_true()


def test_rebuild_lists_mends_whatever_was_changed_by_hand(capsys):
    report = make_report(events=[make_event()])
    make_event(published=False)
    Tally.objects.update(count=99)
    ReportListing.objects.filter(heading=report.source.heading).delete()
    EventListing.objects.update(counted=False)

    call_command("rebuild_lists")

    assert_tallies_are_true()
    assert tally(report.source.heading, noun="report") == 1
    assert capsys.readouterr().out == "2 events and reports are listed.\n"


def test_counting_everything_at_once_gives_what_counting_one_by_one_gives():
    make_event(start_date=date(2026, 2, 23))
    make_event(start_date=date(2026, 2, 27), end_date=date(2026, 3, 2))
    make_report(events=[make_event(start_date=date(2025, 12, 1), date_precision="month")])
    Tally.objects.all().delete()
    Heading.objects.all().delete()
    assert not is_counted()

    count_everything()

    assert is_counted()
    assert_tallies_are_true()
    assert Heading.objects.count() == Tally.objects.values("heading").distinct().count()
