"""The public addresses there are, with all arguments that could tell of something hidden."""

from collections.abc import Iterator

from django.apps import apps
from django.urls import URLPattern, URLResolver, get_resolver

from config.sitemaps import SECTIONS
from events.models import Topic
from tests.factories.canaries import HIDDEN_YEAR, Archive


def public_routes(resolver: URLResolver | None = None) -> Iterator[URLPattern]:
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLPattern):
            yield entry
        elif entry.app_name != "admin":
            yield from public_routes(entry)


def model_of(noun: str):
    for app in ("events", "reports"):
        if noun in apps.get_app_config(app).models:
            return apps.get_model(app, noun)
    raise LookupError(f"teach this test which records the route {noun}_… is about")


def arguments_of(route: URLPattern, archive: Archive) -> Iterator[dict]:
    """Every set of arguments under which a route could answer with something hidden."""
    names = set(route.pattern.regex.groupindex)
    extensions = route.callback.view_class.extensions if "extension" in names else ()
    for turn, arguments in enumerate(_arguments_of(route, names - {"extension"}, archive)):
        # In turns: what a page or file is of is decided before what it is written as.
        file = {"extension": extensions[turn % len(extensions)]} if extensions else {}
        yield arguments | file


def _arguments_of(route: URLPattern, names: set[str], archive: Archive) -> Iterator[dict]:
    if not names:
        yield {}
    elif names == {"permalink"}:
        model = model_of(route.name.partition("_")[0])
        for record in one_of_each_state(archive, model):
            yield {"permalink": f"{record.pk}-x"}
        for record in model.objects.published():
            yield {"permalink": record.permalink}
    elif names == {"slug"}:
        yield from ({"slug": slug} for slug in Topic.objects.values_list("slug", flat=True))
    elif names == {"name"}:
        # The files have a test of their own below.
        yield {"name": "x.jpg"}
    elif names <= {"year", "month", "day"}:
        for date in ({"year": HIDDEN_YEAR, "month": 3, "day": 5}, {"year": 2026, "month": 2}):
            yield {name: date.get(name, 23) for name in names}
    elif names == {"section", "number"}:
        yield from ({"section": section, "number": 1} for section in SECTIONS)
    else:
        raise LookupError(f"teach this test how to ask for {route}")


def one_of_each_state(archive: Archive, model) -> list:
    """A hidden record of a model for each state it can be hidden in."""
    found = {row.state: row.record for row in archive.secrets.records if type(row.record) is model}
    public = set(model.objects.published().values_list("pk", flat=True))
    return [record for record in found.values() if record.pk not in public]
