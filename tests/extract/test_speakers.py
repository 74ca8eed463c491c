"""Who is meant by the words that name a source."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from onrecord.extract import extract
from onrecord.extract.findings import Attribution
from onrecord.extract.language import Parsed
from onrecord.extract.quotes import Quote
from onrecord.read import document
from onrecord.record import Actor, Reading, Span, Statement

DATA = tomllib.loads(Path(__file__).with_name("speakers.toml").read_text("utf-8"))
CASES: list[dict[str, Any]] = DATA["cases"]
GIVEN: list[dict[str, Any]] = DATA["given"]
DAY = "2027-04-14"
PRONOUNS = {
    "he",
    "she",
    "it",
    "they",
    "i",
    "we",
    "you",
    "who",
    "which",
    "that",
    "this",
    "his",
    "her",
}


class Given:
    """A finder that knows the attributions of one text beforehand."""

    name = "given/1"

    def __init__(self, said: list[list[str]]) -> None:
        self.said = said

    def find(self, parsed: Parsed, quotes: tuple[Quote, ...]) -> tuple[Attribution, ...]:
        """Give the attributions in text order."""
        found = [self.attribution(parsed.text, *words[:3]) for words in self.said]
        return tuple(sorted(found, key=lambda item: (item.first, item.content)))

    def attribution(self, text: str, source: str, cue: str, content: str) -> Attribution:
        """Give an attribution by its words; a source's last word may only tell it from others."""
        place = self.place(text, source)
        verb = Span(place.start, text.index(cue, place.start) + len(cue))
        end = place.end - len(cue) - 1 if source.endswith(f" {cue}") else place.end
        clause = self.place(text, content)
        return Attribution(
            Span(place.start, end), Span(verb.end - len(cue), verb.end), (clause,), "given", 1.0
        )

    def place(self, text: str, words: str) -> Span:
        """Give the first place of these words."""
        start = text.index(words)
        return Span(start, start + len(words))


def read(text: str) -> Reading:
    return extract(document(text.encode(), "x.txt", DAY), DAY)


def marked(case: dict[str, Any]) -> Any:
    """Give a case as a parameter; a known failure must fail, so that its mending is noticed."""
    reason = case.get("known_failure")
    marks = [pytest.mark.xfail(strict=True, reason=reason, raises=AssertionError)] if reason else []
    return pytest.param(case, id=case["name"], marks=marks)


def facts(statement: Statement, actors: dict[str, Actor]) -> dict[str, str]:
    """Give what the text tells of a statement's speaker, empty where it leaves it open."""
    actor = actors.get(statement.actor_id or "")
    body = actors.get(actor.speaks_for or "") if actor else None
    assert statement.source is not None
    assert statement.source.actor_id == statement.actor_id
    return {
        "who": actor.name if actor else "",
        "schema": actor.schema if actor else "",
        "country": (actor.country if actor else None) or "",
        "speaks_for": body.name if body else "",
        "kind": statement.source.kind,
        "basis": statement.source.basis,
    }


@pytest.mark.parametrize("case", [marked(case) for case in CASES])
def test_the_speakers_are_these(case: dict[str, Any]) -> None:
    reading = read(case["text"])
    actors = {actor.actor_id: actor for actor in reading.actors}
    ordered = sorted(reading.statements, key=lambda found: found.content[0].start)
    found = [facts(statement, actors) for statement in ordered]
    assert [item["who"] for item in found] == [item["who"] for item in case["speakers"]]
    for wanted, got in zip(case["speakers"], found, strict=True):
        exact = {key: value for key, value in wanted.items() if key != "basis"}
        assert {key: got[key] for key in exact} == exact
        assert wanted.get("basis", "") in got["basis"]


@pytest.mark.parametrize("case", GIVEN, ids=lambda case: case["name"])
def test_the_speakers_of_given_sources_are_these(case: dict[str, Any]) -> None:
    reading = extract(document(case["text"].encode(), "x.txt", DAY), DAY, Given(case["said"]))
    actors = {actor.actor_id: actor.name for actor in reading.actors}
    found = {
        statement.content[0].exact: actors.get(statement.actor_id or "", "")
        for statement in reading.statements
    }
    assert found == {content: who for _, _, content, who in case["said"]}


@pytest.mark.parametrize("case", [*CASES, *GIVEN], ids=lambda case: case["name"])
def test_no_pronoun_is_the_name_of_a_speaker(case: dict[str, Any]) -> None:
    names = {actor.name.lower() for actor in read(case["text"]).actors}
    assert not names & PRONOUNS


def test_every_case_has_a_name_of_its_own() -> None:
    names = [case["name"] for case in (*CASES, *GIVEN)]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    "source", ["Two officials", "Sources", "The draft", "A local newspaper", "The ministry"]
)
def test_who_is_only_described_is_another_one_in_another_document(source: str) -> None:
    here = read(f"{source} said the treaty had leaked.").statements[0]
    there = read(f"{source} said the treaty was safe.").statements[0]
    assert here.actor_id
    assert there.actor_id
    assert here.actor_id != there.actor_id


@pytest.mark.parametrize("source", ["Hedda Vik", "The Kremlin", "Washington", "Norway"])
def test_who_is_named_is_the_same_one_in_another_document(source: str) -> None:
    here = read(f"{source} said the treaty had leaked.").statements[0]
    there = read(f"{source} said the treaty was safe.").statements[0]
    assert here.actor_id
    assert here.actor_id == there.actor_id


def test_a_name_keeps_its_shorter_forms_as_aliases() -> None:
    (actor,) = read("Hedda Vik said the quota was dead. Vik said the fleet would sail.").actors
    assert (actor.name, actor.aliases) == ("Hedda Vik", ("Vik",))


def test_an_office_is_held_on_the_word_of_the_text() -> None:
    reading = read("French President Luc Arnaud said the levy would stay.")
    (office,), (held,), (actor,) = reading.offices, reading.occupancies, reading.actors
    assert (office.title, office.organization) == ("president", "French")
    assert (held.office_id, held.actor_id) == (office.office_id, actor.actor_id)
    assert [anchor.exact for anchor in held.evidence] == ["Luc Arnaud"]


def test_people_who_only_are_named_are_mentioned_without_speaking() -> None:
    reading = read("Hedda Vik said Rafael Osei had left.")
    names = {mention.surface: mention.actor_id for mention in reading.mentions}
    (statement,) = reading.statements
    assert set(names) == {"Hedda Vik", "Rafael Osei"}
    assert statement.actor_id == names["Hedda Vik"] != names["Rafael Osei"]
