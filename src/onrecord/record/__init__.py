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

__all__ = [
    "CONTEXT",
    "REVIEW_BELOW",
    "Actor",
    "ActorSchema",
    "Anchor",
    "Appearance",
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
    "ObjectKind",
    "Occupancy",
    "Office",
    "Origin",
    "Paragraph",
    "ParagraphKind",
    "Precision",
    "Process",
    "Provenance",
    "Qualifier",
    "Quantity",
    "Reading",
    "RelatedLink",
    "Relation",
    "RelationKind",
    "ReporterDistance",
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
    "TimeExpression",
    "TimeRole",
    "TimeType",
    "UrlStatus",
    "Verdict",
    "Voice",
    "identify",
]
