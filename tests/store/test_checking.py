"""A check finds what is not as it must be, and a changed word is never handed out."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from onrecord.errors import NotVerbatim
from onrecord.store import Store, open_existing, open_record
from tests.store.samples import sample

TAMPERED = {
    "a word of a text": (
        "UPDATE documents SET raw_text = replace(raw_text, 'dam', 'Dam')",
        {"doc-", "is refused"},
    ),
    "the words of an anchor": (
        "UPDATE anchors SET exact = 'told' WHERE role = 'cue'",
        {"sta-", "is refused", "statement_search"},
    ),
    "the place of an anchor": ('UPDATE anchors SET "end" = "end" + 1', {"sta-", "is refused"}),
    "the words of a detail": ("UPDATE details SET exact = 'x' WHERE exact > ''", {"doc-"}),
    "the bytes": ("UPDATE files SET content = 'x'", {"the bytes kept"}),
    "a reading": ("UPDATE readings SET superseded_at = 'x'", {"no current reading"}),
    "a document": ("UPDATE documents SET superseded_at = 'x'", {"no current document"}),
    "a reference": ("DELETE FROM mentions", {"refers to a row of mentions"}),
    "a clean text": ("UPDATE documents SET clean_text = 'x'", {"document_search"}),
    "a name": ("UPDATE actor_names SET name = 'x'", {"name_search", "does not agree"}),
    "an indexed row": (
        "INSERT INTO name_search (name_search) VALUES ('delete-all')",
        {"name_search", "cannot be found"},
    ),
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "record.db"
    with open_record(path) as store:
        store.add(*sample(1).parts)
        store.add(*sample(2).parts)
        assert store.check() == []
    return path


def tamper(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(statement)


def read_everything(store: Store) -> None:
    for document in store.documents():
        store.reading(document.doc_id)


@pytest.mark.parametrize(("statement", "said"), TAMPERED.values(), ids=TAMPERED)
def test_a_check_finds_what_was_changed(path: Path, statement: str, said: set[str]) -> None:
    tamper(path, statement)
    with open_existing(path) as store:
        problems = "\n".join(str(problem) for problem in store.check())
    assert all(words in problems for words in said), problems


@pytest.mark.parametrize(
    "change",
    [
        "a word of a text",
        "the words of an anchor",
        "the place of an anchor",
        "the words of a detail",
    ],
)
def test_changed_words_are_not_handed_out(path: Path, change: str) -> None:
    tamper(path, TAMPERED[change][0])
    with open_existing(path) as store, pytest.raises(NotVerbatim):
        read_everything(store)


def test_lost_words_are_not_made_up(path: Path) -> None:
    tamper(path, "DELETE FROM anchors WHERE role = 'words'")
    with open_existing(path) as store, pytest.raises(NotVerbatim):
        read_everything(store)
