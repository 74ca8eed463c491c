"""The nouns of the record: frozen, typed, each with the words it was read from."""

from onrecord.record.actors import Actor, Mention, Occupancy, Office
from onrecord.record.amounts import Money, Quantity
from onrecord.record.anchors import CONTEXT, Anchor, Span
from onrecord.record.codes import (
    ActorSchema,
    ConditionType,
    Factuality,
    Fix,
    Form,
    MentionKind,
    NoiseKind,
    ObjectKind,
    ParagraphKind,
    Precision,
    Qualifier,
    ReporterDistance,
    SourcingLevel,
    SpeechAct,
    StanceAspect,
    StanceBasis,
    StanceValue,
    TimeRole,
    TimeType,
    UrlStatus,
)
from onrecord.record.decisions import Appearance, Decision, Verdict
from onrecord.record.documents import (
    DateDetail,
    Detail,
    Document,
    Edit,
    Imprint,
    Metadata,
    Noise,
    Paragraph,
    RelatedLink,
)
from onrecord.record.ids import identify
from onrecord.record.outlines import Stand, Voice
from onrecord.record.processes import Process
from onrecord.record.provenance import Provenance
from onrecord.record.readings import Reading
from onrecord.record.stances import Condition, Stance, StanceObject
from onrecord.record.statements import REVIEW_BELOW, Certainty, Statement
from onrecord.record.times import TimeExpression
from onrecord.record.versions import ONLY_HERE, Assignment, Notice, NoticeKind, Tombstone, Version
from onrecord.record.watching import Alert, AlertKind, Visit, VisitOutcome

__all__ = [
    "CONTEXT",
    "ONLY_HERE",
    "REVIEW_BELOW",
    "Actor",
    "ActorSchema",
    "Alert",
    "AlertKind",
    "Anchor",
    "Appearance",
    "Assignment",
    "Certainty",
    "Condition",
    "ConditionType",
    "DateDetail",
    "Decision",
    "Detail",
    "Document",
    "Edit",
    "Factuality",
    "Fix",
    "Form",
    "Imprint",
    "Mention",
    "MentionKind",
    "Metadata",
    "Money",
    "Noise",
    "NoiseKind",
    "Notice",
    "NoticeKind",
    "ObjectKind",
    "Occupancy",
    "Office",
    "Paragraph",
    "ParagraphKind",
    "Precision",
    "Process",
    "Provenance",
    "Qualifier",
    "Quantity",
    "Reading",
    "RelatedLink",
    "ReporterDistance",
    "SourcingLevel",
    "Span",
    "SpeechAct",
    "Stance",
    "StanceAspect",
    "StanceBasis",
    "StanceObject",
    "StanceValue",
    "Stand",
    "Statement",
    "TimeExpression",
    "TimeRole",
    "TimeType",
    "Tombstone",
    "UrlStatus",
    "Verdict",
    "Version",
    "Visit",
    "VisitOutcome",
    "Voice",
    "identify",
]
