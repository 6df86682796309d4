"""Settings and the one view of a new Django site that returns a constant: what nothing can beat."""

from django.http import HttpResponse
from django.urls import path

SECRET_KEY = "a key for a site without secrets"
ALLOWED_HOSTS = ["127.0.0.1"]
ROOT_URLCONF = __name__
# What `startproject` gives a new site.
INSTALLED_APPS = [
    f"django.contrib.{name}" for name in ("auth", "contenttypes", "sessions", "messages")
]
MIDDLEWARE = [
    f"django.{name}"
    for name in (
        "middleware.security.SecurityMiddleware",
        "contrib.sessions.middleware.SessionMiddleware",
        "middleware.common.CommonMiddleware",
        "middleware.csrf.CsrfViewMiddleware",
        "contrib.auth.middleware.AuthenticationMiddleware",
        "contrib.messages.middleware.MessageMiddleware",
        "middleware.clickjacking.XFrameOptionsMiddleware",
    )
]


def constant(request):
    return HttpResponse(b"constant")


urlpatterns = [path("", constant)]
