"""Lists of the back office that stay quick in a large archive."""

from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import ChangeList
from django.core.paginator import Paginator
from django.db import DataError
from django.utils.functional import cached_property


class CappedPaginator(Paginator):
    """Counts no further than anybody would page: an exact count reads the whole table."""

    LIMIT = 1000

    @cached_property
    def count(self) -> int:
        # In any order and without what is shown beside each: only the number is asked for.
        rows = self.object_list.order_by().values("pk")
        return min(rows[: self.LIMIT + 1].count(), self.LIMIT)

    def page(self, number):
        page = super().page(number)
        if not self.count:
            # Looking a second time for what is not there would read the whole table again.
            page.object_list = self.object_list.none()
        return page


class ArchiveChangeList(ChangeList):
    """A list that answers a nonsensical address by the plain list, never by an error."""

    def get_results(self, request):
        super().get_results(request)
        self.is_capped = self.result_count >= CappedPaginator.LIMIT

    def get_queryset(self, request, exclude_parameters=None):
        try:
            return super().get_queryset(request, exclude_parameters)
        except (OverflowError, TypeError, DataError) as error:
            # A number no calendar or column holds: Django expects only ValueError here.
            raise IncorrectLookupParameters(error) from error
