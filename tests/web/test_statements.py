"""Statements can be searched, narrowed, put in order, paged and taken away."""

import csv
import io
import json
import re
from datetime import datetime
from typing import Any

import pytest
from fastapi.testclient import TestClient
from openpyxl import load_workbook


def answer(room: TestClient, query: str = "") -> dict[str, Any]:
    found: dict[str, Any] = room.get(f"/api/statements?{query}").json()
    return found


def counts(found: dict[str, Any], facet: str) -> dict[str, int]:
    return {value["key"]: value["count"] for value in found["facets"][facet]}


@pytest.mark.parametrize(
    "facet", ["sourcing", "act", "outlet", "speaker", "stance", "object", "side"]
)
def test_each_value_of_a_facet_finds_as_many_as_it_promises(room: TestClient, facet: str) -> None:
    promised = counts(answer(room), facet)
    assert promised
    for key, count in promised.items():
        query = f"{facet}={key}" if key else "unknown_outlet=true"
        assert answer(room, query)["total"] == count, key


def test_two_values_of_one_facet_are_one_or_the_other(room: TestClient) -> None:
    one, other = list(counts(answer(room), "sourcing").items())[:2]
    assert answer(room, f"sourcing={one[0]}&sourcing={other[0]}")["total"] == one[1] + other[1]


def test_two_facets_must_both_hold(room: TestClient) -> None:
    found = answer(room, "sourcing=1a&stance=reject")
    assert 0 < found["total"] < answer(room, "stance=reject")["total"]
    for item in found["items"]:
        assert item["sourcing_level"] == "L1a_on_record_quote"
        assert "reject" in {stance["stance"] for stance in item["stances"]}


def test_a_facet_counts_what_another_of_its_values_would_add(room: TestClient) -> None:
    """Choosing a value changes the other facets, not the counts of its own."""
    whole, narrowed = answer(room), answer(room, "sourcing=1a")
    assert counts(narrowed, "sourcing") == counts(whole, "sourcing")
    assert counts(narrowed, "act") != counts(whole, "act")


@pytest.mark.parametrize(
    ("sort", "key"),
    [
        ("said", lambda it: it["said_on"] or ""),
        ("sourcing", lambda it: it["sourcing_level"]),
        ("published", lambda it: it["reported_on"]),
    ],
)
def test_an_order_and_its_reverse(room: TestClient, sort: str, key: Any) -> None:
    plain = [key(it) for it in answer(room, f"q=plan&sort={sort}&sourcing=1a")["items"]]
    down = [key(it) for it in answer(room, f"q=plan&sort=-{sort}&sourcing=1a")["items"]]
    assert sorted(plain) == sorted(down)
    if sort != "said":
        assert plain == sorted(plain)
        assert down == sorted(down, reverse=True)


def test_speakers_come_by_name_and_nobody_last(room: TestClient) -> None:
    names = [
        (it["speaker"] or {}).get("name") for it in answer(room, "sort=speaker&page=1")["items"]
    ]
    known = [name.casefold() for name in names if name]
    assert known == sorted(known)


def test_pages_hold_everything_once(room: TestClient) -> None:
    first = answer(room)
    pages = [answer(room, f"page={number}")["items"] for number in (1, 2, 3, 4)]
    ids = [item["id"] for page in pages for item in page]
    assert len(ids) == first["total"] == len(set(ids))
    assert pages[3] == []


def test_as_of_leaves_out_what_was_published_later(room: TestClient) -> None:
    found = answer(room, "as_of=2027-04-16")
    assert 0 < found["total"] < answer(room)["total"]
    assert all(item["reported_on"] <= "2027-04-16" for item in found["items"])


def test_an_export_is_the_whole_selection_in_its_order(room: TestClient) -> None:
    query = "sourcing=1a&sort=said"
    ids = [it["id"] for page in (1, 2) for it in answer(room, f"{query}&page={page}")["items"]]
    rows = list(csv.DictReader(io.StringIO(room.get(f"/statements.csv?{query}").text)))
    assert [row["id"] for row in rows] == ids
    assert [row["id"] for row in json.loads(room.get(f"/statements.json?{query}").text)] == ids
    sheet = load_workbook(io.BytesIO(room.get(f"/statements.xlsx?{query}").content)).worksheets[0]
    assert [row[0].value for row in sheet.iter_rows(min_row=2)] == ids


def test_a_workbook_has_days_as_dates_and_says_whose_reading_it_is(room: TestClient) -> None:
    book = load_workbook(io.BytesIO(room.get("/statements.xlsx").content))
    assert book.worksheets[0].column_dimensions["H"].width == 60
    head, *rows = book.worksheets[0].iter_rows(values_only=True)
    told = [dict(zip(head, row, strict=True)) for row in rows]
    entries = json.loads(room.get("/statements.json").text)
    for row, entry in zip(told, entries, strict=True):
        for column, field in (("said", "said_on"), ("published", "reported_on")):
            plain = re.fullmatch(r"\d{4}-\d\d-\d\d", entry[field] or "")
            wanted = datetime.fromisoformat(entry[field]) if plain else entry[field]
            assert row[column] == wanted
    assert {type(row["said"]) for row in told} >= {datetime, str}
    assert {row["reading"] for row in told} == {"machine"}
    assert {row["decided_by"] for row in told} == {None}


def test_an_export_of_nothing_is_empty_and_sound(room: TestClient) -> None:
    query = "q=nothing+like+it"
    assert room.get(f"/statements.json?{query}").json() == []
    assert len(room.get(f"/statements.csv?{query}").text.splitlines()) == 1
    book = load_workbook(io.BytesIO(room.get(f"/statements.xlsx?{query}").content))
    assert book.worksheets[0].max_row == 1


def test_the_page_says_how_many_and_how_to_drop_a_filter(room: TestClient) -> None:
    page = room.get("/statements?q=plan&sourcing=1a").text
    total = answer(room, "q=plan&sourcing=1a")["total"]
    every = answer(room, "")["total"]
    assert 0 < total < every
    assert f"{total} of {every} statements" in page
    assert 'aria-label="Remove the filter on words"' in page
    assert "<mark>plan</mark>" in page
    assert 'aria-sort="descending"' in page
