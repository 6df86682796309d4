"""Records for tests: plain functions, each with just enough to be true."""

from datetime import date
from itertools import count

from django.contrib.auth.models import Group, User

from events.actions.publication import publish_event
from events.models import Event, Occasion, Organization, Person, Place, Topic, Work
from reports.actions.publication import publish_report
from reports.models import Report, Source

_number = count(1)


def make_place(name="", kind="city", **fields) -> Place:
    return Place.objects.create(name=name or f"Place {next(_number)}", kind=kind, **fields)


def make_brussels(venue="Azerbaijani House") -> Place:
    """A venue in its city in its country."""
    belgium = make_place("Belgium", "country", country_code="BE", time_zone="Europe/Brussels")
    return make_place(venue, "venue", parent=make_place("Brussels", "city", parent=belgium))


def make_person(name="", **fields) -> Person:
    return Person.objects.create(name=name or f"Person {next(_number)}", **fields)


def make_organization(name="", **fields) -> Organization:
    return Organization.objects.create(name=name or f"Organization {next(_number)}", **fields)


def make_occasion(name="", **fields) -> Occasion:
    return Occasion.objects.create(name=name or f"Occasion {next(_number)}", **fields)


def make_work(title="", **fields) -> Work:
    return Work.objects.create(title=title or f"Work {next(_number)}", **fields)


def make_topic(name="") -> Topic:
    return Topic.objects.create(name=name or f"Topic {next(_number)}")


def make_source(name="", **fields) -> Source:
    return Source.objects.create(name=name or f"Source {next(_number)}", **fields)


def make_event(title="", *, published=True, topics=(), **fields) -> Event:
    """An event on 23 February 2026, published unless said otherwise."""
    fields.setdefault("start_date", date(2026, 2, 23))
    if "place" not in fields:
        fields["place"] = make_place()
    event = Event.objects.create(title=title or f"Event {next(_number)}", **fields)
    event.topics.set(topics)
    return publish_event(event) if published else event


def make_report(headline="", *, published=True, events=(), topics=(), **fields) -> Report:
    """A report of 23 February 2026, published unless said otherwise."""
    fields.setdefault("published_on", date(2026, 2, 23))
    if "source" not in fields:
        fields["source"] = make_source()
    if "dateline_place" not in fields and not events:
        fields["dateline_place"] = make_place()
    report = Report.objects.create(headline=headline or f"Report {next(_number)}", **fields)
    report.events.set(events)
    report.topics.set(topics)
    return publish_report(report) if published else report


def make_staff(group="Editor", username="") -> User:
    """A member of staff in one of the groups that `migrate` makes."""
    user = User.objects.create_user(
        username or f"{group.lower()}-{next(_number)}", password="correct horse", is_staff=True
    )
    user.groups.add(Group.objects.get(name=group))
    return user
