from dataclasses import replace
from datetime import date

import pytest

from reports.intake.mentions.programme import find_programme, programme_of
from reports.intake.mentions.works import find_works
from tests.reports.intake.mentions.test_quotations import document_of


def parts(*paragraphs: str, language: str = "en", kind: str = "other") -> list[str]:
    document = replace(document_of(*paragraphs), language=language, published=date(2026, 5, 4))
    return [part.kind for part in programme_of(kind, find_programme(document, []))]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Mayor Ana Reyes delivered a speech.", ["speech"]),
        ("Those present stood in silence for a minute.", ["minute_of_silence"]),
        ("Wreaths were laid at the monument.", ["wreath_laying"]),
        ("Children lit forty candles.", ["candle_lighting"]),
        ("A priest led prayers for the dead.", ["memorial_service"]),
        ("The choir sang the national anthem.", ["anthem"]),
        ("It ended with the singing of “O Canada”.", ["anthem"]),
        ("Scouts raised the flag.", ["flag_ceremony"]),
        ("A documentary about the flood was shown.", ["film_screening"]),
        ("Two documentaries followed.", ["film_screening"]),
        ("Organizers played a video from the village.", ["film_screening"]),
        ("Visitors looked at photographs on the walls.", ["photo_exhibition"]),
        ("A one-minute silence came first.", ["minute_of_silence"]),
        ("Flowers were then offered before the bust.", ["wreath_laying"]),
        ("A theater on the life of the poet was staged.", ["performance"]),
        ("Certificates of appreciation closed the evening.", ["awards"]),
        ("A letter to those assembled by the king was read to them.", ["message_reading"]),
        ("Guests viewed an exhibition of photographs.", ["photo_exhibition"]),
        ("Guests viewed an exhibition of paintings.", ["exhibition"]),
        ("A string quartet played two pieces.", ["performance"]),
        ("A student recited “The Harbour” by Ivo Bek.", ["reading"]),
        ("The Declaration of Independence was read aloud.", ["reading"]),
        ("Two guards carried in the flags.", ["flag_ceremony"]),
        ("The band struck up “Harbour Lights”.", ["performance"]),
        ("Lamps, one for each of the nine hundred dead, were then lit.", ["candle_lighting"]),
        ("A bench for the dead of the great flood of the north was unveiled.", ["unveiling"]),
        ("Ana Reyes could not come but sent a letter that was read.", ["message_reading"]),
        ("A letter from the bishop of the old town, Ivo Bek, was read.", ["message_reading"]),
        ("The consul handed the Order of Merit to Ana Reyes.", ["awards"]),
        ("They walked with banners to the monument.", ["march"]),
        ("Pupils performed folk dances.", ["performance"]),
        ("Actors read out the names of the victims.", ["reading"]),
        ("A panel discussion followed.", ["panel"]),
        ("The novel was launched at the library.", ["book_presentation"]),
        ("Georgian wine was served.", ["reception"]),
        ("Thousands marched through the old town.", ["march"]),
        ("A plaque was unveiled on the wall.", ["unveiling"]),
        ("Three nurses were awarded medals.", ["awards"]),
        ("A letter from the president was read out.", ["message_reading"]),
        ("A guard of honour fired three volleys.", ["military_honours"]),
        ("Bells rang and sirens sounded.", ["bells_sirens"]),
        ("The two mayors signed an agreement.", ["signing"]),
        ("Ten-year-old Ida won the drawing competition.", ["competition"]),
        ("The floor was then given to the bishop.", ["speech"]),
        ("Ana Reyes, who opened the festival, wished it well.", ["speech"]),
        ("She read letters from the front.", ["reading"]),
        ("The names of all who drowned that winter off the pier were read out.", ["reading"]),
        ("The two anthems of the old and the new republic were sung by Ida Bek.", ["anthem"]),
        ("Lanterns were released over the lake.", ["candle_lighting"]),
        ("There was plenty of food.", ["reception"]),
        ("Both sides inked a deal.", ["signing"]),
        ("The crowd wound its way to the port.", ["march"]),
        ("A pianist enchanted the guests.", ["performance"]),
        ("A play on the great flood was staged by pupils.", ["performance"]),
        ("The film festival opened on Friday.", ["film_screening"]),
        ("Ida Bek could not come but sent a note which was read.", ["message_reading"]),
        ("A clerk read a proclamation on the mayor’s behalf.", ["message_reading"]),
        ("The talk with the author was led by Ana Reyes.", ["panel"]),
        ("Winners of the drawing contest were handed medals.", ["awards"]),
        ("Guests were entertained by a harpist.", ["performance"]),
        ("The event continued with an artistic part.", ["performance"]),
    ],
)
def test_programme_has_the_parts_that_took_place(text, kinds):
    assert parts(text) == kinds


@pytest.mark.parametrize(
    "text",
    [
        "A concert will be held on Friday.",
        "The film is to be shown in June.",
        "The march planned for Sunday, organizers hope, passes the port.",
        "The concert was cancelled.",
        "No wreaths were laid.",
        "Instead of a reception, tea was poured for the staff at home.",
        "In 1921 the two countries signed a treaty.",
        "On the night of 3 May 1915 thousands marched through the old town.",
        "The march of 1915 is in every schoolbook.",
        "A concert was held last year.",
        "Similar vigils, with candles lit, took place in Oslo.",
        "She had unveiled a plaque in Rome.",
        "He recalled the concert and the wreaths laid by his mother.",
        "The police officers went home on March 11.",
        "She graduated from the Opera and Ballet Theatre School.",
        "A smaller prayer service was held in the next village.",
        "Books by the noted writer Ana Reyes lay on a table.",
        "The minister told a briefing that the road is closed.",
        "The consul gave a dinner bell to the diplomats.",
        "More than a hundred agreements were signed this year, the ambassador added.",
        "Laureates of international competitions came from Oslo.",
        "The colonel, who was awarded a medal in the war, came too.",
        "It stands near the square where in 1948 people were shot when marching to the palace.",
    ],
)
def test_programme_leaves_out_what_did_not_take_place_there(text):
    assert parts(text) == []


def test_programme_is_not_what_quotations_tell():
    assert parts("“Wreaths were laid and a choir sang,” it says in the diary.") == []


def test_programme_goes_on_after_what_is_refused_or_said():
    assert parts("The minister was unable to attend but sent a message, read by an actor.") == [
        "message_reading"
    ]
    assert parts("He praised the march; a wreath was laid.") == ["speech", "wreath_laying"]


def test_a_part_is_in_the_programme_once_and_in_the_order_of_the_text():
    assert parts("Mayor Ana Reyes spoke.", "A choir sang.", "Consul Ivo Bek spoke.") == [
        "speech",
        "performance",
    ]


def test_an_exhibition_is_of_photographs_where_another_sentence_says_so():
    opening = "An exhibition on the port was opened."

    assert parts(opening) == ["exhibition"]
    assert parts(opening, "It brings together forty photographs.") == ["photo_exhibition"]
    assert parts("Forty photographs of the port were sold.") == []


def test_music_is_the_concert_of_a_concert_and_elsewhere_a_performance():
    text = "A choir sang three songs."

    assert parts(text) == ["performance"]
    assert parts(text, kind="concert") == ["concert"]
    assert parts("After the speeches there was a concert.", text) == ["speech", "concert"]
    assert parts("Pupils danced.", text) == ["performance"]


def test_prayers_are_a_memorial_service_only_where_people_remember():
    text = "The bishop led a prayer."

    assert parts(text, kind="commemoration") == ["memorial_service"]
    assert parts(text, kind="national_day") == []


def test_of_two_parts_in_one_turn_the_narrower_counts():
    assert parts("The orchestra performed the anthem.") == ["anthem"]
    assert parts("The dance ensemble gave a short performance.") == ["performance"]


def test_a_headline_alone_is_no_programme_when_the_lead_only_announces():
    document = document_of("Museum opens exhibition", "The exhibition will open on Friday.")
    headline = document.sentences[0]._replace(paragraph=-1)
    announced = replace(document, sentences=(headline, *document.sentences[1:]))

    assert find_programme(announced, []) == []


def test_nobody_has_spoken_at_a_gathering_that_is_only_announced():
    assert parts("A concert will be held on Friday.", "“Do come,” said Mayor Ana Reyes.") == []


def test_nobody_is_heard_in_a_name_or_gives_a_speech_in_a_discussion():
    assert parts("Prizes were presented to Ivo Said and his class.") == ["awards"]
    assert parts("In the panel discussion Ana Reyes recalled the flood.") == ["panel"]
    assert parts("A panel discussion followed.", "Ana Reyes recalled the flood.") == [
        "panel",
        "speech",
    ]


def test_those_of_office_speak_where_bystanders_are_only_asked():
    lead = "A vigil was held on the square."

    assert parts(lead, "“I am sad,” said Ana Reyes.") == []
    assert parts(lead, "“I am sad,” said Mayor Ana Reyes.") == ["speech"]


def test_a_part_names_its_works_and_the_words_it_rests_on():
    document = document_of('The film "Two Rivers" was shown.')

    (part,) = find_programme(document, find_works(document, []))

    assert part.works == ("Two Rivers",)
    assert document.words_of(part.span) == 'film "Two Rivers" was shown'


@pytest.mark.parametrize(
    ("language", "text", "kinds"),
    [
        ("fr", "Une minute de silence a été observée.", ["minute_of_silence"]),
        (
            "fr",
            "Des gerbes ont été déposées, puis la fanfare a joué.",
            ["wreath_laying", "performance"],
        ),
        ("fr", "Un concert aura lieu samedi.", []),
        ("de", "Der Bürgermeister hielt eine Ansprache.", ["speech"]),
        ("de", "Anschließend lud der Verein zu einem Empfang.", ["reception"]),
        ("de", "Ein Film wird im Juni gezeigt.", []),
        ("es", "El coro cantó el himno nacional.", ["anthem"]),
        ("es", "Se depositó una ofrenda floral.", ["wreath_laying"]),
        ("es", "El concierto será el domingo.", []),
        ("az", "Şəhidlərin xatirəsi bir dəqiqəlik sükutla yad edilib.", ["minute_of_silence"]),
        ("de", "Danach schwiegen alle eine Minute lang.", ["minute_of_silence"]),
        ("de", "Sein Grußwort verlas die Rätin.", ["message_reading"]),
        ("es", "El cónsul, quien dio lectura al mensaje, llegó tarde.", ["message_reading"]),
        ("az", "Tədbirdə sənədli film nümayiş olunub.", ["film_screening"]),
    ],
)
def test_programme_is_read_in_other_languages(language, text, kinds):
    assert parts(text, language=language) == kinds
