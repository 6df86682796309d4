"""What is the same on all pages is made once for each language and value."""

from django.template import Context, Template
from django.utils import translation

from events.templatetags.once import section


def test_once_is_made_anew_for_another_value_and_language_only():
    template = Template("{% load once %}{% once one %}{{ one }} {{ other }}{% endonce %}")

    shown = [template.render(Context(each)) for each in ({"one": 1, "other": 2}, {"one": 1})]
    with translation.override("de"):
        shown.append(template.render(Context({"one": 1})))
    shown.append(template.render(Context({"one": 3})))

    assert shown == ["1 2", "1 2", "1 ", "3 "]


def test_section_is_the_first_part_of_a_path():
    assert [section(path) for path in ("/events/2026/", "/", "/map/")] == ["events", "", "map"]
