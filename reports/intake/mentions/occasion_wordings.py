"""The wordings in which a sentence names what is commemorated: numbered, a day, in memory of."""

import re
from collections.abc import Iterator

from events.names import words as folded
from reports.intake.mentions.nations import nation_of
from reports.intake.mentions.occasion_forms import OccasionForms
from reports.intake.mentions.ordinals import ordinal_in
from reports.intake.mentions.wording import Worded

# From which character to which, the ordinal, and what such a wording is worth.
Wording = tuple[int, int, int | None, float]

YEARS = 5  # letters at most of a word for years, where one for an anniversary has more
_CAPITALS = re.compile(
    r"[^\W\d_a-z][^\W\d_]+(?:[\s-](?:(?:of|de|del|du|des|the|la|der)\s)?[^\W\d_a-z][^\W\d_]+)+"
)
_WORD = re.compile(r"[^\W_]+")
_OF_A_TIME = re.compile(r"\w+(?:\s\w+)?['’]s\s")
_CAPITAL = re.compile(r"\s+[A-ZÀ-Ý][^\W\d_]")


def own(line: Worded, forms: OccasionForms) -> Iterator[Wording]:
    """Whose anniversary it is: "the Choir of Ghent celebrated its 40th anniversary"."""
    if line.known.isdisjoint(forms.own_words):
        return
    text = line.sentence.text
    for match in forms.own.finditer(text):
        start, end = _subject(text, match.start()) or (match.start("n"), match.end())
        yield start, end, ordinal_in(match["n"], forms.numbers), 3.0


def unnumbered(line: Worded, forms: OccasionForms) -> Iterator[Wording]:
    """Without a number: "in memory of …", "to mark …"."""
    text, offset = line.sentence.text, line.sentence.span.start
    for found in forms.unnumbered.found(line):
        phrase = forms.phrases.after(text, found.end - offset)
        if not phrase or _is_only_time(what := text[slice(*phrase)], forms):
            continue  # "celebrated Friday night its …"
        if tells_kind(what, forms):
            yield *phrase, None, 3.0 if has_capital(what) else 2.5
        elif lost := _lost(text, found.end - offset, phrase, forms):
            yield lost, phrase[1], None, 2.5
        elif found.phrase in forms.of_people and _has_name(what):
            yield *phrase, None, 2.2
        elif found.phrase in forms.of_victims and has_capital(what):
            yield found.start - offset, phrase[1], None, 2.2
    for found in forms.unnumbered_before.found(line):
        if phrase := forms.phrases.before(text, found.start - offset):
            yield *phrase, None, 3.0


def numbered(line: Worded, forms: OccasionForms) -> Iterator[Wording]:
    """With the number of the year: "34th anniversary of …", "centenary of …"."""
    text = line.sentence.text
    told = forms.jubilees and not line.known.isdisjoint(forms.jubilee_words)
    for match in forms.jubilees.finditer(text) if told else ():
        if phrase := forms.phrases.after(text, match.end()):
            ordinal = ordinal_in(match[0], forms.numbers)
            # "Put up one year after the fire" is told of many things.
            worth = 5.0 if ordinal != 1 or not match.start() else 3.6
            yield *phrase, ordinal, worth - _far(phrase, forms, text)
    if line.known.isdisjoint(forms.anchors):
        return
    for match in forms.numbered.finditer(text):
        phrase = forms.phrases.after(text, match.end())
        if phrase and not _is_only_time(text[slice(*phrase)], forms):
            life = forms.of_life.search(match[0])
            start = match.start() + life.start() if life else phrase[0]
            # "60 years of" is told of many things.
            wording = match[0].casefold().split()
            named = any(word in forms.own_words and len(word) > YEARS for word in wording)
            worth = 5.0 if forms.nth.match(match[0]) else 4.2
            share = 0.3 if wording[-1] not in forms.phrases.of else 0.6 if named else 1
            worth -= _far(phrase, forms, text) * share
            yield start, phrase[1], ordinal_in(match[0], forms.numbers), worth
    for match in forms.before.finditer(text):
        if phrase := forms.phrases.before(text, match.start()):
            worth = 4.8 if tells_kind(text[slice(*phrase)], forms) else 4.2
            yield *phrase, ordinal_in(match[0], forms.numbers), worth


def aged(line: Worded, forms: OccasionForms) -> Iterator[Wording]:
    """How old a country is: "Malta turns 61"."""
    if line.known.isdisjoint(forms.age_words):
        return
    text = line.sentence.text
    for match in forms.ages.finditer(text):
        phrase = forms.phrases.before(text, match.start())
        if phrase and any(nation_of(word) for word in text[slice(*phrase)].split()):
            yield *phrase, ordinal_in(match["n"], forms.numbers), 3.0


def named_days(line: Worded, forms: OccasionForms) -> Iterator[Wording]:
    """Days and feasts with names of their own, and what each is worth."""
    text, offset = line.sentence.text, line.sentence.span.start
    for match in forms.days.finditer(text) if forms.day_words.may_be_in(line) else ():
        nth = match.groupdict().get("nth")
        start = match.end("nth") if nth else match.start()
        start += len(text[start:]) - len(text[start:].lstrip())
        start, end = forms.phrases.around(text, start, match.end())
        ordinal = ordinal_in(nth, forms.numbers) if nth else None
        # "Its first Remembrance Day" is new to the town.
        yield start, end, None if ordinal == 1 else ordinal, 4.7
    yield from _any_days(line, forms)
    for found in forms.feasts.found(line):
        start, end = found.start - offset, found.end - offset
        # Not of "Christmas Carols"; "Nowruz Day" has been read.
        if _CAPITAL.match(text, end) or not (text[start].isupper() or found.phrase[0].islower()):
            continue
        before = forms.nth.finditer(text, max(0, start - 25), start)
        nth = next((one[0] for one in before if text[one.end() : start].isspace()), "")
        ordinal = ordinal_in(nth, forms.numbers) if nth else None
        yield *forms.phrases.around(text, start, end), ordinal, 4.7 if ordinal else 3.6


def tells_kind(what: str, forms: OccasionForms) -> bool:
    """Whether it is something one commemorates, by a word of it or by the start of one."""
    said = folded(what)
    if forms.kinds & set(said):
        return True
    return any(word.startswith(forms.long_kinds) for word in said if len(word) > 7)


def has_capital(what: str) -> bool:
    """Whether one of its words is printed with a capital."""
    return any(word[0].isupper() for word in what.split())


def _any_days(line: Worded, forms: OccasionForms) -> Iterator[Wording]:
    """Days that no list has: "Umoja Day", "Refugee Week"."""
    if line.known.isdisjoint(forms.any_day_words):
        return
    for match in forms.any_day.finditer(line.sentence.text):
        if forms.no_day.isdisjoint(match[0].casefold().split()):
            yield *match.span(), None, 2.9


def _subject(text: str, end: int) -> tuple[int, int] | None:
    """The first name in the sentence before a place."""
    match = _CAPITALS.search(text, 0, end)
    return match.span() if match else None


def _lost(text: str, start: int, phrase: tuple[int, int], forms: OccasionForms) -> int:
    """Where those begin who are remembered: "for the | miners killed in Soma"; 0 if nobody."""
    before = text[start : phrase[0]]
    if forms.losses.isdisjoint(folded(before)) or not has_capital(text[slice(*phrase)]):
        return 0
    words = _WORD.finditer(before)
    first = next((one for one in words if one[0].lower() not in forms.phrases.articles), None)
    return start + first.start() if first else 0


def _far(phrase: tuple[int, int], forms: OccasionForms, text: str) -> float:
    """Less for something that is nothing one commemorates: "40 years of work"."""
    what = text[slice(*phrase)]
    return 0.0 if tells_kind(what, forms) or has_capital(what) else 2.5


def _is_only_time(what: str, forms: OccasionForms) -> bool:
    """ "February 1990", or with a weekday, and not as in "Monday morning’s shooting"."""
    month, *rest = folded(what) or [""]
    if month in forms.months and all(len(word) == 4 and word.isdigit() for word in rest):
        return True
    return not forms.weekdays.isdisjoint(what.split()) and not _OF_A_TIME.match(what)


def _has_name(what: str) -> bool:
    return sum(word[0].isupper() for word in what.split()) > 1
