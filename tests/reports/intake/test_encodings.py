import pytest

from reports.intake.encodings import LARGEST, UnreadableText, read_bytes

WRITTEN = {
    "cp1252": "La cérémonie s’est ouverte par une minute de silence – « jamais plus ».",
    "cp1250": "Uroczystość rozpoczęła się minutą ciszy, a potem złożono wieńce.",
    "cp1251": "Церемония началась с минуты молчания, затем к памятнику возложили цветы.",
    "cp1254": "Törende saygı duruşunda bulunuldu ve çelenk bırakıldı; İstanbul’da şiir okundu.",
    "mac_roman": "The mayor’s “last word” was read in the café of the museum – all were silent.",
    "latin-1": "Die Gäste der Gedenkfeier trafen sich für eine Stunde in der Halle und schwiegen.",
    "utf-8": "Tədbirdə şəhidlərin xatirəsi yad edilib və çıxışlar olub.",
    "utf-8-sig": "Tədbirdə şəhidlərin xatirəsi yad edilib və çıxışlar olub.",
    "utf-16": "The ceremony began with “silence” — and ended with a song.",
    "utf-16-le": "The ceremony began with a minute of silence and ended with a song.",
    "utf-16-be": "The ceremony began with a minute of silence and ended with a song.",
}


@pytest.mark.parametrize("encoding", WRITTEN)
def test_text_is_read_in_the_encoding_it_was_written_in(encoding):
    assert read_bytes(WRITTEN[encoding].encode(encoding)) == WRITTEN[encoding]


def test_a_lost_byte_does_not_make_utf_8_something_else():
    data = "Tədbirdə şəhidlərin xatirəsi yad edilib.".encode()

    assert read_bytes(data[:1] + b"\xff" + data[1:]).count("\ufffd") == 1


def test_a_page_is_read_in_the_encoding_it_declares():
    page = '<html><meta charset="koi8-r"><p>Вечер памяти</p></html>'

    assert read_bytes(page.encode("koi8-r")) == page


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "The file is empty."),
        (b"\xef\xbb\xbf \n", "The file is empty."),
        (b"%PDF-1.7 ...", "This is a PDF: open it, copy the text and paste it."),
        (
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0",
            "This is no text file: it holds bytes that no text has.",
        ),
        (
            b"PK\x03\x04word/document.xml",
            "This is a document of an office program: open it, copy the text and paste it.",
        ),
        (b"a" * (LARGEST + 1), "The file is larger than 10 MB, more than any report."),
    ],
    ids=["empty", "blank", "pdf", "image", "office", "large"],
)
def test_a_file_without_text_is_refused_with_a_sentence(data, sentence):
    with pytest.raises(UnreadableText) as refused:
        read_bytes(data)

    assert str(refused.value) == sentence
