"""Reports as entries of a list.

Markup from here and not from a template, since a list has twenty; every text and address goes
through `escape`.
"""

from functools import lru_cache
from html import escape

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from events.templatetags.archive import dateline
from events.templatetags.words import language_name
from reports.models import Report

register = template.Library()


@register.simple_tag
def report_entry(report: Report, *, level: int = 3, short: bool = False) -> SafeString:
    """One report. level: of its heading; short: without the standfirst."""
    source = report.source
    title = f'<a href="{escape(report.get_absolute_url())}">{escape(report.headline)}</a>'
    has_lead = report.standfirst and not short
    lead = f'<p class="entry-summary">{escape(report.standfirst)}</p>' if has_lead else ""
    bureau = f", {escape(report.bureau)}" if report.bureau else ""
    return SafeString(f"""<article class="entry">
  {dateline(report)}
  <h{level} class="entry-title">{title}</h{level}>
  {lead}
  <ul class="entry-meta">
    <li><a href="{escape(source.get_absolute_url())}">{escape(source.name)}</a>{bureau}</li>
    {_in_language(report.language, get_language())}
  </ul>
</article>
""")


@lru_cache(maxsize=1000)
def _in_language(tag: str, language: str | None) -> str:
    """The language of a report, where it is not that of the page."""
    if not tag or tag == language:
        return ""
    return f"<li>{_('in %(name)s') % {'name': escape(language_name(tag))}}</li>"
