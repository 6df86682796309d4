"""The filters that all lists share, and the filter in words."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import quote, urlencode

from django import forms
from django.utils.functional import cached_property
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.dates import DatePrecision, PartialDate, format_period
from events.filters.fields import (
    ChoicesField,
    LanguagesField,
    PartialDateField,
    RecordsField,
    TopicsField,
    ValuesField,
    WordsField,
    language_name,
)
from events.models import Event, Listing
from events.names import clean_text
from events.search.lines import MatchedLines
from events.search.matches import matches

# How few records a filter usually leaves: the first one given leads the search.
_NARROWEST_FIRST = (
    "person", "organization", "occasion", "topic", "place", "source", "kind", "language",
)  # fmt: skip


class ArchiveFilter(forms.Form):
    """The filters that all lists share."""

    naming = gettext_lazy("with %(names)s")

    q = WordsField(label=gettext_lazy("words"), required=False)
    to = PartialDateField(label=gettext_lazy("to"), required=False)
    place = RecordsField("events.Place", label=gettext_lazy("place"), required=False)
    person = RecordsField("events.Person", label=gettext_lazy("person"), required=False)
    organization = RecordsField(
        "events.Organization", label=gettext_lazy("organization"), required=False
    )
    occasion = RecordsField("events.Occasion", label=gettext_lazy("occasion"), required=False)
    topic = TopicsField("events.Topic", label=gettext_lazy("topic"), required=False)
    kind = ChoicesField(
        Event.Kind.choices,
        label=gettext_lazy("kind"),
        required=False,
        widget=forms.SelectMultiple,
    )
    source = RecordsField("reports.Source", label=gettext_lazy("source"), required=False)
    language = LanguagesField(label=gettext_lazy("language"), required=False)

    def __init__(self, data, *, period: PartialDate | None = None):
        super().__init__(data)
        self.period = period
        # "from" is a word of Python, so it cannot be declared above.
        start = PartialDateField(label=gettext_lazy("from"), required=False)
        self.fields = {"q": self.fields["q"], "from": start, **self.fields}

    def clean(self):
        first, last = self.first_day, self.last_day
        if first and last and first > last:
            self.add_error("to", _("The period ends before it begins."))
        return self.cleaned_data

    @property
    def first_day(self) -> date | None:
        days = [given.first for given in (self.cleaned_data.get("from"), self.period) if given]
        return max(days, default=None)

    @property
    def last_day(self) -> date | None:
        days = [given.last for given in (self.cleaned_data.get("to"), self.period) if given]
        return min(days, default=None)

    @property
    def problems(self) -> list[tuple[str, str]]:
        """(parameter, sentence) for every value that cannot be used."""
        return [(name, text) for name, texts in self.errors.items() for text in texts]

    def chosen(self, name: str) -> list:
        """The values given for a filter; empty if it is not in use or not on this form."""
        return self.cleaned_data.get(name) or []

    @property
    def words(self) -> str:
        """The words looked for as they were typed, on one line."""
        return clean_text(self.data.get("q", ""))[:80] if self.cleaned_data.get("q") else ""

    def lines(
        self, table: type[Listing], first: date | None, last: date | None
    ) -> list[MatchedLines]:
        """The lines of the records that hold the words looked for, under the other filters."""
        query, groups = self.cleaned_data["q"], self.heading_groups()
        found = matches(query, noun=table.record_name, groups=groups, first=first, last=last)
        return [MatchedLines(table, found)]

    def heading_groups(self) -> list[list[str]]:
        """The headings asked for, one list of alternatives for each filter in use."""
        return [found for name in _NARROWEST_FIRST if (found := self.headings_of(name))]

    def headings_of(self, name: str) -> list[str]:
        """The headings that one filter asks for."""
        values = self.chosen(name)
        return [f"{name}:{v}" if isinstance(v, str) else v.heading for v in values]

    def title(self, noun: str) -> str:
        """The filter in words: "Reports from Belgium, February 2026, naming Emin Rustamov"."""
        parts = [self._title_of_kind(noun)]
        if words := self.words:
            parts[0] = _("%(what)s with “%(words)s”") % {"what": parts[0], "words": words}
        if self.chosen("place"):
            parts[0] = _("%(what)s from %(places)s") % {
                "what": parts[0],
                "places": _alternatives(self.chosen("place")),
            }
        if when := self._title_of_period():
            parts.append(when)
        phrases = {
            "person": self.naming,
            "organization": self.naming,
            "occasion": _("on %(names)s"),
            "topic": _("about %(names)s"),
            "source": _("by %(names)s"),
            "language": _("in %(names)s"),
        }
        for name, phrase in phrases.items():
            if self.chosen(name):
                given = dict.fromkeys(self.data.getlist(name))
                labels = [self._label_of(name, value) for value in given]
                parts.append(phrase % {"names": _alternatives(labels)})
        return ", ".join(parts)

    def _title_of_kind(self, noun: str) -> str:
        kinds = [str(self.fields["kind"].choices[kind]) for kind in self.chosen("kind")]
        if not kinds:
            return noun
        return _("%(what)s: %(kinds)s") % {"what": noun, "kinds": get_text_list(kinds, _("or"))}

    def _title_of_period(self) -> str:
        if whole := self.whole_period:
            return whole.label
        first, last = self.first_day, self.last_day
        if first and last:
            start, end = self.cleaned_data.get("from"), self.cleaned_data.get("to")
            if start and end and not self.period and start.precision == end.precision:
                return format_period(start.first, end.first, start.precision)
            return format_period(first, last)
        if first:
            return _("from %(date)s on") % {"date": self.cleaned_data["from"].label}
        return _("until %(date)s") % {"date": self.cleaned_data["to"].label} if last else ""

    @property
    def carried(self) -> list[tuple[str, str]]:
        """The filters in use that have no field to type in: (parameter, value) of each."""
        names = [n for n, field in self.fields.items() if isinstance(field, ValuesField)]
        return [
            (name, value)
            for name in names
            if name not in self.errors
            for value in self.data.getlist(name)
            if value.strip()
        ]

    def chips(self) -> list["Chip"]:
        """The filters in use, each with the query string that leaves it out."""
        return [
            Chip(name, self._label_of(name, value), self.query_without(name, value))
            for name in self.fields
            for value in dict.fromkeys(
                self.data.getlist(name) if self.cleaned_data.get(name) else ()
            )
        ]

    def query_with(self, name: str, value: str) -> str:
        """The query string of the first page with this value of a filter in place of others."""
        if name not in self._rests:
            self._rests[name] = self.query_of(name, [])
        rest = self._rests[name]
        return f"{rest}&{name}={quote(value)}" if rest else f"{name}={quote(value)}"

    @cached_property
    def _rests(self) -> dict[str, str]:
        return {}

    def query_without(self, name: str, value: str) -> str:
        return self.query_of(name, [other for other in self.data.getlist(name) if other != value])

    def query_without_period(self) -> str:
        """The other filters: for addresses that say the period themselves."""
        return self.query_of("from", [], "to")

    def query_of(self, name: str, values: list[str], *dropped: str) -> str:
        left_out = ("after", "before", *dropped)
        changed = {each: given for each, given in self.data.lists() if each not in left_out}
        return urlencode(changed | {name: values}, doseq=True)

    @property
    def whole_period(self) -> PartialDate | None:
        """The one year, month or day that the list is narrowed to."""
        first, last = self.first_day, self.last_day
        if not (first and last):
            return None
        for precision in (DatePrecision.DAY, DatePrecision.MONTH, DatePrecision.YEAR):
            whole = PartialDate(first, precision)
            if whole.last == last and PartialDate.parse(str(whole)).first == first:
                return whole
        return None

    @property
    def month(self) -> tuple[date, date]:
        """The first and the last day of the month that the list is in."""
        month = PartialDate.parse(str(PartialDate(self.first_day, DatePrecision.MONTH)))
        return month.first, month.last

    @property
    def only_heading(self) -> str | None:
        """The heading that says all but the period: "" for everything; None where none does."""
        groups = self.heading_groups()
        if any(self.cleaned_data.get(name) for name in ("q", "when")) or len(groups) > 1:
            return None
        if not groups:
            return ""
        return groups[0][0] if len(groups[0]) == 1 else None

    def _label_of(self, name: str, value: str) -> str:
        field = self.fields[name]
        if isinstance(field, WordsField):
            return f"“{self.words}”"
        if isinstance(field, PartialDateField):
            return _("%(from_or_to)s %(date)s") % {
                "from_or_to": field.label,
                "date": self.cleaned_data[name].label,
            }
        if isinstance(field, ChoicesField):
            return str(field.choices[value])
        if isinstance(field, forms.ChoiceField):
            return str(dict(field.choices)[value])
        if isinstance(field, LanguagesField):
            return language_name(value)
        for record, given in zip(self.chosen(name), self.data.getlist(name), strict=False):
            if given == value:
                return str(record)
        return value


@dataclass(frozen=True)
class Chip:
    """One filter in use, and the query string that takes it off."""

    name: str
    label: str
    rest: str


def _alternatives(values: list) -> str:
    return get_text_list([str(value) for value in values], _("or"))
