"""Ways in which wire and press-office reports tell who took which part."""

import pytest

from tests.reports.intake.test_roles import roles_in


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (
            "An ecumenical service was led by Fr Owen Healy and Rev Clare Dunne.",
            {"Owen Healy": "speaker", "Clare Dunne": "speaker"},
        ),
        ("Among the attendance was Deputy Nora Walsh TD.", {"Nora Walsh": "attendee"}),
        (
            (
                "Wreaths were laid by the mayor, Jan Novak, by General Sir Hugh Barton "
                "(ret.) and by Eva Lund."
            ),
            {"Jan Novak": "attendee", "Hugh Barton": "attendee", "Eva Lund": "attendee"},
        ),
        (
            (
                "Guests from abroad included Foreign Minister Arta Hoxha and Liv Dahl, "
                "Ambassador of Norway."
            ),
            {"Arta Hoxha": "attendee", "Liv Dahl": "attendee"},
        ),
        (
            "The panellists were Maria Costa and the historian Tom van der Meer.",
            {"Maria Costa": "speaker", "Tom van der Meer": "speaker"},
        ),
        (
            "The curators, Maria Costa and Petra Kern, guided the guests through the rooms.",
            {"Maria Costa": "speaker", "Petra Kern": "speaker"},
        ),
        (
            "The mayor, Jan Novak, opened the exhibition together with the consul, Maria Costa.",
            {"Jan Novak": "speaker", "Maria Costa": "speaker"},
        ),
        (
            "Marta Silva, accompanied on the piano by Pavel Kral, sang three songs.",
            {"Marta Silva": "performer", "Pavel Kral": "performer"},
        ),
        (
            (
                "The choir sang the mass, with Marta Silva as soprano soloist and "
                "Pavel Kral at the organ."
            ),
            {"Marta Silva": "performer", "Pavel Kral": "performer"},
        ),
        (
            "Under the baton of Karl Weber, the orchestra played a waltz.",
            {"Karl Weber": "performer"},
        ),
        (
            "The former prisoners, Jan Novak and Pavel Kral, were greeted with applause.",
            {"Jan Novak": "attendee", "Pavel Kral": "attendee"},
        ),
        (
            "Olga Petrova, who founded the choir and died last spring, was remembered with a song.",
            {"Olga Petrova": "mentioned"},
        ),
        (
            (
                "Governor Alan Pierce, who was in Ottawa, said in a statement that "
                "flags would be lowered."
            ),
            {"Alan Pierce": "mentioned"},
        ),
        (
            "The play was written by Asif Rana and directed by Lena Fischer.",
            {"Asif Rana": "mentioned", "Lena Fischer": "mentioned"},
        ),
        (
            (
                "Councillor Jan Novak welcomed Senator Ida Holm, who laid a wreath on "
                "behalf of the state."
            ),
            {"Jan Novak": "speaker", "Ida Holm": "attendee"},
        ),
        ("Master of ceremonies Jan Novak thanked the choir.", {"Jan Novak": "host"}),
        (
            "Maria Costa and Jan Novak took part in a panel moderated by Lena Fischer.",
            {"Maria Costa": "speaker", "Jan Novak": "speaker", "Lena Fischer": "host"},
        ),
        (
            "The series continues in May with a lecture by Lena Fischer.",
            {"Lena Fischer": "mentioned"},
        ),
        (
            "Jan Novak spoke of the late President Pavel Kral.",
            {"Jan Novak": "speaker", "Pavel Kral": "mentioned"},
        ),
        (
            "For his part, Ambassador Jan Novak expressed gratitude to all.",
            {"Jan Novak": "speaker"},
        ),
        (
            "Poems by Maria Costa were read by the actress Lena Fischer.",
            {"Maria Costa": "mentioned", "Lena Fischer": "performer"},
        ),
        ("Bishop Paul Meyer celebrated a memorial mass.", {"Paul Meyer": "speaker"}),
        (
            "Among those who spoke were Eva Lund and Tom Berg.",
            {"Eva Lund": "speaker", "Tom Berg": "speaker"},
        ),
        ("Closing remarks came from Tom Berg.", {"Tom Berg": "speaker"}),
        (
            "A message from President Karl Weber was read by the consul, Eva Lund.",
            {"Karl Weber": "mentioned", "Eva Lund": "speaker"},
        ),
    ],
)
def test_cues_tell_the_part_of_people(text, roles):
    assert roles_in(text)[1] == roles


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (
            (
                "The evening was arranged by Families of the Lost Association with "
                "help from the Baltic Seafarers Trust."
            ),
            {
                "Families of the Lost Association": "organizer",
                "Baltic Seafarers Trust": "supporter",
            },
        ),
        (
            (
                "It was organised by the Friends of St Brendan's with a grant from the "
                "Kerry Heritage Fund."
            ),
            {"Friends of St Brendan's": "organizer", "Kerry Heritage Fund": "supporter"},
        ),
        (
            (
                "The Association of Miners' Families and the Zabrze Choral Society "
                "jointly organised the vigil."
            ),
            {"Association of Miners' Families": "organizer", "Zabrze Choral Society": "organizer"},
        ),
        (
            (
                "The organiser was the Orion Society of Split, with financial "
                "assistance from the Office for Citizens Abroad."
            ),
            {"Orion Society of Split": "organizer", "Office for Citizens Abroad": "supporter"},
        ),
        (
            (
                "Vera Lind, a lawyer from the Warsaw-based Centre for Open Archives, "
                "also took the floor."
            ),
            {"Centre for Open Archives": "participant"},
        ),
        (
            "The event was sponsored by the City of Ghent and the Flanders Cultural Fund.",
            {"City of Ghent": "supporter", "Flanders Cultural Fund": "supporter"},
        ),
        (
            "The commemoration was organised by Carrick and District History Society.",
            {"Carrick and District History Society": "organizer"},
        ),
        (
            "A reception followed at the Finland–Cyprus Chamber of Commerce.",
            {"Finland–Cyprus Chamber of Commerce": "host"},
        ),
        (
            "Judge Amara Devi of the Calcutta High Court delivered the lecture.",
            {"Calcutta High Court": "participant"},
        ),
        (
            "Pupils of the Rustaveli Sunday School recited poems.",
            {"Rustaveli Sunday School": "participant"},
        ),
        (
            "Members of the Order of Malta stewarded the procession.",
            {"Order of Malta": "participant"},
        ),
        (
            "Wine was served by courtesy of the Alaverdi Cellars winery.",
            {"Alaverdi Cellars winery": "supporter"},
        ),
        (
            "The town was stormed by the 214th Rifle Regiment in 1992.",
            {"214th Rifle Regiment": "mentioned"},
        ),
        (
            "Next year's meeting will be hosted by the University of Tampere.",
            {"University of Tampere": "mentioned"},
        ),
        ("The Kupala Theatre Group staged the play.", {"Kupala Theatre Group": "participant"}),
        (
            "Ivan Rossi, head of the Kolo Foundation, sent a message.",
            {"Kolo Foundation": "mentioned"},
        ),
        (
            "The seminar was held in cooperation with the Mothers of the Neva Valley Association.",
            {"Mothers of the Neva Valley Association": "supporter"},
        ),
        ("The day was co-financed by the Danube Region Fund.", {"Danube Region Fund": "supporter"}),
        (
            "Also represented were the Red Cross and the Union of Deported Families.",
            {"Red Cross": "participant", "Union of Deported Families": "participant"},
        ),
        (
            "The initiative came from the Network of Polish Teachers.",
            {"Network of Polish Teachers": "organizer"},
        ),
        ("It was made possible by the Halo Foundation.", {"Halo Foundation": "supporter"}),
    ],
)
def test_cues_tell_the_part_of_organizations(text, roles):
    assert roles_in(text)[0] == roles
