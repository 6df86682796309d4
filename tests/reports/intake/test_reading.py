"""When and where a gathering was held, in the turns that reports tell it in."""

import pytest

from events.dates import PartialDate
from reports.intake.reading import propose

A_WEDNESDAY = PartialDate.parse("2025-03-12")


def read(text: str) -> tuple[str | None, ...]:
    """From when to when, in which town and country, at which venue."""
    proposal = propose(text, published=A_WEDNESDAY)
    when, where = proposal.when, proposal.where
    days = (when.first, when.last) if when else (None, None)
    places = (where.city, where.country, where.venue)
    return (*(day and str(day) for day in days), *(place and place.value for place in places))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            (
                "Vigil remembers flood victims\n\nKESTREL BAY, Ore. (AP) — Dozens of people "
                "gathered Tuesday night at Harbor Park to remember the victims of the "
                "flood."
            ),
            ("2025-03-11", None, "Kestrel Bay", "United States", "Harbor Park"),
        ),
        (
            (
                "Film shown to students\n\nEarlier this month, the Institute of Drama "
                'screened the film "Salt" for students in the Marlow Lecture Theatre.'
            ),
            ("2025-03", None, None, None, "Marlow Lecture Theatre"),
        ),
        (
            (
                "Two-day conference ends\n\nTBILISI – A two-day conference on museums "
                "concluded at the Hotel Rustavi on Tuesday."
            ),
            ("2025-03-10", "2025-03-11", "Tbilisi", "Georgia", "Hotel Rustavi"),
        ),
        (
            (
                "Festival opens\n\nA three-day festival of poetry opened at the Old Mill "
                "Theatre in Plovdiv on Monday."
            ),
            ("2025-03-10", "2025-03-12", "Plovdiv", "Bulgaria", "Old Mill Theatre"),
        ),
        (
            (
                "Seminar on archives\n\nThe Society of Archivists held a seminar in Vilnius "
                "on Thursday and Friday."
            ),
            ("2025-03-06", "2025-03-07", "Vilnius", "Lithuania", None),
        ),
        (
            (
                "Conference held from Friday to Sunday\n\nThe annual conference of the "
                "diaspora was held in Zagreb from Friday to Sunday."
            ),
            ("2025-03-07", "2025-03-09", "Zagreb", "Croatia", None),
        ),
        (
            (
                "Villagers honour their dead\n\nA memorial service was held on Sunday in the "
                "village of Drenovac, near Valjevo, for the victims of the 1941 massacre."
            ),
            ("2025-03-09", None, "Drenovac", "Serbia", None),
        ),
        (
            (
                "Ceremony held online\n\nThe commemoration was held online on Monday evening "
                "because of the storm. Ana Reyes spoke from Madrid and Petr Novák from "
                "Prague."
            ),
            ("2025-03-10", None, None, None, None),
        ),
        (
            (
                "Virtual reading\n\nThe Berlin Circle of Poets organized a virtual poetry "
                "evening on Zoom on 8 March."
            ),
            ("2025-03-08", None, None, None, None),
        ),
        (
            (
                "Reception at embassy\n\nThe Embassy of Chile in Oslo hosted a reception at "
                "its premises on 10 March to mark the anniversary of diplomatic relations."
            ),
            ("2025-03-10", None, "Oslo", "Norway", "Embassy of Chile"),
        ),
        (
            (
                "National day celebrated\n\nA reception on the occasion of the National Day "
                "was held in the residence of the Ambassador of Greece in Ankara on "
                "Tuesday."
            ),
            ("2025-03-11", None, "Ankara", "Turkey", "residence of the Ambassador of Greece"),
        ),
        (
            (
                "Protesters march\n\nProtesters set off from Place de la Bourse in Brussels "
                "on Saturday and marched to the European Parliament."
            ),
            ("2025-03-08", None, "Brussels", "Belgium", "Place de la Bourse"),
        ),
        (
            (
                "Thousands rally\n\nThousands of people filled Skanderbeg Square in Tirana "
                "on Tuesday to demand clean air."
            ),
            ("2025-03-11", None, "Tirana", "Albania", "Skanderbeg Square"),
        ),
        (
            (
                "Exhibition opens\n\nAn exhibition of carpets opened Monday at Gallery Lumen "
                "in Riga and will remain open through April 6."
            ),
            ("2025-03-10", None, "Riga", "Latvia", "Gallery Lumen"),
        ),
        (
            "Wreaths laid\n\nDiplomats laid wreaths under the Lion Gate in Ypres this morning.",
            ("2025-03-12", None, "Ypres", "Belgium", "Lion Gate"),
        ),
        (
            (
                "Choir sings\n\nThe choir of St Lawrence's Cathedral gave a concert in "
                "Tampere on Saturday."
            ),
            ("2025-03-08", None, "Tampere", "Finland", None),
        ),
        (
            (
                "Students gather\n\nStudents gathered in the hall on Tuesday to mark the "
                "anniversary of the earthquake."
            ),
            ("2025-03-11", None, None, None, None),
        ),
        (
            (
                'Book presented\n\nThe book "Stones" was presented on March 7 at the Kyiv '
                "House of Scientists."
            ),
            ("2025-03-07", None, "Kyiv", "Ukraine", "Kyiv House of Scientists"),
        ),
        (
            (
                "Memorial evening\n\nOn the evening of 6 March, members of the community "
                "came together at Casa Mediterráneo in Alicante."
            ),
            ("2025-03-06", None, "Alicante", "Spain", "Casa Mediterráneo"),
        ),
        (
            (
                "Vigil for nurses\n\nA candlelight vigil took place outside Ljubljana's City "
                "Hall on Monday. Another vigil will be held in Maribor on Friday."
            ),
            ("2025-03-10", None, "Ljubljana", "Slovenia", "City Hall"),
        ),
        (
            (
                'Talks and tributes\n\n"We met in Geneva on Friday," minister Karl Brandt '
                "said. He was speaking at a wreath-laying in Bern on Tuesday."
            ),
            ("2025-03-11", None, "Bern", "Switzerland", None),
        ),
        (
            (
                "Remembrance in the rain\n\nOn Sunday, 9 March 2025, at 11 a.m., the Friends "
                "of the Mill held a ceremony at the Old Jewish Cemetery in Oświęcim."
            ),
            ("2025-03-09", None, "Oświęcim", "Poland", "Old Jewish Cemetery"),
        ),
        (
            (
                "Film evening\n\nThe documentary was screened last night at Cinema Astra in "
                "Florence in the presence of the director."
            ),
            ("2025-03-11", None, "Florence", "Italy", "Cinema Astra"),
        ),
        (
            (
                "Flag raised\n\nThe flag of Ghana was raised at Town Hall Square, Reading, "
                "on 6 March, Independence Day."
            ),
            ("2025-03-06", None, "Reading", "United Kingdom", "Town Hall Square"),
        ),
        (
            (
                "Ambassador lays wreath\n\nThe Ambassador of Japan to Palau laid a wreath at "
                "the Peace Memorial Park in Peleliu on March 5, 2025."
            ),
            ("2025-03-05", None, "Peleliu", "Palau", "Peace Memorial Park"),
        ),
        (
            (
                "March commemorates miners\n\nThe march, which began at 3 pm on Saturday, "
                "ended at the Miners' Monument in Jiu Square."
            ),
            ("2025-03-08", None, None, None, "Miners' Monument"),
        ),
        (
            (
                "Concert for peace\n\nThe Sofia Chamber Choir performed in Mostar's Old "
                "Bridge Square on 8 March."
            ),
            ("2025-03-08", None, "Mostar", "Bosnia and Herzegovina", "Old Bridge Square"),
        ),
        (
            (
                "Anniversary marked\n\nThe 80th anniversary of the bombing of Pforzheim was "
                "marked on 23 February in the Town Church of Pforzheim."
            ),
            ("2025-02-23", None, "Pforzheim", "Germany", "Town Church"),
        ),
        (
            "Round table held\n\nBaku hosted a round table on water on Tuesday.",
            ("2025-03-11", None, "Baku", "Azerbaijan", None),
        ),
        (
            (
                "Nowruz celebrated\n\nNowruz was celebrated in style in the Dutch city of "
                "Utrecht on Saturday night, with music at TivoliVredenburg."
            ),
            ("2025-03-08", None, "Utrecht", "Netherlands", None),
        ),
        (
            (
                "Memorial lecture\n\nThe lecture was delivered at the University of Tartu on "
                "10 March by Professor Liis Kask of the University of Helsinki."
            ),
            ("2025-03-10", None, "Tartu", "Estonia", "University of Tartu"),
        ),
        (
            (
                "Mourners gather\n\nZVORNIK, Bosnia and Herzegovina (Reuters) - Mourners "
                "gathered on Tuesday in the town of Kravica to bury nine victims."
            ),
            ("2025-03-11", None, "Kravica", "Bosnia and Herzegovina", None),
        ),
        (
            (
                "Saint Patrick's week\n\nThe week of Irish culture was held in Gdańsk "
                "between 3 and 9 March."
            ),
            ("2025-03-03", "2025-03-09", "Gdańsk", "Poland", None),
        ),
        (
            (
                "Plaque unveiled\n\nA plaque was unveiled at 14 Rose Street, Edinburgh, on "
                "Monday 10 March."
            ),
            ("2025-03-10", None, "Edinburgh", "United Kingdom", None),
        ),
        (
            (
                "Remembering the strike\n\nOn March 4 and 5, trade unions commemorated the "
                "strike of 1905 in Łódź."
            ),
            ("2025-03-04", "2025-03-05", "Łódź", "Poland", None),
        ),
        (
            (
                "Prayers for peace\n\nHundreds attended a prayer for peace in St. Mary's "
                "Basilica, Kraków, the day before yesterday."
            ),
            ("2025-03-10", None, "Kraków", "Poland", "St. Mary's Basilica"),
        ),
        (
            (
                "Ukrainians rally in Warsaw\n\nUkrainians living in Poland rallied in front "
                "of the Russian embassy in Warsaw on 24 February."
            ),
            ("2025-02-24", None, "Warsaw", "Poland", "Russian embassy"),
        ),
        (
            (
                "Diaspora day\n\nThe association's evening took place at the Lindenhof "
                "community centre in Basel on 1 March."
            ),
            ("2025-03-01", None, "Basel", "Switzerland", "Lindenhof community centre"),
        ),
        (
            (
                "Award given\n\nThe award ceremony took place on 27 February at the National "
                "Gallery of Art in Washington, DC."
            ),
            ("2025-02-27", None, "Washington", "United States", "National Gallery of Art"),
        ),
    ],
)
def test_when_and_where_are_read_from_the_turns_of_reports(text, told):
    assert read(text) == told
