"""What every store promises to those who ask who speaks of whom."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from onrecord.record import Mention, MentionKind, SpeechAct, StanceValue, identify
from onrecord.store import Facet, Selection, SpokenOf, Store, Way
from tests.store.samples import CONTENTS, Sample, anchored, sample
from tests.store.stances import RUHL, Told, article

ABSENT = identify("act", "Person", "Absent Third")
"""Somebody who is spoken of and never speaks."""


def speaking(number: int, *, place: bool = False) -> Sample:
    """Give an article of three statements.

    The first is aimed at the speaker of the second. The second names, in its words, its own speaker
    and ABSENT, whose name may be only that of a place. The third speaks of nobody.
    """
    given = sample(number)
    first, second, third = given.reading.statements
    text, doc_id = given.document.raw_text, given.document.doc_id
    aimed = replace(
        first,
        speech_act=SpeechAct.URGE,
        target=anchored(text, doc_id, first.content[0].exact[:3], first.content[0].start),
        target_id=second.actor_id,
    )
    words = anchored(text, doc_id, second.content[0].exact[:5], second.content[0].start)
    own = anchored(text, doc_id, second.content[0].exact[-3:], second.content[0].start)
    cue = anchored(text, doc_id, "said", third.content[0].start - 20)
    named = (
        Mention(identify("men", doc_id, "a"), words, MentionKind.NAME, ABSENT, place, "a name"),
        Mention(identify("men", doc_id, "b"), own, MentionKind.PRONOUN, second.actor_id, False, ""),
        Mention(identify("men", doc_id, "c"), cue, MentionKind.NAME, ABSENT, False, "a name"),
    )
    mentions = (*given.reading.mentions, *named)
    reading = replace(given.reading, statements=(aimed, second, third), mentions=mentions)
    return replace(given, reading=reading)


def about(store: Store, actor_id: str) -> list[str]:
    return [it.statement_id for it in store.selected(Selection(spoken_of=(actor_id,)))]


@pytest.fixture
def told(store: Store) -> Sample:
    given = speaking(1)
    store.add(*given.parts)
    return given


def test_a_statement_speaks_of_whom_it_is_aimed_at(store: Store, told: Sample) -> None:
    first, second, _ = told.reading.statements
    assert second.actor_id is not None
    assert about(store, second.actor_id) == [first.statement_id]
    assert store.spoken_of(Selection(spoken_of=(second.actor_id,))) == [
        SpokenOf(first.statement_id, first.actor_id, second.actor_id, Way.AIMED_AT)
    ]


def test_a_statement_speaks_of_whom_its_words_name(store: Store, told: Sample) -> None:
    _, second, _ = told.reading.statements
    assert about(store, ABSENT) == [second.statement_id]
    found = store.spoken_of(Selection(speakers=(second.actor_id or "",)))
    assert [(it.actor_id, it.way) for it in found] == sorted(
        [(ABSENT, Way.NAMED), (second.actor_id, Way.NAMED)]
    )


def test_a_place_alone_is_nobody(store: Store) -> None:
    store.add(*speaking(2, place=True).parts)
    assert about(store, ABSENT) == []
    assert {it.actor_id for it in store.spoken_of(Selection())} & {ABSENT} == set()


def test_what_somebody_says_of_himself_is_not_what_others_say(store: Store, told: Sample) -> None:
    first, second, third = (it.actor_id or "" for it in told.reading.statements)
    assert about(store, first) == about(store, third) == []
    one_and_the_same = Selection(spoken_of=(ABSENT, second))
    assert [it.speaker for it in store.spoken_of(one_and_the_same)] == [first]


def test_a_statement_speaks_of_whose_stance_it_tells(store: Store) -> None:
    given = article(Told("2027-04-12", StanceValue.REJECT))
    statement = given.reading.statements[0]
    (stance,) = given.reading.stances
    told = replace(stance, holder=RUHL.actor_id, statements=(statement.statement_id,))
    store.add(*replace(given, reading=replace(given.reading, stances=(told,))).parts)
    assert about(store, RUHL.actor_id) == [statement.statement_id]
    (found,) = store.spoken_of(Selection(spoken_of=(RUHL.actor_id,)))
    assert found.way is Way.STANCE


def test_what_is_superseded_speaks_of_nobody(store: Store, told: Sample) -> None:
    later = replace(told.reading, extractor="sample 2", statements=(), mentions=())
    later = replace(later, stances=(), conditions=(), occupancies=())
    store.add(told.document, told.content, later)
    assert about(store, ABSENT) == []
    assert store.spoken_of(Selection()) == []


def test_both_directions_count_the_same(opens: Callable[..., Store]) -> None:
    with opens() as store:
        for number in range(1, 9):
            store.add(*speaking(number).parts)
        every = store.spoken_of(Selection())
        assert len(every) == 8 * 3
        for actor_id in {it.actor_id for it in every}:
            of_others = [it for it in every if it.actor_id == actor_id and it.speaker != actor_id]
            asked = Selection(spoken_of=(actor_id,))
            assert store.spoken_of(asked) == of_others
            assert store.selected_count(asked) == len({it.statement_id for it in of_others})
            counted = store.facets(asked, [Facet.SPEAKER])[Facet.SPEAKER]
            assert sum(counted.values()) == store.selected_count(asked)


def test_it_narrows_beside_words(store: Store) -> None:
    for number in range(1, 9):
        store.add(*speaking(number).parts)
    found = [it.gist for it in store.selected(Selection(spoken_of=(ABSENT,), text=CONTENTS[1]))]
    assert found
    assert all(gist.startswith(CONTENTS[1]) for gist in found)
    assert len(found) < len(about(store, ABSENT))
