"""Who is who across documents."""

import pytest

from onrecord.analyse import MACHINE, Identities, Known, identities
from onrecord.record import Actor, ActorSchema, Decision, Occupancy, Office, Verdict

PERSON, BODY, UNNAMED = ActorSchema.PERSON, ActorSchema.PUBLIC_BODY, ActorSchema.UNNAMED_SOURCE


def person(name: str, schema: ActorSchema = PERSON) -> Actor:
    return Actor(f"act-{name.lower().replace(' ', '')}", schema, name)


def found(*names: str, schema: ActorSchema = PERSON) -> Identities:
    return identities(Known([person(name, schema) for name in names]))


def together(people: Identities) -> set[tuple[str, ...]]:
    return {tuple(sorted((one.actor.name, *one.actor.aliases))) for one in people}


@pytest.mark.parametrize(
    ("fuller", "other"),
    [
        ("Hedda Vik", "Vik"),
        ("Hedda Vik", "Mrs Vik"),
        ("President Hedda Vik", "Hedda Vik"),
        ("Volodymyr Zelenskyy", "Volodymyr Zelensky"),
        ("John F. Sorrel", "John Sorrel"),
        ("Sergey Vitkov", "Sergei Vitkov"),
    ],
)
def test_two_names_of_one_person_are_one(fuller: str, other: str) -> None:
    (one,) = found(fuller, other)
    assert len(one.members) == 2
    (merge,) = one.merges
    assert merge.by == MACHINE
    assert merge.reason
    assert 0.75 <= merge.score <= 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("Hedda Vik", "Nils Vik"), ("Hedda Vik", "Vikram"), ("Ann Lee", "Anna Leeds")],
)
def test_two_people_stay_two(one: str, other: str) -> None:
    assert len(list(found(one, other))) == 2


def test_a_surname_that_two_bear_is_proposed_to_both_and_given_to_none() -> None:
    people = found("Hedda Vik", "Nils Vik", "Vik")
    assert len(list(people)) == 3
    alone = people.of("act-vik")
    assert alone is not None
    assert {merge.kept for merge in alone.proposed} == {"act-heddavik", "act-nilsvik"}


def test_bodies_with_the_same_words_are_one_of_two_countries_are_two() -> None:
    names = ("Norwegian Foreign Ministry", "Ministry of Foreign Affairs of Norway")
    assert len(list(found(*names, schema=BODY))) == 1
    assert (
        len(list(found("Norwegian Foreign Ministry", "Swedish Foreign Ministry", schema=BODY))) == 2
    )
    assert len(list(found("European Union", "EU", schema=BODY))) == 1


def test_a_body_that_is_called_as_a_person_is_that_person() -> None:
    vik = Actor("act-body", ActorSchema.ORGANIZATION, "Vik")
    (one,) = identities(Known([person("Hedda Vik"), vik]))
    assert (one.actor.name, one.actor.schema) == ("Hedda Vik", PERSON)


def test_unnamed_sources_are_never_merged() -> None:
    actors = [Actor(f"act-{n}", UNNAMED, "two officials") for n in range(2)]
    assert len(list(identities(Known(actors)))) == 2


def known_with_office() -> Known:
    actors = [person("Hedda Vik"), person("Norwegian president")]
    office = Office("off-1", "president", "Norwegian")
    held = Occupancy("occ-1", "off-1", "act-heddavik", ())
    return Known(actors, {"off-1": office}, [held])


def test_an_office_leads_to_its_holder() -> None:
    assert together(identities(known_with_office())) == {("Hedda Vik", "Norwegian president")}


def test_a_split_undoes_a_merge_and_a_later_merge_the_split() -> None:
    known = known_with_office()
    pair = ("act-heddavik", "act-norwegianpresident")
    split = Decision(Verdict.SPLIT, *pair)
    assert len(list(identities(known, [split]))) == 2
    (one,) = identities(known, [split, Decision(Verdict.MERGE, *pair, "the same", "ada")])
    assert [(merge.by, merge.reason) for merge in one.merges] == [("ada", "the same")]


def test_the_order_of_actors_changes_nothing() -> None:
    names = ("Hedda Vik", "Vik", "President Vik", "Nils Orr", "Orr", "Orr Nils")
    assert together(found(*names)) == together(found(*reversed(names)))


def test_ten_thousand_people_are_told_apart_in_one_pass() -> None:
    actors = [person(f"Ann Number{n}") for n in range(10_000)]
    assert len(list(identities(Known(actors)))) == 10_000
