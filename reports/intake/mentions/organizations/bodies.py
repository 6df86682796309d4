"""Names that mean one organization, brought together: fuller and shorter, in either order."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from events.names import words as folded_words
from reports.intake.document import Document, Span
from reports.intake.mentions.cases import cases
from reports.intake.mentions.nations import nation_of
from reports.intake.mentions.organizations.heads import Name
from reports.intake.mentions.organizations.vocabulary import Vocabulary
from reports.intake.mentions.tokens import Line
from reports.intake.proposal import ProposedOrganization, distinct

# Endings that make no other word: "Cultural" and "Culture", "Centre" and "Center".
_ENDINGS = {"al": "", "tre": "ter", "e": ""}


@dataclass
class Body:
    """One organization and every way it is named."""

    kind: str
    head: tuple[str, ...]
    confidence: float
    keys: list[frozenset[str]] = field(default_factory=list)
    named: list[tuple[str, Span]] = field(default_factory=list)
    surfaces: dict[Span, str] = field(default_factory=dict)
    acronyms: list[str] = field(default_factory=list)
    back: list[Span] = field(default_factory=list)
    is_only_venue: bool = True  # a church, say, in which something took place and no more

    @property
    def initials(self) -> str:
        """What the capitals of the name spell."""
        return "".join(word[0] for word in self.named[0][0].split() if word[0].isupper())

    def proposed(self) -> ProposedOrganization:
        names = list(dict.fromkeys(name for name, _ in self.named))
        fullest = max(names, key=lambda name: (len(name.split()), len(name)))
        span = min(span for _, span in self.named)
        others = [*names, *self.acronyms]
        return ProposedOrganization(
            name=fullest,
            span=span,
            surface=self.surfaces[span],
            role="mentioned",
            aliases=tuple(dict.fromkeys(name for name in others if name != fullest)),
            kind=self.kind,
            confidence=self.confidence,
            spans=distinct([*(span for _, span in self.named), *self.back]),
        )


def bodies_of(document: Document, names: Iterable[Name], words: Vocabulary) -> list[Body]:
    """The organizations that the names mean, in the order of the text."""
    bodies: list[Body] = []
    for name in names:
        span = name.line.span(name.first, name.last)
        surface = document.words_of(span)
        written = cases(document.language).head(surface) if name.head else surface
        written = name.called or written
        key = _key(name, words)
        body = _same(bodies, name, written, key)
        if body is None:
            body = Body(name.kind, name.head, name.confidence)
            bodies.append(body)
        if key not in body.keys:
            body.keys.append(key)
        body.named.append((written, span))
        body.surfaces[span] = surface
        body.is_only_venue &= _is_venue(name, words)
        body.confidence = max(body.confidence, name.confidence)
        if len(name.head) and not body.head:
            body.head, body.kind = name.head, name.kind
        if name.acronym and name.acronym not in body.acronyms:
            body.acronyms.append(name.acronym)
        for other in (name.proper, name.quoted):
            if other and other not in body.acronyms:
                body.acronyms.append(other)
    return bodies


def _is_venue(name: Name, words: Vocabulary) -> bool:
    """Whether a building is named only as where something was: "at St Mary’s Church"."""
    if name.head not in words.buildings:
        return False
    at = name.first - 1
    while name.line.low(at) in words.articles:
        at -= 1
    return name.line.low(at) in words.venue_at


def _key(name: Name, words: Vocabulary) -> frozenset[str]:
    """The words that tell it from others: nations by code, without links and articles."""
    known = words.known.get(tuple(token.low for token in name.tokens))
    if known:
        return frozenset(folded_words(known[1]))
    if name.called:
        return frozenset(nation_of(word) or word for word in folded_words(name.called)) - words.of
    links = words.of | words.articles | words.joining | words.inside | words.towards
    found: set[str] = set()
    for token in name.tokens:
        if token.shape == "." or token.is_possessive or token.low in links:
            continue
        for part in words.cases.head(token.text).replace("‑", "-").split("-"):
            found.add(nation_of(part) or _stem(" ".join(folded_words(part))))
    said = {"gener", "honorary"} if name.kind == "consulate" else set()
    return frozenset(found - said - {"", "republic", "kingdom"})


def _stem(word: str) -> str:
    if len(word) < 6:
        return word
    word = word.replace("isation", "ization")
    end = next((end for end in _ENDINGS if word.endswith(end)), "")
    return word.removesuffix(end) + _ENDINGS.get(end, "")


def _same(bodies: list[Body], name: Name, written: str, key: frozenset[str]) -> Body | None:
    for body in reversed(bodies):
        if written.isupper() and written == body.initials:
            return body
        if name.initials == body.named[0][0] and len(name.initials) > 2:
            return body
        if written in body.acronyms or (name.acronym and name.acronym in body.acronyms):
            return body
        if key in body.keys:
            return body
    for body in reversed(bodies):
        alike = body.head == name.head or name.kind == body.kind == "consulate"
        if name.head and alike and any(_one_in_other(key, known) for known in body.keys):
            return body
    return None


def _one_in_other(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether the shorter name says nothing that the longer does not; and says more than a head."""
    shorter = min(one, other, key=len)
    return len(shorter) > 1 and (one <= other or other <= one)


def refer_back(bodies: list[Body], lines: Iterable[Line], words: Vocabulary) -> None:
    """Give "the Foundation" and "the embassy" to the last such body named before."""
    taken = [span for body in bodies for _, span in body.named]
    starts = {span.start for span in taken}
    by_head: dict[tuple[str, ...], list[Body]] = {}
    for body in bodies:
        if body.head:
            by_head.setdefault(body.head, []).append(body)
    if not by_head:
        return
    longest = max(map(len, by_head))
    for line, at, head in _definite_heads(lines, by_head, longest, words):
        span = line.span(at, at + len(head))
        before = [body for body in by_head[head] if body.named[0][1].start < span.start]
        if before and span.start not in starts and not any(one.meets(span) for one in taken):
            before[-1].back.append(span)


def _definite_heads(
    lines: Iterable[Line], heads: dict, longest: int, words: Vocabulary
) -> Iterator[tuple[Line, int, tuple[str, ...]]]:
    for line in lines:
        for at in range(1, len(line.tokens)):
            if line.lows[at - 1] not in words.articles:
                continue
            low = line.lows[at : at + longest]
            for length in range(len(low), 0, -1):
                head = low[:length]
                if head in heads and not line.capital(at + length):
                    yield line, at, head
                    break
