"""The programming interface: `import onrecord; record = onrecord.open("talks.db")`."""

import getpass
import os
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path
from types import TracebackType
from typing import Self

from onrecord.answers import Answers
from onrecord.errors import SameActor
from onrecord.extract import Codebook, load_codebook
from onrecord.fetch import is_address
from onrecord.record import (
    Actor,
    Decision,
    PlanText,
    Process,
    TextLabel,
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
        from onrecord import __version__
        from onrecord.fetch.client import Client, Limits
        from onrecord.fetch.politeness import Polite
        from onrecord.run.fetching import Round

        asked = settings()
        limits = Limits(
            asked.offline, asked.private_hosts, max_bytes=plan.max_bytes, version=__version__
        )
        round_ = Round(self.store, Polite(Client(limits)), plan.published_on, plan.processes)
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
