from datetime import date

from django.contrib import admin
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from events.actions.listing import list_event
from events.actions.publication import publish_event, withdraw_event
from events.admin.choosing import LONGEST_QUERY, MOST_WORDS, with_context
from events.admin.event_rows import InvolvementRows, MediaRows, ParticipationRows, ProgrammeRows
from events.admin.filters import OccasionFilter, PlaceFilter, StatusFilter
from events.admin.publication import PUBLICATION, PublishableAdmin, PublishableForm
from events.admin.topics import ChoosesTopics
from events.admin.writing import WrittenDateField, WrittenDates
from events.models import Event, Occasion, Place
from events.names import clean_text, words


class EventForm(WrittenDates, PublishableForm):
    written_dates = {"start_date": "date_precision"}
    other_precisions = (Event.Precision.REPORTED,)
    needed_when_published = ("title", "start_date", "place")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "start_date" not in self.fields:
            return
        self.fields["summary"].widget.attrs["rows"] = 3
        self.fields["start_date"].help_text = _(
            "As exactly as known: 23 February 2026, 23.2.2026, Feb 2026 or 2026."
        )
        end = self.fields["end_date"]
        self.fields["end_date"] = WrittenDateField(
            label=end.label, required=False, help_text=end.help_text
        )

    def clean(self):
        """The last day is known as exactly as the first."""
        start, end = (self.cleaned_data.get(name) for name in ("start_date", "end_date"))
        if start and end and start.precision != end.precision:
            self.add_error("end_date", _("Write both dates as exactly: two days, or two months."))
        elif end:
            self.cleaned_data["end_date"] = end.first
        return super().clean()


@admin.register(Event)
class EventAdmin(ChoosesTopics, PublishableAdmin):
    form = EventForm
    fieldsets = [
        (
            _("What"),
            {
                "fields": (
                    "title",
                    ("kind", "status_in_world"),
                    ("occasion", "ordinal"),
                    "summary",
                )
            },
        ),
        (
            _("When"),
            {
                "fields": (
                    ("start_date", "date_precision"),
                    "end_date",
                    ("start_time", "end_time"),
                )
            },
        ),
        (_("Where"), {"fields": ("place",)}),
        (_("In full"), {"fields": ("description", "topics"), "classes": ("closing",)}),
        PUBLICATION,
    ]
    inlines = [InvolvementRows, ParticipationRows, ProgrammeRows, MediaRows]
    autocomplete_fields = ("occasion", "place")
    date_hierarchy = "start_date"
    list_display = ("title", "date", "place", "kind", "status", "modified_at")
    list_filter = (("status", StatusFilter), "kind", "status_in_world", PlaceFilter, OccasionFilter)
    list_select_related = ("place__parent__parent__parent",)
    ordering = ("-start_date", "-pk")
    sortable_by = ("date", "modified_at")
    search_fields = ("title",)
    search_help_text = _("Words of the title, the place or the occasion.")
    publish = staticmethod(publish_event)
    withdraw = staticmethod(withdraw_event)
    list_anew = staticmethod(list_event)

    def get_search_results(self, request, queryset, search_term):
        for word in clean_text(search_term[:LONGEST_QUERY]).split()[:MOST_WORDS]:
            found = Q(title__icontains=word)
            for folded in words(word):
                named = {"name_key__contains": folded}
                found |= Q(place__in=Place.objects.filter(**named).order_by().values("pk"))
                found |= Q(occasion__in=Occasion.objects.filter(**named).order_by().values("pk"))
            queryset = queryset.filter(found)
        return queryset, False

    def with_choice_context(self, queryset):
        return queryset.with_dateline()

    def choice_label(self, record) -> str:
        return with_context(record.title, record.date_label, record.place)

    def get_changeform_initial_data(self, request):
        """What is entered is usually over; what is still to come says so itself."""
        return {"start_date": ""} | super().get_changeform_initial_data(request)

    @admin.display(description=_("date"), ordering="start_date", empty_value="")
    def date(self, record) -> str:
        return record.date_label if isinstance(record.start_date, date) else ""
