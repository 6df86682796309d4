import pytest

from reports.intake.happening import when_held
from reports.intake.mentions.dates import find_dates
from reports.intake.mentions.occasion import find_occasion
from tests.factories.copies import document_of


def when(text: str, **around) -> str | None:
    document = document_of(text, **around)
    dates = find_dates(document)
    held = when_held(document, dates, find_occasion(document, dates))
    if not held:
        return None
    return f"{held.first}/{held.last}" if held.last else str(held.first)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("A vigil was held in Ghent on Tuesday.", "2026-02-24"),
        ("Hundreds gathered in Ghent yesterday.", "2026-02-26"),
        ("On 23 February 2026 a concert took place in Ghent.", "2026-02-23"),
        ("A conference was held from 12 to 14 February.", "2026-02-12/2026-02-14"),
        ("Guests praised the pianists at Tuesday’s concert.", "2026-02-24"),
        (
            "“It will be a milestone for the two of us,” the envoy said at the opening on Tuesday.",
            "2026-02-24",
        ),
        ("A recital was given at the club on the afternoon of February 20.", "2026-02-20"),
        ("Oslo, Feb. 25: A bazaar opened today at Birch Hall.", "2026-02-25"),
        ("The show opened on Monday and will stay open until 3 March.", "2026-02-23"),
        ("On February, 24 the embassy held a concert at the Club.", "2026-02-24"),
        ("In February 2026 a consulate was solemnly opened in Ghent.", "2026-02"),
        ("The mayor told guests at the Poetry Day dinner in Ghent last night.", "2026-02-26"),
        (
            "Words were said. The mayor at the premiere in Ghent, Belgium, Feb. 20, 2026. (Wire)",
            "2026-02-20",
        ),
        (
            "“On 24 February the envoy took part in a mass in Ghent,” the embassy said.",
            "2026-02-24",
        ),
        ("On Sunday, February 22, a dinner was held for the February 15 Uprising.", "2026-02-22"),
        (
            "Harbour Day fell on Monday, February 23. On the next day we were invited to a dinner.",
            "2026-02-24",
        ),
        (
            "We spent the weekend of 20-22 February celebrating. On Friday a tree was planted.",
            "2026-02-20/2026-02-22",
        ),
        (
            "The two-day conference on rivers finished its work in Ghent yesterday.",
            "2026-02-25/2026-02-26",
        ),
    ],
)
def test_the_day_is_that_of_the_gathering(text, day):
    assert when(text) == day


@pytest.mark.parametrize(
    "text",
    [
        """An evening on the 34th anniversary of the Khojaly tragedy was held in Ghent. On the night
        of February 25-26, 1992, hundreds of people were killed.""",
        "A memorial evening on the tragedy of January 20 was held in Ghent.",
        "An exhibition was opened in Ghent. The next one will be held on 5 March.",
        "“Today we remember those who came before us and left their homes,” the mayor said.",
        "A concert was given by a choir that was founded on 3 May 1990.",
        "A vigil was held in Ghent, the mayor’s office said in a statement on Monday.",
        "A choir sang in Ghent. Poetry Day is observed every year on 21 February.",
        "The museum’s show of glass will stay open until 25 February.",
        "A film about the 20 January massacre was then shown.",
    ],
)
def test_other_days_are_not_that_of_the_gathering(text):
    assert when(text) is None


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("fr", "La semaine du 16 au 20 février passa. Jeudi 19 février, un film était projeté.",
         "2026-02-19"),
        ("fr", "Le port s'en souvient. Elle vint à cette fête du 24 février, créée l'an dernier.",
         "2026-02-24"),
        ("es", "En la fecha se depositó una ofrenda floral en el parque.", "2026-02-27"),
        ("de", "Am Samstagmittag kamen viele zur Mahnwache auf den Platz.", "2026-02-21"),
    ],
)  # fmt: skip
def test_the_day_is_told_in_other_languages(language, text, day):
    assert when(text, language=language) == day


def test_without_a_day_of_publication_a_whole_date_is_still_read():
    text = "On 7 April 2014 a march was held in Geneva. The war began on 6 April 1994."

    assert when(text, published=None) == "2014-04-07"


@pytest.mark.parametrize(
    "text",
    [
        "On 3 May a seminar on the 30th anniversary of ties, set up in 1995, was held in Oslo.",
        "On 3 May a book was presented in Oslo.\n\n2025-05-06 10-46",
        "On 3 May a dinner was held for the National Day (May 1, 1945 - May 1, 2025) in Oslo.",
    ],
)
def test_a_day_without_a_year_takes_it_from_the_anniversary_or_the_page(text):
    assert when(text, published=None) == "2025-05-03"


def test_a_named_year_is_that_of_a_day_without_one():
    text = "Envoys celebrated Harvest Day 2015 at Birch Hall on March 6."

    assert when(text, published=None) == "2015-03-06"


def test_nothing_told_is_no_day():
    assert when("The choir sang five songs.") is None
