"""The site map of the whole archive; `events.urls` and `reports.urls` go on from here."""

from django.contrib import admin
from django.urls import include, path

from config.views import Home
from config.views.map import Map
from config.views.robots import robots_txt
from config.views.search import SearchPage, search_suggestions
from config.views.security import security_txt
from config.views.sitemap import sitemap_index, sitemap_news, sitemap_section

urlpatterns = [
    path("", Home.as_view(), name="home"),
    path("search/", SearchPage.as_view(), name="search_page"),
    path("search/suggest", search_suggestions, name="search_suggestions"),
    path("map/", Map.as_view(), name="map"),
    path("", include("events.urls")),
    path("", include("reports.urls")),
    path("admin/", admin.site.urls),
    # For machines
    path("robots.txt", robots_txt, name="robots_txt"),
    path("sitemap.xml", sitemap_index, name="sitemap_index"),
    path("sitemaps/news.xml", sitemap_news, name="sitemap_news"),
    path("sitemaps/<slug:section>-<int:number>.xml", sitemap_section, name="sitemap_section"),
    path(".well-known/security.txt", security_txt, name="security_txt"),
]

handler400 = "config.views.bad_request"
