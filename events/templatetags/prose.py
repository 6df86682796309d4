"""Markdown in templates."""

from django import template
from django.utils.safestring import SafeString, mark_safe

from events.markdown import render_markdown

register = template.Library()


@register.filter
def markdown(text: str, links: dict[str, str] | None = None) -> SafeString:
    """A text of the staff as safe HTML, with the names in `links` leading to their pages."""
    return mark_safe(render_markdown(text, links))  # noqa: S308 -- nh3 has cleaned it
