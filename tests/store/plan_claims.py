"""What documents say of plans and what statements are about, of every shape."""

from hypothesis import strategies as st

from onrecord.record import (
    Anchor,
    ObjectKind,
    PlanAspect,
    PlanClaim,
    Provenance,
    Qualifier,
    ReportStatus,
    Route,
    StanceObject,
    Topic,
)
from tests.store.values import EDTF, IDS, MAYBE, TEXTS


def plan_claims(
    doc_id: str, anchors: st.SearchStrategy[Anchor], origins: st.SearchStrategy[Provenance]
) -> st.SearchStrategy[PlanClaim]:
    """Give what this document says of plans."""
    kinds = st.sampled_from(ObjectKind)
    return st.builds(
        PlanClaim,
        claim_id=IDS,
        doc_id=st.just(doc_id),
        object=st.builds(StanceObject, IDS, kinds, TEXTS, MAYBE, MAYBE, MAYBE),
        aspect=st.sampled_from(PlanAspect),
        words=anchors,
        evidence=anchors,
        provenance=origins,
        instrument=TEXTS,
        sponsor=MAYBE,
        sponsor_key=TEXTS,
        own=st.booleans(),
        status=st.sampled_from(ReportStatus),
        statement_id=st.none() | IDS,
        said_by=st.none() | IDS,
        said_on=st.none() | EDTF,
        reported_on=st.none() | EDTF,
        actor=st.none() | IDS,
        number=st.none() | st.integers(0, 999),
        qualifier=st.none() | st.sampled_from(Qualifier),
        on=st.none() | EDTF,
        place=st.none() | anchors,
        route=st.none() | st.sampled_from(Route),
        mark=MAYBE,
    )


def topics(
    doc_id: str, anchors: st.SearchStrategy[Anchor], origins: st.SearchStrategy[Provenance]
) -> st.SearchStrategy[Topic]:
    """Give what statements of this document are about."""
    kinds = st.sampled_from(ObjectKind)
    about = st.builds(StanceObject, IDS, kinds, TEXTS, MAYBE, MAYBE, MAYBE)
    return st.builds(Topic, IDS, st.just(doc_id), IDS, about, anchors, origins)
