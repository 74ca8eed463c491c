"""Verbs tell who did what to whom, where the sentence says it."""

import time
import tomllib
from pathlib import Path
from typing import Any

import pytest

from onrecord.extract import extract
from onrecord.extract.events import events_in_text, sector_named, told_in
from onrecord.extract.language import parse
from onrecord.extract.words import word_list
from onrecord.read import text_document
from onrecord.record import PloverEvent, Sector

CASES: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("cases.toml").read_text("utf-8")
)["cases"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_cases(case: dict[str, Any]) -> None:
    document = text_document(case["text"])
    parsed = parse(document)
    found = [told for sentence in parsed.sentences for told in told_in(parsed, sentence)]
    if "event" not in case:
        assert found == []
        return
    first, *others = found
    assert first.event == case["event"]
    assert [parsed.text[slice(*span)] for span in first.actors] == case["actors"]
    assert [each.event for each in others] == case.get("more", [])
    if "recipients" in case:
        assert [parsed.text[slice(*span)] for span in first.recipients] == case["recipients"]
    if "mode" in case:
        assert first.mode == case["mode"]


def test_an_event_has_its_words_and_whose_word_it_is() -> None:
    document = text_document(
        '# Ports\n\n"Chile seized Peruvian ships on Monday," said Ana Paz of Peru.\n'
    )
    (event,) = events_in_text(document, extract(document, "2027-04-14"))
    text = document.raw_text
    for anchor in (*event.evidence, event.actors[0].words, event.recipients[0].words):
        assert anchor is not None
        assert text[anchor.start : anchor.end] == anchor.exact
    assert (event.plover, event.actors[0].country) == (PloverEvent.COERCE, "CHL")
    assert event.told_by
    assert not event.confirmed


def test_two_verbs_of_one_subject_are_two_events() -> None:
    document = text_document("Rebels killed two farmers and wounded four soldiers.\n")
    found = events_in_text(document, extract(document))
    assert len({event.event_id for event in found}) == 2
    words = [party.words.exact for event in found for party in event.recipients if party.words]
    assert words == ["two farmers", "four soldiers"]


def test_every_noun_of_a_sector_gives_a_sector() -> None:
    assert sector_named("Army of the North") is Sector.MILITARY
    assert sector_named("Ana Paz") is None


def test_every_class_of_verbs_has_a_type_and_verbs() -> None:
    for row in word_list("events")["frames"]:
        assert PloverEvent(row["event"])
        assert row["verbs"]
        assert all(word == word.lower() for word in (*row["verbs"], *row.get("nouns", ())))


def test_long_and_odd_sentences_take_linear_time() -> None:
    texts = (
        "Chile and Peru " * 3_000,
        "said that " * 5_000,
        ", who " * 5_000,
        "to attack " * 5_000,
    )
    begun = time.process_time()
    for text in texts:
        document = text_document(text)
        parsed = parse(document)
        for sentence in parsed.sentences:
            list(told_in(parsed, sentence))
    assert time.process_time() - begun < 60
