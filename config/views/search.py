from collections import Counter
from dataclasses import dataclass
from functools import cache, cached_property

from django import forms
from django.db.models import F, Model
from django.http import HttpRequest, JsonResponse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView

from events.filters import ArchiveFilter
from events.models import Count, Event
from events.models.listing import in_order
from events.search.entry import NOUNS, Match
from events.search.highlight import marked, snippet, words_of
from events.search.index import named_models
from events.search.known import Known, known_by, meant
from events.search.matches import COUNTED, Matches, matches
from events.search.query import Query, parse_query
from events.views.base import BadQuery, RefuseBadQuery
from reports.models import Report

_PAGE = 20
_NAMES, _NAMES_ON_TOP = 20, 6
_FEW = 3  # results with which another spelling is offered too
_SUGGESTED = 8


class SearchForm(ArchiveFilter):
    """A search: its words, the filters of every list, and in which order of which noun."""

    ORDERS = (("best", gettext_lazy("best first")), ("newest", gettext_lazy("newest first")))

    of = forms.ChoiceField(
        required=False,
        error_messages={"invalid_choice": gettext_lazy("There is no such choice here.")},
    )
    order = forms.ChoiceField(
        required=False,
        choices=ORDERS,
        error_messages={"invalid_choice": gettext_lazy("Write best or newest.")},
    )
    page = forms.TypedChoiceField(
        required=False,
        choices=[(str(number), number) for number in range(1, COUNTED // _PAGE + 1)],
        coerce=int,
        empty_value=1,
        error_messages={"invalid_choice": gettext_lazy("Follow the links from page to page.")},
    )

    def __init__(self, data):
        super().__init__(data)
        self.fields["of"].choices = [(noun, noun) for noun in searched()]

    @property
    def is_narrowed(self) -> bool:
        return bool(self.heading_groups() or self.first_day or self.last_day)

    def chips(self):
        own = {"q", "of", "order", "page"}
        return [chip for chip in super().chips() if chip.name not in own]


@cache
def searched() -> dict[str, type[Model]]:
    """What can be found, in the order of the tabs."""
    return {model._meta.model_name: model for model in (Report, Event, *named_models())}


@dataclass(frozen=True)
class Result:
    """An event or report that was found, with what matched marked."""

    record: Event | Report
    title: SafeString
    text: SafeString

    @property
    def is_report(self) -> bool:
        return isinstance(self.record, Report)


@dataclass(frozen=True)
class Tab:
    """The results of one noun, and how many there are."""

    noun: str
    label: str
    count: Count
    query: str


def _label(noun: str) -> str:
    return searched()[noun]._meta.verbose_name_plural.capitalize()


class Search:
    """One search: what was found, how much of each noun, and what may have been meant."""

    def __init__(self, form: SearchForm):
        self.form = form
        given = form.cleaned_data
        self.query: Query = given["q"]
        self.of, self.order, self.number = given["of"], given["order"] or "best", given["page"]
        self.asked: Matches = matches(
            self.query, groups=form.heading_groups(), first=form.first_day, last=form.last_day
        )

    @cached_property
    def found(self) -> list[Match]:
        """Events and reports up to this page, and one more to tell whether there is another."""
        if self.of and self.of not in NOUNS:
            return []
        asked = self.asked.of_noun(self.of) if self.of else self.asked
        read = asked.best if self.order == "best" else asked.newest
        return read(self._most)

    @property
    def _most(self) -> int:
        return min(self.number * _PAGE + 1, COUNTED)

    @cached_property
    def known(self) -> list[Known]:
        """People, places and the like by name; filters are about events and reports."""
        return [] if self.form.is_narrowed else known_by(self.query, _NAMES)

    @cached_property
    def counts(self) -> dict[str, Count]:
        """By noun, in the order of the tabs."""
        found = self._matched
        named = Counter(known.noun for known in self.known)
        full = len(self.known) == _NAMES
        found |= {noun: Count(number, capped=full) for noun, number in named.items()}
        return {noun: found[noun] for noun in searched() if noun in found and found[noun].number}

    @cached_property
    def _matched(self) -> dict[str, Count]:
        """How many events and reports; asked for only where what was read does not tell."""
        if self.of or len(self.found) >= self._most:
            return self.asked.counts_by_noun()
        return {noun: Count(number) for noun, number in Counter(m.noun for m in self.found).items()}

    @property
    def tabs(self) -> list[Tab]:
        return [
            Tab(noun, _label(noun), count, self.form.query_of("of", [noun], "page"))
            for noun, count in self.counts.items()
        ]

    @cached_property
    def results(self) -> list[Result]:
        start = (self.number - 1) * _PAGE
        shown = self.found[start : start + _PAGE]
        wanted = words_of(self.asked.wanted)
        records = {
            (noun, record.pk): record
            for noun, loaded in _LOADED.items()
            for record in in_order([match.pk for match in shown if match.noun == noun], loaded())
        }
        return [
            _result(records[match.noun, match.pk], wanted)
            for match in shown
            if (match.noun, match.pk) in records
        ]

    @property
    def names(self) -> list[Known]:
        """On the first page of everything a few of them, under a tab all of their noun."""
        if self.of:
            return [known for known in self.known if known.noun == self.of]
        return self.known[:_NAMES_ON_TOP] if self.number == 1 else []

    @cached_property
    def meant(self) -> str:
        found = sum(count.number for count in self._matched.values())
        return meant(self.query) if found < _FEW and not self.known else ""

    @property
    def meant_query(self) -> str:
        return self.form.query_of("q", [self.meant], "page", "of")

    @property
    def all_query(self) -> str:
        return self.form.query_of("of", [], "page")

    @property
    def newer(self) -> str:
        return self._page(self.number - 1) if self.number > 1 else ""

    @property
    def older(self) -> str:
        return self._page(self.number + 1) if self.found[self.number * _PAGE :] else ""

    def _page(self, number: int) -> str:
        return self.form.query_of("page", [str(number)] if number > 1 else [])


# The records with what one result shows, and the text in which a piece of it is looked for.
_LOADED = {
    "event": lambda: Event.objects.as_entries().annotate(text=F("description")),
    "report": lambda: Report.objects.as_entries().annotate(text=F("body")),
}


def _result(record: Event | Report, wanted: set[str]) -> Result:
    if isinstance(record, Report):
        title, lead = record.headline, record.standfirst
    else:
        title, lead = record.title, record.summary
    text = snippet(lead, wanted) or snippet(record.text, wanted) or marked(lead, wanted)
    return Result(record, marked(title, wanted), text)


class SearchPage(RefuseBadQuery, TemplateView):
    """Everything in the archive that answers to some words."""

    template_name = "config/search_page.html"

    def get_context_data(self, **kwargs):
        form = SearchForm(self.request.GET)
        if not form.is_valid():
            raise BadQuery(form.problems)
        search = Search(form) if form.cleaned_data["q"] else None
        title = _("Search: %(words)s") % {"words": form.words} if search else _("Search")
        return super().get_context_data(**kwargs, form=form, search=search, title=title)


def search_suggestions(request: HttpRequest) -> JsonResponse:
    """Names that begin with what is being typed, for a search box."""
    query = parse_query(request.GET.get("q", ""))
    known = known_by(query, _SUGGESTED) if max(map(len, query.words), default=0) > 1 else []
    return JsonResponse(
        {
            "suggestions": [
                {
                    "label": each.title,
                    "otherName": each.other_name,
                    "noun": each.label,
                    "url": each.url,
                }
                for each in known
            ]
        },
        headers={"X-Robots-Tag": "noindex"},
    )
