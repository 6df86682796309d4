from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Prefetch, Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from events.models.fields import ChoiceField, LineField
from events.models.linkable import Linkable, LinkableQuerySet

_AROUND = ("", "parent__", "parent__parent__", "parent__parent__parent__")
OF_LOCATION = (
    *("latitude", "longitude", "point_precision", "wikidata", "geonames"),
    *(
        f"{around}{name}"
        for around in _AROUND
        for name in ("name", "kind", "country_code", "time_zone", "parent")
    ),
)


class PlaceQuerySet(LinkableQuerySet):
    def inside(self, place: "Place"):
        """The place and everything in it; the tree is at most four kinds deep."""
        return self.filter(
            Q(pk=place.pk)
            | Q(parent=place)
            | Q(parent__parent=place)
            | Q(parent__parent__parent=place)
        )

    def with_lineage(self):
        return self.select_related("parent__parent__parent")

    def as_locations(self):
        """With what lies around them, and no more of each than pages of other records show."""
        return self.with_lineage().only(*OF_LOCATION)


class Place(Linkable):
    """A country, region, city or venue, inside its parent."""

    class Kind(models.TextChoices):
        COUNTRY = "country", _("country")
        REGION = "region", _("region")
        CITY = "city", _("city")
        VENUE = "venue", _("venue")

    class Precision(models.TextChoices):
        VENUE = "venue", _("the venue itself")
        CITY = "city", _("the city")
        REGION = "region", _("the region")

    # A place public through an occasion that began there, and one that events or reports are at.
    heading_nouns = ("place", "origin")
    of_link = ("name", "kind")

    name = LineField(verbose_name=_("name"), max_length=200)
    kind = ChoiceField(verbose_name=_("kind"), max_length=10, choices=Kind.choices)
    parent = models.ForeignKey(
        "self",
        verbose_name=_("inside"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        help_text=_("The next larger place: the city of a venue, the country of a city."),
    )
    country_code = models.CharField(
        verbose_name=_("country code"),
        max_length=2,
        blank=True,
        help_text=_("For a country: two letters of ISO 3166-1, such as BE."),
    )
    latitude = models.FloatField(verbose_name=_("latitude"), null=True, blank=True)
    longitude = models.FloatField(verbose_name=_("longitude"), null=True, blank=True)
    point_precision = ChoiceField(
        verbose_name=_("the point marks"),
        max_length=10,
        choices=Precision.choices,
        blank=True,
        help_text=_("A venue of unknown address may carry its city's point."),
    )
    time_zone = models.CharField(
        verbose_name=_("time zone"),
        max_length=60,
        blank=True,
        help_text=_("An IANA name such as Europe/Brussels. Empty: that of the larger place."),
    )
    geonames = models.PositiveBigIntegerField(verbose_name=_("GeoNames"), null=True, blank=True)

    objects = PlaceQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("place")
        verbose_name_plural = _("places")
        ordering = ["sort_key", "pk"]
        constraints = [
            models.CheckConstraint(
                name="place_not_inside_itself",
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")),
            ),
            models.CheckConstraint(
                name="country_inside_nothing",
                condition=~Q(kind="country") | Q(parent__isnull=True),
            ),
            models.CheckConstraint(
                name="point_whole_and_on_earth",
                # "Not null" is said aloud: to a database a comparison with null fails no check.
                condition=Q(latitude__isnull=True, longitude__isnull=True, point_precision="")
                | Q(latitude__isnull=False, longitude__isnull=False)
                & Q(latitude__range=(-90, 90), longitude__range=(-180, 180))
                & ~Q(point_precision=""),
            ),
        ]

    def clean(self):
        self.country_code = self.country_code.upper()
        errors = {}
        if problem := self._problem_with_parent():
            errors["parent"] = problem
        if self.time_zone and not _is_time_zone(self.time_zone):
            errors["time_zone"] = _("Not an IANA time zone. An example: Europe/Brussels.")
        if self.country_code and not (
            self.kind == self.Kind.COUNTRY
            and len(self.country_code) == 2
            and self.country_code.isascii()
            and self.country_code.isalpha()
        ):
            errors["country_code"] = _("Two letters of ISO 3166-1, and for countries only.")
        if (self.latitude is None) != (self.longitude is None):
            errors["longitude"] = _("Give both latitude and longitude, or neither.")
        elif self.latitude is None:
            self.point_precision = ""
        elif not (-90 <= self.latitude <= 90 and -180 <= self.longitude <= 180):
            errors["latitude"] = _("Latitude is -90 to 90 and longitude -180 to 180 degrees.")
        elif not self.point_precision:
            errors["point_precision"] = _("Say what the point marks.")
        if errors:
            raise ValidationError(errors)

    def _problem_with_parent(self):
        """Kinds must shrink from parent to child, which also keeps every circle out of the tree."""
        if not self.parent:
            return None
        rank = self.Kind.values.index
        if self.parent == self or self.pk in [place.pk for place in self.parent.lineage]:
            return _("A place cannot be inside itself.")
        if self.kind in self.Kind.values and rank(self.parent.kind) >= rank(self.kind):
            return _("A %(kind)s can only be inside a larger kind of place.") % {
                "kind": self.get_kind_display()
            }
        if self.pk and any(rank(c.kind) <= rank(self.kind) for c in self.children.all()):
            return _("A place inside this one is of the same or a larger kind.")
        return None

    @property
    def lineage(self) -> list["Place"]:
        """The place, its parent, and so on up to the country."""
        place, chain = self, []
        while place is not None and place not in chain:
            chain.append(place)
            place = place.parent
        return chain

    @property
    def full_name(self) -> str:
        """With the places around it: "Azerbaijani House, Brussels, Belgium"."""
        return ", ".join(place.name for place in self.lineage)

    @property
    def zone(self) -> ZoneInfo | None:
        """The time zone kept here, from the nearest place that states one."""
        name = next((place.time_zone for place in self.lineage if place.time_zone), None)
        return ZoneInfo(name) if name else None

    @property
    def country(self) -> "Place | None":
        """The country the place is in, where the archive states one."""
        root = self.lineage[-1]
        return root if root.kind == self.Kind.COUNTRY else None


def locations(name: str = "place") -> Prefetch:
    """The places of records, read apart: there are fewer of them, each with those around it."""
    return Prefetch(name, Place.objects.as_locations())


def _is_time_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True
