from django.db import models
from django.utils.translation import gettext_lazy as _

from events.models.fields import ChoiceField, ProseField
from events.models.name import exactly_one


class Correction(models.Model):
    """A dated public note on a published event or report."""

    class Kind(models.TextChoices):
        CORRECTION = "correction", _("correction")
        CLARIFICATION = "clarification", _("clarification")
        UPDATE = "update", _("update")

    event = models.ForeignKey(
        "events.Event",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="corrections",
    )
    report = models.ForeignKey(
        "reports.Report",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="corrections",
    )
    kind = ChoiceField(
        verbose_name=_("kind"), max_length=15, choices=Kind.choices, default=Kind.CORRECTION
    )
    date = models.DateField(verbose_name=_("date"))
    text = ProseField(
        verbose_name=_("text"), help_text=_("What was wrong and what is right; shown to everybody.")
    )

    class Meta:
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")
        ordering = ["-date", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="correction_of_exactly_one", condition=exactly_one("event", "report")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.date}"
