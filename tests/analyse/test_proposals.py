"""Texts put together across documents, and their versions in order."""

from itertools import count
from typing import Any

import pytest

from onrecord.analyse.proposals import Proposal, points_of, proposals
from onrecord.record import (
    Anchor,
    Decision,
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
    Verdict,
    identify,
)

APPROXIMATE = Qualifier.APPROXIMATE
NUMBERS = count()
PLACES = {"orr": "norway", "act-oslo": "norway", "act-vik": "chile"}


def claim(
    day: str, sponsor: str = "norway", version: str | None = None, **others: Any
) -> PlanClaim:
    number = next(NUMBERS)
    instrument = others.get("instrument", "proposal")
    lineage = identify("obj", "proposal", sponsor, instrument)
    words = Anchor("the plan", doc_id=f"doc-{number:04}", exact="the plan", start=0, end=8)
    given = {
        "claim_id": f"pln-{number:04}",
        "doc_id": words.doc_id,
        "object": StanceObject(
            lineage + (version or ""), ObjectKind.PROPOSAL, f"{sponsor} plan", lineage, version
        ),
        "aspect": PlanAspect.NAMED,
        "words": words,
        "evidence": words,
        "provenance": Provenance("plans", "1", "test"),
        "sponsor": sponsor or None,
        "sponsor_key": sponsor,
        "reported_on": day,
        **others,
    }
    return PlanClaim(**given)


def points(day: str, number: int, sponsor: str = "norway", **others: Any) -> PlanClaim:
    exact = {"qualifier": Qualifier.EXACT, **others}
    return claim(day, sponsor, f"{number} points", aspect=PlanAspect.POINTS, number=number, **exact)


def made(*claims: PlanClaim, decisions: tuple[Decision, ...] = ()) -> list[Proposal]:
    return proposals(claims, PLACES.get, lambda actor: actor, decisions)


def test_one_side_s_names_are_one_text() -> None:
    (found,) = made(
        points("2027-04-12", 19), claim("2027-04-14", "norwegian"), claim("2027-04-15", "orr")
    )
    assert {item.reason for item in found.group.joined} == {
        "both are of one side: norway, norwegian",
        "both are of one side: norway, orr",
    }


@pytest.mark.parametrize(
    "other",
    [
        claim("2027-04-14", "chile", "19 points", aspect=PlanAspect.POINTS, number=19),
        claim("2027-04-14", "norway", own=True, instrument="memorandum"),
    ],
)
def test_two_sides_texts_stay_apart_and_so_does_a_counter_proposal(other: PlanClaim) -> None:
    assert len(made(points("2027-04-12", 19), other)) == 2


def test_a_text_without_a_sponsor_is_found_by_its_points_or_its_writer() -> None:
    assert len(made(points("2027-04-12", 19), points("2027-04-13", 19, ""))) == 1
    wrote = claim("2027-04-13", "", aspect=PlanAspect.DRAFTED, actor="act-oslo", instrument="text")
    (found,) = made(claim("2027-04-12"), wrote)
    assert found.group.joined[0].reason == "norway wrote it"


def test_the_plan_is_the_only_one_under_talks_or_stays_open() -> None:
    bare = claim("2027-04-13", "")
    assert len(made(claim("2027-04-12"), bare)) == 1
    assert len(made(claim("2027-04-12"), claim("2027-04-12", "chile"), bare)) == 3


def test_people_s_decisions_win() -> None:
    one, other = claim("2027-04-12"), claim("2027-04-14", "norwegian")
    assert one.object.lineage
    assert other.object.lineage
    pair = (one.object.lineage, other.object.lineage)
    apart = Decision(Verdict.SPLIT, *pair, "two texts", "vik")
    assert len(made(one, other, decisions=(apart,))) == 2
    third = claim("2027-04-15", "chile")
    assert third.object.lineage
    together = Decision(Verdict.MERGE, pair[0], third.object.lineage, "read both", "vik")
    (found, _) = made(one, third, other, decisions=(together, apart))
    assert found.group.joined[0].by == "vik"


def test_versions_stand_in_the_order_of_the_drafts() -> None:
    later = points("2027-04-22", 14)
    before = claim("2027-04-28", version="14 points", aspect=PlanAspect.REVISED, number=19)
    original = claim("2027-04-30", version="original")
    open_ = claim("2027-04-30")
    (found,) = made(later, before, points("2027-04-29", 19), original, open_)
    assert [version.label for version in found.versions] == ["19 points", "14 points"]
    first, second = found.versions
    assert (first.superseded_by, second.derived_from) == (second.version_id, first.version_id)
    assert (first.status, second.status) == ("superseded", "reported")
    assert original in first.claims
    assert found.open == (open_,)
    assert found.first_reported == "2027-04-22"


def test_a_number_is_exact_where_somebody_says_so() -> None:
    about = points("2027-04-12", 20, qualifier=Qualifier.APPROXIMATE)
    (found,) = made(about)
    assert found.versions[0].qualifier is Qualifier.APPROXIMATE
    (found,) = made(about, points("2027-04-13", 20))
    assert found.versions[0].qualifier is Qualifier.EXACT


def test_who_wrote_it_is_disputed_where_somebody_denies_it() -> None:
    wrote = {"aspect": PlanAspect.DRAFTED, "actor": "act-vik", "version": "19 points"}
    told = claim("2027-04-12", status=ReportStatus.REPORTED, **wrote)
    denied = claim("2027-04-14", status=ReportStatus.DENIED, **wrote)
    (found,) = made(points("2027-04-12", 19), told, denied)
    (drafter,) = found.versions[0].drafters
    assert (drafter.status, drafter.disputed) == (ReportStatus.REPORTED, True)
    assert drafter.claims == (told, denied)


def test_a_text_is_leaked_where_one_source_says_so() -> None:
    leak = claim("2027-04-12", version="19 points", aspect=PlanAspect.PUBLISHED, route=Route.LEAKED)
    (found,) = made(points("2027-04-12", 19), leak)
    assert found.versions[0].route == "leaked"


def test_ways_of_receipt_are_those_of_the_whole_side() -> None:
    about = {"aspect": PlanAspect.RECEIVED, "version": "19 points"}
    (found,) = made(
        points("2027-04-12", 19),
        claim("2027-04-12", actor="act-oslo", route=Route.OFFICIAL, **about),
        claim("2027-04-13", actor="orr", route=Route.AFTER_LEAK, **about),
        claim("2027-04-13", actor="act-vik", **about),
    )
    told = {one.actor: one.routes for one in found.versions[0].recipients}
    both = (Route.AFTER_LEAK, Route.OFFICIAL)
    assert told == {"act-oslo": both, "orr": both, "act-vik": ()}


def provision(version: str | None, category: str | None, *obligors: str, **more: Any) -> Provision:
    about = claim("2027-04-12", version=version)
    return Provision(
        f"prv-{next(NUMBERS):04}",
        about.doc_id,
        about.words,
        about.object,
        Modality.REQUIRE,
        about.provenance,
        category=category,
        obligors=obligors,
        **more,
    )


def test_points_on_record_are_counted_once_and_the_rest_is_unknown() -> None:
    (found,) = made(points("2027-04-12", 19), points("2027-04-14", 14, qualifier=APPROXIMATE))
    reported = [
        provision("19 points", "SEC.WITHDRAWAL", "act-oslo"),
        provision("original", "SEC.WITHDRAWAL", "orr"),
        provision("19 points", "SEC.WITHDRAWAL", "act-vik"),
        provision("19 points", "SEC.WITHDRAWAL"),
        provision("19 points", "HUM.PRISONERS"),
        provision("19 points", "TER.LINE", number=3),
        provision("19 points", "TER.STATUS", number=3),
        provision("19 points", "OTH.UNSPECIFIED"),
        provision(None, "ECO.SANCTIONS"),
    ]
    first, second = (points_of(found, reported, PLACES.get)[v.version_id] for v in found.versions)
    assert (first.known, first.unknown, len(first.open_words)) == (4, 15, 1)
    assert (second.known, second.unknown, second.open_words) == (0, None, ())
