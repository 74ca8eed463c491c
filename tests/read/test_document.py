from pathlib import Path

import pytest

from onrecord.errors import BadDate, FileEmpty, TooManyMarks
from onrecord.read import PAGE_READER, TEXT_READER, document, text_document
from onrecord.record import Document, Precision

FIXTURES = Path(__file__).with_name("fixtures")
BODY = (
    "The presidents of both countries met on Monday in the old town hall and talked for three "
    "hours about the dam."
)


def read(name: str) -> Document:
    return document((FIXTURES / name).read_bytes(), name)


@pytest.mark.parametrize("source", [b"", b" \n\t\r\n", b"\xef\xbb\xbf\n", b"&nbsp;\n\n---"])
def test_a_file_of_white_space_is_empty(source: bytes) -> None:
    with pytest.raises(FileEmpty, match=r"a\.txt: The file is empty"):
        document(source, "a.txt")


@pytest.mark.parametrize("given", ["2027-4-12", "12 April 2027", "2027-02-30", "", "20270412"])
def test_a_given_day_that_is_none_is_refused(given: str) -> None:
    with pytest.raises(BadDate, match="year-month-day"):
        document(BODY.encode(), "a.txt", given)


def test_a_given_day_goes_before_the_document_s_own() -> None:
    source = f"Talks end\n\nNovember 21, 2025\n\n{BODY}".encode()
    assert document(source, "a.txt").published_on == "2025-11-21"
    published = document(source, "a.txt", "2027-04-12").metadata.published
    assert published
    assert (published.edtf, published.field) == ("2027-04-12", "--published-on")


def test_an_id_follows_from_the_content_and_not_from_name_or_day() -> None:
    first = document(BODY.encode(), "a.txt")
    second = document(BODY.encode(), "b.md", "2027-04-12")
    other = document((BODY + " ").encode(), "a.txt")
    assert first.doc_id == second.doc_id != other.doc_id
    assert first.doc_id.startswith("doc-")


def test_reading_twice_gives_the_same_document() -> None:
    for path in sorted(FIXTURES.iterdir()):
        if path.name != "empty.html":
            assert read(path.name) == read(path.name)


@pytest.mark.parametrize(
    ("name", "reader", "media_type"),
    [
        ("article.html", PAGE_READER, "text/html"),
        ("live.md", TEXT_READER, "text/plain"),
    ],
)
def test_a_file_is_read_by_the_reader_of_its_kind(name: str, reader: str, media_type: str) -> None:
    found = read(name)
    assert (found.reader, found.media_type) == (reader, media_type)


def test_a_page_in_a_text_file_is_a_page() -> None:
    found = document((FIXTURES / "article.html").read_bytes(), "saved.txt")
    assert found.reader == PAGE_READER


def test_a_text_about_html_is_a_text() -> None:
    found = document(f"<p> is a tag.\n\n{BODY}".encode(), "a.txt")
    assert found.reader == TEXT_READER
    assert found.clean_text.startswith("<p> is a tag.")


@pytest.mark.parametrize("text", [BODY, f"Talks\r\n\r\n{BODY}", f"---\ntitle: No\n---\n{BODY}"])
def test_a_string_is_read_as_a_text_file_of_its_characters(text: str) -> None:
    assert text_document(text) == document(text.encode(), "text")


def test_a_string_that_looks_like_a_page_is_a_text() -> None:
    page = (FIXTURES / "article.html").read_text("utf-8")
    found = text_document(page)
    assert (found.reader, found.raw_text) == (TEXT_READER, page)


@pytest.mark.parametrize("text", ["", " \n", "\ufeff", "\x00\x00"])
def test_a_string_without_words_has_no_paragraphs(text: str) -> None:
    assert text_document(text).paragraphs == ()


def test_a_text_of_nothing_but_marks_is_refused() -> None:
    with pytest.raises(TooManyMarks, match="no article has so many"):
        document(b"\\*" * 200_001, "a.txt")


def test_front_matter_is_metadata_and_no_text() -> None:
    found = read("front_matter.md")
    assert found.clean_text.startswith("Opening\n\nThe delegations")
    metadata = found.metadata
    assert metadata.title
    assert (metadata.title.value, metadata.title.field) == (
        "Delegates meet on the river",
        "front matter[title]",
    )
    assert metadata.byline
    assert metadata.byline.value == "Jane Roe"
    assert metadata.url
    assert metadata.url.value == "https://bulletin.example.org/vol12/river"
    assert found.published_on == "2027-06-07"
    assert [p.kind.value for p in found.paragraphs] == ["heading", "body", "body"]


def test_a_rule_at_the_beginning_is_no_front_matter() -> None:
    found = document(f"---\n\n{BODY}\n\n---\n\n{BODY}".encode(), "a.md")
    assert found.clean_text == f"{BODY}\n\n{BODY}"


def test_a_live_blog_s_day_is_read_and_its_times_stay() -> None:
    found = read("live.md")
    assert found.published_on == "2027-04-21"
    assert found.metadata.published
    assert found.metadata.published.anchor
    assert found.metadata.published.anchor.exact == "Wednesday, April 21, 2027"
    assert "\n\n09:40 They're in." in found.clean_text


def test_bylines_outlets_and_both_dates_are_read_with_their_words() -> None:
    raw = (
        "Norling gives two more weeks\n\nHelena Marsh, Diplomatic Editor\n"
        "Wednesday 28 April 2027, 14.05 GMT\nUpdated Wednesday 28 April 2027, 19.40 GMT\n\n"
        f"{BODY}\n\n{BODY}\n\nwww.bbc.co.uk/news/more-weeks"
    )
    metadata = document(raw.encode(), "a.txt").metadata
    assert metadata.byline
    assert metadata.byline.value == "Helena Marsh, Diplomatic Editor"
    assert metadata.published
    assert metadata.updated
    assert (metadata.published.edtf, metadata.published.precision, metadata.published.zone) == (
        "2027-04-28T14:05:00Z",
        Precision.MINUTE,
        "GMT",
    )
    assert metadata.updated.edtf == "2027-04-28T19:40:00Z"
    assert metadata.publisher
    assert (metadata.publisher.value, metadata.publisher.field) == ("BBC News", "url host")


def test_the_day_of_a_dateline_with_its_year_is_that_of_publication_where_none_is_printed() -> None:
    raw = f"DORVIK, Dec. 31, 2026 (ISP) - {BODY}"
    found = document(raw.encode(), "a.txt").metadata
    assert found.published
    assert found.published.edtf == "2026-12-31"
    given = document(raw.encode(), "a.txt", "2027-01-01").metadata.published
    assert given
    assert given.edtf == "2027-01-01"


def test_the_day_of_a_dateline_gets_its_year_from_the_day_of_publication() -> None:
    raw = f"DORVIK, December 31 (ISP) - {BODY}"
    assert document(raw.encode(), "a.txt").metadata.dateline_day is None
    found = document(raw.encode(), "a.txt", "2027-01-01").metadata
    assert found.dateline_day
    assert found.dateline_day.edtf == "2026-12-31"
    assert found.dateline_place
    assert found.dateline_place.value == "DORVIK"
    assert [credit.value for credit in found.agency_credits] == ["ISP"]


def test_a_day_in_the_address_counts_where_nothing_else_tells_it() -> None:
    raw = f"{BODY}\n\n{BODY}\n\nOriginal url:\n\nhttps://quaypost.example/2027/04/12/talks"
    published = document(raw.encode(), "a.txt").metadata.published
    assert published
    assert (published.edtf, published.field) == ("2027-04-12", "url path")


def test_what_is_not_there_is_unknown() -> None:
    metadata = document(BODY.encode(), "a.txt").metadata
    assert (metadata.title, metadata.publisher, metadata.byline, metadata.url) == (None,) * 4
    assert (metadata.published, metadata.updated, metadata.dateline_place) == (None,) * 3
    assert metadata.url_status.value == "missing"
