import pytest

from reports.intake.mentions.dates import find_dates
from reports.intake.mentions.occasion import find_occasion
from tests.factories.copies import document_of


def occasion_of(text: str, language: str = "en", **around) -> tuple[str, int | None] | None:
    document = document_of(text, language=language, **around)
    found = find_occasion(document, find_dates(document))
    return (found.what, found.ordinal) if found else None


@pytest.mark.parametrize(
    ("text", "what", "ordinal"),
    [
        ("It was the 34th anniversary of the Khojaly genocide.", "Khojaly genocide", 34),
        ("A mass was held 81 years after the liberation of Breda.", "liberation of Breda", 81),
        ("The 20th Commemoration of the Genocide took place.", "Genocide", 20),
        ("It was the thirty-fifth anniversary of the restoration of statehood.",
         "restoration of statehood", 35),
        ("A concert for the centenary of the Republic was held.", "Republic", 100),
        ("They came for the Halabja massacre's 38th anniversary.", "Halabja massacre", 38),
        ("It was the 46th martyrdom anniversary of the poet.",
         "martyrdom anniversary of the poet", 46),
        ("They observed the National Mourning Day and the 46th martyrdom anniversary of the poet.",
         "National Mourning Day", 46),
        ("Ten years on, the town remembers the massacre of Breda.", "massacre of Breda", 10),
        ("The town observed its first Holocaust Remembrance Day.",
         "Holocaust Remembrance Day", None),
        ("A reception was held on the Independence Day of Georgia.",
         "Independence Day of Georgia", None),
        ("Georgia’s Independence Day was celebrated in Riga.", "Georgia’s Independence Day", None),
        ("The embassy marked the 73rd Independence Day.", "Independence Day", 73),
        ("A forum was held for International Mother Language Day.",
         "International Mother Language Day", None),
        ("Families celebrated Nowruz in the hall.", "Nowruz", None),
        ("It has marked Anzac Day for many years.", "Anzac Day", None),
        ("They remember the devastating impact of the Holodomor.", "Holodomor", None),
        ("It was the 21st anniversary of the January – Tragedy.", "January – Tragedy", 21),
        ("Victims of the Khojaly tragedy commemorated in Bern", "Khojaly tragedy", None),
        ("A vigil was held for the victims of the earthquake in Kutaisi.",
         "earthquake in Kutaisi", None),
        ("The club commemorated the Carnation Revolution.", "Carnation Revolution", None),
        ("Half a century after the Agadir earthquake they met.", "Agadir earthquake", 50),
        ("A reception was held on the 65th independence anniversary.",
         "independence anniversary", 65),
        ("Families celebrated Umoja Day. Malta turned 61.", "Umoja Day", 61),
        ("It was the 2,500th anniversary of the founding of Ghent.", "founding of Ghent", 2500),
        ("She recalled the 34th anniversary of the fall of the town.", "fall of the town", 34),
        ("The Choir of Ghent celebrated its 40th anniversary.", "The Choir of Ghent", 40),
        ("Liberation Day was marked in Breda, 81 years after the tanks rolled in.",
         "Liberation Day", 81),
        ("A vigil was held for the miners killed in Soma.", "miners killed in Soma", None),
        ("The evening was in memory of the victims of Chernobyl.", "victims of Chernobyl", None),
    ],
)  # fmt: skip
def test_the_occasion_is_named_with_its_ordinal(text, what, ordinal):
    assert occasion_of(text) == (what, ordinal)


@pytest.mark.parametrize(
    "text",
    [
        "An exhibition of watercolours was opened in Ghent.",
        "Students protested against the new law in Ghent on Friday.",
        "A conference on harbours was held in Ghent. The club was founded 40 years ago.",
        "An exhibition of pictures from 25 years of work was opened in Ghent.",
    ],
)
def test_a_gathering_without_an_occasion_has_none(text):
    assert occasion_of(text) is None


def test_a_headline_is_not_filled_up_with_a_word_for_itself():
    text = "Flag Day was on Monday. The embassy celebrated the 99th anniversary of that date."

    assert occasion_of(text, headline="Embassy celebrates its 99th Flag Day") == ("Flag Day", 99)


def test_the_ordinal_may_be_told_apart_from_the_name():
    text = """Ghent honoured the memory of the victims of the Khojaly tragedy.

    The evening began with a minute of silence for the town of Khojaly, lost 34 years ago."""

    assert occasion_of(text) == ("Khojaly tragedy", 34)


@pytest.mark.parametrize(
    ("text", "occasion"),
    [
        (
            (
                "A dinner on the National Day of Latvia was held. Guests sang for the 106th "
                "Independence Day."
            ),
            ("National Day of Latvia", 106),
        ),
        (
            (
                "Independence Day was kept in Ghent. A concert marked the 106th anniversary of the "
                "Republic of Latvia."
            ),
            ("Independence Day", 106),
        ),
        (
            (
                "Ghent remembered the Srebrenica genocide for the 31st year. In July 1995 the town "
                "was overrun."
            ),
            ("Srebrenica genocide", 31),
        ),
        (
            (
                "The victims of the Khojaly tragedy were honoured in Ghent. The consul said 34 "
                "years have passed since February 1992. The mayor spoke of a wall put up one year "
                "after the events in Riga."
            ),
            ("Khojaly tragedy", 34),
        ),
        (
            "Ghent remembered the Holodomor. This year marks 90 years since the famine.",
            ("Holodomor", 90),
        ),
        (
            "Ghent kept Bell Day. The day was chosen for the ninth anniversary of what we mourn.",
            ("Bell Day", 9),
        ),
        (
            "A dinner for Remembrance Day was held. It was the eve of the 79th Independence Day.",
            ("Remembrance Day", None),
        ),
    ],
)
def test_a_number_counts_where_it_is_of_the_same_occasion(text, occasion):
    assert occasion_of(text) == occasion


@pytest.mark.parametrize("letter", ["Ъ", "ь", "ء", "ʻ"])
def test_letters_that_have_no_sound_break_nothing(letter):
    assert occasion_of(f"A vigil in memory of {letter} was held.") is None
    occasion_of(f"A vigil marked 34 years since {letter}.")


def test_where_it_was_is_no_part_of_the_occasion():
    text = "Londonun Siti Universitetində Xocalı soyqırımının 34-cü ildönümü qeyd olunub."

    assert occasion_of(text, language="az") == ("Xocalı soyqırımı", 34)


def test_the_number_may_stand_behind_its_noun():
    text = "Rindieron homenaje en el aniversario 172 del natalicio del poeta."

    assert occasion_of(text, language="es") == ("natalicio del poeta", 172)


def test_an_anniversary_of_something_else_is_not_the_ordinal():
    text = """A reception for the Independence Day of Latvia was held at the embassy.

    The ambassador said that the school would soon look back on 60 years of music."""

    assert occasion_of(text) == ("Independence Day of Latvia", None)


def test_an_anniversary_told_of_another_year_is_not_the_ordinal():
    text = """A reading was held on Monday, 3 May 2021.

    The consul recalled that in 2019 his country had marked the centenary of its republic."""

    assert occasion_of(text) is None


def test_this_anniversary_is_that_of_the_headline():
    text = "Ce 106ème anniversaire suit les 20 ans de la reconnaissance du génocide."

    told = occasion_of(text, "fr", headline="Commémoration du génocide arménien")

    assert told == ("génocide arménien", 106)


def test_the_original_date_is_as_many_years_back():
    document = document_of(
        "An evening on the 34th anniversary of the Khojaly tragedy was held. "
        "On the night of February 25-26, 1992, hundreds of people were killed."
    )

    occasion = find_occasion(document, find_dates(document))

    assert str(occasion.original) == "1992-02-25"


@pytest.mark.parametrize(
    ("language", "text", "occasion"),
    [
        ("fr", "On fêtait le 17e anniversaire de l'indépendance du pays.",
         ("indépendance du pays", 17)),
        ("fr", "Une veillée en mémoire des victimes du séisme a eu lieu.", ("séisme", None)),
        ("fr", "Un concert à la mémoire de cent marins disparus lors de la guerre du Sud.",
         ("guerre du Sud", None)),
        ("de", "Anlass ist der 35. Jahrestag der Friedlichen Revolution.",
         ("Friedlichen Revolution", 35)),
        ("es", "El acto celebró el 207 aniversario de la Independencia.", ("Independencia", 207)),
        ("es", "La Banda Municipal de Loja celebró su 25.º aniversario.",
         ("La Banda Municipal de Loja", 25)),
        ("fr", "Un demi-siècle après le séisme d'Agadir, ils se sont réunis.",
         ("séisme d'Agadir", 50)),
        ("de", "Zum 204. Jahrestag der Unabhängigkeit Perus lud die Botschaft ein.",
         ("Unabhängigkeit Perus", 204)),
        ("az", "Nizami Gəncəvinin anadan olmasının 880 illiyi qeyd edilib.",
         ("Nizami Gəncəvinin anadan olması", 880)),
        ("az", "Azərbaycan teatrının 150 illik yubileyi qeyd edilib.",
         ("Azərbaycan teatrı", 150)),
        ("az", "Tədbir Xocalı soyqırımının 34-cü ildönümünə həsr olunub.",
         ("Xocalı soyqırımı", 34)),
    ],
)  # fmt: skip
def test_occasions_are_read_in_other_languages(language, text, occasion):
    assert occasion_of(text, language) == occasion
