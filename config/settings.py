"""Every setting of Dateline, read from the environment; docs/deploying.md lists the variables.

Nonsense is refused at start-up with a sentence, not discovered by a visitor.
"""

from importlib.metadata import entry_points
from pathlib import Path

import environ
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()

DEBUG = env.bool("DEBUG", default=False)

# --- Secrets and hosts ----------------------------------------------------------------

SECRET_KEY = env.str("SECRET_KEY", default="only-for-development" if DEBUG else "")
if not SECRET_KEY:
    raise ImproperlyConfigured("Set SECRET_KEY to a long random text (or DEBUG=1 to try things).")
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])

ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost"] if DEBUG else [])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

# Behind TLS: redirect, secure cookies, HSTS. BEHIND_PROXY trusts X-Forwarded-Proto.
HTTPS = env.bool("HTTPS", default=not DEBUG)
SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_HSTS_SECONDS = env.int("HSTS_SECONDS", default=3600 if HTTPS else 0)
X_FRAME_OPTIONS = "DENY"
if env.bool("BEHIND_PROXY", default=False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# --- Parts ----------------------------------------------------------------------------

INSTALLED_APPS = [
    "config.apps.DatelineConfig",
    "config.apps.DatelineAdminConfig",
    "events.apps.EventsConfig",
    "reports.apps.ReportsConfig",
    "django.forms",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.contrib.sitemaps",
    "taggit",
    "simple_history",
    "axes",
]

MIDDLEWARE = [
    "config.page_cache.PageCacheMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "config.page_cache.PublicPageMiddleware",
    "config.middleware.ContentSecurityPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "config.context.site",
            ],
        },
    }
]

# Django's forms, with those of its templates replaced that take most of the time of a form.
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

# --- Database -------------------------------------------------------------------------

VAR_DIR = Path(env.str("VAR_DIR", default=str(BASE_DIR / "var")))
VAR_DIR.mkdir(parents=True, exist_ok=True)

DATABASES = {"default": env.db_url("DATABASE_URL", default=f"sqlite:///{VAR_DIR / 'db.sqlite3'}")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

_database = DATABASES["default"]
if _database["ENGINE"].endswith("sqlite3"):
    # Readers and one writer at a time without "database is locked": WAL needs IMMEDIATE with it.
    _database.setdefault("OPTIONS", {}).update(
        transaction_mode="IMMEDIATE",
        timeout=20,
        init_command=(
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
            # In kB. The system keeps the rest of the file, once for all workers.
            " PRAGMA cache_size=-4000;"
        ),
    )
elif _database["ENGINE"].endswith("postgresql"):
    _database.setdefault("OPTIONS", {}).setdefault("pool", env.bool("DATABASE_POOL", default=False))
else:
    raise ImproperlyConfigured("DATABASE_URL must begin with sqlite:/// or postgresql://")

# Opening a connection takes longer than most questions asked of it.
_database["CONN_MAX_AGE"] = env.int("DATABASE_MAX_AGE", default=600)
if _database.get("OPTIONS", {}).get("pool"):
    _database["CONN_MAX_AGE"] = 0  # the pool keeps them open

# --- Cache of public pages ------------------------------------------------------------

# In the memory of each process, or on one Redis server for all of them: redis://host:6379/0
CACHE_URL = env.str("CACHE_URL", default="")
CACHES = {
    "default": {
        "BACKEND": "config.memory_cache.MemoryCache",
        "OPTIONS": {"MAX_MEGABYTES": env.int("CACHE_MEGABYTES", default=4)},
    }
}
if CACHE_URL:
    if not CACHE_URL.startswith(("redis://", "rediss://", "unix://")):
        raise ImproperlyConfigured("CACHE_URL must begin with redis://, rediss:// or unix://")
    CACHES["default"] = {
        "BACKEND": "config.redis_cache.PatientRedisCache",
        "LOCATION": CACHE_URL,
        "OPTIONS": {"socket_timeout": 0.25, "socket_connect_timeout": 0.25},
    }
for _cache in CACHES.values():
    _cache |= {"TIMEOUT": 24 * 3600, "KEY_PREFIX": "dateline"}

# --- Staff accounts -------------------------------------------------------------------

AUTHENTICATION_BACKENDS = [
    # First, or the right password would log in during a lock-out.
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AXES_FAILURE_LIMIT = env.int("LOGIN_FAILURE_LIMIT", default=10)
AXES_COOLOFF_TIME = 1  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_VERBOSE = False
AXES_LOCKOUT_TEMPLATE = "admin/locked_out.html"
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "admin:login"

# --- Language and time ----------------------------------------------------------------

LANGUAGE_CODE = env.str("LANGUAGE_CODE", default="en")
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = env.str("TIME_ZONE", default="UTC")
USE_I18N = True
USE_TZ = True

# --- Files ----------------------------------------------------------------------------

STATIC_URL = "static/"
STATIC_ROOT = Path(env.str("STATIC_ROOT", default=str(VAR_DIR / "static")))
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_ROOT = Path(env.str("MEDIA_ROOT", default=str(VAR_DIR / "media")))
MEDIA_URL = "media/"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "config.static.OneStylesheet"
    },
}
# Served straight from static/ in development, from the collected copy in production.
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = DEBUG
WHITENOISE_ALLOW_ALL_ORIGINS = False  # nobody else's pages use our fonts and styles

# A photo of a modern camera is 10–40 MB; a small file can still hold billions of pixels.
MEDIA_MAX_BYTES = env.int("MEDIA_MAX_BYTES", default=40 * 1024 * 1024)
MEDIA_MAX_PIXELS = env.int("MEDIA_MAX_PIXELS", default=80_000_000)

# The desk of a pasted report has a handful of fields for each person and sentence in it.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 3000

# --- The archive ----------------------------------------------------------------------

SITE_NAME = env.str("SITE_NAME", default="Dateline")
SITE_TAGLINE = env.str("SITE_TAGLINE", default="") or _("Events, and the reports about them")
TAGGIT_CASE_INSENSITIVE = True
# Whom to tell of a weakness: addresses as RFC 9116 has them, in /.well-known/security.txt.
SECURITY_CONTACT = env.list("SECURITY_CONTACT", default=[])
if not all(contact.startswith(("mailto:", "https://", "tel:")) for contact in SECURITY_CONTACT):
    raise ImproperlyConfigured("SECURITY_CONTACT takes mailto:, https:// and tel: addresses.")

# A model of spaCy's that reads pasted reports after the rules have; docs/intake.md. Empty: none.
INTAKE_NLP = env.str("INTAKE_NLP", default="")
if INTAKE_NLP and INTAKE_NLP not in entry_points(group="spacy_models").names:
    raise ImproperlyConfigured("INTAKE_NLP must name an installed spaCy model; see docs/intake.md.")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", default="WARNING")},
}
