"""The record's own plain words for the codes of meetings, deadlines and conflicts."""

from onrecord.analyse.conflicts import ConflictType
from onrecord.analyse.tellers import Point
from onrecord.record import (
    ActRequired,
    DeadlineStatus,
    DeadlineStep,
    Firmness,
    MeetingStatus,
    MeetingType,
    Track,
)
from onrecord.show.room.gathered import Due

MEETINGS = {
    MeetingType.SUMMIT: "summit",
    MeetingType.MINISTERIAL: "meeting of ministers",
    MeetingType.ENVOY_VISIT: "visit of an envoy",
    MeetingType.TALKS: "talks",
    MeetingType.DRAFTING_SESSION: "drafting session",
    MeetingType.CALL: "call",
    MeetingType.SHUTTLE_LEG: "leg of shuttle diplomacy",
    MeetingType.PROXIMITY_TALKS: "proximity talks",
    MeetingType.MEDIATION: "mediation",
    MeetingType.CONFERENCE: "conference",
    MeetingType.HEARING: "hearing",
    MeetingType.PRESS_CONFERENCE: "press conference",
    MeetingType.INTERVIEW: "interview",
    MeetingType.BRIEFING: "briefing",
    MeetingType.ADDRESS: "address",
}

MEETING_STATUSES = {
    MeetingStatus.OFFERED: "offered",
    MeetingStatus.PROPOSED: "proposed",
    MeetingStatus.PLANNED: "planned",
    MeetingStatus.SCHEDULED: "scheduled",
    MeetingStatus.UNDER_WAY: "under way",
    MeetingStatus.HELD: "held",
    MeetingStatus.POSTPONED: "postponed",
    MeetingStatus.CANCELLED: "cancelled",
    MeetingStatus.REPORTED_DISPUTED: "reported, and denied",
}

TRACKS = {
    Track.OFFICIAL: "officials",
    Track.MIXED: "officials in private, with experts",
    Track.UNOFFICIAL: "no officials",
    Track.PEOPLE: "people at large",
}

DEADLINE_STATUSES = {
    DeadlineStatus.OPEN: "open",
    DeadlineStatus.DUE_TODAY: "due on this day",
    DeadlineStatus.MET: "met",
    DeadlineStatus.MISSED: "missed",
    DeadlineStatus.EXTENDED: "moved, still open",
    DeadlineStatus.WITHDRAWN: "withdrawn",
    DeadlineStatus.OUTCOME_NOT_REPORTED: "outcome not reported",
}

STEPS = {
    DeadlineStep.SET: "set",
    DeadlineStep.EXTENDED: "moved to a new day",
    DeadlineStep.WITHDRAWN: "withdrawn",
    DeadlineStep.MET: "met",
    DeadlineStep.MISSED: "missed",
    DeadlineStep.NAMED: "named",
}

TO_DO = {
    ActRequired.ACCEPT: "accept",
    ActRequired.REPLY: "reply",
    ActRequired.SIGN: "sign",
    ActRequired.RATIFY: "ratify",
    ActRequired.AGREE: "agree",
    ActRequired.WITHDRAW: "withdraw",
    ActRequired.RELEASE: "release",
    ActRequired.CEASE_FIRE: "cease fire",
    ActRequired.DISARM: "disarm",
    ActRequired.SUBMIT: "hand in",
    ActRequired.PAY: "pay",
    ActRequired.LIFT: "lift",
    ActRequired.ADMIT: "let in",
    ActRequired.MEET: "meet",
    ActRequired.COMPLY: "comply",
}

FIRMNESS = {
    Firmness.HARD: "hard: with a consequence",
    Firmness.FIRM: "firm: a fixed day",
    Firmness.SOFT: "soft: hedged when it was spoken of",
}

POINTS = {
    Point.DATE: "When",
    Point.PLACE: "Where",
    Point.PARTICIPANTS: "Who takes part",
    Point.AGENDA: "Agenda",
    Point.OUTCOME: "Outcome",
}

TELLERS = {"side": "side’s account", "source": "source’s account", "reporter": "reporter’s voice"}

WHY = {
    ConflictType.DENIAL_VS_REPORT: "One denies what another tells",
    ConflictType.TEMPORAL_REVERSAL: "The same side first tells it one way, later another",
    ConflictType.AUTHORSHIP: "Who wrote a text is told and denied",
    ConflictType.CHARACTERISATION: "One calls it what another denies that it is",
    ConflictType.NUMERIC: "Two numbers or days are told for one thing",
    ConflictType.INTRA_SPEAKER_TENSION: "Two accounts of one speaker do not fit together",
    ConflictType.HEADLINE_VS_BODY: "No contradiction: the headline is stronger than its article",
    ConflictType.VERSION_CHANGE: "No contradiction: the two are about two drafts",
    ConflictType.FRAMING_DIFFERENCE: "No contradiction: two wordings of one thing",
    ConflictType.DIFFERENT_OBJECT: "No contradiction: the two are about different things",
    ConflictType.MIXED_STANCE: "No contradiction: the two are about parts of one thing",
}
"""Why two accounts stand side by side, or what explains it; the reason follows in brackets."""

COURSE = {
    DeadlineStatus.OPEN: "open, due",
    DeadlineStatus.DUE_TODAY: "its day",
    DeadlineStatus.MET: "met",
    DeadlineStatus.MISSED: "missed",
    DeadlineStatus.EXTENDED: "moved to",
    DeadlineStatus.WITHDRAWN: "withdrawn",
    DeadlineStatus.OUTCOME_NOT_REPORTED: "outcome not reported",
}
"""What a step in the course of a deadline is called; its day follows what is open or moved."""

MEETING_GROUPS = {
    Due.COMING: "To come",
    Due.UNDATED: "Spoken of, without a day",
    Due.PASSED: "The day has passed; whether it was held is not reported",
    Due.OVER: "Over",
}
DEADLINE_GROUPS = {
    Due.COMING: "Running",
    Due.UNDATED: "Spoken of, without a day",
    Due.PASSED: "The day has passed; the outcome is not reported",
    Due.OVER: "Over",
}
