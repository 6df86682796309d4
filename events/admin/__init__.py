"""The back office of the events app: one page for each noun."""

from events.admin.event import EventAdmin
from events.admin.media import MediaItemAdmin
from events.admin.occasion import OccasionAdmin
from events.admin.organization import OrganizationAdmin
from events.admin.person import PersonAdmin
from events.admin.place import PlaceAdmin
from events.admin.topic import TopicAdmin
from events.admin.work import WorkAdmin

__all__ = [
    "EventAdmin",
    "MediaItemAdmin",
    "OccasionAdmin",
    "OrganizationAdmin",
    "PersonAdmin",
    "PlaceAdmin",
    "TopicAdmin",
    "WorkAdmin",
]
