"""The settings of a site that is measured while it serves: those of tests, with kept pages."""

from tests.settings import *  # noqa: F403 -- all of them

CACHES = {
    "default": {
        "BACKEND": "config.memory_cache.MemoryCache",
        "OPTIONS": {"MAX_MEGABYTES": 4},
    }
}
# Found once, as those that are collected: a real site looks for none with every request.
STATIC_ROOT = BASE_DIR / "static"  # noqa: F405 -- one of them
STATICFILES_DIRS = []
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = False
