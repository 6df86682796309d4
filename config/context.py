"""What every template may speak of: the archive's own name."""

from django.conf import settings


def site(request) -> dict[str, str]:
    return {"site_name": settings.SITE_NAME, "site_tagline": settings.SITE_TAGLINE}
