"""Pure: what a file is by its first bytes, whatever its name says; the whole list we take."""

from typing import NamedTuple

# So many first bytes are enough to tell.
HEAD = 4096


class FileType(NamedTuple):
    """A kind of file the archive keeps, and how it is served."""

    kind: str  # a value of MediaItem.Kind
    content_type: str
    suffix: str


JPEG = FileType("photo", "image/jpeg", ".jpg")
PNG = FileType("photo", "image/png", ".png")
WEBP = FileType("photo", "image/webp", ".webp")
AVIF = FileType("photo", "image/avif", ".avif")
PDF = FileType("document", "application/pdf", ".pdf")
MP3 = FileType("audio", "audio/mpeg", ".mp3")
M4A = FileType("audio", "audio/mp4", ".m4a")
MP4 = FileType("video", "video/mp4", ".mp4")
OGG_AUDIO = FileType("audio", "audio/ogg", ".oga")
OGG_VIDEO = FileType("video", "video/ogg", ".ogv")
WEBM = FileType("video", "video/webm", ".webm")

ACCEPTED = (JPEG, PNG, WEBP, AVIF, PDF, MP3, M4A, MP4, OGG_AUDIO, OGG_VIDEO, WEBM)
_BY_SUFFIX = {accepted.suffix: accepted for accepted in ACCEPTED}

# ISO 14496-12: the brand after "ftyp" says which family of the box format a file belongs to.
_BRANDS = {
    b"avif": AVIF, b"avis": AVIF,
    b"M4A ": M4A, b"M4B ": M4A,
    b"isom": MP4, b"iso2": MP4, b"iso4": MP4, b"iso5": MP4, b"iso6": MP4, b"mp41": MP4,
    b"mp42": MP4, b"avc1": MP4, b"M4V ": MP4, b"MSNV": MP4, b"dash": MP4,
}  # fmt: skip
_OGG_AUDIO = (b"vorbis", b"OpusHead", b"FLAC")
_HEIF_BRANDS = (b"heic", b"heix", b"hevc", b"mif1", b"msf1")

# Kilobits a second and samples a second of MPEG audio layer III (ISO 11172-3, 2.4.2.3).
_BITRATES = {
    3: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    2: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
    0: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
_SAMPLES = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}


def filetype_of_name(name: str) -> FileType | None:
    """The type of a stored file: its suffix was given when its content was checked."""
    return _BY_SUFFIX.get(name[name.rfind(".") :])


def filetype_of(head: bytes) -> FileType | None:
    """The type of a file that begins with these bytes; None for all that we do not take."""
    if head.startswith(b"\xff\xd8\xff"):
        return JPEG
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return WEBP
    if head[4:8] == b"ftyp":
        return _BRANDS.get(head[8:12])
    if head.startswith(b"%PDF-"):
        return PDF
    return _recording(head)


def is_markup(head: bytes) -> bool:
    """A web page, an SVG drawing or other markup, in whatever encoding."""
    return head.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").startswith(b"<")


def is_heif(head: bytes) -> bool:
    """A photo as iPhones keep it, which browsers cannot show."""
    return head[4:8] == b"ftyp" and head[8:12] in _HEIF_BRANDS


def _recording(head: bytes) -> FileType | None:
    if head.startswith(b"\x1a\x45\xdf\xa3") and b"webm" in head[:64]:
        return WEBM
    if head.startswith(b"OggS") and b"theora" in head[:128]:
        return OGG_VIDEO
    if head.startswith(b"OggS") and any(codec in head[:64] for codec in _OGG_AUDIO):
        return OGG_AUDIO
    if head.startswith(b"ID3") or _is_mpeg_audio(head):
        return MP3
    return None


def _is_mpeg_audio(head: bytes) -> bool:
    """Two frames of MPEG audio in a row: two bytes alone would be too easy to have by chance."""
    length = _frame_length(head)
    return bool(length) and _frame_length(head[length:]) > 0


def _frame_length(head: bytes) -> int:
    """The length of the layer III frame that begins here, or 0 if none does."""
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE6 != 0xE2:
        return 0
    version, bitrate, sampling = head[1] >> 3 & 3, head[2] >> 4, head[2] >> 2 & 3
    if version == 1 or bitrate in (0, 15) or sampling == 3:
        return 0
    slots = 144 if version == 3 else 72
    padding = head[2] >> 1 & 1
    return slots * _BITRATES[version][bitrate] * 1000 // _SAMPLES[version][sampling] + padding
