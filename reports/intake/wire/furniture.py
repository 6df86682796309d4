"""What a line of a page is there for: to say something, or to furnish the page."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum
from itertools import islice

from reports.intake.language import is_small_word
from reports.intake.wire.lines import Line, ends_a_sentence
from reports.intake.wire.page_words import PageWords, folded, page_words
from reports.intake.wire.stamps import Stamp, stamp_of, stamps_in


class Kind(Enum):
    """What a line is."""

    PROSE = "a sentence or more"
    TEXT = "words that could be a headline, a subheading or a line of a menu"
    STAMP = "a date of the page"
    BYLINE = "who wrote it"
    SECTION = "where on the site it stands"
    SOURCE = "who published it"
    PHOTO = "a picture, or its caption"
    PAGE = "of the page"
    ASIDE = "a box about other reports"
    ENDING = "where the report is over"


@dataclass(frozen=True)
class Piece:
    """A line or a part of one, with what it is."""

    line: Line
    kind: Kind
    reason: str = ""  # why it would be left out
    stamp: Stamp | None = None
    value: Line | None = None  # what a label labels: the name after "By", the title after "Title:"
    photos: int = 0


CUT_OFF = 20  # words that begin with an article are a sentence whose end is missing
LONGEST_NOTE = 60  # words; a longer line says more than a note about cookies or copyright
_SEPARATOR = re.compile(r"\s*[|•·»›>→\t]\s*|\s{2,}|\s+[/~]\s+")
_WORDS = re.compile(r"\w+")
_TEMPLATE = re.compile(r"\{\{.*?\}\}|<[^<>]*>")
_LABEL = re.compile(r"\s*[:：|]\s*|\s+[–—-]\s+")
_PHOTOS = re.compile(
    r"^\W*([0-9]{1,3})\W*([^\W\d_]+)\W*$|^\W*([^\W\d_]+(?: [^\W\d_]+)?)\W*([0-9]{1,3})\W*$"
)
_CREDIT = re.compile(
    r"(?:^|[.!?…”\"»)]\s|[(\[/])\s*([^\W\d_]+)(?:\s[^\W\d_]+){0,2}\s?[:/]\s?[^\n]{2,60}$"
)
_ADDRESS = re.compile(
    r"^(?:https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.[\w.-]+|@\w+|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}(?:/\S*)?)$",
    re.IGNORECASE,
)
_CODE = re.compile(r"(?=\D*(?:\d\D*){4})[A-Za-z]{1,12}[A-Z0-9]{6,}")
_NAME = re.compile(r"^[^\W\d_a-z][\w.’'-]*(?:[\s,&]+(?:[^\W\d_][\w.’'-]*)){0,7}$")
FIELDS = "fields"  # why it is left out: labels and values of a page, run together
_ISO = len("2026-02-23")
_OF_TIME = frozenset(["time"])
_PARTICLES = frozenset(
    "de del della di da van von der den la le el al bin ibn and und et y e ve və и dos du".split()
)


def pieces_of(line: Line, phrases: dict[str, str]) -> list[Piece]:
    """The line, in parts where it is a row of small things; `phrases` are those in the text."""
    whole = piece_of(line, phrases)
    small = whole.kind in (Kind.TEXT, Kind.STAMP) or whole.reason == "views"
    dated = whole.kind is Kind.PROSE and line.words <= 60 and re.search(r"[0-9]\s*[|•]", line.text)
    if ends_a_sentence(line.text) or whole.value or not (small or dated):
        return [whole]
    return _row_of_parts(line, phrases) or [whole]


def _row_of_parts(line: Line, phrases: dict[str, str]) -> list[Piece]:
    parts = list(_parts(line))
    pieces = [piece_of(half, phrases) for part in parts for half in _before_its_date(part)]
    pieces = [
        Piece(piece.line, Kind.TEXT) if piece.kind is Kind.PROSE else piece for piece in pieces
    ]
    telling = any(piece.kind not in (Kind.TEXT, Kind.PROSE) for piece in pieces)
    small = all(part.words <= 4 for part in parts)
    return pieces if len(pieces) > 1 and (telling or small) else []


def _parts(line: Line) -> Iterator[Line]:
    start = 0
    for separator in _SEPARATOR.finditer(line.text):
        if (
            line.text[separator.end() : separator.end() + 1].islower()
            and not separator.group().strip()
        ):
            continue  # two spaces within a sentence
        if line.text[start : separator.start()].strip():
            yield line.part(start, separator.start())
        start = separator.end()
    if line.text[start:].strip():
        yield line.part(start, len(line.text))


def _before_its_date(line: Line) -> Iterator[Line]:
    """A headline and the date that was glued to its end, or the line as it is."""
    cut = _start_of_last_date(line.text) if line.words > 6 else 0
    before = line.text[:cut].split()
    # "… opens in Oslo 3 May 2026", but not "… of the fire on 3 May 2026", "… in Oslo, 3 May 2026".
    if before and before[-1][-1] != "," and (before[-1][0].isupper() or not before[-1].isalpha()):
        yield line.part(0, cut)
        yield line.part(cut, len(line.text))
    else:
        yield line


def _start_of_last_date(text: str) -> int:
    tail = len(text) - 24
    for stamp in stamps_in(text[tail:]):
        if stamp.year and tail + stamp.end == len(text):
            return tail + stamp.start
    return 0


def piece_of(line: Line, phrases: dict[str, str]) -> Piece:
    """What one line or part of a line is."""
    text = line.text
    if len(text) > 600:
        return Piece(line, Kind.PROSE)
    words = page_words()
    plain = folded(text.strip(" :.,;*#[]()-–—_=…›»«‹|+×↑↓→←"))
    return (
        _known(line, plain, words)
        or _dated(line)
        or _glued(line, words)
        or _labelled(line, words)
        or _noted(line, plain, phrases)
        or _attributed(line, plain, words)
        or Piece(line, Kind.PROSE if _is_prose(line) else Kind.TEXT)
    )


def _is_prose(line: Line) -> bool:
    count = line.words
    if count >= 30:
        return True
    if not ends_a_sentence(line.text):
        if count >= CUT_OFF and is_small_word(line.text.split()[0].lower()):
            return True
        # A sentence that is over and another that was cut off.
        return count >= 14 and bool(re.search(r"[^\W\d_]{3}[.!?]\s+[^\W\d_a-z]", line.text))
    return count >= 8


def _known(line: Line, plain: str, words: PageWords) -> Piece | None:
    """A line that pages have in these words."""
    letters = islice(filter(str.isalpha, plain), 3)
    if sum(1 for _letter in letters) < 3 and not _years(line.text):
        return Piece(line, Kind.PAGE, "mark")
    bare = plain.rstrip("0123456789 ()")
    if bare in words.endings and not (plain == bare and plain in words.sections):
        return Piece(line, Kind.ENDING, words.endings[bare])
    if plain in words.lines:
        reason = words.lines[plain]
        if reason == "photo":
            return Piece(line, Kind.PHOTO, "photo", photos=1)
        return Piece(line, Kind.PAGE, reason)
    photos = _PHOTOS.match(line.text) if line.words <= 4 else None
    if photos and folded(photos[2] or photos[3]) in words.photo:
        return Piece(line, Kind.PHOTO, "photo", photos=int(photos[1] or photos[4]))
    if plain in words.sections:
        return Piece(line, Kind.SECTION, "section", value=line)
    if _CODE.fullmatch(line.text):
        return Piece(line, Kind.PAGE, "mark")
    if _ADDRESS.match(line.text):
        return Piece(line, Kind.PAGE, "address")
    return None


def _years(text: str) -> bool:
    return any(character.isdigit() for character in text) and stamp_of(text) is not None


def _dated(line: Line) -> Piece | None:
    """A line that holds a date, and beside it at most a name, a section or a counter."""
    if len(line.text) > 160 or (line.words > 8 and ends_a_sentence(line.text)):
        return None
    stamp = stamp_of(line.text)
    if not stamp:
        return None
    rest = beside(line, stamp)
    # `Le 11 novembre` is a date of the page, `Le 11 novembre à Lyon` may be a headline.
    if not (stamp.year or stamp.clock or (stamp.label and not rest)):
        return None
    if sum(len(_WORDS.findall(part.text)) for part in rest) > 10:
        return None
    if not stamp.label and not all(_may_stand_beside(line, stamp, part) for part in rest):
        return None
    return Piece(line, Kind.STAMP, "date line", stamp=stamp)


def _glued(line: Line, words: PageWords) -> Piece | None:
    """Fields that lost what stood between them: "Time:2026-02-23Editor:Ann Example"."""
    label, colon, value = line.text.partition(":")
    if not colon or not value[:4].isdigit() or folded(label) not in _OF_TIME | words.published:
        return None
    start = len(label) + 1
    field = line.part(start, start + _ISO)
    stamp = stamp_of(field.text)
    following = line.text[start + _ISO : start + _ISO + 1]
    if not stamp or not stamp.year or not stamp.day or not following.isupper():
        return None
    stamp = replace(stamp, start=stamp.start + start, end=stamp.end + start)
    return Piece(line, Kind.STAMP, FIELDS, stamp=stamp)


def beside(line: Line, stamp: Stamp) -> list[Line]:
    """What else a dated line says."""
    parts = [line.part(*span) for span in stamp.rest]
    return [part for part in parts if _TEMPLATE.sub("", part.text).strip(" .,:;-–—|/{}")]


def _may_stand_beside(line: Line, stamp: Stamp, part: Line) -> bool:
    """Set apart from the date by a mark, or the name of a writer or a section."""
    start, end = part.start - line.start, part.end - line.start
    words = page_words()
    given = part.text.rstrip(" ,").split()
    while given and folded(given[-1].strip(",")) in (words.weekdays | words.beside_date):
        given.pop()
    named = list(map(folded, given))
    if end <= stamp.start:
        before = line.text[start : stamp.start].rstrip()
        # `Ann Example – Sunday 2 May`: the mark is before the weekday.
        mark = before[-1:] if before[-1:] in "|•·/–—-()[]" else " ".join(given)[-1:]
    else:
        mark = line.text[stamp.end : end].lstrip(" .")[:1]
    glued = end == stamp.start and line.text[end - 1 : end].isalpha()
    if glued or (mark and mark in "|•·/–—-()[]") or " ".join(named) in words.sections:
        return True
    if is_outlet(part.text) and is_title(part.text.rstrip(" ,")):
        return True  # The Example, 2 May
    if (stamp.year or stamp.day) and stamp.clock and part.words <= 3:
        return True  # nobody tells the minute in a headline
    return part.words <= 2 and "," not in line.text[start : stamp.start] and is_name(part.text)


def _labelled(line: Line, words: PageWords) -> Piece | None:
    """A line that begins by saying what it is: "Photo: …", "By …", "Read also: …"."""
    text = line.text
    label = _LABEL.search(text[:48])
    opening = folded(text[: label.start()].strip("[(# *")) if label else ""
    value = line.part(label.end(), len(text)) if label and label.end() < len(text) else None
    if opening and value and value.text:
        colon = ":" in label.group() or "|" in label.group()
        piece = _after_label(line, opening, value, words) if colon else None
        if piece:
            return piece
        if opening in words.openings and words.openings[opening] not in ("headline", "contact"):
            reason = words.openings[opening]
            return Piece(line, _kind_of(reason), reason, photos=int(reason == "photo"))
    for count in (4, 3, 2, 1):
        head = folded(" ".join(text.split(" ", count)[:count]))
        reason = words.openings.get(head)
        # One word may begin any headline: "Photo exhibition opens …"; two rarely do.
        if reason and (count > 1 or reason == "copyright") and line.words <= 16:
            if reason in ("headline", "contact"):
                continue
            return Piece(line, _kind_of(reason), reason, photos=int(reason == "photo"))
    return None


def _after_label(line: Line, opening: str, value: Line, words: PageWords) -> Piece | None:
    if opening in words.by and value.words <= 8:
        return Piece(line, Kind.BYLINE, "label", value=value)
    if opening in words.source and value.words <= 8:
        return Piece(line, Kind.SOURCE, "source", value=value)
    if opening in words.section_labels and value.words <= 8:
        return Piece(line, Kind.SECTION, "label", value=value)
    reason = words.openings.get(opening)
    if reason == "headline":
        return Piece(line, Kind.TEXT, "label", value=value)
    if reason and (reason != "contact" or line.words <= 30):
        return Piece(line, _kind_of(reason), reason, photos=int(reason == "photo"))
    return None


def _kind_of(reason: str) -> Kind:
    return {"photo": Kind.PHOTO, "read also": Kind.ASIDE}.get(reason, Kind.PAGE)


def _noted(line: Line, plain: str, phrases: dict[str, str]) -> Piece | None:
    """A note about cookies, newsletters or rights; a caption with its credit."""
    if phrases and line.words <= LONGEST_NOTE:
        for phrase, reason in phrases.items():
            if phrase in plain:
                return Piece(line, Kind.PAGE, reason)
    if "©" in line.text:
        return Piece(line, Kind.PAGE, "copyright")
    credit = _CREDIT.search(line.text[-90:]) if line.words <= LONGEST_NOTE else None
    if credit and folded(credit[1]) in page_words().photo:
        return Piece(line, Kind.PHOTO, "caption", photos=1)
    if page_words().openings.get(plain.strip("0123456789., ")) == "views":
        return Piece(line, Kind.PAGE, "views")
    return None


def _attributed(line: Line, plain: str, words: PageWords) -> Piece | None:
    """A byline without a colon: "By Ann Example", "Newsroom, The Example"."""
    if line.words > 10 or ends_a_sentence(line.text):
        return None
    for word in words.by:
        if plain.startswith(word + " "):
            value = line.part(len(word), len(line.text))
            if is_name(value.text) or folded(value.text) in words.byline_roles:
                return Piece(line, Kind.BYLINE, "label", value=value)
    roles = {folded(part) for part in re.split(r"[,/|]", line.text)} | {plain.rpartition(" ")[2]}
    if roles & words.byline_roles and line.words <= 6:
        return Piece(line, Kind.BYLINE, "byline", value=line)
    return None


def is_outlet(text: str) -> bool:
    """Whether a short name has a word that newspapers and agencies have, or is a domain."""
    plain = folded(text.strip(" .,:;-–—|()[]/"))
    words = page_words()
    if plain in words.agencies or re.fullmatch(r"[\w-]+\.[a-z]{2,5}", plain):
        return True
    given = plain.split()
    if len(given) == 1:
        # Mainbote, Stadtanzeiger
        return any(plain.endswith(word) and len(plain) > len(word) + 2 for word in words.compounds)
    named = 2 <= len(given) <= 6 and not text.islower()
    return named and any(word in words.outlets for word in given)


def is_name(text: str) -> bool:
    """Whether every word begins with a capital, as in a name or two."""
    if not _NAME.match(text):
        return False
    given = [word for word in re.split(r"[\s,&]+", text) if word]
    capitals = sum(word[0].isupper() for word in given)
    return all(word[0].isupper() or word.lower() in _PARTICLES for word in given) and capitals > 0


def is_title(text: str) -> bool:
    """Whether it is written as names of institutions are: "Embassy of Japan in Slovenia"."""
    given = text.split()
    capitals = [word for word in given if word[0].isupper() or word[:2] in ("d'", "l'", "d’", "l’")]
    small = [word for word in given if word not in capitals]
    return (
        bool(given) and given[0][0].isupper() and all(map(is_small_word, small)) and bool(capitals)
    )
