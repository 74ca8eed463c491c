"""What a store in a SQLite file keeps of what people decided, and of what waits for them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from datetime import datetime

from sqlalchemy import Engine, insert

from onrecord.record import Actor, Decision, Ruling, Waiting
from onrecord.store import loading
from onrecord.store.answers import Case, Entry
from onrecord.store.asking import SqliteAsking
from onrecord.store.database import writing
from onrecord.store.filters import ALL_WAITING, QueueFilter
from onrecord.store.mapping.days import stamp
from onrecord.store.mapping.identities import decision
from onrecord.store.mapping.readings import IN_READINGS
from onrecord.store.mapping.reviews import waiting
from onrecord.store.queries import findings, queues
from onrecord.store.queries import identities as identity_questions
from onrecord.store.ruling import Rulings
from onrecord.store.schema import decisions


class SqliteReviews(SqliteAsking):
    """The part of a store that is people's; what each method promises stands in `contract`."""

    def __init__(self, engine: Engine, clock: Callable[[], datetime]) -> None:
        super().__init__(engine, clock)
        self._decider = writing(engine, durable=True)

    def decide(self, decision: Decision) -> None:
        """Keep a decision; earlier ones on the same pair are kept, too."""
        row = {**asdict(decision), "decided_at": stamp(self._clock())}
        with self._decider.begin() as connection:
            connection.execute(insert(decisions), row)

    def decisions(self) -> tuple[Decision, ...]:
        """Give all decisions in the order in which they were made."""
        return tuple(decision(row) for row in self._rows(identity_questions.decided()))

    def rule(
        self, ruling: Ruling, entry: Entry, actors: Sequence[Actor] = (), seen: str | None = None
    ) -> Ruling:
        """Keep a ruling that makes this of an entry, and apply it."""
        with self._decider.begin() as connection:
            return Rulings(connection, stamp(self._clock())).rule(ruling, entry, actors, seen)

    def take_back(self, ruling: Ruling) -> Ruling:
        """Keep a ruling that undoes one or does it again, and apply it."""
        with self._decider.begin() as connection:
            return Rulings(connection, stamp(self._clock())).take_back(ruling)

    def case(self, entry_id: str) -> Case:
        """Give an entry to be decided on."""
        with self._engine.connect() as connection:
            return Rulings(connection).case(entry_id)

    def orphans(self) -> tuple[Case, ...]:
        """Give what was decided about and stands nowhere in the record today."""
        with self._engine.connect() as connection:
            return tuple(Rulings(connection).orphans())

    def rulings(self, entry_id: str | None = None) -> tuple[Ruling, ...]:
        """Give the rulings on an entry, or all, in the order in which they were made."""
        with self._engine.connect() as connection:
            log = Rulings(connection)
            return tuple(log.history(entry_id) if entry_id else log.rulings())

    def machines(self, case: Case) -> Entry | None:
        """Give what the machine's current reading has for a case."""
        table, make = loading.FIELDS[IN_READINGS[case.kind]]
        with self._engine.connect() as connection:
            question = findings.machines_with_id(table, case.entry_id)
            return next(loading.found(connection, question, make), None)

    def waiting(self, wanted: QueueFilter = ALL_WAITING) -> Iterator[Waiting]:
        """Give what waits for a decision, the most urgent first."""
        if not queues.kinds_of(wanted):  # of some kinds nothing ever waits
            return
        question = queues.waiting(wanted, self._ids(wanted.process))
        with self._engine.connect() as connection:
            for rows in loading.batches(connection, question, loading.OUTLINES_AT_ONCE):
                yield from map(waiting, rows)

    def waiting_counts(self, wanted: QueueFilter = ALL_WAITING) -> dict[str, int]:
        """Give how much of each kind waits for a decision."""
        if not queues.kinds_of(wanted):
            return {}
        rows = self._rows(queues.waiting_count(wanted, self._ids(wanted.process)))
        return {row.kind: row.number for row in rows}
