import pytest
from django.core.exceptions import ValidationError

from events.models import Event
from reports.intake.drafting import make_drafts
from reports.models import Report
from tests.factories.plans import make_intake, make_plan, occasion, organization, person

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"headline": " "}, "headline"),
        ({"published": "2026-02-30"}, "published"),
        ({"published_time": "25:00"}, "published_time"),
        ({"published": "2026-02"}, "published_time"),
        ({"start": "2026-02-03", "end": "2026-02-01"}, "end"),
        ({"start": "2026-02-03", "end": "2026-03"}, "end"),
        ({"kind": "rave"}, "kind"),
        ({"language": "English"}, "language"),
        ({"source": "D" * 201}, "source"),
        ({"source_url": "not an address"}, "source_url"),
        ({"source_record": 999}, "source_record"),
        ({"event": 999}, "event"),
        ({"people": (person("Marta Holm", record=999),)}, "person:holm marta"),
        ({"people": (person("M" * 201),)}, f"person:{'m' * 201}"),
        ({"organizations": (organization("Dyke Museum", "owner"),)}, "organization:dyke museum"),
        ({"occasion": occasion("flood", ordinal=-1)}, "ordinal"),
    ],
)
def test_unfit_plan_is_refused_with_a_sentence_at_the_field(changes, field):
    with pytest.raises(ValidationError) as refusal:
        make_drafts(make_intake(make_plan(**changes)), by=None)

    assert list(refusal.value.message_dict) == [field]
    assert not Report.objects.exists()
    assert not Event.objects.exists()
