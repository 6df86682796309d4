from django.db import models
from django.utils.translation import gettext_lazy as _

from events.models.fields import ChoiceField, LineField
from events.models.history import HistoryWithLinks
from events.models.linkable import Linkable, LinkableQuerySet


class Work(Linkable):
    """A film, piece of music, book, poem or exhibition that is shown or performed."""

    class Kind(models.TextChoices):
        FILM = "film", _("film")
        DOCUMENTARY = "documentary", _("documentary film")
        SHORT_FILM = "short_film", _("short film")
        VIDEO = "video", _("video")
        MUSIC = "music", _("piece of music")
        BOOK = "book", _("book")
        POEM = "poem", _("poem")
        EXHIBITION = "exhibition", _("exhibition")
        PERFORMANCE = "performance", _("performance")
        OTHER = "other", _("other work")

    of_link = ("title", "kind", "year", "wikidata")

    title = LineField(verbose_name=_("title"), max_length=300)
    kind = ChoiceField(
        verbose_name=_("kind"), max_length=20, choices=Kind.choices, default=Kind.OTHER
    )
    year = models.PositiveSmallIntegerField(verbose_name=_("year"), null=True, blank=True)
    creators = models.ManyToManyField(
        "events.Person", verbose_name=_("creators"), blank=True, related_name="works"
    )

    objects = LinkableQuerySet.as_manager()
    history = HistoryWithLinks(m2m_fields=[creators])

    class Meta:
        verbose_name = _("work")
        verbose_name_plural = _("works")
        ordering = ["sort_key", "pk"]

    @property
    def display_name(self) -> str:
        return self.title
