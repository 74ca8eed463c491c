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
from onrecord.record.copies import Origin, Relation, RelationKind, SharedPassage, Sketch
from onrecord.record.deadlines import (
    ActRequired,
    Deadline,
    DeadlineStatus,
    DeadlineStep,
    Firmness,
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
from onrecord.record.meetings import Meeting, MeetingStatus, MeetingType, Track
from onrecord.record.outlines import Stand, Voice
from onrecord.record.plan_codes import PlanAspect, ReportStatus, Route
from onrecord.record.plans import PlanClaim
from onrecord.record.processes import Process
from onrecord.record.provenance import Provenance
from onrecord.record.provisions import UNSPECIFIED, Modality, Provision
from onrecord.record.readings import Reading
from onrecord.record.stances import Condition, Stance, StanceObject
from onrecord.record.statements import REVIEW_BELOW, Certainty, Statement
from onrecord.record.texts import Bracketing, PlanText, Point, PointKind, TextLabel, TextState
from onrecord.record.times import TimeExpression
from onrecord.record.topics import Topic

__all__ = [
    "CONTEXT",
    "REVIEW_BELOW",
    "UNSPECIFIED",
    "ActRequired",
    "Actor",
    "ActorSchema",
    "Anchor",
    "Appearance",
    "Bracketing",
    "Certainty",
    "Condition",
    "ConditionType",
    "DateDetail",
    "Deadline",
    "DeadlineStatus",
    "DeadlineStep",
    "Decision",
    "Detail",
    "Document",
    "Edit",
    "Factuality",
    "Firmness",
    "Fix",
    "Form",
    "Imprint",
    "Meeting",
    "MeetingStatus",
    "MeetingType",
    "Mention",
    "MentionKind",
    "Metadata",
    "Modality",
    "Money",
    "Noise",
    "NoiseKind",
    "ObjectKind",
    "Occupancy",
    "Office",
    "Origin",
    "Paragraph",
    "ParagraphKind",
    "PlanAspect",
    "PlanClaim",
    "PlanText",
    "Point",
    "PointKind",
    "Precision",
    "Process",
    "Provenance",
    "Provision",
    "Qualifier",
    "Quantity",
    "Reading",
    "RelatedLink",
    "Relation",
    "RelationKind",
    "ReportStatus",
    "ReporterDistance",
    "Route",
    "SharedPassage",
    "Sketch",
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
    "TextLabel",
    "TextState",
    "TimeExpression",
    "TimeRole",
    "TimeType",
    "Topic",
    "Track",
    "UrlStatus",
    "Verdict",
    "Voice",
    "identify",
]
