"""How the whole sentence, not only the words beside a name, tells who took which part."""

import pytest

from tests.reports.intake.test_roles import roles_in


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        # A verb is told of all in a list, however long their capacities are.
        (
            (
                "Professor Jan Novak, recently retired principal of Salt College and noted poet, "
                "Eva Lund, a lawyer, and Maria Costa were among the guests who attended the day."
            ),
            {"Jan Novak": "attendee", "Eva Lund": "attendee", "Maria Costa": "attendee"},
        ),
        # It is told of nobody else.
        (
            "While censuring Jan Novak, who has been accused of theft, Eva Lund said it was late.",
            {"Jan Novak": "mentioned", "Eva Lund": "speaker"},
        ),
        (
            "Maria Costa emceed the day, and Eva Lund addressed the crowd.",
            {"Maria Costa": "host", "Eva Lund": "speaker"},
        ),
        # Who says so at the end of the sentence is another.
        (
            "The evening was held in honour of the poet Jan Novak, the Herald reported.",
            {"Jan Novak": "mentioned"},
        ),
        (
            "Guests laid flowers to Jan Novak, organizers said here on Monday.",
            {"Jan Novak": "mentioned"},
        ),
        (
            "The campaign goes back to the poet Jan Novak, who lived in Lund, said Eva Lund.",
            {"Jan Novak": "mentioned", "Eva Lund": "speaker"},
        ),
        # Behind "who" the verb of the sentence goes on.
        (
            "Colonel Jan Novak, who was awarded a medal for bravery, gave a talk on the war.",
            {"Jan Novak": "speaker"},
        ),
        ("Three songs were then played on the oud by Jan Novak.", {"Jan Novak": "performer"}),
        (
            "There were speakers from all over the region, including Jan Novak and Eva Lund.",
            {"Jan Novak": "speaker", "Eva Lund": "speaker"},
        ),
        (
            "The music came from the Salt Youth Orchestra under Eva Lund.",
            {"Eva Lund": "performer"},
        ),
        (
            "The mayor Jan Novak was among the dozens killed in the crash of 2010.",
            {"Jan Novak": "mentioned"},
        ),
        (
            "The curators Jan Novak and Eva Lund were among those who spoke before the film.",
            {"Jan Novak": "speaker", "Eva Lund": "speaker"},
        ),
        ("Jan Novak gave a talk, as did Eva Lund.",
         {"Jan Novak": "speaker", "Eva Lund": "speaker"}),
        (
            "The evening was chaired by Jan Novak and mentored by Eva Lund.",
            {"Jan Novak": "host", "Eva Lund": "attendee"},
        ),
        (
            "Pupils were joined on a cold Wednesday night at the old Salt campus by Jan Novak.",
            {"Jan Novak": "attendee"},
        ),
        ("The reception brought together Jan Novak and Eva Lund.",
         {"Jan Novak": "attendee", "Eva Lund": "attendee"}),
        ("They praised the army led by Jan Novak.", {"Jan Novak": "mentioned"}),
        # An office that somebody serves is another’s.
        (
            "Jan Novak, adviser to the head of the Salt Fund, and Eva Lund, a lawyer, spoke.",
            {"Jan Novak": "speaker", "Eva Lund": "speaker"},
        ),
        # What people do in the words of another, they do not do here.
        (
            "Maria Costa recalled that Jan Novak opened the school.",
            {"Maria Costa": "speaker", "Jan Novak": "mentioned"},
        ),
        (
            "In addition to Maria Costa, Eva Lund spoke.",
            {"Maria Costa": "speaker", "Eva Lund": "speaker"},
        ),
        # A label and a verb tell two things.
        ("Guest of honour Jan Novak shared his memories.", {"Jan Novak": "speaker"}),
        ("Speakers including Jan Novak and Eva Lund called for peace.",
         {"Jan Novak": "speaker", "Eva Lund": "speaker"}),
        ("The hall heard works by composers such as Jan Novak.", {"Jan Novak": "mentioned"}),
        ("The host of the evening was Maria Costa.", {"Maria Costa": "host"}),
        ("With Maria Costa in the chair, the society met.", {"Maria Costa": "host"}),
        ("The meeting had Jan Novak and Eva Lund as speakers.",
         {"Jan Novak": "speaker", "Eva Lund": "speaker"}),
        ("The day brought reviews from critics Jan Novak and Eva Lund.",
         {"Jan Novak": "speaker", "Eva Lund": "speaker"}),
        ("Pianist Eva Lund played songs by Jan Novak.",
         {"Eva Lund": "performer", "Jan Novak": "mentioned"}),
        # Who is subject or agent of any verb of the past was there.
        ("Consul Jan Novak garlanded the stone.", {"Jan Novak": "attendee"}),
        ("Jan Novak and several others were spotted in the crowd.", {"Jan Novak": "attendee"}),
        ("A plaque was polished by Jan Novak.", {"Jan Novak": "attendee"}),
        ("Jan Novak founded the school.", {"Jan Novak": "mentioned"}),
    ],
)  # fmt: skip
def test_deeds_are_told_of_those_who_did_them(text, roles):
    assert roles_in(text)[1] == roles


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("In a statement, Minister Jan Novak thanked all.", "mentioned"),
        ("A message from Minister Jan Novak was shown. Novak recalled the war.", "mentioned"),
        ("Minister Jan Novak addressed the guests. A letter from Novak was shown.", "speaker"),
        ("Minister Jan Novak did not attend the march.", "mentioned"),
        ("In her speech, Minister Jan Novak thanked all.", "speaker"),
    ],
)
def test_senders_of_messages_are_elsewhere(text, role):
    assert roles_in(text)[1] == {"Jan Novak": role}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Curator Jan Novak told the Evening Post that it was late.", "attendee"),
        ("Speaking to Kolo Radio, curator Jan Novak said it was late.", "attendee"),
        ("Curator Jan Novak told the guests that it was late.", "speaker"),
        ("“It was late,” Jan Novak, 34, said.", "attendee"),
    ],
)
def test_words_to_an_outlet_are_no_speech(text, role):
    assert roles_in(text)[1] == {"Jan Novak": role}


@pytest.mark.parametrize(
    ("kind", "text", "role"),
    [
        ("vigil", "“It was late,” said teacher Jan Novak.", "attendee"),
        ("vigil", "“It was late,” said Mayor Jan Novak.", "speaker"),
        ("conference", "“It was late,” said teacher Jan Novak.", "speaker"),
    ],
)
def test_at_a_vigil_only_those_of_office_are_quoted_as_speakers(kind, text, role):
    assert roles_in(text, kind=kind)[1] == {"Jan Novak": role}


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (
            "The day was organised by members of Kolo Foundation and Salt Society.",
            {"Kolo Foundation": "organizer", "Salt Society": "organizer"},
        ),
        (
            "It was organised by the Kolo Foundation with the Salt Society.",
            {"Kolo Foundation": "organizer", "Salt Society": "organizer"},
        ),
        ("The Kolo Foundation threw a large party.", {"Kolo Foundation": "organizer"}),
        ("The Kolo Foundation hosted a concert.", {"Kolo Foundation": "organizer"}),
        ("The Kolo Museum hosted a concert.", {"Kolo Museum": "host"}),
        ("They met in the White Hall of the Kolo Museum.", {"Kolo Museum": "host"}),
        ("They gathered outside the Embassy of Malta.", {"Embassy of Malta": "mentioned"}),
        ("Diplomats from the Embassy of Malta attended.", {"Embassy of Malta": "participant"}),
        ("Jan Novak, former head of the Kolo Fund, spoke.", {"Kolo Fund": "mentioned"}),
    ],
)
def test_bodies_take_the_part_of_those_who_act_for_them(text, roles):
    assert roles_in(text)[0] == roles


@pytest.mark.parametrize(
    ("language", "text", "roles"),
    [
        (
            "de",
            "An der Feier nahmen unter anderem Gérard Monnet und Anna Nowak teil.",
            {"Gérard Monnet": "attendee", "Anna Nowak": "attendee"},
        ),
        (
            "de",
            "Bürgermeister Gérard Monnet begrüßte Botschafterin Anna Nowak.",
            {"Gérard Monnet": "speaker", "Anna Nowak": "mentioned"},
        ),
        (
            "fr",
            "Des discours ont été prononcés par Gérard Monnet et Anna Nowak.",
            {"Gérard Monnet": "speaker", "Anna Nowak": "speaker"},
        ),
        (
            "es",
            "Tomaron la palabra el alcalde Gérard Monnet y la poeta Anna Nowak.",
            {"Gérard Monnet": "speaker", "Anna Nowak": "speaker"},
        ),
        (
            "az",
            "Professor Gérard Monnet və Anna Nowak çıxış ediblər.",
            {"Gérard Monnet": "speaker", "Anna Nowak": "speaker"},
        ),
    ],
)
def test_verbs_of_other_languages_reach_their_subjects(language, text, roles):
    assert roles_in(text, language)[1] == roles
