"""Articles that mean harm are shown as what they are: text."""

import csv
import html
import io
import json
import re
import sys

import pytest
from fastapi.testclient import TestClient
from openpyxl import load_workbook

from onrecord.show.cells import HIDDEN
from onrecord.web.words import marked, shown
from tests.web.parsed import Page
from tests.web.test_pages import PAGES

csv.field_size_limit(sys.maxsize)
TAGS = re.compile(r"<[^>]*>")


def documents(client: TestClient) -> list[str]:
    return [item["id"] for item in client.get("/api/documents").json()["items"]]


def addresses(client: TestClient) -> list[str]:
    found = [*PAGES, "/brief?since=2027-01-01"]
    for doc_id in documents(client):
        found += [f"/documents/{doc_id}", f"/documents/{doc_id}/published"]
    actors = client.get("/api/actors").json()["items"]
    return found + [f"/actors/{actor['id']}" for actor in actors]


def test_no_page_holds_a_tag_of_an_article(hostile: TestClient) -> None:
    for path in addresses(hostile):
        page = hostile.get(path).text
        assert list(Page(page).forbidden()) == [], path
        assert "<script>" not in page


def test_no_page_shows_a_character_that_hides_or_reorders(hostile: TestClient) -> None:
    for path in addresses(hostile):
        assert not HIDDEN.findall(hostile.get(path).text), path


def test_templates_in_articles_are_text(hostile: TestClient) -> None:
    page = next(
        hostile.get(f"/documents/{doc_id}/published").text
        for doc_id in documents(hostile)
        if "7 * 7" in hostile.get(f"/documents/{doc_id}/published").text
    )
    assert "{{ 7 * 7 }}" in html.unescape(page)


def test_the_page_keeps_every_character_in_its_place(hostile: TestClient) -> None:
    """What a browser counts in a paragraph is what the record counts."""
    for doc_id in documents(hostile):
        page = hostile.get(f"/documents/{doc_id}").text
        text = hostile.get(f"/api/documents/{doc_id}").json()["text"]
        shown_text = hostile.get(f"/documents/{doc_id}/published").text
        body = re.search(r"<pre[^>]*>\n(.*?)</pre>", shown_text, re.DOTALL)
        assert body
        assert html.unescape(TAGS.sub("", body[1])) == html.unescape(str(shown(text)))
        assert page.count("data-p=") >= 1


def test_the_address_of_an_article_is_a_link_only_on_the_web(hostile: TestClient) -> None:
    for doc_id in documents(hostile):
        page = hostile.get(f"/documents/{doc_id}").text
        for href in re.findall(r'href="([^"]*)"', page):
            assert href.startswith(("/", "#", "https://", "http://")), href


@pytest.mark.parametrize("name", ["csv", "xlsx"])
def test_no_cell_of_an_export_is_a_formula(hostile: TestClient, name: str) -> None:
    content = hostile.get(f"/statements.{name}").content
    if name == "csv":
        cells = [cell for row in csv.reader(io.StringIO(content.decode())) for cell in row]
    else:
        sheet = load_workbook(io.BytesIO(content)).worksheets[0]
        assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
        cells = [str(cell.value or "") for row in sheet.iter_rows() for cell in row]
    assert any("HYPERLINK" in cell for cell in cells)
    assert not [cell for cell in cells if cell[:1] in "=+@" and cell[:1]]


def test_an_export_as_json_keeps_the_words_as_they_are(hostile: TestClient) -> None:
    rows = json.loads(hostile.get("/statements.json").text)
    words = [part["exact"] for row in rows for part in row["content"]]
    assert any("\u202e" in exact for exact in words)


def test_words_searched_for_are_marked_and_nothing_else_is_a_tag() -> None:
    found = str(marked('<b>peace</b> "plan" & peaceful', "peace plan"))
    assert (
        found == "&lt;b&gt;<mark>peace</mark>&lt;/b&gt; &#34;<mark>plan</mark>&#34; &amp; peaceful"
    )
    assert (
        str(marked("Agreements agreed", "agree*")) == "<mark>Agreements</mark> <mark>agreed</mark>"
    )


@pytest.mark.parametrize(
    "asked", ['"', "*", "a OR b", "NEAR(", "':;--", "<script>", "%", "\u202e", "x" * 400]
)
def test_no_question_is_a_syntax_error(hostile: TestClient, asked: str) -> None:
    for path in ("/statements", "/documents", "/actors", "/timeline", "/api/statements"):
        answer = hostile.get(path, params={"q": asked})
        assert answer.status_code == 200, (path, answer.text)
        assert "<script>" not in answer.text or path.startswith("/api")
