"""Places as plain data, each with those around it."""

from collections.abc import Iterable

from events.models import Place
from events.models.base import page_address
from events.serializers.noun import Plain, Site

_FIELDS = (
    "pk", "name", "kind", "country_code", "time_zone",
    "latitude", "longitude", "point_precision",
)  # fmt: skip
_AROUND = ("", "parent__", "parent__parent__", "parent__parent__parent__")


def places_as_plain(pks: Iterable[int | None], site: Site) -> dict[int, Plain]:
    """The places with these ids; a hundred events are at fewer places, so they are read apart."""
    wanted = {pk for pk in pks if pk}
    columns = [f"{around}{name}" for around in _AROUND for name in _FIELDS]
    rows = Place.objects.filter(pk__in=wanted).values_list(*columns) if wanted else ()
    return {row[0]: _place(row, site) for row in rows}


def _place(row: tuple, site: Site) -> Plain:
    size = len(_FIELDS)
    lineage = [
        dict(zip(_FIELDS, row[start : start + size], strict=True))
        for start in range(0, len(row), size)
        if row[start]
    ]
    here = lineage[0]
    return {
        **_named(here, site),
        "country": next((each["country_code"] for each in lineage if each["country_code"]), ""),
        "time_zone": next((each["time_zone"] for each in lineage if each["time_zone"]), ""),
        "latitude": here["latitude"],
        "longitude": here["longitude"],
        "point_precision": here["point_precision"],
        "within": [_named(each, site) for each in lineage[1:]],
    }


def _named(row: Plain, site: Site) -> Plain:
    return {
        "id": row["pk"],
        "name": row["name"],
        "kind": row["kind"],
        "address": site.address + page_address("place", row["pk"], row["name"]),
    }


def full_name(place: Plain | None) -> str:
    """With the places around it: "Azerbaijani House, Brussels, Belgium"."""
    return ", ".join(each["name"] for each in (place, *place["within"])) if place else ""
