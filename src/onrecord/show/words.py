"""The record's own plain words for its codes."""

import re
from decimal import ROUND_DOWN, Decimal

from onrecord.analyse import Absence, Direction
from onrecord.analyse.claims import ClaimStatus
from onrecord.analyse.conflicts import ConflictType
from onrecord.record import (
    ConditionType,
    Factuality,
    Form,
    Modality,
    ObjectKind,
    PlanAspect,
    ReportStatus,
    Route,
    SourcingLevel,
    SpeechAct,
    StanceAspect,
    StanceBasis,
    StanceValue,
    Statement,
    TextState,
    TimeRole,
)

ACTS = {
    SpeechAct.STATE: "said",
    SpeechAct.CLAIM: "claimed",
    SpeechAct.CONFIRM: "confirmed",
    SpeechAct.DENY: "denied",
    SpeechAct.REITERATE: "said again",
    SpeechAct.ARGUE: "argued",
    SpeechAct.PREDICT: "predicted",
    SpeechAct.INDICATE: "indicated",
    SpeechAct.HINT: "hinted",
    SpeechAct.REPORT: "reported",
    SpeechAct.CONCERN: "voiced concern",
    SpeechAct.DEMAND: "demanded",
    SpeechAct.REQUEST: "asked for",
    SpeechAct.URGE: "urged",
    SpeechAct.SET_DEADLINE: "set a deadline",
    SpeechAct.WARN: "warned",
    SpeechAct.OFFER: "offered",
    SpeechAct.PROMISE: "promised",
    SpeechAct.ACCEPT: "accepted",
    SpeechAct.REFUSE: "refused",
    SpeechAct.THREATEN: "threatened",
    SpeechAct.PRAISE: "praised",
    SpeechAct.CRITICISE: "criticised",
    SpeechAct.INSULT: "insulted",
    SpeechAct.THANK: "thanked",
    SpeechAct.ANNOUNCE: "announced",
    SpeechAct.ENDORSE: "took sides on",
    SpeechAct.SIGN: "signed",
    SpeechAct.APPOINT: "appointed",
    SpeechAct.ACCUSE: "accused",
    SpeechAct.DECLINE_TO_COMMENT: "declined to answer",
    SpeechAct.NO_POSITION: "did not say",
}

SOURCING = {
    SourcingLevel.ON_RECORD_QUOTE: "on record, quoted",
    SourcingLevel.ON_RECORD_PARAPHRASE: "on record, in the reporter's words",
    SourcingLevel.INSTITUTION: "a body, as a body",
    SourcingLevel.DOCUMENT_OBTAINED: "a document",
    SourcingLevel.UNNAMED_DESCRIBED: "unnamed, described",
    SourcingLevel.UNNAMED_BARE: "unnamed",
    SourcingLevel.MEDIA_REPORTS: "other media",
    SourcingLevel.AGENTLESS: "nobody named",
    SourcingLevel.AUTHORIAL: "the reporter's own voice",
}


STANCES = {
    StanceValue.ACCEPT: "accepts",
    StanceValue.ACCEPT_IN_PRINCIPLE: "accepts in principle",
    StanceValue.ACCEPT_WITH_CONDITIONS: "accepts with conditions",
    StanceValue.OPEN_TO_DISCUSS: "is open to talk",
    StanceValue.PARTIAL_OBJECTION: "objects in part",
    StanceValue.OPPOSE: "opposes",
    StanceValue.REJECT: "rejects",
    StanceValue.NO_POSITION: "gave no position",
    StanceValue.UNCLEAR: "is said to be unclear",
    StanceValue.NOT_REPORTED: "is not reported",
}

BASES = {
    StanceBasis.EXPRESSED: "own words",
    StanceBasis.SILENCE: "silence",
    StanceBasis.REPORTED_BY: "told by others",
    StanceBasis.HEARSAY: "hearsay",
    StanceBasis.AUTHOR_INFERENCE: "the reporter's reading",
}

ASPECTS = {
    StanceAspect.SUBSTANCE: "its substance",
    StanceAspect.WORDING: "its wording",
    StanceAspect.LEGAL_FORM: "its legal form",
    StanceAspect.PROVISIONS: "its provisions",
}

OBJECTS = {
    ObjectKind.PROPOSAL: "a plan",
    ObjectKind.PROVISION: "a point of a plan",
    ObjectKind.ISSUE: "an issue",
    ObjectKind.PROCESS: "the talks",
    ObjectKind.QUESTION: "a question of fact",
    ObjectKind.MEETING: "a meeting",
}

MODALITIES = {
    Modality.REQUIRE: "must",
    Modality.PERMIT: "may",
    Modality.FORBID: "must not",
    Modality.RECOGNISE: "must recognise",
    Modality.ESTABLISH: "must set up",
}

TEXT_STATES = {
    TextState.AGREED: "agreed",
    TextState.AGREED_ON_OBJECTIVE: "agreed in its aim",
    TextState.PROPOSED_OPEN: "one side's text",
    TextState.BRACKETED: "in brackets, not agreed",
    TextState.DELETED: "deleted",
}

CONDITIONS = {
    ConditionType.PRECONDITION: "first something else must happen",
    ConditionType.THREAT_CONDITIONAL: "otherwise harm is announced",
    ConditionType.LEGAL_CAPACITY: "who may sign must be settled",
    ConditionType.RECOGNITION: "others must recognise it",
    ConditionType.AMENDMENT: "the text must change",
    ConditionType.LEGAL_FORM: "form or wording must change",
    ConditionType.OFFER_IF_ASKED: "an offer, if it is asked for",
    ConditionType.DEADLINE_FLEXIBILITY: "the deadline may move",
}

CERTAINTIES = {
    Factuality.CERTAIN: "certain that it is so",
    Factuality.PROBABLE: "it is probably so",
    Factuality.POSSIBLE: "it may be so",
    Factuality.CERTAIN_NOT: "certain that it is not so",
    Factuality.PROBABLE_NOT: "it is probably not so",
    Factuality.POSSIBLE_NOT: "it may be not so",
    Factuality.KNOWN: "knows, and the text does not say what",
    Factuality.UNCOMMITTED: "does not commit to it",
}

TIME_ROLES = {
    TimeRole.SAID: "it was said then",
    TimeRole.OCCURRED: "it happened then",
    TimeRole.DUE: "it is due then",
    TimeRole.SCHEDULED: "it is planned for then",
    TimeRole.EFFECTIVE: "it holds from then on, or until then",
    TimeRole.REPORTED: "it was published then",
    TimeRole.NONE: "nothing tells what happens then",
}

CONFLICTS = {
    ConflictType.DENIAL_VS_REPORT: "Denied",
    ConflictType.TEMPORAL_REVERSAL: "Told otherwise later",
    ConflictType.AUTHORSHIP: "Who wrote it",
    ConflictType.CHARACTERISATION: "What it is",
    ConflictType.NUMERIC: "Two numbers",
    ConflictType.INTRA_SPEAKER_TENSION: "One speaker, two accounts",
    ConflictType.HEADLINE_VS_BODY: "Headline stronger than its article",
    ConflictType.VERSION_CHANGE: "Two versions",
    ConflictType.FRAMING_DIFFERENCE: "Two wordings",
    ConflictType.DIFFERENT_OBJECT: "Two matters",
    ConflictType.MIXED_STANCE: "Mixed",
}

CLAIMS = {
    ClaimStatus.SUPERSEDED: "Told otherwise since",
    ClaimStatus.REPORTED_DISPUTED: "Disputed",
    ClaimStatus.CONFIRMED_BY_SECOND_SOURCE: "Told by a second source",
    ClaimStatus.CONTESTED_LEGAL_CLAIM: "A claim of law",
    ClaimStatus.ALLEGATION: "An allegation",
    ClaimStatus.UNNAMED_OPINION: "An opinion of an unnamed source",
    ClaimStatus.DOCUMENT_REPORTED: "From a text that others saw",
    ClaimStatus.HEARSAY: "Hearsay",
    ClaimStatus.NOT_INDEPENDENTLY_CONFIRMED: "Not independently confirmed",
    ClaimStatus.ATTRIBUTED: "On the source's word",
}

PLAN_ASPECTS = {
    PlanAspect.NAMED: "named",
    PlanAspect.POINTS: "its number of points",
    PlanAspect.DRAFTED: "wrote it",
    PlanAspect.RECEIVED: "received it",
    PlanAspect.PUBLISHED: "made it public",
    PlanAspect.REVISED: "came from a draft before it",
}

REPORTS = {
    ReportStatus.STATED: "stated",
    ReportStatus.CONFIRMED: "confirmed",
    ReportStatus.CLAIMED: "claimed",
    ReportStatus.REPORTED: "hearsay",
    ReportStatus.PROSPECTIVE: "to come",
    ReportStatus.DENIED: "denied",
}

ROUTES = {
    Route.OFFICIAL: "officially",
    Route.AFTER_LEAK: "after a leak",
    Route.LEAKED: "leaked",
    Route.PUBLISHED: "published",
}

ABSENCES = {
    Absence.NO_POSITION: "asked, gave no position",
    Absence.SILENT: "heard, silent on it",
    Absence.NOT_REPORTED: "covered, but not heard",
    Absence.NOT_COVERED: "not covered: no article",
}

DIRECTIONS = {
    Direction.ACCEPTANCE: "toward acceptance",
    Direction.REJECTION: "toward rejection",
}


def many(number: int, noun: str) -> str:
    """Give `1 statement`, `2 statements`.

    >>> many(1, "article"), many(0, "article")
    ('1 article', '0 articles')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


NOT_DONE = re.compile(
    r"\b(?:not|never|no longer|without|nor|may|might|could|would|should|will|cannot|fail\w*|"
    r"declin\w*|refus\w*|stop\w*|avoid\w*)\b|n['’]t\b",
    re.IGNORECASE,
)
"""Words of a cue that say that the act was not done, or not yet."""


def act(statement: Statement) -> str:
    """Give what a speaker did, in the past tense; the cue as printed where it was not done.

    `did not deny` is no denial: what the text says stands there, not the name of the act.
    """
    cue = " ".join(statement.cue.exact.split()) if statement.cue else ""
    settled = statement.speech_act is SpeechAct.DECLINE_TO_COMMENT or " " not in cue
    if NOT_DONE.search(cue) and not settled:
        return f"“{cue}”"
    return ACTS[statement.speech_act]


def confidence(statement: Statement) -> str:
    """Give the confidence as `0.31`, rounded down: what is for review never looks sure."""
    return rounded(statement.provenance.confidence)


def rounded(found: float | None) -> str:
    """Give a confidence as `0.31`, rounded down, nothing where there is none."""
    if found is None:
        return ""
    return str(Decimal(str(found)).quantize(Decimal("0.01"), ROUND_DOWN))


def doubt(statement: Statement) -> str:
    """Give `for review: found with confidence 0.31`, nothing where it is sure."""
    if not statement.for_review:
        return ""
    return f"for review: found with confidence {confidence(statement)}"


def words(statement: Statement, clean_text: str) -> str:
    """Give the content's words of the clean text, its parts with an ellipsis between them.

    The `that` of reported speech goes: `refused: the dam would be shared` reads, `refused: that …`
    does not.
    """
    parts = (clean_text[a.clean_start : a.clean_end] for a in statement.content)
    text = " ".join(" … ".join(parts).split()).removeprefix("that ")
    return text.rstrip(" ,") if statement.form is Form.DIRECT else text.rstrip(" ,;")


def who(statement: Statement, name: str | None) -> str:
    """Give the speaker: the actor's name, the source's words, or that there is none."""
    if name:
        return name
    if statement.source:
        return f"“{statement.source.surface}”"
    if statement.sourcing_level is SourcingLevel.AUTHORIAL:
        return "the reporter"
    return "nobody named"
