from pathlib import Path

import pytest

from onrecord.errors import NoArticle, TooManyMarks
from onrecord.read import document
from onrecord.record import Document

FIXTURES = Path(__file__).with_name("fixtures")
WORDS = (
    "<p>The mayor of Varn opened the new bridge on Monday and said that it would stand longer "
    "than the last one did.</p>"
)


def read(name: str) -> Document:
    return document((FIXTURES / name).read_bytes(), name)


def page(body: str, head: str = "") -> Document:
    source = f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"
    return document(source.encode(), "a.html")


def test_the_text_of_a_page_is_its_title_and_its_paragraphs() -> None:
    found = read("article.html")
    assert found.clean_text == (
        "Harbour talks end without a date\n\n"
        "PORT ELIAN, April 12 (Reuters) — The talks about the harbour of Varn ended on Monday "
        "without a date for the next round, the mediator said.\n\n"
        "“We have agreed on the fish and on nothing else,” Edda Norling told reporters on the "
        "steps of the old customs house.\n\n"
        "Fish and nothing else\n\n"
        "Both delegations left the city by train in the evening, and neither would say whether "
        "it expects to be back before the summer.\n\n"
        "&amp; is how the paper spells the sign between the two names of the treaty, a clerk "
        "explained at some length."
    )
    kinds = [paragraph.kind.value for paragraph in found.paragraphs]
    assert kinds == ["headline", "body", "body", "heading", "body", "body"]


def test_a_page_s_own_fields_are_its_metadata() -> None:
    metadata = read("article.html").metadata
    assert metadata.title
    assert (metadata.title.value, metadata.title.field) == (
        "Harbour talks end without a date",
        "json-ld[headline]",
    )
    assert metadata.byline
    assert (metadata.byline.value, metadata.byline.field) == (
        "Jane Roe, Ola Lund",
        "json-ld[author]",
    )
    assert metadata.publisher
    assert metadata.publisher.value == "The Quay Post"
    assert metadata.url
    assert metadata.url.field == "link[canonical]"
    assert metadata.published
    assert (metadata.published.edtf, metadata.published.zone) == (
        "2027-04-12T08:30:00+02:00",
        "+02:00",
    )
    assert metadata.updated
    assert metadata.updated.edtf == "2027-04-12T19:45:00+02:00"
    assert [credit.value for credit in metadata.agency_credits] == [
        "Reuters",
        "Inner Sea Press contributed to this report.",
    ]
    assert metadata.dateline_day
    assert metadata.dateline_day.edtf == "2027-04-12"
    assert metadata.language == "en"


def test_a_page_without_fields_has_the_day_that_its_words_tell() -> None:
    metadata = read("bare.html").metadata
    assert metadata.published
    assert (metadata.published.edtf, metadata.published.field) == (
        "2027-05-03",
        "words of the page: Monday, May 3, 2027",
    )
    assert metadata.title
    assert (metadata.title.value, metadata.title.field) == ("The mayor opens the bridge", "h1")
    assert metadata.publisher is None


def test_a_page_without_an_article_is_refused() -> None:
    with pytest.raises(NoArticle, match=r"empty\.html: No article text"):
        read("empty.html")


@pytest.mark.parametrize("source", [b"http://localhost:1/secret", b"<html></html>", b"<", b"x"])
def test_a_page_file_without_a_page_is_refused_and_nothing_is_fetched(source: bytes) -> None:
    with pytest.raises(NoArticle):
        document(source, "a.html")


def test_entities_that_name_files_are_not_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("the password")
    source = (
        f'<!DOCTYPE html [<!ENTITY x SYSTEM "file://{secret}">]><html><body><p>&x;</p>'
        f"{WORDS}</body></html>"
    )
    assert "password" not in document(source.encode(), "a.html").raw_text


def test_repeated_paragraphs_stay() -> None:
    other = "".join(
        f"<p>Paragraph {i} says that envoy number {i} went home to speak with ministers.</p>"
        for i in range(5)
    )
    found = page(f"<article>{WORDS}{other}{WORDS}</article>")
    assert found.clean_text.count("The mayor of Varn") == 2


def test_a_title_loses_the_outlet_s_name_and_nothing_else() -> None:
    head = '<meta property="og:site_name" content="The Post"><title>A - B | The Post</title>'
    metadata = page(WORDS, head).metadata
    assert metadata.title
    assert metadata.title.value == "A - B"


@pytest.mark.parametrize(
    "script",
    ["[" * 100_000, '{"@type": "NewsArticle", "headline": ', "null", '{"@type": 3}', "9" * 9_999],
)
def test_json_ld_that_is_none_is_passed_over(script: str) -> None:
    found = page(WORDS, f'<script type="application/ld+json">{script}</script>')
    assert found.clean_text.startswith("The mayor of Varn")


def test_half_a_character_in_json_ld_does_no_harm() -> None:
    script = '{"@type": "NewsArticle", "headline": "Talks \\ud800 fail"}'
    found = page(WORDS, f'<script type="application/ld+json">{script}</script>')
    assert found.clean_text.startswith("Talks ? fail")


def test_an_author_that_is_an_address_is_none() -> None:
    head = '<meta property="article:author" content="https://social.example/jane">'
    assert page(WORDS, head).metadata.byline is None


def test_an_ambiguous_date_field_leaves_the_day_unknown() -> None:
    assert page(WORDS, '<meta name="date" content="03/04/2027">').metadata.published is None


def test_a_page_of_countless_elements_is_refused() -> None:
    with pytest.raises(TooManyMarks):
        page("<p>a</p>" * 30_001)
