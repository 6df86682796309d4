"""What else was held for the occasion of an event and at its place."""

from django.db.models.expressions import RawSQL

from events.models.event import Event

# In brackets of its own: SQLite lets no part of a union be ordered or limited.
_NEAREST = """
    SELECT event_id FROM (
        SELECT event_id FROM events_eventlisting
        WHERE heading = %%s AND counted AND event_id <> %%s AND date %(is_from)s %%s
        ORDER BY date %(order)s, event_id %(order)s LIMIT %(most)d
    ) AS nearest
"""
_NEWEST = _NEAREST % {"is_from": ">=", "order": "DESC", "most": 6}
_BEFORE = _NEAREST % {"is_from": "<=", "order": "DESC", "most": 3}
_AFTER = _NEAREST % {"is_from": ">", "order": "ASC", "most": 3}


def events_around(event: Event) -> dict[str, list[Event]]:
    """The newest of the same occasion, and those before and after it at the same place.

    Found in one question by the lines of the public index, which also tell what is public.
    """
    asked, day = [], event.start_date
    if day is None:
        return {}
    if event.occasion_id:
        asked.append((_NEWEST, f"occasion:{event.occasion_id}", "0001-01-01"))
    if event.place_id:
        here = f"at:{event.place_id}"
        asked += [(_BEFORE, here, day.isoformat()), (_AFTER, here, day.isoformat())]
    if not asked:
        return {}
    sql = " UNION ALL ".join(part for part, *_ in asked)
    params = [value for _, heading, date in asked for value in (heading, event.pk, date)]
    found = RawSQL(sql, params)  # noqa: S611 -- words of this file only
    entries = Event.objects.published().as_entries().filter(pk__in=found)
    newest = sorted(entries.order_by(), key=lambda each: (each.start_date, each.pk), reverse=True)
    alike = [each for each in newest if each.occasion_id == (event.occasion_id or 0)]
    here = [each for each in newest if each.place_id == (event.place_id or 0)]
    before = [each for each in here if each.start_date <= day]
    after = [each for each in reversed(here) if each.start_date > day]
    return {"same_occasion": alike[:6], "before_here": before[:3], "after_here": after[:3]}
