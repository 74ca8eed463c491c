"""What every store promises about stances, conditions, and the outlines of what it holds."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from onrecord.record import (
    ConditionType,
    Imprint,
    Process,
    SpeechAct,
    StanceBasis,
    StanceValue,
    Stand,
    Voice,
)
from onrecord.store import EntryFilter, Found, Kind, StanceFilter, StatementFilter, Store
from tests.store.samples import Sample
from tests.store.stances import DAM, FIRST, PLAN, RUHL, SECOND, VALDEK, Told, articles

TALKS = Process("pro-0123456789abcdef", "Selun valley talks")
ACCEPT, REJECT = StanceValue.ACCEPT, StanceValue.REJECT
ADDED = articles(
    Told("2027-04-12", REJECT),
    Told("2027-04-14", ACCEPT, object=FIRST, confidence=0.31),
    Told("2027-04-16", StanceValue.OPPOSE, RUHL, SECOND, StanceBasis.HEARSAY, as_of="2027-04"),
    Told("2027-04-18", ACCEPT, RUHL, as_of=None, outlet=None),
)


@pytest.fixture
def told(store: Store) -> Store:
    for place, each in enumerate(ADDED):
        store.add(*each.parts, processes=[TALKS] if place < 2 else [])
    return store


@pytest.mark.parametrize(
    ("asked", "places"),
    [
        ({}, [0, 1, 2, 3]),
        ({"holder": "valdek"}, [0, 1]),
        ({"holder": "tomas ruhl"}, [2, 3]),
        ({"holder": RUHL.actor_id}, [2, 3]),
        ({"holder": "aldek"}, []),
        ({"object": "KOLVAR dam"}, [0, 3]),
        ({"object": "dam kolvar"}, []),
        ({"object": "olvar"}, []),
        ({"object": "plan version"}, [1, 2]),
        ({"object": "ter.status"}, [0, 3]),
        ({"object": DAM.object_id}, [0, 3]),
        ({"object": PLAN}, [1, 2]),
        ({"object": "%"}, []),
        ({"object": "\ud800"}, []),
        ({"values": (ACCEPT, REJECT)}, [0, 1, 3]),
        ({"bases": (StanceBasis.HEARSAY,)}, [2]),
        ({"process": "selun VALLEY talks"}, [0, 1]),
        ({"as_of": date(2027, 4, 14)}, [0, 1]),
        ({"as_of": date(2027, 4, 11)}, []),
        ({"since": date(2027, 4, 13)}, [1, 2, 3]),
        ({"until": date(2027, 4, 13)}, [0, 2]),
        ({"doc_id": ADDED[1].document.doc_id}, [1]),
        ({"review": True}, [1]),
        ({"review": False}, [0, 2, 3]),
        ({"limit": 2, "offset": 1}, [1, 2]),
    ],
)
def test_stances_are_found_by_what_they_say(
    told: Store, asked: dict[str, Any], places: list[int]
) -> None:
    wanted = StanceFilter(**asked)
    found = list(told.stances(wanted))
    assert found == [ADDED[place].reading.stances[0] for place in places]
    assert list(told.stands(wanted)) == [Stand.of(stance) for stance in found]


def test_stances_are_found_by_their_ids_and_by_their_statement(told: Store) -> None:
    first, second = (ADDED[place].reading.stances[0] for place in (0, 2))
    ids = [second.stance_id, "stc-none", first.stance_id, first.stance_id]
    assert {each.stance_id: each for each in told.stances_with(ids)} == {
        first.stance_id: first,
        second.stance_id: second,
    }
    assert list(told.stances_from(first.statements[0])) == [first]
    assert list(told.stances_from("st-none")) == []
    assert list(told.actors_with([RUHL.actor_id, "act-none"])) == [RUHL]


def test_conditions_come_with_their_words(told: Store) -> None:
    (condition,) = told.conditions(EntryFilter(doc_id=ADDED[0].document.doc_id))
    assert condition == ADDED[0].reading.conditions[0]
    assert condition.type is ConditionType.AMENDMENT
    assert len(list(told.conditions())) == len(ADDED)


def test_stances_and_conditions_are_entries_like_others(told: Store) -> None:
    stance, condition = ADDED[0].reading.stances[0], ADDED[0].reading.conditions[0]
    for found, entry in (
        (Found(Kind.STANCE, stance.stance_id), stance),
        (Found(Kind.CONDITION, condition.condition_id), condition),
    ):
        assert told.find(found.id) == found
        assert told.entry(found) == entry
    counts = told.counts()
    assert (counts.stances, counts.conditions) == (4, 4)


def test_a_new_reading_supersedes_the_stances_of_the_old(told: Store) -> None:
    one = ADDED[0]
    reading = replace(one.reading, extractor="sample 2", stances=(), conditions=())
    told.add(one.document, one.content, reading)
    assert len(list(told.stances())) == len(list(told.stands())) == 3
    assert list(told.stances_with([one.reading.stances[0].stance_id])) == []
    assert told.counts().stances == 3
    assert told.check() == []


def test_stances_of_other_documents_are_refused(store: Store) -> None:
    one, two = ADDED[0], ADDED[1]
    for stray in ({"stances": two.reading.stances}, {"conditions": two.reading.conditions}):
        with pytest.raises(ValueError, match="reading"):
            store.add(one.document, one.content, replace(one.reading, **stray))


def test_imprints_are_the_documents_without_their_texts(told: Store) -> None:
    assert list(told.imprints()) == [document.imprint for document in told.documents()]
    (first, *_, last) = told.imprints()
    assert first == Imprint(
        ADDED[0].document.doc_id, "0000.txt", "Talks, part 0", "Strand Chronicle", "2027-04-12"
    )
    assert last.outlet is None


def test_voices_tell_who_is_heard_where(store: Store) -> None:
    def with_acts(given: Sample, act: SpeechAct) -> Sample:
        statements = tuple(replace(each, speech_act=act) for each in given.reading.statements)
        return replace(given, reading=replace(given.reading, statements=statements))

    declined = with_acts(ADDED[0], SpeechAct.DECLINE_TO_COMMENT)
    for each in (declined, ADDED[2]):
        store.add(*each.parts)
    assert list(store.voices()) == [
        Voice(VALDEK.actor_id, declined.document.doc_id, declined=True),
        Voice(RUHL.actor_id, ADDED[2].document.doc_id),
    ]
    late = EntryFilter(since=date(2027, 4, 15))
    assert [voice.actor_id for voice in store.voices(late)] == [RUHL.actor_id]


def test_statements_are_found_by_act_and_as_of_a_day(told: Store) -> None:
    def found(**asked: Any) -> int:
        return len(list(told.statements(StatementFilter(**asked))))

    assert found(acts=(SpeechAct.STATE, SpeechAct.DENY)) == 4
    assert found(acts=(SpeechAct.DENY,)) == 0
    assert found(as_of=date(2027, 4, 14)) == 2
    assert found(as_of=date(2027, 4, 18)) == 4
