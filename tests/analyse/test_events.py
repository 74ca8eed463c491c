"""Events follow from entries of the record by the rules of section 5."""

from dataclasses import replace

import pytest

from onrecord.analyse.events import RecordEvents
from onrecord.record import (
    Actor,
    ActorSchema,
    Anchor,
    Condition,
    ConditionType,
    Deadline,
    DeadlineStep,
    EventAux,
    Form,
    Meeting,
    MeetingStatus,
    MeetingType,
    PloverEvent,
    Provenance,
    ReporterDistance,
    SourcingLevel,
    SpeechAct,
    Statement,
)

TEXT = "They met in Oslo, or the levy falls."
WORDS = Anchor(TEXT, "doc-1", "met in Oslo", 5, 16)
LEVY = Anchor(TEXT, "doc-1", "the levy falls", 21, 35)
RULE = Provenance("test", "1", "rule")
ACTORS = {
    key: Actor(key, ActorSchema.PUBLIC_BODY, key, country=country)
    for key, country in (("chile", "CHL"), ("peru", "PER"), ("kenya", "KEN"))
}
MEETING = Meeting(
    "mtg-1",
    "doc-1",
    MeetingType.TALKS,
    MeetingStatus.HELD,
    (WORDS,),
    RULE,
    participants=("chile", "peru"),
    place="Oslo",
    date="2027-04-12",
)
MADE = RecordEvents(ACTORS)


@pytest.mark.parametrize(
    ("changes", "event", "mode"),
    [
        ({}, "CONSULT", "third-party"),
        ({"place": "Lima"}, "CONSULT", None),
        ({"host": "peru"}, "CONSULT", "visit"),
        ({"type": MeetingType.CALL}, "CONSULT", "phone"),
        ({"participants": ("chile", "peru", "kenya")}, "CONSULT", "multilateral"),
        ({"status": MeetingStatus.SCHEDULED}, "AGREE", None),
        ({"status": MeetingStatus.CANCELLED}, "REJECT", "meet"),
    ],
)
def test_meetings(changes: dict[str, object], event: str, mode: str | None) -> None:
    found = MADE.of_meeting(replace(MEETING, **changes))  # type: ignore[arg-type]
    assert found is not None
    assert (found.plover, found.mode) == (event, mode)
    assert found.evidence == (WORDS,)


def test_a_host_is_visited_and_what_is_to_come_is_marked() -> None:
    visit = MADE.of_meeting(replace(MEETING, host="peru"))
    ahead = MADE.of_meeting(replace(MEETING, status=MeetingStatus.PLANNED))
    assert visit is not None
    assert ahead is not None
    assert [each.actor_id for each in visit.actors] == ["chile"]
    assert [each.country for each in visit.recipients] == ["PER"]
    assert ahead.aux == (EventAux.FUTURE,)


def test_an_interview_is_no_event() -> None:
    assert MADE.of_meeting(replace(MEETING, type=MeetingType.INTERVIEW)) is None


def test_a_deadline_with_a_consequence_is_an_ultimatum() -> None:
    plain = Deadline("ddl-1", "doc-1", DeadlineStep.SET, (WORDS,), RULE, set_by="kenya")
    asked, hard = MADE.of_deadline(plain), MADE.of_deadline(replace(plain, consequence=LEVY))
    assert asked is not None
    assert hard is not None
    assert (asked.plover, asked.own_type) == (PloverEvent.REQUEST, "DEADLINE.set")
    assert (hard.plover, hard.own_type) == (PloverEvent.THREATEN, "ULTIMATUM")
    assert MADE.of_deadline(replace(plain, step=DeadlineStep.NAMED)) is None


SPOKEN = "They must open the port. If not, we will take it by force."
FORCE = Anchor(SPOKEN, "doc-1", "we will take it by force", 33, 57)
WAIT = Anchor(SPOKEN, "doc-1", "it by force", 46, 57)
DEMAND = Anchor(SPOKEN, "doc-1", "They must open the port", 0, 23)
ASKED = Condition(
    "cnd-1", "doc-1", ConditionType.PRECONDITION, DEMAND, RULE, by="chile", otherwise=FORCE
)


def said(act: SpeechAct, words: Anchor = DEMAND) -> Statement:
    return Statement(
        "st-1",
        "doc-1",
        None,
        DEMAND,
        (words,),
        (),
        Form.DIRECT,
        act,
        ReporterDistance.NEUTRAL,
        SourcingLevel.ON_RECORD_QUOTE,
        RULE,
        words.exact,
        actor_id="chile",
        target_id="peru",
    )


def test_a_threat_has_the_name_of_its_content() -> None:
    threat = MADE.of_statement(said(SpeechAct.THREATEN, FORCE))
    other = MADE.of_statement(said(SpeechAct.THREATEN))
    assert threat is not None
    assert other is not None
    assert (threat.own_type, threat.mode) == ("THREAT.territory", "territory")
    assert (other.own_type, other.mode) == ("STATEMENT.threaten", None)


def test_the_harm_that_a_demand_names_otherwise_is_a_threat() -> None:
    found = MADE.of_condition(ASKED, said(SpeechAct.DEMAND))
    assert found is not None
    assert (found.plover, found.own_type) == (PloverEvent.THREATEN, "THREAT.territory")
    assert [each.actor_id for each in (*found.actors, *found.recipients)] == ["chile", "peru"]
    assert found.aux == (EventAux.HYPOTHETICAL,)
    assert found.evidence == (FORCE,)


def test_a_threat_is_no_second_event_nor_is_what_nobody_of_the_speakers_side_does() -> None:
    assert MADE.of_condition(ASKED, said(SpeechAct.THREATEN)) is None
    assert MADE.of_condition(replace(ASKED, otherwise=WAIT), said(SpeechAct.DEMAND)) is None
    assert MADE.of_condition(replace(ASKED, otherwise=None), said(SpeechAct.DEMAND)) is None
