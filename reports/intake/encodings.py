"""Read the bytes of a file as text, whatever machine it was written on. Pure."""

import codecs
import re

from django.utils.translation import gettext as _

from reports.intake.language import language_of, letters_of

LARGEST = 10 * 1024 * 1024
_SAMPLE = 4096  # bytes of lines with letters beyond ASCII

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# In the order in which they are believed when nothing speaks for one of them.
_SINGLE_BYTE = ("cp1252", "cp1254", "cp1250", "cp1251", "mac_roman")
_DECLARED = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_-]{3,20})")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x19\x1c-\x1f\x7f]")
_TYPOGRAPHY = frozenset("“”„‘’‚–—…«»•©®°€§№ªº½²\xa0")


class UnreadableText(ValueError):
    """The file holds no text that could be read; the message is a sentence for whoever sent it."""


def read_bytes(data: bytes) -> str:
    """The text of a file in UTF-8, UTF-16 or an older Windows or Macintosh encoding."""
    _refuse_at_sight(data)
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _told(data.decode(encoding, errors="replace"))
    wide = _utf_16(data)
    if wide:
        return _told(data.decode(wide, errors="replace"))
    if len(_CONTROL.findall(data[:65536])) > len(data[:65536]) // 100:
        raise UnreadableText(_("This is no text file: it holds bytes that no text has."))
    return _told(_declared(data) or _utf_8(data) or _old(data))


def _refuse_at_sight(data: bytes) -> None:
    if len(data) > LARGEST:
        raise UnreadableText(_("The file is larger than 10 MB, more than any report."))
    if data.startswith(b"%PDF"):
        raise UnreadableText(_("This is a PDF: open it, copy the text and paste it."))
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise UnreadableText(
            _("This is a document of an office program: open it, copy the text and paste it.")
        )
    if data.startswith(b"{\\rtf"):
        raise UnreadableText(_("This is rich text: open it, copy the text and paste it."))


def _told(text: str) -> str:
    if not text.strip().strip("\0\ufeff"):
        raise UnreadableText(_("The file is empty."))
    return text


def _utf_16(data: bytes) -> str:
    """Without a byte order mark, the zero bytes of Latin letters tell."""
    head = data[:4096]
    even, odd = head[::2].count(0), head[1::2].count(0)
    least = len(head) // 5
    if odd > least and even <= odd // 20:
        return "utf-16-le"
    if even > least and odd <= even // 20:
        return "utf-16-be"
    return ""


def _declared(data: bytes) -> str:
    """What a page says of itself, if it is true."""
    head = data[:2048]
    match = _DECLARED.search(head) if head.lstrip()[:1] == b"<" else None
    if not match:
        return ""
    try:
        codec = codecs.lookup(match[1].decode("ascii"))
        return codec.decode(data, "strict")[0] if codec._is_text_encoding else ""
    except (LookupError, UnicodeDecodeError):
        return ""


def _utf_8(data: bytes) -> str:
    """UTF-8, of which a byte here and there may be lost; empty if it is something else."""
    text = data.decode("utf-8", errors="replace")
    lost = text.count("\ufffd")
    if not lost:
        return text
    whole = sum(map(len, re.findall(r"[^\x00-\x7f\ufffd]+", text)))
    return text if whole > 4 * lost else ""


def _old(data: bytes) -> str:
    """The single-byte encoding under which the letters are those of the language."""
    sample = _sample(data)
    best, highest = "latin-1", 0.0
    for encoding in _SINGLE_BYTE:
        try:
            score = _plausibility(sample.decode(encoding))
            data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if score > highest:
            best, highest = encoding, score
    return data.decode(best)


def _sample(data: bytes) -> bytes:
    lines, size = [], 0
    for line in re.split(rb"[\r\n]+", data):
        if not line.isascii():
            lines.append(line[:_SAMPLE])
            size += len(line)
        if size > _SAMPLE:
            break
    return b"\n".join(lines)


def _plausibility(text: str) -> float:
    """How many of the characters beyond ASCII belong to the language the text seems to be in."""
    letters = letters_of(language_of(text))
    score = 1.0
    previous = " "
    for character in text:
        if character > "\x7f":
            small = character.lower()
            if small in letters:
                # A capital inside a word was hardly written.
                score += 0.2 if small != character and previous.islower() else 1.0
            elif character in _TYPOGRAPHY:
                score += 0.8 if not (previous.isalpha() and character in "ªº½²§©®") else -0.5
            else:
                score += 0.0 if character.isalpha() else -1.0
        previous = character
    return score
