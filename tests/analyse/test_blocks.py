"""What is looked for among a few finds what looking everywhere finds."""

import tomllib
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.analyse import accounts
from onrecord.analyse.conflicts.denials import Spoken
from onrecord.analyse.conflicts.rivals import _begun, families, named
from onrecord.analyse.meetings import gatherings
from onrecord.analyse.sides import Sides
from onrecord.record import Decision, Meeting, MeetingStatus, MeetingType, Verdict
from tests.analyse.accounts import ACTORS, meeting
from tests.analyse.test_conflicts import said

DAYS = [f"2027-{month:02}-{day:02}" for month in (1, 2, 5) for day in (1, 2, 4, 27, 28)]
DATES = st.sampled_from(
    [*DAYS, "2027-01", "2027", "[..2027-02-01]", "2027-02-01/2027-02-04", "2026/2028", "0001", None]
)
TOLD = st.builds(
    meeting,
    st.sampled_from(DAYS),
    doc=st.uuids().map(str),
    type=st.sampled_from([MeetingType.TALKS, MeetingType.CONFERENCE, MeetingType.CALL]),
    status=st.sampled_from([MeetingStatus.HELD, MeetingStatus.PLANNED]),
    date=DATES,
    place=st.sampled_from(["Oslo", "Oslo, Norway", "Bergen, Norway", None]),
    participants=st.lists(st.sampled_from(sorted(ACTORS)), max_size=3, unique=True).map(tuple),
)


@st.composite
def told_and_decided(draw: st.DrawFn) -> tuple[list[Meeting], list[Decision]]:
    told = draw(st.lists(TOLD, max_size=12))
    ids = st.sampled_from([each.meeting_id for each in told] or ["none"])
    made = st.builds(Decision, st.sampled_from(Verdict), ids, ids)
    return told, draw(st.lists(made, max_size=2))


@given(told_and_decided())
def test_meetings_looked_for_by_their_month_are_those_looked_for_everywhere(
    given_: tuple[list[Meeting], list[Decision]],
) -> None:
    told, decided = given_
    found = gatherings(told, Sides(ACTORS), decided)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(accounts._Group, "may_be_near", lambda *_: True)
        patch.setattr(accounts._Shelf, "near", lambda shelf, _: shelf.places)
        assert gatherings(told, Sides(ACTORS), decided) == found


def test_every_rival_word_is_looked_for_by_how_it_begins() -> None:
    table = tomllib.loads(
        (files(accounts.__package__) / "conflicts/rivals.toml").read_text("utf-8")
    )
    for family, row in zip(families(), table["family"], strict=True):
        for side, name in enumerate(("one", "other")):
            for word in row[name]:
                text = f"He said of it: {word.replace('*', 's').upper()}."
                assert family.sides[side].search(text)
                assert not family.heads[side].isdisjoint(_begun(text)), word


@given(st.text("drafıİſKpeoACTn -'’", max_size=30))
def test_whatever_a_rival_word_is_written_with_is_found(text: str) -> None:
    whole = f"{text} draft {text}, a pACt and an İnvasıon"
    spoken = Spoken(said("act-1", whole), frozenset())
    with pytest.MonkeyPatch.context() as patch:
        found = list(named(spoken))
        patch.setattr("onrecord.analyse.conflicts.rivals._begun", _everything)
        assert list(named(spoken)) == found


def _everything(_: str) -> frozenset[str]:
    return frozenset().union(*(head for family in families() for head in family.heads))
