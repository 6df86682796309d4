"""Pure: what somebody typed into a search box, as words and phrases.

Nothing typed is an error and nothing is an operator: quotes hold a phrase together, everything
else is words, all of which are required.
"""

import re
from dataclasses import dataclass

from events.names import clean_text, words

MOST_WORDS = 12
LONGEST_WORD = 60
_LONGEST_TEXT = 2_000  # beyond the twelfth word of anybody
_PARTS = re.compile(r"[\"“”„«»]([^\"“”„«»]*)[\"“”„«»]|[^\"“”„«»]+|[\"“”„«»]")


@dataclass(frozen=True)
class Part:
    """One thing looked for: a word, or several in quotes that follow one another."""

    words: tuple[str, ...]
    is_quoted: bool = False


@dataclass(frozen=True)
class Query:
    """The parts of what was typed, in order, and whether some of it was too much."""

    parts: tuple[Part, ...] = ()
    is_cut: bool = False

    def __bool__(self) -> bool:
        return bool(self.parts)

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(word for part in self.parts for word in part.words)

    @property
    def unfinished(self) -> str:
        """The last word, which may be half typed; none where it stands in quotes or is short."""
        if not self.parts or self.parts[-1].is_quoted or len(self.words[-1]) < 3:
            return ""
        return self.words[-1]


def parse_query(text: str) -> Query:
    """The first twelve words of what was typed, folded."""
    cut = text[:_LONGEST_TEXT]
    parts, left = [], MOST_WORDS
    for match in _PARTS.finditer(clean_text(cut)):
        found = folded(match[1] or match[0])
        kept = tuple(found[:left])
        left -= len(found)
        if match[1] is not None and kept:
            parts.append(Part(kept, is_quoted=True))
        else:
            parts += [Part((word,)) for word in kept]
        if left < 0:
            break
    return Query(tuple(parts), is_cut=left < 0 or len(cut) < len(text))


def folded(text: str) -> list[str]:
    """The words of a text as the index holds them."""
    found = words(text)
    # No database holds a word of any length.
    if max(map(len, found), default=0) > LONGEST_WORD:
        found = [word[:LONGEST_WORD] for word in found]
    return found


# --- What is asked of the index -------------------------------------------------------------------


@dataclass(frozen=True)
class Phrase:
    """These words, one after the other."""

    words: tuple[str, ...]


@dataclass(frozen=True)
class Mark:
    """A heading, noun or date that a record carries: ":place:12", ":report", ":2026-02"."""

    text: str


@dataclass(frozen=True)
class All:
    parts: "tuple[Wanted, ...]"


@dataclass(frozen=True)
class Either:
    parts: "tuple[Wanted, ...]"


@dataclass(frozen=True)
class Except:
    wanted: "Wanted"
    unwanted: "Wanted"


Wanted = Phrase | Mark | All | Either | Except

# In front of a word that stands in the title, or in the paragraph under it. No word begins so.
IN_TITLE, IN_LEAD = "=", "-"


def in_title(wanted: Wanted) -> Wanted | None:
    """The same, looked for in titles only; None for what no title can hold."""
    match wanted:
        case Phrase(found):
            return Phrase(tuple(IN_TITLE + word for word in found))
        case Mark():
            return None
        case _:
            parts = tuple(part for part in map(in_title, wanted.parts) if part)
            return type(wanted)(parts)


def up_front(wanted: Wanted) -> Wanted:
    """The same, looked for in titles, in the paragraph below, and among the headings."""
    match wanted:
        case Phrase(found):
            below = Phrase(tuple(IN_LEAD + word for word in found))
            return Either((in_title(wanted), below))
        case Mark():
            return wanted
        case _:
            return type(wanted)(tuple(map(up_front, wanted.parts)))


def best_first(wanted: Wanted) -> list[Wanted]:
    """Questions without a common answer: in the title, then up front, then anywhere."""
    title, front = in_title(wanted), up_front(wanted)
    return [title, Except(front, title), Except(wanted, front)]
