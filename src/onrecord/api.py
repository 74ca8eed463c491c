"""The programming interface: `import onrecord; record = onrecord.open("talks.db")`."""

import getpass
import os
from collections.abc import Iterable, Iterator
from datetime import timedelta
from importlib.resources import files
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from onrecord.answers import Answers
from onrecord.errors import SameActor
from onrecord.extract import Codebook, load_codebook
from onrecord.fetch import is_address
from onrecord.record import (
    Actor,
    Assignment,
    Decision,
    Document,
    PlanText,
    Process,
    TextLabel,
    Tombstone,
    Verdict,
    identify,
)
from onrecord.run import Desk, Done, Plan, read_paths
from onrecord.run.texts import TextPlan, add_text
from onrecord.settings import Settings
from onrecord.show.roster import Roster
from onrecord.store import (
    open_record,
)
from onrecord.wishes import Day, iso

if TYPE_CHECKING:
    from onrecord.fetch.politeness import Polite
    from onrecord.watch import Channels, Subject, Wishes
    from onrecord.watch.watching import Event

__all__ = [
    "Day",
    "Record",
    "codebook_of",
    "iso",
    "open",
    "process_named",
    "sample",
    "settings",
]


class Record(Answers):
    """A record in one file: read documents into it, ask it who said what.

    Use it as a context manager, or call `close` at the end.
    """

    def read(
        self,
        *paths: str | Path,
        published_on: Day = None,
        processes: Iterable[str] = (),
        codebook: str | Path | None = None,
    ) -> list[Done]:
        """Read files, folders and addresses, and give what became of each.

        Addresses are those of articles, feeds and sitemaps. Reading again changes nothing.

        `published_on` stands in for the documents' own dates; `processes` are names of the
        negotiations that the documents report on. `codebook` is a file with the categories of
        provisions; without it they are those of the codebook that ships and fits a document best.

        Raises:
            BadCodebook: the file is none.
        """
        plan = Plan(
            paths=tuple(Path(path) for path in paths if not is_address(str(path))),
            published_on=iso(published_on),
            processes=tuple(process_named(name) for name in processes),
            max_bytes=settings().max_bytes,
            codebook=codebook_of(codebook),
        )
        addresses = [str(path) for path in paths if is_address(str(path))]
        return [*read_paths(self.store, plan), *self._fetched(addresses, plan)]

    def _fetched(self, addresses: list[str], plan: Plan) -> list[Done]:
        """Read addresses, as the environment's settings allow."""
        if not addresses:
            return []
        from onrecord.run.fetching import Round

        round_ = Round(self.store, _fetcher(settings()), plan.published_on, plan.processes)
        return [done for url in addresses for done in round_.take(url)]

    def merge(self, one: str, other: str, reason: str = "", by: str = "") -> Actor:
        """Decide that two actors, by name or id, are one; give the one.

        Raises:
            NoSuchActor: there is none of that name.
            AmbiguousActor: there are several.
            SameActor: they are one already.
        """
        roster = Roster(self.store)
        first, second = roster.named(one), roster.named(other)
        if first is second:
            raise SameActor(one, other, together=True)
        kept, merged = first.actor.actor_id, second.actor.actor_id
        self.store.decide(Decision(Verdict.MERGE, kept, merged, reason, by))
        return Roster(self.store).named(kept).actor

    def split(self, one: str, other: str | None = None, reason: str = "", by: str = "") -> Actor:
        """Decide that an actor is not one with another, or with any; give the one split off.

        Raises:
            NoSuchActor: there is none of that name.
            AmbiguousActor: there are several.
            SameActor: they are not one.
        """
        roster = Roster(self.store)
        apart = roster.member(one)
        identity = roster.identities.of(apart.actor_id)
        members = [m for m in identity.members if m != apart.actor_id] if identity else []
        if other is not None:
            wanted = roster.member(other).actor_id
            members = members if wanted in members else []
        if not members:
            raise SameActor(one, other or one, together=False)
        for member in members:
            self.store.decide(Decision(Verdict.SPLIT, apart.actor_id, member, reason, by))
        return Roster(self.store).named(apart.actor_id).actor

    def desk(self, by: str | None = None) -> Desk:
        """Give the desk at which somebody accepts, rejects, corrects and adds, in his own name.

        `by` is that name; without it the one that ONRECORD_BY gives, or the user's.
        """
        return Desk(self.store, by or settings().by or getpass.getuser())

    def add_text(self, path: str | Path, plan: str, version: str, dated: Day = None) -> PlanText:
        """Read a file as the text of a version of a plan, and give it point by point."""
        label = TextLabel(plan, version, iso(dated))
        wanted = TextPlan(Path(path), label, max_bytes=settings().max_bytes)
        return add_text(self.store, wanted)[0]

    def doctor(self) -> list[str]:
        """Give what is wrong with the record, in sentences; nothing where it is sound.

        Example:
            assert record.doctor() == []
        """
        return [str(problem) for problem in self.store.check()]

    def purge(
        self, document: str, reason: str, *, versions: bool = False, by: str | None = None
    ) -> list[Tombstone]:
        """Take a document out of the record for good, and give the tombstone that stays.

        This cannot be undone. `document` is its id or the beginning of it; with `versions` all
        other versions of the article go, too. `by` is in whose name, without it the user's.

        Example:
            record.purge(record.documents()[0].doc_id, "court order 12/27", by="desk")

        Raises:
            NoSuchEntry: there is none.
        """
        own = self.store.find(document).id
        ids = [own, *(each.doc_id for each in self.store.versions(own) if versions)]
        name = by or settings().by or getpass.getuser()
        return [self.store.purge(each, reason, name) for each in dict.fromkeys(ids)]

    def backup(self, target: str | Path) -> None:
        """Copy the whole record, as it is at one moment, into a new file.

        Example:
            record.backup(folder / "copy.db")

        Raises:
            RecordInaccessible: the file cannot be written, or is there.
        """
        self.store.backup(Path(target))

    def watch(
        self,
        *addresses: str,
        subject: "Subject | None" = None,
        wishes: "Wishes | None" = None,
        channels: "Channels | None" = None,
        every: timedelta = timedelta(minutes=15),
        rounds: int | None = None,
    ) -> "Iterator[Event]":
        """Look at feeds and pages again and again, and give what comes of it as it happens.

        What is given is a `Done` for each address, an `Alert` for all that `wishes` asks for, and
        sentences about trouble. `subject` says which articles come in, all that the record's
        negotiations explain where it is None; `rounds` None goes on for ever. `Subject`, `Wishes`
        and `Channels` are those of `onrecord.watch`.

        Example:
            wishes = Wishes(shifts=True, days=3, conflicts=True)
            for event in record.watch("https://news.example/feed.xml", wishes=wishes, rounds=0):
                print(event)
        """
        from onrecord.run.fetching import Round
        from onrecord.watch import Channels, Subject, Watch, Wishes

        fetcher = _fetcher(settings())
        given = (subject or Subject(), wishes or Wishes(), channels or Channels())
        watched = Watch(self.store, fetcher, addresses, *given, every)
        how = Round(self.store, fetcher, every=every, patient=True, max_bytes=settings().max_bytes)
        return watched.run(how, rounds)

    def assign(
        self,
        *processes: str,
        parties: Iterable[str] = (),
        about: Iterable[str] = (),
        keep: bool = True,
    ) -> list[tuple[Document, Assignment]]:
        """Assign the documents that belong to no negotiation to those that they report on.

        `processes` are names of negotiations, `parties` and `about` names and words by which an
        article on them is told. With `keep` false nothing is kept.

        Example:
            for document, made in record.assign("Valley talks", parties=["Kaltria", "Sorvania"]):
                print(document.name, made.reason)
        """
        from onrecord.watch import Subject, assign_known

        named = tuple(process_named(name) for name in processes)
        return assign_known(self.store, Subject(named, tuple(parties), tuple(about)), keep=keep)

    def close(self) -> None:
        """Let go of the file."""
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def _fetcher(asked: Settings) -> "Polite":
    """Give what fetches, as the environment's settings allow."""
    from onrecord import __version__
    from onrecord.fetch.client import Client, Limits
    from onrecord.fetch.politeness import Polite

    allowed = Limits(
        asked.offline,
        asked.private_hosts,
        max_bytes=asked.max_bytes,
        version=__version__,
    )
    return Polite(Client(allowed))


def settings() -> Settings:
    """Give the settings of this process' environment, which `Settings` names."""
    return Settings.from_environment(os.environ)


def open(path: str | Path | None = None, *, create: bool = True) -> Record:
    """Open the record in a file, making it where there is none and `create` is true.

    Without a path it is the one that ONRECORD_RECORD names, or `onrecord.db` in this folder.

    Raises:
        RecordMissing: there is none, and `create` is false.
        NotARecord: the file is something else.
    """
    return Record(open_record(path or settings().record, create=create))


def sample() -> Path:
    """Give the folder of the sample case: articles about a negotiation that never took place."""
    return Path(str(files("onrecord") / "sample" / "articles"))


def codebook_of(path: str | Path | None) -> Codebook | None:
    """Give the codebook in a file, None without one.

    Raises:
        BadCodebook: the file is none.
    """
    return load_codebook(Path(path)) if path else None


def process_named(name: str) -> Process:
    """Give the negotiation of this name."""
    return Process(identify("prc", name.casefold()), name)
