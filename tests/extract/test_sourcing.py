"""How well sourced a statement is."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from onrecord.extract import extract
from onrecord.extract.sourcing import Said, sourcing
from onrecord.extract.speakers import Speaker
from onrecord.read import document
from onrecord.record import ActorSchema, SourcingLevel

CASES: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("sourcing.toml").read_text("utf-8")
)["cases"]
DAY = "2027-04-14"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_statement_is_sourced_so(case: dict[str, Any]) -> None:
    (statement,) = extract(document(case["text"].encode(), "x.txt", DAY), DAY).statements
    assert statement.sourcing_level == case["level"]
    assert statement.flag_unnamed_opinion == case.get("opinion", False)


@pytest.mark.parametrize(
    ("quoted", "level"),
    [
        ("", SourcingLevel.ON_RECORD_PARAPHRASE),
        ("“pure theatre”", SourcingLevel.ON_RECORD_PARAPHRASE),
        ("“it is theatre”", SourcingLevel.ON_RECORD_QUOTE),
    ],
)
def test_three_verbatim_words_make_a_quote(quoted: str, level: SourcingLevel) -> None:
    somebody = Speaker(ActorSchema.PERSON, "Hedda Vik")
    assert sourcing(somebody, Said("said", quoted, quoted), named=True).level is level


def test_a_reporter_speaks_in_the_reporters_own_voice() -> None:
    reporter = Speaker(ActorSchema.AUTHOR, "the reporter")
    found = sourcing(reporter, Said("is", "", "the ridge is empty"), named=True)
    assert found.level is SourcingLevel.AUTHORIAL


def test_an_opinion_of_other_media_is_theirs() -> None:
    daily = Speaker(ActorSchema.ORGANIZATION, "a daily", media=True)
    found = sourcing(daily, Said("said", "", "the map was unfair"), named=True)
    assert found == sourcing(daily, Said("said", "", "the map was old"), named=True)
    assert not found.unnamed_opinion
