"""An article is assigned by the parties and plans that it names, and only then."""

import pytest

from onrecord.analyse.assignment import Learned, profile, reported_on
from onrecord.read import text_document
from onrecord.record import (
    Actor,
    ActorSchema,
    Appearance,
    ObjectKind,
    Process,
    StanceBasis,
    StanceObject,
    StanceValue,
    Stand,
)

FISH, WALL = (Process(f"prc-{number}", name) for number, name in enumerate(("Fisheries", "Wall")))


def actor(name: str, *aliases: str, schema: ActorSchema = ActorSchema.PERSON) -> Actor:
    return Actor(f"act-{name}", schema, name, aliases)


def learned(*actors: tuple[Actor, int], plans: tuple[str, ...] = ()) -> Learned:
    """Give what ten articles say: each actor in so many of them, and stances on these plans."""
    appearances = tuple(
        Appearance(each.actor_id, 1, 1, None, None, frozenset(f"doc-{n}" for n in range(many)))
        for each, many in actors
    )
    stands = tuple(
        Stand(
            stance_id=label,
            doc_id="doc-1",
            holder="act-x",
            object=StanceObject(label, ObjectKind.PROPOSAL, label),
            value=StanceValue.REJECT,
            basis=StanceBasis.EXPRESSED,
        )
        for label in plans
    )
    every = (Appearance("act-", 1, 1, None, None, frozenset(f"doc-{n}" for n in range(10))),)
    return Learned((*appearances, *every), {each.actor_id: each for each, _ in actors}, stands)


KNOWN = profile(
    FISH,
    learned(
        (actor("Lena Marr", "Marr"), 8),
        (actor("Tomás Elling", "Elling"), 6),
        (actor("two officials", schema=ActorSchema.UNNAMED_SOURCE), 9),
        (actor("the minister"), 9),
        (actor("Ann Oz", "Oz"), 1),
        plans=("Marr plan (12 points)", "the plan"),
    ),
)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Marr met Tomas Elling for talks.", "names Lena Marr, Tomás Elling, and speaks of talks"),
        ("Marr buries the MARR PLAN for cod.", "names Marr plan (12 points), Lena Marr"),
        ("The plan of Marr is dead.", None),
        ("Marr and Elling danced at the wedding.", None),
        ("Marr opened talks with the bank.", None),
        ("Marrakesh hosted talks with Mr. Ellington.", None),
        ("Two officials and the minister held talks on the plan.", None),
        ("Ann Oz and Marr held talks.", None),
        ("", None),
    ],
)
def test_two_parties_and_talks_or_a_plan_by_name(text: str, reason: str | None) -> None:
    found = reported_on(text_document(f"Headline here\n\n{text}"), [KNOWN])
    assert [each.words for each in found] == ([reason] if reason else [])


def test_what_two_negotiations_have_in_common_tells_neither() -> None:
    both = (actor("Lena Marr", "Marr"), 8)
    fish = profile(FISH, learned(both, (actor("Tomás Elling", "Elling"), 6)))
    wall = profile(WALL, learned(both, (actor("Bo Stein", "Stein"), 6), (actor("Una Lind"), 6)))
    for text, names in (
        ("Marr and Elling held talks.", []),
        ("Marr, Stein and Una Lind held talks.", ["Wall"]),
    ):
        found = reported_on(text_document(f"Headline\n\n{text}"), [fish, wall])
        assert [each.process.name for each in found] == names


def test_from_one_article_alone_three_names_are_needed() -> None:
    once = (actor("Lena Marr", "Marr"), actor("Tomás Elling", "Elling"), actor("Una Lind"))
    appearances = tuple(
        Appearance(each.actor_id, 1, 1, None, None, frozenset({"doc-1"})) for each in once
    )
    known = profile(FISH, Learned(appearances, {each.actor_id: each for each in once}))
    for text, count in (("Marr and Elling held talks.", 0), ("Marr, Elling, Una Lind: talks.", 1)):
        assert len(reported_on(text_document(f"Headline\n\n{text}"), [known])) == count


def test_the_user_says_what_the_record_does_not_know_yet() -> None:
    known = profile(FISH, Learned(), ("Orsk", "EU"), ("herring quota",))
    for text, reason in (
        ("Orsk and the EU hold a summit.", "names EU, Orsk, and speaks of summit"),
        ("The herring quota falls.", "has the words herring quota"),
        ("Orsk holds a summit.", None),
    ):
        found = reported_on(text_document(f"Headline\n\n{text}"), [known])
        assert [each.words for each in found] == ([reason] if reason else [])
