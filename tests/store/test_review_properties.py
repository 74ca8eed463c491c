"""Decisions of any kind in any order, between readings of any kind: what always holds."""

import tempfile
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import count
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import NothingDecided, RulingBuiltUpon
from onrecord.record import Action, ReviewState, Ruling, SpeechAct, Statement, replay
from onrecord.store import Opening, StatementFilter, Store, open_record
from tests.store.reviewing import ONE, back, machines_rows, read_again, states

PEOPLE = ("ann", "bo")
ALL = StatementFilter(states=tuple(ReviewState))
STATEMENTS = ONE.reading.statements
IDS = [each.statement_id for each in STATEMENTS]


@dataclass(frozen=True)
class Step:
    """One thing that somebody does: a decision on the entry at a place, or a new reading."""

    action: Action | None
    by: str
    place: int
    left_out: frozenset[int] = frozenset()
    named: bool = False


STEPS = st.builds(
    Step,
    action=st.sampled_from([*[a for a in Action if a is not Action.ADD], None]),
    by=st.sampled_from(PEOPLE),
    place=st.integers(0, len(STATEMENTS) - 1),
    left_out=st.frozensets(st.integers(0, len(STATEMENTS) - 1), max_size=2),
    named=st.booleans(),
)


@cache
def made() -> bytes:
    """Give a record with one document, made once: making one takes longer than all decisions."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "r.db"
        with open_record(path) as store:
            store.add(*ONE.parts)
        return path.read_bytes()


def fresh(folder: str) -> Store:
    """Open a copy of that record, whose clock goes on by itself."""
    path = Path(folder) / "r.db"
    path.write_bytes(made())
    ticks = count()
    clock = lambda: datetime(2027, 4, 12, tzinfo=UTC) + timedelta(seconds=next(ticks))  # noqa: E731
    return open_record(path, how=Opening(clock=clock))


def do(store: Store, step: Step, number: int) -> bool:
    """Do one step, if it can be done; tell whether it was."""
    if step.action is None:
        kept = tuple(s for place, s in enumerate(STATEMENTS) if place not in step.left_out)
        store.add(*read_again(ONE, f"sample {number}", statements=kept).parts)
        return True
    if step.action in {Action.UNDO, Action.REDO}:
        named = step.named and bool(store.rulings(IDS[step.place]) if known(store, step) else ())
        try:
            back(store, step.action, step.by, IDS[step.place] if named else "")
        except (NothingDecided, RulingBuiltUpon):
            return False
        return True
    if not known(store, step):
        return False
    case = store.case(IDS[step.place])
    if case.entry is None:
        return False
    entry = case.entry
    if step.action is Action.CORRECT:
        acts = list(SpeechAct)
        assert isinstance(entry, Statement)
        entry = replace(entry, speech_act=acts[number % len(acts)])
    given_ = Ruling(step.action, case.kind, case.entry_id, case.doc_id, step.by)
    store.rule(given_, entry, (), case.seen)
    return True


def known(store: Store, step: Step) -> bool:
    """Tell whether the entry of a step is in the record, or was decided on."""
    found = {each.statement_id for each in store.statements(ALL)}
    return IDS[step.place] in found


@settings(max_examples=25, deadline=None)
@given(st.lists(STEPS, max_size=12))
def test_any_course_of_decisions_and_readings(steps: list[Step]) -> None:
    with tempfile.TemporaryDirectory() as folder, fresh(folder) as store:
        log: tuple[Ruling, ...] = ()
        for number, step in enumerate(steps, 2):
            done = do(store, step, number)
            now = store.rulings()
            assert now[: len(log)] == log
            assert len(now) == len(log) + (done and step.action is not None)
            log = now
        found = states(store)
        for ruling in log:
            own = replay(each for each in log if each.subject_id == ruling.subject_id)
            if ruling.entry_id in found:
                assert found[ruling.entry_id] is own.state
            else:
                assert own.state in {ReviewState.REJECTED, ReviewState.MACHINE}
        shown = [each.statement_id for each in store.statements()]
        assert len(shown) == len(set(shown)) == store.counts().statements
        assert store.check() == []


@settings(max_examples=15, deadline=None)
@given(st.lists(STEPS.filter(lambda step: step.action is not None), max_size=8))
def test_undoing_everything_gives_the_machines_reading_again(steps: list[Step]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        with fresh(folder) as store:
            before = [list(store.statements()), store.counts()]
        rows = machines_rows(Path(folder) / "r.db")
        with open_record(Path(folder) / "r.db") as store:
            for number, step in enumerate(steps, 2):
                do(store, step, number)
            answers, counts = list(store.statements(ALL)), store.counts()
            standing = len(replay(store.rulings()).standing)
            for name in undoing(store):
                back(store, Action.UNDO, "cy", name)
            assert [list(store.statements()), store.counts()] == before
            for _ in range(standing):
                back(store, Action.REDO, "cy")
            again = store.statements(ALL)
            assert [strip(each) for each in again] == [strip(each) for each in answers]
            assert store.counts() == counts
        assert machines_rows(Path(folder) / "r.db") == rows


def undoing(store: Store) -> list[str]:
    """Give the entries whose decisions are in force, the last first, once for each decision."""
    return [ruling.entry_id for ruling in reversed(replay(store.rulings()).standing)]


def strip(statement: Statement) -> tuple[Statement, object]:
    """Give a statement without the time of its decision."""
    provenance = statement.provenance
    review = provenance.review
    state = (review.state, review.by, review.machine, review.found) if review else None
    return replace(statement, provenance=replace(provenance, review=None)), state
