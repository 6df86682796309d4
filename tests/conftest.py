"""What every test shares."""

import gc
from itertools import count

import pytest
from django.db import connection
from hypothesis import HealthCheck, configuration, settings

configuration.set_hypothesis_home_dir(".cache/hypothesis")

# The same examples on every machine and run; a slow machine is no failure.
settings.register_profile(
    "dateline",
    deadline=None,
    derandomize=True,
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.load_profile("dateline")

_folders = count()


def pytest_configure(config):
    config.addinivalue_line("markers", "alike: asks the database nothing that databases differ in")


def pytest_collection_finish(session):
    """Look through what was imported no more: that took a tenth of the time of all tests."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


def pytest_collection_modifyitems(config, items):
    """On PostgreSQL run what it could answer otherwise; the rest has run on SQLite."""
    if connection.vendor == "sqlite":
        return
    left_out = [item for item in items if not may_differ(item)]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if may_differ(item)]


def may_differ(item: pytest.Item) -> bool:
    """Whether a test asks the database, by mark or by a fixture, and is not marked as alike."""
    asks = {"db", "transactional_db", "django_db_setup"} & set(item.fixturenames)
    marked = item.get_closest_marker("django_db")
    return bool(asks or marked) and not item.get_closest_marker("alike")


@pytest.fixture(autouse=True)
def media_root(settings, tmp_path_factory):
    """Files of a test stay in a folder of its own, which the first of them makes: few have any."""
    settings.MEDIA_ROOT = tmp_path_factory.getbasetemp() / "media" / str(next(_folders))
    return settings.MEDIA_ROOT
