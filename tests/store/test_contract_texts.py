"""What every store promises about texts of plans."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from onrecord.errors import NotVerbatim
from onrecord.read import plan_text
from onrecord.record import Document, PlanText, Process, Reading, TextLabel
from onrecord.store import Added, Kind, Store, TextFilter
from tests.store.samples import sample

FIRST = b"1. The ports open on 3 May.\n2. Fees are [halved].\nOption 1: by half.\n"
SECOND = b"1. The ports open on 9 May.\n"
TALKS = Process("prc-1", "Ferry talks")


def read(
    content: bytes, version: str, dated: str | None = None
) -> tuple[Document, bytes, PlanText]:
    document, text = plan_text(content, "plan.txt", TextLabel("Ferry plan", version, dated))
    return document, content, text


@pytest.fixture
def shelf(store: Store) -> Store:
    assert store.add_text(*read(FIRST, "First draft", "2027-04-08")) is Added.NEW
    assert store.add_text(*read(SECOND, "second draft", "2027-04-22"), [TALKS]) is Added.NEW
    return store


def test_what_was_put_in_comes_out_equal(shelf: Store) -> None:
    document, content, text = read(FIRST, "First draft", "2027-04-08")
    assert next(shelf.texts()) == text
    assert shelf.document(text.doc_id) == document
    assert shelf.content(text.doc_id) == content
    assert shelf.check() == []
    assert shelf.counts().texts == 2


def test_a_category_is_kept(store: Store) -> None:
    document, content, text = read(FIRST, "First draft")
    coded = replace(text, points=tuple(replace(p, category="SEC.DMZ") for p in text.points))
    store.add_text(document, content, coded)
    assert [point.category for point in next(store.texts()).points] == ["SEC.DMZ"] * 3


def test_adding_twice_changes_nothing(shelf: Store) -> None:
    assert shelf.add_text(*read(FIRST, "FIRST draft", "2027-04-08")) is Added.UNCHANGED
    assert len(list(shelf.texts())) == 2


def test_the_same_names_on_the_same_document_supersede_and_nothing_is_lost(shelf: Store) -> None:
    old = next(shelf.texts())
    assert shelf.add_text(*read(FIRST, "First draft", "2027-04-09")) is Added.READ_AGAIN
    dated = [text.label.dated for text in shelf.texts()]
    assert dated == ["2027-04-09", "2027-04-22"]
    assert shelf.entry(shelf.find(old.text_id)) == old
    assert shelf.add_text(*read(FIRST, "First draft", "2027-04-08")) is Added.READ_AGAIN
    assert next(shelf.texts()) == old


def test_another_document_of_the_same_version_stands_beside(shelf: Store) -> None:
    shelf.add_text(*read(SECOND + b"2. New.\n", "second draft"))
    assert [text.label.version for text in shelf.texts()] == [
        "First draft",
        "second draft",
        "second draft",
    ]


@pytest.mark.parametrize(
    ("named", "versions"),
    [
        ("ferry", ["First draft", "second draft"]),
        ("FIRST", ["First draft"]),
        ("plan second", ["second draft"]),
        ("draf", ["First draft", "second draft"]),
        ("irst", []),
        ("%", []),
    ],
)
def test_texts_are_found_by_words_of_their_names(
    shelf: Store, named: str, versions: list[str]
) -> None:
    assert [text.label.version for text in shelf.texts(TextFilter(named))] == versions


def test_texts_and_points_are_found_by_their_ids(shelf: Store) -> None:
    text = next(shelf.texts())
    found = shelf.find(text.text_id[:12])
    assert (found.kind, found.id) == (Kind.TEXT, text.text_id)
    point = text.points[1]
    assert shelf.entry(shelf.find(point.point_id)) == point
    assert [each.label.version for each in shelf.texts(TextFilter(text.doc_id))] == ["First draft"]


def test_the_text_of_a_plan_is_no_coverage(shelf: Store) -> None:
    shelf.add(*sample(1).parts)
    article = sample(1).document.doc_id
    assert [document.doc_id for document in shelf.documents()] == [article]
    assert [imprint.doc_id for imprint in shelf.imprints()] == [article]
    assert shelf.processes() == (TALKS,)


def test_an_article_that_holds_a_plan_stays_an_article(opens: Callable[..., Store]) -> None:
    document, content, text = read(FIRST, "First draft")
    reading = Reading(document.doc_id, "sample 1")
    with opens("read first") as store:
        store.add(document, content, reading)
        assert store.add_text(document, content, text) is Added.NEW
        assert [each.doc_id for each in store.documents()] == [document.doc_id]
        assert store.reading(document.doc_id) == reading
    with opens("added first") as store:
        store.add_text(document, content, text)
        assert list(store.documents()) == []
        assert store.add(document, content, reading) is Added.READ_AGAIN
        assert [each.doc_id for each in store.documents()] == [document.doc_id]
        assert [each.text_id for each in store.texts()] == [text.text_id]


def test_words_that_the_document_does_not_have_are_refused(store: Store) -> None:
    document, _, text = read(FIRST, "First draft")
    other, _, _ = read(SECOND, "second draft")
    with pytest.raises(NotVerbatim):
        store.add_text(other, SECOND, replace(text, doc_id=other.doc_id))
    with pytest.raises(ValueError, match="not those"):
        store.add_text(document, SECOND, text)
    assert list(store.texts()) == []
    assert list(store.documents()) == []
