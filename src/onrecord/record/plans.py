"""What documents say of the texts that are negotiated: their points, drafters, receivers, leaks.

Which version a report means, how many points it has and who wrote it are claims by somebody; they
are kept as they were made. `analyse.proposals` puts them together.
"""

from dataclasses import dataclass

from onrecord.record.anchors import Anchor
from onrecord.record.codes import Qualifier
from onrecord.record.plan_codes import PlanAspect, ReportStatus, Route
from onrecord.record.provenance import Provenance
from onrecord.record.stances import StanceObject
from onrecord.record.statements import is_for_review


@dataclass(frozen=True, slots=True)
class PlanClaim:
    """One thing that one document says of a text, in whose words.

    `sponsor` are the words for whose text it is, `sponsor_key` is the same in every document: a
    country's code (ISO 3166-1 alpha-3), else the name in small letters. `own` tells
    counter-proposals.

    `object` is the text as the document tells it from others: its lineage, and its version where
    the words say which. `words` name the text, `evidence` are the words of the claim. `status`
    says on what it rests, `statement_id` and `said_by` in whose statement it stands, None in the
    reporter's own voice.

    By `aspect`: `named` has the words alone; `points` has `number` and `qualifier`; `drafted`,
    `received` and `published` have an `actor` (who wrote, got, printed it) where the text names
    one; `revised` tells that it came from an earlier version, `number` being the points that it
    had. `on` (EDTF) and `place` tell when and where; `route` how it got there; `official` is false
    where it was not handed over officially by the words of the claim.
    """

    claim_id: str
    doc_id: str
    object: StanceObject
    aspect: PlanAspect
    words: Anchor
    evidence: Anchor
    provenance: Provenance
    instrument: str = "proposal"
    sponsor: str | None = None
    sponsor_key: str = ""
    own: bool = False
    status: ReportStatus = ReportStatus.STATED
    statement_id: str | None = None
    said_by: str | None = None
    said_on: str | None = None
    reported_on: str | None = None
    actor: str | None = None
    number: int | None = None
    qualifier: Qualifier | None = None
    on: str | None = None
    place: Anchor | None = None
    route: Route | None = None
    mark: str | None = None

    @property
    def for_review(self) -> bool:
        """Tell whether it was found with so little confidence that a person must look at it."""
        return is_for_review(self.provenance.confidence)
