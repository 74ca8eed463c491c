"""Meetings and deadlines of texts made up for them, and of hostile ones."""

import time
import tomllib
from pathlib import Path
from typing import Any

import pytest

from onrecord.extract import extract
from onrecord.read import document
from onrecord.record import Deadline, Meeting, Reading

HERE = Path(__file__)
MEETINGS = tomllib.loads(HERE.with_name("meetings.toml").read_text("utf-8"))["cases"]
DEADLINES = tomllib.loads(HERE.with_name("deadlines.toml").read_text("utf-8"))["cases"]
DAY = "2027-04-14"
SECONDS = 60
"""Of the processor: such a text takes two; what grows with the square takes minutes."""


def reading_of(text: str) -> Reading:
    return extract(document(text.encode(), "x.txt", DAY), DAY)


def names(reading: Reading, ids: tuple[str, ...]) -> list[str]:
    known = {actor.actor_id: actor.name for actor in reading.actors}
    return [known[each] for each in ids]


def meeting(item: Meeting, reading: Reading) -> list[Any]:
    people = names(reading, item.participants)
    return [item.type, item.status, item.date or "", item.place or "", people]


def deadline(item: Deadline, reading: Reading) -> list[Any]:
    setter = names(reading, (item.set_by,))[0] if item.set_by else ""
    told = [item.step, item.due or "", setter, names(reading, item.addressees)]
    return [*told, item.act_required or "", item.firmness or "", item.moved_from or ""]


@pytest.mark.parametrize("case", MEETINGS, ids=lambda case: case["text"][:60])
def test_a_text_tells_of_these_meetings(case: dict[str, Any]) -> None:
    reading = reading_of(case["text"])
    assert [meeting(item, reading) for item in reading.meetings] == case["meetings"]


@pytest.mark.parametrize("case", DEADLINES, ids=lambda case: case["text"][:60])
def test_a_text_tells_of_these_deadlines(case: dict[str, Any]) -> None:
    reading = reading_of(case["text"])
    assert [deadline(item, reading) for item in reading.deadlines] == case["deadlines"]


@pytest.mark.parametrize(
    "text",
    [
        "met",
        "'s talks with",
        "deadline deadline deadline until by before",
        "talks " * 800,
        "Lee met Park and " * 500,
        "if by Friday unless until Monday the deadline of the deadline " * 100,
        "met with, and, and, and with " * 200,
        "\u202eTalks\u202c with \U0001f600 in Oslo on Friday.",
        "U.S.-–-Russia-summit--talks - - with - in - on",
    ],
    ids=lambda text: text[:30],
)
def test_hostile_words_end_nothing_and_take_no_time(text: str) -> None:
    begun = time.process_time()
    reading = reading_of(text)
    assert time.process_time() - begun < SECONDS
    evidence = [
        *(anchor for item in reading.meetings for anchor in item.evidence),
        *(anchor for item in reading.deadlines for anchor in item.evidence),
    ]
    assert all(anchor.exact for anchor in evidence)
