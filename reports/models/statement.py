from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from events.models.fields import ChoiceField, LineField, ProseField
from reports.models.row import ReportRowQuerySet


class StatementQuerySet(ReportRowQuerySet):
    def with_names(self):
        """Loaded with who said it."""
        own = ("report", "event", "capacity", "kind", "text", "order")
        return self.select_related("person").only(*own, "person__name")


class Statement(models.Model):
    """Who said what, in which capacity, at which event, per which report.

    The wording stays the speaker's. Without a person it is the source's own statement.
    """

    class Kind(models.TextChoices):
        QUOTE = "quote", _("quoted")
        PARAPHRASE = "paraphrase", _("paraphrased")

    report = models.ForeignKey(
        "reports.Report", on_delete=models.CASCADE, related_name="statements"
    )
    event = models.ForeignKey(
        "events.Event",
        verbose_name=_("said at"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="statements",
    )
    person = models.ForeignKey(
        "events.Person",
        verbose_name=_("said by"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="statements",
        help_text=_("Empty: the source's own statement."),
    )
    capacity = LineField(verbose_name=_("capacity stated then"), max_length=300, blank=True)
    kind = ChoiceField(
        verbose_name=_("kind"), max_length=10, choices=Kind.choices, default=Kind.PARAPHRASE
    )
    text = ProseField(verbose_name=_("what was said"))
    order = models.PositiveSmallIntegerField(verbose_name=_("order"), default=0)

    objects = StatementQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("statement")
        verbose_name_plural = _("statements")
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.text[:80]
