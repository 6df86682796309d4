"""Events as a calendar file: iCalendar (RFC 5545), with the calendar's own name (RFC 7986).

Lines are put together here, because the library writes the events of one page in 80 ms; it makes
the time zones, and reads every kind of file in the tests.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from functools import lru_cache

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from icalendar import Timezone

from events.dates import PartialDate
from events.models import Event, Involvement, Participation, ProgrammeItem
from events.serializers.noun import Plain, Site
from events.serializers.place import full_name

_STATUS = {
    Event.WorldStatus.CANCELLED: "CANCELLED",
    Event.WorldStatus.POSTPONED: "TENTATIVE",
}
_LONG_LINE = re.compile(rb"(?m)^[^\r\n]{76,}")
# At most 75 octets a line (3.1), not cut within a character; what follows is led by a space.
_PART = re.compile(rb".{1,74}(?![\x80-\xbf])")


def calendar(events: Sequence[Plain], site: Site, *, title: str, address: str) -> bytes:
    """A calendar of these events; each is the same entry in whatever calendar it stands."""
    words = _Words()
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Dateline//Dateline//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"NAME:{_text(title)}",
        f"X-WR-CALNAME:{_text(title)}",
        f"URL:{address}",
        "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
        "X-PUBLISHED-TTL:PT6H",
        *_time_zones(events),
        *(line for event in events for line in _event(event, site, words)),
        "END:VCALENDAR",
        "",
    ]
    return _LONG_LINE.sub(_fold, "\r\n".join(lines).encode())


def _fold(line: re.Match[bytes]) -> bytes:
    return b"\r\n ".join(_PART.findall(line[0]))


def _text(text: str) -> str:
    """A value of type TEXT (3.3.11)."""
    text = text.replace("\\", "\\\\").replace(";", r"\;").replace(",", r"\,")
    return text.replace("\r", "").replace("\n", r"\n")


def _event(event: Plain, site: Site, words: "_Words") -> Iterator[str]:
    published, modified = event["published"], event["modified"]
    edited = datetime.fromisoformat(modified) - datetime.fromisoformat(published)
    yield "BEGIN:VEVENT"
    yield f"UID:event-{event['id']}@{site.host}"
    # Seconds of editing since the public first saw it: grows with every change.
    yield f"SEQUENCE:{max(0, int(edited.total_seconds()))}"
    yield f"DTSTAMP:{_moment(modified)}"
    yield f"LAST-MODIFIED:{_moment(modified)}"
    yield f"CREATED:{_moment(published)}"
    yield from _when(event)
    yield f"SUMMARY:{_text(_summary(event))}"
    yield f"STATUS:{_STATUS.get(event['status'], 'CONFIRMED')}"
    yield f"CATEGORIES:{_text(words.kinds[event['kind']])}"
    if place := event["place"]:
        yield f"LOCATION:{_text(full_name(place))}"
        if place["latitude"] is not None:
            yield f"GEO:{place['latitude']:.6f};{place['longitude']:.6f}"
    yield f"URL:{event['address']}"
    if description := "\n".join(_description(event, words)):
        yield f"DESCRIPTION:{_text(description)}"
    yield "END:VEVENT"


def _moment(utc: str) -> str:
    """ "2026-02-23T18:00:00Z" in the basic form."""
    return utc.replace("-", "").replace(":", "")


# --- When: no more exactly than is known ----------------------------------------------------------


def _when(event: Plain) -> Iterator[str]:
    """At an hour where day, hour and time zone are known; else whole days, which keep nobody busy.

    Of an event known to the month the days are the month: it was on some of them.
    """
    if _has_hour(event):
        zone = event["place"]["time_zone"]
        yield f"DTSTART;TZID={zone}:{_local(event['date']['start'], event['start_time'])}"
        if end := _end(event):
            yield f"DTEND;TZID={zone}:{end}"
        return
    first, last = _days(event)
    yield f"DTSTART;VALUE=DATE:{_day(first)}"
    if last < date.max:
        # The day after the last (3.6.1).
        yield f"DTEND;VALUE=DATE:{_day(last + timedelta(days=1))}"
    yield "TRANSP:TRANSPARENT"


def _has_hour(event: Plain) -> bool:
    place = event["place"]
    return bool(event["start_time"] and place and place["time_zone"])


def _days(event: Plain) -> tuple[date, date]:
    start, end = event["date"]["start"], event["date"]["end"]
    return PartialDate.parse(start).first, PartialDate.parse(end or start).last


def _end(event: Plain) -> str:
    """When it ended; of several days without an hour, with the end of the last."""
    first, last = _days(event)
    if event["end_time"]:
        return _local(last.isoformat(), event["end_time"])
    if last > first:
        return f"{_day(last + timedelta(days=1))}T000000"
    return ""


def _day(day: date) -> str:
    return day.isoformat().replace("-", "")


def _local(day: str, time: str) -> str:
    return f"{day.replace('-', '')}T{time.replace(':', '')}00"


def _time_zones(events: Iterable[Plain]) -> Iterator[str]:
    """The rules of each zone used, for the decades in question."""
    decades: dict[str, set[int]] = {}
    for event in filter(_has_hour, events):
        zone = event["place"]["time_zone"]
        decades.setdefault(zone, set()).add(int(event["date"]["start"][:3]))
    for zone, used in sorted(decades.items()):
        yield _time_zone(zone, min(used) * 10, max(used) * 10 + 11)


@lru_cache(maxsize=256)
def _time_zone(name: str, first_year: int, last_year: int) -> str:
    zone = Timezone.from_tzid(
        name,
        first_date=date(max(first_year, 1), 1, 1),
        last_date=date(min(last_year, date.max.year), 1, 1),
    )
    return zone.to_ical().decode().strip()


# --- In words -------------------------------------------------------------------------------------


class _Words:
    """Kinds and roles in the language of the day, looked up once for a whole calendar."""

    def __init__(self):
        self.kinds = _labels(Event.Kind)
        self.organizations = _labels(Involvement.Role)
        self.people = _labels(Participation.Role)
        self.items = _labels(ProgrammeItem.Kind)


def _labels(choices: type[TextChoices]) -> dict[str, str]:
    return {value: str(label) for value, label in choices.choices}


def _summary(event: Plain) -> str:
    """The title; where the days above are not those of the event, what is known of them."""
    if event["date"]["precision"] == Event.Precision.DAY:
        return event["title"]
    return f"{event['title']} ({event['date']['words']})"


def _description(event: Plain, words: _Words) -> Iterator[str]:
    if note := _note_on_date(event):
        yield note
    if event["start_time"] and not _has_hour(event):
        yield _("Begins at %(time)s, local time.") % {"time": event["start_time"]}
    if event["status"] in (Event.WorldStatus.POSTPONED, Event.WorldStatus.RESCHEDULED):
        yield f"{Event.WorldStatus(event['status']).label}.".capitalize()
    if event["summary"]:
        yield event["summary"]
    for part in event["organizations"]:
        yield f"{words.organizations[part['role']].capitalize()}: {part['name']}"
    for person in event["people"]:
        said = (person["name"], words.people[person["role"]], person["capacity"])
        yield ", ".join(filter(None, said))
    for number, item in enumerate(event["programme"], 1):
        yield f"{number}. {_item(item, words)}"


def _note_on_date(event: Plain) -> str:
    """What the days of the entry do not say: how much is known of them."""
    when = {"when": event["date"]["words"]}
    match event["date"]["precision"]:
        case Event.Precision.REPORTED:
            return _("No report states the day itself; the day it was first reported stands in.")
        case Event.Precision.MONTH:
            return _("The day is not known, only the month: %(when)s.") % when
        case Event.Precision.YEAR:
            return _("The day is not known, only the year: %(when)s.") % when
    return ""


def _item(item: Plain, words: _Words) -> str:
    """One part of the programme: "18:30 Documentary film: “13”, Emin Aliyev"."""
    works = ", ".join(f"“{title}”" for title in item["works"])
    title = item["title"] or words.items[item["kind"]].capitalize()
    title = ": ".join(filter(None, (title, works)))
    said = ", ".join([" ".join(filter(None, (item["time"], title))), *item["people"]])
    return said if item["took_place"] else f"{said} ({_('did not take place')})"
