import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import DocumentError, FileBinary, FileUndecodable
from onrecord.read.decoding import decode

WORDS = "“No,” she said – the plan costs £3 million, café included."
RUSSIAN = "Президент сказал в понедельник, что переговоры о плотине будут продолжены в среду."


@pytest.mark.parametrize(
    ("source", "encoding"),
    [
        (WORDS.encode(), "utf-8"),
        (codecs.BOM_UTF8 + WORDS.encode(), "utf-8"),
        (codecs.BOM_UTF16_LE + WORDS.encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"), "utf-16-be"),
        (codecs.BOM_UTF32_LE + WORDS.encode("utf-32-le"), "utf-32-le"),
        (WORDS.encode("cp1252"), "cp1252"),
        (RUSSIAN.encode("cp1251"), "cp1251"),
    ],
)
def test_a_text_is_decoded_by_its_mark_or_its_bytes(source: bytes, encoding: str) -> None:
    text, found = decode(source, "a.txt")
    assert found == encoding
    assert text.lstrip("\ufeff") in {WORDS, RUSSIAN}


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<meta charset="windows-1251">', "cp1251"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">', "koi8-r"),
        ('<?xml version="1.0" encoding="cp1251"?>', "cp1251"),
    ],
)
def test_a_page_is_decoded_as_it_declares(head: str, encoding: str) -> None:
    assert decode((head + RUSSIAN).encode(encoding), "a.html") == (head + RUSSIAN, encoding)


def test_latin_1_means_windows_1252_as_on_the_web() -> None:
    page = '<meta charset="iso-8859-1">' + WORDS
    assert decode(page.encode("cp1252"), "a.html") == (page, "cp1252")


@pytest.mark.parametrize("label", ["punycode", "utf-7", "rot13", "unicode_escape", "nonsense"])
def test_a_declared_encoding_that_is_none_is_passed_over(label: str) -> None:
    page = f'<meta charset="{label}">{WORDS}'
    assert decode(page.encode(), "a.html") == (page, "utf-8")


def test_a_declaration_that_the_bytes_belie_is_passed_over() -> None:
    page = f'<meta charset="utf-8">{WORDS}'
    assert decode(page.encode("cp1252"), "a.html") == (page, "cp1252")


@pytest.mark.parametrize("source", [b"%PDF-1.7", b"PK\x03\x04...", b"text\x00text", b"\x89PNG\r"])
def test_a_binary_file_is_refused(source: bytes) -> None:
    with pytest.raises(FileBinary, match=r"a\.txt: This is a binary file"):
        decode(source, "a.txt")


def test_bytes_that_no_encoding_fits_are_refused_with_the_encodings_tried() -> None:
    with pytest.raises(FileUndecodable, match=r"tried utf-16-le\)"):
        decode(codecs.BOM_UTF16_LE + b"odd", "a.txt")


def test_newlines_and_the_byte_order_mark_are_left_untouched() -> None:
    assert decode("\ufeffa\r\nb\rc\n".encode(), "a.txt")[0] == "\ufeffa\r\nb\rc\n"


@given(st.binary(max_size=200))
def test_any_bytes_are_decoded_or_refused_and_twice_the_same(source: bytes) -> None:
    def outcome() -> object:
        try:
            return decode(source, "a.txt")
        except DocumentError as error:
            return str(error)

    assert outcome() == outcome()
