"""What kind of event a report tells of: by its headline and opening, then by its programme."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from reports.intake.document import Document, Span
from reports.intake.mentions.turns import Turn, Words, turns_of, words_by_sentence
from reports.intake.proposal import ProposedOccasion, ProposedPart, Value

# How much is told by the headline and standfirst, and by the first sentences after them.
_HEADLINE, _OPENING = 3.0, (2.5, 1.0, 0.6)
_SUBJECT = 1.5  # the first word for a gathering in the opening, which is what was held
_REFERENCE, _REFERENCES = 1.5, 2  # `the vigil was …` further down, counted so many times
_THEME = 0.4  # what a gathering is about, beside a word for the gathering
_OCCASION = 1.0
_SHORTEST = 6  # words of an opening; fewer are a caption or a place
# What a part of the programme tells of the whole, when the opening says little.
_PARTS = {
    "wreath_laying": ("commemoration", 0.6),
    "minute_of_silence": ("commemoration", 0.6),
    "memorial_service": ("commemoration", 0.6),
    "bells_sirens": ("commemoration", 0.3),
    "candle_lighting": ("vigil", 0.4),
    "flag_ceremony": ("national_day", 0.6),
    "anthem": ("national_day", 0.3),
    "film_screening": ("film_screening", 0.4),
    "photo_exhibition": ("exhibition_opening", 0.5),
    "exhibition": ("exhibition_opening", 0.5),
    "book_presentation": ("book_presentation", 0.8),
    "panel": ("conference", 0.4),
    "concert": ("concert", 0.4),
    "music": ("concert", 0.4),
    "performance": ("cultural_celebration", 0.4),
    "competition": ("cultural_celebration", 0.4),
    "reception": ("reception", 0.4),
    "signing": ("other", 0.8),
    "unveiling": ("other", 0.6),
    "awards": ("other", 0.4),
}
# Where the first kind is told most, the second says what it was if it has at least this weight:
# a reception on a national day is how the day is kept, every vigil is a commemoration, and so is
# a concert in memory of somebody, or a day of independence with its wreaths.
_NARROWER = (
    ("reception", "national_day", 1.0),
    ("commemoration", "vigil", 2.5),
    ("commemoration", "concert", 3.5),
    ("commemoration", "national_day", 5.0),
)
_ENOUGH = 0.7  # of evidence, to say more than `other`


def what_kind(
    document: Document, programme: Sequence[ProposedPart], occasion: ProposedOccasion | None
) -> Value:
    """The kind of the event, with the words that tell it."""
    weights: dict[str, float] = defaultdict(float)
    told: dict[str, tuple[float, Span]] = {}
    for kind, weight, span in (*_evidence(document, occasion), *_references(document)):
        weights[kind] += weight
        if kind not in told or weight > told[kind][0]:
            told[kind] = weight, span
    for part in programme:
        kind, weight = _PARTS.get(part.kind, ("", 0.0))
        if kind:
            weights[kind] += weight
            told.setdefault(kind, (weight, part.span))
    if not weights:
        return Value("other", confidence=0.2)
    first, *others = sorted(weights, key=lambda kind: (-weights[kind], kind))
    for general, special, least in _NARROWER:
        if first == general and weights[special] >= least:
            first, others = special, []
    if weights[first] < _ENOUGH:
        return Value("other", confidence=0.2)
    lead = 1 - (weights[others[0]] / weights[first] if others else 0)
    return Value(first, told[first][1], confidence=round(min(0.95, 0.5 + 0.5 * lead), 2))


def _evidence(
    document: Document, occasion: ProposedOccasion | None
) -> Iterator[tuple[str, float, Span]]:
    """(kind, weight, place) of what headline and opening say, each kind once a sentence."""
    for words, weight in _openings(document):
        met: dict[str, tuple[float, Span]] = {}
        gatherings = _gatherings(document, words)
        subject = min((turn.first for turn in gatherings), default=0)
        themes = turns_of("kinds", "themes", document.language).of(words)
        told = [(turn, _SUBJECT if turn.first == subject else 1.0) for turn in gatherings]
        for turn, share in [*told, *((turn, _THEME) for turn in themes)]:
            span = words.span(turn.first, turn.after)
            extra = _OCCASION if occasion and occasion.span.meets(span) else 0
            worth = (weight + extra) * share
            if worth > met.get(turn.label, (0.0, span))[0]:
                met[turn.label] = worth, span
        for kind, (worth, span) in met.items():
            yield kind, worth, span


def _gatherings(document: Document, words: Words) -> list[Turn]:
    """Words for gatherings, but not in the names of houses: the Concert Hall."""
    turns = _longest(turns_of("kinds", "gatherings", document.language).of(words))
    return [turn for turn in turns if turn.label != "house"]


def _longest(turns: Iterable[Turn]) -> list[Turn]:
    """Without those inside a longer one: a film festival is no festival of another kind."""
    turns = list(turns)
    return [
        one
        for one in turns
        if not any(other.holds(one) and not one.holds(other) for other in turns)
    ]


def _references(document: Document) -> Iterator[tuple[str, float, Span]]:
    """The same for what the body calls the gathering: `The vigil was organized by …`."""
    counted: Counter[str] = Counter()
    for words in words_by_sentence(document):
        if words.sentence.paragraph < 0:
            continue
        for turn in turns_of("kinds", "references", document.language).of(words):
            if counted[turn.label] < _REFERENCES:
                counted[turn.label] += 1
                yield turn.label, _REFERENCE, words.span(turn.first, turn.after)


def _openings(document: Document) -> Iterator[tuple[Words, float]]:
    left = list(_OPENING)
    for words in words_by_sentence(document):
        if words.sentence.paragraph < 0:
            yield words, _HEADLINE
        elif left and len(words.texts) >= _SHORTEST:
            yield words, left.pop(0)
        if not left:
            return
