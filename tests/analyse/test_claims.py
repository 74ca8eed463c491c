"""Claims: how each stands by what is on record, and which statements make none."""

from typing import Any

import pytest

from onrecord.analyse.claims import Claim, ClaimStatus, claims
from onrecord.analyse.conflicts import Grounds, conflicts
from onrecord.record import ReporterDistance, SourcingLevel, Statement
from tests.analyse.test_conflicts import PLACES, said


def side(actor: str | None) -> str | None:
    return PLACES.get(actor or "")


def found(*statements: Statement) -> list[Claim]:
    given = Grounds(statements, (), (), (), who=lambda actor: actor, side=side)
    return claims(statements, conflicts(given), side)


UNNAMED = SourcingLevel.UNNAMED_DESCRIBED


@pytest.mark.parametrize(
    ("words", "others", "status"),
    [
        ("Peru is no longer a legitimate party to the treaty", {}, "contested_legal_claim"),
        ("the blockade is unlawful under the treaty", {}, "contested_legal_claim"),
        ("our troops captured two villages near the river", {}, "not_independently_confirmed"),
        ("the enemy lost three warships in the battle", {}, "attributed"),
        ("casualties are mounting on the northern front line", {}, "not_independently_confirmed"),
        ("the army was reduced by law last year", {}, "attributed"),
        ("the minister had sold licences", {"act": "accuse"}, "allegation"),
        ("Brazil agreed to the second draft", {"sourcing_level": UNNAMED}, "hearsay"),
        ("the quota stands at 12 tonnes", {}, "attributed"),
        (
            "it is better for Chile",
            {"sourcing_level": UNNAMED, "flag_unnamed_opinion": True},
            "unnamed_opinion",
        ),
        (
            "both sides shall halve their fleets",
            {"sourcing_level": SourcingLevel.DOCUMENT_OBTAINED},
            "document_reported",
        ),
    ],
)
def test_a_claim_that_nothing_answers_stands_by_its_words_and_its_sourcing(
    words: str, others: dict[str, Any], status: str
) -> None:
    (one,) = found(said("vik", words, **others))
    assert one.status == status, one.reason


def test_a_claim_that_another_denies_is_disputed_and_so_is_the_denial() -> None:
    told = said("costa", "that Norway offered Brazil a licence for the northern fishery")
    denied = said("vik", "that Norway had offered any licence for the fishery", "deny")
    one, answer = found(told, denied)
    assert one.status is answer.status is ClaimStatus.REPORTED_DISPUTED
    assert one.answered_by == (denied.statement_id,)
    assert answer.answered_by == (told.statement_id,)


def test_what_one_side_tells_otherwise_later_is_superseded() -> None:
    denied = said("vik", "that she met the Brazilian envoy in Lisbon", "deny", said_on="2027-04-10")
    told = said("holt", "Vik met the Brazilian envoy in Lisbon", said_on="2027-04-21", doc="doc-2")
    one, later = found(denied, told)
    assert one.status is ClaimStatus.SUPERSEDED
    assert one.answered_by == (told.statement_id,)
    assert later.status is ClaimStatus.ATTRIBUTED


def test_a_source_of_another_side_confirms_and_one_of_the_same_side_does_not() -> None:
    words = "the envoy handed over the fisheries draft in Lisbon"
    one, _ = found(said("vik", words), said("costa", words, doc="doc-2"))
    assert one.status is ClaimStatus.CONFIRMED_BY_SECOND_SOURCE
    own, _ = found(said("vik", words), said("holt", words, doc="doc-2"))
    assert own.status is ClaimStatus.ATTRIBUTED


def test_an_unnamed_second_source_confirms_nothing() -> None:
    words = "the envoy handed over the fisheries draft in Lisbon"
    one, _ = found(said("vik", words), said("paper", words, sourcing_level=UNNAMED))
    assert one.status is ClaimStatus.ATTRIBUTED


def test_what_is_asked_or_threatened_or_told_by_the_outlet_is_no_claim() -> None:
    assert not found(
        said("vik", "Brazil must halve its fleet", "demand"),
        said("vik", "to seize more boats", "threaten"),
        said("vik", "whether she would sign", "decline_to_comment"),
        said("paper", "the talks are to open", sourcing_level=SourcingLevel.AUTHORIAL),
    )


def test_who_repeats_what_nobody_is_named_for_is_its_claimant() -> None:
    outer = said("vik", "that the claimed capture of the port will be repeated", "predict")
    inner = said("", "capture of the port", "claim", nested_in=outer.statement_id)
    (one,) = found(outer, inner)
    assert one.claimants == ("vik",)
    assert one.statements == (inner.statement_id, outer.statement_id)
    assert one.status is ClaimStatus.NOT_INDEPENDENTLY_CONFIRMED
    assert one.military


def test_a_marked_claim_has_its_words() -> None:
    cue = said("vik", "claimed").content[0]
    distant = ReporterDistance.DISTANCING
    (one,) = found(said("vik", "the fund is empty", "claim", cue=cue, reporter_distance=distant))
    assert one.status is ClaimStatus.NOT_INDEPENDENTLY_CONFIRMED
    assert one.marker == cue


def test_the_words_of_a_denial_are_marked_as_such() -> None:
    denied, told = found(
        said("vik", "that Peru had leaked the draft", "deny"),
        said("costa", "that the fund is empty"),
    )
    assert denied.in_denial
    assert not told.in_denial
