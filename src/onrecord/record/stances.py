"""Stances and conditions: who stands where on what, and what he makes it depend on."""

from dataclasses import dataclass

from onrecord.record.anchors import Anchor
from onrecord.record.codes import (
    ConditionType,
    ObjectKind,
    StanceAspect,
    StanceBasis,
    StanceValue,
)
from onrecord.record.provenance import Provenance
from onrecord.record.statements import is_for_review


@dataclass(frozen=True, slots=True)
class StanceObject:
    """What a stance is about: a plan or a version of it, a point of it, an issue, the talks.

    `object_id` is the same in every document that names the same thing by the same marks: the kind,
    the plan's sponsor and instrument, its version, the codebook's category. `label` is in the
    record's own plain words. `version` is set only where the text says which one; otherwise the
    stance is on the whole lineage. `category` is a leaf of the codebook.
    """

    object_id: str
    kind: ObjectKind
    label: str
    lineage: str | None = None
    version: str | None = None
    category: str | None = None


@dataclass(frozen=True, slots=True)
class Stance:
    """Where somebody stands on something, on whose word.

    `holder` is the actor whose stance it is, not always the one who speaks: then `reported_by` is
    the speaker (None where nobody is named). `object_words` name the object, None where it is
    understood; `evidence` are the words that decided the value. `as_of` is EDTF. `statements` are
    the ids of the statements that it was read from, empty where the reporter's own voice has none.
    """

    stance_id: str
    doc_id: str
    holder: str
    object: StanceObject
    value: StanceValue
    basis: StanceBasis
    evidence: tuple[Anchor, ...]
    provenance: Provenance
    object_words: Anchor | None = None
    aspect: StanceAspect | None = None
    as_of: str | None = None
    reported_on: str | None = None
    reported_by: str | None = None
    statements: tuple[str, ...] = ()
    version_ambiguous: bool = False

    @property
    def for_review(self) -> bool:
        """Tell whether it was found with little confidence and no person has looked at it yet."""
        return self.provenance.review is None and is_for_review(self.provenance.confidence)


@dataclass(frozen=True, slots=True)
class Condition:
    """What somebody makes something depend on: if this, then that, else the other.

    `demand` are the words of the `if`; `consequence` and `otherwise` those of the `then` and the
    `else`, None where the text has none. `by` is the actor, `statement_id` where it was said.
    """

    condition_id: str
    doc_id: str
    type: ConditionType
    demand: Anchor
    provenance: Provenance
    by: str | None = None
    consequence: Anchor | None = None
    otherwise: Anchor | None = None
    statement_id: str | None = None
