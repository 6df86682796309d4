"""The settings of a site that is measured while it serves: those of tests, with kept pages."""

from tests.settings import *  # noqa: F403 -- all of them

CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "OPTIONS": {"MAX_ENTRIES": 1000},
    }
}
