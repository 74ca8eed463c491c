"""One article in every format: what is read is the same, and every part has bytes of its own."""

from dataclasses import replace
from pathlib import Path

import pytest

from bench import samples
from bench.samples import SAMPLES
from bench.traps import archive
from onrecord.errors import DocumentError
from onrecord.read import Found, PassedOver, Source, documents
from onrecord.record import Document

Parts = list[Found | PassedOver | DocumentError]


def read(name: str, content: bytes) -> Parts:
    return list(documents(Source(name, content)))


def names(parts: Parts) -> list[str]:
    found = (part.document if isinstance(part, Found) else part for part in parts)
    return [f"{type(part).__name__} {part.name}" for part in found]


def sample(name: str) -> list[Document]:
    parts = read(name, SAMPLES[name]())
    return [part.document for part in parts if isinstance(part, Found)]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.txt", ["Document a.txt"]),
        ("a.html", ["Document a.html"]),
        ("a.json", ["Document a.json"]),
        ("a.jsonl", ["Document a.jsonl, line 1", "Document a.jsonl, line 2"]),
        (
            "a.zip",
            ["Document a.zip, a.txt", "Document a.zip, b/c.html", "PassedOver a.zip, d.png"],
        ),
        ("a.html.gz", ["Document a.html"]),
        (
            "a.warc",
            [
                f"Document a.warc, {samples.URL}",
                f"Document a.warc, {samples.URL}/2",
                f"Document a.warc, {samples.URL}/3",
                f"PassedOver a.warc, {samples.URL}/4",
            ],
        ),
        ("a.eml", ["Document a.eml, s.txt", "Document a.eml"]),
        (
            "a.mbox",
            [
                "Document a.mbox, message 1, s.txt",
                "Document a.mbox, message 1",
                "Document a.mbox, message 2",
            ],
        ),
        ("a.docx", ["Document a.docx"]),
        ("a.pdf", ["Document a.pdf"]),
    ],
)
def test_a_file_gives_its_documents_in_order(name: str, expected: list[str]) -> None:
    assert names(read(name, SAMPLES[name]())) == expected


@pytest.mark.parametrize("name", SAMPLES)
def test_the_reader_is_chosen_by_content(name: str) -> None:
    content = SAMPLES[name]()
    plain = [part.document for part in read(name, content) if isinstance(part, Found)]
    other = [part.document for part in read("a.dat", content) if isinstance(part, Found)]
    assert [one.doc_id for one in plain] == [one.doc_id for one in other]
    assert [one.reader for one in plain] == [one.reader for one in other]


@pytest.mark.parametrize("name", ["a.html", "a.json", "a.jsonl", "a.html.gz", "a.warc", "a.eml"])
def test_title_day_author_and_words_are_those_of_the_article(name: str) -> None:
    about = sample(name)[-1 if name == "a.eml" else 0]
    assert about.metadata.title
    assert about.metadata.title.value == samples.TITLE
    assert about.published_on == samples.DAY
    assert about.metadata.byline
    assert about.metadata.byline.value == samples.AUTHOR
    assert about.clean_text == f"{samples.TITLE}\n\n{samples.BODY}"


def test_an_address_that_the_archive_knows_is_kept_where_the_page_has_none() -> None:
    bare = samples.page().replace(b'<link rel="canonical"', b"<link ")
    record = samples.record(samples.URL, samples.answer(bare))
    (found,) = read("a.warc", record)
    assert isinstance(found, Found)
    assert found.content == bare
    assert found.document.metadata.url
    assert found.document.metadata.url.value == samples.URL


@pytest.mark.parametrize("name", SAMPLES)
def test_every_document_has_bytes_of_its_own_and_words_at_its_places(name: str) -> None:
    parts = [part for part in read(name, SAMPLES[name]()) if isinstance(part, Found)]
    assert all(part.content for part in parts)
    for part in parts:
        raw, about = part.document.raw_text, part.document.metadata
        for detail in (about.title, about.byline, about.publisher, about.published):
            if detail and detail.anchor:
                assert raw[detail.anchor.start : detail.anchor.end] == detail.anchor.exact


def test_a_pdf_loses_running_heads_and_page_numbers_and_closes_words() -> None:
    (found,) = sample("a.pdf")
    assert found.clean_text == f"{samples.TITLE}\n\n{samples.BODY}"
    assert [paragraph.kind.value for paragraph in found.paragraphs] == ["headline", "body", "body"]


def test_a_word_keeps_its_hyphen_where_the_file_has_it_elsewhere() -> None:
    words = [
        "A long-term plan is no short plan, and the minister called the long-",
        "term plan dead.",
    ]
    page = [(11, 60, 700 - 14 * n, line) for n, line in enumerate(words)]
    (found,) = read("a.pdf", samples.pdf([page]))
    assert isinstance(found, Found)
    assert found.document.raw_text.endswith("called the long-term plan dead.")


def test_two_columns_are_read_one_after_the_other() -> None:
    left = [(10, 60, 700 - 12 * n, f"left line {n} of the story goes on and") for n in range(4)]
    right = [(10, 320, 700 - 12 * n, f"right line {n} of the story goes on.") for n in range(4)]
    (found,) = read("a.pdf", samples.pdf([[*left, *right]]))
    assert isinstance(found, Found)
    text = found.document.raw_text
    assert text.index("left line 3") < text.index("right line 0")


def test_a_word_document_has_what_was_inserted_and_not_what_was_deleted() -> None:
    (found,) = sample("a.docx")
    assert "The levy is 600 crowns.\n\nQuota\n\n“We will" in found.clean_text
    assert found.paragraphs[0].kind.value == "headline"


def test_every_kind_is_read_inside_an_archive_and_from_a_file(tmp_path: Path) -> None:
    members = [(name, make()) for name, make in SAMPLES.items()]
    (tmp_path / "all.zip").write_bytes(archive(*members))
    for name, content in members:
        (tmp_path / name).write_bytes(content)
    inside = documents(Source("all.zip", tmp_path / "all.zip"))
    alone = (part for name, _ in members for part in documents(Source(name, tmp_path / name)))
    ids = [part.document.doc_id for part in alone if isinstance(part, Found)]
    assert [part.document.doc_id for part in inside if isinstance(part, Found)] == ids
    assert len(ids) == 18


def test_an_e_mail_says_who_wrote_it_and_when() -> None:
    *_, message = sample("a.eml")
    assert message.metadata.title
    assert (message.metadata.title.value, message.metadata.title.field) == (
        samples.TITLE,
        "header[Subject]",
    )
    assert message.metadata.published
    assert message.metadata.published.edtf == "2027-04-12T09:00:00+02:00"


def test_a_line_that_a_mailbox_escaped_is_as_it_was_written() -> None:
    assert "\n\nFrom Varn." in sample("a.mbox")[-1].raw_text


def test_fields_of_json_are_named_by_the_user() -> None:
    content = b'{"kopf": "Cod talks end", "inhalt": {"text": "Hedda Vik left Varn on Monday."}}'
    (refused,) = read("a.json", content)
    assert "there are kopf, inhalt" in str(refused)
    source = Source("a.json", content)
    told = replace(source.options, fields=(("title", "kopf"), ("text", "inhalt.text")))
    (found,) = documents(replace(source, options=told))
    assert isinstance(found, Found)
    assert found.document.raw_text == "Cod talks end\n\nHedda Vik left Varn on Monday."
    assert found.document.reader == "json/1 with text=inhalt.text, title=kopf"


def test_html_in_json_is_read_as_what_it_shows() -> None:
    body = "<p>Hedda Vik left.</p><script>x()</script><ul><li>Nobody<br><br>stayed.</li></ul>"
    (found,) = read("a.json", f'{{"text": "{body}"}}'.encode())
    assert isinstance(found, Found)
    assert found.document.raw_text == "Hedda Vik left.\n\nNobody\n\nstayed."
    assert found.content == f'{{"text": "{body}"}}'.encode()


def test_a_list_of_articles_has_each_with_its_own_characters() -> None:
    content = b'[ {"text": "Hedda Vik left."},\n {"text": "Keller stayed."} ]'
    parts = [part for part in read("a.json", content) if isinstance(part, Found)]
    assert [part.content for part in parts] == [
        b'{"text": "Hedda Vik left."}',
        b'{"text": "Keller stayed."}',
    ]


def test_a_name_that_promises_another_kind_is_told_and_the_file_is_read() -> None:
    (found,) = read("a.pdf", samples.page())
    assert isinstance(found, Found)
    assert found.notes == ("The name promises a PDF file; it is a web page and was read as one.",)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "a.x: The file is empty"),
        (b"\x89PNG\r\n", "a.x: This is a picture, which onrecord does not read"),
        (b"{\\rtf1 hello}", "a.x: This is an RTF document"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            "a.x: This is an old or an encrypted Office document",
        ),
        (samples.pdf([[(11, 60, 700, " ")]]), "a.x: The file holds pictures of pages and no text"),
        (samples.pdf()[:300], "a.x: The file is damaged"),
        (samples.word()[:200], "a.x: The file is damaged"),
        (samples.compressed()[:-20], "a.x: The file is damaged"),
        (b'{"text": "a', "a.x: The file is damaged (it is no JSON"),
        (
            b"From: a@b.example\nMessage-ID: <1>\nContent-Type: application/pkcs7-mime\n\nx",
            "a.x: This is an e-mail that is locked",
        ),
    ],
)
def test_what_cannot_be_read_is_a_sentence_with_the_file_s_name(
    content: bytes, sentence: str
) -> None:
    (trouble,) = read("a.x", content)
    assert isinstance(trouble, DocumentError)
    assert str(trouble).startswith(sentence)


def test_a_pdf_with_a_password_is_a_sentence() -> None:
    # A file whose key fits no password: PDFium asks for one.
    lock = (
        b"<< /Filter /Standard /V 1 /R 2 /P -4 /O <" + b"41" * 32 + b"> /U <" + b"42" * 32 + b"> >>"
    )
    content = samples.pdf().replace(
        b"/Root 1 0 R", b"/Root 1 0 R /Encrypt " + lock + b" /ID [<41> <41>]"
    )
    (trouble,) = read("a.pdf", content)
    assert str(trouble).startswith("a.pdf: This is a PDF file that is locked")


def test_what_stands_before_damage_is_read() -> None:
    content = samples.web_archive()
    parts = read("a.warc", content[: content.index(b"404 No") - 300])
    assert [type(part).__name__ for part in parts][:2] == ["Found", "Found"]
    assert isinstance(parts[-1], DocumentError)
