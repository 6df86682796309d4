"""What events and reports link to: public as soon as something published does."""

from datetime import datetime

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Exists, OuterRef, Q, Value
from django.db.models.functions import Cast, Concat
from django.utils.translation import gettext_lazy as _

from events.models.base import page_address, permalink, with_derived
from events.models.fields import reference_field
from events.models.listing import Listing
from events.names import name_key, sort_key


class LinkableQuerySet(models.QuerySet):
    def published(self, at: datetime | None = None):
        """Those that something published links to."""
        return self.filter(self.model.linked_by_something_public(at))

    def as_links(self):
        """Loaded with no more than what a link to each shows."""
        return self.only(*self.model.of_link)


class PublicWhenLinked:
    """A noun that is public as soon as something published links to it."""

    # The nouns of the headings that lead to it; its own model name if none are given.
    heading_nouns: tuple[str, ...] = ()
    # What a link to it shows, and what machines read of it there.
    of_link: tuple[str, ...] = ("name",)

    @classmethod
    def linked_by_something_public(cls, at: datetime | None = None) -> Q:
        """The condition that a line of some public index leads to the row.

        Now, that is a line that is counted: so no record is looked at, of which SQLite, with
        statistics, would rather look at all.
        """
        found = Q(pk__in=())
        for table in Listing.__subclasses__():
            lines = table.objects.published(at) if at else table.objects.counted()
            for noun in cls.heading_nouns or (cls._meta.model_name,):
                heading = Concat(Value(f"{noun}:"), _as_text(OuterRef("pk")))
                # As a range: for an equality PostgreSQL would rather hash the whole index once.
                found |= Q(Exists(lines.filter(heading__range=(heading, heading))))
        return found

    @property
    def heading(self) -> str:
        """The heading of the public index under which lists find this record."""
        return f"{self._meta.model_name}:{self.pk}"


class Linkable(PublicWhenLinked, models.Model):
    """Something events and reports link to, with a page of its own."""

    ref = reference_field()
    wikidata = models.CharField(
        verbose_name=_("Wikidata"),
        max_length=20,
        blank=True,
        validators=[RegexValidator(r"^Q[1-9][0-9]*\Z", _("Write the item's id, such as Q239."))],
        help_text=_("The item's id, such as Q239."),
    )
    # Derived in save(): where the name stands in a list, and what two spellings of it share.
    sort_key = models.CharField(max_length=300, editable=False, db_index=True)
    name_key = models.CharField(max_length=300, editable=False, db_index=True)
    created_at = models.DateTimeField(verbose_name=_("entered"), auto_now_add=True)
    modified_at = models.DateTimeField(verbose_name=_("last changed"), auto_now=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.display_name

    def save(self, **options):
        self.derive()
        super().save(**with_derived(options, "sort_key", "name_key"))

    def derive(self) -> None:
        self.sort_key = sort_key(self.sorts_as)[:300]
        self.name_key = name_key(self.display_name)[:300]

    @property
    def display_name(self) -> str:
        return self.name

    @property
    def sorts_as(self) -> str:
        return self.display_name

    @property
    def permalink(self) -> str:
        """`<id>-<slug>`: the id decides, the words are for readers."""
        return permalink(self._meta.model_name, self.pk, self.display_name)

    def get_absolute_url(self) -> str:
        return page_address(self._meta.model_name, self.pk, self.display_name)


def _as_text(expression):
    return Cast(expression, models.CharField(max_length=20))
