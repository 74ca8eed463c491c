"""Watching: one round after another, each over all addresses, whatever happens to one of them."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta

from onrecord.errors import OnrecordError
from onrecord.fetch.politeness import Polite
from onrecord.record import Alert
from onrecord.run.fetching import EVERY, Round
from onrecord.run.plan import Done, Outcome
from onrecord.store import Store
from onrecord.watch.alerts import Wishes, begin, of_document, of_record, raised
from onrecord.watch.relevance import Subject, admission
from onrecord.watch.sending import Channels, send

Event = Done | Alert | str
"""What a round says: what became of an address, an alert, a sentence about trouble."""

NEWS = frozenset({Outcome.NEW, Outcome.READ_AGAIN})


@dataclass(frozen=True, slots=True)
class Watch:
    """What is watched, what comes in, and what the user is told.

    `rounds` None goes on for ever; `sleep` waits between two rounds, in seconds.
    """

    store: Store
    fetcher: Polite
    addresses: tuple[str, ...]
    subject: Subject = field(default_factory=Subject)
    wishes: Wishes = field(default_factory=Wishes)
    channels: Channels = field(default_factory=Channels)
    every: timedelta = EVERY
    sleep: Callable[[float], None] = time.sleep

    def run(self, how: Round, rounds: int | None = None) -> Iterator[Event]:
        """Watch, round after round; `how` says how addresses are read.

        Trouble with the record or the network ends a round, not the watch: the next one goes on
        where it was, since all that is known is in the record.
        """
        done = 0
        while rounds is None or done < rounds:
            begun = how.clock()
            yield from self._guarded(how)
            done += 1
            if rounds is None or done < rounds:
                passed = (how.clock() - begun).total_seconds()
                self.sleep(max(1.0, self.every.total_seconds() - passed))

    def _guarded(self, how: Round) -> Iterator[Event]:
        try:
            yield from self.round(how)
        except OnrecordError as error:
            yield str(error)

    def round(self, how: Round) -> Iterator[Event]:
        """Look at every address once, then tell what the record as a whole gives cause for."""
        today = how.clock().date()
        begin(self.store, self.wishes, today)
        one = how.renewed(admission(self.store, self.subject))
        for url in self.addresses:
            for done in one.take(url):
                yield done
                if done.document and done.outcome in NEWS:
                    yield from raised(
                        self.store, of_document(self.store, done.document, self.wishes)
                    )
        yield from raised(self.store, of_record(self.store, self.wishes, today))
        yield from send(self.store, self.fetcher.client, self.channels)
