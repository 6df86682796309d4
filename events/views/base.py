"""What all public pages share: permanent addresses, previews, lists by key, refused queries."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from string import ascii_lowercase

from django.db.models import Model, Prefetch, Q, QuerySet, prefetch_related_objects
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.generic import DetailView, TemplateView

from events.dates import PartialDate
from events.facets import Sample, Survey
from events.keyset import BadCursor, Order, Page, page_of
from events.models import Event, Publishable
from events.models.event import archive_address
from events.models.listing import in_order, listing_of
from events.serializers.formats import file_address
from events.serializers.linkable import linkable_as_plain
from events.serializers.noun import Noun
from events.views.files import Files, Selection, refusal_file, site_of


class BadQuery(Exception):
    """The query string asks for something no list has; `problems` says what, parameter by one."""

    def __init__(self, problems: list[tuple[str, str]], form: Form | None = None):
        self.problems, self.form = problems, form


class RefuseBadQuery:
    """Answer a malformed query with 400 and a sentence for each parameter."""

    def dispatch(self, request, *args, **kwargs):
        try:
            return super().dispatch(request, *args, **kwargs)
        except BadQuery as refusal:
            if extension := kwargs.get("extension"):
                return refusal_file(refusal.problems, extension)
            return render(request, "400.html", vars(refusal), status=400)

    def page(self, segments: list[QuerySet], order: Order, **options) -> Page:
        """The page that `after` or `before` in the query asks for."""
        cursors = {name: self.request.GET.get(name) for name in ("after", "before")}
        try:
            return page_of(segments, order, **cursors, **options)
        except BadCursor:
            name = "after" if cursors["before"] is None else "before"
            problem = (name, _("Follow the links to older and newer pages; this names no page."))
            raise BadQuery([problem]) from None


class RecordDetail(Files, RefuseBadQuery, DetailView):
    """One record at its permanent address `<id>-<slug>`: the id decides.

    As a file it is what stands under the record, newest first.
    """

    extensions = ("atom", "ics", "json", "csv", "geojson")
    written_as: Noun  # the noun of what stands in its files

    def get(self, request, *args, extension="", **kwargs):
        pk = _id_of(kwargs["permalink"])
        if not extension and request.GET.get("preview") and (draft := self.preview(pk)):
            return draft
        self.require(extension)
        records = self.model.objects.published() if extension else self.get_queryset()
        self.object = _found(records, pk)
        if self.object is None:
            return self.answer_absent(pk)
        address = file_address(self.object.get_absolute_url(), extension)
        if request.path != address:
            return HttpResponsePermanentRedirect(_with_query(request, address))
        if extension:
            return self.as_file(extension)
        prefetch_related_objects([self.object], *self.parts())
        return self.render_to_response(self.get_context_data(object=self.object))

    def selection(self) -> Selection:
        return selection_under(self.object, self.written_as, self.request)

    def get_queryset(self) -> QuerySet:
        return self.records().published()

    def records(self) -> QuerySet:
        """All records of the noun."""
        return self.model.objects.all()

    def parts(self) -> Sequence[str | Prefetch]:
        """What else the page shows: loaded once it is sure that there is a page to show."""
        return ()

    def answer_absent(self, pk: int) -> HttpResponse:
        """410 with a notice for what was withdrawn; hidden and absent share one 404."""
        if issubclass(self.model, Publishable):
            gone = self.model.objects.gone().filter(pk=pk).first()
            if gone:
                context = {"withdrawn_at": gone.withdrawn_at}
                return render(self.request, "410.html", context, status=410)
        raise Http404

    def preview(self, pk: int) -> HttpResponse | None:
        """The page as it would be, for staff who may see the record; None for everybody else."""
        noun = self.model._meta
        if not self.request.user.has_perm(f"{noun.app_label}.view_{noun.model_name}"):
            return None
        self.object = _found(self.records(), pk)
        if self.object is None or not self.request.user.is_staff:
            return None
        prefetch_related_objects([self.object], *self.parts())
        context = self.get_context_data(object=self.object, is_preview=True)
        response = self.render_to_response(context)
        patch_cache_control(response, private=True, no_store=True)
        response.headers["X-Robots-Tag"] = "noindex"
        return response


class FilteredList(Files, RefuseBadQuery, TemplateView):
    """A list of events or reports, narrowed by GET parameters and read by key."""

    extensions = ("atom", "ics", "json", "csv", "geojson")
    written_as: Noun
    model: type[Publishable]
    form_class: type
    select = None  # the selector of the noun: a valid form to querysets
    noun = ""  # what the list holds, in the reader's words

    def get_context_data(self, **kwargs):
        form = self.valid_form()
        segments = type(self).select(form)
        survey = Survey(listing_of(self.model), form, segments, self.address_of(form))
        page = self.found(segments, survey.sample)
        records = in_order(page.records, self.load(self.model.objects.all()))
        return super().get_context_data(
            **kwargs,
            form=form,
            page=replace(page, records=records),
            title=form.title(str(self.noun)),
            list_url=reverse(f"{self.model._meta.model_name}_list"),
            noun=survey.noun,
            total=survey.total,
            strip=survey.strip,
            map=survey.map,
            facets=survey.facets,
            **survey.neighbours,
        )

    def valid_form(self) -> Form:
        form = self.form_class(self.request.GET, period=self.period())
        if not form.is_valid():
            raise BadQuery(form.problems, form)
        return form

    def selection(self) -> Selection:
        form = self.valid_form()
        title = form.title(str(self.noun))
        return Selection.of_lines(self.written_as, title, type(self).select(form))

    def found(self, segments: list[QuerySet], sample: Sample | None) -> Page:
        """The ids of the page; the first one has been read already where there is a sample."""
        if sample and not {"after", "before"} & self.request.GET.keys():
            return sample.first_page()
        order = Order(key="date", pk=f"{listing_of(self.model).record_name}_id")
        page = self.page(segments, order)
        return replace(page, records=[getattr(line, order.pk) for line in page.records])

    def address_of(self, form: Form) -> Callable[..., str]:
        """The addresses of the same list over other periods."""
        noun, rest = self.model._meta.model_name, form.query_without_period()
        query = f"?{rest}" if rest else ""

        def address(start: PartialDate | None = None, end: PartialDate | None = None) -> str:
            if end is None:
                return archive_address(noun, str(start or "")) + query
            between = f"from={start}&to={end}"
            return f"{archive_address(noun, '')}?{between}{rest and f'&{rest}'}"

        return address

    def period(self) -> PartialDate | None:
        """The year, month or day in the address of a date archive."""
        return None

    def load(self, records: QuerySet) -> QuerySet:
        """The records with what one line of the list shows."""
        return records


class DateArchive:
    """A list over one year, month or day of the address, with neighbours that are not empty."""

    def period(self):
        date = [self.kwargs[name] for name in ("year", "month", "day") if name in self.kwargs]
        try:
            return PartialDate.parse("-".join(date))
        except ValueError:
            raise Http404 from None

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs, period=self.period())


class LinkableList(Files, RefuseBadQuery, TemplateView):
    """People, places and the like in alphabetical order, read by key."""

    extensions: tuple[str, ...] = ("json", "csv")
    written_as: Noun
    model = None
    order = Order(key="sort_key", descending=False, is_date=False)

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            **kwargs,
            page=self.page([self.named()], self.order, size=60),
            title=self.title,
            initial=self.request.GET.get("initial", ""),
            initials="abcdefghijklmnopqrstuvwxyz",
        )

    @property
    def title(self) -> str:
        return self.model._meta.verbose_name_plural.capitalize()

    def named(self) -> QuerySet:
        """All of them, or those under the letter that is asked for."""
        initial = self.request.GET.get("initial", "")
        if len(initial) > 1 or (initial and not initial.isalnum()):
            raise BadQuery([("initial", _("Give one letter."))])
        records = self.load(self.model.objects.published())
        return records.filter(_begins_with(self.order.key, initial)) if initial else records

    def selection(self) -> Selection:
        return Selection(self.written_as, self.title, [self.named()], self.order)

    def load(self, records: QuerySet) -> QuerySet:
        """The records with what one line of the list shows."""
        return records


def selection_under(subject, noun: Noun, request: HttpRequest) -> Selection:
    """The events, or the reports, that stand under a place, person, topic …"""
    lines = listing_of(noun.model).objects.published().under([[subject.heading]])
    about = linkable_as_plain(subject, site_of(request))
    return Selection.of_lines(noun, str(subject), [lines], about=about)


def rows_at(events: Sequence[Event], rows: QuerySet) -> list:
    """The rows that belong to these events, each with its event, in the order of the events."""
    ranks = {event.pk: rank for rank, event in enumerate(events)}
    found = list(rows.filter(event__in=ranks).order_by()) if ranks else []
    for row in found:
        row.event = events[ranks[row.event_id]]
    return sorted(found, key=lambda row: (ranks[row.event_id], row.order, row.pk))


def _begins_with(key: str, letter: str) -> Q:
    """Names under one letter; folded ones lie between it and the next, which an index can use."""
    begins = Q(**{f"{key}__istartswith": letter})
    letter = letter.lower()
    if key != "sort_key" or letter not in ascii_lowercase:
        return begins
    begins &= Q(sort_key__gte=letter)
    return begins & Q(sort_key__lt=chr(ord(letter) + 1)) if letter < "z" else begins


def _id_of(permalink: str) -> int:
    """The id in front of `<id>-<slug>`; 404 for one no database can hold."""
    digits = permalink.partition("-")[0]
    if len(digits) > 18:
        raise Http404
    return int(digits)


def _found(records: QuerySet, pk: int) -> Model | None:
    """One record; `first()` would sort, and Django words an order by looking at each column."""
    try:
        return records.get(pk=pk)
    except records.model.DoesNotExist:
        return None


def _with_query(request: HttpRequest, address: str) -> str:
    query = request.META.get("QUERY_STRING", "")
    return address + (f"?{query}" if query else "")
