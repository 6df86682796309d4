"""The sitemap (sitemaps.org): an index of files, the files, and the news."""

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps.views import SitemapIndexItem, x_robots_tag
from django.core.paginator import EmptyPage
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from config.sitemaps import NEWS, SECTIONS


@require_safe
@x_robots_tag
def sitemap_index(request: HttpRequest) -> HttpResponse:
    """The files that hold an address."""
    paths = [
        reverse("sitemap_section", kwargs={"section": section, "number": number})
        for section, sitemap in SECTIONS.items()
        for number in sitemap().paginator.page_range
    ]
    if NEWS().items():
        paths.append(reverse("sitemap_news"))
    files = [SitemapIndexItem(request.build_absolute_uri(path)) for path in paths]
    return _xml(request, "sitemap_index.xml", {"sitemaps": files})


@require_safe
@x_robots_tag
def sitemap_section(request: HttpRequest, section: str, number: int) -> HttpResponse:
    """One file of a section; what a section has no file for is not found."""
    if section not in SECTIONS:
        raise Http404
    return _addresses(request, SECTIONS[section](), "sitemap.xml", number)


@require_safe
@x_robots_tag
def sitemap_news(request: HttpRequest) -> HttpResponse:
    """The reports of two days, as news search engines read them."""
    return _addresses(request, NEWS(), "config/sitemap_news.xml")


def _addresses(
    request: HttpRequest, sitemap: Sitemap, template: str, number: int = 1
) -> HttpResponse:
    sitemap.get_domain = lambda site: request.get_host()
    try:
        found = sitemap.get_urls(page=number, protocol=request.scheme)
    except EmptyPage:
        raise Http404 from None
    names = {"site_name": settings.SITE_NAME, "site_language": settings.LANGUAGE_CODE}
    return _xml(request, template, {"urlset": found} | names)


def _xml(request: HttpRequest, template: str, context: dict) -> HttpResponse:
    return render(request, template, context, content_type="application/xml")
