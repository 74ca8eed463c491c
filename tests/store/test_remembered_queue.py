"""What waits is the same, and in the same order, whether it is remembered or asked of the file."""

from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import NamedTuple

import pytest

from onrecord.record import Action, Process, StanceValue
from onrecord.store import Kind, Opening, QueueFilter, Store, open_existing, open_record
from tests.store.reviewing import ruled
from tests.store.samples import doubted, sample
from tests.store.stances import RUHL, Told, article, articles

TALKS = Process("pro-0123456789abcdef", "Talks", parties=(RUHL.actor_id,))
KINDS = ((), (Kind.STANCE,), (Kind.STATEMENT, Kind.MEETING), (Kind.MENTION,))
PARTS = ((None, 0), (3, 0), (2, 1), (1, 4), (0, 0))
VALUES = (StanceValue.REJECT, StanceValue.ACCEPT, StanceValue.OPPOSE, StanceValue.REJECT)


class Both(NamedTuple):
    """A record as it is written, asked of the file, and remembered."""

    written: Store
    plain: Store
    remembered: Store

    def agree(self) -> None:
        """Hold the two against each other, by every kind and part of the queue."""
        ids = [one.doc_id for one in self.plain.imprints()]
        places: tuple[dict[str, str], ...] = (
            {},
            {"process": TALKS.name},
            {"process": "none"},
            {"doc_id": ids[0]},
        )
        for kinds, (limit, offset), place in product(KINDS, PARTS, places):
            wanted = QueueFilter(kinds=kinds, limit=limit, offset=offset, **place)
            assert list(self.remembered.waiting(wanted)) == list(self.plain.waiting(wanted))
            counts = self.remembered.waiting_counts(wanted)
            assert counts == self.plain.waiting_counts(wanted)


@pytest.fixture
def both(tmp_path: Path) -> Iterator[Both]:
    path = tmp_path / "record.db"
    with open_record(path) as written:
        days = [f"2027-04-{12 + number}" for number in range(len(VALUES))]
        for each in articles(*(Told(*pair) for pair in zip(days, VALUES, strict=True))):
            written.add(*each.parts)
        written.add(*article(Told("2027-04-20", StanceValue.ACCEPT, RUHL)).parts, [TALKS])
        for number, doubts in ((1, (0.9, 0.2, None)), (2, (0.2, 0.2, 0.2))):
            written.add(*doubted(sample(number), *doubts).parts, [TALKS])
        with open_existing(path) as plain, open_existing(path, Opening(remembers=True)) as other:
            yield Both(written, plain, other)


def test_the_queue_is_remembered_as_the_file_has_it(both: Both) -> None:
    assert len(list(both.plain.waiting())) > 12
    both.agree()


def test_what_is_decided_added_and_purged_changes_both_alike(both: Both) -> None:
    both.agree()
    first, second, third = [each.entry_id for each in both.plain.waiting()][:3]
    for entry_id, action in ((first, Action.ACCEPT), (second, Action.REJECT)):
        ruled(both.written, action, both.written.case(entry_id))
        both.agree()
    both.written.add(*doubted(sample(3), 0.4, 0.2, 0.6).parts)
    both.agree()
    both.written.purge(both.written.case(third).doc_id, "asked for")
    assert third not in {each.entry_id for each in both.remembered.waiting()}
    both.agree()


def test_a_party_that_is_named_later_counts(both: Both) -> None:
    both.agree()
    other = Process("pro-0123456789abcdee", "Other talks", parties=("act-0123456789abcdef",))
    both.written.add(*article(Told("2027-05-01", StanceValue.REJECT)).parts, [other])
    both.agree()
