"""What every store promises about adding and keeping."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.errors import NotVerbatim
from onrecord.record import Anchor, Process
from onrecord.store import Added, Counts, EntryFilter, Found, Kind, StatementFilter, Store
from tests.store.dumps import dump
from tests.store.samples import Sample, published, sample
from tests.store.strategies import samples

TALKS = Process("pro-0123456789abcdef", "Selun valley talks", ("act-2", "act-1"), ("act-3",))


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(given_=samples())
def test_what_was_put_in_comes_out_equal(store: Store, given_: Sample) -> None:
    assert store.add(*given_.parts) is Added.NEW
    doc_id = given_.document.doc_id
    assert store.document(doc_id) == given_.document
    assert store.reading(doc_id) == given_.reading
    assert store.content(doc_id) == given_.content
    assert tuple(store.statements(StatementFilter(doc_id=doc_id))) == given_.reading.statements
    assert tuple(store.mentions(doc_id)) == given_.reading.mentions
    assert store.check() == []


def test_every_kind_of_entry_is_answered(store: Store) -> None:
    one = sample(1)
    store.add(*one.parts, processes=[TALKS])
    wanted = EntryFilter(doc_id=one.document.doc_id, process="selun VALLEY talks")
    assert tuple(store.documents()) == (one.document,)
    assert tuple(store.occupancies(wanted)) == one.reading.occupancies
    assert tuple(store.times(wanted)) == one.reading.times
    assert tuple(store.money(wanted)) == one.reading.money
    assert tuple(store.quantities(wanted)) == one.reading.quantities
    assert tuple(store.offices()) == one.reading.offices
    assert {actor.actor_id for actor in store.actors()} == {
        actor.actor_id for actor in one.reading.actors
    }
    assert tuple(store.money(EntryFilter(doc_id="doc-no"))) == ()


def test_a_record_is_there_when_it_is_opened_again(opens: Callable[..., Store]) -> None:
    with opens() as store:
        store.add(*sample(1).parts, processes=[TALKS])
        before = dump(store)
    with opens() as store:
        assert dump(store) == before


def test_adding_twice_changes_nothing(store: Store) -> None:
    assert store.add(*sample(1).parts, processes=[TALKS]) is Added.NEW
    before = dump(store)
    assert store.add(*sample(1).parts, processes=[TALKS]) is Added.UNCHANGED
    assert dump(store) == before


def test_the_same_bytes_keep_all_their_names_and_negotiations(store: Store) -> None:
    one = sample(1)
    other = replace(one.document, name="0000.txt")
    store.add(*one.parts)
    assert store.add(other, one.content, one.reading, [TALKS]) is Added.UNCHANGED
    assert store.names(one.document.doc_id) == ("0000.txt", "0001.txt")
    assert store.document(one.document.doc_id) == other
    assert store.processes(one.document.doc_id) == store.processes()
    assert store.processes() == (replace(TALKS, parties=("act-1", "act-2")),)


def test_another_reading_supersedes_the_former_and_erases_nothing(store: Store) -> None:
    old, new = sample(1, extractor="sample 0"), sample(1)
    assert store.add(*old.parts) is Added.NEW
    assert store.add(*new.parts) is Added.READ_AGAIN
    doc_id = old.document.doc_id
    assert store.reading(doc_id) == new.reading
    assert len(list(store.statements())) == len(new.reading.statements)
    first, second = store.readings(doc_id)
    assert (first.reading_id, second.reading_id) == (old.reading.reading_id, new.reading.reading_id)
    assert first.superseded_at == second.recorded_at == datetime(2027, 4, 12, 14, 30, 2, tzinfo=UTC)
    assert second.superseded_at is None
    assert store.entry(Found(Kind.READING, first.reading_id)) == old.reading
    assert store.counts().superseded_readings == 1


def test_a_superseded_reading_that_comes_again_is_current_again(store: Store) -> None:
    old, new = sample(1, published_on="2027-01-01"), sample(1)
    for each in (old, new, old):
        store.add(*each.parts)
    assert store.reading(old.document.doc_id) == old.reading
    assert [bool(note.superseded_at) for note in store.readings(old.document.doc_id)] == [
        False,
        True,
    ]
    assert store.add(*old.parts) is Added.UNCHANGED
    assert store.check() == []


def test_a_new_text_of_the_same_bytes_supersedes_the_old_one(store: Store) -> None:
    one = sample(1)
    text = one.document.raw_text
    newer, _ = published(1, text.upper().replace("PRESIDENT", "President"), reader="text 2")
    newer = replace(newer, sha256=one.document.sha256)
    store.add(*one.parts)
    assert store.add(newer, one.content, replace(one.reading, doc_id=newer.doc_id, **NOTHING)) is (
        Added.READ_AGAIN
    )
    assert list(store.documents()) == [newer]
    assert [*store.statements(), *store.actors()] == []
    assert store.document(one.document.doc_id) == one.document
    assert store.reading(one.document.doc_id) == one.reading
    assert store.counts() == Counts(
        documents=1, noise=1, superseded_documents=1, superseded_readings=1
    )
    assert store.add(*one.parts) is Added.READ_AGAIN
    assert list(store.documents()) == [one.document]
    assert store.check() == []


NOTHING: dict[str, Any] = {
    "statements": (),
    "mentions": (),
    "actors": (),
    "offices": (),
    "occupancies": (),
    "times": (),
    "money": (),
    "quantities": (),
    "stances": (),
    "conditions": (),
    "plans": (),
    "topics": (),
    "provisions": (),
    "meetings": (),
    "deadlines": (),
}


def test_an_anchor_that_is_not_verbatim_keeps_the_whole_document_out(store: Store) -> None:
    one = sample(1)
    false = Anchor("some other text", doc_id=one.document.doc_id, exact="other", start=5, end=10)
    money = (replace(one.reading.money[0], anchor=false),)
    with pytest.raises(NotVerbatim):
        store.add(one.document, one.content, replace(one.reading, money=money))
    assert store.counts() == Counts()
    assert store.check() == []


def test_bytes_and_readings_of_other_documents_are_refused(store: Store) -> None:
    one, two = sample(1), sample(2)
    with pytest.raises(ValueError, match="bytes"):
        store.add(one.document, two.content, one.reading)
    with pytest.raises(ValueError, match="reading"):
        store.add(one.document, one.content, two.reading)
    assert store.counts() == Counts()


@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(order=st.permutations(range(6)))
def test_adding_in_another_order_gives_the_same_record(
    opens: Callable[..., Store], order: list[int]
) -> None:
    added = [sample(number) for number in range(5)]
    added.append(Sample(replace(added[0].document, name="a"), added[0].content, added[0].reading))
    with opens("straight") as straight, opens(f"order {order}") as other:
        for each in added:
            straight.add(*each.parts, processes=[TALKS])
        for place in order:
            other.add(*added[place].parts, processes=[TALKS])
        assert dump(other) == dump(straight)
