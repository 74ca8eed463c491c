"""Files that are made to stop, fill or leave a program; each is small, and read within seconds."""

import gzip
import io
import json
import zipfile
import zlib
from collections.abc import Callable

from bench.samples import BODY, W, answer, mail, page, pdf, record, text

MANY = 100_000
"""How deep things nest, and how often they are repeated."""


def gzip_bomb() -> bytes:
    """Give a gzip file that unfolds to a gigabyte."""
    packing = zlib.compressobj(9, zlib.DEFLATED, zlib.MAX_WBITS | 16)
    piece = bytes(1_000_000)
    return b"".join(packing.compress(piece) for _ in range(1000)) + packing.flush()


def gzip_of_gzip() -> bytes:
    """Give gzip in gzip in gzip, more often than anybody packs."""
    content = text()
    for _ in range(20):
        content = gzip.compress(content, mtime=0)
    return content


def archive(*members: tuple[str, bytes]) -> bytes:
    """Give a ZIP archive."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as found:
        for name, own in members:
            found.writestr(zipfile.ZipInfo(name), own, zipfile.ZIP_DEFLATED)
    return content.getvalue()


def zip_bomb() -> bytes:
    """Give an archive of ten files of 100 MB each."""
    return archive(*((f"{number}.txt", bytes(100_000_000)) for number in range(10)))


def zip_slip() -> bytes:
    """Give an archive whose members would leave the folder they are unpacked in."""
    names = ("../slip.txt", "/tmp/slip.txt", "..\\slip.txt", "C:\\slip.txt", "a/../../slip.txt")
    return archive(*((name, text() + name.encode()) for name in names))


def zip_of_zip() -> bytes:
    """Give archives in archives."""
    content = archive(("a.txt", text()))
    for number in range(20):
        content = archive((f"{number}.zip", content))
    return content


def zip_locked() -> bytes:
    """Give an archive whose member is marked as encrypted."""
    content = bytearray(archive(("a.txt", text())))
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    return bytes(content)


def word_with_entities() -> bytes:
    """Give a Word document whose entities unfold a billion times, and one that names a file."""
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    dtd = f'<!DOCTYPE x [<!ENTITY l0 "ha">{laughs}<!ENTITY f SYSTEM "file:///etc/passwd">]>'
    body = f"<w:body><w:p><w:r><w:t>{BODY}&l9;&f;</w:t></w:r></w:p></w:body>"
    xml = f'<?xml version="1.0"?>{dtd}<w:document {W}>{body}</w:document>'
    return archive(("word/document.xml", xml.encode()))


def word_deep() -> bytes:
    """Give a Word document of tables in tables."""
    inner = "<w:tbl><w:tr><w:tc><w:p>" * MANY + f"<w:r><w:t>{BODY}</w:t></w:r>"
    xml = f"<w:document {W}><w:body>{inner}</w:body></w:document>"
    return archive(("word/document.xml", xml.encode()))


def word_bomb() -> bytes:
    """Give a Word document whose text unfolds to 300 MB."""
    return archive(("word/document.xml", f"<w:document {W}>".encode() + b" " * 300_000_000))


def page_deep() -> bytes:
    """Give a page of elements in elements."""
    return b"<!doctype html><html><body>" + b"<div>" * MANY + page()


def page_wide() -> bytes:
    """Give a page of countless elements."""
    return page().replace(b"</article>", b"<p>a</p><br><span>" * MANY + b"</article>")


def page_of_brackets() -> bytes:
    """Give a page whose head is one attribute, and whose body one word."""
    return b"<html><head><meta content='" + b"<" * MANY + b"'></head><body><p>" + b"a" * 2_000_000


def page_of_lists() -> bytes:
    """Give a page of 14,850 elements, just as many as are read."""
    return page().replace(b"</article>", b"<ul><li><a href='/a'>One</a> or two.</li></ul>" * 4_950)


def page_of_dates() -> bytes:
    """Give a page of dates and numbers."""
    return page().replace(b"</p>", b" 12 April 2027, 09:30 GMT 12/04/2027 " * 20_000 + b"</p>")


def page_described_deep() -> bytes:
    """Give a page whose description nests."""
    script = b'<script type="application/ld+json">' + b'{"a":[' * 50_000 + b"</script>"
    return page().replace(b"</head>", script + b"</head>")


def json_deep() -> bytes:
    """Give JSON of lists in lists."""
    return b'{"text": ' + b"[" * MANY + b"]" * MANY + b"}"


def json_long_line() -> bytes:
    """Give JSON lines of which one has twelve megabytes."""
    line = json.dumps({"text": BODY}).encode()
    return line + b'\n{"text": "' + b"a" * 12_000_000 + b'"}\n' + line


def json_of_html() -> bytes:
    """Give JSON whose text is HTML of elements in elements."""
    return json.dumps({"text": "<p>a</p>" * 3 + "<div>" * MANY + BODY}).encode()


def text_of_marks() -> bytes:
    """Give a text of Markdown's marks."""
    return (b"*" * 500 + b"_[](" + b"\\" * 50 + b"\n> - ") * 1_000 + text()


def text_of_one_line() -> bytes:
    """Give a text of one line of five megabytes."""
    return b"word " * 1_000_000


def mail_deep() -> bytes:
    """Give an e-mail of parts in parts."""
    head = b"From: a@b.example\r\nMessage-ID: <1@b.example>\r\n"
    part = b"Content-Type: multipart/mixed; boundary=%d\r\n\r\n--%d\r\n"
    return head + b"".join(part % (n, n) for n in range(5_000)) + b"\r\n" + BODY.encode()


def mail_of_mails() -> bytes:
    """Give an e-mail that holds an e-mail that holds one, and so on."""
    content = mail()
    for _ in range(30):
        content = (
            b"From: a@b.example\r\nMessage-ID: <1@b.example>\r\n"
            b"Content-Type: message/rfc822\r\n\r\n" + content
        )
    return content


def mail_long_header() -> bytes:
    """Give an e-mail whose subject does not end."""
    words = b"=?utf-8?q?" + b"=41" * 20 + b"?= "
    return b"From: a@b.example\r\nMessage-ID: <1>\r\nSubject: " + words * 30_000 + b"\r\n\r\nHello."


def mailbox_without_end() -> bytes:
    """Give a mailbox of one line of twelve megabytes."""
    return (
        b"From a@b.example Mon Apr 12 09:00:00 2027\nFrom: a@b.example\nMessage-ID: <1>\n\n"
        + b"a" * (12_000_000)
    )


def web_archive_lying() -> bytes:
    """Give a web archive whose record says that it has nine exabytes."""
    own = record("https://a.example/", answer(page()))
    return own + own.replace(b"Content-Length: ", b"Content-Length: 9000000000000", 1)


def web_archive_bomb() -> bytes:
    """Give a web archive with a body that unfolds to a gigabyte."""
    return record("https://a.example/", answer(gzip_bomb(), "Content-Encoding: gzip"))


def web_archive_long_header() -> bytes:
    """Give a web archive whose header does not end."""
    return b"WARC/1.0\r\n" + b"X-A: b\r\n" * 1_000_000


def pdf_of_pages() -> bytes:
    """Give a PDF file of 3,000 pages."""
    return pdf([[(11, 60, 700, f"Page {number}.")] for number in range(3_000)])


def pdf_counting() -> bytes:
    """Give a PDF file whose tree of pages points to itself and says that it has a billion."""
    return pdf().replace(b"/Kids [4 0 R 6 0 R] /Count 2", b"/Kids [2 0 R 2 0 R] /Count 999999999")


def pdf_of_words() -> bytes:
    """Give a PDF file with a page of 60,000 lines in one place."""
    return pdf([[(11, 60, 700, "The quota is dead, she said again and again.")] * 60_000])


TRAPS: dict[str, Callable[[], bytes]] = {
    "bomb.gz": gzip_bomb,
    "deep.gz": gzip_of_gzip,
    "bomb.zip": zip_bomb,
    "slip.zip": zip_slip,
    "deep.zip": zip_of_zip,
    "locked.zip": zip_locked,
    "entities.docx": word_with_entities,
    "deep.docx": word_deep,
    "bomb.docx": word_bomb,
    "deep.html": page_deep,
    "wide.html": page_wide,
    "brackets.html": page_of_brackets,
    "lists.html": page_of_lists,
    "dates.html": page_of_dates,
    "described.html": page_described_deep,
    "deep.json": json_deep,
    "long.jsonl": json_long_line,
    "html.json": json_of_html,
    "marks.txt": text_of_marks,
    "line.txt": text_of_one_line,
    "deep.eml": mail_deep,
    "mails.eml": mail_of_mails,
    "header.eml": mail_long_header,
    "line.mbox": mailbox_without_end,
    "lying.warc": web_archive_lying,
    "bomb.warc": web_archive_bomb,
    "header.warc": web_archive_long_header,
    "pages.pdf": pdf_of_pages,
    "counting.pdf": pdf_counting,
    "words.pdf": pdf_of_words,
}
"""The traps by the names of their files."""
