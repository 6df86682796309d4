"""The place of an event: what is on file of it, and what has to be made, the largest first."""

from collections.abc import Callable
from functools import cache
from importlib.resources import files

from django.core.exceptions import ValidationError

from events.models import Place
from reports.intake.matching.places import LEVELS, Standing
from reports.intake.plan import PlannedPlace

Kind = Place.Kind


def place_of(planned: PlannedPlace, here: Standing, save: Callable[[Place], Place]) -> Place | None:
    """The smallest place that is named, made where it is not on file."""
    place: Place | None = None
    for level in LEVELS:
        if not getattr(planned, level):
            continue
        on_file = getattr(here, level)
        try:
            place = on_file or save(_NEW[level](planned, place))
        except ValidationError as refusal:
            raise ValidationError({level: refusal.messages}) from None
    return place


def _country(planned: PlannedPlace, _around: Place | None) -> Place:
    code = planned.country_code.upper()
    return Place(
        name=planned.country, kind=Kind.COUNTRY, country_code=code, time_zone=_only_zone(code)
    )


def _city(planned: PlannedPlace, around: Place | None) -> Place:
    point = {}
    if planned.lat is not None and planned.lon is not None:
        point = {"latitude": planned.lat, "longitude": planned.lon, "point_precision": Kind.CITY}
    return Place(
        name=planned.city, kind=Kind.CITY, parent=around, geonames=planned.geonames, **point
    )


def _venue(planned: PlannedPlace, around: Place | None) -> Place:
    # Without a point: nobody has told where in the town it is.
    return Place(name=planned.venue, kind=Kind.VENUE, parent=around)


_NEW = {"country": _country, "city": _city, "venue": _venue}


@cache
def _zones() -> dict[str, list[str]]:
    """The time zones of each country, as the time zone database lists them."""
    found: dict[str, list[str]] = {}
    table = files("tzdata.zoneinfo").joinpath("zone.tab").read_text(encoding="utf-8")
    for line in table.splitlines():
        if line and not line.startswith("#"):
            code, _point, zone, *_note = line.split("\t")
            found.setdefault(code, []).append(zone)
    return found


def _only_zone(code: str) -> str:
    """The time zone of a country that has only one."""
    zones = _zones().get(code, [])
    return zones[0] if len(zones) == 1 else ""
