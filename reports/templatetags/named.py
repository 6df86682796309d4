"""What a report names, sorted out for its page."""

from collections.abc import Iterable

from django import template

from reports.models import Mention

register = template.Library()


@register.filter
def naming(mentions: Iterable[Mention], noun: str) -> list[Mention]:
    """The mentions of one noun: person, organization, place, work or occasion."""
    return [mention for mention in mentions if getattr(mention, f"{noun}_id")]
