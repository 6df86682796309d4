"""What a report says is commemorated or celebrated, and for the how manieth time."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from events.dates import PartialDate
from events.names import words as folded
from reports.intake.document import Document, Sentence, Span
from reports.intake.mentions.dates import DateMention
from reports.intake.mentions.nations import nation_of
from reports.intake.mentions.occasion_forms import OccasionForms, occasion_forms
from reports.intake.mentions.ordinals import ordinal_in
from reports.intake.mentions.telling import Telling, speech_in, tellings
from reports.intake.mentions.wording import Worded, worded
from reports.intake.proposal import ProposedOccasion


def find_occasion(document: Document, dates: Sequence[DateMention]) -> ProposedOccasion | None:
    """The occasion of the gathering; None where none is named."""
    forms = occasion_forms(document.language)
    lines, told = worded(document), tellings(document)
    this_year = _year_of(document, dates)
    found = [
        named
        for number, (line, telling) in enumerate(zip(lines[:SEEN], told, strict=False))
        for named in _in_sentence(line, number, forms, telling, this_year)
    ]
    found = sorted((one for one in found if one.score >= LEAST), key=lambda one: one.span)
    best = max(
        found, key=lambda one: (not one.of_all, one.score), default=None
    )  # the first of equals
    if not best:
        return None
    best = _without_years(_in_full(best, found, document), document, dates, forms)
    if best.ordinal is None:
        best = _with_ordinal(best, found, document, dates, forms)
    return ProposedOccasion(
        what=best.what,
        span=best.span,
        ordinal=best.ordinal,
        original=_original(best, document, dates),
        confidence=min(0.95, best.score / 8),
    )


SEEN = 25  # sentences from the start of a report in which its occasion may be named
LOOKED_AT = 60  # in which its ordinal may be told apart
LEAST = 2.5
SHORT = 3  # words; headlines leave out what the body says
YEARS = 5  # letters at most of a word for years, where one for an anniversary has more


@dataclass(frozen=True)
class _Named:
    """One wording of an occasion, and how much speaks for it."""

    what: str
    span: Span
    ordinal: int | None
    score: float
    sentence: int
    of_all: bool = False  # its number is that of whatever is celebrated: "Malta turns 61"
    is_day: bool = False  # a day with a name of its own


# --- What a sentence names ------------------------------------------------------------------------


def _in_sentence(
    line: Worded, number: int, forms: OccasionForms, telling: Telling, this_year: int | None
) -> Iterator[_Named]:
    sentence, text = line.sentence, line.sentence.text
    told = [*_own(line, forms), *_unnumbered(line, forms)]
    days = list(_named_days(line, forms))
    named_days = {(start, end) for start, end, _ordinal, _worth in days}
    for start, end, ordinal, worth in (*_numbered(line, forms), *days):
        apart = telling.said and telling.years and not _fits(ordinal, telling.years, this_year)
        told.append((start, end, ordinal, worth - 3 * bool(apart)))
    aged = list(_aged(line, forms))
    if not told and not aged:
        return  # the weight of a sentence is dear
    weight = _weight(sentence, number, forms, said=telling.said)
    for start, end, ordinal, worth in (*told, *aged):
        whole = Span(start + sentence.span.start, end + sentence.span.start)
        score = worth + weight - 2 * telling.is_quoted(whole)
        what = " ".join(text[start:end].split())
        one = (start, end, ordinal, worth)
        of_all = one in aged or bool(ordinal and _is_state(what, forms))
        yield _Named(what, whole, ordinal, score, number, of_all, (start, end) in named_days)


def _lost(text: str, start: int, phrase: tuple[int, int], forms: OccasionForms) -> int:
    """Where those begin who are remembered: "for the | miners killed in Soma"; 0 if nobody."""
    before = text[start : phrase[0]]
    if forms.losses.isdisjoint(folded(before)) or not _has_capital(text[slice(*phrase)]):
        return 0
    words = _WORD.finditer(before)
    first = next((one for one in words if one[0].lower() not in forms.phrases.articles), None)
    return start + first.start() if first else 0


def _is_only_time(what: str, forms: OccasionForms) -> bool:
    """ "February 1990", or with a weekday, and not as in "Monday morning’s shooting"."""
    month, *rest = folded(what) or [""]
    if month in forms.months and all(len(word) == 4 and word.isdigit() for word in rest):
        return True
    return not forms.weekdays.isdisjoint(what.split()) and not _OF_A_TIME.match(what)


def _tells_kind(what: str, forms: OccasionForms) -> bool:
    """Whether it is something one commemorates, by a word of it or by the start of one."""
    said = folded(what)
    if forms.kinds & set(said):
        return True
    return any(word.startswith(forms.long_kinds) for word in said if len(word) > 7)


def _is_state(what: str, forms: OccasionForms) -> bool:
    """Whether it is a state and nothing else: "Republic of Estonia"."""
    named = [word for word in what.split() if word not in forms.states | forms.phrases.of]
    return len(named) == 1 and bool(nation_of(named[0]))


def _has_name(what: str) -> bool:
    return sum(word[0].isupper() for word in what.split()) > 1


# From which character to which, the ordinal, and what such a wording is worth.
_Wording = tuple[int, int, int | None, float]


def _unnumbered(line: Worded, forms: OccasionForms) -> Iterator[_Wording]:
    """Without a number: "in memory of …", "to mark …"."""
    text, offset = line.sentence.text, line.sentence.span.start
    for found in forms.unnumbered.found(line):
        phrase = forms.phrases.after(text, found.end - offset)
        if not phrase or _is_only_time(what := text[slice(*phrase)], forms):
            continue  # "celebrated Friday night its …"
        if _tells_kind(what, forms):
            yield *phrase, None, 3.0 if _has_capital(what) else 2.5
        elif lost := _lost(text, found.end - offset, phrase, forms):
            yield lost, phrase[1], None, 2.5
        elif found.phrase in forms.of_people and _has_name(what):
            yield *phrase, None, 2.2
        elif found.phrase in forms.of_victims and _has_capital(what):
            yield found.start - offset, phrase[1], None, 2.2
    for found in forms.unnumbered_before.found(line):
        if phrase := forms.phrases.before(text, found.start - offset):
            yield *phrase, None, 3.0


def _numbered(line: Worded, forms: OccasionForms) -> Iterator[_Wording]:
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
            worth = 4.8 if _tells_kind(text[slice(*phrase)], forms) else 4.2
            yield *phrase, ordinal_in(match[0], forms.numbers), worth


def _fits(ordinal: int | None, years: Sequence[int], this_year: int | None) -> bool:
    """Whether the years beside it are this year’s or that of what happened then."""
    return this_year in years or bool(this_year and ordinal and this_year - ordinal in years)


def _aged(line: Worded, forms: OccasionForms) -> Iterator[_Wording]:
    """How old a country is: "Malta turns 61"."""
    if line.known.isdisjoint(forms.age_words):
        return
    text = line.sentence.text
    for match in forms.ages.finditer(text):
        phrase = forms.phrases.before(text, match.start())
        if phrase and any(nation_of(word) for word in text[slice(*phrase)].split()):
            yield *phrase, ordinal_in(match["n"], forms.numbers), 3.0


def _own(line: Worded, forms: OccasionForms) -> Iterator[_Wording]:
    """Whose anniversary it is: "the Choir of Ghent celebrated its 40th anniversary"."""
    if line.known.isdisjoint(forms.own_words):
        return
    text = line.sentence.text
    for match in forms.own.finditer(text):
        start, end = _subject(text, match.start()) or (match.start("n"), match.end())
        yield start, end, ordinal_in(match["n"], forms.numbers), 3.0


def _subject(text: str, end: int) -> tuple[int, int] | None:
    """The first name in the sentence before a place."""
    match = _CAPITALS.search(text, 0, end)
    return match.span() if match else None


def _named_days(line: Worded, forms: OccasionForms) -> Iterator[_Wording]:
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


def _any_days(line: Worded, forms: OccasionForms) -> Iterator[_Wording]:
    """Days that no list has: "Umoja Day", "Refugee Week"."""
    if line.known.isdisjoint(forms.any_day_words):
        return
    for match in forms.any_day.finditer(line.sentence.text):
        if forms.no_day.isdisjoint(match[0].casefold().split()):
            yield *match.span(), None, 2.9


def _far(phrase: tuple[int, int], forms: OccasionForms, text: str) -> float:
    """Less for something that is nothing one commemorates: "40 years of work"."""
    what = text[slice(*phrase)]
    return (
        0.0 if _tells_kind(what, forms) or any(word[0].isupper() for word in what.split()) else 2.5
    )


_CAPITALS = re.compile(
    r"[^\W\d_a-z][^\W\d_]+(?:[\s-](?:(?:of|de|del|du|des|the|la|der)\s)?[^\W\d_a-z][^\W\d_]+)+"
)
_WORD = re.compile(r"[^\W_]+")
_OF_A_TIME = re.compile(r"\w+(?:\s\w+)?['’]s\s")
_CAPITAL = re.compile(r"\s+[A-ZÀ-Ý][^\W\d_]")


def _weight(sentence: Sentence, number: int, forms: OccasionForms, *, said: bool) -> float:
    """More for what stands first, and where a gathering is spoken of."""
    head = 0.8 if sentence.paragraph < 0 else 0.0
    score = head + 0.7 * bool(forms.event.search(sentence.text)) - 0.22 * min(number, 12)
    return score - 0.8 * said


def _in_full(best: _Named, found: Sequence[_Named], document: Document) -> _Named:
    """The same occasion as the body names it, where a headline has it short or it has no name."""
    in_headline = bool(document.body) and best.span.start < document.body[0].span.start
    others = [
        other
        for other in found
        if other.span.start >= (document.body[0].span.start if document.body else 0)
    ]
    if in_headline and best.ordinal:
        others = [other for other in others if other.ordinal == best.ordinal]
    elif not _has_capital(best.what):
        others = [other for other in others if _has_capital(other.what)]
        others = [other for other in others if other.ordinal in (None, best.ordinal)]
    elif in_headline and len(best.what.split()) < SHORT:
        own = _significant(best.what)
        others = [other for other in others if own & _significant(other.what)]
        others = [other for other in others if len(other.what) > len(best.what)]
    else:
        return best
    fuller = max(others, key=lambda other: other.score, default=best)
    return replace(fuller, ordinal=best.ordinal or fuller.ordinal)


def _has_capital(what: str) -> bool:
    return any(word[0].isupper() for word in what.split())


def _without_years(
    best: _Named, document: Document, dates: Sequence[DateMention], forms: OccasionForms
) -> _Named:
    """Without "two years ago" or "for the tenth time" at its end."""
    again = forms.again.search(best.what)
    ends = [best.span.start + again.start()] if again else []
    ends += [date.span.start for date in dates if date.ago]
    end = min((end for end in ends if best.span.start < end < best.span.end), default=0)
    if not end:
        return best
    span = Span(best.span.start, end)
    return replace(best, what=document.words_of(span).rstrip(" ,"), span=span)


# --- The ordinal, where the occasion is named without ---------------------------------------------


def _with_ordinal(
    best: _Named,
    found: Sequence[_Named],
    document: Document,
    dates: Sequence[DateMention],
    forms: OccasionForms,
) -> _Named:
    """With the ordinal that another wording of the same occasion has."""
    own = _significant(best.what)
    named_in = {named.sentence for named in found if own & _significant(named.what)}
    for other in sorted(found, key=lambda named: -named.score):
        # "Liberation Day, 81 years after the tanks rolled in"
        beside = other.sentence in named_in and not _has_capital(other.what)
        # "They remembered the Holodomor. This year marks 90 years since the famine."
        beside |= other.sentence - 1 in named_in and _is_said_again(other, document, forms)
        # "Mourning Day, the 44th martyrdom anniversary of the poet"
        beside |= other.sentence in named_in and bool(forms.of_life.match(other.what))
        # "National Day", "106th Independence Day"
        beside |= best.is_day and other.is_day and not forms.national.isdisjoint(folded(best.what))
        if other.ordinal and (other.of_all or beside or own & _significant(other.what)):
            return replace(best, ordinal=other.ordinal)
    return replace(best, ordinal=_told_apart(own, document, dates, forms))


def _is_said_again(other: _Named, document: Document, forms: OccasionForms) -> bool:
    """Whether it is "the" misfortune, and no other by name."""
    before = folded(document.clean[max(0, other.span.start - 12) : other.span.start])
    known = bool(before) and before[-1] in forms.phrases.articles
    return known and not _has_capital(other.what) and _tells_kind(other.what, forms)


def _told_apart(
    own: set[str], document: Document, dates: Sequence[DateMention], forms: OccasionForms
) -> int | None:
    """A number of years told without naming the occasion, or beside a part of its name.

    It counts where the year it leads to is in the text, or where the gathering is spoken of.
    """
    quoted = speech_in(document)
    this_year = _year_of(document, dates)
    years = {date.year for date in dates if not date.ago}
    agos = [date for date in dates if date.ago]
    for line in worded(document)[:LOOKED_AT]:
        text, offset = line.sentence.text, line.sentence.span.start
        told = [(date.ago, date.span) for date in agos if line.sentence.span.holds(date.span)]
        if not line.known.isdisjoint(forms.bare_words):
            for match in forms.bare.finditer(text):
                span = Span(match.start() + offset, match.end() + offset)
                told.append((ordinal_in(match[0], forms.numbers), span))
        named = bool(own & _significant(text))
        for number, span in told:
            confirmed = bool(number and this_year and this_year - number in years)
            said = any(quote.meets(span) for quote in quoted)
            ago = any(date.span == span for date in agos)
            opens = span.start == offset  # "Ten years on, the town remembers the fire"
            if number and (confirmed or (named and (ago or opens) and not said)):
                return number
    return None


def _year_of(document: Document, dates: Sequence[DateMention]) -> int | None:
    """The year of the report: of its publication, or the newest it names."""
    if document.published:
        return document.published.year
    return max((date.year for date in dates if not date.ago), default=None)


def _significant(text: str) -> set[str]:
    return {word for word in folded(text) if len(word) > 4}


def _original(best: _Named, document: Document, dates: Sequence[DateMention]) -> PartialDate | None:
    """The date in the text that lies as many years back as the ordinal says."""
    this_year = _year_of(document, dates)
    if not best.ordinal or not this_year:
        return None
    year = this_year - best.ordinal
    known = [date.first for date in dates if date.year == year and not date.ago]
    # The most exact one.
    return max(known, key=lambda date: len(str(date)), default=None)
