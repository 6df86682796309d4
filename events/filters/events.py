"""The filters of a list of events, and the lines they select."""

from datetime import date, timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy

from events.filters.archive import ArchiveFilter
from events.models import Event, EventListing
from events.models.event import LASTING
from events.models.merged import merged
from events.search.lines import Segments


class EventFilter(ArchiveFilter):
    """The filters of a list of events."""

    WHEN = (("upcoming", gettext_lazy("to come")), ("past", gettext_lazy("past")))

    when = forms.ChoiceField(
        label=gettext_lazy("when"),
        choices=[("", gettext_lazy("all")), *WHEN],
        required=False,
        error_messages={"invalid_choice": gettext_lazy("Write upcoming or past.")},
    )

    def title(self, noun):
        when = self.cleaned_data.get("when")
        return ", ".join([super().title(noun), *([str(dict(self.WHEN)[when])] if when else [])])


def select_events(form: EventFilter, *, today: date | None = None) -> Segments:
    """The lines of the events a valid form asks for, in segments that follow one another by date.

    The second segment holds what began before the period and was still going on in it. A search for
    words goes by the first day alone.
    """
    today = today or timezone.localdate()
    lines = EventListing.objects.counted()
    first, last = form.first_day, form.last_day
    if form.cleaned_data.get("when") == "past":
        lines = lines.past(today)
        # What is over has begun: reading starts there, not at all that is still to come.
        last = min(filter(None, (last, today - timedelta(days=1))))
    elif form.cleaned_data.get("when") == "upcoming":
        first = max(first or today, today)
    if form.cleaned_data.get("q"):
        return form.lines(EventListing, first, last)
    groups = form.heading_groups()
    few = lines.few_under(groups)
    parts = lines.side_by_side(groups, among=few)
    segments = [merged(part.between(first, last) for part in parts)]
    # Nothing began before the first day there is, and no day can be counted from before it.
    if first and first > date.min:
        began = first - min(timedelta(days=Event.LONGEST_DAYS), first - date.min)
        parts = lines.side_by_side(groups, among=few, prefix=LASTING)
        before = first - timedelta(days=1)
        segments.append(merged(part.lasting_to(first).between(began, before) for part in parts))
    return segments
