"""What a picture says of itself: read from EXIF, IPTC and XMP, and written into its renditions."""

import re
from dataclasses import dataclass, fields
from datetime import date
from xml.etree import ElementTree  # only to write; what others wrote is read with defusedxml

from defusedxml.ElementTree import fromstring
from PIL import ExifTags, Image, IptcImagePlugin

from events.dates import DatePrecision, PartialDate
from events.media.picture import DAMAGED
from events.names import clean_text

_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_PHOTOSHOP = "{http://ns.adobe.com/photoshop/1.0/}"
_XMP = "{http://ns.adobe.com/xap/1.0/}"
_EXIF = "{http://ns.adobe.com/exif/1.0/}"
_RIGHTS = "{http://ns.adobe.com/xap/1.0/rights/}"
_PREFIXES = {
    "x": "adobe:ns:meta/",
    "rdf": _RDF[1:-1],
    "dc": _DC[1:-1],
    "photoshop": _PHOTOSHOP[1:-1],
    "xmpRights": _RIGHTS[1:-1],
}
for _prefix, _address in _PREFIXES.items():
    ElementTree.register_namespace(_prefix, _address)

# Nobody writes a longer caption; a file that does is playing with us.
_LONGEST = 2000
_DATE = re.compile(r"(\d{4})[-:]?(\d{2})?[-:]?(\d{2})?(?:\D.*)?", re.ASCII | re.DOTALL)


@dataclass(frozen=True)
class Embedded:
    """The credits, caption and date in a file; empty where it has none."""

    creator: str = ""
    credit: str = ""
    copyright: str = ""
    title: str = ""
    caption: str = ""
    taken: PartialDate | None = None

    def or_else(self, other: "Embedded") -> "Embedded":
        """This, completed by another where this is silent."""
        return Embedded(
            **{
                field.name: getattr(self, field.name) or getattr(other, field.name)
                for field in fields(Embedded)
            }
        )


# --- Reading ----------------------------------------------------------------------------


def read_embedded(picture: Image.Image) -> Embedded:
    """XMP first, then IPTC, then EXIF; what is broken counts as absent."""
    found = Embedded()
    for read in (_read_xmp, _read_iptc, _read_exif):
        try:
            found = found.or_else(read(picture))
        except DAMAGED:
            # Cut off, wrongly encoded or hostile: the next standard may still say something.
            continue
    return found


def _read_xmp(picture: Image.Image) -> Embedded:
    packet = picture.info.get("xmp")
    if not packet:
        return Embedded()
    root = fromstring(packet.rstrip(b"\x00 ") if isinstance(packet, bytes) else packet)
    dates = (f"{_PHOTOSHOP}DateCreated", f"{_EXIF}DateTimeOriginal", f"{_XMP}CreateDate")
    return Embedded(
        creator=_xmp_text(root, f"{_DC}creator"),
        credit=_xmp_text(root, f"{_PHOTOSHOP}Credit"),
        copyright=_xmp_text(root, f"{_DC}rights"),
        title=_xmp_text(root, f"{_PHOTOSHOP}Headline") or _xmp_text(root, f"{_DC}title"),
        caption=_xmp_text(root, f"{_DC}description"),
        taken=next(filter(None, (read_date(_xmp_text(root, name)) for name in dates)), None),
    )


def _xmp_text(root, name: str) -> str:
    """A property of an XMP packet: an attribute, a text or a list (ISO 16684-1, 7)."""
    for element in root.iter():
        if name in element.attrib:
            return _line(element.attrib[name])
        if element.tag == name:
            entries = [_line(entry.text) for entry in element.iter(f"{_RDF}li")]
            return ", ".join(filter(None, entries)) or _line(element.text)
    return ""


def _read_iptc(picture: Image.Image) -> Embedded:
    records = IptcImagePlugin.getiptcinfo(picture) or {}
    # IIM 4.1, 1:90: this escape sequence announces UTF-8.
    encoding = "utf-8" if records.get((1, 90)) == b"\x1b%G" else None

    def text(dataset: int) -> str:
        value = records.get((2, dataset), b"")
        values = value if isinstance(value, list) else [value]
        return ", ".join(filter(None, (_line(_decoded(each, encoding)) for each in values)))

    return Embedded(
        creator=text(80),
        credit=text(110) or text(115),
        copyright=text(116),
        title=text(105) or text(5),
        caption=text(120),
        taken=read_date(text(55)),
    )


def _read_exif(picture: Image.Image) -> Embedded:
    exif = picture.getexif()
    taken = exif.get_ifd(ExifTags.IFD.Exif).get(ExifTags.Base.DateTimeOriginal, "")
    return Embedded(
        creator=_line(_decoded(exif.get(ExifTags.Base.Artist, ""))),
        copyright=_line(_decoded(exif.get(ExifTags.Base.Copyright, ""))),
        caption=_line(_decoded(exif.get(ExifTags.Base.ImageDescription, ""))),
        taken=read_date(_line(_decoded(taken))),
    )


def read_date(text: str) -> PartialDate | None:
    """A date as EXIF (2026:02:23), IPTC (20260223) or XMP (2026-02) write it, at its precision."""
    match = _DATE.fullmatch(text)
    if not match:
        return None
    # Zeros stand for what is not known (IIM 4.1, 2:55).
    year, month, day = (int(part or 0) for part in match.groups())
    precision = DatePrecision.DAY if month and day else DatePrecision.MONTH
    try:
        first = date(year, month or 1, day if month and day else 1)
    except ValueError:
        return None
    return PartialDate(first, precision if month else DatePrecision.YEAR)


def _decoded(value, encoding: str | None = None) -> str:
    """Text of bytes: as announced, else UTF-8 where it fits, else Latin-1, which always does."""
    if isinstance(value, tuple):
        value = value[0] if value else ""
    if isinstance(value, str):
        # Pillow reads EXIF text as Latin-1; cameras and desks write UTF-8 (MWG 2.0, 2.2).
        value = value.encode("latin-1", "ignore") if _is_latin(value) else value.encode()
    if not isinstance(value, bytes):
        return ""
    try:
        return value.decode(encoding or "utf-8")
    except UnicodeDecodeError:
        return value.decode("latin-1")


def _is_latin(text: str) -> bool:
    return all(mark <= "\xff" for mark in text)


def _line(text: str | None) -> str:
    return clean_text(text or "")[:_LONGEST]


# --- Writing ----------------------------------------------------------------------------


def exif_with(embedded: Embedded) -> Image.Exif:
    """EXIF that holds the credits and nothing else: no place, no camera, no thumbnail."""
    exif = Image.Exif()
    rights = embedded.copyright or embedded.credit
    for tag, text in ((ExifTags.Base.Artist, embedded.creator), (ExifTags.Base.Copyright, rights)):
        if text:
            exif[tag] = text.encode()
    return exif


def xmp_with(embedded: Embedded, licence: str = "", licence_url: str = "") -> bytes:
    """An XMP packet that holds the credits and the licence."""
    root = ElementTree.Element("{adobe:ns:meta/}xmpmeta")
    about = ElementTree.SubElement(ElementTree.SubElement(root, f"{_RDF}RDF"), f"{_RDF}Description")
    about.set(f"{_RDF}about", "")
    _add_list(about, f"{_DC}creator", "Seq", embedded.creator)
    _add_list(about, f"{_DC}rights", "Alt", embedded.copyright or embedded.credit)
    _add_list(about, f"{_RIGHTS}UsageTerms", "Alt", licence)
    for name, text in (
        (f"{_PHOTOSHOP}Credit", embedded.credit),
        (f"{_RIGHTS}WebStatement", licence_url),
    ):
        if text:
            ElementTree.SubElement(about, name).text = text
    return ElementTree.tostring(root, encoding="utf-8")


def _add_list(about, name: str, container: str, text: str) -> None:
    if not text:
        return
    entries = ElementTree.SubElement(ElementTree.SubElement(about, name), f"{_RDF}{container}")
    entry = ElementTree.SubElement(entries, f"{_RDF}li")
    entry.text = text
    if container == "Alt":
        entry.set("{http://www.w3.org/XML/1998/namespace}lang", "x-default")
