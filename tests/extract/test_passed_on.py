"""Hearsay is nobody's word, also behind its subject; an outlet that cites tells what follows."""

import pytest

from onrecord.extract import extract
from onrecord.read import document
from onrecord.record import Reading, SourcingLevel, SpeechAct

DAY = "2027-04-14"


def read(text: str) -> Reading:
    return extract(document(text.encode(), "x.txt", DAY), DAY)


@pytest.mark.parametrize(
    "text",
    [
        "Fishing states reportedly discussed a smaller quota at a meeting in Bergen last month.",
        "Fishing states are believed to have discussed a smaller quota in Bergen.",
    ],
)
def test_what_somebody_reportedly_did_is_told_by_nobody(text: str) -> None:
    (told,) = [s for s in read(text).statements if "quota" in s.gist]
    assert told.actor_id is None
    assert told.sourcing_level is SourcingLevel.AGENTLESS
    assert "Fishing states" in told.gist
    assert not told.for_review


def test_an_outlet_that_cites_a_delegate_tells_what_follows() -> None:
    reading = read(
        "The Nordic Wire is reporting, citing a Danish delegate, that Vik has offered to accept"
        " inspectors in both ports."
    )
    names = {actor.actor_id: actor.name for actor in reading.actors}
    told = [s for s in reading.statements if "Vik has offered" in s.gist]
    assert [names.get(s.actor_id or "") for s in told] == ["Nordic Wire"]


def test_what_is_called_false_and_a_bare_denial_are_denials() -> None:
    reading = read(
        "Rumours that Denmark has sold its port are without foundation. Hedda Vik denied this."
    )
    denied = [s.gist for s in reading.statements if s.speech_act is SpeechAct.DENY]
    assert denied == ["Rumours that Denmark has sold its port", "this"]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Vik laughs, and declines to explain.", "to explain"),
        ("The spokesman for Vik won't be drawn on the new quota.", "on the new quota"),
    ],
)
def test_who_does_not_answer_is_silent(text: str, asked: str) -> None:
    silent = [s for s in read(text).statements if s.speech_act is SpeechAct.DECLINE_TO_COMMENT]
    assert [s.gist for s in silent] == [asked]
