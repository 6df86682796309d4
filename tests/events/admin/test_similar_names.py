import pytest

from events.models import Organization, Person, Place
from tests.back_office import Desk, page_of
from tests.factories import make_organization, make_person, make_place

pytestmark = pytest.mark.django_db


def test_person_of_a_similar_name_is_shown_before_a_second_one_is_made():
    known = make_person("Emin Rustamov")
    desk = Desk("Reporter")

    back = desk.add("events.person").send("_save", name="Rüstəmov Emin", names___0___text="E. R.")

    assert Person.objects.get() == known
    assert "A record of a very similar name is here already. Is it the same one?" in back.errors
    assert back.links["Emin Rustamov"] == page_of(known)
    assert back.form()["name"] == ["Rüstəmov Emin"]
    assert back.form()["names-0-text"] == ["E. R."]
    assert "It is another one: save anyway" in back.words


def test_person_of_a_similar_name_is_saved_once_confirmed():
    make_person("Emin Rustamov")
    back = Desk("Reporter").add("events.person").send("_save", name="E. Rustamov")

    back.send("_save", save_anyway="on")

    assert sorted(Person.objects.values_list("name", flat=True)) == ["E. Rustamov", "Emin Rustamov"]


def test_similar_names_are_shown_in_the_window_that_adds_in_place():
    make_organization("Azerbaijani House", kind="community")

    back = (
        Desk("Reporter").add("events.organization", _popup=1).send("_save", name="Azerbaijan House")
    )

    assert "Azerbaijani House — community" in back.links
    assert Organization.objects.count() == 1


def test_renaming_asks_and_saving_unchanged_does_not():
    make_person("Emin Rustamov")
    other = make_person("Emin Aliyev")
    desk = Desk()

    assert desk.change(other).send(wikidata="Q1").errors == []
    assert desk.change(other).send(name="Emin Rustemov").errors != []


def test_two_cities_may_each_have_a_town_hall():
    hall = make_place("Town Hall", "venue", parent=make_place("Brussels"))
    luxembourg = make_place("Luxembourg City")
    desk = Desk()

    elsewhere = desk.add("events.place").send(
        "_save", name="Town Hall", kind="venue", parent=str(luxembourg.pk)
    )
    here = desk.add("events.place").send(
        "_save", name="Town hall", kind="venue", parent=str(hall.parent_id)
    )

    assert elsewhere.errors == []
    assert "Town Hall, Brussels (venue)" in here.links
    assert Place.objects.filter(name__iexact="town hall").count() == 2
