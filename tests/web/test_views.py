"""Stances, timeline, actors, sources and brief show what the record answers."""

import re
import time
from datetime import date
from io import BytesIO
from pathlib import Path

from docx import Document
from fastapi.testclient import TestClient

import onrecord
from onrecord.analyse import Cells, cells
from onrecord.show.room.lanes import Window
from onrecord.show.room.matrix import Cut, matrix
from onrecord.show.room.room import Room
from onrecord.web.app import Serving, make_app
from onrecord.web.security import Guard
from tests.web.parsed import Page


def test_the_matrix_holds_every_stance_once(sample_record: object) -> None:
    with onrecord.open(sample_record) as record:  # type: ignore[arg-type]
        room = Room(record.store)
        stands = list(record.store.stands())
        for categories in (False, True):
            made = matrix(stands, room.people(), Cut(categories, 200), Cells())
            held = [c for group in made.groups for row in group.rows for c in row.cells.values()]
            ids = [stand.stance_id for cell in held for stand in cell.trail]
            assert sorted(ids) == sorted(stand.stance_id for stand in stands)
            assert made.left_out == 0
            assert sum(width for _, width in made.sides) == len(made.columns)


def test_a_cell_of_the_matrix_is_the_cell_of_the_analysis(sample_record: object) -> None:
    with onrecord.open(sample_record) as record:  # type: ignore[arg-type]
        room = Room(record.store)
        stands = list(record.store.stands())
        made = matrix(stands, room.people(), Cut(False, 200), Cells())
        for cell in cells(stands):
            shown = made.cell(room.people().kept(cell.holder), cell.object.object_id)
            assert shown
            assert {s.stance_id for s in cell.trail} <= {s.stance_id for s in shown.trail}


def test_a_cell_opens_its_trail_with_the_words(room: TestClient) -> None:
    stance = next(
        it for it in room.get("/api/stances").json()["items"] if it["basis"] == "expressed"
    )
    holder, object_ = stance["holder"]["id"], stance["object"]["id"]
    page = room.get(f"/stances?holder={holder}&object={object_}&holders=60").text
    trail = page.partition('id="trail"')[2]
    assert f"c={stance['evidence'][0]['start']}-{stance['evidence'][0]['end']}" in trail
    assert "<mark>" in trail
    assert 'aria-current="true"' in page


def test_the_matrix_of_a_past_day_knows_nothing_later(room: TestClient) -> None:
    early, late = room.get("/stances?as_of=2027-04-13").text, room.get("/stances").text
    assert 0 < early.count("cellink") < late.count("cellink")


def test_a_sign_stands_beside_every_colour(room: TestClient) -> None:
    page = room.get("/stances").text
    for chip in re.findall(r'<span class="st [^"]*">(.*?)</span>', page):
        assert re.match(r'<b aria-hidden="true">[^<]+</b>.+', chip), chip


def test_the_lanes_count_what_the_list_holds(room: TestClient) -> None:
    found = room.get("/api/timeline?since=2027-04-01&until=2027-05-31").json()
    said = [lane for lane in found["lanes"] if lane["kind"] == "said"]
    assert sum(mark["count"] for lane in said for mark in lane["marks"]) == found["total"]


def test_months_and_years_hold_what_days_hold(room: TestClient) -> None:
    for since, until in (("2026-01-01", "2028-12-31"), ("1900-01-01", "2100-12-31")):
        found = room.get(f"/api/timeline?since={since}&until={until}").json()
        said = [lane for lane in found["lanes"] if lane["kind"] == "said"]
        assert sum(mark["count"] for lane in said for mark in lane["marks"]) == found["total"]


def test_a_window_moves_and_zooms_within_the_calendar() -> None:
    edge = Window(date.min, date(1, 1, 20))
    assert edge.moved(-5).first == date.min
    assert Window(date(9999, 1, 1), date.max).moved(3).last == date.max
    assert edge.zoomed(0.01).length == 7
    assert Window(date(2027, 4, 1), date(2027, 4, 30)).zoomed(2).length == 60
    assert edge.at(date(3, 1, 1)) == 1000


def test_an_actor_has_its_names_offices_and_statements(room: TestClient) -> None:
    actor = room.get("/api/actors").json()["items"][0]
    page = room.get(f"/actors/{actor['id']}").text
    assert actor["name"] in page
    for office in actor["offices"]:
        assert office["title"] in page
    assert f"{actor['statements']} statements" in page
    assert room.get("/api/actors?q=zzz").json()["total"] == 0
    assert room.get(f"/api/actors?q={actor['name'].split()[-1]}").json()["total"] >= 1


def test_sources_count_the_documents_of_each_outlet(room: TestClient) -> None:
    found = room.get("/api/coverage?gaps=true").json()
    documents = room.get("/api/documents").json()["total"]
    assert sum(outlet["articles"] for outlet in found["outlets"]) + found["undated"] == documents
    assert found["gaps"]
    page = room.get("/sources?gaps=true").text
    for outlet in found["outlets"]:
        assert (outlet["outlet"] or "outlet unknown") in page


def test_every_line_of_the_brief_leads_to_its_words(room: TestClient) -> None:
    page = room.get("/brief").text.partition('class="brief"')[2]
    ids = set(re.findall(r"/entries/([a-z]+-[0-9a-f]{16})", page))
    assert len(ids) > 20
    for entry in sorted(ids)[::9]:
        assert room.get(f"/entries/{entry}").status_code == 303
    for source in re.findall(r'href="#(source-[0-9]+)"', page):
        assert f'id="{source}"' in page


def test_a_brief_of_a_large_record_is_written_beside_the_pages(sample_record: Path) -> None:
    app = make_app(Serving(sample_record, Guard(), at_once=10))
    with TestClient(app, base_url="http://localhost") as client:
        page = client.get("/brief").text
        assert "is being written" in page
        assert list(Page(page).forbidden()) == []
        deadline = time.monotonic() + 60
        while "is being written" in (page := client.get("/brief").text):
            assert time.monotonic() < deadline
            time.sleep(0.1)
        assert 'class="brief"' in page
        written = client.get("/api/brief").json()
    with onrecord.open(sample_record) as record:
        assert written["markdown"] == record.brief(written["since"], written["until"])


def test_a_brief_of_one_party_is_about_that_party(room: TestClient) -> None:
    side = room.get("/api/statements").json()["facets"]["side"][0]
    whole, own = room.get("/api/brief").text, room.get(f"/api/brief?side={side['key']}").text
    assert 0 < len(own) < len(whole)


def test_the_brief_is_a_word_document_with_the_same_words(room: TestClient) -> None:
    answer = room.get("/brief.docx?confirmed=true")
    assert answer.headers["content-disposition"] == 'attachment; filename="brief.docx"'
    words = [each.text for each in Document(BytesIO(answer.content)).paragraphs]
    assert "Every entry was confirmed, corrected or added by a person." in words[1]
    page = room.get("/brief?confirmed=true").text
    assert "/brief.docx?" in page
    assert "confirmed=true" in page.partition("/brief.docx?")[2].partition('"')[0]


def test_the_briefs_file_needs_no_other_file(room: TestClient) -> None:
    answer = room.get("/brief.html")
    assert answer.headers["content-disposition"].startswith("attachment")
    assert "<link" not in answer.text
    assert "<script" not in answer.text
    assert 'href="http://localhost/entries/' in answer.text


def test_every_actor_has_a_page(room: TestClient) -> None:
    """Also those whose stance stands in no statement."""
    for actor in room.get("/api/actors").json()["items"]:
        assert room.get(f"/actors/{actor['id']}").status_code == 200, actor["name"]
