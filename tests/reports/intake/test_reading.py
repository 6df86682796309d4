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
            ("Wreaths laid\n\nDiplomats laid wreaths under the Lion Gate in Ypres this morning."),
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
                "Armenians remember\n\nThe Armenian community of Plovdiv commemorated the "
                "victims of the genocide with a service in St. George Church on Monday."
            ),
            ("2025-03-10", None, "Plovdiv", "Bulgaria", "St. George Church"),
        ),
        (
            (
                "Statement\n\nLast week's conference on minority languages in Bolzano "
                "brought together 80 scholars. It took place on 6 and 7 March at Eurac "
                "Centre."
            ),
            ("2025-03-06", "2025-03-07", "Bolzano", "Italy", "Eurac Centre"),
        ),
        (
            (
                "Memorial day in school\n\nPupils of Gymnasium No. 3 in Tiraspol planted "
                "trees on Friday, 7 March, in memory of the victims."
            ),
            ("2025-03-07", None, "Tiraspol", "Moldova", None),
        ),
        (
            (
                "Exhibition closes\n\nThe exhibition, which opened on 10 February at the "
                "City Museum in Split, closed on Sunday."
            ),
            ("2025-02-10", None, "Split", "Croatia", "City Museum"),
        ),
        (
            (
                "Remembrance in Canberra\n\nAt a ceremony held at the Australian War "
                "Memorial in Canberra on 4 March, the High Commissioner for Malta laid a "
                "wreath."
            ),
            ("2025-03-04", None, "Canberra", "Australia", "Australian War Memorial"),
        ),
        (
            (
                "Reading in New York\n\nNEW YORK, March 11 -- Poets from nine countries read "
                "at the Nuyorican House on Manhattan's Lower East Side on Monday night."
            ),
            ("2025-03-10", None, "New York", "United States", "Nuyorican House"),
        ),
        (
            (
                "Gathering\n\nA gathering in memory of the victims of the 1955 pogrom in "
                "Istanbul was held in Athens on Sunday."
            ),
            ("2025-03-09", None, "Athens", "Greece", None),
        ),
        (
            (
                "Hommage\n\nUne cérémonie en hommage aux victimes s'est tenue samedi 8 mars "
                "au cimetière du Père-Lachaise à Paris."
            ),
            ("2025-03-08", None, "Paris", "France", "cimetière du Père-Lachaise"),
        ),
        (
            (
                "Réception\n\nL'ambassade du Maroc à Dakar a organisé mardi une réception à "
                "la Maison de la Culture Douta Seck."
            ),
            ("2025-03-11", None, "Dakar", "Senegal", "Maison de la Culture Douta Seck"),
        ),
        (
            (
                "Gedenken\n\nAm Sonntag fand in der Frauenkirche in Dresden ein "
                "Gedenkkonzert für die Opfer statt."
            ),
            ("2025-03-09", None, "Dresden", "Germany", "Frauenkirche"),
        ),
        (
            (
                "Tagung\n\nVom 6. bis 8. März fand im Haus der Kulturen in Graz eine Tagung "
                "über Exil statt."
            ),
            ("2025-03-06", "2025-03-08", "Graz", "Austria", "Haus der Kulturen"),
        ),
        (
            (
                "Acto\n\nEl sábado se celebró en la Plaza de Mayo de Buenos Aires un acto en "
                "memoria de las víctimas."
            ),
            ("2025-03-08", None, "Buenos Aires", "Argentina", "Plaza de Mayo"),
        ),
        (
            ("Anma mərasimi\n\nMartın 10-da Ankaradakı Gənclik Parkında anma mərasimi keçirilib."),
            ("2025-03-10", None, "Ankara", "Turkey", "Gənclik Parkı"),
        ),
        (
            (
                "Vigil\n\nAround 200 people lit candles on the steps of St Paul's Cathedral "
                "in Melbourne last Thursday night."
            ),
            ("2025-03-06", None, "Melbourne", "Australia", "St Paul's Cathedral"),
        ),
        (
            (
                "Gala\n\nThe gala evening of the Hellenic Society took place on Saturday, 1 "
                "March 2025, in the ballroom of the Grand Hotel Kempinski in Riga."
            ),
            ("2025-03-01", None, "Riga", "Latvia", "ballroom of the Grand Hotel Kempinski"),
        ),
        (
            (
                "Wreaths\n\nThe delegation, which arrived in Warsaw on Monday, laid wreaths "
                "at the Monument to the Ghetto Heroes on Tuesday."
            ),
            ("2025-03-11", None, "Warsaw", "Poland", "Monument to the Ghetto Heroes"),
        ),
        (
            (
                "Students rally\n\nStudents from across Georgia rallied outside parliament "
                "in Tbilisi for the 100th day on Friday."
            ),
            ("2025-03-07", None, "Tbilisi", "Georgia", None),
        ),
        (
            (
                "Evening of Georgian song\n\nThe choir from Kutaisi sang in the Great Hall "
                "of the Conservatory in Tallinn on 2 March, a month after its tour of "
                "Poland."
            ),
            ("2025-03-02", None, "Tallinn", "Estonia", "Great Hall of the Conservatory"),
        ),
        (
            (
                "Iftar\n\nThe Turkish Consulate General in Houston hosted an iftar dinner at "
                "its residence on Saturday."
            ),
            ("2025-03-08", None, "Houston", "United States", "Turkish Consulate General"),
        ),
        (
            ("Peace walk\n\nThe walk started at Town Hall in Hobart, Tasmania, at noon on Sunday."),
            ("2025-03-09", None, "Hobart", "Australia", "Town Hall"),
        ),
    ],
)
def test_when_and_where_are_read_from_the_turns_of_reports(text, told):
    assert read(text) == told


def test_who_wrote_a_report_is_nobody_in_it():
    proposal = propose(
        "Concert given in Lund\n\nBy Lena Kolo\n\nA concert was given in Lund on Tuesday by the "
        "pianist Anna Nowak, who played for an hour.\n\nLena Kolo is a writer in Malmö."
    )

    assert [one.name for one in proposal.people] == ["Anna Nowak"]


def test_who_is_commemorated_was_not_there():
    proposal = propose(
        "A concert on the 100th anniversary of the birth of composer Anna Nowak was held in Lund. "
        "Anna Nowak left a lasting mark on the town."
    )

    assert [(one.name, one.role) for one in proposal.people] == [("Anna Nowak", "mentioned")]
