"""What a report says is commemorated or celebrated, and for the how manieth time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from events.dates import PartialDate
from events.names import words as folded
from reports.intake.document import Document, Sentence, Span
from reports.intake.mentions import occasion_wordings as wordings
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
    if best.ordinal is None:
        best = replace(best, ordinal=_of_this(document, forms))
    best = _without_years(_in_full(best, found, document, forms), document, dates, forms)
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
    told = [*wordings.own(line, forms), *wordings.unnumbered(line, forms)]
    days = list(wordings.named_days(line, forms))
    named_days = {(start, end) for start, end, _ordinal, _worth in days}
    for start, end, ordinal, worth in (*wordings.numbered(line, forms), *days):
        apart = telling.said and telling.years and not _fits(ordinal, telling.years, this_year)
        told.append((start, end, ordinal, worth - 3 * bool(apart)))
    aged = list(wordings.aged(line, forms))
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


def _is_state(what: str, forms: OccasionForms) -> bool:
    """Whether it is a state and nothing else: "Republic of Estonia"."""
    named = [word for word in what.split() if word not in forms.states | forms.phrases.of]
    return len(named) == 1 and bool(nation_of(named[0]))


def _fits(ordinal: int | None, years: Sequence[int], this_year: int | None) -> bool:
    """Whether the years beside it are this year’s or that of what happened then."""
    return this_year in years or bool(this_year and ordinal and this_year - ordinal in years)


def _weight(sentence: Sentence, number: int, forms: OccasionForms, *, said: bool) -> float:
    """More for what stands first, and where a gathering is spoken of."""
    head = 0.8 if sentence.paragraph < 0 else 0.0
    score = head + 0.7 * bool(forms.event.search(sentence.text)) - 0.22 * min(number, 12)
    return score - 0.8 * said


def _in_full(
    best: _Named, found: Sequence[_Named], document: Document, forms: OccasionForms
) -> _Named:
    """The same occasion as the body names it, where a headline has it short or it has no name."""
    in_headline = bool(document.body) and best.span.start < document.body[0].span.start
    others = [
        other
        for other in found
        if other.span.start >= (document.body[0].span.start if document.body else 0)
    ]
    if in_headline and best.ordinal:
        others = [
            other
            for other in others
            if other.ordinal == best.ordinal
            # Not "of that date".
            and (wordings.has_capital(other.what) or wordings.tells_kind(other.what, forms))
        ]
    elif not wordings.has_capital(best.what):
        others = [other for other in others if wordings.has_capital(other.what)]
        others = [other for other in others if other.ordinal in (None, best.ordinal)]
    elif in_headline and len(best.what.split()) < SHORT:
        own = _significant(best.what)
        others = [other for other in others if own & _significant(other.what)]
        others = [other for other in others if len(other.what) > len(best.what)]
    else:
        return best
    fuller = max(others, key=lambda other: other.score, default=best)
    return replace(fuller, ordinal=best.ordinal or fuller.ordinal)


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
    lines = worded(document)
    for other in sorted(found, key=lambda named: -named.score):
        # "Liberation Day, 81 years after the tanks rolled in"
        beside = other.sentence in named_in and not wordings.has_capital(other.what)
        # "They remembered the Holodomor. This year marks 90 years since the famine."
        beside |= other.sentence - 1 in named_in and _is_said_again(other, document, forms)
        # "Mourning Day, the 44th martyrdom anniversary of the poet"
        beside |= other.sentence in named_in and bool(forms.of_life.match(other.what))
        # "They called it a Black Day. The day was chosen for the ninth anniversary of …"
        of_day = forms.the_day.match(lines[other.sentence].sentence.text)
        beside |= best.is_day and bool(of_day)
        # "National Day", "106th Independence Day"
        beside |= best.is_day and other.is_day and not forms.national.isdisjoint(folded(best.what))
        if other.ordinal and (other.of_all or beside or own & _significant(other.what)):
            return replace(best, ordinal=other.ordinal)
    return replace(best, ordinal=_told_apart(own, document, dates, forms))


def _is_said_again(other: _Named, document: Document, forms: OccasionForms) -> bool:
    """Whether it is "the" misfortune, and no other by name."""
    before = folded(document.clean[max(0, other.span.start - 12) : other.span.start])
    known = bool(before) and before[-1] in forms.phrases.articles
    return known and not wordings.has_capital(other.what) and wordings.tells_kind(other.what, forms)


def _of_this(document: Document, forms: OccasionForms) -> int | None:
    """The number of "this 106th anniversary", which is that of what was named before."""
    for line in worded(document)[:LOOKED_AT]:
        told = not line.known.isdisjoint(forms.own_words)
        if told and (match := forms.this.search(line.sentence.text)):
            return ordinal_in(match["nth"], forms.numbers)
    return None


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
