"""Nothing typed into the back office or its addresses makes an error page."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from events.models import Event
from tests.back_office import Desk, page
from tests.factories import make_event, make_place

pytestmark = pytest.mark.django_db
# A page of the back office takes a while; what breaks one breaks it soon.
A_FEW = settings(max_examples=12)

MARKS = "\0 \x1b[31m \u202e 99999 -1 1e9 2024-02-30 % ' 12345678901234567890 ٣ None [] 1.5"
NONSENSE = st.one_of(
    st.text(max_size=30),
    st.sampled_from([*MARKS.split(" "), "", "9" * 5000, "a " * 1100]),
)
NAMES = st.sampled_from(
    "q p o e all status__exact kind__exact place occasion source language start_date__year"
    " start_date__month start_date__day start_date__gte published_on__year _popup _to_field"
    " _changelist_filters place__id__exact password nothing _facets dateline_place".split()
)


@pytest.mark.parametrize("noun", ["events.event", "reports.report", "events.person"])
@A_FEW
@given(query=st.dictionaries(NAMES, NONSENSE, max_size=3))
def test_a_list_takes_any_query(noun, query, client_of_editor):
    answer = client_of_editor.get(page(noun, "changelist"), query, follow=True)

    assert answer.status_code in (200, 400)


@A_FEW
@given(query=st.dictionaries(NAMES, NONSENSE, max_size=3))
def test_an_empty_form_takes_any_query(query, client_of_editor):
    answer = client_of_editor.get(page("events.event", "add"), query | {"place": "x"})

    assert answer.status_code in (200, 400)


@A_FEW
@given(typed=st.dictionaries(st.sampled_from(
    "title kind start_date end_date date_precision start_time place occasion ordinal topics summary"
    " publish_at version stashed involvements-0-organization participations-0-person"
    " programme-0-works programme-0-time participations-0-order".split()
), NONSENSE, max_size=6))  # fmt: skip
def test_an_event_takes_any_text(typed, client_of_editor):
    filled = {"title": "Evening", "kind": "other", "status_in_world": "held"}
    rows = "involvements participations programme media corrections".split()
    filled |= {f"{name}-TOTAL_FORMS": "1" for name in rows[:3]}
    filled |= {f"{name}-TOTAL_FORMS": "0" for name in rows[3:]}
    filled |= {f"{name}-INITIAL_FORMS": "0" for name in rows}

    answer = client_of_editor.post(page("events.event", "add"), filled | typed)

    assert answer.status_code in (200, 302)


@pytest.mark.parametrize("field", ["topics", "programme-0-works", "place"])
def test_a_number_too_large_for_any_key_is_refused_beside_the_field(field):
    typed = {field.replace("-", "___"): "10000000000000000000", "programme___0___kind": "speech"}

    back = Desk().add("events.event").send(title="Evening", programme___TOTAL_FORMS="1", **typed)

    assert len(back.errors) == 1
    assert back.form()["title"] == ["Evening"]


def test_marks_that_are_no_text_are_refused_or_shed():
    place = make_place("Bru\x1bss\u202eels", "city")
    event = make_event("Evening\x00 of\ud800 music", place=place, published=False)

    assert Event.objects.get(pk=event.pk).title == "Evening of music"
    assert "Brussels" in Desk().browse("events.event").words


@pytest.fixture
def client_of_editor(db):
    return Desk().client
