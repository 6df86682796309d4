"""GET parameters to querysets and a readable title: the lists of reports."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from events.filters import ArchiveFilter
from reports.models import ReportListing


class ReportFilter(ArchiveFilter):
    """The filters of a list of reports."""

    naming = _("naming %(names)s")


def select_reports(form: ReportFilter) -> list[QuerySet]:
    """The lines of the reports a valid form asks for, by the date their source published them."""
    lines, groups = ReportListing.objects.published(), form.heading_groups()
    lines = lines.under(groups, among=lines.few_under(groups))
    return [lines.between(form.first_day, form.last_day)]
