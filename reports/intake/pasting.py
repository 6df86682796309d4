"""Open a pasted report, and keep what the staff has decided of it."""

from dataclasses import replace
from urllib.parse import urldefrag

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from events.names import words
from reports.intake.fitness import refuse_nonsense
from reports.intake.matching import candidates, with_matches
from reports.intake.nlp import second_reader
from reports.intake.plan import Plan, plan_of
from reports.intake.proposal import Proposal
from reports.intake.reading import propose_from
from reports.intake.shortening import shortened
from reports.intake.wire import WireCopy, parse_wire
from reports.models import Intake, Report

LONGEST = 100_000  # bytes of one report: the worst of that length is read in two seconds
_FEWEST_WORDS, _FEWEST_LETTERS = 8, 40  # of a report
# What no text has, or only where a few characters were lost on the way.
_NO_TEXT = (*map(chr, (*range(9), *range(14, 27), *range(28, 32))), "\ufffd")
_MOST_STRANGE = 0.02


class UnreadablePaste(ValueError):
    """What was pasted is no report; the sentence says why."""


class OutdatedPlan(Exception):
    """A colleague has saved the plan since it was opened."""


def open_intake(text: str, *, by=None, source_url: str = "") -> tuple[Intake, bool]:
    """The work on a pasted report, and whether it is new.

    The same words or the same address open the first again. UnreadablePaste says in a sentence
    what is wrong with the text.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    _refuse_unreadable(text)
    # What no database keeps; other characters stand in, so that every position stays.
    text = text.replace("\0", " ").encode(errors="replace").decode()
    key, address = Intake.key_of(text), urldefrag(source_url.strip()).url
    with transaction.atomic():
        if known := _opened_before(key, address):
            _take_address(known, address)
            return known, False
        copy = parse_wire(text)
        _refuse_empty(copy)
        report = Report.objects.filter(source_url=address).first() if address else None
        intake, is_new = Intake.objects.get_or_create(
            text_key=key,
            defaults={
                "text": text,
                "source_url": address,
                "headline": _headline(copy),
                "report": report,
                "begun_by": by,
                "changed_by": by,
            },
        )
    # A report that is on file from elsewhere was the first.
    return intake, is_new and report is None


def _refuse_unreadable(text: str) -> None:
    if not text.strip():
        raise UnreadablePaste(_("There is no text in it."))
    if len(text.encode(errors="replace")) > LONGEST:
        raise UnreadablePaste(_("That is more than 100 kB: paste one report at a time."))
    strange = sum(text.count(mark) for mark in _NO_TEXT)
    if strange > _MOST_STRANGE * len(text):
        raise UnreadablePaste(_("That is no text but the content of some other kind of file."))


def _refuse_empty(copy: WireCopy) -> None:
    """A page of menus and buttons alone is no report."""
    texts = [copy.clean[span.start : span.end] for span in copy.paragraphs]
    # Some languages are written without spaces.
    letters = sum(letter.isalpha() for text in texts for letter in text)
    if letters < _FEWEST_LETTERS and sum(len(words(text)) for text in texts) < _FEWEST_WORDS:
        raise UnreadablePaste(
            _("No sentences of a report are in it, only what stands around one on a page.")
        )


def _headline(copy: WireCopy) -> str:
    """The headline, or how the text begins."""
    span = copy.headline or copy.paragraphs[0]
    return shortened(copy.clean[span.start : span.end], Intake, "headline")


def _opened_before(key: str, address: str) -> Intake | None:
    known = Q(text_key=key)
    if address:
        known |= Q(source_url=address) | Q(report__source_url=address)
    return Intake.objects.filter(known).order_by("pk").first()


def _take_address(intake: Intake, address: str) -> None:
    """Of a text that was pasted without one; not where the staff has decided already."""
    if address and not intake.source_url and intake.plan is None:
        intake.source_url = address
        intake.save(update_fields=["source_url"])


def current_plan(intake: Intake) -> tuple[Plan, Proposal]:
    """The plan as it was kept, with what a fresh reading finds besides; and that reading."""
    proposal = propose_from(parse_wire(intake.text), more=second_reader())
    fresh = replace(plan_of(proposal), source_url=intake.source_url)
    kept = Plan.from_json(intake.plan) if intake.plan is not None else None
    if kept and kept.reread(fresh) == kept:
        return kept, proposal
    fresh = _matched(fresh)
    return kept.reread(fresh) if kept else fresh, proposal


def _matched(fresh: Plan) -> Plan:
    """A plan nobody has seen yet, with what is certainly on file.

    An anniversary that is on file, in its very year, is no doubtful reading any more.
    """
    plan = with_matches(fresh, candidates(fresh))
    occasion = plan.occasion
    if occasion and occasion.record and occasion.ordinal:
        plan = replace(plan, occasion=replace(occasion, wanted=True))
    return plan


def keep_plan(intake: Intake, plan: Plan, *, by, version: int) -> Intake:
    """Save the plan for whoever goes on with it.

    OutdatedPlan if a colleague saved since `version`, ValidationError for nonsense.
    """
    refuse_nonsense(plan)
    kept = Intake.objects.filter(pk=intake.pk, version=version).update(
        plan=plan.as_json(),
        version=version + 1,
        headline=shortened(plan.headline, Intake, "headline"),
        source_url=plan.source_url,
        changed_by=by,
        modified_at=timezone.now(),
    )
    if not kept:
        raise OutdatedPlan
    return Intake.objects.get(pk=intake.pk)
