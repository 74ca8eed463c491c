"""Decoding: from bytes to text, by the file's own word first, then by what the bytes allow."""

import codecs
import re
from collections.abc import Iterator

from charset_normalizer import from_bytes

from onrecord.errors import FileBinary, FileUndecodable

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""In this order: the mark of UTF-32 LE begins with that of UTF-16 LE."""

_ENCODINGS = """
    utf-8 utf-16 utf-16-le utf-16-be cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257
    cp1258 cp866 cp874 iso8859-2 iso8859-3 iso8859-4 iso8859-5 iso8859-6 iso8859-7 iso8859-8
    iso8859-10 iso8859-13 iso8859-14 iso8859-15 iso8859-16 koi8-r koi8-u mac-roman gb18030
    big5 euc_jp iso2022_jp shift_jis euc_kr
"""
ENCODINGS = frozenset(_ENCODINGS.split())
"""The encodings of https://encoding.spec.whatwg.org/. Others that Python knows are no encodings
of text, or can be made to hang (punycode)."""

SAME_ON_THE_WEB = {"iso8859-1": "cp1252", "ascii": "cp1252", "gbk": "gb18030", "gb2312": "gb18030"}
"""What these names mean on the web, by the same standard."""

MAGIC = (b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"\x1f\x8b", b"\x7fELF")

DECLARED = (
    re.compile(
        rb"""<meta\s[^>]{0,200}?charset\s{0,9}=\s{0,9}["']?([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE
    ),
    re.compile(
        rb"""^\s{0,9}<\?xml\s[^>]{0,100}?encoding\s{0,9}=\s{0,9}["']([A-Za-z0-9_.:-]{2,40})"""
    ),
)
HEAD = 4096
"""Bytes in which a declaration is looked for; the HTML standard asks for it in the first 1,024."""

SAMPLE = 65_536
"""Bytes that detection looks at."""


WESTERN = frozenset(
    b"\x80\x82\x85\x91\x92\x93\x94\x95\x96\x97\x99\xa0\xa3\xa5\xa7\xa9\xab\xad\xae\xb0\xb7\xbb\xbc\xbd\xbe"
)
"""Marks of Windows-1252 that English newspapers print:
€ ‚ … ‘ ’ “ ” • – — ™ £ ¥ § © « ® ° · » ¼ ½ ¾, the soft hyphen and the fixed space."""

FIRST_LETTER = 0xC0
"""From here on Windows-1252 has letters: À to ÿ."""

FEW = 0.1
"""Share of bytes outside ASCII. English has under two in a hundred, German five, Czech fifteen,
Russian more than half; charset-normalizer takes short English with two curly quotation marks for
Windows-1250 or cp775."""


def decode(source: bytes, name: str) -> tuple[str, str]:
    """Give the text, newlines and byte order mark untouched, and the encoding that gave it.

    A byte order mark decides. Else, in this order: declaration in the page, UTF-8, the encoding
    that charset-normalizer detects, Windows-1252 (first where the bytes look like English).

    Raises:
        FileBinary: the bytes are no text.
        FileUndecodable: no encoding fits.
    """
    tried: list[str] = []
    marked = any(source.startswith(mark) for mark, _ in BYTE_ORDER_MARKS)
    if source.startswith(MAGIC) or (not marked and b"\x00" in source):
        raise FileBinary(name)
    for encoding in _candidates(source):
        try:
            return source.decode(encoding), encoding
        except UnicodeDecodeError:
            tried.append(encoding)
    raise FileUndecodable(name, ", ".join(dict.fromkeys(tried)))


def _candidates(source: bytes) -> Iterator[str]:
    marked = [encoding for mark, encoding in BYTE_ORDER_MARKS if source.startswith(mark)]
    if marked:
        yield marked[0]
        return
    yield from _declared(source[:HEAD])
    yield "utf-8"
    if not _is_western(source[:SAMPLE]):
        yield from _detected(source[:SAMPLE])
    yield "cp1252"


def _declared(head: bytes) -> Iterator[str]:
    for pattern in DECLARED:
        for match in pattern.finditer(head):
            encoding = _known(match[1].decode("ascii"))
            # A page whose declaration could be read one byte at a time is not in UTF-16.
            if encoding and not encoding.startswith("utf-16"):
                yield encoding


def _is_western(sample: bytes) -> bool:
    """Tell whether the bytes outside ASCII are few, and marks or letters of Windows-1252."""
    outside = [byte for byte in sample if byte > 0x7F]
    known = all(byte in WESTERN or byte >= FIRST_LETTER for byte in outside)
    return known and len(outside) < FEW * len(sample)


def _detected(sample: bytes) -> Iterator[str]:
    best = from_bytes(sample, cp_isolation=sorted(ENCODINGS - {"utf-8"})).best()
    encoding = _known(best.encoding) if best else None
    if encoding:
        yield encoding


def _known(label: str) -> str | None:
    """Give Python's name of an encoding of the list, None for any other."""
    try:
        name = codecs.lookup(label).name
    except LookupError:
        return None
    name = SAME_ON_THE_WEB.get(name, name)
    return name if name in ENCODINGS else None
