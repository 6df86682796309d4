"""Pure: Markdown as staff write it, to HTML that is safe on a public page."""

import re

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token

_TAGS = {
    "p", "br", "em", "strong", "a", "ul", "ol", "li", "blockquote", "h3", "h4", "hr", "code", "pre",
}  # fmt: skip
_markdown = MarkdownIt("commonmark", {"html": False})


def render_markdown(text: str, links: dict[str, str] | None = None) -> str:
    """HTML of a text; the first occurrence of each key of `links` leads to its address."""
    tokens = _markdown.parse(text)
    wanted = dict(links or {})
    for token in tokens:
        if token.tag in ("h1", "h2"):  # the page has its own
            token.tag = "h3"
        if token.type == "inline" and token.children and wanted:
            token.children = _linked(token.children, wanted)
    html = _markdown.renderer.render(tokens, _markdown.options, {})
    return nh3.clean(
        html,
        tags=_TAGS,
        attributes={"a": {"href"}, "ol": {"start"}},
        url_schemes={"http", "https", "mailto"},
        attribute_filter=_safe_attribute,
        link_rel="noopener nofollow",
    )


def _safe_attribute(tag: str, name: str, value: str) -> str | None:
    """nh3 lets an address without a scheme pass, and `//evil.example` is one of those."""
    if name == "href" and re.match(r"[\s\x00-\x1f]*[/\\][\s\x00-\x1f]*[/\\]", value):
        return None
    return value


def _linked(children: list[Token], wanted: dict[str, str]) -> list[Token]:
    """The tokens of one paragraph with links put in; what is linked leaves `wanted`."""
    linked: list[Token] = []
    depth = 0
    for token in children:
        depth += token.type == "link_open"
        depth -= token.type == "link_close"
        if token.type == "text" and not depth:
            linked += _split(token.content, wanted)
        else:
            linked.append(token)
    return linked


def _split(text: str, wanted: dict[str, str]) -> list[Token]:
    if not wanted:
        return [_text(text)]
    # The longest first, so that "Embassy of X in Y" is not taken apart by "Y".
    names = sorted(wanted, key=len, reverse=True)
    match = re.search(r"(?<!\w)(?:" + "|".join(map(re.escape, names)) + r")(?!\w)", text)
    if not match:
        return [_text(text)]
    address = wanted[match.group()]
    for name in [name for name, known in wanted.items() if known == address]:
        del wanted[name]
    opening = Token("link_open", "a", 1, attrs={"href": address})
    return [
        _text(text[: match.start()]),
        opening,
        _text(match.group()),
        Token("link_close", "a", -1),
        *_split(text[match.end() :], wanted),
    ]


def _text(content: str) -> Token:
    return Token("text", "", 0, content=content)
