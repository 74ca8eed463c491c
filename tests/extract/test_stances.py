"""Stances: holder, object and value of sentences made up for it, and what holds of all."""

import time
import tomllib
from pathlib import Path
from typing import Any

import pytest

from onrecord.extract import extract
from onrecord.read import document
from onrecord.record import Document, Reading, Stance, StanceAspect, StanceValue

CASES = tomllib.loads(Path(__file__).with_suffix(".toml").with_name("stances.toml").read_text())
DAY = "2027-04-14"
ARTICLE = """The plan has 28 points. It has since been pared down to roughly 20 points.

“The original plan was a mistake,” Ann Berg said on Monday. Chile has rejected the revised text.

Kenya is open to talks. Peru supports the plan.
"""


def read(text: str, name: str = "x.txt") -> tuple[Document, Reading]:
    found = document(text.encode(), name, DAY)
    return found, extract(found, DAY)


def shown(stance: Stance, reading: Reading) -> str:
    names = {actor.actor_id: actor.name for actor in reading.actors}
    about = stance.object
    mark = about.version if about.kind == "proposal" else about.category
    kind = f"{about.kind} {mark}" if mark else about.kind
    return f"{names[stance.holder]} | {kind} | {stance.value}"


@pytest.mark.parametrize("case", CASES["cases"], ids=lambda case: case["text"][:60])
def test_a_sentence_has_these_stances(case: dict[str, Any]) -> None:
    _, reading = read(case["text"])
    assert sorted({shown(one, reading) for one in reading.stances}) == sorted(case["stances"])


def test_all_words_are_verbatim_and_ids_are_unique() -> None:
    article, reading = read(ARTICLE)
    assert len(reading.stances) >= 3
    for stance in reading.stances:
        named = [stance.object_words] if stance.object_words else []
        for anchor in (*stance.evidence, *named):
            assert article.raw_text[anchor.start : anchor.end] == anchor.exact
    ids = [stance.stance_id for stance in reading.stances]
    assert len(set(ids)) == len(ids)


def test_drafts_are_told_apart_by_their_points() -> None:
    _, reading = read(ARTICLE)
    versions = {stance.value: stance.object.version for stance in reading.stances}
    assert versions[StanceValue.OPPOSE] == "28 points"
    assert versions[StanceValue.REJECT] == "20 points"


def test_a_plan_without_a_draft_is_ambiguous_where_there_are_two() -> None:
    _, reading = read(ARTICLE)
    (peru,) = [stance for stance in reading.stances if stance.value == "accept"]
    assert peru.object.version is None
    assert peru.version_ambiguous


def test_one_plan_has_one_id_in_two_documents() -> None:
    _, here = read("Chile has rejected Norway's 12-point plan.")
    _, there = read(
        "The Norwegian plan was leaked. It has 12 points. Peru supports the Norwegian plan."
    )
    assert here.stances[0].object.object_id == there.stances[0].object.object_id


def test_reading_again_gives_the_same() -> None:
    assert read(ARTICLE)[1].stances == read(ARTICLE)[1].stances


HOSTILE = ["reject the plan if ", "supported by Chile, ", "not the 9-point ", "from 9 points to "]


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_text_takes_linear_time(words: str) -> None:
    """Four times the text may take four times the time, with room for chance, never sixteen."""
    read(words * 5)
    short, long = _seconds(words * 40), _seconds(words * 160)
    assert long < 10 * short + 1


def _seconds(text: str) -> float:
    began = time.process_time()
    read(text)
    return time.process_time() - began


ASPECTS = (
    "Norway tabled a 12-point plan on a ceasefire and a prisoner exchange.\n\n"
    "Ana Costa criticized the plan as not legally binding, citing one clause that would tie it "
    "to a prisoner exchange.\n\n"
    "Luis Paz objected to the wording of the clause on the ceasefire. “If they want the "
    "ceasefire, fine, we can put that in writing,” Luis Paz said.\n\n"
    "Tom Odera criticized the plan, citing the ceasefire. Mia Korn welcomed the language of "
    "the plan.\n"
)


def test_an_objection_is_to_the_form_of_a_text_or_the_wording_of_a_clause() -> None:
    _, reading = read(ASPECTS)
    names = {actor.actor_id: actor.name for actor in reading.actors}
    found = {(names[s.holder], s.object.category, s.value.value): s.aspect for s in reading.stances}
    assert found == {
        ("Ana Costa", None, "partial_objection"): StanceAspect.LEGAL_FORM,
        ("Ana Costa", "HUM.PRISONERS", "partial_objection"): StanceAspect.LEGAL_FORM,
        ("Luis Paz", "SEC.CEASEFIRE", "oppose"): StanceAspect.WORDING,
        ("Luis Paz", "SEC.CEASEFIRE", "accept"): StanceAspect.SUBSTANCE,
        ("Tom Odera", None, "partial_objection"): None,
        ("Mia Korn", None, "accept_in_principle"): None,
    }
