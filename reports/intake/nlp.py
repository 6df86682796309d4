"""A language model as one more finder, for people and organizations that the rules missed.

Optional: it needs spaCy, and the model that INTAKE_NLP names (docs/intake.md). It only ever adds,
below `plan.LIKELY`, so that an editor sees it unticked; what the rules found stays as it is.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache, partial
from typing import TYPE_CHECKING

from django.conf import settings

from events.names import words
from reports.intake.document import Document, Span
from reports.intake.gazetteer import is_place
from reports.intake.mentions.organizations.vocabulary import vocabulary
from reports.intake.proposal import Proposal, ProposedOrganization, ProposedPerson

if TYPE_CHECKING:
    from spacy.language import Language

CONFIDENCE = 0.3
# Labels differ with the corpus that a model learned from.
_PERSON, _ORGANIZATION = ("PERSON", "PER"), ("ORG",)
_EVERY_LANGUAGE = "xx"
# Parts of a model that names have no need of.
_UNUSED = ("tagger", "morphologizer", "parser", "attribute_ruler", "lemmatizer", "senter")
_LONGEST = 2000  # characters; what is longer is no sentence, and costs much memory
_POSSESSIVE = ("'", "’", "'s", "’s")


def second_reader() -> Callable[[Document, Proposal], Proposal] | None:
    """What adds to a proposal; None unless the site names a model."""
    return partial(with_model, _model(settings.INTAKE_NLP)) if settings.INTAKE_NLP else None


def with_model(model: "Language", document: Document, proposal: Proposal) -> Proposal:
    """The proposal and, after its own, the people and organizations that only the model sees."""
    taken = {position for span in _spans(proposal) for position in range(*span)}
    free = [one for one in _entities(model, document) if taken.isdisjoint(range(*one[1]))]
    known = [name for one in proposal.organizations for name in (one.name, *one.aliases)]
    known += [one.name for one in proposal.people]
    organizations = _missed(document, free, _ORGANIZATION, known)
    people = _missed(document, free, _PERSON, known)
    return replace(
        proposal,
        organizations=(*proposal.organizations, *_as(ProposedOrganization, organizations)),
        people=(*proposal.people, *_as(ProposedPerson, people)),
    )


@cache
def _model(name: str) -> "Language":
    import spacy  # not at the top: a site without a model needs none of it

    return spacy.load(name, exclude=_UNUSED)


def _entities(model: "Language", document: Document) -> Iterator[tuple[str, Span]]:
    """Label and place of what the model sees in the body; in a headline all words may be names."""
    if model.lang not in (document.language, _EVERY_LANGUAGE):
        return
    articles = vocabulary(document.language).articles
    sentences = [one for one in document.body if len(one.text) <= _LONGEST]
    read = model.pipe(one.text for one in sentences)
    for sentence, text in zip(sentences, read, strict=True):
        for entity in text.ents:
            name = entity
            while name and name[0].lower_ in articles:
                name = name[1:]
            while name and name[-1].lower_ in _POSSESSIVE:
                name = name[:-1]
            if name:
                start = sentence.span.start
                yield entity.label_, Span(start + name.start_char, start + name.end_char)


def _spans(proposal: Proposal) -> Iterator[Span]:
    """Where the rules have found what may bear a name."""
    for one in (*proposal.organizations, *proposal.people):
        yield from (one.span, *one.spans)
    where = proposal.where
    for one in (*proposal.works, proposal.occasion, where.venue, where.city, where.country):
        if one and one.span:
            yield one.span


def _missed(
    document: Document, free: Iterable[tuple[str, Span]], labels: tuple[str, ...], known: list[str]
) -> dict[str, list[Span]]:
    """New names and where each stands; a part of a name, such as a surname, is no new one."""
    bearers = [set(words(name)) for name in known]
    found: dict[str, list[Span]] = {}
    for label, span in free:
        name = document.words_of(span)
        parts = set(words(name))
        if label not in labels or any(parts <= each for each in bearers):
            continue
        # A surname may be a town's name too: first asked is whom it can mean.
        if fuller := next((each for each in found if parts <= set(words(each))), ""):
            found[fuller].append(span)
        elif parts and not is_place(name):
            found[name] = [span]
    return found


def _as(kind: type, found: dict[str, list[Span]]) -> Iterator:
    for name, spans in found.items():
        yield kind(name, spans[0], name, "mentioned", confidence=CONFIDENCE, spans=tuple(spans))
