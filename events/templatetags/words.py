"""Small turns of phrase that templates need."""

from django import template
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

register = template.Library()


@register.filter
def language_name(tag: str) -> str:
    """A language tag in words, "French" for fr; the tag itself where we know no word."""
    try:
        return str(get_language_info(tag)["name_translated"])
    except KeyError:
        return tag


@register.filter
def as_filter(heading: str) -> str:
    """A heading of the public index as the query that lists it: "place:12", "place=12"."""
    return heading.replace(":", "=", 1)


@register.filter
def role_phrase(role: str) -> str:
    """An organization's role as the words before its name."""
    phrases = {
        "organizer": _("Organized by"),
        "supporter": _("Supported by"),
        "host": _("Hosted by"),
        "partner": _("In partnership with"),
        "participant": _("With the participation of"),
    }
    return phrases.get(role, role)
