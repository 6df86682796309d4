"""The site map of the events app, grouped by noun."""

from django.urls import path, re_path, register_converter
from django.urls.resolvers import URLPattern

from events.views import event, media, occasion, organization, person, place, topic, work


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


register_converter(YearConverter, "yyyy")
register_converter(MonthOrDayConverter, "dd")

# The id decides; the words after it are for readers, so anything is let through to be mended.
PERMALINK = r"(?P<permalink>[0-9]+(?:-[^/]*)?)"


def archive(noun: str, prefix: str, views) -> list[URLPattern]:
    """The pages of a publishable noun: its list, date archives and records."""
    name = noun.capitalize()
    return [
        path(f"{prefix}/", getattr(views, f"{name}List").as_view(), name=f"{noun}_list"),
        path(
            f"{prefix}/<yyyy:year>/",
            getattr(views, f"{name}ArchiveYear").as_view(),
            name=f"{noun}_archive_year",
        ),
        path(
            f"{prefix}/<yyyy:year>/<dd:month>/",
            getattr(views, f"{name}ArchiveMonth").as_view(),
            name=f"{noun}_archive_month",
        ),
        path(
            f"{prefix}/<yyyy:year>/<dd:month>/<dd:day>/",
            getattr(views, f"{name}ArchiveDay").as_view(),
            name=f"{noun}_archive_day",
        ),
        *detail(noun, prefix, views),
    ]


def pages(noun: str, prefix: str, views) -> list[URLPattern]:
    """The pages of a linkable noun: its list and records."""
    view = getattr(views, f"{noun.capitalize()}List")
    return [path(f"{prefix}/", view.as_view(), name=f"{noun}_list"), *detail(noun, prefix, views)]


def detail(noun: str, prefix: str, views) -> list[URLPattern]:
    view = getattr(views, f"{noun.capitalize()}Detail")
    return [re_path(rf"^{prefix}/{PERMALINK}/$", view.as_view(), name=f"{noun}_detail")]


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
    path("topics/", topic.TopicList.as_view(), name="topic_list"),
    path("topics/<slug:slug>/", topic.TopicDetail.as_view(), name="topic_detail"),
    # /media/
    path("media/<path:name>", media.media_file, name="media_file"),
]
