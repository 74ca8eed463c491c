"""Every page answers, in the record's own words, with nothing a policy must forbid."""

import re
import shutil
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

import onrecord
from onrecord.web.places import PLACES
from tests.web.conftest import client_of
from tests.web.parsed import Page

PAGES = (
    "/",
    "/stances",
    "/stances?rows=categories",
    "/stances?basis=own&sourcing=1",
    "/timeline",
    "/timeline?since=2020-01-01&until=2029-12-31",
    "/statements",
    "/statements?q=dam",
    "/statements?q=nothing+of+the+kind",
    "/documents",
    "/actors",
    "/sources",
    "/sources?gaps=true",
    "/plans",
    "/review",
    "/brief",
    "/add",
    "/api",
    "/meetings",
    "/meetings?sort=-date&media=true",
    "/conflicts",
)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_answers_with_its_title_and_nothing_inline(room: TestClient, path: str) -> None:
    answer = room.get(path)
    assert answer.status_code == 200, answer.text
    assert re.search(r"<title>[^<]+ · onrecord</title>", answer.text)
    assert answer.text.count("<h1") == 1
    assert list(Page(answer.text).forbidden()) == []


@pytest.mark.parametrize("path", PAGES)
def test_a_page_of_an_empty_record_says_what_to_do(empty: TestClient, path: str) -> None:
    answer = empty.get(path)
    assert answer.status_code == 200, answer.text
    if path not in {"/add", "/api"}:
        assert "/add" in answer.text.partition("<main")[2], path


@pytest.mark.parametrize("path", PAGES[:3] + PAGES[6:8])
def test_a_page_as_of_a_day_says_so_and_keeps_the_day(room: TestClient, path: str) -> None:
    joined = "&" if "?" in path else "?"
    answer = room.get(f"{path}{joined}as_of=2027-04-21")
    assert "You see the record as it stood on 21 Apr 2027" in answer.text
    rail = answer.text.partition('<nav class="rail"')[2].partition("</nav>")[0]
    assert rail.count("as_of=2027-04-21") == len(PLACES)


def test_every_link_of_the_first_pages_leads_somewhere(room: TestClient) -> None:
    seen: set[str] = set()
    for path in (
        "/",
        "/stances",
        "/plans",
        "/statements",
        "/documents",
        "/actors",
        "/sources",
        "/brief",
    ):
        page = room.get(path).text
        seen |= {link.replace("&amp;", "&").partition("#")[0] for link in HREF.findall(page)}
    for link in sorted(seen)[::7]:
        assert room.get(link).status_code in {200, 303}, link


def test_every_trail_opens(room: TestClient) -> None:
    page = room.get("/stances").text
    links = {link.replace("&amp;", "&").partition("#")[0] for link in HREF.findall(page)}
    trails = sorted(link for link in links if "holder=" in link and "object=" in link)
    assert len(trails) > 20
    for link in trails:
        assert room.get(link).status_code == 200, link


HREF = re.compile(r'href="(/[^"]*)"')


def test_every_entry_leads_to_its_words(room: TestClient) -> None:
    """One click from any entry: the page it leads to holds the words, at their place."""
    found = room.get("/api/stances").json()["items"]
    for stance in found[:12]:
        at = stance["evidence"][0]
        answer = room.get(f"/entries/{stance['id']}")
        assert answer.status_code == 303
        assert f"c={at['start']}-{at['end']}#words" in answer.headers["location"]
        page = room.get(answer.headers["location"]).text
        marked = "".join(re.findall(r"<mark[^>]*>(.*?)</mark>", page))
        assert (
            re.sub(r"<[^>]*>", "", marked).replace("&#34;", '"').replace("&#39;", "'")
            == at["exact"]
        )
    for kind in ("documents", "actors", "statements"):
        entry = room.get(f"/api/{kind}").json()["items"][0]
        target = room.get(f"/entries/{entry['id']}").headers["location"]
        assert room.get(target).status_code == 200


def test_an_unknown_page_and_an_unknown_entry_say_what_to_do(room: TestClient) -> None:
    for path in ("/nothing", "/documents/doc-0000000000000000", "/entries/xyz", "/actors/nobody"):
        answer = room.get(path)
        assert answer.status_code == 404, path
        assert 'role="alert"' in answer.text
        assert answer.text.count("<h1") == 1


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/stances?as_of=yesterday", "as_of is “yesterday”"),
        ("/statements?since=2027-05-01&until=2027-04-01", "no day is from"),
        ("/statements?act=shout", "No code begins with “shout”"),
        ("/statements?page=0", "page"),
        ("/statements?sort=luck", "sort is “luck”"),
    ],
)
def test_what_cannot_be_asked_is_said_in_a_sentence(room: TestClient, path: str, said: str) -> None:
    answer = room.get(path)
    assert answer.status_code in {400, 422}
    assert said in answer.text


def test_words_are_shown_without_the_marks_of_markdown(room: TestClient) -> None:
    for page in ("/", "/statements", "/timeline"):
        assert "\\$" not in room.get(page).text
    held = {it["holder"]["id"] for it in room.get("/api/stances").json()["items"]}
    assert not [actor for actor in held if "](#)" in room.get(f"/actors/{actor}").text]
    assert "\\$" in room.get("/statements.csv").text


def test_before_the_first_document_a_page_does_not_say_the_record_is_empty(
    room: TestClient,
) -> None:
    page = room.get("/?as_of=2020-01-01").text
    assert "No document of this record was known by 1 Jan 2020." in page
    assert "has no documents yet" not in page


def test_a_day_that_is_none_is_told_what_one_looks_like(room: TestClient) -> None:
    answer = room.get("/statements?since=tomorrow&page=0")
    assert answer.status_code == 422
    assert "since is “tomorrow”: it must be a day like 2027-04-21." in answer.text
    assert "page is “0”: it must be greater than or equal to 1." in answer.text


def test_commands_in_a_trouble_are_code(room: TestClient) -> None:
    page = room.get("/documents/doc-ffffffffffffffff").text
    assert "<code>onrecord documents</code>" in page


def test_a_purged_document_says_when_and_why(sample_record: Path, tmp_path: Path) -> None:
    own = Path(shutil.copy(sample_record, tmp_path / "own.db"))
    with onrecord.open(own) as record:
        doc_id = record.documents()[0].doc_id
        record.purge(doc_id, "a court order")
    with client_of(own) as client:
        for path in (f"/documents/{doc_id}", f"/api/documents/{doc_id}"):
            answer = client.get(path)
            assert answer.status_code == 410, path
            assert "was purged on" in answer.text
            assert "a court order" in answer.text


def test_the_stances_of_the_overview_have_their_sourcing(room: TestClient) -> None:
    cells = re.findall(r'<div class="cell">(.*?)</div>', room.get("/").text, re.DOTALL)
    assert cells
    assert all('class="src s' in cell for cell in cells)
