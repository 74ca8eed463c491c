"""Meetings and deadlines: lists, each laid open by who tells what, calendars, JSON."""

import html
import re
from typing import Any

import pytest
from fastapi.testclient import TestClient
from icalendar import Calendar

from onrecord.show.cells import HIDDEN
from tests.web.parsed import Page

HREF = re.compile(r'href="(/[^"]*)"')


def meetings(client: TestClient, asked: str = "") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = client.get(f"/api/meetings{asked}").json()["items"]
    return found


def deadlines(client: TestClient, asked: str = "") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = client.get(f"/api/deadlines{asked}").json()["items"]
    return found


def main_of(page: str) -> str:
    return page.partition("<main")[2]


def links(page: str, within: str) -> list[str]:
    found = (html.unescape(link).partition("#")[0] for link in HREF.findall(main_of(page)))
    return sorted({link for link in found if link.startswith(within)})


def test_the_list_has_every_meeting_and_deadline_once(room: TestClient) -> None:
    page = room.get("/meetings").text
    ids = re.findall(r'<li[^>]* id="((?:mtg|ddl)-[0-9a-f]{16})"', page)
    assert sorted(ids) == sorted(it["id"] for it in meetings(room) + deadlines(room))
    assert len(ids) > 7


def test_what_is_to_come_stands_first_and_what_passed_unreported_is_named(room: TestClient) -> None:
    page = room.get("/meetings").text
    groups = re.findall(r'<h3 class="group">([^<]+)</h3>', page.partition('id="deadlines"')[0])
    assert groups == ["To come", "The day has passed; whether it was held is not reported", "Over"]
    dates = [it["date"] for it in meetings(room) if it["status"] == "held"]
    assert dates == sorted(dates, reverse=True)
    by_day = [it["date"] for it in meetings(room, "?sort=date")]
    assert by_day != [it["date"] for it in meetings(room)]
    assert [it["date"] for it in meetings(room, "?sort=-date")] == by_day[::-1]


def test_as_of_a_day_what_is_over_now_was_to_come(room: TestClient) -> None:
    page = room.get("/meetings?as_of=2027-04-13").text
    before, _, after = page.partition("To come")
    assert "Talks in Varn" not in before
    assert "Talks in Varn" in after
    assert meetings(room, "?as_of=2027-04-13")[0]["status"] == "planned"


def test_filters_choose_by_party_status_and_period(room: TestClient) -> None:
    actor = meetings(room)[1]["participants"][0]
    mine = meetings(room, f"?party={actor['id']}")
    assert 0 < len(mine) < len(meetings(room))
    assert all(actor["id"] in [who["id"] for who in it["participants"]] for it in mine)
    assert meetings(room, "?party=Breskar") == meetings(room, "?party=breskar") != []
    assert {it["status"] for it in meetings(room, "?status=scheduled")} == {"scheduled"}
    assert not deadlines(room, "?status=scheduled")
    assert {it["status"] for it in deadlines(room, "?status=open")} == {"open"}
    assert not meetings(room, "?status=open")
    may = meetings(room, "?since=2027-05-01&until=2027-05-31")
    assert {it["date"][:7] for it in may} == {"2027-05"}


def test_a_status_that_is_denied_is_found_though_it_was_held_after_all(room: TestClient) -> None:
    assert [it["disputed"] for it in meetings(room, "?status=reported_disputed")] == [True]


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/meetings?status=cancelled", "No meeting and no deadline fits"),
        ("/meetings?party=nobody+of+the+kind", "No meeting and no deadline fits"),
        ("/meetings?status=dreamt", "No code begins with “dreamt”"),
        ("/meetings?since=2027-05-01&until=2027-04-01", "no day is from"),
        ("/meetings/mtg-0000000000000000", "No entry of this record"),
        ("/deadlines/ddl-0000000000000000", "No entry of this record"),
    ],
)
def test_what_is_not_there_is_said_with_what_to_do(room: TestClient, path: str, said: str) -> None:
    assert said in room.get(path).text


def test_every_page_of_one_opens_and_every_entry_leads_to_its_words(room: TestClient) -> None:
    page = room.get("/meetings").text
    ones = links(page, "/meetings/") + links(page, "/deadlines/")
    assert len(ones) == len(meetings(room)) + len(deadlines(room))
    for path in ones:
        answer = room.get(path)
        assert answer.status_code == 200, path
        assert list(Page(answer.text).forbidden()) == []
        words = links(answer.text, "/documents/")
        assert words, path
        for link in words[:3]:
            assert "<mark" in room.get(link).text, link


def test_any_account_leads_to_the_meeting_that_it_is_of(room: TestClient) -> None:
    one = next(it for it in meetings(room) if len(it["accounts"]) > 1)
    for account in one["accounts"]:
        found = room.get(f"/api/meetings/{account['id']}").json()
        assert found["id"] == one["id"]


def test_accounts_stand_in_columns_with_what_each_leaves_out(room: TestClient) -> None:
    one = next(it for it in meetings(room) if it["disputed"])
    found = room.get(f"/api/meetings/{one['id']}").json()
    told = [it for column in found["columns"] for it in column["accounts"]]
    assert sorted(told) == sorted(account["id"] for account in one["accounts"])
    by = {column["by"]: column for column in found["columns"]}
    sorvania = by["Sorvania"]
    assert sorvania["kind"] == "side"
    assert [who["name"] for who in sorvania["alone"]["participants"]] == ["Lucan Tiede"]
    other = next(column for column in found["columns"] if column is not sorvania)
    assert [who["name"] for who in other["left_out"]["participants"]] == ["Lucan Tiede"]
    page = room.get(f"/meetings/{one['id']}").text
    heads = re.findall(r'<th role="columnheader" scope="col">([^<]+)<small>', page)
    assert heads == [column["by"] for column in found["columns"]]
    assert "leaves out" in page
    assert "only here" in page


def test_every_date_that_was_reported_is_on_the_page(room: TestClient) -> None:
    one = next(it for it in meetings(room) if it["dates_disagree"])
    page = room.get(f"/meetings/{one['id']}").text.partition('id="dates"')[2]
    for each in one["dates"]:
        assert f'title="EDTF {each["date"]}"' in page
    assert page.count(">stands<") == 1


def test_a_deadline_shows_how_it_was_set_moved_and_met(room: TestClient) -> None:
    one = next(it for it in deadlines(room) if it["extensions"])
    page = room.get(f"/deadlines/{one['id']}").text
    course = re.findall(r'<span class="when">([^<]+)</span> <strong>([^<]+)', page)
    assert [step.strip() for _, step in course] == [
        "open, due",
        "moved to",
        "its day",
        "outcome not reported",
        "met",
    ]
    assert course[3][0] == "15 May 2027"
    assert "Days disagree" in page
    assert page.count("Moves nothing") == sum(len(it["remarks"]) for it in one["accounts"])


def test_the_calendar_holds_what_is_chosen_and_has_a_day(room: TestClient) -> None:
    answer = room.get("/meetings.ics")
    assert answer.headers["content-type"].startswith("text/calendar")
    made = Calendar.from_ical(answer.content)
    dated = [it for it in meetings(room) if it["date"] and not it["date"].startswith("[..")]
    assert len(made.walk("VEVENT")) == len(dated)
    assert len(made.walk("VTODO")) == len(deadlines(room))
    one = dated[0]["id"]
    (event,) = Calendar.from_ical(room.get(f"/meetings/{one}/calendar.ics").content).walk("VEVENT")
    assert str(event["UID"]) == f"{one}@onrecord"
    due = deadlines(room)[0]["id"]
    (todo,) = Calendar.from_ical(room.get(f"/deadlines/{due}/calendar.ics").content).walk("VTODO")
    assert str(todo["UID"]) == f"{due}@onrecord"
    assert not Calendar.from_ical(room.get("/meetings.ics?status=met").content).walk("VEVENT")


def test_overview_and_timeline_lead_to_meetings_and_deadlines(room: TestClient) -> None:
    for path in ("/", "/timeline"):
        page = room.get(path).text
        found = links(page, "/meetings/") + links(page, "/deadlines/")
        assert len(found) >= 3, path
        for link in found:
            assert room.get(link).status_code == 200, link
    lanes = {lane["title"]: lane for lane in room.get("/api/timeline").json()["lanes"]}
    assert sum(mark["count"] for mark in lanes["Meetings"]["marks"]) > 3
    assert sum(mark["count"] for mark in lanes["Deadlines"]["marks"]) == 2


def test_articles_that_mean_harm_are_text_on_these_pages(hostile: TestClient) -> None:
    pages = ["/meetings", *links(hostile.get("/meetings").text, "/meetings/")]
    pages += links(hostile.get("/meetings").text, "/deadlines/")
    assert len(pages) >= 3
    for path in pages:
        page = hostile.get(path).text
        assert list(Page(page).forbidden()) == [], path
        assert "<script>" not in page, path
        assert not HIDDEN.findall(page), path
    assert any("&lt;script&gt;" in hostile.get(path).text for path in pages)
