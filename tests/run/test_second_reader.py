"""A second reader of certainty: what it is asked, and where in the queue what it names stands."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.record import Certainty, Factuality, Reason, SpeechAct, Statement
from onrecord.run import Desk
from onrecord.run.second_reader import factuality_of, reads_otherwise, waiting
from onrecord.store import Kind, QueueFilter, Store, open_record
from tests.store.samples import doubted, sample

PLAIN = sample(1).reading.statements[0]
HAPPENED = "that they had rejected the text on Monday"
NEVER = "the text was not shown to anybody"


def told(words: str, source: Factuality, act: SpeechAct = SpeechAct.STATE) -> Statement:
    certainty = Certainty(source, Factuality.UNCOMMITTED)
    return replace(PLAIN, gist=words, certainty=certainty, speech_act=act)


@pytest.mark.parametrize(
    ("words", "read", "otherwise"),
    [
        (HAPPENED, Factuality.CERTAIN_NOT, True),
        (HAPPENED, Factuality.CERTAIN, False),
        (HAPPENED, Factuality.POSSIBLE, False),
        (HAPPENED, Factuality.UNCOMMITTED, False),
        (NEVER, Factuality.CERTAIN, True),
        (NEVER, Factuality.CERTAIN_NOT, False),
        ("Point 14", Factuality.CERTAIN_NOT, False),
        ("…", Factuality.CERTAIN, False),
        ("", Factuality.CERTAIN, False),
    ],
)
def test_only_the_opposite_of_what_is_certain_or_probable_is_otherwise(
    words: str, read: Factuality, otherwise: bool
) -> None:
    assert reads_otherwise(told(words, read)) is otherwise


def test_a_denial_and_what_has_no_certainty_are_left_alone() -> None:
    assert not reads_otherwise(told(HAPPENED, Factuality.CERTAIN_NOT, SpeechAct.DENY))
    assert not reads_otherwise(replace(PLAIN, gist=HAPPENED, certainty=None))


def test_it_says_nothing_of_words_without_a_verb_and_the_same_of_the_same_words() -> None:
    assert factuality_of("a non-starter") is None
    first = factuality_of(NEVER)
    factuality_of.cache_clear()
    assert first is not None
    assert first < 0
    assert factuality_of(NEVER) == first


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A record of three sure statements; the last one is read otherwise."""
    given = doubted(sample(1), 0.9, 0.8, 0.95)
    *others, last = given.reading.statements
    certainty = Certainty(Factuality.CERTAIN_NOT, Factuality.UNCOMMITTED)
    changed = replace(last, gist=HAPPENED, certainty=certainty)
    reading = replace(given.reading, statements=(*others, changed))
    path: Path = tmp_path_factory.mktemp("second") / "r.db"
    with open_record(path) as opened:
        opened.add(*replace(given, reading=reading).parts)
        yield opened


def test_what_it_reads_otherwise_comes_first_and_says_why(store: Store) -> None:
    plain = list(store.waiting(QueueFilter((Kind.STATEMENT,))))
    found = list(Desk(store, "ann").waiting(QueueFilter((Kind.STATEMENT,)), second_reader=True))
    assert {one.entry_id for one in found} == {one.entry_id for one in plain}
    assert [Reason.OTHERWISE in one.reasons for one in found] == [True, False, False]
    assert plain[-1].entry_id == found[0].entry_id
    assert found[0].doubt == 0.5
    assert found[1:] == plain[:-1]
    assert [one.urgency for one in found] == sorted((o.urgency for o in found), reverse=True)


def test_without_being_asked_it_changes_nothing(store: Store) -> None:
    assert not any(Reason.OTHERWISE in one.reasons for one in Desk(store, "ann").waiting())


def test_a_part_of_the_queue_is_the_part_of_the_whole(store: Store) -> None:
    whole = waiting(store, QueueFilter())
    assert waiting(store, QueueFilter(limit=1)) == whole[:1]
    assert waiting(store, QueueFilter(limit=2, offset=1)) == whole[1:3]
    assert waiting(store, QueueFilter(offset=1)) == whole[1:]


def test_of_other_kinds_it_reads_nothing(store: Store) -> None:
    wanted = QueueFilter((Kind.STANCE,))
    assert waiting(store, wanted) == list(store.waiting(wanted))
