"""One small file of each kind that is read, made from a few sentences: golden examples.

All of them say the same, so that what is read from one can be compared with what is read from
another. Nothing is random, and no clock is asked: the bytes are the same on every machine.
"""

import gzip
import io
import json
import zipfile
from collections.abc import Callable, Iterable

TITLE = "Cod talks end without a date"
FIRST = (
    "Hedda Vik, the fisheries minister of Ostrand, said on Monday that the quota was dead and that "
    "nobody had asked her."
)
SECOND = (
    "“We will be back before the summer,” Martin Keller told reporters on the steps of the old "
    "customs house in Varn."
)
BODY = f"{FIRST}\n\n{SECOND}"
DAY = "2027-04-12"
OUTLET, AUTHOR, URL = "The Quay Post", "Jane Roe", "https://quaypost.example/2027/04/12/cod"

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def text() -> bytes:
    """Give a text file."""
    return f"{TITLE}\n\nApril 12, 2027\n\n{BODY}\n".encode()


def page() -> bytes:
    """Give a page of the web."""
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{TITLE}</title>'
        f'<meta property="og:site_name" content="{OUTLET}"><meta name="author" content="{AUTHOR}">'
        f'<meta property="article:published_time" content="{DAY}">'
        f'<link rel="canonical" href="{URL}"></head><body><article><h1>{TITLE}</h1>'
        f"<p>{FIRST}</p><p>{SECOND}</p></article></body></html>"
    ).encode()


def article() -> dict[str, str]:
    """Give the fields of the article."""
    fields = {"title": TITLE, "body": BODY, "date": DAY, "author": AUTHOR}
    return {**fields, "source": OUTLET, "url": URL}


def json_object() -> bytes:
    """Give a JSON file of one article."""
    return json.dumps(article(), indent=1).encode()


def json_lines() -> bytes:
    """Give a file with an article a line."""
    other = {**article(), "title": "Levy stays", "body": f"{SECOND}\n\n{FIRST}"}
    return b"".join(json.dumps(each).encode() + b"\n" for each in (article(), other))


def zipped() -> bytes:
    """Give a ZIP archive of a text, a page and a picture."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as found:
        for name, own in (("a.txt", text()), ("b/c.html", page()), ("d.png", b"\x89PNG")):
            found.writestr(zipfile.ZipInfo(name), own, zipfile.ZIP_DEFLATED)
    return content.getvalue()


def compressed() -> bytes:
    """Give a page in gzip."""
    return gzip.compress(page(), mtime=0)


def answer(body: bytes, *fields: str) -> bytes:
    """Give what a server sends."""
    lines = ("HTTP/1.1 200 OK", "Content-Type: text/html; charset=utf-8", *fields, "", "")
    return "\r\n".join(lines).encode() + body


def record(url: str, block: bytes, kind: str = "response") -> bytes:
    """Give a record of a web archive."""
    lines = (
        "WARC/1.0",
        f"WARC-Type: {kind}",
        f"WARC-Target-URI: {url}",
        f"WARC-Date: {DAY}T08:00:00Z",
        "Content-Type: application/http; msgtype=response",
        f"Content-Length: {len(block)}",
        "",
        "",
    )
    return "\r\n".join(lines).encode() + block + b"\r\n\r\n"


def web_archive() -> bytes:
    """Give a web archive: a page as it is, in chunks, compressed, and one that was not there."""
    own = page()
    chunks = b"%x\r\n%b\r\n0\r\n\r\n" % (len(own), own)
    return b"".join(
        (
            record(URL, b"GET / HTTP/1.1\r\n\r\n", "request"),
            record(URL, answer(own)),
            record(f"{URL}/2", answer(chunks, "Transfer-Encoding: chunked")),
            record(f"{URL}/3", answer(compressed(), "Content-Encoding: gzip")),
            record(f"{URL}/4", answer(own).replace(b"200 OK", b"404 No", 1)),
        )
    )


def mail() -> bytes:
    """Give an e-mail with a plain and an HTML part and an attached text."""
    return (
        f"Message-ID: <1@quaypost.example>\r\nFrom: {AUTHOR} <jane@quaypost.example>\r\n"
        f"Subject: Fwd: {TITLE}\r\nDate: Mon, 12 Apr 2027 09:00:00 +0200\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/mixed; boundary="a"\r\n\r\n--a\r\n'
        'Content-Type: multipart/alternative; boundary="b"\r\n\r\n--b\r\n'
        f"Content-Type: text/plain; charset=utf-8\r\n\r\n{BODY}\r\n--b\r\n"
        f"Content-Type: text/html; charset=utf-8\r\n\r\n<p>{FIRST}</p><p>{SECOND}</p>\r\n--b--\r\n"
        "--a\r\nContent-Type: text/plain; charset=utf-8\r\n"
        'Content-Disposition: attachment; filename="s.txt"'
        f"\r\n\r\nLevy stays\r\n\r\n{SECOND}\r\n--a--\r\n"
    ).encode()


def mailbox() -> bytes:
    """Give a mailbox of two messages, the second of which has a line that begins with From."""
    separator = b"From jane@quaypost.example Mon Apr 12 09:00:00 2027\n"
    plain = (
        f"From: {AUTHOR} <jane@quaypost.example>\nMessage-ID: <2@quaypost.example>\n"
        f"Subject: {TITLE}\nContent-Type: text/plain; charset=utf-8\n\n{BODY}\n\n>From Varn.\n\n"
    ).encode()
    return separator + mail().replace(b"\r\n", b"\n") + b"\n" + separator + plain


def word() -> bytes:
    """Give a Word document with words that were inserted and deleted, a table and an entity."""
    body = (
        f'<?xml version="1.0" encoding="UTF-8"?><w:document {W}><w:body>'
        f'<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>{TITLE}</w:t></w:r></w:p>'
        f"<w:p><w:r><w:t>{FIRST}</w:t></w:r></w:p>"
        '<w:p><w:r><w:t xml:space="preserve">The levy is </w:t></w:r><w:del w:author="a"><w:r>'
        '<w:delText>500</w:delText></w:r></w:del><w:ins w:author="a"><w:r><w:t>600</w:t></w:r>'
        "</w:ins><w:r><w:t> crowns.</w:t></w:r></w:p>"
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Quota</w:t></w:r></w:p>"
        f"</w:tc></w:tr></w:tbl><w:p><w:r><w:t>{SECOND}</w:t></w:r></w:p></w:body></w:document>"
    )
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as found:
        for name, own in (("[Content_Types].xml", "<Types/>"), ("word/document.xml", body)):
            found.writestr(zipfile.ZipInfo(name), own, zipfile.ZIP_DEFLATED)
    return content.getvalue()


def pdf(pages: Iterable[Iterable[tuple[int, int, int, str]]] | None = None) -> bytes:
    """Give a PDF file; each line of a page is size, left, height, words in Windows-1252."""
    given = [list(page) for page in pages] if pages is not None else _pages()
    count = len(given)
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(count))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, page in enumerate(given):
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
            f"/Resources << /Font << /F 3 0 R >> >> /Contents {5 + 2 * number} 0 R >>"
        )
        shown = "\n".join(f"BT /F {s} Tf {x} {y} Td ({_escaped(w)}) Tj ET" for s, x, y, w in page)
        objects.append(f"<< /Length {len(shown.encode('cp1252'))} >>\nstream\n{shown}\nendstream")
    return _file(objects)


def _escaped(words: str) -> str:
    return words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def _pages() -> list[list[tuple[int, int, int, str]]]:
    """Give two pages with running head and number, a broken word, and a sentence over both."""
    first = [
        "Hedda Vik, the fisheries minister of Ostrand, said on Monday that the quota was",
        "dead and that nobody had asked her.",
    ]
    second = [
        "“We will be back before the summer,” Martin Keller told report-",
        "ers on the steps of the old",
    ]
    top = [(9, 60, 810, "The Quay Post, 12 April 2027")]
    one = [*top, (20, 60, 760, TITLE), *((11, 60, 720 - 14 * n, w) for n, w in enumerate(first))]
    one += [(11, 60, 678 - 14 * n, w) for n, w in enumerate(second)] + [(9, 290, 40, "1")]
    two = [*top, (11, 60, 760, "customs house in Varn."), (9, 290, 40, "2")]
    return [one, two]


def _file(objects: Iterable[str]) -> bytes:
    content, places = b"%PDF-1.4\n", []
    for number, own in enumerate(objects, 1):
        places.append(len(content))
        content += f"{number} 0 obj\n{own}\nendobj\n".encode("cp1252")
    rows = "".join(f"{place:010} 00000 n \n" for place in places)
    count = len(places) + 1
    return (
        content
        + (
            f"xref\n0 {count}\n0000000000 65535 f \n{rows}"
            f"trailer\n<< /Size {count} /Root 1 0 R >>\n"
            f"startxref\n{len(content)}\n%%EOF\n"
        ).encode()
    )


SAMPLES: dict[str, Callable[[], bytes]] = {
    "a.txt": text,
    "a.html": page,
    "a.json": json_object,
    "a.jsonl": json_lines,
    "a.zip": zipped,
    "a.html.gz": compressed,
    "a.warc": web_archive,
    "a.eml": mail,
    "a.mbox": mailbox,
    "a.docx": word,
    "a.pdf": pdf,
}
"""A sample of each kind by the name of its file."""
