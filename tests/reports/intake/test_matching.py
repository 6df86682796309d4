from dataclasses import replace
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events.models import Name
from events.search.index import index_in_bulk
from reports.intake.matching import candidates, with_matches
from reports.intake.plan import PlannedPlace
from tests.factories import (
    make_event,
    make_occasion,
    make_organization,
    make_person,
    make_place,
    make_source,
    make_work,
)
from tests.factories.plans import make_plan, occasion, organization, person, work

pytestmark = pytest.mark.django_db

NOBODY = {"people": (), "organizations": (), "works": (), "occasion": None, "source": ""}
NOWHERE = PlannedPlace()


def found_for(**changes):
    """What is found for a plan of these links alone; names on file first have to be indexed."""
    index_in_bulk()
    return candidates(make_plan(**NOBODY | {"place": NOWHERE} | changes))


def found_for_person(name: str, **fields):
    one = person(name, **fields)
    return found_for(people=(one,))[one.key]


def found_for_organization(name: str, **fields):
    one = organization(name, **fields)
    return found_for(organizations=(one,))[one.key]


def told(found) -> list[tuple[str, bool]]:
    return [(str(candidate.record), candidate.certain) for candidate in found]


@pytest.mark.parametrize(
    ("on_file", "in_report"),
    [
        ("Seymur Əhmədov", "Seymur Ahmadov"),
        ("Rustamov, Emin", "Emin Rustamov"),
        ("Jean-Pierre Dubois", "Jean Pierre Dubois"),
        ("Zoë Lindqvist", "ZOE LINDQVIST"),
    ],
)
def test_person_of_the_same_name_is_certain(on_file, in_report):
    make_person(on_file)

    assert told(found_for_person(in_report)) == [(on_file, True)]


@pytest.mark.parametrize(
    ("on_file", "in_report"),
    [
        ("Seymur Akhmedov", "Seymur Ahmadov"),
        ("Marta Holm", "Marta Holms"),
        ("Marta Holm", "M. Holm"),
        ("M. Holm", "Marta Holm"),
        ("Marta Elisabet Holm", "Marta Holm"),
    ],
)
def test_person_of_a_like_name_is_offered_and_not_certain(on_file, in_report):
    make_person(on_file)

    assert told(found_for_person(in_report)) == [(on_file, False)]


def test_person_known_by_surname_only_is_never_certain():
    make_person("Holm")
    make_person("Marta Holm")

    assert told(found_for_person("Holm")) == [("Holm", False), ("Marta Holm", False)]


def test_person_of_another_given_name_is_not_offered():
    make_person("Emin Rustamov")

    assert found_for_person("Ali Rustamov") == []


def test_person_with_a_namesake_is_not_certain_and_who_acted_before_comes_first():
    make_person("Marta Holm")
    society = make_organization("Harbour Society")
    acted = make_person("Marta Holm")
    make_event().participations.create(person=acted, organization=society, capacity="chair")
    one = person("Marta Holm", affiliation="Harbour Society")

    found = found_for(people=(one,), organizations=(organization("Harbour Society"),))[one.key]

    assert found[0].record == acted
    assert [candidate.context for candidate in found] == ["chair", ""]
    assert [candidate.certain for candidate in found] == [False, False]


def test_organization_is_found_by_every_name_on_record():
    league = make_organization("League of Bridges", kind="association")
    Name.objects.create(organization=league, text="Ligue des Ponts")

    [candidate] = found_for_organization("Ligue des ponts")

    assert (candidate.record, candidate.name, candidate.certain) == (
        league,
        "Ligue des Ponts",
        True,
    )
    assert candidate.context == "association"


def test_organization_is_found_by_the_other_names_in_the_report():
    make_organization("Azerbaijan-Luxembourg Friendship Association")

    found = found_for_organization(
        "Luxembourg Friends of Azerbaijan",
        aliases=("Luxembourg-Azerbaijan Friendship Association",),
    )

    assert told(found) == [("Azerbaijan-Luxembourg Friendship Association", True)]


def test_organization_is_offered_by_its_acronym():
    make_organization("LBO")

    assert told(found_for_organization("League of Bridges Overseas")) == [("LBO", False)]


def test_organization_is_offered_where_it_has_a_word_more():
    make_organization("Harbour Society of Ghent")

    assert told(found_for_organization("Harbour Society")) == [("Harbour Society of Ghent", False)]


EMBASSY = "Embassy of Azerbaijan in Belgium, Luxembourg and to the EU"


@pytest.mark.parametrize(
    ("name", "held_in", "is_certain"),
    [
        ("Azerbaijani Embassy", "LU", True),
        ("Azerbaijani Embassy", "AT", False),
        ("Embassy of the Republic of Azerbaijan", "BE", True),
        ("Azerbaijani Embassy in Belgium", "", True),
        ("Embassy of Azerbaijan in France", "BE", False),
        ("Permanent Mission of Azerbaijan", "BE", False),
    ],
)
def test_embassy_is_the_one_to_the_country_of_the_event(name, held_in, is_certain):
    make_organization(EMBASSY, kind="embassy")
    one = organization(name, kind="embassy")

    found = found_for(organizations=(one,), place=PlannedPlace(country_code=held_in))[one.key]

    assert any(candidate.certain for candidate in found) == is_certain


def test_embassy_that_may_be_one_of_two_is_not_certain():
    make_organization(EMBASSY, kind="embassy")
    make_organization("Embassy of Azerbaijan in Luxembourg", kind="embassy")
    one = organization("Azerbaijani Embassy", kind="embassy")

    found = found_for(organizations=(one,), place=PlannedPlace(country_code="LU"))[one.key]

    assert [candidate.certain for candidate in found] == [False, False]


def test_usual_words_still_find_the_names_they_make_up():
    for number in range(40):
        make_person(f"Emin {'ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKLMN'[number]}{number}ov")
        make_person(f"Given{number} Aliyev")
    make_person("Emin Aliyev")

    assert told(found_for_person("Emin Aliyev")) == [("Emin Aliyev", True)]
    assert told(found_for_person("Emin Aliyef")) == [("Emin Aliyev", False)]


def test_work_of_another_kind_is_not_certain():
    make_work("High Water", kind="documentary")
    film, book = work("High Water", "film"), work("High Water", "book")

    assert told(found_for(works=(film,))[film.key]) == [("High Water", True)]
    assert told(found_for(works=(book,))[book.key]) == [("High Water", False)]


def test_occasion_is_certain_where_the_years_agree():
    make_occasion("Great flood", original_date=date(1953, 2, 1))
    right, wrong = occasion("great flood", ordinal=73), occasion("great flood", ordinal=50)

    assert told(found_for(occasion=right)[right.key]) == [("Great flood", True)]
    assert told(found_for(occasion=wrong)[wrong.key]) == [("Great flood", False)]


def test_occasion_is_one_whatever_outlets_call_it_where_the_years_agree():
    make_event(occasion=make_occasion("Lidice massacre"), ordinal=84, start_date=date(2026, 6, 10))
    make_occasion("Liberation of Lidice")
    same, other = occasion("tragedy of Lidice", ordinal=84), occasion("tragedy of Lidice")

    assert told(found_for(occasion=same)[same.key]) == [("Lidice massacre", True)]
    assert told(found_for(occasion=other)[other.key]) == [("Lidice massacre", False)]


def test_source_is_found_by_its_name_or_address():
    wire = make_source("Delta Wire", website="https://www.delta.example/en/")

    by_name = found_for(source="DELTA WIRE")["source"]
    by_address = found_for(source_url="https://delta.example/news/7")["source"]

    assert [candidate.record for candidate in (*by_name, *by_address)] == [wire, wire]
    assert all(candidate.certain for candidate in (*by_name, *by_address))


# --- Places ---------------------------------------------------------------------------------------


def in_town(town: str, country: str, venue="") -> PlannedPlace:
    return PlannedPlace(venue=venue, city=town, country=country)


def test_venue_is_found_inside_its_own_town_only():
    belgium = make_place("Belgium", "country")
    ghent, leuven = (make_place(name, parent=belgium) for name in ("Ghent", "Leuven"))
    hall = make_place("Town Hall", "venue", parent=ghent)
    make_place("Town Hall", "venue", parent=leuven)

    found = found_for(place=in_town("Ghent", "Belgium", "Town Hall"))["place"]

    assert [(each.record, each.certain) for each in found] == [(hall, True)]
    assert found[0].context == "venue, Ghent, Belgium"


def test_venue_is_found_by_a_name_with_its_town():
    ghent = make_place("Ghent")
    hall = make_place("Town Hall of Ghent", "venue", parent=ghent)

    found = found_for(place=PlannedPlace(venue="Town Hall", city="Ghent"))["place"]

    assert [(each.record, each.certain) for each in found] == [(hall, True)]


def test_town_of_another_country_is_not_offered():
    make_place("Valencia", parent=make_place("Venezuela", "country"))

    assert found_for(place=in_town("Valencia", "Spain"))["place"] == []


def test_town_on_file_without_its_country_is_taken():
    town = make_place("Jerusalem")

    [found] = found_for(place=in_town("Jerusalem", "Somewhere"))["place"]

    assert (found.record, found.certain) == (town, True)


def test_country_is_one_of_the_same_code():
    make_place("Georgia", "region", parent=make_place("United States", "country"))
    country = make_place("Georgia", "country", country_code="GE")

    found = found_for(place=PlannedPlace(country="Georgia", country_code="GE"))["place"]

    assert [each.record for each in found if each.certain] == [country]


# --- Plans ----------------------------------------------------------------------------------------


def test_matches_are_set_where_they_are_certain_and_nothing_was_chosen():
    marta, other = make_person("Marta Holm"), make_person("Somebody Else")
    make_person("Piet Vos")
    make_person("Piet Vos")
    chosen = replace(person("Marta Holm"), key="person:chosen", record=other.pk)
    plan = make_plan(people=(person("Marta Holm"), chosen, person("Piet Vos")))
    index_in_bulk()

    matched = with_matches(plan, candidates(plan))

    assert [one.record for one in matched.people] == [marta.pk, other.pk, None]


@pytest.mark.parametrize("links", [1, 3])
def test_matching_asks_few_questions_for_all_links_together(links):
    for number in range(4):
        make_person(f"Marta{number} Holm{number}")
        make_organization(f"Society{number} Harbour")
    plan = make_plan(
        people=tuple(person(f"Marta{n} Holm{n}") for n in range(links)),
        organizations=tuple(organization(f"Society{n} Harbour") for n in range(links)),
    )
    index_in_bulk()

    with CaptureQueriesContext(connection) as questions:
        candidates(plan)

    # How usual the words are, the names, and the records of two nouns.
    assert len(questions) == 4
