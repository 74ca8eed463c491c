"""Events that follow from the record: statements, stances, meetings, deadlines, reports of plans.

The rules are those of section 5 of the domain specification, which gives each entry its PLOVER type
and mode; `events.toml` holds them. A meeting to come is AGREE, one that is called off REJECT; a
deadline with a consequence is THREATEN, and so is the harm that somebody's side does where a demand
is not met; denials and refusals to comment are no events.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from onrecord import world
from onrecord.record import (
    Actor,
    Anchor,
    Condition,
    Deadline,
    Event,
    EventAux,
    EventBasis,
    EventParty,
    Meeting,
    MeetingStatus,
    MeetingType,
    PlanClaim,
    PloverEvent,
    SourcingLevel,
    SpeechAct,
    Stance,
    StanceBasis,
    Statement,
    identify,
)
from onrecord.record.plan_codes import ReportStatus, Route

WORD = re.compile(r"[\w-]+")
MANY = 3
"""Participants from which a meeting is multilateral."""
PEOPLE_SAY = frozenset({SourcingLevel.ON_RECORD_QUOTE, SourcingLevel.ON_RECORD_PARAPHRASE})
NOT_DONE = frozenset({ReportStatus.DENIED, ReportStatus.PROSPECTIVE})
"""What is told of a plan and did not happen, or has not yet."""
OWN_SIDE = re.compile(r"(?:then |and )?(?:we|i|our)\b", re.IGNORECASE)
"""What a speaker says that his side will do begins with these words."""
WORDED = {
    PloverEvent.THREATEN: "threats",
    PloverEvent.REQUEST: "asks",
    PloverEvent.REJECT: "asks",
}
"""The types whose mode the words tell, with the list of `events.toml`."""


@cache
def _rules() -> Mapping[str, Any]:
    return tomllib.loads((files(__package__) / "events.toml").read_text("utf-8"))


class RecordEvents:
    """Makes events of the entries of documents; `actors` are those of the record by id."""

    def __init__(self, actors: Mapping[str, Actor]) -> None:
        self._actors = actors

    def party(self, actor_id: str | None, words: Anchor | None = None) -> EventParty:
        """Give somebody in an event; his country is his own or that of whom he speaks for."""
        actor = self._actors.get(actor_id or "")
        body = self._actors.get(actor.speaks_for or "") if actor else None
        country = next((each.country for each in (actor, body) if each and each.country), None)
        return EventParty(words, actor_id, country)

    def of_statement(self, statement: Statement) -> Event | None:
        """Give what somebody does in saying it, None where it is no event."""
        rule = _rules()["acts"].get(statement.speech_act)
        if rule is None or not (statement.content or statement.cue):
            return None
        evidence = statement.act_words or statement.content[:1] or (statement.cue,)
        source = statement.source.anchor if statement.source else None
        aimed = statement.target is not None or statement.target_id is not None
        mode = _worded(rule, (anchor.exact for anchor in statement.content))
        own = _own_name(rule, mode) or f"STATEMENT.{statement.speech_act}"
        return self._event(
            rule,
            (EventBasis.STATEMENT, own, statement.statement_id),
            tuple(anchor for anchor in evidence if anchor),
            mode=mode,
            actors=(self.party(statement.actor_id, source),) if source else (),
            recipients=(self.party(statement.target_id, statement.target),) if aimed else (),
            date=statement.said_on or statement.reported_on,
            reported_on=statement.reported_on,
            provenance=statement.provenance,
            confirmed=statement.sourcing_level in PEOPLE_SAY,
        )

    def of_condition(self, condition: Condition, statement: Statement) -> Event | None:
        """Give the threat in what follows otherwise: `If they do not, we will take it by force`.

        None where it tells of no harm that the speaker's side would do, or where the statement that
        it stands in is a threat itself.
        """
        rule = _rules()["conditions"]["otherwise"]
        other = condition.otherwise
        if other is None or statement.speech_act is SpeechAct.THREATEN:
            return None
        mode = _worded(rule, [other.exact])
        own = _own_name(rule, mode)
        if own is None or not OWN_SIDE.match(other.exact):
            return None
        source = statement.source.anchor if statement.source else None
        aimed = statement.target is not None or statement.target_id is not None
        return self._event(
            rule,
            (EventBasis.CONDITION, own, condition.condition_id),
            (other,),
            mode=mode,
            actors=(self.party(condition.by, source),) if condition.by else (),
            recipients=(self.party(statement.target_id, statement.target),) if aimed else (),
            date=statement.said_on or statement.reported_on,
            reported_on=statement.reported_on,
            provenance=condition.provenance,
            confirmed=statement.sourcing_level in PEOPLE_SAY,
        )

    def of_stance(self, stance: Stance, source: Anchor | None = None) -> Event | None:
        """Give what a stance is as an event; `source` are the words for its holder."""
        rule = _rules()["stances"].get(stance.value)
        if rule is None:
            return None
        return self._event(
            rule,
            (EventBasis.STANCE, f"STANCE.{stance.value}", stance.stance_id),
            stance.evidence,
            mode=rule.get("mode"),
            actors=(self.party(stance.holder, source),),
            date=stance.as_of or stance.reported_on,
            reported_on=stance.reported_on,
            told_by=stance.reported_by,
            provenance=stance.provenance,
            confirmed=stance.basis is StanceBasis.EXPRESSED,
        )

    def of_meeting(self, meeting: Meeting) -> Event | None:
        """Give what a meeting is as an event, None for occasions for the media."""
        rule = _rules()["meetings"].get(meeting.status)
        if rule is None or not meeting.type.negotiates:
            return None
        visited = meeting.host if meeting.host and len(meeting.participants) > 1 else None
        actors = [each for each in meeting.participants if each != visited]
        return self._event(
            rule,
            (EventBasis.MEETING, f"MEETING.{meeting.status}", meeting.meeting_id),
            meeting.evidence,
            mode=rule.get("mode") or (self._how(meeting) if _is_consult(rule) else None),
            actors=tuple(map(self.party, actors)),
            recipients=(self.party(visited),) if visited else (),
            date=meeting.date or meeting.reported_on,
            reported_on=meeting.reported_on,
            told_by=meeting.told_by,
            provenance=meeting.provenance,
            confirmed=meeting.status is not MeetingStatus.REPORTED_DISPUTED,
        )

    def _how(self, meeting: Meeting) -> str | None:
        """Give the mode of a meeting: by phone, of many, a visit, on third ground."""
        if meeting.type is MeetingType.CALL:
            return "phone"
        if len(meeting.participants) >= MANY:
            return "multilateral"
        if meeting.host or meeting.type is MeetingType.ENVOY_VISIT:
            return "visit"
        homes = {self.party(each).country for each in meeting.participants}
        place = _country_of(meeting.place) if meeting.place else None
        return "third-party" if place and None not in homes and place not in homes else None

    def of_deadline(self, deadline: Deadline) -> Event | None:
        """Give what a deadline is as an event, None where it is only named, met or missed."""
        hard = deadline.step == "set" and deadline.consequence
        name = "ultimatum" if hard else str(deadline.step)
        rule = _rules()["deadlines"].get(name)
        if rule is None:
            return None
        setters = (self.party(deadline.set_by),) if deadline.set_by else ()
        return self._event(
            rule,
            (
                EventBasis.DEADLINE,
                "ULTIMATUM" if hard else f"DEADLINE.{name}",
                deadline.deadline_id,
            ),
            deadline.evidence,
            mode=rule.get("mode"),
            actors=setters,
            recipients=tuple(map(self.party, deadline.addressees)),
            date=deadline.announced_on or deadline.reported_on,
            reported_on=deadline.reported_on,
            told_by=deadline.told_by,
            provenance=deadline.provenance,
        )

    def of_plan(self, claim: PlanClaim) -> Event | None:
        """Give what a report of a plan is as an event, None for what is denied or only to come."""
        rule = _rules()["plans"].get(claim.aspect)
        if rule is None or claim.status in NOT_DONE:
            return None
        leaked = claim.route in {Route.LEAKED, Route.AFTER_LEAK}
        names = {"received": "PROPOSAL.tabled", "revised": "PROPOSAL.revised"}
        own = names.get(claim.aspect, "DISCLOSURE.leak" if leaked else "DISCLOSURE.publication")
        return self._event(
            rule,
            (EventBasis.PLAN, own, claim.claim_id),
            (claim.evidence,),
            actors=(self.party(claim.actor),) if claim.actor else (),
            date=claim.on or claim.said_on or claim.reported_on,
            reported_on=claim.reported_on,
            told_by=claim.said_by,
            provenance=claim.provenance,
            confirmed=claim.said_by is None,
        )

    def _event(
        self,
        rule: Mapping[str, str],
        name: tuple[EventBasis, str, str],
        evidence: tuple[Anchor, ...],
        **told: Any,
    ) -> Event:
        basis, own_type, entry_id = name
        return Event(
            event_id=identify("evt", basis, entry_id),
            doc_id=evidence[0].doc_id,
            own_type=own_type,
            plover=PloverEvent(rule["event"]) if "event" in rule else None,
            basis=basis,
            evidence=evidence,
            contexts=(rule["context"],) if "context" in rule else (),
            aux=(EventAux(rule["aux"]),) if "aux" in rule else (),
            entry_id=entry_id,
            **told,
        )


def _own_name(rule: Mapping[str, str], mode: str | None) -> str | None:
    """Give the own name that a rule has for a mode: `THREAT.territory`, None where it has none."""
    name: str | None = _rules()["own"].get(rule.get("own", ""), {}).get(mode)
    return name


def _is_consult(rule: Mapping[str, str]) -> bool:
    return rule.get("event") == PloverEvent.CONSULT


def _worded(rule: Mapping[str, str], content: Iterable[str]) -> str | None:
    """Give the mode of a threat, a demand or a refusal by the words of what was said."""
    listed = WORDED.get(PloverEvent(rule["event"]))
    if "mode" in rule or listed is None:
        return rule.get("mode")
    words = {word.lower() for text in content for word in WORD.findall(text)}
    modes = _rules()[listed].items()
    return next((mode for mode, known in modes if not words.isdisjoint(known)), None)


@cache
def _capitals() -> Mapping[str, str]:
    rows = world.countries().items()
    return {city.lower(): code for code, row in rows for city in row.get("capital", ())}


def _country_of(place: str) -> str | None:
    """Give the country of a place that is one, its capital, or says it: `Geneva, Switzerland`."""
    parts = [part.strip().lower() for part in place.split(",")]
    codes = (world.names().get(part) or _capitals().get(part) for part in reversed(parts))
    return next((code for code in codes if code), None)
