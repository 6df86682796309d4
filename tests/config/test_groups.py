import pytest
from django.contrib.auth.models import Group

from config.groups import grant_groups
from tests.factories import make_staff

INTAKE = ["reports.view_intake", "reports.add_intake", "reports.change_intake"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("group", "may", "may_not"),
    [
        (
            "Reporter",
            ["events.add_event", "events.add_person", "reports.change_report", *INTAKE],
            [
                "events.publish_event",
                "reports.add_mention",
                "events.change_person",
                "reports.delete_intake",
                "auth.add_user",
            ],
        ),
        (
            "Editor",
            ["events.publish_event", "reports.publish_report", "reports.add_mention", *INTAKE],
            ["reports.delete_intake", "auth.add_user"],
        ),
        ("Administrator", ["auth.add_user", "events.publish_event"], []),
    ],
)
def test_groups_may_what_is_written_down(group, may, may_not):
    user = make_staff(group)

    assert all(user.has_perm(permission) for permission in may)
    assert not any(user.has_perm(permission) for permission in may_not)


@pytest.mark.django_db
def test_groups_are_set_back_to_what_is_written_down():
    Group.objects.get(name="Reporter").permissions.clear()

    grant_groups()

    assert make_staff("Reporter").has_perm("events.add_event")
