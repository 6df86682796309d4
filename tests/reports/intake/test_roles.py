import pytest

from reports.intake.mentions.organizations import find_organizations
from reports.intake.mentions.people import find_people
from reports.intake.mentions.statements import find_statements
from reports.intake.roles import with_roles
from tests.factories.copies import document_of


def roles_in(
    text: str, language: str = "en", *, kind: str = ""
) -> tuple[dict[str, str], dict[str, str]]:
    document = document_of(text, language=language)
    organizations = find_organizations(document)
    people = find_people(document, organizations)
    statements = find_statements(document, people)
    organizations, people = with_roles(document, organizations, people, statements, kind=kind)
    return {one.name: one.role for one in organizations}, {one.name: one.role for one in people}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Anna Nowak addressed the guests.", "speaker"),
        ("Opening the day, Anna Nowak thanked all.", "speaker"),
        ("Among the speakers were Emin Duran and Anna Nowak.", "speaker"),
        ("The talk was moderated by Anna Nowak.", "host"),
        ("Anna Nowak chaired the panel.", "host"),
        ("Anna Nowak sang two songs.", "performer"),
        ("Soprano Anna Nowak closed the evening.", "performer"),
        ("The actress Anna Nowak read the names.", "performer"),
        ("Councillor Anna Nowak read the names.", "speaker"),
        ("Rabbi Anna Nowak recited the Kaddish.", "speaker"),
        ("Anna Nowak laid a wreath.", "attendee"),
        ("It was attended by Emin Duran, a baker, and Anna Nowak.", "attendee"),
        ("A medal was presented to the pianist Anna Nowak.", "attendee"),
        ("They sang works by Anna Nowak.", "mentioned"),
        ("Anna Nowak sent a message, which was read.", "mentioned"),
        ("The evening was in memory of Anna Nowak.", "mentioned"),
    ],
)
def test_people_take_the_part_their_sentence_tells(text, role):
    assert roles_in(text)[1]["Anna Nowak"] == role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The day was organized by the Kolo Foundation.", "organizer"),
        ("The Kolo Foundation organized the day.", "organizer"),
        ("It took place at the Kolo Foundation.", "host"),
        ("It was held with the support of the Kolo Foundation.", "supporter"),
        ("The day was attended by members of the Kolo Foundation.", "participant"),
        ("Anna Nowak, head of the Kolo Foundation, spoke.", "participant"),
        (
            "It was held with the support of the Kolo Foundation. Judge Anna Nowak spoke.",
            "supporter",
        ),
        ("They recalled the Kolo Foundation.", "mentioned"),
    ],
)
def test_organizations_take_the_part_their_sentence_tells(text, role):
    assert roles_in(text)[0] == {"Kolo Foundation": role}


@pytest.mark.parametrize(
    ("language", "text", "role"),
    [
        ("fr", "En présence de Gérard Monnet, ils ont chanté.", "attendee"),
        ("es", "También participó el alcalde Gérard Monnet.", "attendee"),
        ("de", "Botschafter Gérard Monnet begrüßte die Gäste.", "speaker"),
        ("fr", "Parmi les invités était aussi Gérard Monnet.", "attendee"),
        ("de", "Unter den Gästen war auch der Bürgermeister Gérard Monnet.", "attendee"),
        ("az", "Baş konsul Gérard Monnet çıxış edib.", "speaker"),
    ],
)
def test_roles_are_told_in_other_languages(language, text, role):
    assert roles_in(text, language)[1] == {"Gérard Monnet": role}
