import pytest

from events.matching import similar_records
from events.models import Organization, Person
from tests.factories import make_organization, make_person

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("there", "typed"),
    [
        ("Emin Rustamov", "Rustamov, Emin"),
        ("Emin Rustamov", "Emin Rüstəmov"),
        ("Emin Rustamov", "Эмин Рустамов"),
        ("Emin Rustamov", "E. Rustamov"),
        ("E. Rustamov", "Emin Rustamov"),
        ("Seymur Əhmədov", "Seymour Akhmedov"),
        ("Seymur Cəfərov", "Seymur Jafarov"),
        ("Leyla Aliyeva", "Leyla Aliyevа"),  # the last letter is Cyrillic
    ],
)
def test_similar_records_see_through_spelling(there, typed):
    person = make_person(there)
    make_person("Aliagha Sultanov")

    assert similar_records(Person, typed) == [person]


@pytest.mark.parametrize("typed", ["Emin Aliyev", "Ali Rustamov", "A. Rustamov", "Rustam Eminov"])
def test_similar_records_leave_other_people_alone(typed):
    make_person("Emin Rustamov")

    assert similar_records(Person, typed) == []


def test_similar_records_know_other_names_and_acronyms():
    friends = make_organization("Luxembourg-Azerbaijan Friendship Association")
    friends.names.create(text="LuxAz", kind="acronym")
    unesco = make_organization("United Nations Educational, Scientific and Cultural Organization")

    assert similar_records(Organization, "Azerbaijan Luxembourg Friendship Association") == [
        friends
    ]
    assert similar_records(Organization, "Luxaz") == [friends]
    assert similar_records(Organization, "UNESCO") == [unesco]


def test_similar_records_leave_out_the_one_being_renamed():
    person = make_person("Emin Rustamov")

    assert similar_records(Person, "Emin Rustemov", but=person.pk) == []
