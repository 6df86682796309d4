"""The forms of the intake desk: a pasted text, and the plan made of it, as fields and rows."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import asdict, replace
from typing import Any

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _

from events.admin.choosing import is_key
from events.admin.writing import LocalTimeInput, WrittenDateField
from events.models import Event, Occasion, Place
from events.models.fields import validate_language
from reports.admin.intake.rows import (
    BETWEEN,
    ROWS,
    Candidates,
    LineInput,
    LinesInput,
    RecordField,
)
from reports.intake.fitness import MODELS
from reports.intake.plan import MOST, Plan, Planned, PlannedOccasion, PlannedPlace
from reports.intake.proposal import item_key
from reports.models import Source

_MOST_ROWS = 2 * MOST
NOT_WHOLE = _("The page did not arrive whole, and nothing was saved. Open it anew.")


class PlanForm(forms.Form):
    """What a report has once: its own fields, and those of the event it covers."""

    version = forms.IntegerField(
        widget=forms.HiddenInput(),
        min_value=1,
        max_value=10**9,
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), NOT_WHOLE),
    )

    headline = LineInput(label=_("headline"))
    standfirst = LinesInput(label=_("standfirst"), rows=2)
    body = LinesInput(label=_("text"), rows=8)
    source = LineInput(label=_("source"), max_length=200)
    source_record = RecordField(label=_("source on file"))
    source_url = forms.URLField(
        label=_("source address"), required=False, max_length=1000, assume_scheme="https"
    )
    bureau = LineInput(label=_("bureau"), max_length=100)
    byline = LineInput(label=_("byline"), max_length=200)
    section = LineInput(label=_("section"), max_length=100)
    language = forms.CharField(
        label=_("language"), required=False, max_length=20, validators=[validate_language]
    )
    published = WrittenDateField(label=_("published on"), required=False)
    published_time = forms.TimeField(label=_("at"), required=False, widget=LocalTimeInput())

    event = forms.TypedChoiceField(
        label=_("event"), required=False, coerce=int, empty_value=None, widget=forms.RadioSelect()
    )
    event_title = LineInput(label=_("title of the event"))
    kind = forms.ChoiceField(label=_("kind"), choices=Event.Kind.choices)
    start = WrittenDateField(
        label=_("held on"),
        required=False,
        help_text=_("Empty if the report does not say: its own day then stands in."),
    )
    end = WrittenDateField(label=_("last day"), required=False)
    venue = LineInput(label=_("venue"))
    city = LineInput(label=_("town"))
    country = LineInput(label=_("country"))
    place_record = RecordField(label=_("place on file"))
    occasion = LineInput(label=_("occasion"))
    occasion_record = RecordField(label=_("occasion on file"))
    ordinal = forms.IntegerField(
        label=_("which anniversary"), required=False, min_value=1, max_value=5000
    )

    REPORT = (
        *("headline", "standfirst", "body", "source", "source_record", "source_url"),
        *("published", "published_time", "language", "bureau", "byline", "section"),
    )
    EVENT = (
        *("event_title", "kind", "start", "end", "venue", "city", "country", "place_record"),
        *("occasion", "occasion_record", "ordinal"),
    )

    def __init__(self, *args, plan: Plan, candidates: Candidates, events, **kwargs):
        super().__init__(*args, initial=_initial(plan), **kwargs)
        self.plan = plan
        occasion_key = plan.occasion.key if plan.occasion else ""
        self.fields["source_record"].offer(candidates.get("source", ()), _("a new source"))
        self.fields["place_record"].offer(candidates.get("place", ()), _("as named above"))
        self.fields["occasion_record"].offer(candidates.get(occasion_key, ()), _("as named above"))
        self.fields["event"].choices = [
            ("", _("a new event")),
            *((event.pk, str(event)) for event in self._offered([same.event for same in events])),
        ]

    def _offered(self, events: list[Event]) -> list[Event]:
        """What was chosen stays on offer, also when a date was corrected since."""
        chosen = self.plan.event
        if chosen is None or any(event.pk == chosen for event in events):
            return events
        return [*events, *Event.objects.filter(pk=chosen)]

    def fields_of_report(self) -> Iterator[forms.BoundField]:
        return (self[name] for name in self.REPORT)

    def fields_of_event(self) -> Iterator[forms.BoundField]:
        return (self[name] for name in self.EVENT)

    def clean(self):
        cleaned = super().clean()
        start, end = cleaned.get("start"), cleaned.get("end")
        if end and not start:
            self.add_error("start", _("An event with a last day needs a first day."))
        elif end and end.last < start.first:
            self.add_error("end", _("The event cannot end before it starts."))
        if cleaned.get("published_time") and not cleaned.get("published"):
            self.add_error("published", _("A time of publication needs its day."))
        return cleaned

    def planned(self) -> Plan:
        """The plan with what was typed here."""
        typed = dict(self.cleaned_data)
        plain = {
            name: typed[name]
            for name in (
                *("headline", "standfirst", "body", "source", "source_url"),
                *("bureau", "byline", "section"),
            )
        }
        plain |= {name: str(typed[name] or "") for name in ("published", "start", "end")}
        time = typed["published_time"]
        return replace(
            self.plan,
            **plain,
            language=typed["language"],
            published_time=f"{time:%H:%M}" if time else "",
            source_record=typed["source_record"],
            event=typed["event"],
            event_title=typed["event_title"],
            kind=typed["kind"],
            place=self._place(typed),
            occasion=self._occasion(typed),
        )

    def _place(self, typed) -> PlannedPlace:
        named = {name: typed[name] for name in ("venue", "city", "country")}
        place = self.plan.place
        if (named["city"], named["country"]) != (place.city, place.country):
            # What is known of the town was known of the other one.
            place = replace(place, country_code="", geonames=None, lat=None, lon=None)
        return replace(place, **named, record=typed["place_record"])

    def _occasion(self, typed) -> PlannedOccasion | None:
        name, record = typed["occasion"], typed["occasion_record"]
        if not name:
            return None
        kept = self.plan.occasion or PlannedOccasion(key=item_key("occasion", name), name=name)
        return replace(kept, name=name, record=record, ordinal=typed["ordinal"], wanted=True)


def _initial(plan: Plan) -> dict[str, Any]:
    place, occasion = plan.place, plan.occasion
    occasion = occasion if occasion and occasion.wanted else None
    return asdict(plan) | {
        "venue": place.venue,
        "city": place.city,
        "country": place.country,
        "place_record": place.record,
        "occasion": occasion.name if occasion else "",
        "occasion_record": occasion.record if occasion else None,
        "ordinal": occasion.ordinal if occasion else None,
    }


# --- All of them together -------------------------------------------------------------------------


class DeskForm:
    """The whole form of one pasted report: fields once, and rows of every noun."""

    def __init__(self, plan: Plan, candidates: Candidates, events, *, version: int, data=None):
        self.kept = plan
        self.head = PlanForm(data, plan=plan, candidates=candidates, events=events)
        self.head.initial["version"] = version
        self.rows = {
            name: forms.formset_factory(row, extra=1, max_num=_MOST_ROWS, absolute_max=_MOST_ROWS)(
                data,
                prefix=name,
                initial=[_initial_row(each) for each in getattr(plan, name)],
                form_kwargs={"candidates": candidates},
                error_messages={"missing_management_form": NOT_WHOLE},
            )
            for name, (_label, row) in ROWS.items()
        }
        self._offer_chosen()
        for name, rows in self.rows.items():
            sentences = {each.key: each.sentence for each in getattr(plan, name)}
            for row in rows:
                row.sentence = sentences.get(row["key"].value(), "")

    def _offer_chosen(self) -> None:
        """Records that were chosen stay on offer, whatever the names may mean by now."""
        lacking: dict[type[models.Model], list[forms.BoundField]] = defaultdict(list)
        for model, field in self._record_fields():
            key = str(field.value() or "")
            if is_key(key) and not field.field.offers(key):
                lacking[model].append(field)
        for model, fields in lacking.items():
            on_file = model.objects.in_bulk({int(field.value()) for field in fields})
            for field in fields:
                if record := on_file.get(int(field.value())):
                    field.field.offer_too(record)

    def _record_fields(self) -> Iterator[tuple[type[models.Model], forms.BoundField]]:
        yield Source, self.head["source_record"]
        yield Place, self.head["place_record"]
        yield Occasion, self.head["occasion_record"]
        for name, model in MODELS.items():
            yield from ((model, row["record"]) for row in self.rows[name])

    def sections(self) -> Iterator[tuple[str, Any, Any]]:
        """Name, heading and rows, in the order of the page."""
        return ((name, label, self.rows[name]) for name, (label, _row) in ROWS.items())

    def is_valid(self) -> bool:
        # All of them, so that every problem is shown at once.
        found = all([self.head.is_valid(), *(rows.is_valid() for rows in self.rows.values())])
        if found and not self._is_whole():
            self.head.add_error(None, NOT_WHOLE)
            return False
        return found

    def _is_whole(self) -> bool:
        """Whether every row came back: one that did not arrive was not dropped by anybody."""
        return all(
            {each.key for each in getattr(self.kept, name)}
            <= {row["key"].value() for row in self.rows[name]}
            for name in ROWS
        )

    @property
    def version(self) -> int:
        return self.head.cleaned_data["version"]

    def planned(self) -> Plan:
        """The plan as it is typed."""
        typed = {name: self._rows_planned(name) for name in ROWS}
        return replace(self.head.planned(), **typed)

    def _rows_planned(self, name: str) -> tuple[Planned, ...]:
        kept = {each.key: each for each in getattr(self.kept, name)}
        rows = (row.planned(kept) for row in self.rows[name] if row.cleaned_data)
        return tuple(row for row in rows if row)


def _initial_row(planned: Planned) -> dict[str, Any]:
    row = asdict(planned)
    for name in ("people", "works"):
        if name in row:
            row[name] = BETWEEN.join(row[name])
    return row


# --- The paste ------------------------------------------------------------------------------------


class SeveralFiles(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Any number of uploaded files, as a list."""

    widget = SeveralFiles

    def clean(self, data, initial=None):
        return [super(FilesField, self).clean(each, initial) for each in data or ()]


class PastedText(forms.CharField):
    """Text from anywhere: a character that no text has marks where one was lost."""

    def to_python(self, value):
        return super().to_python(value).replace("\0", "\ufffd")


class PasteForm(forms.Form):
    """The raw text of a report, or files with one or more."""

    text = PastedText(
        label=_("text of the report"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 18, "autofocus": True}),
        help_text=_(
            "As it stands on the page, menus and all: what is not the report is set aside."
        ),
    )
    files = FilesField(
        label=_("or files"),
        required=False,
        allow_empty_file=True,
        help_text=_("Text or HTML, in any encoding; one file may hold several reports."),
    )
    source_url = forms.URLField(
        label=_("its address"), required=False, max_length=1000, assume_scheme="https"
    )

    def clean(self):
        cleaned = super().clean()
        if not self.errors and not cleaned["text"].strip() and not cleaned["files"]:
            self.add_error("text", _("Paste the text of a report, or choose a file."))
        return cleaned
