from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from events.models.fields import LineField
from events.models.linkable import Linkable, LinkableQuerySet
from events.names import family_first


class Person(Linkable):
    """Someone who speaks, performs, attends or is named; no biography is required.

    A post is not a property of a person: capacities stand on participations, as stated then.
    """

    # Public as a participant or named, or as the creator of a work an event shows.
    heading_nouns = ("person", "creator")

    name = LineField(
        verbose_name=_("name"), max_length=200, help_text=_("As usually written: Emin Rustamov.")
    )
    sort_name = LineField(
        verbose_name=_("sort as"),
        max_length=200,
        blank=True,
        help_text=_("Only where the last word is not the family name: Ban Ki-moon."),
    )

    objects = LinkableQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["sort_key", "pk"]

    @property
    def sorts_as(self) -> str:
        return self.sort_name or family_first(self.name)
