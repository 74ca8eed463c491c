"""Pairs of reports, and wordings of one utterance, written for this measurement."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.analyse.copies import Reported, utterances, wordings
from onrecord.record import (
    Anchor,
    Form,
    Provenance,
    ReporterDistance,
    SourcingLevel,
    SpeechAct,
    Statement,
)

REPORTS = Path(__file__).with_name("utterances.toml")
MARKS = {"“": "”", '"': '"'}


@dataclass(frozen=True, slots=True)
class Answer:
    """What is to be said of a pair of reports or of wordings, and what is said."""

    part: str
    expected: bool | int
    found: bool | int


def pairs(path: Path = REPORTS) -> list[Answer]:
    """Give for each pair of reports whether they are of one utterance, and what is found."""
    return [
        Answer(given["part"], given["same"], _same(given["one"], given["other"]))
        for given in tomllib.loads(path.read_text("utf-8"))["pair"]
    ]


def odd_ones(path: Path = REPORTS) -> list[Answer]:
    """Give for each utterance which report has the odd wording (-1: none), and which is found."""
    return [
        Answer(given["part"], given["odd"], _odd(given["words"], given["sources"]))
        for given in tomllib.loads(path.read_text("utf-8"))["wording"]
    ]


def _same(one: dict[str, str], other: dict[str, str]) -> bool:
    reports = [_statement(number, given) for number, given in enumerate((one, other))]
    found = utterances(reports, lambda report: frozenset(filter(None, [report.actor_id])))
    return len(found) == 1


def _odd(words: list[str], sources: list[int]) -> int:
    reports = [_statement(number, {"words": each}) for number, each in enumerate(words)]
    of = {each.statement_id: source for each, source in zip(reports, sources, strict=True)}
    found = wordings(reports, Reported({}, of))
    odd = [int(id_) for each in found if each.odd for id_ in each.reports]
    return odd[0] if len(odd) == 1 else -1 - len(odd)


def _statement(number: int, given: dict[str, Any]) -> Statement:
    words = given["words"]
    quoted = tuple(_anchor(words, start, end) for start, end in _quotations(words))
    return Statement(
        statement_id=str(number),
        doc_id=f"document {number}",
        source=None,
        cue=None,
        content=(_anchor(words, 0, len(words)),),
        quoted=quoted,
        form=Form.MIXED if quoted else Form.INDIRECT,
        speech_act=SpeechAct.STATE,
        reporter_distance=ReporterDistance.NEUTRAL,
        sourcing_level=SourcingLevel.ON_RECORD_PARAPHRASE,
        provenance=Provenance("by hand", "1", "by hand"),
        gist=words,
        actor_id=given.get("speaker") or None,
        said_on=given.get("said") or None,
        reported_on=given.get("reported"),
    )


def _anchor(words: str, start: int, end: int) -> Anchor:
    return Anchor(words, doc_id="", exact=words[start:end], start=start, end=end)


def _quotations(words: str) -> Iterator[tuple[int, int]]:
    """Give where quotations begin and end, marks included."""
    at = 0
    while starts := [found for mark in MARKS if (found := words.find(mark, at)) >= 0]:
        start = min(starts)
        end = words.index(MARKS[words[start]], start + 1) + 1
        yield start, end
        at = end
