"""Conflicts: both sides side by side with their words, open or explained."""

import html
import json
import re
import time
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from onrecord.analyse.conflicts import ConflictType
from onrecord.show.cells import HIDDEN
from onrecord.show.occasion_words import WHY
from onrecord.web.app import Serving, make_app
from onrecord.web.security import Guard
from tests.web.parsed import Page
from tests.web.test_meetings import links, main_of


def conflicts(client: TestClient, asked: str = "") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = client.get(f"/api/conflicts{asked}").json()["items"]
    return found


def test_the_list_has_every_conflict_once_open_ones_first(room: TestClient) -> None:
    found = conflicts(room)
    assert [it["open"] for it in found] == sorted((it["open"] for it in found), reverse=True)
    ids = re.findall(r'<article class="dispute" id="([^"]+)"', room.get("/conflicts").text)
    assert ids == [it["id"] for it in found]
    assert {it["open"] for it in found} == {True, False}


def test_both_sides_of_each_lead_to_their_exact_words(room: TestClient) -> None:
    page = room.get("/conflicts").text
    for one in conflicts(room):
        own = page.partition(f'id="{one["id"]}"')[2].partition("</article>")[0]
        sides = own.split('aria-label="Second account"')
        assert len(sides) == 2
        for text, accounts in zip(sides, (one["a"], one["b"]), strict=True):
            at = accounts[0]["words"][0]
            assert f"c={at['start']}-{at['end']}" in text
            assert 'class="src ' in text


def test_a_page_of_one_shows_the_words_in_their_text(room: TestClient) -> None:
    paths = links(room.get("/conflicts").text, "/conflicts/")
    assert len(paths) == len(conflicts(room))
    for path in paths:
        page = main_of(room.get(path).text)
        one = room.get(f"/api{path}").json()
        marks = [html.unescape(words) for words in re.findall("<mark>(.*?)</mark>", page)]
        assert len(marks) >= 2, path
        assert "Why it is held a conflict" in page or "What explains it" in page
        assert ("Why it is held a conflict" in page) == one["open"]


def test_filters_choose_by_state_kind_party_and_period(room: TestClient) -> None:
    found = conflicts(room)
    assert conflicts(room, "?state=open") == [it for it in found if it["open"]]
    assert conflicts(room, "?state=explained") == [it for it in found if not it["open"]]
    denied = conflicts(room, "?kind=denial")
    assert {it["type"] for it in denied} == {"denial_vs_report"}
    by = denied[0]["b"][0]["by"]
    mine = conflicts(room, f"?party={by['id']}")
    assert 0 < len(mine) < len(found)
    april = conflicts(room, "?since=2027-04-01&until=2027-04-30")
    assert 0 < len(april) < len(found)
    for one in april:
        days = [it["reported_on"][:7] for it in (*one["a"], *one["b"]) if it["reported_on"]]
        assert "2027-04" in days


def test_a_past_day_knows_no_later_conflict(room: TestClient) -> None:
    early = conflicts(room, "?as_of=2027-04-14")
    assert 0 < len(early) < len(conflicts(room))
    days = [it["reported_on"] for one in early for it in (*one["a"], *one["b"])]
    assert max(day for day in days if day) <= "2027-04-14"


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/conflicts?kind=framing_difference", "No conflict fits"),
        ("/conflicts?kind=quarrel", "No code begins with “quarrel”"),
        ("/conflicts?state=settled", "state is “settled”"),
        ("/conflicts?as_of=2027-04-01", "No conflict is found by 1 Apr 2027"),
        ("/conflicts/cfl-0000000000000000", "No entry of this record"),
    ],
)
def test_what_is_not_there_is_said_with_what_to_do(room: TestClient, path: str, said: str) -> None:
    assert said in room.get(path).text


def test_the_overview_names_open_conflicts_and_leads_to_them(room: TestClient) -> None:
    page = room.get("/").text
    found = links(page, "/conflicts/")
    assert len(found) == 3
    for link in found:
        assert room.get(link).status_code == 200
    opened = len(conflicts(room, "?state=open"))
    assert f"All {opened} open, {len(conflicts(room)) - opened} explained" in page


def test_the_rail_counts_what_the_pages_list(room: TestClient) -> None:
    rail = dict(
        re.findall(r'data-go="(.)"[^>]*>[^<]* <span>([\d,]+)</span>', room.get("/add").text)
    )
    totals = {name: room.get(f"/api/{name}").json()["total"] for name in ("conflicts", "meetings")}
    due = room.get("/api/deadlines").json()["total"]
    assert int(rail["c"]) == totals["conflicts"] > 0
    assert int(rail["m"]) == totals["meetings"] + due > 0


def test_a_large_record_is_looked_through_beside_the_pages(sample_record: Path) -> None:
    app = make_app(Serving(sample_record, Guard(), at_once=10))
    with TestClient(app, base_url="http://localhost") as client:
        assert "look for its conflicts" in client.get("/").text
        page = client.get("/conflicts").text
        assert "being looked for" in page
        assert list(Page(page).forbidden()) == []
        assert "being looked for" in client.get("/conflicts/cfl-0000000000000000").text
        deadline = time.monotonic() + 60
        while "being looked for" in client.get("/conflicts").text and time.monotonic() < deadline:
            time.sleep(0.1)
        assert 'class="dispute"' in client.get("/conflicts").text
        assert "/conflicts/cfl-" in client.get("/").text
        assert client.get("/conflicts/cfl-0000000000000000").status_code == 404


def test_of_very_many_accounts_some_are_shown_and_the_way_to_all(
    room: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("onrecord.web.pages.conflicts.FEW", 0)
    whole = room.get("/conflicts").text
    monkeypatch.setattr("onrecord.web.pages.conflicts.drawn.__defaults__", (1,))
    page = room.get("/conflicts").text
    assert page.count('class="told"') < whole.count('class="told"')
    (more, *_) = re.findall(r'<p class="note"><a href="([^"]+)">and \d+ more</a>', page)
    assert room.get(more).text.count('class="told"') > 2


def test_no_page_calls_an_account_right_or_wrong(room: TestClient) -> None:
    page = main_of(room.get("/conflicts").text).casefold()
    ours = re.sub(r'<a class="words".*?</a>', "", page, flags=re.DOTALL)
    for word in ("truth", " true", " false", "lied", "admitted", "debunk"):
        assert word not in ours


def test_articles_that_mean_harm_are_text_on_these_pages(hostile: TestClient) -> None:
    pages = ["/conflicts", *links(hostile.get("/conflicts").text, "/conflicts/")]
    assert len(pages) >= 2
    for path in pages:
        page = hostile.get(path).text
        assert list(Page(page).forbidden()) == [], path
        assert "<script>" not in page, path
        assert not HIDDEN.findall(page), path
    assert any("&lt;b onmouseover" in hostile.get(path).text for path in pages)


def test_every_kind_of_conflict_has_its_words() -> None:
    assert set(WHY) == set(ConflictType)


def test_a_name_alone_in_both_makes_no_denial(room: TestClient) -> None:
    denied = [one for one in conflicts(room) if one["type"] == ConflictType.DENIAL_VS_REPORT]
    assert denied
    assert "Sorvanian property" not in json.dumps(denied)
