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
        ("Anna Nowak’s opening prayer was short.", "speaker"),
        ("Pastor Anna Nowak preached about mercy.", "speaker"),
        ("“It matters to us,” said Lund resident Anna Nowak.", "attendee"),
        ("In her official remarks Consul Anna Nowak called for help.", "speaker"),
        ("Three mayors gave speeches, among them Anna Nowak.", "speaker"),
        ("The mayor said that the club, led by Anna Nowak, had grown.", "mentioned"),
        ("The delegation included Emin Duran, a baker; and Anna Nowak, a smith.", "attendee"),
        ("He played for the legacy of bakers, and Anna Nowak of the Kolo Fund sang.", "performer"),
        ("The choir sang under the Belgian conductor Anna Nowak.", "performer"),
        ("On stage were the Kolo choir, Emin Duran and Anna Nowak.", "performer"),
        ("Anna Nowak sang two songs.", "performer"),
        ("Soprano Anna Nowak closed the evening.", "performer"),
        ("The actress Anna Nowak read the names.", "performer"),
        ("Councillor Anna Nowak read the names.", "speaker"),
        ("Rabbi Anna Nowak recited the Kaddish.", "speaker"),
        ("Anna Nowak laid a wreath.", "attendee"),
        ("It was attended by Emin Duran, a baker, and Anna Nowak.", "attendee"),
        ("A medal was presented to the pianist Anna Nowak.", "attendee"),
        ("They sang works by Anna Nowak.", "mentioned"),
        ("The choir sang Anna Nowak’s Requiem.", "mentioned"),
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
        ("es", "A continuación ha intervenido la alcaldesa, Gérard Monnet.", "speaker"),
        ("es", "Recordó que el cónsul Gérard Monnet salvó la casa.", "mentioned"),
        ("es", "El director del museo, Gérard Monnet, ha señalado su valor.", "speaker"),
        ("de", "Botschafter Gérard Monnet begrüßte die Gäste.", "speaker"),
        ("fr", "Parmi les invités était aussi Gérard Monnet.", "attendee"),
        ("de", "Unter den Gästen war auch der Bürgermeister Gérard Monnet.", "attendee"),
        ("az", "Baş konsul Gérard Monnet çıxış edib.", "speaker"),
        ("fr", "Gérard Monnet a livré un témoignage.", "speaker"),
        ("de", "Die Lieder wurden von Gérard Monnet (Geige) begleitet.", "performer"),
        ("de", "Der Schüler Gérard Monnet trug ein Gedicht vor.", "performer"),
        ("fr", "Le maire et Gérard Monnet ont également pris la parole.", "speaker"),
        ("fr", "Le maire et Gérard Monnet avaient déjà pris place.", "attendee"),
        ("fr", "Le maire avait à ses côtés la députée Gérard Monnet.", "attendee"),
        ("fr", "Gérard Monnet s'est adressé à eux par vidéo.", "speaker"),
        ("de", "In erster Reihe v.l.n.r.: Gérard Monnet.", "attendee"),
    ],
)
def test_roles_are_told_in_other_languages(language, text, role):
    assert roles_in(text, language)[1] == {"Gérard Monnet": role}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Guests laid roses at the bust of Anna Nowak.", "mentioned"),
        ("In other news, Anna Nowak was arrested.", "mentioned"),
        ("On the night of 2 to 3 May 1941 soldiers led by Anna Nowak came.", "mentioned"),
        ("They recalled the officers, among them Anna Nowak, who perished in 1940.", "mentioned"),
        ("Anna Nowak promised last year to come.", "mentioned"),
        ("The speech by Anna Nowak was read on her behalf.", "mentioned"),
        ("Anna Nowak said that she mourned all who died.", "speaker"),
        ("Anna Nowak, who was nine when she fled, lit a candle.", "attendee"),
        ("A poem was read in the hall on 2 May by Anna Nowak.", "speaker"),
        ("The discussion was led by Anna Nowak.", "host"),
        ("A round table followed, featuring Anna Nowak.", "speaker"),
        ("Anna Nowak lit a candle and spoke of her home.", "speaker"),
        ("Songs were sung by Emin Duran, Anna Nowak, the mayor, thanked all.", "speaker"),
        ("Emin Duran, chief of staff to Mayor Anna Nowak, read a poem.", "mentioned"),
        ("Songs were sung by Emin Duran (oud) and Anna Nowak (Armenian duduk).", "performer"),
        ("Among the guests was the duduk player Anna Nowak, who played.", "performer"),
        ("Wreaths were then placed at the flame by Consul Anna Nowak.", "attendee"),
        ("The film was shown, and Emin Duran played a song by Anna Nowak.", "mentioned"),
        ("Singer Anna Nowak, newly arrived from Lund, performed.", "performer"),
        ("The singer Anna Nowak could not attend.", "mentioned"),
        ("Papers were read by Emin Duran and Anna Nowak.", "speaker"),
    ],
)
def test_people_of_the_day_are_told_from_those_only_named(text, role):
    assert roles_in(text)[1]["Anna Nowak"] == role


def test_a_panel_is_moderated_by_one_with_others():
    text = "Une table ronde a suivi, animée par Rose Dumas, avec l’historien Gérard Monnet."

    assert roles_in(text, "fr")[1] == {"Rose Dumas": "host", "Gérard Monnet": "speaker"}


def test_people_featured_in_a_concert_perform():
    assert roles_in("The evening featured Anna Nowak.", kind="concert")[1] == {
        "Anna Nowak": "performer"
    }


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("A vigil was held in Lund on 4 May by the Vega Museum.", "organizer"),
        ("It was shown in the Vega Museum’s Blue Hall.", "host"),
        ("The Vega Museum provided the venue.", "host"),
        ("It was arranged in coordination with the Vega Museum.", "supporter"),
        ("It was arranged by the Vega Museum. Mayor Anna Nowak spoke.", "organizer"),
        ("The Vega Museum’s director Anna Nowak spoke.", "participant"),
        ("Vega Museum volunteers handed out roses.", "participant"),
        ("Anna Nowak, adviser, Vega Museum, spoke.", "participant"),
        ("Anna Nowak, a professor of old coins at the Vega Museum, spoke.", "participant"),
        ("The next concert is on 9 June at the Vega Museum.", "mentioned"),
        ("It was held in Lund, the paper says with reference to the Vega Museum.", "mentioned"),
    ],
)
def test_houses_host_what_is_held_in_them(text, role):
    assert roles_in(text)[0]["Vega Museum"] == role


def test_bodies_somebody_is_sent_to_take_no_part():
    text = "Anna Nowak, Ambassador of Norway to the United Nations, spoke."
    assert roles_in(text) == ({"United Nations": "mentioned"}, {"Anna Nowak": "speaker"})
