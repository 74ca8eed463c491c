"""Meetings as one document tells of them, and the closed lists of their kinds (section 3.10)."""

from dataclasses import dataclass
from enum import StrEnum

from onrecord.record.anchors import Anchor
from onrecord.record.provenance import Provenance


class MeetingType(StrEnum):
    """What kind of meeting it is; the last four are occasions for the media, no negotiation."""

    SUMMIT = "summit"
    MINISTERIAL = "ministerial"
    ENVOY_VISIT = "envoy_visit"
    TALKS = "talks"
    DRAFTING_SESSION = "drafting_session"
    CALL = "call"
    SHUTTLE_LEG = "shuttle_leg"
    PROXIMITY_TALKS = "proximity_talks"
    MEDIATION = "mediation"
    CONFERENCE = "conference"
    HEARING = "hearing"
    PRESS_CONFERENCE = "press_conference"
    INTERVIEW = "interview"
    BRIEFING = "briefing"
    ADDRESS = "address"

    @property
    def negotiates(self) -> bool:
        """Tell whether the sides meet there, not one of them and the media."""
        return self not in MEDIA


MEDIA = frozenset(
    {
        MeetingType.PRESS_CONFERENCE,
        MeetingType.INTERVIEW,
        MeetingType.BRIEFING,
        MeetingType.ADDRESS,
    }
)


def may_be_one(one: MeetingType, other: MeetingType) -> bool:
    """Tell whether two accounts of these types may be of one meeting.

    Every meeting of sides may be called talks; a call is no talks in a room.
    """
    if one is other:
        return True
    apart = MEDIA | {MeetingType.CALL}
    return not {one, other} & apart and MeetingType.TALKS in {one, other}


def same_place(one: str, other: str) -> bool:
    """Tell whether two names are of one place: they share a part between commas.

    >>> same_place("Geneva", "Geneva, Switzerland"), same_place("Geneva", "Vienna")
    (True, False)
    """
    parts = {part.strip().casefold() for part in one.split(",")}
    return not parts.isdisjoint(part.strip().casefold() for part in other.split(","))


class Track(StrEnum):
    """Who meets: officials, officials in private with experts, others alone, people at large."""

    OFFICIAL = "1"
    MIXED = "1.5"
    UNOFFICIAL = "2"
    PEOPLE = "3"


class MeetingStatus(StrEnum):
    """How far a meeting has come by the word of one document.

    `offered`: a side says that it is ready; `proposed`: it was asked for; `planned`: somebody means
    to; `scheduled`: it is fixed; `reported_disputed`: told, and denied in the same text.
    """

    OFFERED = "offered"
    PROPOSED = "proposed"
    PLANNED = "planned"
    SCHEDULED = "scheduled"
    UNDER_WAY = "under_way"
    HELD = "held"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    REPORTED_DISPUTED = "reported_disputed"


AHEAD = frozenset(
    {
        MeetingStatus.OFFERED,
        MeetingStatus.PROPOSED,
        MeetingStatus.PLANNED,
        MeetingStatus.SCHEDULED,
    }
)
"""What is still to come."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """What one document says of one meeting, on whose word.

    `evidence` are the words that tell of it, in text order. `participants` are actor ids, `host` is
    one of them. `place` is a name as printed, `date` EDTF; both are None where the text has none.
    `date_words` gave the date. `agenda` and `outcome` are words. `told_by` is the speaker's actor
    id, None where the reporter tells it; `statements` are the ids of the statements that hold the
    evidence.
    """

    meeting_id: str
    doc_id: str
    type: MeetingType
    status: MeetingStatus
    evidence: tuple[Anchor, ...]
    provenance: Provenance
    track: Track | None = None
    participants: tuple[str, ...] = ()
    host: str | None = None
    place: str | None = None
    place_words: Anchor | None = None
    date: str | None = None
    date_words: tuple[Anchor, ...] = ()
    agenda: tuple[Anchor, ...] = ()
    outcome: tuple[Anchor, ...] = ()
    told_by: str | None = None
    statements: tuple[str, ...] = ()
    reported_on: str | None = None
