"""What statements are about: plans, points, issues, the talks, questions of fact."""

from dataclasses import dataclass

from onrecord.record.anchors import Anchor
from onrecord.record.provenance import Provenance
from onrecord.record.stances import StanceObject


@dataclass(frozen=True, slots=True)
class Topic:
    """That a statement is about something, on the words that name it or that tell of it."""

    topic_id: str
    doc_id: str
    statement_id: str
    object: StanceObject
    words: Anchor
    provenance: Provenance
