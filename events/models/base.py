"""What all nouns share: the one public gate, the public index, and being linked to."""

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q, Value
from django.db.models.functions import Cast, Concat
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events.models.fields import LineField, reference_field
from events.names import address_words, name_key, sort_key


def public(at: datetime | None = None, prefix: str = "") -> Q:
    """The gate itself: published, its time come, no embargo left. `prefix` leads to the record."""
    at = at or timezone.now()
    return (
        Q(**{f"{prefix}status": Publishable.Status.PUBLISHED})
        & (Q(**{f"{prefix}publish_at": None}) | Q(**{f"{prefix}publish_at__lte": at}))
        & (Q(**{f"{prefix}embargo_until": None}) | Q(**{f"{prefix}embargo_until__lte": at}))
    )


class PublishableQuerySet(models.QuerySet):
    def published(self, at: datetime | None = None):
        """What the public may see at the moment `at`; every public surface starts here."""
        return self.filter(public(at))

    def gone(self):
        """What the public has seen and may not see any more: answered 410 with a notice."""
        return self.filter(status=Publishable.Status.WITHDRAWN, public_since__isnull=False)


class Publishable(models.Model):
    """A record with a life: draft, in review, published, withdrawn."""

    class Status(models.TextChoices):
        DRAFT = "draft", _("draft")
        IN_REVIEW = "in_review", _("in review")
        PUBLISHED = "published", _("published")
        WITHDRAWN = "withdrawn", _("withdrawn")

    status = models.CharField(
        verbose_name=_("publication"),
        max_length=12,
        choices=Status.choices,
        default=Status.DRAFT,
        editable=False,
    )
    publish_at = models.DateTimeField(
        verbose_name=_("publish at"),
        null=True,
        blank=True,
        help_text=_("Once published, shown only from this moment on. Empty: at once."),
    )
    embargo_until = models.DateTimeField(
        verbose_name=_("embargo until"),
        null=True,
        blank=True,
        help_text=_("Never shown before this moment, whatever else is set."),
    )
    # The first moment the public could see the record; feeds are dated by it.
    public_since = models.DateTimeField(
        verbose_name=_("public since"), null=True, blank=True, editable=False
    )
    withdrawn_at = models.DateTimeField(
        verbose_name=_("withdrawn at"), null=True, blank=True, editable=False
    )
    withdrawal_reason = LineField(
        verbose_name=_("reason for withdrawal"),
        max_length=500,
        blank=True,
        editable=False,
        help_text=_("For the staff; the public notice gives the date only."),
    )
    created_at = models.DateTimeField(verbose_name=_("entered"), auto_now_add=True)
    modified_at = models.DateTimeField(verbose_name=_("last changed"), auto_now=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("entered by"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )
    ref = reference_field()

    class Meta:
        abstract = True

    def save(self, **options):
        now = timezone.now()
        still_to_come = self.public_since is None or self.public_since > now
        if self.status == self.Status.PUBLISHED and still_to_come:
            self.public_since = max(now, self.visible_from or now)
        super().save(**with_derived(options, "public_since"))

    @property
    def is_public(self) -> bool:
        """Whether the gate is open now; the same rule as `published()`, for one loaded record."""
        now = timezone.now()
        return self.status == self.Status.PUBLISHED and all(
            moment is None or moment <= now for moment in (self.publish_at, self.embargo_until)
        )

    @property
    def visible_from(self) -> datetime | None:
        """The later of the time to publish and the embargo, if either is set."""
        return max(filter(None, (self.publish_at, self.embargo_until)), default=None)


class Listing(models.Model):
    """One line of the public index: a published record stands under this heading at this date.

    A heading is a noun and an id or a value ("place:12", "kind:concert", "" for everything). A
    record in Brussels also stands under Belgium, so a list by place is one range of one index,
    however large the archive. `events.actions.listing` writes the lines. They only find records:
    who may see them is decided by `published()`.
    """

    heading = models.CharField(max_length=60, blank=True)
    date = models.DateField()
    # The line counts from this moment on: when a record it comes through is scheduled.
    since = models.DateTimeField(null=True)

    class Meta:
        abstract = True

    @staticmethod
    def counts(at: datetime | None = None) -> Q:
        """The condition that a line counts at the moment `at`."""
        return Q(since=None) | Q(since__lte=at or timezone.now())


class LinkableQuerySet(models.QuerySet):
    def published(self, at: datetime | None = None):
        """Those that something published links to."""
        return self.filter(self.model.linked_by_something_public(at))


class PublicWhenLinked:
    """A noun that is public as soon as something published links to it."""

    # The nouns of the headings that lead to it; its own model name if none are given.
    heading_nouns: tuple[str, ...] = ()

    @classmethod
    def linked_by_something_public(cls, at: datetime | None = None) -> Q:
        """The condition that a line of some public index leads to the row."""
        found = Q(pk__in=())
        for table in Listing.__subclasses__():
            lines = table.objects.filter(table.counts(at), public(at, f"{table.record_name}__"))
            for noun in cls.heading_nouns or (cls._meta.model_name,):
                heading = Concat(Value(f"{noun}:"), _as_text(OuterRef("pk")))
                found |= Q(Exists(lines.filter(heading=heading)))
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
        self.derive_keys()
        super().save(**with_derived(options, "sort_key", "name_key"))

    def derive_keys(self) -> None:
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
        return permalink(self, self.display_name)

    def get_absolute_url(self) -> str:
        noun = self._meta.model_name
        return reverse(f"{noun}_detail", kwargs={"permalink": self.permalink})


def permalink(record: models.Model, title: str) -> str:
    """`<id>-<slug>`; the noun stands in where no letter of the title can be spelled in ASCII."""
    return f"{record.pk}-{address_words(title) or record._meta.model_name}"


def with_derived(options: dict, *names: str) -> dict:
    """The options of `save()`, so that a partial save also writes these derived fields."""
    if options.get("update_fields") is None:
        return options
    return options | {"update_fields": {*options["update_fields"], *names}}


def _as_text(expression):
    return Cast(expression, models.CharField(max_length=20))
