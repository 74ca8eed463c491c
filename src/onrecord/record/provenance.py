"""Which machine reading, or whose decision, an entry comes from."""

from dataclasses import dataclass

from onrecord.record.reviews import Review, ReviewState


@dataclass(frozen=True, slots=True)
class Provenance:
    """The extractor that made an entry, and how sure it is; PROV-O's activity and agent.

    `confidence` lies in [0, 1]; None where the extractor gives none. When it was recorded is kept
    by the store beside the reading, apart from everything that follows from the content. `review`
    is what people made of the entry, None where it is the machine's alone.
    """

    extractor: str
    version: str
    rule_id: str
    model: str | None = None
    confidence: float | None = None
    reviewed_by: str | None = None
    review: Review | None = None

    @property
    def state(self) -> ReviewState:
        """Whose word it is."""
        return self.review.state if self.review else ReviewState.MACHINE
