"""Names that no head gives away: in lists of those who act, and acronyms."""

from collections.abc import Iterator, Sequence

from reports.intake.mentions.nations import is_country, is_well_known, nation_of
from reports.intake.mentions.organizations.heads import Name
from reports.intake.mentions.organizations.vocabulary import Vocabulary
from reports.intake.mentions.people.given import is_given
from reports.intake.mentions.tokens import CAPITALS, INITIAL, SIGN, SMALL, Line, Token

_A_CITY = 200_000  # inhabitants
_SPELLED_AT_MOST = 14  # words of a name that an acronym spells
_LONGEST = 3  # words of a name without a head


def acronyms_in(line: Line, acronyms: dict[str, str]) -> Iterator[Name]:
    """Acronyms that stood in brackets after a name."""
    for at, token in enumerate(line.tokens):
        kind = acronyms.get(token.text)
        if kind is not None and token.capital:
            yield Name(line, at, at + 1, kind, (token.low,), confidence=0.9)


def acting_acronyms(line: Line, words: Vocabulary) -> Iterator[Name]:
    """Acronyms that have people: "RNLI volunteers", "the CTCS director", "Manager, SBI"."""
    for at, token in enumerate(line.tokens):
        if token.shape != CAPITALS or not 2 < len(token.text) < 8 or not token.text.isalpha():
            continue
        if any(0 <= one < len(line.tokens) and _shouts(line, one) for one in (at - 1, at + 1)):
            continue
        if token.low in words.no_acronyms or nation_of(token.text):
            continue
        if _has_people(line, at, words):
            yield Name(line, at, at + 1, "", (token.low,), confidence=0.6)
        elif line.low(at - 1) in words.articles and (end := _of_country(line, at, words)):
            yield Name(line, at, end, "", (token.low,), confidence=0.6)


def _shouts(line: Line, at: int) -> bool:
    return line.tokens[at].shape == CAPITALS


def _has_people(line: Line, at: int, words: Vocabulary) -> bool:
    following, ends = line.low(at + 1), line.low(at + 1) in ("", ",", ".", ";")
    if line.low(at - 1) == "," and line.low(at - 2) in words.titles and ends:
        return True
    acts = following in words.staff or following in words.titles
    return acts and line.low(at + 2) not in words.reporting


def _of_country(line: Line, at: int, words: Vocabulary) -> int:
    """The end of "UOC of the USA"; 0 where no country follows."""
    if line.low(at + 1) not in words.of:
        return 0
    country = at + 2 + (line.low(at + 2) in words.articles)
    named = line.capital(country) and is_country(line.tokens[country].text)
    return country + 1 if named else 0


def spelled_in(line: Line, words: Vocabulary) -> Iterator[Name]:
    """Names that the acronym in brackets behind them spells: "Friends of the Silk Road (FSR)"."""
    for at in range(2, len(line.tokens) - 2):
        token = line.tokens[at + 1]
        if line.lows[at] != "(" or line.lows[at + 2] != ")" or token.shape != CAPITALS:
            continue
        first = at
        if len(token.text) > 2:
            first = min(_spelling(line, at, token.text), _loosely_spelling(line, at, token.text))
        whose = first < at and not is_given(line.tokens[first].text)
        if whose and line.low(at - 1) not in words.no_body_ends:
            yield Name(line, first, at, "", (), token.text, confidence=0.7)


def _is_skipped(line: Line, at: int) -> bool:
    """A small word or a comma: "Council for Culture, Arts and Letters"."""
    return line.tokens[at].shape == SMALL or line.lows[at] == ","


def _spelling(line: Line, end: int, letters: str) -> int:
    """Where the words begin whose capitals spell the letters; the end where none do."""
    at = end
    while letters:
        at -= 1
        while at > 0 and end - at < _SPELLED_AT_MOST and _is_skipped(line, at):
            at -= 1
        if at < 0 or not line.tokens[at].capital:
            return end
        # "Dialogue France-Kolo" is three.
        own = "".join(part[0] for part in line.tokens[at].text.split("-") if part)
        own = own if letters.endswith(own) else own[0]
        if not letters.endswith(own):
            return end
        letters = letters.removesuffix(own)
    return at


def _loosely_spelling(line: Line, end: int, letters: str) -> int:
    """The same where small words have a letter or none: "Comité de coordination … (CCAF)"."""
    initials = ""
    for at in range(end - 1, max(-1, end - _SPELLED_AT_MOST), -1):
        token = line.tokens[at]
        if token.shape == SIGN and token.text not in "’'&-":
            return end
        initials = token.text[0].upper() + initials
        if token.capital and initials[0] == letters[0] and _holds(initials, letters):
            return at
    return end


def _holds(initials: str, letters: str) -> bool:
    """Whether the letters stand among the initials in their order."""
    left = iter(initials)
    return all(letter in left for letter in letters)


def listed_in(line: Line, words: Vocabulary, taken: dict[int, int]) -> Iterator[Name]:
    """Names after "organized by", "representing", "founder of" …, each of a list.

    `taken` has the names already found in the line: where each begins and ends.
    """
    for at, word in enumerate(line.lows):
        for phrase in words.before_names.get(word, ()):
            size = len(phrase)
            if line.lows[at : at + size] == phrase:
                alone = phrase[0] in words.titles  # "director of X, Anna Ek"
                yield from _list_from(line, at + size, words, taken, alone=alone)


def each_of(name: Name, words: Vocabulary) -> Iterator[Name]:
    """The bodies that a plural means: "embassies of Peru and Chile" are two."""
    line, at = name.line, name.first + len(name.head)
    of = line.low(at)
    if name.head not in words.singular or of not in words.of:
        return
    begin = name.first
    while at < name.last:
        if not line.capital(at):
            at += 1
            continue
        end = at
        while end < name.last and line.capital(end):
            end += 1
        whose = line.sentence.text[
            line.tokens[at].start - line.sentence.span.start : line.tokens[end - 1].end
            - line.sentence.span.start
        ]
        called = f"{words.singular[name.head]} {of} {whose}"
        head = tuple(words.singular[name.head].casefold().split())
        yield Name(line, begin, end, name.kind, head, confidence=0.7, called=called)
        begin = at = end


def _list_from(
    line: Line, at: int, words: Vocabulary, taken: dict[int, int], *, alone: bool
) -> Iterator[Name]:
    while at < len(line.tokens):
        while line.low(at) in words.articles:
            at += 1
        if at in taken:
            at = taken[at]
        else:
            end = _run(line, at, words)
            if end == at:
                return
            if _may_be_body(line, at, end, words):
                yield Name(line, at, end, "", (), confidence=0.5)
            else:
                return
            at = end
        if alone:
            return
        if line.low(at) == "(" and line.low(at + 2) == ")":
            at += 3
        if line.low(at) == "," and (line.low(at + 1) in words.joining):
            at += 2
        elif line.low(at) == "," or line.low(at) in words.joining:
            at += 1
        else:
            return


def _run(line: Line, at: int, words: Vocabulary) -> int:
    end = at
    while line.capital(end) and end - at < _LONGEST + 1:
        end += 1
    return end


def _is_common(token: Token, words: Vocabulary) -> bool:
    low = token.low
    return (low,) in words.heads or low in words.topics or low in words.things


def _may_be_body(line: Line, first: int, last: int, words: Vocabulary) -> bool:
    tokens, following = line.tokens[first:last], line.low(last)
    if len(tokens) > _LONGEST or _is_of_others(tokens, words) or _is_place(tokens):
        return False
    if following in words.reporting or following in words.of:
        return False
    if following in words.part_of_body:
        return False  # "the Benelux office"
    if tokens[0].shape == CAPITALS:
        return True
    if following and line.tokens[last].shape != SIGN and following not in words.joining:
        return len(tokens) == 1
    return len(tokens) < _LONGEST


def _is_of_others(tokens: Sequence[Token], words: Vocabulary) -> bool:
    """Whether the words are a person’s, a thing’s or nobody’s own."""
    if tokens[0].low in words.outside or any(token.low in words.titles for token in tokens):
        return True
    if is_given(tokens[0].text) or any(token.shape == INITIAL for token in tokens):
        return True
    thing = tokens[-1].low in words.things and tokens[-1].low not in words.topics
    bare = tuple(token.low for token in tokens) in words.heads
    return thing or bare or all(_is_common(token, words) for token in tokens)


def _is_place(tokens: Sequence[Token]) -> bool:
    """Whether it is a place or a people; not so "TEAS France", "Amnesty Malta"."""
    first, last = tokens[0].text, tokens[-1].text
    own = tokens[0].shape == CAPITALS or is_country(last)
    if nation_of(first) or (nation_of(last) and not own):
        return True
    whole = " ".join(token.text for token in tokens)
    return is_well_known(whole, _A_CITY) or is_well_known(first, _A_CITY)
