"""The shape of the project: imports point one way, files stay small, one key opens everything."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.urls import URLPattern, URLResolver, get_resolver
from django.views.generic import View

ROOT = Path(__file__).resolve().parent.parent
APPS = ("events", "reports", "config")  # each may import itself and those before it

# The rooms of an app from the ground up; a module imports from its own room and those below.
LAYERS = [
    # Pure Python: no row is read or written.
    (
        "names dates written_dates geometry keyset markdown wire mentions"
        " document lexicon language mending encodings html separate gazetteer"
        " proposal happening kind cues deed_words agents deeds roles reading"
    ),
    # Nouns and querysets.
    "models",
    # What the words of a text lead to; verbs keep it true.
    "search",
    # What a list looks like in time and in space: pure, but for the noun of a count.
    "instruments",
    # Verbs and questions.
    "actions media filters matching",
    # Shapes going out.
    "serializers",
    # The numbers around a list.
    "facets",
    # Files and text.
    "exporters importers intake",
    # The edges: HTTP, forms, messages.
    "views admin api feeds sitemaps templatetags management",
    # What ties an app together.
    "urls apps",
]
RANK = {room: rank for rank, rooms in enumerate(LAYERS) for room in rooms.split()}
# Better names exist for all of these.
FORBIDDEN = {"utils", "helpers", "common", "core", "services", "constants", "managers", "signals"}
LONGEST_FILE = 400


def sources(*folders: str, endings: str = "py") -> list[Path]:
    """The project's own files: no migrations, nothing vendored."""
    found = (path for folder in folders for path in (ROOT / folder).rglob(f"*.{endings}"))
    return sorted(path for path in found if not {"migrations", "vendor"} & set(path.parts))


def name_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports_of(path: Path) -> Iterator[tuple[int, str]]:
    """(line, module) for everything a file of ours imports from ours."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            found = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}:{node.lineno}: write the whole name of the module"
            found = [module_named(node.module or "", name.name) for name in node.names]
        else:
            continue
        for module in found:
            if module.partition(".")[0] in APPS:
                yield node.lineno, module


def module_named(package: str, name: str) -> str:
    """ "from events import names" imports the module events.names."""
    path = ROOT.joinpath(*package.split("."), name)
    inner = path.with_suffix(".py").exists() or path.is_dir()
    return f"{package}.{name}" if inner else package


def room_of(module: str) -> str:
    """The room a module is in; what is pure inside a package of verbs is pure all the same."""
    _app, _, rest = module.partition(".")
    parts = rest.split(".")
    return next((part for part in parts if RANK.get(part) == 0), parts[0])


def complaint(importer: str, imported: str) -> str:
    app, other = importer.partition(".")[0], imported.partition(".")[0]
    if APPS.index(other) > APPS.index(app):
        return f"{app} knows no {other}"
    if app == "config" or not room_of(importer) or not room_of(imported):
        return ""
    below, here = RANK.get(room_of(imported)), RANK.get(room_of(importer))
    if here is None or below is None:
        return "give the room a layer in LAYERS"
    if app == other and below == here and room_of(imported) != room_of(importer) and here:
        return "rooms of one layer do not import each other"
    return "imports point downwards" if below > here else ""


@pytest.mark.parametrize("path", sources(*APPS), ids=name_of)
def test_imports_point_one_way(path):
    importer = name_of(path)

    wrong = [
        f"line {line}: {imported}: {why}"
        for line, imported in imports_of(path)
        if (why := complaint(importer, imported))
    ]

    assert wrong == []


@pytest.mark.parametrize(
    ("importer", "imported", "why"),
    [
        ("events.models.event", "reports.models", "events knows no reports"),
        ("reports.views.report", "config.views", "reports knows no config"),
        ("events.models.event", "events.actions.listing", "imports point downwards"),
        ("events.names", "events.models", "imports point downwards"),
        ("events.media.geometry", "events.media.renditions", "imports point downwards"),
        ("events.views.event", "events.admin", "rooms of one layer do not import each other"),
        ("events.views.event", "events.oddity", "give the room a layer in LAYERS"),
        ("reports.views.report", "events.views.base", ""),
        ("events.media.renditions", "events.media.geometry", ""),
        ("events.actions.listing", "events.models", ""),
        ("config.views", "reports.models", ""),
    ],
)
def test_imports_the_wrong_way_are_noticed(importer, imported, why):
    assert complaint(importer, imported) == why


def test_files_have_names_that_say_what_is_in_them():
    named = {path.stem for path in sources(*APPS, "tests")} | {
        folder.name for app in APPS for folder in (ROOT / app).rglob("*") if folder.is_dir()
    }

    assert named & FORBIDDEN == set()


def test_files_can_be_read_without_scrolling_for_long():
    files = [
        *sources(*APPS, "tests"),
        *sources("templates", endings="html"),
        *sources("static", endings="css"),
        *sources("static", endings="js"),
    ]

    too_long = {
        str(path.relative_to(ROOT)): lines
        for path in files
        if (lines := len(path.read_text().splitlines())) > LONGEST_FILE
    }

    assert too_long == {}


# --- One key opens everything ---------------------------------------------------------------------


def routes(resolver: URLResolver | None = None) -> Iterator[URLPattern]:
    """All public routes; the admin's are Django's."""
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLPattern):
            yield entry
        elif entry.app_name != "admin":
            yield from routes(entry)


def snake_case(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()


@pytest.mark.parametrize("route", list(routes()), ids=lambda route: route.name or str(route))
def test_route_view_and_template_share_one_name(route):
    view_class: type[View] | None = getattr(route.callback, "view_class", None)
    if view_class is None:
        assert route.callback.__name__ == route.name
        return

    app = view_class.__module__.partition(".")[0]
    template = getattr(view_class, "template_name", None)

    assert snake_case(view_class.__name__) == route.name
    if template is None:
        # Django derives it from model and suffix; then the model is of the view's app.
        assert view_class.model._meta.app_label == app
        template = (
            f"{app}/{view_class.model._meta.model_name}{view_class.template_name_suffix}.html"
        )
    assert template == f"{app}/{route.name}.html"


def test_a_view_stands_in_the_file_of_its_noun():
    for route in routes():
        _app, *rest = route.callback.__module__.split(".")
        if rest != ["views"]:
            assert rest == ["views", route.name.partition("_")[0]], route.name
