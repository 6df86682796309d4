"""Where it was, on file: the venue in its town in its country."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db import connection

from events.models import KnownName, Place
from events.names import name_key
from reports.intake.matching.candidate import in_sql
from reports.intake.matching.likeness import SAME_BY_ALIAS, Asked, Heard
from reports.intake.matching.on_file import Found, Row, likest
from reports.intake.plan import PlannedPlace

Kind = Place.Kind
LEVELS = ("country", "city", "venue")  # as a plan calls them, the largest first
# The kinds of places that may stand under each of these names, the usual one first.
_KINDS = {
    "country": (Kind.COUNTRY, Kind.REGION),
    "city": (Kind.CITY, Kind.REGION),
    "venue": (Kind.VENUE,),
}
_MOST = 40  # namesakes of one name that are looked at
_MOST_VENUES = 500  # of one town


@dataclass(frozen=True)
class Standing:
    """The places of a plan that are on file; None for those that are not, or not named."""

    country: Place | None = None
    city: Place | None = None
    venue: Place | None = None
    named: Place | None = None  # the smallest that is named
    others: tuple[tuple[Found, Place], ...] = ()  # all that the smallest may mean

    @property
    def smallest(self) -> Place | None:
        """The smallest that is on file."""
        return self.venue or self.city or self.country


def asked_places(place: PlannedPlace) -> Iterator[Asked]:
    """The names by which the places of a plan are looked up, but for a venue in a town.

    Every town has its Town Hall: of those only what is in the town is looked at.
    """
    for level in LEVELS:
        if level != "venue" or not place.city:
            yield _asked(level, getattr(place, level))


def _asked(level: str, name: str, *, is_main: bool = True) -> Asked:
    return Asked(_link_of(level), "place", name, name_key(name), is_main)


def _link_of(level: str) -> str:
    return f"place:{level}"


def standing(place: PlannedPlace, found: dict[str, list[Found]]) -> Standing:
    """The places of a plan as they stand on file, each within the next larger one."""
    here: dict[str, Place | None] = {}
    named, others = None, []
    records = _load(name.record for names in found.values() for name in _places(names))
    for level in LEVELS:
        if not getattr(place, level):
            continue
        names = found.get(_link_of(level), [])[:_MOST]
        if level == "venue" and (town := here.get("city")):
            names = _venues_in(town, place)
            records = _load(name.record for name in names[:_MOST])
        others = [
            (name, records[name.record])
            for name in names
            if name.record in records and _fits(place, level, records[name.record], here)
        ]
        same = {record for name, record in others if name.score >= SAME_BY_ALIAS}
        here[level] = named = _one_of(same, level, place)
    return Standing(**here, named=named, others=tuple(others))


def _places(names: list[Found]) -> list[Found]:
    return names[:_MOST] if names and names[0].noun == "place" else []


def _load(pks: Iterable[int]) -> dict[int, Place]:
    """Places with those around them."""
    wanted = sorted(set(pks))
    records = in_sql(Place, _WITH_LINEAGE, wanted) if wanted else {}
    for place in records.values():
        place.parent = records.get(place.parent_id)
    return records


_WITH_LINEAGE = """
    WITH RECURSIVE around AS (
        SELECT * FROM events_place WHERE id IN ({})
        UNION SELECT p.* FROM events_place p JOIN around ON p.id = around.parent_id
    )
    SELECT * FROM around
"""


def _venues_in(town: Place, place: PlannedPlace) -> list[Found]:
    """The venues of a town whose names are like the one named."""
    names = [_asked("venue", place.venue)]
    # "City Hall" may be on file as "Leuven City Hall", "City Hall of Leuven" …
    names += [
        _asked("venue", f"{place.venue} {joint} {place.city}", is_main=False)
        for joint in ("", "in", "of")
    ]
    heard = [Heard.of(name) for name in names]
    with connection.cursor() as cursor:
        cursor.execute(_VENUES, [town.pk, _MOST_VENUES])
        rows = [Row._make(row) for row in cursor.fetchall()]
    return likest((one, row) for row in rows for one in heard).get(_link_of("venue"), [])


# A cross join, so that SQLite begins with the town.
_VENUES = f"""
    SELECT noun, record, k.name, key, ''
    FROM {Place._meta.db_table} p CROSS JOIN {KnownName._meta.db_table} k
    WHERE p.parent_id = %s AND k.noun = 'place' AND k.record = p.id AND k.is_whole
    ORDER BY k.id LIMIT %s
"""  # noqa: S608 -- tables of our own


def _one_of(same: set[Place], level: str, place: PlannedPlace) -> Place | None:
    """The only one: first of the kind that usually goes by the name, then by its number."""
    for kind in _KINDS[level]:
        of_kind = {each for each in same if each.kind == kind}
        if level == "city" and len(of_kind) > 1:
            of_kind = {each for each in of_kind if each.geonames == place.geonames} or of_kind
        if of_kind:
            return of_kind.pop() if len(of_kind) == 1 else None
    return None


def _fits(place: PlannedPlace, level: str, record: Place, larger: dict[str, Place | None]) -> bool:
    """Whether a record can be the place named: of its kind, and inside the larger ones named."""
    if record.kind not in _KINDS[level]:
        return False
    if level == "country":
        codes = {place.country_code, record.country_code} - {""}
        return len(codes) < 2
    around = record.lineage[1:]
    return all(_lies_in(around, place, name, outer) for name, outer in larger.items())


def _lies_in(around: list[Place], place: PlannedPlace, level: str, outer: Place | None) -> bool:
    """Whether the places around a record agree with one that is named; silence agrees."""
    of_kind = [each for each in around if each.kind in _KINDS[level]]
    if not of_kind or outer in around:
        return True
    # What is not on file under its name may be so under its code.
    codes = {each.country_code for each in of_kind} - {""}
    return outer is None and level == "country" and place.country_code in codes
