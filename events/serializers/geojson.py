"""Plain data on the map: GeoJSON (RFC 7946)."""

from collections.abc import Iterable

from events.serializers.noun import Plain


def features(records: Iterable[Plain]) -> list[Plain]:
    """A feature for each record; where no point is known, its geometry is null."""
    return [_feature(record) for record in records]


def _feature(record: Plain) -> Plain:
    # A place stands at its own point, all else at that of its place.
    place = record if "latitude" in record else record.get("place")
    return {
        "type": "Feature",
        "id": record["address"],
        "geometry": _point(place),
        "properties": record,
    }


def _point(place: Plain | None) -> Plain | None:
    if not place or place["latitude"] is None:
        return None
    # Longitude first: RFC 7946, 3.1.1.
    return {"type": "Point", "coordinates": [place["longitude"], place["latitude"]]}
