"""A brief as a Word document says what its Markdown says, and is the same whenever it is made."""

import zipfile
from io import BytesIO

import pytest
from docx import Document
from lxml import etree

from onrecord.read import document
from onrecord.show.brief_docx import word_document

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BRIEF = """# Brief

2 documents from 1 outlet. Read by machine.

## Who said what

### Lena Marr

- 2027-06-07: **Lena Marr** refused: “We will not \\*sign\\*” (on record; st-0123456789abcdef) \\[2\\]\\[1\\]

## Sources

1. [Quota &amp; boats](<https://news.example/a?b=1&c=2>), news.example, 2027-06-07 (doc-1, a.txt)
2. Boats, outlet unknown, 2027-06-08 (doc-2, b.txt)
"""  # noqa: E501


def paragraphs(content: bytes) -> list[tuple[str, str]]:
    found = Document(BytesIO(content)).paragraphs
    return [(each.style.name if each.style else "", each.text) for each in found]


def test_the_words_and_their_order_are_those_of_the_markdown() -> None:
    assert paragraphs(word_document(BRIEF)) == [
        ("Title", "Brief"),
        ("Normal", "2 documents from 1 outlet. Read by machine."),
        ("Heading 1", "Who said what"),
        ("Heading 2", "Lena Marr"),
        (
            "List Bullet",
            "2027-06-07: Lena Marr refused: “We will not *sign*” (on record; st-0123456789abcdef) [2][1]",  # noqa: E501
        ),
        ("Heading 1", "Sources"),
        ("List Number", "Quota & boats, news.example, 2027-06-07 (doc-1, a.txt)"),
        ("List Number", "Boats, outlet unknown, 2027-06-08 (doc-2, b.txt)"),
    ]


def test_every_number_leads_to_its_source_and_every_title_to_its_article() -> None:
    content = word_document(BRIEF)
    body = zipfile.ZipFile(BytesIO(content)).read("word/document.xml")
    root = etree.fromstring(body)
    places = [each.get(f"{W}name") for each in root.iter(f"{W}bookmarkStart")]
    led = [each.get(f"{W}anchor") for each in root.iter(f"{W}hyperlink") if each.get(f"{W}anchor")]
    assert places == ["source-1", "source-2"]
    assert led == ["source-2", "source-1"]
    linked = zipfile.ZipFile(BytesIO(content)).read("word/_rels/document.xml.rels").decode()
    assert 'Target="https://news.example/a?b=1&amp;c=2"' in linked
    assert 'TargetMode="External"' in linked


def test_the_same_brief_gives_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    first = word_document(BRIEF)
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    monkeypatch.setattr("time.localtime", lambda *_: (2033, 5, 18, 3, 33, 20, 2, 138, 0))
    assert word_document(BRIEF) == first
    parts = zipfile.ZipFile(BytesIO(first)).infolist()
    assert {part.date_time for part in parts} == {(1980, 1, 1, 0, 0, 0)}
    about = Document(BytesIO(first)).core_properties
    assert (about.title, about.author) == ("Brief", "onrecord")
    assert about.created == about.modified
    assert about.created
    assert about.created.year == 1980


def test_what_xml_cannot_hold_is_left_out() -> None:
    hostile = "# Brief\n\n- \x08\x1b[2J \ufffe \ud800 <script>x</script> &lt; ]]> **a**\n"
    (_, (_, words)) = paragraphs(word_document(hostile))
    assert "<script>x</script> < ]]> a" in words


def test_onrecord_reads_its_own_word_documents() -> None:
    found = document(word_document(BRIEF), "brief.docx")
    assert "Lena Marr refused: “We will not *sign*”" in found.raw_text
