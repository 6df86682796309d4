"""The site map of the whole archive; `events.urls` and `reports.urls` go on from here."""

from django.contrib import admin
from django.urls import include, path

from config.views import Home

urlpatterns = [
    path("", Home.as_view(), name="home"),
    path("", include("events.urls")),
    path("", include("reports.urls")),
    path("admin/", admin.site.urls),
]

handler400 = "config.views.bad_request"
