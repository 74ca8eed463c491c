"""Whether words tell of a meeting at all: that takes people, a place or a time beside them."""

from dataclasses import dataclass

from onrecord.extract.meetings.circumstances import When, Where
from onrecord.extract.meetings.kinds import Kinds
from onrecord.extract.meetings.people import Cast
from onrecord.extract.meetings.told import Told
from onrecord.extract.meetings.triggers import (
    ADDRESS,
    BE,
    DRAFT,
    GO,
    HOST,
    INVITE,
    LED,
    NOUN,
    RECEIVE,
    Trigger,
)
from onrecord.extract.parties import Parties
from onrecord.record import MeetingStatus, MeetingType
from onrecord.record.meetings import AHEAD

PAIR = 2
"""Those who make a meeting without a place or a time."""
ROUNDS = frozenset(
    {
        MeetingType.TALKS,
        MeetingType.SUMMIT,
        MeetingType.MINISTERIAL,
        MeetingType.PROXIMITY_TALKS,
        MeetingType.MEDIATION,
        MeetingType.DRAFTING_SESSION,
        MeetingType.CONFERENCE,
    }
)
ANNOUNCED = AHEAD | {MeetingStatus.POSTPONED, MeetingStatus.CANCELLED}
"""Of these nobody need say who meets where that is said: `the next round is set for 3 June`."""


@dataclass(frozen=True, slots=True)
class Clause:
    """What a clause says around the words for a meeting."""

    trigger: Trigger
    cast: Cast
    where: Where | None
    when: When | None
    status: MeetingStatus | None = None
    definite: bool = False
    again: bool = False
    expected: bool = False
    drafts: bool = False

    @property
    def placed(self) -> bool:
        """Tell whether it names a place or a time."""
        return bool(self.where or self.when)

    @property
    def announced(self) -> bool:
        """Tell whether a round of negotiation is named with its day, and is to come or put off.

        `The talks resume tomorrow` goes on from those told of before.
        """
        if self.again:
            return False
        dated = self.when is not None and self.status in ANNOUNCED
        return dated and self.trigger.type in ROUNDS


def meeting_in(clause: Clause, kinds: Kinds, parties: Parties) -> Told | None:
    """Give what a clause tells of a meeting, None where it tells of none."""
    trigger, cast = clause.trigger, clause.cast
    definite = clause.definite
    whole = _is_whole(clause, kinds, parties)
    bare = not whole and (trigger.kind == LED or (trigger.kind == NOUN and definite))
    if not whole and not bare:
        return None
    return Told(
        rule=trigger.kind,
        type=kinds.of(trigger, cast),
        status=None,
        evidence=(),
        participants=cast.actors,
        where=clause.where,
        when=clause.when,
        bare=bare,
        official=kinds.official(cast),
    )


def _is_whole(clause: Clause, kinds: Kinds, parties: Parties) -> bool:
    """Tell whether enough is told by the rule of this kind of words."""
    kind, actors = clause.trigger.kind, clause.cast.actors
    if kind == LED:
        return False
    if kind in {GO, BE}:
        return _is_journey(clause, kinds, parties)
    if kind == DRAFT:
        return clause.drafts and len(clause.cast.chunks) >= PAIR and len(actors) >= PAIR
    if kind == HOST:
        return len(actors) >= PAIR and parties.is_person(actors[-1])
    if kind == INVITE:
        return len(actors) >= PAIR and clause.placed
    if kind in {ADDRESS, RECEIVE}:
        return bool(actors)
    subject = clause.cast.subject
    sides = subject is not None and kinds.works_for_sides(subject)
    if kind == NOUN:
        told = clause.when is not None and (bool(actors) or sides)
        return len(actors) >= PAIR or bool(clause.where) or told or clause.announced
    known = any(parties.is_person(one) or parties.is_public(one) for one in actors)
    return len(actors) >= PAIR or (clause.placed and (known or sides))


def _is_journey(clause: Clause, kinds: Kinds, parties: Parties) -> bool:
    """Tell whether an envoy goes somewhere, or was there on a day."""
    known = clause.where and (clause.when or clause.trigger.kind == GO)
    person = any(parties.is_person(actor) for actor in clause.cast.actors)
    dated = clause.where and clause.when and kinds.official(clause.cast)
    subject = clause.cast.subject
    if dated and subject and kinds.negotiates(subject):
        return True
    return bool(known) and person and bool(clause.expected or kinds.travels(clause.cast) or dated)
