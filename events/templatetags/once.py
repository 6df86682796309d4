"""Markup that is the same on all pages."""

from typing import Any

from django import template
from django.template.base import Node, NodeList
from django.urls import get_script_prefix
from django.utils.translation import get_language

register = template.Library()

_MOST = 50  # variants of one piece; more would mean that it is not the same after all


@register.tag
def once(parser, token) -> "OnceNode":
    """{% once %} … {% endonce %}: made once in each language, and for each value given."""
    _name, *values = token.split_contents()
    nodes = parser.parse(("endonce",))
    parser.delete_first_token()
    return OnceNode(nodes, [parser.compile_filter(value) for value in values])


@register.filter
def section(path: str) -> str:
    """The part of the site that a path lies in: "/events/2026/" -> "events"."""
    return path.removeprefix(get_script_prefix()).partition("/")[0]


class OnceNode(Node):
    """What was made of its nodes, by language and values."""

    def __init__(self, nodelist: NodeList, values: list):
        self.nodelist, self.values = nodelist, values
        self.made: dict[tuple[Any, ...], str] = {}

    def render(self, context):
        key = (
            get_language(),
            get_script_prefix(),
            *(value.resolve(context) for value in self.values),
        )
        if key not in self.made:
            if len(self.made) >= _MOST:
                self.made.clear()
            self.made[key] = self.nodelist.render(context)
        return self.made[key]
