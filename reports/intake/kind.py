"""What kind of event a report tells of: by its headline and opening, then by its programme."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from reports.intake.document import Document, Span
from reports.intake.mentions.turns import Words, turns_of, words_by_sentence
from reports.intake.proposal import ProposedOccasion, ProposedPart, Value

# How much is told by the headline and standfirst, and by the first sentences after them.
_HEADLINE, _OPENING = 3.0, (2.5, 1.0, 0.6)
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
    "performance": ("cultural_celebration", 0.4),
    "competition": ("cultural_celebration", 0.4),
    "reception": ("reception", 0.4),
    "signing": ("other", 0.8),
    "unveiling": ("other", 0.6),
    "awards": ("other", 0.4),
}
_ENOUGH = 0.7  # of evidence, to say more than `other`


def what_kind(
    document: Document, programme: Sequence[ProposedPart], occasion: ProposedOccasion | None
) -> Value:
    """The kind of the event, with the words that tell it."""
    weights: dict[str, float] = defaultdict(float)
    told: dict[str, tuple[float, Span]] = {}
    for kind, weight, span in _evidence(document, occasion):
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
    if first == "reception" and weights["national_day"] >= 1:
        # A reception given on a national day is how the day is kept.
        first, others = "national_day", []
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
        for table, share in (("gatherings", 1.0), ("themes", _THEME)):
            for turn in turns_of("kinds", table, document.language).of(words):
                span = words.span(turn.first, turn.after)
                extra = _OCCASION if occasion and occasion.span.meets(span) else 0
                worth = weight * share + extra * share
                if worth > met.get(turn.label, (0.0, span))[0]:
                    met[turn.label] = worth, span
        for kind, (worth, span) in met.items():
            yield kind, worth, span


def _openings(document: Document) -> Iterator[tuple[Words, float]]:
    left = list(_OPENING)
    for words in words_by_sentence(document):
        if words.sentence.paragraph < 0:
            yield words, _HEADLINE
        elif left and len(words.texts) >= _SHORTEST:
            yield words, left.pop(0)
        if not left:
            return
