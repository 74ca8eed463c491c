"""The sample case told again is a case of its own; pages are measured on it."""

from pathlib import Path

from bench.case import fill, told
from bench.room import PAGES, measure, named, one_more
from onrecord.store import open_record

ARTICLES = 14


def test_a_retelling_has_other_names_other_days_and_the_same_shape() -> None:
    document, content, reading = told(3)
    again, _, other = told(3 + ARTICLES)
    assert told(3)[1] == content
    assert document.doc_id != again.doc_id
    assert len(document.raw_text) == len(again.raw_text)
    assert len(reading.statements) == len(other.statements) > 0
    mine = {actor.name for actor in reading.actors}
    theirs = {actor.name for actor in other.actors}
    assert mine != theirs
    assert reading.statements[0].reported_on != other.statements[0].reported_on


def test_pages_are_measured_on_a_record_of_retellings(tmp_path: Path) -> None:
    record = tmp_path / "room.db"
    with open_record(record) as store:
        fill(store, 2 * ARTICLES)
        assert store.counts().documents == 2 * ARTICLES + 2  # the texts of plans are documents
    names = named(record, PAGES)
    assert {"plan", "text", "meeting", "deadline", "conflict"} <= names.keys()
    rows = list(measure(record, 2 * ARTICLES, ("/meetings", "/plans/{plan}")))
    assert [row.page for row in rows] == ["/meetings", "/plans/{plan}"]
    assert all(row.median > 0 for row in rows)
    assert one_more(record, 3 * ARTICLES) < 60_000
