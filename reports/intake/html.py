"""The text of a page that was pasted or saved as HTML. Markup is read, never kept or shown."""

import json
import re
from collections.abc import Iterator
from itertools import chain

from selectolax.lexbor import LexborHTMLParser, LexborNode

# What is no text of a report, whatever it holds.
_SHED = (
    "script, style, noscript, template, svg, math, iframe, object, form, button, select, input, "
    "textarea, nav, dialog, aside, [hidden], [aria-hidden=true], [role=navigation], [role=search], "
    "[role=dialog], [role=banner] nav, [role=contentinfo]"
)
# Boxes whose name says so; a box with the headline in it is no such box.
_BOX = re.compile(
    r"(?:^|[\s_-])(?:share|sharing|social|breadcrumbs?|menu|navbar|cookies?|consent|newsletter|"
    r"related|recommended|sidebar|comments?|advert\w*|ads?|promo|popup|modal|pagination)(?=$|[\s_-])",
    re.IGNORECASE,
)
_BLOCKS = frozenset(
    "address article blockquote body caption center dd details div dl dt fieldset figcaption "
    "figure footer h1 h2 h3 h4 h5 h6 header hr html li main ol p pre section summary table tbody "
    "td tfoot th thead tr ul title".split()
)
_MARKUP = re.compile(
    r"<!doctype html|<(?:html|head|body|p|div|article|br|h[1-6]|span|table|ul|section)\b[^<>]*>",
    re.IGNORECASE,
)
# A parser looks through all open elements at every new one: no page stacks so many.
DEEPEST = 1000
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)", re.IGNORECASE)
_WITHOUT_END = frozenset(
    "area base br col dd dt embed hr img input li link meta option p source td th "
    "tr track wbr".split()
)
_SCRIPT = re.compile(r"<(script|style)\b[^<]*(?:<(?!/\1)[^<]*)*", re.IGNORECASE)
_ANY_TAG = re.compile(r"<[^<>]*>")
_SPACES = re.compile(r"\s+")
_BLANK_LINES = re.compile(r"\s*\n\s*\n\s*")
_DATES = (
    "meta[property='article:published_time']", "meta[itemprop=datePublished]",
    "meta[name='article:published_time']", "meta[name=pubdate]", "meta[name=publishdate]",
    "meta[name='dc.date.issued' i]", "meta[name='dcterms.created' i]", "meta[name='dc.date' i]",
    "meta[name=date]",
)  # fmt: skip
_ISO = re.compile(r"[12][0-9]{3}-[01][0-9]-[0-3][0-9](?:[T ][0-2][0-9]:[0-5][0-9])?")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")


def is_html(text: str) -> bool:
    """Whether a text is markup rather than the words of a page."""
    head = text.lstrip()[:20_000]
    return (head.startswith("<") and bool(_MARKUP.search(head))) or len(_MARKUP.findall(head)) >= 2


def text_of_html(markup: str) -> str:
    """The words of a page, its blocks as paragraphs.

    What the page says of itself where no reader sees it (its title, the day of publication, its
    name) is written out as lines where the words do not say it.
    """
    if _depth(markup) > DEEPEST:
        return _without_tags(markup)
    page = LexborHTMLParser(markup)
    day, name, title = _day(page), _name(page), _title(page)
    for node in page.css(_SHED):
        node.decompose()
    _shed_boxes(page)
    _write_out_times(page)
    text = _text(_report_of(page))
    lines = []
    if title and not _has_headline(page):
        lines.append(title)
    if day and not _ISO.search(text[:2000]):
        lines.append(f"Published: {day}")
    source = [f"Source: {name}"] if name else []
    return "\n\n".join([*lines, text, *source]).strip()


def _depth(markup: str) -> int:
    """How deep elements stand in one another at most."""
    depth = deepest = 0
    for tag in _TAG.finditer(markup):
        if tag[2].lower() not in _WITHOUT_END:
            depth = max(0, depth - 1) if tag[1] else depth + 1
            deepest = max(deepest, depth)
    return deepest


def _without_tags(markup: str) -> str:
    lines = _ANY_TAG.sub("\n", _SCRIPT.sub("\n", markup)).split("\n")
    return "\n\n".join(line for line in map(str.strip, lines) if line)


def _has_headline(page: LexborHTMLParser) -> bool:
    headline = page.css_first("h1")
    return headline is not None and bool(headline.text(strip=True))


def _title(page: LexborHTMLParser) -> str:
    """What the page is called, by its card for other sites or by its title."""
    card = page.css_first("meta[property='og:title']")
    title = page.css_first("title")
    return _value(card) or (_SPACES.sub(" ", title.text()).strip() if title else "")


def _name(page: LexborHTMLParser) -> str:
    return _value(page.css_first("meta[property='og:site_name']"))


def _day(page: LexborHTMLParser) -> str:
    """The day of publication, as the page tells machines."""
    for found in chain(_days_in_head(page), _days_in_data(page)):
        match = _ISO.search(found)
        if match:
            return match.group().replace("T", " ")
    return ""


def _days_in_head(page: LexborHTMLParser) -> Iterator[str]:
    for selector in _DATES:
        yield _value(page.css_first(selector))


def _days_in_data(page: LexborHTMLParser) -> Iterator[str]:
    """schema.org's datePublished, in the page's JSON-LD."""
    for script in page.css("script[type='application/ld+json']"):
        try:
            waiting = [json.loads(script.text())]
        except (ValueError, RecursionError):
            continue
        while waiting:
            entry = waiting.pop()
            if isinstance(entry, dict):
                yield str(entry.get("datePublished", ""))
                entry = list(entry.values())
            if isinstance(entry, list):
                waiting.extend(entry)


def _value(node: LexborNode | None) -> str:
    content = node.attributes.get("content") if node else None
    return _SPACES.sub(" ", content or "").strip()


def _shed_boxes(page: LexborHTMLParser) -> None:
    """Boxes that name themselves after what surrounds a report, and the page's head and foot."""
    whole = len(page.body.text()) if page.body else 0
    for node in page.css("[class], [id], header, footer"):
        names = f"{node.attributes.get('class') or ''} {node.attributes.get('id') or ''}"
        surrounds = node.tag in ("header", "footer") or _BOX.search(names)
        if not surrounds or node.tag in ("html", "body", "main", "article"):
            continue
        if node.css_first("h1, article, main") is None and len(node.text()) * 3 <= whole:
            node.decompose()


def _write_out_times(page: LexborHTMLParser) -> None:
    """ "Two hours ago" says nothing later; the date for machines beside it does."""
    for node in page.css("time[datetime]"):
        stamp = _ISO.match(node.attributes.get("datetime") or "")
        if stamp and not _YEAR.search(node.text()):
            node.replace_with(f" {stamp.group().replace('T', ' ')} ")


def _report_of(page: LexborHTMLParser) -> LexborNode | None:
    """The one article of a page, or all of it."""
    articles = page.css("article")
    body = page.body
    if len(articles) == 1 and body and len(articles[0].text()) * 2 >= len(body.text()):
        headline = page.css_first("h1")
        inside = articles[0].css_first("h1") is not None
        return articles[0] if inside or headline is None else body
    return body or page.root


def _text(node: LexborNode | None) -> str:
    if node is None:
        return ""
    text = _BLANK_LINES.sub("\n\n", "".join(_pieces(node)))
    return "\n".join(_SPACES.sub(" ", line).strip() for line in text.split("\n")).strip()


def _pieces(root: LexborNode) -> Iterator[str]:
    """The text of a tree, from one node to the next: no page is too deep."""
    node, entering = root, True
    while True:
        if entering:
            yield from _opening(node)
        child = node.child if entering else None
        if child is not None:
            node = child
            continue
        if node.tag in _BLOCKS:
            yield "\n\n"
        if node.mem_id == root.mem_id:
            return
        following = node.next
        entering = following is not None
        node = following if following is not None else node.parent


def _opening(node: LexborNode) -> Iterator[str]:
    if node.tag == "-text":
        yield _SPACES.sub(" ", node.text_content or "")
    elif node.tag == "br":
        yield "\n"
    elif node.tag in _BLOCKS:
        yield "\n\n• " if node.tag == "li" else "\n\n"
        if node.tag == "figcaption":
            yield "Photo: "
