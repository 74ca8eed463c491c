"""What documents say of plans and what statements are about, of every shape."""

from hypothesis import strategies as st

from onrecord.record import (
    Anchor,
    Modality,
    ObjectKind,
    PlanAspect,
    PlanClaim,
    Provenance,
    Provision,
    Qualifier,
    ReportStatus,
    Route,
    StanceObject,
    TextState,
    Topic,
)
from tests.store.values import EDTF, IDS, MAYBE, TEXTS, several


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


def provisions(
    doc_id: str, anchors: st.SearchStrategy[Anchor], origins: st.SearchStrategy[Provenance]
) -> st.SearchStrategy[Provision]:
    """Give provisions of this document."""
    plans = st.builds(StanceObject, IDS, st.just(ObjectKind.PROPOSAL), TEXTS, MAYBE, MAYBE)
    return st.builds(
        Provision,
        provision_id=IDS,
        doc_id=st.just(doc_id),
        anchor=anchors,
        plan=plans,
        modality=st.sampled_from(Modality),
        provenance=origins,
        plan_words=st.none() | anchors,
        object_id=st.none() | IDS,
        version_ambiguous=st.booleans(),
        number=st.none() | st.integers(0, 999),
        category=MAYBE,
        also=several(TEXTS),
        obligors=several(IDS),
        beneficiaries=several(IDS),
        quantities=several(IDS),
        money=several(IDS),
        region=st.none() | anchors,
        condition=st.none() | IDS,
        text_state=st.sampled_from(TextState),
        statement_id=st.none() | IDS,
        reported_by=st.none() | IDS,
        reported_on=st.none() | EDTF,
    )
