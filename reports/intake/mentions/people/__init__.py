"""People that a report names, with the capacity they are named in."""

from collections.abc import Iterable, Sequence

from reports.intake.document import Document
from reports.intake.mentions.people.candidates import Candidate, Sighting
from reports.intake.mentions.people.given import is_given
from reports.intake.mentions.people.persons import Persons
from reports.intake.mentions.people.vocabulary import PeopleWords, people_words
from reports.intake.mentions.tokens import CLOSING, OPENING, SIGN, SMALL, Line, lines_of, shared_out
from reports.intake.proposal import ProposedOrganization, ProposedPerson

__all__ = ["find_people"]


def find_people(
    document: Document, organizations: Sequence[ProposedOrganization]
) -> list[ProposedPerson]:
    """Everybody who is named, once, under the fullest name without a title."""
    words = people_words(document.language)
    lines = [line for line in lines_of(document) if not _is_in_title_case(line, words)]
    common, alone = _common_words(lines), _words_alone(lines)
    candidates: list[Candidate] = []
    for line, bodies in zip(lines, _bodies_in(lines, organizations), strict=True):
        candidates += _convincing(Sighting(line, words, bodies, common, alone).candidates(), words)
    persons = Persons(document, organizations)
    for candidate in sorted(candidates, key=lambda one: len(one.words) < 2):
        persons.add(candidate)
    persons.find_again(lines)
    return persons.proposed()


def _is_in_title_case(line: Line, words: PeopleWords) -> bool:
    """Whether capitals tell nothing: a headline, or a heading in the text that has a verb."""
    if line.sentence.paragraph >= 0 and (
        line.tokens[-1].shape == SIGN
        or "," in line.lows
        or not any(token.capital and token.low in words.doing for token in line.tokens)
    ):
        return False
    return line.is_in_title_case


def _common_words(lines: Iterable[Line]) -> frozenset[str]:
    """Words that the report has in small letters too: no names."""
    return frozenset(token.low for line in lines for token in line.tokens if token.shape == SMALL)


def _words_alone(lines: Iterable[Line]) -> frozenset[str]:
    """Words with a capital that stand without another inside a sentence or before a verb."""
    return frozenset(
        token.low
        for line in lines
        for at, token in enumerate(line.tokens)
        if token.capital and not line.capital(at - 1) and not line.capital(at + 1)
    )


def _bodies_in(
    lines: Sequence[Line], organizations: Iterable[ProposedOrganization]
) -> list[dict[int, int]]:
    """For each line, where organizations begin and end in it, counted in tokens."""
    shared = shared_out(lines, (span for one in organizations for span in one.spans))
    return [
        dict(
            _with_marks(line, line.first_from(span.start), line.first_from(span.end))
            for span in inside
        )
        for line, inside in zip(lines, shared, strict=True)
    ]


def _with_marks(line: Line, first: int, last: int) -> tuple[int, int]:
    """With the quotation marks around: a name may stand right behind them."""
    quoted = first > 0 and last < len(line.tokens) and line.low(first - 1) in OPENING
    return (first - 1, last + 1) if quoted and line.low(last) in CLOSING else (first, last)


def _convincing(candidates: list[Candidate], words: PeopleWords) -> list[Candidate]:
    """Those with enough that speaks for them; beside one of them in a list, less is enough."""
    good = [one.evidence >= words.needed for one in candidates]
    if not any(good):
        return []
    # From both ends: who stands beside one that convinces convinces in turn.
    for at in (*range(len(candidates)), *reversed(range(len(candidates)))):
        one = candidates[at]
        if good[at] or one.evidence < words.needed - 1.4 - (len(one.words) < 2):
            continue
        if len(one.words) < 2 and not is_given(one.words[0]):
            good[at] = _is_between(candidates, good, at, words)
            continue
        near = [other for other in (at - 1, at + 1) if 0 <= other < len(candidates)]
        good[at] = any(
            good[other] and one.is_listed_with(candidates[other], words) for other in near
        )
    return [one for one, convincing in zip(candidates, good, strict=True) if convincing]


def _is_between(candidates: list[Candidate], good: list[bool], at: int, words: PeopleWords) -> bool:
    """Whether a word stands in a list between two full names that convince."""

    def reaches(step: int) -> bool:
        here = at
        while 0 <= here + step < len(candidates):
            if not candidates[here].is_listed_with(candidates[here + step], words):
                return False
            here += step
            if good[here] and len(candidates[here].words) > 1:
                return True
        return False

    near = [one for one in (at - 1, at + 1) if 0 <= one < len(candidates) and good[one]]
    after_composer = any(  # "by Pärt, Tubin and Tormis"
        candidates[one].words[0] in words.composers
        and candidates[one].is_listed_with(candidates[at], words)
        for one in near
    )
    return after_composer or (reaches(-1) and reaches(1))
