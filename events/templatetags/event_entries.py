"""Events as entries of a list.

Markup from here and not from a template, since a list has twenty; every text and address goes
through `escape`.
"""

from functools import lru_cache
from html import escape

from django import template
from django.template.loader import get_template
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import get_language

from events.models import Event
from events.templatetags.archive import dateline, occasion_line
from events.templatetags.pictures import thumbnail

register = template.Library()

_PICTURE = "(min-width: 53rem) 9.5rem, 18vw"  # how wide it is shown


@register.simple_tag
def event_entry(
    event: Event, *, level: int = 3, short: bool = False, with_occasion: bool = False
) -> SafeString:
    """One event. level: of its heading; short: without summary and picture; with_occasion: what
    kind it was, and for what.
    """
    picture = "" if short else _picture(event)
    name = "entry entry-with-picture" if picture else "entry"
    title = f'<a href="{escape(event.get_absolute_url())}">{escape(event.title)}</a>'
    summary = f'<p class="entry-summary">{escape(event.summary)}</p>' if event.summary else ""
    return SafeString(f"""<article class="{name}">
  <div>
    {dateline(event)}
    <h{level} class="entry-title">{title}</h{level}>
    {"" if short else summary}
    {_kind_and_occasion(event) if with_occasion else ""}
  </div>
  {picture}
</article>
""")


def _picture(event: Event) -> str:
    uses = getattr(event, "pictures", ())
    if not uses:
        return ""
    return get_template("events/_thumbnail.html").render(thumbnail(uses[0], sizes=_PICTURE))


def _kind_and_occasion(event: Event) -> str:
    occasion = f"<li>{occasion_line(event)}</li>" if event.occasion else ""
    return f"""<ul class="entry-meta">
      <li>{escape(_kind(event.kind, get_language()))}</li>
      {occasion}
    </ul>"""


@lru_cache
def _kind(kind: str, language: str | None) -> str:
    return capfirst(Event.Kind(kind).label)
