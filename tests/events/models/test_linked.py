import pytest
from django.db.models import prefetch_related_objects

from events.models.linked import linked
from tests.factories import make_event, make_report

pytestmark = pytest.mark.django_db


def test_what_a_report_is_linked_to_loaded_or_not(django_assert_num_queries):
    event = make_event("Evening")
    report = make_report("Evening held", events=[event])

    assert list(linked(report, "events")) == [event]

    prefetch_related_objects([report], "events")
    with django_assert_num_queries(0):
        assert list(linked(report, "events")) == [event]
