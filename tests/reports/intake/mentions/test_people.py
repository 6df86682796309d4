import pytest

from reports.intake.mentions.organizations import find_organizations
from reports.intake.mentions.people import find_people
from reports.intake.proposal import ProposedPerson
from tests.factories.copies import document_of


def people_in(text: str, language: str = "en") -> list[ProposedPerson]:
    document = document_of(text, language=language)
    return find_people(document, find_organizations(document))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Inês Pacheco da Silva spoke.", "Inês Pacheco da Silva"),
        ("Foreign Minister Jānis Ozols spoke.", "Jānis Ozols"),
        ("H.E. Ambassador Kofi Mensah-Boateng spoke.", "Kofi Mensah-Boateng"),
        ("Prof. K.M Rahman spoke.", "K.M Rahman"),
        ("Yaqub Emin oğlu Nəbizadə spoke.", "Yaqub Emin oğlu Nəbizadə"),
        ("The actor Dragan Petrović Jr. read.", "Dragan Petrović Jr."),
        ("Ambassador of Chad to Malta Polad Duraner spoke.", "Polad Duraner"),
        ("Minister for Culture K. M. Rahman spoke.", "K. M. Rahman"),
        ("Rabbi Osman Babiker el-Tayeb prayed.", "Osman Babiker el-Tayeb"),
        ("Seymur VALIYEV spoke.", "Seymur VALIYEV"),
        ("The president of the Republic of Selpia Marko Juric spoke.", "Marko Juric"),
        ("The head of the Narva Jewish Community Faina Ozola spoke.", "Faina Ozola"),
        ("The Governor of Sugh Region Rajab Amonov spoke.", "Rajab Amonov"),
        ("A vigil for Florence Camilleri Borg was held.", "Florence Camilleri Borg"),
        ("It was read by Commodore Peter Rudge OBE.", "Peter Rudge"),
        ("It was read by Chaplain Peter Rudge C.F. in church.", "Peter Rudge"),
        ("It was read by former MP Grace Naliaka.", "Grace Naliaka"),
        ("It was read by Ms. Grace Atieno Odera.", "Grace Atieno Odera"),
        ("Former captain Owen “Mac” Pryce watched.", "Owen “Mac” Pryce"),
        ("Patriarch Bartolomeo I. In his speech he prayed.", "Bartolomeo I."),
        ("Works by Schubert were played.", "Schubert"),
        ("First Secretary (Religious Affairs) Mohd Ghazali led a prayer.", "Mohd Ghazali"),
        ("Ambassador Rahima Islam opened the day.", "Rahima Islam"),
        ("Special envoy on Climate Issues Mukhtar Baban spoke.", "Mukhtar Baban"),
    ],
)
def test_people_have_their_whole_name_without_a_title(text, name):
    assert [one.name for one in people_in(text)] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Participants walked along Victor Hugo Street to Independence Square.",
        "The Heydar Aliyev Foundation and the Anna Frank School helped.",
        "On Liberation Day the National Anthem was sung in Los Angeles.",
        "The film “Two Rivers” was shown on Monday in New Delhi.",
        "Photo",
        "Instead, the ambassador had chosen a hall.",
        "The post by @NoraWalsh was read.",
        "Ministers of the governments of Selpia and Norvia, officials of both, came.",
        "They met at the Jardin Botanique near Virginia Tech.",
        "They sat in the embassy’s Heydar Aliyev Hall.",
        "Having thanked the guests, she left.",
    ],
)
def test_people_are_not_made_of_other_things(text):
    assert [one.name for one in people_in(text)] == []


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Foreign Minister Jānis Ozols spoke.", "Foreign Minister"),
        ("Chad’s Ambassador Jānis Ozols spoke.", "Chad’s Ambassador"),
        ("Jānis Ozols, head of the Kolo Foundation, spoke.", "head of the Kolo Foundation"),
        ("Jānis Ozols (director) spoke.", "director"),
        ("Jānis Ozols, 79, a baker from Riga, spoke.", "baker from Riga"),
        ("The mayor of Riga, Jānis Ozols, spoke.", "mayor of Riga"),
        (
            "A work by pianist, conductor, and composer Jānis Ozols followed.",
            "pianist, conductor, and composer",
        ),
        ("Jānis Ozols spoke.", ""),
        ("Her brother Jānis Ozols spoke.", ""),
        ("The director of the museum “Vatra” Jānis Ozols spoke.", "director of the museum “Vatra”"),
        ("The Mayor of Riga, Councillor Jānis Ozols, spoke.", "Mayor of Riga, Councillor"),
        ("Jānis Ozols, dean of the college, handed out the prizes.", "dean of the college"),
        ("Jānis Ozols, dean at the college visited Kyiv.", "dean at the college"),
        ("A dance (director: Jānis Ozols) followed.", "director"),
        ("The trust’s chair, Jānis Ozols, spoke.", "chair"),
        ("Led by the Ambassador to Chad, Jānis Ozols LVO, they came.", "Ambassador to Chad"),
        ("Lt. Gov. Jānis Ozols spoke.", "Lt. Gov."),
        ("Jānis Ozols MEP spoke.", "MEP"),
        (
            "Jānis Ozols MP, the leader of the Kolo Party, spoke.",
            "MP, the leader of the Kolo Party",
        ),
        ("Jānis Ozols, Director, Kolo Foundation, spoke.", "Director, Kolo Foundation"),
        ("Jānis Ozols, mayor of Riga and other officials came.", "mayor of Riga"),
        ("Jānis Ozols, the charity’s founder, spoke.", "charity’s founder"),
        ("Jānis Ozols (flute) played.", "flute"),
        ("Then Ambassador Jānis Ozols spoke.", "Ambassador"),
        ("The renowned Latvian poet Jānis Ozols spoke.", "Latvian poet"),
        ("Ex-president of Latvia Jānis Ozols spoke.", "Ex-president of Latvia"),
        (
            "Head of the University of La Plata, Argentina, Professor Jānis Ozols spoke.",
            "Head of the University of La Plata, Argentina, Professor",
        ),
        ("Colonel (Retd) Jānis Ozols spoke.", "Colonel"),
        ("Jānis Ozols, Professor Emeritus of History, spoke.", "Professor Emeritus of History"),
        ("The head of the hospice, Jānis Ozols, spoke.", "head of the hospice"),
        ("They honored businessman Jānis Ozols.", "businessman"),
        ("Jānis Ozols, formerly mayor of Riga, spoke.", "formerly mayor of Riga"),
        ("Jānis Ozols, dutar player, and others came.", "dutar player"),
        ("They praised the mayor Jānis Ozols, the ambassador stressed.", "mayor"),
    ],
)
def test_people_have_their_capacity_as_stated(text, title):
    assert [one.title for one in people_in(text)] == [title]


@pytest.mark.parametrize(
    "text",
    [
        "Jānis Ozols, head of the Kolo Foundation, spoke.",
        "Jānis Ozols of the Kolo Foundation spoke.",
        "Jānis Ozols, who heads the Kolo Foundation, spoke.",
        "Kolo Foundation director Jānis Ozols spoke.",
        "The Kolo Foundation’s director Jānis Ozols spoke.",
    ],
)
def test_people_have_their_affiliation(text):
    assert [one.affiliation for one in people_in(text)] == ["Kolo Foundation"]


def test_people_in_a_list_keep_their_own_capacity():
    text = "Mayor Jānis Ozols, Senator Anna Nowak and writer Emin Duran spoke."

    assert [(one.name, one.title) for one in people_in(text)] == [
        ("Jānis Ozols", "Mayor"),
        ("Anna Nowak", "Senator"),
        ("Emin Duran", "writer"),
    ]


def test_people_in_a_list_have_all_that_stands_before_them():
    people = people_in(
        "Director of the Kolo Foundation Igor Hanov, chairman of its second bureau in Lund "
        "Kiyas Uteu, chairwoman of the union Horia Garba and others addressed the guests."
    )

    assert [(one.name, one.title) for one in people] == [
        ("Igor Hanov", "Director of the Kolo Foundation"),
        ("Kiyas Uteu", "chairman of its second bureau in Lund"),
        ("Horia Garba", "chairwoman of the union"),
    ]


def test_people_behind_included_keep_the_capacity_behind_them():
    people = people_in(
        "Guests included Shen Minru, Selpian ambassador to Norvia, Galsan Bat, head of the Kolo "
        "Foundation, and Wang Jiezhu, secretary of the union."
    )

    assert [(one.name, one.title) for one in people] == [
        ("Shen Minru", "Selpian ambassador to Norvia"),
        ("Galsan Bat", "head of the Kolo Foundation"),
        ("Wang Jiezhu", "secretary of the union"),
    ]


def test_people_in_a_list_that_begins_with_a_capacity_have_it_before_them():
    text = (
        "Ambassador of Norway, Ms Ingrid Lund, High Commissioner of Kenya, Mr Emin Duran, "
        "and Deputy Head of Mission, Anna Nowak, were there."
    )

    assert [(one.name, one.title) for one in people_in(text)] == [
        ("Ingrid Lund", "Ambassador of Norway"),
        ("Emin Duran", "High Commissioner of Kenya"),
        ("Anna Nowak", "Deputy Head of Mission"),
    ]


def test_people_have_all_their_offices_between_commas():
    text = "By Emin Duran, Ambassador, Permanent Envoy to Chad, Anna Nowak, Head of TEAS, spoke."

    assert [(one.name, one.title) for one in people_in(text)] == [
        ("Emin Duran", "Ambassador, Permanent Envoy to Chad"),
        ("Anna Nowak", "Head of TEAS"),
    ]


def test_people_in_a_list_that_goes_on_as_it_began_have_it_before_them():
    text = "The Envoy Mr. Emin Duran, the Secretary of Trade, the Hon. Anna Nowak, came."

    assert [(one.name, one.title) for one in people_in(text)] == [
        ("Emin Duran", "Envoy"),
        ("Anna Nowak", "Secretary of Trade"),
    ]


def test_people_are_not_read_in_a_heading_with_a_capital_on_every_word():
    text = "The hall was full.\n\nMayor Thornton Opens Memorial Garden\n\nJānis Ozols spoke."

    assert [one.name for one in people_in(text)] == ["Jānis Ozols"]


def test_people_keep_their_capacity_from_whom_is_named_before_them():
    text = (
        "The head of the Vatra Society Anna Nowak and the mayor of Riga Jānis Ozols spoke. "
        "Ms. Rosa Méndez, director of the Baltic Museum, Prof. Emin Duran, rector, also spoke."
    )

    assert [(one.name, one.title) for one in people_in(text)] == [
        ("Anna Nowak", "head of the Vatra Society"),
        ("Jānis Ozols", "mayor of Riga"),
        ("Rosa Méndez", "director of the Baltic Museum"),
        ("Emin Duran", "rector"),
    ]


def test_people_of_a_list_share_what_is_told_of_several():
    text = "They showed works by four artists, namely Anna Nowak, Ruta Zile and Emin Duran."

    assert [(one.name, one.title) for one in people_in(text)] == [
        ("Anna Nowak", "artists"),
        ("Ruta Zile", "artists"),
        ("Emin Duran", "artists"),
    ]


def test_people_of_a_list_are_found_past_their_instruments():
    text = "The pianist Jānis Ozols, Elmar Novruzov (balaban) and Anna Nowak (violin) played."

    assert [(one.name, one.title) for one in people_in(text)] == [
        ("Jānis Ozols", "pianist"),
        ("Elmar Novruzov", "balaban"),
        ("Anna Nowak", "violin"),
    ]


def test_people_serve_another_who_is_named_in_their_capacity():
    text = "Anna Nowak, chief of staff to Mayor Jānis Ozols, spoke."

    assert [(one.name, one.title) for one in people_in(text)] == [
        ("Anna Nowak", "chief of staff"),
        ("Jānis Ozols", "Mayor"),
    ]


def test_people_share_an_office_in_the_plural():
    text = "They thanked businessmen Jānis Ozols and Emin Duran."

    assert [(one.name, one.title) for one in people_in(text)] == [
        ("Jānis Ozols", "businessmen"),
        ("Emin Duran", "businessmen"),
    ]


def test_people_of_one_word_are_found_between_full_names():
    text = "They read stories by Anna Nowak, Tirta, Kuntowa and Emin Duran."

    assert [one.name for one in people_in(text)] == ["Anna Nowak", "Tirta", "Kuntowa", "Emin Duran"]


@pytest.mark.parametrize(
    ("text", "affiliation"),
    [
        ("The Embassy of Chad helped. Ambassador Jānis Ozols spoke.", "Embassy of Chad"),
        ("The Embassy of Chad helped. Chadian envoy Jānis Ozols spoke.", "Embassy of Chad"),
        ("The Embassy of Chad helped. Ambassador of Mali Jānis Ozols spoke.", ""),
        ("The Embassy of Chad helped. Former ambassador Jānis Ozols spoke.", ""),
        ("The Ministry of Trade helped. Minister of Trade Jānis Ozols spoke.", "Ministry of Trade"),
        ("The Ministry of Trade helped. Minister of Health Jānis Ozols spoke.", ""),
        ("The Ministry of Trade helped. Prime Minister Jānis Ozols spoke.", ""),
    ],
)
def test_an_envoy_or_minister_belongs_to_their_house(text, affiliation):
    assert [one.affiliation for one in people_in(text)] == [affiliation]


def test_people_named_by_surname_later_are_one():
    text = "Jānis Ozols spoke. Mr. Ozols thanked all. Then Ozols left."

    (found,) = people_in(text)

    assert [text[span.start : span.end] for span in found.spans] == [
        "Jānis Ozols",
        "Ozols",
        "Ozols",
    ]


def test_people_named_by_an_initial_are_one_however_their_surname_is_written():
    text = "Ambassador Javanshir Akhundov spoke. J.Ahundov thanked them."

    assert [one.name for one in people_in(text)] == ["Javanshir Akhundov"]


def test_people_named_by_surname_only_need_an_honorific():
    assert [one.name for one in people_in("President Ozols spoke. Later Kalnins left.")] == [
        "Ozols"
    ]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("fr", "Le maire Gérard Monnet a parlé.", "Gérard Monnet"),
        ("de", "Der frühere Pfarrer Christoph Wendt sprach.", "Christoph Wendt"),
        ("es", "La cantante Rosa Méndez de los Santos cantó.", "Rosa Méndez de los Santos"),
        ("az", "Baş konsul Emin Duran çıxış edib.", "Emin Duran"),
        ("az", "Tədbirdə Emin Duralinin filmi göstərilib.", "Emin Durali"),
        ("az", "Emin Əliyevin Xocalı haqqında əsəri səslənib.", "Emin Əliyev"),
        ("az", "Solistlər Sevda Əliyeva oxuyub.", "Sevda Əliyeva"),
        ("de", "Der Bürgermeister von Telawi, Georg Maiss, sprach.", "Georg Maiss"),
        ("de", "Das Lied des Prager Komponisten Ivo Lhot erklang.", "Ivo Lhot"),
        ("de", "Es sprach der Botschafter Frankreichs in Malta Luc Perrin.", "Luc Perrin"),
        ("fr", "Jean-Marc Petit, président du club, a parlé.", "Jean-Marc Petit"),
    ],
)
def test_people_are_found_in_other_languages(language, text, name):
    assert [one.name for one in people_in(text, language)] == [name]
