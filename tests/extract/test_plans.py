"""What sentences made up for it say of the texts that are negotiated."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from onrecord.extract import extract
from onrecord.extract.matters.counts import points_in
from onrecord.read import document
from onrecord.record import PlanAspect, PlanClaim

CASES = tomllib.loads(Path(__file__).with_name("plans.toml").read_text("utf-8"))["cases"]
DAY = "2027-04-14"


def shown(claim: PlanClaim, names: dict[str, str]) -> list[str]:
    """Give aspect, version, actor, status, and what else is told."""
    more = (claim.route, claim.on, claim.place.exact if claim.place else None, claim.number)
    told = [str(part) for part in more if part]
    return [
        claim.aspect,
        claim.object.version or "",
        names.get(claim.actor or "", ""),
        claim.status,
        *told,
    ]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_a_sentence_tells_this_of_a_text(case: dict[str, Any]) -> None:
    article = document(case["text"].encode(), "x.txt", DAY)
    reading = extract(article, DAY)
    names = {actor.actor_id: actor.name for actor in reading.actors}
    told = [claim for claim in reading.plans if claim.aspect is not PlanAspect.NAMED]
    assert sorted(shown(claim, names) for claim in told) == sorted(case["claims"])


def test_every_claim_is_in_its_own_words() -> None:
    text = "\n\n".join(case["text"] for case in CASES)
    article = document(text.encode(), "x.txt", DAY)
    for claim in extract(article, DAY).plans:
        for anchor in (claim.words, claim.evidence, *([claim.place] if claim.place else [])):
            assert article.raw_text[anchor.start : anchor.end] == anchor.exact


def test_a_text_of_plans_alone_is_read_in_bounded_time_and_room() -> None:
    text = "The plan that the plan gave to the plan was leaked by the plan " * 800
    assert len(extract(document(text.encode(), "x.txt", DAY), DAY).plans) <= 400


DRAFTS = (
    "The original framework of the Norwegian plan had 19 points, the revised plan has 14. "
    "Chile studies the plan. It objects to parts of the framework, and Peru to the plan."
)


def test_a_noun_kept_for_one_draft_means_it_again_and_the_usual_noun_stays_open() -> None:
    article = document(DRAFTS.encode(), "x.txt", DAY)
    named = [c for c in extract(article, DAY).plans if c.aspect is PlanAspect.NAMED]
    told = {(c.words.exact, c.object.version) for c in named}
    assert ("the framework", "19 points") in told
    assert ("the plan", None) in told
    assert not {version for words, version in told if words == "the plan"} - {None}


def test_a_text_may_be_counted_in_articles() -> None:
    found = points_in("a 21-article draft")
    assert found
    assert found.number == 21
    assert points_in("the draft article") is None


OTHERS = """Chile presented a nine-point plan. The union handed over a nine-point counter-proposal.
Officials said that parts of the plan came from an American draft of July. The second version of the
plan is shorter.
"""


def test_a_counter_proposal_and_another_sides_draft_are_no_drafts_of_the_plan() -> None:
    reading = extract(document(OTHERS.encode(), "x.txt", DAY), DAY)
    named = [c for c in reading.plans if c.aspect is PlanAspect.NAMED]
    lines = {c.words.exact: c.object.lineage for c in named}
    plan = lines["a nine-point plan"]
    assert lines["a nine-point counter-proposal"] != plan
    assert lines["an American draft"] != plan
    assert lines["The second version"] == plan
    assert len({c.object.object_id for c in named if c.object.version == "9 points"}) == 2
