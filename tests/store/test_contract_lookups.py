"""What every store promises about actors, single entries and counts."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from onrecord.errors import AmbiguousId, NoSuchEntry
from onrecord.record import Actor, ActorSchema, Process, identify
from onrecord.store import (
    ActorFilter,
    Counts,
    Found,
    Kind,
    StatementFilter,
    Store,
)
from tests.store.samples import sample

TALKS = Process("pro-0123456789abcdef", "Selun valley talks", ("act-2", "act-1"), ("act-3",))


def person(name: str, *aliases: str, **others: Any) -> Actor:
    """Give a person whose id follows from the last name."""
    actor_id = identify("act", name.rsplit(maxsplit=1)[-1])
    return Actor(actor_id, ActorSchema.PERSON, name, aliases, **others)


def test_an_actor_has_its_names_from_all_documents_in_whatever_order(
    opens: Callable[..., Store],
) -> None:
    given_ = (
        person("Ruhl", "Minister Ruhl", country="KAL"),
        person("Tomas Ruhl", "Ruhl", country="KAL", speaks_for="act-b"),
        person("Tamas Ruhl", country="SOR", speaks_for="act-a"),
    )
    added = [sample(number, actors=(actor,)) for number, actor in enumerate(given_)]
    expected = replace(
        given_[0],
        name="Tamas Ruhl",
        aliases=("Minister Ruhl", "Ruhl", "Tomas Ruhl"),
        speaks_for="act-a",
    )
    for name, order in {"one": added, "other": added[::-1]}.items():
        with opens(name) as store:
            for each in order:
                store.add(*each.parts)
            assert list(store.actors()) == [expected]
            assert store.entry(Found(Kind.ACTOR, expected.actor_id)) == expected


def test_a_superseded_reading_gives_an_actor_no_names(store: Store) -> None:
    store.add(*sample(1, actors=(person("Tomas Ruhl"),), extractor="old").parts)
    store.add(*sample(1, actors=(person("Ruhl"),)).parts)
    assert list(store.actors()) == [person("Ruhl")]
    assert list(store.statements(StatementFilter(actor="tomas"))) == []


def test_actors_are_found_by_name_and_negotiation(store: Store) -> None:
    store.add(*sample(1, actors=(person("Irena Valdek"),)).parts, processes=[TALKS])
    store.add(*sample(2, actors=(person("Tomas Ruhl"), person("Anton Breskar"))).parts)

    def names(**wanted: Any) -> list[str]:
        return [actor.name for actor in store.actors(ActorFilter(**wanted))]

    assert names() == ["Anton Breskar", "Irena Valdek", "Tomas Ruhl"]
    assert names(name="val") == names(process=TALKS.name) == ["Irena Valdek"]
    assert names(limit=1, offset=1) == ["Irena Valdek"]
    assert names(offset=2) == ["Tomas Ruhl"]


def test_an_entry_is_found_by_the_beginning_of_its_id(store: Store) -> None:
    one = sample(1)
    store.add(*one.parts, processes=[TALKS])
    first = one.reading.statements[0]
    assert first.source
    entries = {
        Found(Kind.DOCUMENT, one.document.doc_id): one.document,
        Found(Kind.READING, one.reading.reading_id): one.reading,
        Found(Kind.PROCESS, TALKS.process_id): replace(TALKS, parties=("act-1", "act-2")),
        Found(Kind.STATEMENT, first.statement_id): first,
        Found(Kind.MENTION, first.source.mention_id): first.source,
        Found(Kind.MENTION, one.reading.mentions[0].mention_id): one.reading.mentions[0],
        Found(Kind.ACTOR, one.reading.actors[0].actor_id): one.reading.actors[0],
        Found(Kind.OFFICE, one.reading.offices[0].office_id): one.reading.offices[0],
        Found(Kind.OCCUPANCY, one.reading.occupancies[0].occupancy_id): one.reading.occupancies[0],
        Found(Kind.TIME, one.reading.times[0].time_id): one.reading.times[0],
        Found(Kind.MONEY, one.reading.money[0].money_id): one.reading.money[0],
        Found(Kind.QUANTITY, one.reading.quantities[0].quantity_id): one.reading.quantities[0],
    }
    for found, entry in entries.items():
        assert store.find(found.id) == store.find(found.id[:12]) == found
        assert store.find(found.id.partition("-")[2][:8]) == found
        assert store.entry(found) == entry
    with pytest.raises(NoSuchEntry):
        store.entry(Found(Kind.MONEY, "mon-0000000000000000"))


@pytest.mark.parametrize(
    "wanted", ["", "-", "12", "act-", "sta-0", "zzzz", "%", "____", "\udcff\x00-"]
)
def test_what_begins_no_id_is_said_not_to_be_there(filled: Store, wanted: str) -> None:
    with pytest.raises(NoSuchEntry):
        filled.find(wanted)


def test_an_id_that_is_exact_may_be_short_and_one_that_fits_several_is_refused(
    store: Store,
) -> None:
    actors = tuple(
        Actor(id_, ActorSchema.PERSON, id_) for id_ in ("a", "act-12345", "act-123456", "act-1234")
    )
    store.add(*sample(1, actors=actors).parts)
    assert store.find("a") == (Kind.ACTOR, "a")
    assert store.find("act-1234") == (Kind.ACTOR, "act-1234")
    assert store.find("123456") == (Kind.ACTOR, "act-123456")
    with pytest.raises(AmbiguousId) as refused:
        store.find("12345")
    assert refused.value.found == ("act-12345", "act-123456")


def test_what_is_not_there_is_said_not_to_be_there(filled: Store) -> None:
    asked: tuple[Callable[[str], object], ...] = (
        filled.document,
        filled.names,
        filled.content,
        filled.reading,
        filled.readings,
    )
    for ask in asked:
        with pytest.raises(NoSuchEntry):
            ask("doc-0")
    assert list(filled.mentions("doc-0")) == []
    assert filled.processes("doc-0") == ()


def test_entries_are_counted(store: Store) -> None:
    for number in range(3):
        store.add(*sample(number).parts, processes=[TALKS])
    assert store.counts() == Counts(
        documents=3,
        processes=1,
        statements=9,
        mentions=6,
        actors=4,
        offices=1,
        occupancies=3,
        times=3,
        money=3,
        quantities=3,
        noise=3,
    )


def test_an_answer_shows_one_moment_even_while_documents_are_added(store: Store) -> None:
    store.add(*sample(5).parts)
    answer = store.statements()
    first = next(answer)
    store.add(*sample(1).parts)
    assert [first, *answer] == list(sample(5).reading.statements)
    assert len(list(store.statements())) == 6
