import pytest
from django.contrib import admin
from django.test import Client

from tests.back_office import Desk, page_of
from tests.factories import make_event, make_report, make_staff

pytestmark = pytest.mark.django_db


def test_first_page_stands_in_the_order_a_reporter_thinks():
    shown = Desk("Reporter").open("/admin/")

    captions = ["".join(each.itertext()) for each in shown.root.iter("caption")]
    assert captions == ["The archive", "Who, where, what", "The desk"]
    assert [words for words in shown.links if words in ("Reports", "Events", "People")] == [
        "Reports",
        "Events",
        "People",
    ]


def test_first_page_lists_what_waits_and_what_one_has_begun():
    desk = Desk()
    waiting = make_event("Waiting evening", published=False)
    waiting.status = "in_review"
    waiting.save()
    mine = make_report("My report", published=False, created_by=desk.user)
    make_report("Somebody's report", published=False)

    shown = desk.open("/admin/")

    assert shown.links["Waiting evening"] == page_of(waiting)
    assert shown.links["My report"] == page_of(mine)
    assert "Somebody's report" not in shown.links


def test_pages_that_mean_nothing_to_staff_are_put_away():
    assert not {model._meta.app_label for model in admin.site._registry} & {"taggit", "axes"}


def test_every_page_of_the_back_office_has_the_name_of_the_archive(settings):
    settings.SITE_NAME = "Chronicle of Towns"

    assert "Chronicle of Towns" in Client().get("/admin/login/").content.decode()


def test_too_many_wrong_passwords_rest_the_account(settings):
    settings.AXES_FAILURE_LIMIT = 2
    user = make_staff()
    client = Client()

    for _attempt in range(2):
        answer = client.post("/admin/login/", {"username": user.username, "password": "wrong"})
    right = client.post("/admin/login/", {"username": user.username, "password": "correct horse"})

    assert answer.status_code == right.status_code == 429
    assert "Too many attempts" in right.content.decode()


@pytest.mark.parametrize(
    "address",
    [
        "/admin/",
        "/admin/login/",
        "/admin/events/event/",
        "/admin/events/event/add/",
        "/admin/reports/report/add/",
        "/admin/password_change/",
    ],
)
def test_pages_carry_no_inline_style_or_script(address):
    answer = Desk().client.get(address, follow=True)

    page = answer.content.decode()
    assert "script-src 'self'" in answer["Content-Security-Policy"]
    assert "<style" not in page
    assert ' style="' not in page
    assert "<script>" not in page
    assert " onclick=" not in page


def test_an_administrator_makes_no_superuser():
    boss, supreme = make_staff("Administrator"), make_staff("Editor")
    supreme.is_superuser = True
    supreme.save()
    desk = Desk(user=boss)

    assert not {"is_superuser", "user_permissions"} & set(desk.change(boss).form())
    assert desk.client.post(page_of(supreme), {"username": "mine"}).status_code == 403
    assert desk.client.get(page_of(boss.groups.get())).status_code == 200
