"""Provisions: single points of a plan, as a document reports them."""

from dataclasses import dataclass
from enum import StrEnum

from onrecord.record.anchors import Anchor
from onrecord.record.provenance import Provenance
from onrecord.record.stances import StanceObject
from onrecord.record.statements import is_for_review
from onrecord.record.texts import TextState

UNSPECIFIED = "OTH.UNSPECIFIED"
"""The category of what is mentioned but not described: `among other provisions` (section 4)."""


class Modality(StrEnum):
    """What a provision does with its obligor; a provision that does several is the first."""

    REQUIRE = "require"
    PERMIT = "permit"
    FORBID = "forbid"
    RECOGNISE = "recognise"
    ESTABLISH = "establish"


@dataclass(frozen=True, slots=True)
class Provision:
    """One point of a plan in the words of one document.

    `plan` is the text that it belongs to: a lineage, or a version of it where the document says
    which (else `version_ambiguous`); `plan_words` name it. `object_id` is what stances on this
    point carry as the id of their object. `number` is the point's own, None where it is not given.
    `category` is the main leaf of the codebook, None where none of its triggers is met; `also` are
    the further leaves. `obligors` have to act, `beneficiaries` get something: ids of actors, empty
    where nobody is named. `quantities` and `money` are ids of the amounts inside the words; money
    is there only where the same words say what it is for. `region` are the words of the place,
    `condition` is the id of the condition that it hangs on. `statement_id` and `reported_by` tell
    on whose word it is a provision of the plan, None where it is the author's.
    """

    provision_id: str
    doc_id: str
    anchor: Anchor
    plan: StanceObject
    modality: Modality
    provenance: Provenance
    plan_words: Anchor | None = None
    object_id: str | None = None
    version_ambiguous: bool = False
    number: int | None = None
    category: str | None = None
    also: tuple[str, ...] = ()
    obligors: tuple[str, ...] = ()
    beneficiaries: tuple[str, ...] = ()
    quantities: tuple[str, ...] = ()
    money: tuple[str, ...] = ()
    region: Anchor | None = None
    condition: str | None = None
    text_state: TextState = TextState.UNKNOWN
    statement_id: str | None = None
    reported_by: str | None = None
    reported_on: str | None = None

    @property
    def for_review(self) -> bool:
        """Tell whether it was found with so little confidence that a person must look at it."""
        return is_for_review(self.provenance.confidence)
