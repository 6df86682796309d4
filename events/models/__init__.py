"""The nouns of the events app: what happened, where, when, who."""

from events.models.among import Among
from events.models.base import Publishable, public
from events.models.edition import Edition
from events.models.event import Event, EventListing
from events.models.heading import Heading
from events.models.linkable import Linkable
from events.models.listing import Listing
from events.models.media import EventMedia, MediaItem, MediaUse, Rendition
from events.models.name import Name
from events.models.occasion import Occasion
from events.models.organization import Organization
from events.models.participation import Involvement, Participation
from events.models.person import Person
from events.models.place import Place
from events.models.programme import ProgrammeItem
from events.models.search import KnownName
from events.models.tally import Count, Tally
from events.models.topic import EventTopic, Topic
from events.models.work import Work

__all__ = [
    "Among",
    "Count",
    "Edition",
    "Event",
    "EventListing",
    "EventMedia",
    "EventTopic",
    "Heading",
    "Involvement",
    "KnownName",
    "Linkable",
    "Listing",
    "MediaItem",
    "MediaUse",
    "Name",
    "Occasion",
    "Organization",
    "Participation",
    "Person",
    "Place",
    "ProgrammeItem",
    "Publishable",
    "Rendition",
    "Tally",
    "Topic",
    "Work",
    "public",
]
