"""What can go wrong with the record and its entries."""

from dataclasses import dataclass

from onrecord.errors.root import OnrecordError


@dataclass(eq=False)
class NotVerbatim(OnrecordError):
    """An entry claims words that the document does not have at that place."""

    doc_id: str
    start: int
    end: int
    claimed: str
    found: str

    def __str__(self) -> str:
        return (
            f"{self.doc_id} [{self.start}:{self.end}] holds {self.found[:80]!r}, "
            f"not {self.claimed[:80]!r}: the entry is refused."
        )


@dataclass(eq=False)
class NoSuchEntry(OnrecordError):
    """No entry of the record has this id."""

    wanted: str

    def __str__(self) -> str:
        return (
            f"No entry of this record has the id “{self.wanted}”. "
            "`onrecord statements` and `onrecord documents` list the ids."
        )


@dataclass(eq=False)
class EntryPurged(NoSuchEntry):
    """The document with this id was purged: only its tombstone is left."""

    purged_at: str
    reason: str

    def __str__(self) -> str:
        return (
            f"The document {self.wanted} was purged on {self.purged_at[:10]}: {self.reason} "
            "Its text and all that was read from it are gone; its digest and this reason stay."
        )


@dataclass(eq=False)
class AmbiguousId(OnrecordError):
    """Several entries begin with the given letters."""

    wanted: str
    found: tuple[str, ...]

    def __str__(self) -> str:
        return f"“{self.wanted}” fits several: {', '.join(self.found[:5])}. Give more of it."


@dataclass(eq=False)
class NoSuchText(OnrecordError):
    """Neither a file nor a text of the record has this name."""

    wanted: str

    def __str__(self) -> str:
        return (
            f"“{self.wanted}” is no file, and no text of a plan on record is called so. "
            "`onrecord proposal list` lists the texts, `onrecord proposal add` reads one."
        )


@dataclass(eq=False)
class AmbiguousText(OnrecordError):
    """Several texts of plans have these words in their names."""

    wanted: str
    found: tuple[str, ...]

    def __str__(self) -> str:
        several = "; ".join(self.found[:5])
        return f"“{self.wanted}” may be any of: {several}. Give more words, or the id."


@dataclass(eq=False)
class RecordMissing(OnrecordError):
    """The record file to be queried does not exist."""

    path: str

    def __str__(self) -> str:
        return (
            f"There is no record at {self.path}. Make one with `onrecord read FILES`, "
            "or name another with --record."
        )


@dataclass(eq=False)
class NotARecord(OnrecordError):
    """The file is no onrecord database, or a damaged one."""

    path: str
    reason: str

    def __str__(self) -> str:
        return f"{self.path} is not an onrecord record ({self.reason}). Name another with --record."


@dataclass(eq=False)
class RecordTooNew(OnrecordError):
    """The record was written by a later version of onrecord."""

    path: str
    revision: str

    def __str__(self) -> str:
        return (
            f"{self.path} was written by a later onrecord (schema {self.revision}). "
            "Upgrade onrecord to open it."
        )


@dataclass(eq=False)
class RecordBusy(OnrecordError):
    """Another process holds the record for too long."""

    path: str

    def __str__(self) -> str:
        return f"{self.path} is being written by another process. Try again when it has finished."


@dataclass(eq=False)
class RecordInaccessible(OnrecordError):
    """The operating system refuses to open or to write the record."""

    path: str
    reason: str

    def __str__(self) -> str:
        return (
            f"{self.path} cannot be opened or written ({self.reason}). "
            "Check that its folder exists, its permissions and the space left."
        )


@dataclass(eq=False)
class BackupThere(OnrecordError):
    """A backup would be written over a file."""

    path: str

    def __str__(self) -> str:
        return f"{self.path} is there already: name a new file for the backup, or move this one."


@dataclass(eq=False)
class NotForReview(OnrecordError):
    """An entry of a kind that is not accepted, rejected or corrected."""

    entry_id: str
    kind: str

    def __str__(self) -> str:
        return (
            f"“{self.entry_id}” is of the kind {self.kind}, which is not decided on. "
            "`onrecord review --list` gives what is; actors are put together by `onrecord merge`."
        )


@dataclass(eq=False)
class AlreadyOnRecord(OnrecordError):
    """A statement to be added is there already."""

    entry_id: str

    def __str__(self) -> str:
        return (
            f"These words are on record as {self.entry_id}, from the same source and cue. "
            "Accept or correct that one: `onrecord decide`."
        )


@dataclass(eq=False)
class DecisionOutdated(OnrecordError):
    """An entry is not what it was when the person who decides looked at it."""

    entry_id: str
    by: str
    at: str

    def __str__(self) -> str:
        since = f"{self.by} decided on it at {self.at}" if self.by else "it was read again"
        return (
            f"{self.entry_id} has changed since you looked at it: {since}. Nothing was decided. "
            f"Look again: `onrecord history {self.entry_id}`."
        )


@dataclass(eq=False)
class RulingBuiltUpon(OnrecordError):
    """A decision cannot be undone because a later one of somebody else stands on it."""

    entry_id: str
    by: str
    at: str

    def __str__(self) -> str:
        return (
            f"{self.by} has decided on {self.entry_id} since, at {self.at}: yours cannot be undone "
            f"under it. `onrecord undo {self.entry_id}` undoes the later one first."
        )


@dataclass(eq=False)
class NothingDecided(OnrecordError):
    """There is no decision to be undone, or none to be done again."""

    action: str
    by: str
    entry_id: str = ""

    def __str__(self) -> str:
        what = "be undone" if self.action == "undo" else "be done again"
        where = f"on {self.entry_id}" if self.entry_id else f"of {self.by}"
        return f"No decision {where} can {what}. `onrecord history` lists all decisions."
