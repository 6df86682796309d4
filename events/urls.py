"""The site map of the events app, grouped by noun."""

from django.urls import path, re_path, register_converter
from django.urls.converters import StringConverter
from django.urls.resolvers import URLPattern

from events.views import calendar, event, media, occasion, organization, person, place, topic, work


class _Digits:
    """A fixed number of digits, kept as text: "02" is a month, "2" is not."""

    width = 2

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value) -> str:
        return f"{int(value):0{self.width}d}"


class YearConverter(_Digits):
    regex, width = "[0-9]{4}", 4


class MonthOrDayConverter(_Digits):
    regex = "[0-9]{2}"


class ExtensionConverter(StringConverter):
    """What a page may be had as; its view says which of them it knows."""

    regex = "atom|ics|json|csv|geojson"


register_converter(YearConverter, "yyyy")
register_converter(MonthOrDayConverter, "dd")
register_converter(ExtensionConverter, "extension")

# The id decides; the words after it are for readers, so anything is let through to be mended.
PERMALINK = r"(?P<permalink>[0-9]+(?:-[^/]*)?)"


def page(address: str, view, name: str) -> list[URLPattern]:
    """A page and, at the same address with an extension, its files."""
    return [
        path(f"{address}/", view.as_view(), name=name),
        path(f"{address}.<extension:extension>", view.as_view(), name=name),
    ]


def archive(noun: str, prefix: str, views) -> list[URLPattern]:
    """The pages of a publishable noun: its list, date archives and records."""
    name = noun.capitalize()
    year, month, day = f"{prefix}/<yyyy:year>", "<dd:month>", "<dd:day>"
    return [
        *page(prefix, getattr(views, f"{name}List"), f"{noun}_list"),
        *page(year, getattr(views, f"{name}ArchiveYear"), f"{noun}_archive_year"),
        *page(f"{year}/{month}", getattr(views, f"{name}ArchiveMonth"), f"{noun}_archive_month"),
        *page(f"{year}/{month}/{day}", getattr(views, f"{name}ArchiveDay"), f"{noun}_archive_day"),
        *detail(noun, prefix, views),
    ]


def pages(noun: str, prefix: str, views) -> list[URLPattern]:
    """The pages of a linkable noun: its list and records."""
    view = getattr(views, f"{noun.capitalize()}List")
    return [*page(prefix, view, f"{noun}_list"), *detail(noun, prefix, views)]


def detail(noun: str, prefix: str, views) -> list[URLPattern]:
    view, name = getattr(views, f"{noun.capitalize()}Detail").as_view(), f"{noun}_detail"
    extension = rf"(?P<extension>{ExtensionConverter.regex})"
    return [
        re_path(rf"^{prefix}/{PERMALINK}/$", view, name=name),
        re_path(rf"^{prefix}/{PERMALINK}\.{extension}$", view, name=name),
    ]


urlpatterns = [
    # /events/
    *archive("event", "events", event),
    # /places/ /people/ /organizations/ /occasions/ /works/
    *pages("place", "places", place),
    *pages("person", "people", person),
    *pages("organization", "organizations", organization),
    *pages("occasion", "occasions", occasion),
    *pages("work", "works", work),
    # /topics/
    *page("topics", topic.TopicList, "topic_list"),
    *page("topics/<slug:slug>", topic.TopicDetail, "topic_detail"),
    # /calendar/
    path("calendar/", calendar.calendar, name="calendar"),
    path(
        "calendar/<yyyy:year>/<dd:month>/",
        calendar.CalendarMonth.as_view(),
        name="calendar_month",
    ),
    # /media/
    path("media/<path:name>", media.media_file, name="media_file"),
]
