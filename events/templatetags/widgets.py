"""What stands in a field of a form, for the templates in templates/django/forms/."""

from django import template
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString

register = template.Library()


@register.filter
def as_attributes(attrs: dict | None) -> SafeString:
    """What Django's attrs.html makes of them in a loop: a form of the back office has hundreds."""
    return SafeString(
        "".join(
            f" {name}" if value is True else f' {name}="{conditional_escape(value)}"'
            for name, value in (attrs or {}).items()
            if value is not False
        )
    )
