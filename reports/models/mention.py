from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from events.models.fields import LineField
from events.models.name import exactly_one
from reports.models.row import ReportRowQuerySet

MENTIONABLE = ("person", "organization", "place", "work", "occasion")


def _mentioned(model: str) -> models.ForeignKey:
    return models.ForeignKey(
        f"events.{model}",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="mentions",
    )


class MentionQuerySet(ReportRowQuerySet):
    def with_names(self):
        """Loaded with what is named, as links show it."""
        return self.select_related(*MENTIONABLE).only(
            "report", "words",
            "person__name", "organization__name", "organization__kind",
            "place__name", "place__kind", "work__title", "work__kind", "occasion__name",
        )  # fmt: skip


class Mention(models.Model):
    """An editor's tag: this report names that person, organization, place, work or occasion."""

    report = models.ForeignKey("reports.Report", on_delete=models.CASCADE, related_name="mentions")
    person = _mentioned("Person")
    organization = _mentioned("Organization")
    place = _mentioned("Place")
    work = _mentioned("Work")
    occasion = _mentioned("Occasion")
    words = LineField(
        verbose_name=_("words used"),
        max_length=300,
        blank=True,
        help_text=_("As the report words it, where that differs from the usual name."),
    )

    objects = MentionQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("mention")
        verbose_name_plural = _("named in the report")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="mention_of_exactly_one", condition=exactly_one(*MENTIONABLE)
            ),
            *(
                models.UniqueConstraint(name=f"mention_of_{noun}_once", fields=["report", noun])
                for noun in MENTIONABLE
            ),
        ]

    def __str__(self) -> str:
        return str(self.subject)

    @property
    def subject(self):
        """The record that is named."""
        return next(
            (getattr(self, noun) for noun in MENTIONABLE if getattr(self, f"{noun}_id")), None
        )

    @property
    def heading(self) -> str:
        """The heading of the public index it puts the report under, read without a query."""
        noun = next(noun for noun in MENTIONABLE if getattr(self, f"{noun}_id"))
        return f"{noun}:{getattr(self, f'{noun}_id')}"
