from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

# RFC 9309. Records are found by the sitemap; lists combine and turn their pages without end.
_NOT_FOR_CRAWLERS = (
    "/search/",  # another page for every word
    "/*?*&*&*",  # three parameters
    "/*&after=",
    "/*&before=",
    "/*?before=",  # the same records as on the way forward
    "/*.csv",  # the whole list at once
)


@require_safe
def robots_txt(request: HttpRequest) -> HttpResponse:
    """What crawlers should leave alone, and where the addresses are."""
    lines = [
        "User-agent: *",
        *(f"Disallow: {path}" for path in (reverse("admin:index"), *_NOT_FOR_CRAWLERS)),
        "",
        f"Sitemap: {request.build_absolute_uri(reverse('sitemap_index'))}",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")
