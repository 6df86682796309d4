from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from events.dates import DatePrecision, PartialDate
from events.models.fields import ChoiceField, LineField, ProseField
from events.models.linkable import Linkable, LinkableQuerySet


class Occasion(Linkable):
    """What is commemorated or celebrated; it happened once and returns every year."""

    of_link = ("name", "original_date", "date_precision")

    name = LineField(verbose_name=_("name"), max_length=300)
    original_date = models.DateField(
        verbose_name=_("original date"),
        null=True,
        blank=True,
        help_text=_("The day it happened. Of a month or year enter its first day."),
    )
    date_precision = ChoiceField(
        verbose_name=_("known to"),
        max_length=10,
        choices=DatePrecision.choices,
        default=DatePrecision.DAY,
    )
    place = models.ForeignKey(
        "events.Place",
        verbose_name=_("where it happened"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="occasions",
    )
    description = ProseField(
        verbose_name=_("description"), blank=True, help_text=_("A sentence or two, attributed.")
    )

    objects = LinkableQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("occasion")
        verbose_name_plural = _("occasions")
        ordering = ["sort_key", "pk"]
        constraints = [
            models.CheckConstraint(
                name="occasion_precision_needs_date",
                condition=Q(original_date__isnull=False) | Q(date_precision="day"),
            ),
        ]

    def clean(self):
        if not self.original_date and self.date_precision != DatePrecision.DAY:
            raise ValidationError({"original_date": _("Give the date this precision is about.")})

    @property
    def original(self) -> PartialDate | None:
        """The original date at its precision."""
        return self.original_date and PartialDate(self.original_date, self.date_precision)

    def returns_on(self, today: date) -> date | None:
        """The day it next comes round, today included; None where the day is not known."""
        if not self.original_date or self.date_precision != DatePrecision.DAY:
            return None
        this_year = _in_year(self.original_date, today.year)
        return this_year if this_year >= today else _in_year(self.original_date, today.year + 1)


def _in_year(day: date, year: int) -> date:
    """The same day of another year; 29 February is kept on 1 March where there is none."""
    try:
        return day.replace(year=year)
    except ValueError:
        return date(year, 3, 1)
