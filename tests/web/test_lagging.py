"""Pages of a large record may lag behind it for a moment, say so, and catch up by themselves."""

import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

import pytest
from fastapi.testclient import TestClient

from onrecord.record import Decision, Verdict
from onrecord.show.room.beside import Beside
from onrecord.store import Store, open_existing, open_record
from onrecord.web.app import Serving, make_app
from tests.web.conftest import ADDRESS
from tests.web.test_meetings import main_of

NOTE = "since this page was worked out"
PAGES = (
    "/",
    "/stances",
    "/timeline",
    "/plans",
    "/meetings",
    "/statements",
    "/conflicts",
    "/actors",
    "/documents",
    "/sources",
    "/brief",
)


class Large(NamedTuple):
    """A room that takes the record for large, and what the record has not heard of yet."""

    path: Path
    client: TestClient
    store: Store
    coming: list[Callable[[], object]]


@pytest.fixture
def large(sample_record: Path, tmp_path: Path) -> Iterator[Large]:
    path = tmp_path / "large.db"
    with open_existing(sample_record) as sample, open_record(path) as store:
        ids = [one.doc_id for one in sample.documents()]
        parts = [(sample.document(id_), sample.content(id_), sample.reading(id_)) for id_ in ids]
        coming: list[Callable[[], object]] = [partial(store.add, *part) for part in parts]
        for _ in range(3):
            coming.pop(0)()
        app = make_app(Serving(path, at_once=0, soon=-1))
        with TestClient(app, base_url=ADDRESS, follow_redirects=False) as client:
            yield Large(path, client, store, coming)


def settled(client: TestClient, path: str) -> str:
    """Give a page once it has caught up."""
    deadline = time.monotonic() + 60
    waits = (NOTE, "being looked for", "is being written")
    while any(words in (page := client.get(path).text) for words in waits):
        assert time.monotonic() < deadline, path
        time.sleep(0.05)
    return main_of(page)


def test_a_page_says_that_it_lags_and_catches_up_to_what_a_new_room_shows(large: Large) -> None:
    for page in PAGES:
        settled(large.client, page)
    for add in large.coming[:2]:
        add()
        told = [large.client.get(page) for page in PAGES]
        assert {answer.status_code for answer in told} == {200}
        assert NOTE in told[0].text
    with TestClient(make_app(Serving(large.path)), base_url=ADDRESS) as anew:
        for page in PAGES:
            assert settled(large.client, page) == main_of(anew.get(page).text)


def test_who_takes_an_answer_away_has_it_whole(large: Large) -> None:
    known = large.client.get("/api/actors").json()["total"]
    large.client.get("/actors")
    large.coming[0]()
    assert NOTE in large.client.get("/actors").text
    assert large.client.get("/api/actors").json()["total"] > known


def test_a_decision_is_said_to_be_missing_until_it_is_taken_in(large: Large) -> None:
    one, other = (it["id"] for it in large.client.get("/api/actors").json()["items"][:2])
    before = large.client.get("/api/actors").json()["total"]
    for page in ("/actors", "/"):
        settled(large.client, page)
    large.store.decide(Decision(Verdict.MERGE, one, other, "the same", "me"))
    assert f"1 decision was made {NOTE}" in large.client.get("/actors").text
    assert large.client.get("/api/actors").json()["total"] == before - 1
    large.store.decide(Decision(Verdict.SPLIT, one, other, "not the same", "me"))
    large.coming[0]()
    assert f" made and 1 document came in or changed {NOTE}" in large.client.get("/").text
    with TestClient(make_app(Serving(large.path)), base_url=ADDRESS) as anew:
        assert settled(large.client, "/actors") == main_of(anew.get("/actors").text)


def test_what_was_purged_shows_nowhere_from_then_on(large: Large) -> None:
    for page in PAGES:
        settled(large.client, page)
    doc_id = next(iter(large.store.documents())).doc_id
    assert doc_id in large.client.get("/documents").text
    large.store.purge(doc_id, "asked for")
    for page in PAGES:
        text = large.client.get(page).text
        assert NOTE not in text
        assert doc_id not in text


def test_work_that_fails_is_begun_again_when_it_is_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    done: list[str] = []
    beside = Beside()
    monkeypatch.setattr(threading, "excepthook", lambda _: done.append("failed"))

    def fail() -> None:
        raise ValueError

    beside.make("a", fail)
    _wait(lambda: done == ["failed"])
    beside.make("a", lambda: done.append("made"))
    _wait(lambda: done == ["failed", "made"])


def _wait(until: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 10
    while not until() and time.monotonic() < deadline:
        time.sleep(0.01)
    assert until()
