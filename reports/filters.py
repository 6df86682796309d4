"""GET parameters to querysets and a readable title: the lists of reports."""

from django.utils.translation import gettext_lazy as _

from events.filters import ArchiveFilter
from events.models.merged import merged
from events.search.lines import Segments
from reports.models import ReportListing


class ReportFilter(ArchiveFilter):
    """The filters of a list of reports."""

    naming = _("naming %(names)s")


def select_reports(form: ReportFilter) -> Segments:
    """The lines of the reports a valid form asks for, by the date their source published them."""
    if form.cleaned_data.get("q"):
        return form.lines(ReportListing, form.first_day, form.last_day)
    lines, groups = ReportListing.objects.counted(), form.heading_groups()
    parts = lines.side_by_side(groups, among=lines.few_under(groups))
    return [merged(part.between(form.first_day, form.last_day) for part in parts)]
