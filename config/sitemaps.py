"""The pages that are about no single record, and all the parts of the sitemap."""

from django.contrib.sitemaps import Sitemap
from django.urls import reverse

import events.sitemaps
import reports.sitemaps

NOUNS = (
    *("event", "report", "place", "person", "organization", "occasion", "work", "source", "topic"),
)


class PageSitemap(Sitemap):
    """The front page and the lists without filters."""

    def items(self) -> list[str]:
        return ["home", *(f"{noun}_list" for noun in NOUNS)]

    def location(self, name: str) -> str:
        return reverse(name)


SECTIONS = {"pages": PageSitemap, **events.sitemaps.SECTIONS, **reports.sitemaps.SECTIONS}
NEWS = reports.sitemaps.NewsSitemap
