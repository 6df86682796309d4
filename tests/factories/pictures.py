"""Pictures for tests, made on the spot: with credits, a place, an orientation, or with faults."""

import struct
import zlib
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import ExifTags, Image

from events.models import MediaItem

# A street in Brussels: must never leave the house.
LATITUDE = (50.0, 51.0, 1.5)


def picture_bytes(picture: Image.Image, form: str = "JPEG", **options) -> bytes:
    file = BytesIO()
    picture.save(file, form, **options)
    return file.getvalue()


def halves(width=900, height=600, left="red", right="blue", mode="RGB") -> Image.Image:
    """A picture of two colours, so that a test sees how it was turned and cropped."""
    picture = Image.new(mode, (width, height), left)
    picture.paste(Image.new(mode, (width - width // 2, height), right), (width // 2, 0))
    return picture


def camera_exif(orientation=1, **texts) -> Image.Exif:
    """EXIF as a camera writes it: orientation, place, and what else is named."""
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    exif[ExifTags.Base.Make] = "Canary camera"
    position = exif.get_ifd(ExifTags.IFD.GPSInfo)
    position[ExifTags.GPS.GPSLatitudeRef] = "N"
    position[ExifTags.GPS.GPSLatitude] = LATITUDE
    for name, text in texts.items():
        tag = ExifTags.Base[name]
        taken = name == "DateTimeOriginal"
        (exif.get_ifd(ExifTags.IFD.Exif) if taken else exif)[tag] = text
    return exif


def jpeg(width=900, height=600, orientation=1, **options) -> bytes:
    """A JPEG as it comes from a camera."""
    options.setdefault("exif", camera_exif(orientation))
    return picture_bytes(halves(width, height), "JPEG", **options)


def with_iptc(content: bytes, *records: tuple[int, int, bytes]) -> bytes:
    """A JPEG with an IPTC block (IIM 4.1) in its Photoshop segment."""
    block = b"".join(
        b"\x1c" + bytes([record, dataset]) + struct.pack(">H", len(value)) + value
        for record, dataset, value in records
    )
    resource = b"8BIM" + struct.pack(">H", 0x0404) + b"\0\0" + struct.pack(">I", len(block)) + block
    segment = b"Photoshop 3.0\0" + resource + b"\0" * (len(block) % 2)
    return content[:2] + b"\xff\xed" + struct.pack(">H", len(segment) + 2) + segment + content[2:]


def xmp(properties: str) -> bytes:
    """An XMP packet with these properties inside its one description."""
    return f"""<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
    <x:xmpmeta xmlns:x="adobe:ns:meta/"
      xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
      xmlns:dc="http://purl.org/dc/elements/1.1/"
      xmlns:exif="http://ns.adobe.com/exif/1.0/"
      xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/">
    <rdf:RDF><rdf:Description rdf:about="" exif:GPSLatitude="50,51.025N">{properties}
    </rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>""".encode()


def bomb_png(side: int) -> bytes:
    """A PNG of some kilobytes that unpacks to side × side white pixels."""
    header = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\xff" * (side // 8)) * side, 9)
    chunks = ((b"IHDR", header), (b"IDAT", rows), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in chunks
    )


def upload(content: bytes, name="IMG_2041.jpg", content_type="image/jpeg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, content_type)


def make_picture(content: bytes = b"", *, rendered=True, **fields) -> MediaItem:
    """A picture taken in as an editor would, with a credit."""
    from events.media.intake import take_in
    from events.media.renditions import make_renditions

    fields.setdefault("credit", "Photo: A. Photographer / Agency")
    item = take_in(MediaItem(file=upload(content or jpeg()), **fields))
    if rendered:
        make_renditions(item)
    return item
