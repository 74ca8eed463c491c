"""Every page answers, in the record's own words, with nothing a policy must forbid."""

import re

import pytest
from fastapi.testclient import TestClient

from onrecord.web.places import PLACES
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
    if path not in {"/add", "/api", "/brief"}:
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
