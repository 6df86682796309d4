from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from events.models.fields import ChoiceField, LineField
from events.models.linkable import Linkable, LinkableQuerySet


class Organization(Linkable):
    """An embassy, association, foundation, agency, museum, outlet … that takes part or is named."""

    class Kind(models.TextChoices):
        EMBASSY = "embassy", _("embassy or mission")
        CONSULATE = "consulate", _("consulate")
        GOVERNMENT = "government", _("government office")
        PARLIAMENT = "parliament", _("parliament")
        MUNICIPALITY = "municipality", _("municipality")
        INTERNATIONAL = "international", _("international organization")
        MILITARY = "military", _("armed forces or police")
        ASSOCIATION = "association", _("association")
        FOUNDATION = "foundation", _("foundation")
        COMMUNITY = "community", _("community")
        RELIGIOUS = "religious", _("religious body")
        MUSEUM = "museum", _("museum, archive or library")
        EDUCATION = "education", _("school, university or institute")
        AGENCY = "agency", _("agency")
        PARTY = "party", _("political party")
        COMPANY = "company", _("company")
        ENSEMBLE = "ensemble", _("ensemble")
        MEDIA = "media", _("media outlet")
        OTHER = "other", _("other")

    of_link = ("name", "kind")

    name = LineField(verbose_name=_("name"), max_length=300)
    kind = ChoiceField(
        verbose_name=_("kind"), max_length=20, choices=Kind.choices, default=Kind.OTHER
    )
    seat = models.ForeignKey(
        "events.Place",
        verbose_name=_("seat"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="organizations",
        help_text=_("The city or country it works from."),
    )
    parent = models.ForeignKey(
        "self",
        verbose_name=_("part of"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
    )
    website = models.URLField(verbose_name=_("website"), max_length=500, blank=True)

    objects = LinkableQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("organization")
        verbose_name_plural = _("organizations")
        ordering = ["sort_key", "pk"]
        constraints = [
            models.CheckConstraint(
                name="organization_not_part_of_itself",
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")),
            ),
        ]
