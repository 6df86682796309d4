"""What a page is about, in the words of schema.org: plain data for JSON-LD.

Everything comes from records the page has loaded; nothing here asks the database. What is not known
is left out, never filled in. Decisions stand in docs/structured-data.md.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from events.media.renditions import renditions_in
from events.models import (
    Event,
    Involvement,
    MediaUse,
    Name,
    Occasion,
    Organization,
    Participation,
    Person,
    Place,
    ProgrammeItem,
    Topic,
    Work,
)
from events.serializers.vocabulary import (
    PARTS_OF_ORGANIZATIONS,
    PARTS_OF_PEOPLE,
    STATUSES,
    TYPES,
)

Node = dict[str, Any]


class Nodes:
    """Describes records; `root` is the scheme and host in front of every address."""

    types = TYPES

    def __init__(self, root: str):
        self.root = root

    def at(self, path: str) -> str:
        return f"{self.root}{path}"

    # --- References: type, permanent address and name ---------------------------------------

    def ref(self, record) -> Node:
        plain, exact = self.types[record._meta.model_name]
        return {
            "@type": exact.get(getattr(record, "kind", ""), plain),
            "@id": self.at(record.get_absolute_url()),
            "name": str(record),
        }

    def refs(self, records: Iterable) -> list[Node]:
        return [self.ref(record) for record in records]

    # --- Nouns ------------------------------------------------------------------------------

    def event(self, event: Event) -> Node:
        """A gathering with all who had a part in it."""
        sheet = event.sheet
        programme = sheet.programme
        works = {work.pk: work for item in programme for work in item.shown_works}
        parts = self._parts(event)
        occasion = [self.occasion_ref(event.occasion)] if event.occasion else []
        about = [*occasion, *parts.pop("about", ()), *self.refs(sheet.topics)]
        return self.event_ref(event) | known(
            url=self.at(event.get_absolute_url()),
            description=event.summary,
            endDate=_end_of(event),
            eventStatus=_status_of(event.status_in_world),
            location=event.place and self.location(event.place),
            about=about,
            workFeatured=[self.work_ref(work) for work in works.values()],
            subEvent=[self.part_of(event, item) for item in programme],
            image=self.images(event.media.all()),
            **parts,
        )

    def event_ref(self, event: Event) -> Node:
        return self.ref(event) | known(startDate=_start_of(event))

    def _parts(self, event: Event) -> dict[str, list[Node]]:
        """Organizations and people by the property that says what part they had."""
        parts = defaultdict(list)
        for involvement in event.sheet.involvements:
            name = PARTS_OF_ORGANIZATIONS.get(involvement.role, "contributor")
            parts[name].append(self._involvement(name, involvement))
        for participation in event.sheet.participations:
            name = PARTS_OF_PEOPLE.get(participation.role, "performer")
            parts[name].append(self._participation(name, participation))
        return dict(parts)

    def _involvement(self, name: str, involvement: Involvement) -> Node:
        organization = self.ref(involvement.organization)
        if involvement.role in (Involvement.Role.ORGANIZER, Involvement.Role.SUPPORTER):
            return organization
        return _role({name: organization}, involvement.get_role_display())

    def _participation(self, name: str, part: Participation) -> Node:
        """The person in that role; what they were then is said of the role, not of the person."""
        person = self.ref(part.person)
        if part.organization:
            capacity = _role({"affiliation": self.ref(part.organization)}, part.capacity)
            person["affiliation"] = capacity | {"@type": "OrganizationRole"}
        node = _role({name: person}, part.get_role_display(), part.capacity)
        if part.role == Participation.Role.PERFORMER:
            node["@type"] = "PerformanceRole"
        return node

    def part_of(self, event: Event, item: ProgrammeItem) -> Node:
        """One part of the programme, as an event inside the event."""
        of_one_day = event.date_precision == Event.Precision.DAY and not event.end_date
        known_time = item.time and event.start_date and of_one_day
        return {"@type": "Event", "name": str(item)} | known(
            startDate=known_time and _moment(event, item.time),
            description=item.note,
            eventStatus=_url("EventCancelled") if item.is_cancelled else None,
            performer=self.refs(item.shown_people),
            workFeatured=self.refs(item.shown_works),
        )

    def place(self, place: Place) -> Node:
        return self.location(place) | self._named(place)

    def location(self, place: Place) -> Node:
        """Where something is, with what lies around it."""
        return self.ref(place) | known(
            address=_address(place),
            geo=_point(place),
            sameAs=elsewhere(place),
            containedInPlace=self._around(place),
        )

    def _around(self, place: Place) -> Node | None:
        node = None
        for around in reversed(place.lineage[1:]):
            node = self.ref(around) | known(containedInPlace=node)
        return node

    def person(self, person: Person) -> Node:
        return self._named(person)

    def organization(
        self,
        organization: Organization,
        *,
        seat: Place | None = None,
        parent: Organization | None = None,
        children: Sequence[Organization] = (),
    ) -> Node:
        """An organization; whatever around it is not public must not be given."""
        return self._named(organization) | known(
            url=organization.website,
            location=seat and self.location(seat),
            parentOrganization=parent and self.ref(parent),
            subOrganization=self.refs(children),
        )

    def occasion(self, occasion: Occasion) -> Node:
        """What is commemorated, with where and when it happened."""
        return (
            self._named(occasion)
            | self.occasion_ref(occasion)
            | known(location=occasion.place and self.location(occasion.place))
        )

    def occasion_ref(self, occasion: Occasion) -> Node:
        return self.ref(occasion) | known(startDate=occasion.original and str(occasion.original))

    def work(self, work: Work) -> Node:
        return self.work_ref(work) | self._named(work)

    def work_ref(self, work: Work) -> Node:
        return self.ref(work) | known(
            dateCreated=work.year and f"{work.year:04}",
            creator=self.refs(work.shown_creators),
            sameAs=elsewhere(work),
        )

    def topic(self, topic: Topic, *, events: Iterable[Event] = ()) -> Node:
        """The page of a subject heading, with the events under it."""
        page = self.collection(topic.get_absolute_url(), topic.name, events)
        return page | {"about": self.ref(topic)}

    def _named(self, record) -> Node:
        """With its other names, each in its language where that is known."""
        names = [_name(name) for name in record.names.all()]
        return self.ref(record) | known(alternateName=names, sameAs=elsewhere(record))

    # --- Pictures ---------------------------------------------------------------------------

    def images(self, uses: Iterable[MediaUse]) -> list[Node]:
        """The pictures in their largest public size, each with its credit and licence."""
        pictures = (use for use in uses if use.item.is_picture)
        return [image for use in pictures if (image := self._image(use))]

    def _image(self, use: MediaUse) -> Node | None:
        item = use.item
        sizes = renditions_in(item, "jpeg")
        if not sizes:
            return None
        return {"@type": "ImageObject", "contentUrl": self.at(sizes[-1].url)} | known(
            width=sizes[-1].width,
            height=sizes[-1].height,
            caption=use.caption,
            creditText=item.credit,
            creator=item.creator,
            license=item.licence_url or item.licence,
            dateCreated=item.taken and str(item.taken),
        )

    # --- Pages ------------------------------------------------------------------------------

    def website(self, name: str, description: str, *, search: str) -> Node:
        """The archive itself, and how to search it."""
        return {
            "@type": "WebSite",
            "@id": self.at("/"),
            "url": self.at("/"),
            "name": name,
            "description": description,
            "potentialAction": {
                "@type": "SearchAction",
                "target": {
                    "@type": "EntryPoint",
                    "urlTemplate": f"{self.at(search)}?q={{search_term_string}}",
                },
                "query-input": "required name=search_term_string",
            },
        }

    def collection(self, path: str, name: str, records: Iterable) -> Node:
        """A page that lists records in its order."""
        return {
            "@type": "CollectionPage",
            "@id": self.at(path),
            "name": name,
            "isPartOf": {"@id": self.at("/")},
            "mainEntity": {
                "@type": "ItemList",
                "itemListElement": [
                    {
                        "@type": "ListItem",
                        "position": position,
                        "url": self.at(record.get_absolute_url()),
                        "name": str(record),
                    }
                    for position, record in enumerate(records, start=1)
                ],
            },
        }

    def trail(self, links: Sequence[tuple[str, str]], here: str) -> Node:
        """The way to the page: (words, path), widest first, then the page itself."""
        steps = [{"name": str(words), "item": self.at(path)} for words, path in links]
        steps.append({"name": here})
        return {
            "@type": "BreadcrumbList",
            "itemListElement": [
                {"@type": "ListItem", "position": position, **step}
                for position, step in enumerate(steps, start=1)
            ],
        }


def known(**properties) -> Node:
    """The properties that have a value."""
    return {name: value for name, value in properties.items() if value not in (None, "", [], False)}


def _url(term: str) -> str:
    return f"https://schema.org/{term}"


def _status_of(status: str) -> str:
    return _url(STATUSES.get(status, "EventScheduled"))


def _role(filled: Node, *names: str) -> Node:
    """A schema.org Role: the property again inside it, and what it was called."""
    given = [str(name) for name in names if name]
    return {"@type": "Role"} | filled | known(roleName=given[0] if len(given) == 1 else given)


def _start_of(event: Event) -> str:
    """The start as exactly as it is known; a date that is only that of a report is none."""
    if event.date_precision == Event.Precision.REPORTED:
        return ""
    timed = event.start_date and event.start_time
    return _moment(event, event.start_time) if timed else event.date_iso


def _end_of(event: Event) -> str:
    if event.date_precision == Event.Precision.REPORTED:
        return ""
    last = event.end_date or (event.end_time and event.start_date)
    if not last:
        return ""
    if event.end_time:
        return _moment(event, event.end_time, last)
    return last.isoformat()[: len(event.date_iso)]


def _moment(event: Event, time, day=None) -> str:
    """A moment with the offset of its place; without one where no time zone is known."""
    zone = event.place and event.place.zone
    return datetime.combine(day or event.start_date, time, zone).isoformat(timespec="minutes")


def _address(place: Place) -> Node | None:
    """City, region and country, as far as the archive knows them."""
    around = {each.kind: each for each in reversed(place.lineage)}
    country = around.get(Place.Kind.COUNTRY)
    found = known(
        addressLocality=Place.Kind.CITY in around and around[Place.Kind.CITY].name,
        addressRegion=Place.Kind.REGION in around and around[Place.Kind.REGION].name,
        addressCountry=country and (country.country_code or country.name),
    )
    return {"@type": "PostalAddress"} | found if found else None


def _point(place: Place) -> Node | None:
    """The point, unless it is a larger place's that stands in."""
    sizes = Place.Kind.values
    marks = place.point_precision
    if not marks or sizes.index(marks) < sizes.index(place.kind):
        return None
    return {
        "@type": "GeoCoordinates",
        "latitude": place.latitude,
        "longitude": place.longitude,
    }


def elsewhere(record) -> list[str]:
    """The same thing in Wikidata and GeoNames."""
    geonames = getattr(record, "geonames", None)
    return [
        *([f"https://www.wikidata.org/entity/{record.wikidata}"] if record.wikidata else []),
        *([f"https://sws.geonames.org/{geonames}/"] if geonames else []),
    ]


def _name(name: Name) -> str | Node:
    return {"@value": name.text, "@language": name.language} if name.language else name.text
