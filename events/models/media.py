import secrets
from datetime import datetime
from pathlib import PurePath

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Exists, OuterRef, Prefetch, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from events.dates import DatePrecision, PartialDate
from events.models.base import public
from events.models.fields import ChoiceField, LineField, ProseField, reference_field

_SHARE = [MinValueValidator(0), MaxValueValidator(1)]


def unguessable_name(item: models.Model, filename: str) -> str:
    """A storage path that tells nothing of the record and cannot be guessed from another."""
    return f"{secrets.token_urlsafe(24)}{PurePath(filename).suffix.lower()[:6]}"


class MediaItemQuerySet(models.QuerySet):
    def published(self, at: datetime | None = None):
        """Those that a published event or report uses."""
        used = Q(pk__in=())
        for table in MediaUse.__subclasses__():
            gate = public(at, f"{table.record_name}__")
            used |= Q(Exists(table.objects.filter(gate, item=OuterRef("pk"))))
        return self.filter(used)


class MediaItem(models.Model):
    """One photo, video, audio or document: a file of ours, or an address elsewhere."""

    class Kind(models.TextChoices):
        PHOTO = "photo", _("photo or picture")
        VIDEO = "video", _("video")
        AUDIO = "audio", _("audio")
        DOCUMENT = "document", _("document")

    kind = ChoiceField(
        verbose_name=_("kind"), max_length=10, choices=Kind.choices, default=Kind.PHOTO
    )
    title = LineField(
        verbose_name=_("title"),
        max_length=300,
        blank=True,
        help_text=_("For the staff to find it again; captions belong to each use."),
    )
    file = models.FileField(
        verbose_name=_("file"), upload_to=unguessable_name, max_length=200, blank=True
    )
    address = models.URLField(
        verbose_name=_("address elsewhere"),
        max_length=500,
        blank=True,
        help_text=_("Instead of a file: the page of a video or recording."),
    )
    creator = LineField(verbose_name=_("creator"), max_length=200, blank=True)
    credit = LineField(
        verbose_name=_("credit"),
        max_length=300,
        blank=True,
        help_text=_("The line shown with it: Photo: A. Name / Agency."),
    )
    licence = LineField(
        verbose_name=_("licence"),
        max_length=100,
        blank=True,
        help_text=_("CC BY 4.0, for example."),
    )
    licence_url = models.URLField(verbose_name=_("licence address"), max_length=500, blank=True)
    taken_on = models.DateField(verbose_name=_("taken on"), null=True, blank=True)
    taken_precision = ChoiceField(
        verbose_name=_("known to"),
        max_length=10,
        choices=DatePrecision.choices,
        default=DatePrecision.DAY,
    )
    focal_x = models.FloatField(
        verbose_name=_("focal point, from the left"),
        default=0.5,
        validators=_SHARE,
        help_text=_("0 is the left edge, 1 the right; crops keep this point."),
    )
    focal_y = models.FloatField(
        verbose_name=_("focal point, from the top"), default=0.5, validators=_SHARE
    )
    # Read from the file when it is taken in.
    width = models.PositiveIntegerField(null=True, blank=True, editable=False)
    height = models.PositiveIntegerField(null=True, blank=True, editable=False)
    note = ProseField(verbose_name=_("note for the staff"), blank=True)
    ref = reference_field()
    created_at = models.DateTimeField(verbose_name=_("entered"), auto_now_add=True)

    objects = MediaItemQuerySet.as_manager()

    class Meta:
        verbose_name = _("media item")
        verbose_name_plural = _("media")
        ordering = ["-pk"]
        indexes = [models.Index(fields=["file"], name="media_item_by_file")]
        constraints = [
            models.CheckConstraint(
                name="media_is_file_or_address",
                condition=~Q(file="", address="") & (Q(file="") | Q(address="")),
            ),
            models.CheckConstraint(
                name="focal_point_inside",
                condition=Q(focal_x__range=(0, 1), focal_y__range=(0, 1)),
            ),
        ]

    def __str__(self) -> str:
        return self.title or self.credit or f"{self.get_kind_display()} {self.pk}"

    def clean(self):
        if bool(self.file) == bool(self.address):
            raise ValidationError(_("Give either a file or an address elsewhere."))

    @property
    def taken(self) -> PartialDate | None:
        return self.taken_on and PartialDate(self.taken_on, self.taken_precision)

    @property
    def is_picture(self) -> bool:
        return self.kind == self.Kind.PHOTO and bool(self.file)


class Rendition(models.Model):
    """A picture at one width and in one format, made from a media item's file."""

    item = models.ForeignKey(MediaItem, on_delete=models.CASCADE, related_name="renditions")
    # Readable key: format and width, or a crop and its focal point: "webp-640",
    # "fill-1200x630-050050".
    spec = models.CharField(max_length=20)
    file = models.FileField(upload_to=unguessable_name, max_length=200)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()

    class Meta:
        ordering = ["item", "width", "spec"]
        constraints = [
            models.UniqueConstraint(name="rendition_once", fields=["item", "spec"]),
        ]
        indexes = [models.Index(fields=["file"], name="rendition_by_file")]

    def __str__(self) -> str:
        return self.spec

    @property
    def url(self) -> str:
        return reverse("media_file", kwargs={"name": self.file.name})


class MediaUseQuerySet(models.QuerySet):
    def with_renditions(self):
        """Loaded with the item and the sizes there are of it."""
        # In an order of its own: by item, the table of items would be joined for it.
        sizes = Rendition.objects.order_by("width", "spec")
        return self.select_related("item").prefetch_related(Prefetch("item__renditions", sizes))


class MediaUse(models.Model):
    """A media item on an event or report, with the words that belong to it there."""

    item = models.ForeignKey(
        MediaItem,
        verbose_name=_("media item"),
        on_delete=models.PROTECT,
        related_name="%(class)s_set",
    )
    caption = LineField(
        verbose_name=_("caption"),
        max_length=500,
        blank=True,
        help_text=_("What the picture shows, and that it is an illustration if it is one."),
    )
    alt = LineField(
        verbose_name=_("alternative text"),
        max_length=300,
        blank=True,
        help_text=_("For those who cannot see it: what is to be seen."),
    )
    order = models.PositiveSmallIntegerField(verbose_name=_("order"), default=0)

    objects = MediaUseQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.caption or str(self.item)


class EventMedia(MediaUse):
    """A media item on an event."""

    record_name = "event"

    event = models.ForeignKey("events.Event", on_delete=models.CASCADE, related_name="media")

    class Meta(MediaUse.Meta):
        verbose_name = _("photo or other media")
        verbose_name_plural = _("media")
        constraints = [
            models.UniqueConstraint(name="event_media_once", fields=["event", "item"]),
        ]
