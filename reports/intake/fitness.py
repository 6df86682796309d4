"""Whether a plan can be kept, and whether drafts can be made of it: sentences by field."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import time

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from events.dates import DatePrecision, PartialDate
from events.models import (
    Event,
    Involvement,
    Occasion,
    Organization,
    Participation,
    Person,
    Place,
    ProgrammeItem,
    Work,
)
from reports.intake.plan import MENTIONED, Plan, Planned, PlannedLink
from reports.models import Report, Source, Statement

Problem = tuple[str, str]  # the field of the plan, or the key of a link, and a sentence

# The lines of a plan, and the field of which model each becomes.
_LINES: dict[str, tuple[type[models.Model], str]] = {
    "headline": (Report, "headline"),
    "source": (Source, "name"),
    "source_url": (Report, "source_url"),
    "bureau": (Report, "bureau"),
    "byline": (Report, "byline"),
    "section": (Report, "section"),
    "language": (Report, "language"),
    "event_title": (Event, "title"),
}
MODELS: dict[str, type[models.Model]] = {
    "organizations": Organization,
    "people": Person,
    "works": Work,
}
_ROLES = {"organizations": Involvement.Role, "people": Participation.Role}
_KINDS: dict[str, type[models.TextChoices]] = {
    "organizations": Organization.Kind,
    "works": Work.Kind,
    "programme": ProgrammeItem.Kind,
    "statements": Statement.Kind,
}


def refuse_nonsense(plan: Plan) -> None:
    """ValidationError for what could never become a record; what is missing may come later."""
    _refuse(_nonsense(plan))


def refuse_unfit(plan: Plan) -> None:
    """ValidationError for all that keeps drafts from being made."""
    _refuse([*_missing(plan), *_nonsense(plan), *_gone(plan)])


def _refuse(problems: Iterator[Problem] | list[Problem]) -> None:
    found = defaultdict(list)
    for field, sentence in problems:
        if sentence not in found[field]:
            found[field].append(sentence)
    if found:
        raise ValidationError(dict(found))


def _missing(plan: Plan) -> Iterator[Problem]:
    if not plan.headline.strip():
        yield "headline", _("The report has no headline.")


def _nonsense(plan: Plan) -> Iterator[Problem]:
    for name, (model, column) in _LINES.items():
        if name != "headline":  # one too long is shortened
            yield from _misfits(name, getattr(plan, name), model, column)
    if plan.kind not in Event.Kind.values:
        yield "kind", _("There is no such kind of event.")
    yield from _wrong_dates(plan)
    for level in ("venue", "city", "country"):
        yield from _misfits(level, getattr(plan.place, level), Place, "name")
    if plan.occasion and plan.occasion.wanted:
        yield from _misfits("occasion", plan.occasion.name, Occasion, "name")
        yield from _misfits("ordinal", plan.occasion.ordinal, Event, "ordinal")
        yield from _unreadable("occasion", plan.occasion.original)
    for name in ("organizations", "people", "works", "programme", "statements"):
        for row in getattr(plan, name):
            if row.wanted:
                yield from _wrong_row(name, row)


def _misfits(field: str, value, model: type[models.Model], column: str) -> Iterator[Problem]:
    """What a field of a model says against a value; emptiness is no misfit."""
    if value in ("", None):
        return
    try:
        model._meta.get_field(column).clean(value, None)
    except ValidationError as refusal:
        yield from ((field, sentence) for sentence in refusal.messages)


def _unreadable(field: str, text: str) -> Iterator[Problem]:
    try:
        _date(text)
    except ValueError:
        yield field, _("“%s” is no date of the calendar.") % text[:40]


def _date(text: str) -> PartialDate | None:
    return PartialDate.parse(text) if text else None


def _wrong_dates(plan: Plan) -> Iterator[Problem]:
    unreadable = [
        problem
        for name in ("published", "start", "end")
        for problem in _unreadable(name, getattr(plan, name))
    ]
    yield from unreadable
    try:
        clock = time.fromisoformat(plan.published_time) if plan.published_time else None
    except ValueError:
        clock = None
        yield "published_time", _("Write the time as 18:30.")
    if unreadable:
        return
    published, start, end = _date(plan.published), _date(plan.start), _date(plan.end)
    if clock and not (published and published.precision == DatePrecision.DAY):
        yield "published_time", _("A time of publication needs its day.")
    if end and not start:
        yield "start", _("An event with a last day needs a first day.")
    elif start and end and start.precision != end.precision:
        yield "end", _("Write both dates as exactly: two days, or two months.")
    elif start and end and end.first < start.first:
        yield "end", _("The event cannot end before it starts.")


def _wrong_row(name: str, row: Planned) -> Iterator[Problem]:
    roles, kinds = _ROLES.get(name), _KINDS.get(name)
    if roles and row.role not in (*roles.values, MENTIONED):
        yield row.key, _("There is no such role.")
    if kinds and row.kind and row.kind not in kinds.values:
        yield row.key, _("There is no such kind.")
    if isinstance(row, PlannedLink):
        if not row.name.strip():
            yield row.key, _("It has no name.")
        column = "title" if name == "works" else "name"
        yield from _misfits(row.key, row.name, MODELS[name], column)
    if name == "statements" and not row.text.strip():
        yield row.key, _("Nothing is said in it.")


def _gone(plan: Plan) -> Iterator[Problem]:
    """Records that were chosen and are on file no more."""
    chosen: dict[type[models.Model], dict[int, str]] = defaultdict(dict)
    for name, model in MODELS.items():
        chosen[model] |= {row.record: row.key for row in getattr(plan, name) if _is_chosen(row)}
    if plan.occasion and _is_chosen(plan.occasion):
        chosen[Occasion][plan.occasion.record] = "occasion_record"
    for model, pk, field in (
        (Place, plan.place.record, "place_record"),
        (Source, plan.source_record, "source_record"),
        (Event, plan.event, "event"),
    ):
        if pk:
            chosen[model][pk] = field
    for model, fields in chosen.items():
        on_file = model.objects.filter(pk__in=fields).values_list("pk", flat=True) if fields else ()
        for pk in fields.keys() - set(on_file):
            yield fields[pk], _("The record that was chosen is on file no more.")


def _is_chosen(link: PlannedLink) -> bool:
    return bool(link.wanted and link.record)
