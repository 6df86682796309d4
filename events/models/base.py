"""Publishable records and the one public gate."""

from datetime import datetime
from functools import cache

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import get_script_prefix, reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events.models.fields import ChoiceField, LineField, reference_field
from events.names import address_words


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

    def complete(self, records: list) -> list:
        """Loaded records with what only some of them need; `in_order` asks for it."""
        return records

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

    status = ChoiceField(
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
        self.derive()
        super().save(**with_derived(options, "public_since"))

    def derive(self) -> None:
        """Fill what follows from other fields; rows written in bulk need it too."""
        now = timezone.now()
        still_to_come = self.public_since is None or self.public_since > now
        if self.status == self.Status.PUBLISHED and still_to_come:
            self.public_since = max(now, self.visible_from or now)

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


def permalink(noun: str, pk: int, title: str) -> str:
    """`<id>-<slug>`; the noun stands in where no letter of the title can be spelled in ASCII."""
    return f"{pk}-{address_words(title) or noun}"


def page_address(noun: str, pk: int, title: str) -> str:
    """The address of a record's page, also of one that is not loaded."""
    before, after = _around_permalink(noun, get_script_prefix())
    return f"{before}{permalink(noun, pk, title)}{after}"


@cache
def _around_permalink(noun: str, _prefix: str) -> list[str]:
    # Asked of the URL conf once: a list shows a hundred addresses, and each would take 40 µs.
    return reverse(f"{noun}_detail", kwargs={"permalink": "0"}).rsplit("0", 1)


def with_derived(options: dict, *names: str) -> dict:
    """The options of `save()`, so that a partial save also writes these derived fields."""
    if options.get("update_fields") is None:
        return options
    return options | {"update_fields": {*options["update_fields"], *names}}
