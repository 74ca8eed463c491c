"""Accounts of meetings and deadlines, of every shape."""

from hypothesis import strategies as st

from onrecord.record import (
    ActRequired,
    Anchor,
    Deadline,
    DeadlineStep,
    Firmness,
    Meeting,
    MeetingStatus,
    MeetingType,
    Provenance,
    Track,
)
from tests.store.values import EDTF, IDS, MAYBE, several


def meetings(
    doc_id: str, anchors: st.SearchStrategy[Anchor], origins: st.SearchStrategy[Provenance]
) -> st.SearchStrategy[Meeting]:
    """Give accounts of meetings in this document."""
    return st.builds(
        Meeting,
        meeting_id=IDS,
        doc_id=st.just(doc_id),
        type=st.sampled_from(MeetingType),
        status=st.sampled_from(MeetingStatus),
        evidence=several(anchors),
        provenance=origins,
        track=st.none() | st.sampled_from(Track),
        participants=several(IDS),
        host=st.none() | IDS,
        place=MAYBE,
        place_words=st.none() | anchors,
        date=st.none() | EDTF,
        date_words=several(anchors),
        agenda=several(anchors),
        outcome=several(anchors),
        told_by=st.none() | IDS,
        statements=several(IDS),
        reported_on=st.none() | EDTF,
    )


def deadlines(
    doc_id: str, anchors: st.SearchStrategy[Anchor], origins: st.SearchStrategy[Provenance]
) -> st.SearchStrategy[Deadline]:
    """Give accounts of deadlines in this document."""
    return st.builds(
        Deadline,
        deadline_id=IDS,
        doc_id=st.just(doc_id),
        step=st.sampled_from(DeadlineStep),
        evidence=several(anchors),
        provenance=origins,
        set_by=st.none() | IDS,
        addressees=several(IDS),
        act_required=st.none() | st.sampled_from(ActRequired),
        act_words=st.none() | anchors,
        due=st.none() | EDTF,
        due_words=several(anchors),
        moved_from=st.none() | EDTF,
        firmness=st.none() | st.sampled_from(Firmness),
        firmness_words=several(anchors),
        consequence=st.none() | anchors,
        remarks=several(anchors),
        announced_on=st.none() | EDTF,
        told_by=st.none() | IDS,
        statements=several(IDS),
        reported_on=st.none() | EDTF,
    )
