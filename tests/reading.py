"""What a reader sees of an answer: its words, its links, its parts. The HTML is parsed strictly."""

import json
import re
from xml.etree.ElementTree import Element

import html5lib
from django.http import HttpResponse

# Elements that end a word; all others may stand inside one.
_INLINE = {"a", "abbr", "b", "cite", "code", "em", "i", "mark", "span", "strong", "time"}


class Page:
    """One HTML answer. A fault in its markup raises html5lib's ParseError."""

    def __init__(self, response: HttpResponse):
        parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
        self.root = parser.parse(response.content.decode())
        self.main = next(self.root.iter("main"))

    @property
    def title(self) -> str:
        return words_of(next(self.root.iter("title")))

    @property
    def heading(self) -> str:
        return words_of(next(self.main.iter("h1")))

    @property
    def words(self) -> str:
        return words_of(self.main)

    @property
    def links(self) -> dict[str, str]:
        """The words of each link of the main part, and where the first of them leads."""
        found: dict[str, str] = {}
        for link in self.main.iter("a"):
            found.setdefault(words_of(link), link.get("href"))
        return found

    def parts(self, name: str) -> list[Element]:
        """The elements with this class."""
        return [each for each in self.root.iter() if name in (each.get("class") or "").split()]

    def texts(self, name: str) -> list[str]:
        """The words of each element with this class."""
        return [words_of(part) for part in self.parts(name)]

    def section(self, heading: str) -> str:
        """The words under a heading of the record."""
        for section in self.main.iter("section"):
            found = next(section.iter("h2"), None)
            if found is not None and words_of(found) == heading:
                return words_of(section).removeprefix(heading).strip()
        return ""

    def meta(self, name: str) -> str | None:
        """What the head says under a name or, as Open Graph has it, a property."""
        found = (
            each.get("content")
            for each in self.root.iter("meta")
            if name in (each.get("name"), each.get("property"))
        )
        return next(found, None)

    @property
    def graph(self) -> dict[str, dict]:
        """What the page says in JSON-LD, by its type; the first node is what the page is about."""
        (script,) = (
            each for each in self.root.iter("script") if each.get("type") == "application/ld+json"
        )
        return {node["@type"]: node for node in json.loads(script.text)["@graph"]}

    @property
    def subject(self) -> dict:
        return next(iter(self.graph.values()))

    def canonical(self) -> str:
        found = (each for each in self.root.iter("link") if each.get("rel") == "canonical")
        return next(found).get("href")


def words_of(element: Element) -> str:
    return re.sub(r"\s+", " ", "".join(_texts(element))).strip()


def _texts(element: Element):
    yield element.text or ""
    for child in element:
        space = "" if child.tag in _INLINE else " "
        if isinstance(child.tag, str):
            yield space
            yield from _texts(child)
            yield space
        yield child.tail or ""


def read(client, address: str) -> Page:
    """The page at an address that is answered with 200."""
    response = client.get(address)
    assert response.status_code == 200
    return Page(response)
