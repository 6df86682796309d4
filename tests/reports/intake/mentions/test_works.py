from dataclasses import replace

import pytest

from reports.intake.mentions.works import find_works
from reports.intake.proposal import ProposedPerson
from tests.reports.intake.mentions.test_quotations import document_of


def works(text: str, *people: str, language: str = "en") -> list[tuple[str, str, str]]:
    document = replace(document_of(text), language=language)
    named = []
    for name in people:
        start = document.clean.index(name)
        span = document.sentences[0].span._replace(start=start, end=start + len(name))
        named.append(ProposedPerson(name, span, name, "mentioned", spans=(span,)))
    return [(work.title, work.kind, work.creator) for work in find_works(document, named)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('The film "Two Rivers" was shown.', ("Two Rivers", "film", "")),
        ('"Two Rivers", a film about a flood, was shown.', ("Two Rivers", "film", "")),
        ('A film about the great flood, "13," was shown.', ("13", "film", "")),
        ("They sang ‘The Sailors’ Return’.", ("The Sailors’ Return", "music", "")),
        ('She recited "Salt".', ("Salt", "poem", "")),
        ('An exhibition entitled "Salt" opened.', ("Salt", "exhibition", "")),
        ('His memoir, "Salt", is out.', ("Salt", "book", "")),
        ('Students staged the play "Salt".', ("Salt", "performance", "")),
        ("They watched the film Night of Iron and left.", ("Night of Iron", "film", "")),
        ('They danced the folk dance "Swallow".', ("Swallow", "performance", "")),
        ('The English edition, "Salt", is out.', ("Salt", "book", "")),
        ('She read a page of "Salt".', ("Salt", "book", "")),
        ('The choir ended the evening with "Salt".', ("Salt", "music", "")),
    ],
)
def test_works_are_found_by_the_words_for_their_kind(text, found):
    assert works(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        'He spoke of the "Justice for All" campaign.',
        'The conference "Names That Stay" heard of a book.',
        'The theme was "Water", as in the film.',
        'She won the prize "Golden Pen".',
        'The ensemble "Swallow" sang.',
        'The film festival "New Eyes" began.',
        '"It is a good film," she said.',
        'Of the film he said, "We tried."',
        'He wrote in the book: "We remember all of them."',
        'Their banner read "No Fear".',
        'The captain, Alun "Salt" Morris, led the search in 2013.',
        "They met the film Festival of New Eyes team.",
    ],
)
def test_other_names_and_words_in_quotation_marks_are_no_works(text):
    assert works(text) == []


@pytest.mark.parametrize(
    ("text", "creator"),
    [
        ('The film "Salt" by Chilean director Ana Reyes was shown.', "Ana Reyes"),
        ('The film "Salt" (2019), directed by Ana Reyes, was shown.', "Ana Reyes"),
        ('A film by Ana Reyes, "Salt", was shown.', "Ana Reyes"),
        ('Ana Reyes\'s film "Salt" was shown.', "Ana Reyes"),
        ('Ana Reyes presented her film "Salt".', "Ana Reyes"),
        ('Director Ana Reyes came to see the film "Salt".', "Ana Reyes"),
        ('The film "Salt", made for the museum by Ana Reyes, was shown.', "Ana Reyes"),
        ('The film "Salt" ("Sel"), directed by Ana Reyes, was shown.', "Ana Reyes"),
        ('Ana Reyes, director of the film "Salt", came.', "Ana Reyes"),
        ('They saw an Ana Reyes film, "Salt".', "Ana Reyes"),
        ('The film "Salt" was shown. It was late. The filmmaker, Ana Reyes, came.', "Ana Reyes"),
        ('The film "Salt" was shown. Directed by Ana Reyes, the film won a prize.', "Ana Reyes"),
        ('The film "Salt" was shown. Its director, Ana Reyes, came.', "Ana Reyes"),
        ('The director of "Salt", Ana Reyes, came.', "Ana Reyes"),
        ('The film "Salt" (Ana Reyes, 2019) was shown.', "Ana Reyes"),
        ('Films were shown. One of them, "Salt" by Ana Reyes, won.', "Ana Reyes"),
        ('Ana Reyes directed the film "Salt".', "Ana Reyes"),
        ('"Salt", the first film of Ana Reyes, was shown.', "Ana Reyes"),
        ('The film "Salt" (Anna Marlow) was shown to Ana Reyes.', ""),
        ('The film "Salt" was shown. Ana Reyes, a director of the bank, came.', ""),
        ('The film "Salt" was presented by Ana Reyes.', ""),
        ('Ana Reyes saw the film "Salt".', ""),
    ],
)
def test_works_name_who_made_them(text, creator):
    assert works(text, "Ana Reyes") == [("Salt", "film", creator)]


def test_a_title_follows_the_name_of_its_maker():
    text = 'It was the launch of the memoirs of the historian and traveller Ana Reyes "Salt".'

    assert works(text, "Ana Reyes") == [("Salt", "book", "Ana Reyes")]


def test_a_name_of_one_word_makes_a_work():
    text = 'They played the piece "Tide" by Reyes with the pianist Ivo Bek.'

    assert works(text, "Ivo Bek") == [("Tide", "music", "Reyes")]


def test_a_title_at_the_beginning_is_of_what_was_spoken_of():
    text = 'A book on the flood was launched. "Salt," by Ana Reyes, has 60 letters.'

    assert works(text, "Ana Reyes") == [("Salt", "book", "Ana Reyes")]


def test_a_title_is_of_the_kind_spoken_of_just_before():
    assert works('An exhibition opened. "Salt", as it is called, is free.') == [
        ("Salt", "exhibition", "")
    ]


def test_who_translated_a_work_did_not_make_it():
    text = 'The novel "Salt" was translated by Ivo Bek. The novel is by Ana Reyes.'

    assert works(text, "Ivo Bek", "Ana Reyes") == [("Salt", "book", "Ana Reyes")]


def test_a_maker_in_the_genitive_is_named_in_the_nominative():
    text = "Ana Reyesin “Sel” filmi göstərilib."

    assert works(text, "Ana Reyesin", language="az") == [("Sel", "film", "Ana Reyes")]
    assert works(f"Sonda {text}", "Ana Reyesin", language="az") == [("Sel", "film", "Ana Reyes")]


def test_titles_with_what_they_mean_behind_them_are_one_list():
    text = "The films “Sare” (Salt), “Tuz” (Salt too), “Sal” and “Sol” (Sun) were shown."

    assert [title for title, _kind, _creator in works(text)] == ["Sare", "Tuz", "Sal", "Sol"]


def test_a_title_in_another_language_is_no_other_work():
    assert works('They saw the film "Sel" or "Salt of the Sea".') == [("Sel", "film", "")]


def test_what_somebody_owns_may_be_called_like_a_person():
    text = "Ana Reyes read from her novel Anna Marlow, which is out."

    assert works(text, "Ana Reyes", "Anna Marlow") == [("Anna Marlow", "book", "Ana Reyes")]


def test_who_sang_a_song_did_not_make_it():
    assert works('The singing of "Salt" by Ana Reyes was heard.', "Ana Reyes") == [
        ("Salt", "music", "")
    ]
    assert works('The song "Salt" (performed by Ana Reyes) was heard.', "Ana Reyes") == [
        ("Salt", "music", "")
    ]


def test_a_list_of_titles_is_of_one_kind():
    text = "The books ‘Salt’ by Ana Reyes, ‘Bread’ by Ivo Bek and ‘Oil’ were launched."

    assert works(text, "Ana Reyes", "Ivo Bek") == [
        ("Salt", "book", "Ana Reyes"),
        ("Bread", "book", "Ivo Bek"),
        ("Oil", "book", ""),
    ]


def test_pieces_are_known_by_their_composers():
    assert works("It began with Mozart’s Sonata No 11, Alla Turca, and Chopin’s Minute Waltz.") == [
        ("Sonata No 11, Alla Turca", "music", "Mozart"),
        ("Minute Waltz", "music", "Chopin"),
    ]
    assert works("They ended with Respighi’s “Pines of Rome”.") == [
        ("Pines of Rome", "music", "Respighi")
    ]
    assert works("Beethoven's Birthday was marked.") == []


def test_a_work_is_found_once_by_its_whole_title():
    text = 'The film "Salt" opened. The film "Salt and Light" by Ana Reyes opened.'

    assert works(text, "Ana Reyes") == [("Salt and Light", "film", "Ana Reyes")]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("fr", "Le film « Deux rives » a été projeté.", ("Deux rives", "film", "")),
        ("fr", "Un poème de Ana Reyes, « Demain ».", ("Demain", "poem", "Ana Reyes")),
        ("de", "Die Ausstellung „Zwei Ufer“ ist eröffnet.", ("Zwei Ufer", "exhibition", "")),
        ("de", "Der Roman „Salz“ von Ana Reyes erscheint.", ("Salz", "book", "Ana Reyes")),
        ("es", 'La cantante interpretó "Alba", de Ana Reyes.', ("Alba", "music", "Ana Reyes")),
        ("az", "“İki sahil” filmi göstərilib.", ("İki sahil", "film", "")),
    ],
)
def test_works_are_found_in_other_languages(language, text, found):
    people = ("Ana Reyes",) if found[2] else ()

    assert works(text, *people, language=language) == [found]
