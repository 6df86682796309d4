"""The life of a report, and what publishing asks for."""

import pytest
from django.core.exceptions import ValidationError

from events.actions.publication import NotPublishable
from events.models import MediaItem
from reports.actions.publication import publish_report, withdraw_report
from reports.models import Report, ReportListing, ReportMedia
from tests.factories import make_event, make_place, make_report, make_source

pytestmark = pytest.mark.django_db


def test_publish_report_names_everything_that_is_missing():
    report = Report.objects.create(headline="")
    report.events.add(make_event(published=False, place=None))
    ReportMedia.objects.create(report=report, item=MediaItem.objects.create(file="a.jpg"))

    with pytest.raises(NotPublishable) as refusal:
        publish_report(report)

    assert [gap.field for gap in refusal.value.missing] == [
        "headline",
        "source",
        "published_on",
        "dateline_place",
        "media-0-alt",
        "credit",
    ]
    assert refusal.value.messages[3] == (
        "The report has no place: neither a dateline nor an event with one."
    )
    report.refresh_from_db()
    assert report.status == "draft"


def test_publish_report_takes_its_place_from_its_dateline_or_an_event():
    filed = make_report(dateline_place=make_place())
    about = make_report(events=[make_event()], dateline_place=None)

    assert set(Report.objects.published()) == {filed, about}


def test_withdraw_report_takes_it_out_of_every_list():
    source = make_source()
    report = make_report(source=source)

    withdraw_report(report, reason="Retracted by its source")

    assert list(Report.objects.gone()) == [report]
    assert not ReportListing.objects.exists()
    with pytest.raises(ValidationError, match="is not published"):
        withdraw_report(report)
    publish_report(report)
    assert ReportListing.objects.get(heading=source.heading).report == report


def test_publish_report_refuses_one_that_is_published():
    with pytest.raises(ValidationError, match="is already published"):
        publish_report(make_report())


def test_publishing_asks_little_and_opens_one_transaction(django_assert_max_num_queries):
    report = make_report(events=[make_event()], language="en")
    make_report(source=report.source, events=[make_event()], language="en")
    withdraw_report(report)

    with django_assert_max_num_queries(34) as asked:
        publish_report(report)

    # The test's own transaction is around it.
    savepoints = [each for each in asked.captured_queries if each["sql"].startswith("SAVEPOINT")]
    assert len(savepoints) == 1
