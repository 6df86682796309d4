from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from events.models.base import with_derived
from events.models.fields import ChoiceField, LanguageField, LineField
from events.names import name_key

NAMED = ("place", "organization", "person", "occasion", "work")


def exactly_one(*names: str) -> Q:
    """The condition that one of these foreign keys is set and the others are not."""
    condition = Q()
    for chosen in names:
        condition |= Q(**{f"{name}__isnull": name != chosen for name in names})
    return condition


def _named(model: str) -> models.ForeignKey:
    return models.ForeignKey(
        f"events.{model}",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="names",
    )


class Name(models.Model):
    """Another name of a place, organization, person, occasion or work."""

    class Kind(models.TextChoices):
        ALIAS = "alias", _("also called")
        SHORT = "short", _("short name")
        ACRONYM = "acronym", _("acronym")
        FORMER = "former", _("former name")
        TRANSLITERATION = "transliteration", _("transliteration")
        TRANSLATION = "translation", _("translation")

    text = LineField(verbose_name=_("name"), max_length=300)
    kind = ChoiceField(
        verbose_name=_("kind"), max_length=20, choices=Kind.choices, default=Kind.ALIAS
    )
    language = LanguageField(blank=True)
    place = _named("Place")
    organization = _named("Organization")
    person = _named("Person")
    occasion = _named("Occasion")
    work = _named("Work")
    # Derived in save(), like the key of the usual name.
    name_key = models.CharField(max_length=300, editable=False, db_index=True)

    class Meta:
        verbose_name = _("other name")
        verbose_name_plural = _("other names")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(name="name_of_exactly_one", condition=exactly_one(*NAMED)),
        ]

    def __str__(self) -> str:
        return self.text

    def save(self, **options):
        self.derive()
        super().save(**with_derived(options, "name_key"))

    def derive(self) -> None:
        self.name_key = name_key(self.text)[:300]
