from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from events.models import Linkable
from events.models.fields import ChoiceField, LanguageField, LineField, ProseField
from events.models.linkable import LinkableQuerySet


class Source(Linkable):
    """An agency, newspaper, press office or website that publishes reports."""

    class Kind(models.TextChoices):
        AGENCY = "agency", _("news agency")
        NEWSPAPER = "newspaper", _("newspaper")
        MAGAZINE = "magazine", _("magazine")
        BROADCASTER = "broadcaster", _("broadcaster")
        PRESS_OFFICE = "press_office", _("press office")
        WEBSITE = "website", _("website")

    # Public as the publisher of a report, or cited by one.
    heading_nouns = ("source", "cited")
    of_link = ("name", "kind")

    name = LineField(verbose_name=_("name"), max_length=200)
    kind = ChoiceField(
        verbose_name=_("kind"), max_length=20, choices=Kind.choices, default=Kind.WEBSITE
    )
    country = models.ForeignKey(
        "events.Place",
        verbose_name=_("country"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="sources",
    )
    language = LanguageField(verbose_name=_("usual language"), blank=True)
    website = models.URLField(verbose_name=_("website"), max_length=500, blank=True)
    also_called = ProseField(
        verbose_name=_("also called"), blank=True, help_text=_("Other names, one a line.")
    )

    objects = LinkableQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["sort_key", "pk"]

    @property
    def other_names(self) -> list[str]:
        return self.also_called.splitlines()
