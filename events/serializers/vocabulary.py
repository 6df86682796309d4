"""Which words of schema.org stand for the archive's own."""

from events.models import Event, Involvement, Organization, Participation, Place, Work

# The type of each noun, and the more exact ones of some of its kinds.
TYPES: dict[str, tuple[str, dict]] = {
    "event": (
        "Event",
        {
            Event.Kind.CONCERT: "MusicEvent",
            Event.Kind.RECEPTION: "SocialEvent",
            Event.Kind.EXHIBITION_OPENING: "ExhibitionEvent",
            Event.Kind.FILM_SCREENING: "ScreeningEvent",
            Event.Kind.BOOK_PRESENTATION: "LiteraryEvent",
        },
    ),
    "occasion": ("Event", {}),
    "organization": (
        "Organization",
        {
            Organization.Kind.EMBASSY: "GovernmentOrganization",
            Organization.Kind.CONSULATE: "GovernmentOrganization",
            Organization.Kind.GOVERNMENT: "GovernmentOrganization",
            Organization.Kind.PARLIAMENT: "GovernmentOrganization",
            Organization.Kind.MUNICIPALITY: "GovernmentOrganization",
            Organization.Kind.EDUCATION: "EducationalOrganization",
            Organization.Kind.PARTY: "PoliticalParty",
            Organization.Kind.ENSEMBLE: "PerformingGroup",
            Organization.Kind.MEDIA: "NewsMediaOrganization",
        },
    ),
    "person": ("Person", {}),
    "place": (
        "Place",
        {
            Place.Kind.COUNTRY: "Country",
            Place.Kind.REGION: "AdministrativeArea",
            Place.Kind.CITY: "City",
        },
    ),
    "topic": ("DefinedTerm", {}),
    "work": (
        "CreativeWork",
        {
            Work.Kind.FILM: "Movie",
            Work.Kind.DOCUMENTARY: "Movie",
            Work.Kind.SHORT_FILM: "Movie",
            Work.Kind.MUSIC: "MusicComposition",
            Work.Kind.BOOK: "Book",
        },
    ),
}
# "Has taken place as scheduled" is EventScheduled too.
STATUSES = {
    Event.WorldStatus.POSTPONED: "EventPostponed",
    Event.WorldStatus.RESCHEDULED: "EventRescheduled",
    Event.WorldStatus.CANCELLED: "EventCancelled",
}
# A presenter is a performer to schema.org, and "contributor" is whoever else had a part.
PARTS_OF_PEOPLE = {
    Participation.Role.GUEST_OF_HONOUR: "attendee",
    Participation.Role.ATTENDEE: "attendee",
    Participation.Role.HONOREE: "about",
    Participation.Role.MESSAGE_SENDER: "contributor",
}
PARTS_OF_ORGANIZATIONS = {
    Involvement.Role.ORGANIZER: "organizer",
    Involvement.Role.SUPPORTER: "sponsor",
    Involvement.Role.PARTICIPANT: "attendee",
}
