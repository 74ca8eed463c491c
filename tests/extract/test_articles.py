"""Three articles on other subjects than the sample case, annotated by hand."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from onrecord.extract import extract
from onrecord.read import document
from onrecord.record import Document, Reading, Statement

ARTICLES = Path(__file__).parent / "articles"
NAMES = ("fishing.txt", "warming.txt", "nurses.md")
DAYS = {"fishing.txt": "2027-12-14"}
FOUND, RIGHT = 0.8, 0.8
"""Shares that must hold: of the attributions, and of each field over those found."""


def read(name: str) -> tuple[Document, Reading, list[dict[str, Any]]]:
    path = ARTICLES / name
    found = document(path.read_bytes(), name, DAYS.get(name))
    gold = tomllib.loads(path.with_suffix(".toml").read_text("utf-8"))["attributions"]
    return found, extract(found, DAYS.get(name)), gold


def matching(article: Document, reading: Reading, wanted: dict[str, Any]) -> Statement | None:
    """Give the statement whose content shares most with the wanted one, at least half of both."""
    places = {at for part in wanted["content"] for at in span(article.raw_text, part)}
    best, share = None, 0.5
    for statement in reading.statements:
        has = {at for part in statement.content for at in range(part.start, part.end)}
        jaccard = len(has & places) / len(has | places)
        if jaccard >= share and same_source(article, statement, wanted.get("source")):
            best, share = statement, jaccard
    return best


def span(text: str, words: str) -> range:
    start = text.index(words)
    return range(start, start + len(words))


def same_source(article: Document, statement: Statement, wanted: str | None) -> bool:
    if wanted is None or statement.source is None:
        return wanted is None and statement.source is None
    surface = statement.source.surface
    return surface in wanted or wanted in surface


@pytest.mark.parametrize("name", NAMES)
def test_most_attributions_are_found_and_all_quotations(name: str) -> None:
    article, reading, gold = read(name)
    missed = [item for item in gold if matching(article, reading, item) is None]
    assert not [item for item in missed if item.get("direct")]
    assert len(missed) <= (1 - FOUND) * len(gold), missed


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("field", ["speaker", "sourcing", "speech_act", "said_on"])
def test_what_is_found_is_mostly_read_right(name: str, field: str) -> None:
    article, reading, gold = read(name)
    names = {actor.actor_id: actor.name for actor in reading.actors}
    pairs = [
        (item[field], value(statement, field, names))
        for item in gold
        if field in item and (statement := matching(article, reading, item))
    ]
    wrong = [(wanted, got) for wanted, got in pairs if wanted != got]
    assert len(wrong) <= (1 - RIGHT) * len(pairs) or len(wrong) == 0, wrong


def value(statement: Statement, field: str, names: dict[str, str]) -> str | None:
    if field == "speaker":
        return names.get(statement.actor_id or "")
    code = {"sourcing": "sourcing_level"}.get(field, field)
    return getattr(statement, code)  # type: ignore[no-any-return]  # a code or None, by name


@pytest.mark.parametrize("name", NAMES)
def test_every_anchor_is_the_text_at_its_place(name: str) -> None:
    article, reading, _ = read(name)
    for statement in reading.statements:
        for anchor in (*statement.content, *statement.quoted):
            assert article.raw_text[anchor.start : anchor.end] == anchor.exact
            assert article.clean_text[anchor.clean_start : anchor.clean_end].strip()


def test_reading_twice_gives_the_same() -> None:
    assert read("nurses.md")[1] == read("nurses.md")[1]
