"""An event of which everything is known."""

from datetime import time

from events.actions.listing import list_event
from events.models import Event, Involvement, Participation, ProgrammeItem
from tests.factories import (
    make_brussels,
    make_event,
    make_occasion,
    make_organization,
    make_person,
    make_work,
)


def make_evening(**fields) -> Event:
    """An evening with an hour, a point, organizers, a speaker and a programme."""
    house = make_brussels()
    house.latitude, house.longitude, house.point_precision = 50.84, 4.36, "venue"
    house.save()
    event = make_event(
        "Evening of remembrance",
        place=house,
        start_time=time(18, 30),
        end_time=time(21, 0),
        occasion=make_occasion("Khojaly tragedy"),
        summary="People met; they spoke, and sang.",
        **fields,
    )
    embassy = make_organization("The Embassy")
    Involvement.objects.create(event=event, organization=embassy, role="organizer")
    Participation.objects.create(
        event=event, person=make_person("Emin Rustamov"), capacity="First Secretary"
    )
    film = ProgrammeItem.objects.create(event=event, kind="film_screening", time=time(19, 0))
    film.works.add(make_work("13"))
    list_event(event)
    return event
