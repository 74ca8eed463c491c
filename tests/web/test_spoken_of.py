"""Who speaks of whom: the page of an actor, its JSON and the selection behind each number agree."""

import re
from html import unescape
from typing import Any

import pytest
from fastapi.testclient import TestClient

Entry = dict[str, Any]


@pytest.fixture(scope="module")
def actors(room: TestClient) -> list[Entry]:
    """Give the actors of the sample case that say or are told most, each with all that is known."""
    items = room.get("/api/actors").json()["items"]
    return [room.get(f"/api/actors/{item['id']}").json() for item in items[:25]]


def selected(room: TestClient, **asked: str) -> int:
    total: int = room.get("/api/statements", params=asked).json()["total"]
    return total


def test_every_number_is_that_of_the_statements_behind_it(
    room: TestClient, actors: list[Entry]
) -> None:
    checked = 0
    for actor in actors:
        own = actor["id"]
        assert actor["spoken_of_by"]["statements"] == selected(room, spoken_of=own)
        for row in actor["spoken_of_by"]["by"]:
            if row["id"]:
                count = selected(room, speaker=row["id"], spoken_of=own)
                assert row["statements"] == count
                checked += 1
        for row in actor["speaks_of"]["of"]:
            assert row["statements"] == selected(room, speaker=own, spoken_of=row["id"])
            checked += 1
    assert checked > 20


def test_what_one_says_of_another_is_what_is_said_of_him(actors: list[Entry]) -> None:
    said = {
        (actor["id"], row["id"]): row["ways"]
        for actor in actors
        for row in actor["speaks_of"]["of"]
    }
    heard = {
        (row["id"], actor["id"]): row["ways"]
        for actor in actors
        for row in actor["spoken_of_by"]["by"]
    }
    ids = {actor["id"] for actor in actors}
    pairs = {pair for pair in said.keys() | heard.keys() if set(pair) <= ids}
    assert pairs
    assert {pair: said.get(pair) for pair in pairs} == {pair: heard.get(pair) for pair in pairs}
    assert all(one != other for one, other in pairs)


def test_latest_words_are_the_documents_own(room: TestClient, actors: list[Entry]) -> None:
    rows = [row for actor in actors for row in actor["spoken_of_by"]["by"]]
    assert rows
    for row in rows:
        for words in row["latest"]["words"]:
            text = room.get(f"/api/documents/{words['doc_id']}").json()["text"]
            assert text[words["start"] : words["end"]] == words["exact"]


def test_the_page_has_the_same_rows_and_leads_to_the_words(
    room: TestClient, actors: list[Entry]
) -> None:
    actor = max(actors, key=lambda it: len(it["spoken_of_by"]["by"]))
    page = unescape(room.get(f"/actors/{actor['id']}").text)
    assert "Who speaks of this actor" in page
    for row in actor["spoken_of_by"]["by"]:
        if row["id"]:
            link = f"/statements?speaker={row['id']}&spoken_of={actor['id']}"
            assert link in page
        (at,) = re.findall(rf'href="([^"]*#{row["latest"]["statement_id"]})" ?>|$', page)[:1]
        assert room.get(at.partition("#")[0]).status_code == 200


def test_of_a_past_day_only_what_was_known_counts(room: TestClient, actors: list[Entry]) -> None:
    actor = max(actors, key=lambda it: it["spoken_of_by"]["statements"])
    early = room.get(f"/api/actors/{actor['id']}", params={"as_of": "2027-04-14"}).json()
    assert early["spoken_of_by"]["statements"] < actor["spoken_of_by"]["statements"]


def test_the_filter_is_named_and_can_be_dropped(room: TestClient, actors: list[Entry]) -> None:
    page = room.get("/statements", params={"spoken_of": actors[0]["id"]}).text
    assert f"spoken of: <strong>{actors[0]['name']}</strong>" in unescape(page)
    assert "Remove the filter on who is spoken of" in page
