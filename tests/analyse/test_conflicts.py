"""Where accounts do not agree: which are put side by side, and which are not."""

from itertools import count
from typing import Any

from onrecord.analyse import cells, shifts
from onrecord.analyse.conflicts import Conflict, ConflictType, Grounds, conflicts
from onrecord.analyse.proposals import proposals
from onrecord.record import (
    Anchor,
    Certainty,
    Factuality,
    Form,
    ObjectKind,
    PlanAspect,
    Provenance,
    ReporterDistance,
    ReportStatus,
    Route,
    SourcingLevel,
    SpeechAct,
    Stance,
    StanceBasis,
    StanceObject,
    StanceValue,
    Statement,
)
from tests.analyse.test_proposals import claim, points

PLACES = {"vik": "norway", "holt": "norway", "costa": "brazil", "paper": None}
NUMBERS = count()


def said(actor: str, words: str, act: str = "state", **others: Any) -> Statement:
    """Give a statement; `place` is where it begins in its document."""
    place, doc_id = others.pop("place", next(NUMBERS) * 100), others.pop("doc", "doc-1")
    anchor = Anchor(
        " " * place + words, doc_id=doc_id, exact=words, start=place, end=place + len(words)
    )
    given = {
        "statement_id": f"st-{next(NUMBERS):04}",
        "doc_id": doc_id,
        "source": None,
        "cue": None,
        "content": (anchor,),
        "quoted": (),
        "form": Form.INDIRECT,
        "speech_act": SpeechAct(act),
        "reporter_distance": ReporterDistance.NEUTRAL,
        "sourcing_level": SourcingLevel.ON_RECORD_PARAPHRASE,
        "provenance": Provenance("sample", "1", "test"),
        "gist": words,
        "actor_id": actor,
        "reported_on": "2027-04-12",
        **others,
    }
    return Statement(**given)


def found(*statements: Statement, **others: Any) -> list[Conflict]:
    given: dict[str, Any] = {"stances": (), "moves": (), "proposals": (), **others}
    grounds = Grounds(
        statements=statements, who=lambda actor: actor, side=lambda a: PLACES.get(a or ""), **given
    )
    return conflicts(grounds)


def sides(one: Conflict) -> tuple[list[str], list[str]]:
    return [a.entry_id for a in one.a], [b.entry_id for b in one.b]


def test_a_denial_stands_beside_the_report_that_shares_its_words() -> None:
    told = said("paper", "that Norway offered Brazil a licence for the northern fishery")
    other = said("paper", "that the minister arrived in Lima by train")
    denied = said("vik", "that Norway had offered any licence for the fishery", "deny")
    (one,) = found(told, other, denied)
    assert one.type is ConflictType.DENIAL_VS_REPORT
    assert sides(one) == ([told.statement_id], [denied.statement_id])
    assert one.open


def test_who_denies_it_again_has_not_told_otherwise() -> None:
    told = said("paper", "that Norway offered Brazil a licence for the northern fishery")
    denied = said("vik", "that Norway had offered any licence for the fishery", "deny")
    later = said("vik", "“We offered no licence for that fishery”", reported_on="2027-04-14")
    other = said("vik", "“We offered a licence for that fishery”", reported_on="2027-04-15")
    assert [one.type for one in found(told, denied, later)] == [ConflictType.DENIAL_VS_REPORT]
    (turn, _) = found(told, denied, other)
    assert turn.type is ConflictType.TEMPORAL_REVERSAL


def test_a_denial_that_names_nothing_answers_what_was_said_before_it() -> None:
    told = said("costa", "the Norwegian fleet had rammed a trawler", "accuse")
    denied = said("vik", "this is false", "deny")
    after = said("costa", "she had pictures of it")
    (one,) = found(told, denied, after)
    assert sides(one) == ([told.statement_id], [denied.statement_id])
    assert one.reason == "said right before it"


def test_what_shares_no_word_or_is_of_one_side_is_no_conflict() -> None:
    told = said("costa", "the quota will be halved by the autumn")
    denied = said("vik", "that Norway had written a letter about whaling", "deny")
    own = said("holt", "that Norway had written a letter about whaling")
    assert found(told, denied) == []
    assert found(own, said("vik", "that Norway had written a letter about whaling", "deny")) == []


def test_a_report_of_another_document_is_answered_once_it_is_out() -> None:
    words = "Norway paid the first instalment of the fishery fund"
    told = said("paper", words, doc="doc-2", reported_on="2027-04-10")
    later = said("paper", words, doc="doc-3", reported_on="2027-04-20")
    denied = said("vik", "that any instalment of the fishery fund was paid", "deny")
    (one,) = found(told, later, denied)
    assert sides(one) == ([told.statement_id], [denied.statement_id])


def test_one_side_tells_later_what_it_denied() -> None:
    denied = said("vik", "that she met the Brazilian envoy in Lisbon", "deny", said_on="2027-04-10")
    told = said(
        "holt", "Vik met the Brazilian envoy in Lisbon in March", said_on="2027-04-21", doc="doc-2"
    )
    (one,) = found(denied, told)
    assert one.type is ConflictType.TEMPORAL_REVERSAL
    assert sides(one) == ([denied.statement_id], [told.statement_id])


def test_disputes_about_a_text_are_told_by_their_kind() -> None:
    version = "19 points"
    wrote = {"aspect": PlanAspect.DRAFTED, "actor": "vik", "version": version}
    got = {"aspect": PlanAspect.RECEIVED, "actor": "costa", "said_by": "costa", "version": version}
    claims = [
        points("2027-04-12", 19, "chile"),
        points("2027-04-22", 14, "chile"),
        claim("2027-04-12", "chile", status=ReportStatus.REPORTED, **wrote),
        claim("2027-04-14", "chile", status=ReportStatus.DENIED, **wrote),
        claim("2027-04-12", "chile", status=ReportStatus.DENIED, **got),
        claim("2027-04-15", "chile", status=ReportStatus.CONFIRMED, **got),
        claim("2027-04-20", "chile", status=ReportStatus.CLAIMED, route=Route.AFTER_LEAK, **got),
    ]
    plans = proposals(claims, PLACES.get, lambda actor: actor)
    kinds = sorted(one.type for one in found(proposals=plans))
    assert kinds == ["authorship", "intra_speaker_tension", "temporal_reversal", "version_change"]
    assert [one.type for one in found(proposals=plans) if not one.open] == ["version_change"]


def stance(value: str, day: str, version: str = "19 points") -> Stance:
    number = next(NUMBERS)
    words = Anchor("so", doc_id="doc-1", exact="so", start=0, end=2)
    about = StanceObject(
        f"obj-{version}", ObjectKind.PROPOSAL, f"plan ({version})", "obj-plan", version
    )
    return Stance(
        f"stn-{number}", "doc-1", "vik", about, StanceValue(value), StanceBasis.EXPRESSED,
        (words,), Provenance("sample", "1", "test"), as_of=day, reported_on=day,
    )  # fmt: skip


def of_stances(*stances: Stance) -> list[Conflict]:
    return found(stances=stances, moves=shifts(cells(stances), versions=True))


def test_a_turn_on_one_text_is_open_and_a_change_with_the_draft_is_explained() -> None:
    (turn,) = of_stances(stance("reject", "2027-04-12"), stance("accept", "2027-04-20"))
    assert (turn.type, turn.open) == (ConflictType.TEMPORAL_REVERSAL, True)
    (change,) = of_stances(
        stance("reject", "2027-04-12"), stance("accept", "2027-04-20", "14 points")
    )
    assert (change.type, change.open) == (ConflictType.VERSION_CHANGE, False)
    (mixed,) = of_stances(stance("oppose", "2027-04-12"), stance("accept", "2027-04-12"))
    assert (mixed.type, mixed.open) == (ConflictType.MIXED_STANCE, False)


def test_a_headline_that_is_surer_than_its_article_is_explained() -> None:
    sure = Certainty(Factuality.CERTAIN, Factuality.UNCOMMITTED)
    unsure = Certainty(Factuality.POSSIBLE, Factuality.UNCOMMITTED)
    head = said("vik", "Vik will sign the fishery accord", place=0, certainty=sure)
    body = said("vik", "she may sign parts of the fishery accord", place=80, certainty=unsure)
    (one,) = found(head, body, headline_ends={"doc-1": 40})
    assert (one.type, one.open) == (ConflictType.HEADLINE_VS_BODY, False)
    assert found(head, body) == []
