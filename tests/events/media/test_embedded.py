from datetime import date
from io import BytesIO

import pytest
from PIL import Image

from events.dates import DatePrecision, PartialDate
from events.media.embedded import Embedded, read_date, read_embedded
from tests.factories.pictures import camera_exif, halves, jpeg, picture_bytes, with_iptc, xmp

CREATOR = "<dc:creator><rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq></dc:creator>"


def embedded_in(content: bytes) -> Embedded:
    return read_embedded(Image.open(BytesIO(content)))


def test_read_embedded_from_exif():
    exif = camera_exif(
        Artist="Səbinə Əliyeva".encode(),
        Copyright="© Agency".encode("latin-1"),
        ImageDescription="Wreaths\x00",
        DateTimeOriginal="2026:02:23 20:01:00",
    )

    assert embedded_in(jpeg(exif=exif)) == Embedded(
        creator="Səbinə Əliyeva",
        copyright="© Agency",
        caption="Wreaths",
        taken=PartialDate(date(2026, 2, 23)),
    )


@pytest.mark.parametrize(
    ("charset", "name"), [((1, 90, b"\x1b%G"), "Əli".encode()), ((1, 0, b"\0\2"), b"Andr\xe9")]
)
def test_read_embedded_from_iptc(charset, name):
    content = with_iptc(
        jpeg(),
        charset,
        (2, 80, name),
        (2, 80, b"Bo"),
        (2, 110, b"Agency"),
        (2, 116, b"(c) Agency"),
        (2, 105, b"Evening"),
        (2, 120, b"A hall"),
        (2, 55, b"20260000"),
    )

    assert embedded_in(content) == Embedded(
        creator="Əli, Bo" if charset[1] == 90 else "André, Bo",
        credit="Agency",
        copyright="(c) Agency",
        title="Evening",
        caption="A hall",
        taken=PartialDate(date(2026, 1, 1), DatePrecision.YEAR),
    )


@pytest.mark.parametrize("form", ["JPEG", "WEBP", "AVIF"])
def test_read_embedded_from_xmp(form):
    packet = xmp(
        CREATOR.format("Ann &amp; Bo")
        + "<photoshop:Credit>Agency</photoshop:Credit>"
        + '<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">CC BY</rdf:li></rdf:Alt></dc:rights>'
        + "<photoshop:DateCreated>2026-02</photoshop:DateCreated>"
    )

    assert embedded_in(picture_bytes(halves(), form, xmp=packet)) == Embedded(
        creator="Ann & Bo",
        credit="Agency",
        copyright="CC BY",
        taken=PartialDate(date(2026, 2, 1), DatePrecision.MONTH),
    )


def test_read_embedded_prefers_xmp_and_completes_it():
    content = with_iptc(
        jpeg(xmp=xmp(CREATOR.format("From XMP")), exif=camera_exif(Copyright="From EXIF")),
        (2, 80, b"From IPTC"),
        (2, 110, b"Credit of IPTC"),
    )

    found = embedded_in(content)

    assert (found.creator, found.credit) == ("From XMP", "Credit of IPTC")
    assert found.copyright == "From EXIF"


@pytest.mark.parametrize(
    "packet",
    [
        b"<x:xmpmeta",
        b"\xff\xfe\x00",
        b'<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>',
        b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
        b"<a>" * 10_000,
    ],
)
def test_read_embedded_passes_over_broken_xmp(packet):
    content = jpeg(xmp=packet, exif=camera_exif(Artist="Ann Lee"))

    assert embedded_in(content) == Embedded(creator="Ann Lee")


def test_read_embedded_passes_over_broken_iptc():
    content = with_iptc(jpeg(exif=camera_exif(Artist="Ann Lee")), (2, 80, b"Bo"))
    broken = content.replace(b"\x1c\x02\x50", b"\x1d\xff\xff")

    assert embedded_in(broken) == Embedded(creator="Ann Lee")


def test_read_embedded_sheds_control_characters():
    exif = camera_exif(Artist="Ann\x1b[31m\x07 Lee\r\n")

    assert embedded_in(jpeg(exif=exif)).creator == "Ann[31m Lee"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2026:02:23 20:01:00", "2026-02-23"),
        ("2026-02-23T20:01:00+01:00", "2026-02-23"),
        ("20260223", "2026-02-23"),
        ("20260200", "2026-02"),
        ("20260000", "2026"),
        ("2026", "2026"),
    ],
)
def test_read_date_at_its_precision(text, date):
    assert str(read_date(text)) == date


@pytest.mark.parametrize(
    "text",
    ["", "0000:00:00 00:00:00", "2026:02:30", "2026:13:01", "yesterday", "    :  :  ", "٢٠٢٦"],
)
def test_read_date_of_nonsense_is_none(text):
    assert read_date(text) is None
