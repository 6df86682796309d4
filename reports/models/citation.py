from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from events.models.fields import ChoiceField, LineField, ProseField
from events.models.name import exactly_one
from reports.models.row import ReportRowQuerySet

FACTS = ("participation", "involvement", "programme_item", "event")


def _fact(model: str) -> models.ForeignKey:
    return models.ForeignKey(
        f"events.{model}",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="citations",
    )


class Citation(models.Model):
    """What a report states of one fact, and the sentence in which it does.

    Reports may differ: each citation keeps the value of its own report.
    """

    class Aspect(models.TextChoices):
        """What of the event itself is stated."""

        DATE = "date", _("date")
        PLACE = "place", _("place")
        ATTENDANCE = "attendance", _("attendance")
        OCCASION = "occasion", _("occasion")
        KIND = "kind", _("kind of event")
        WORDING = "wording", _("words used")
        TITLE = "title", _("title")

    report = models.ForeignKey("reports.Report", on_delete=models.CASCADE, related_name="citations")
    participation = _fact("Participation")
    involvement = _fact("Involvement")
    programme_item = _fact("ProgrammeItem")
    event = _fact("Event")
    aspect = ChoiceField(
        verbose_name=_("of the event: its"), max_length=20, choices=Aspect.choices, blank=True
    )
    value = LineField(verbose_name=_("as the report states it"), max_length=500, blank=True)
    sentence = ProseField(verbose_name=_("the sentence it stands in"), blank=True)

    objects = ReportRowQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("citation")
        verbose_name_plural = _("what the report states")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="citation_of_exactly_one_fact", condition=exactly_one(*FACTS)
            ),
            models.CheckConstraint(
                name="citation_aspect_is_of_event",
                condition=Q(event__isnull=True, aspect="") | Q(event__isnull=False) & ~Q(aspect=""),
            ),
        ]

    def __str__(self) -> str:
        return self.value or str(self.fact)

    @property
    def fact(self):
        """The row of the events app whose truth rests on this report."""
        return next((getattr(self, name) for name in FACTS if getattr(self, f"{name}_id")), None)
