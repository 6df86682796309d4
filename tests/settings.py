"""The settings the tests run with: those of the site, on files and a database of their own.

`DATABASE_URL` chooses the database (`tests/run.py` sets it for PostgreSQL); nothing else is taken
from the environment, so that a developer's own `.env` cannot change what a test sees.
"""

import os
import tempfile

_temporary = tempfile.TemporaryDirectory(prefix="dateline-tests-")
for _name in (
    "MEDIA_ROOT",
    "STATIC_ROOT",
    "LANGUAGE_CODE",
    "TIME_ZONE",
    "SITE_NAME",
    "SITE_TAGLINE",
    "CACHE_URL",
    "INTAKE_NLP",
):
    os.environ.pop(_name, None)
os.environ.update(
    SECRET_KEY="a key for tests only, long enough for every check of it",
    DEBUG="0",
    HTTPS="0",
    ALLOWED_HOSTS="testserver,127.0.0.1,localhost",
    VAR_DIR=_temporary.name,
)

from config.settings import *  # noqa: E402, F403 -- the environment above comes first
from config.settings import DATABASES, STORAGES, VAR_DIR  # noqa: E402 -- as above

if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A file, as on a real site: in memory, all threads would share one connection and WAL is off.
    DATABASES["default"]["TEST"] = {"NAME": str(VAR_DIR / "tests.sqlite3")}
    DATABASES["default"]["OPTIONS"]["init_command"] += " PRAGMA synchronous=OFF;"

# Served from static/ as it is: what collectstatic makes of it is tested by itself.
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = True

# A page kept from one test would answer in the next; tests/config/test_page_cache.py has its own.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}

# Slow hashing protects passwords; these belong to people who exist for one test.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
