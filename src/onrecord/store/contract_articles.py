"""What every store promises about articles over time, and about watching them.

- Versions, notices and assignments follow from documents and can be made anew at any time; what a
  later version of an article has in the same words is shown once, as the later version's.
- A purge takes a document's bytes, texts and findings out of the file for good; a tombstone stays,
  and the same bytes or the same text do not come in again.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Protocol

from onrecord.record import Alert, Assignment, Notice, Tombstone, Version, Visit


class Articles(Protocol):
    """Articles over time."""

    def keep_version(self, version: Version) -> None:
        """Keep that a document is a version of an article, and compare the article's versions."""

    def versions(self, doc_id: str) -> tuple[Version, ...]:
        """Give all versions of a document's article in order, nothing where there is only one."""

    def versions_of(self, article: str) -> tuple[Version, ...]:
        """Give all versions of the article that this is the one spelling of the address of."""

    def earlier_versions(self) -> dict[str, Version]:
        """Give the next version of each document that is not its article's last, by document."""

    def left_behind(self, doc_id: str) -> frozenset[str]:
        """Give the ids of what this version says and no later one has in the same words."""

    def keep_notices(self, doc_id: str, notices: Iterable[Notice]) -> None:
        """Keep a document's notices in place of those that were kept for it."""

    def notices(self, about: str | None = None) -> Iterator[Notice]:
        """Give the notices in the order of their documents, all or those about one document."""

    def assign(self, assignment: Assignment) -> None:
        """Keep that a document reports on a negotiation that is on record, and why."""

    def assignments(self, doc_id: str) -> tuple[Assignment, ...]:
        """Give why a document was assigned to negotiations; what the user named has no reason."""

    def purge(self, doc_id: str, reason: str, by: str = "") -> Tombstone:
        """Take a document out of the record for good, and keep a tombstone.

        Raises:
            NoSuchEntry: there is none.
        """

    def tombstones(self) -> tuple[Tombstone, ...]:
        """Give the tombstones by the time of the purge."""

    def tombstone_at(self, article: str) -> Tombstone | None:
        """Give the tombstone of an article by the one spelling of its address."""

    def backup(self, target: Path) -> None:
        """Copy the whole record, as it is at one moment, into a file that is not there yet.

        Raises:
            BackupThere: the file is there.
            RecordInaccessible: it cannot be written.
        """


class Watching(Protocol):
    """What is watched, and what the user is told."""

    def visit(self, url: str) -> Visit | None:
        """Give what came of an address the last time, None if it was never fetched."""

    def visits(self, listed_by: str | None = None) -> tuple[Visit, ...]:
        """Give what came of all addresses, or of those that a feed lists, by address."""

    def keep_visit(self, visit: Visit) -> None:
        """Keep what came of an address, in place of what came of it before."""

    def raise_alert(self, alert: Alert) -> bool:
        """Keep an alert, and tell whether it is new."""

    def alerts(self, *, unsent: bool = False, since: date | None = None) -> tuple[Alert, ...]:
        """Give the alerts in the order in which they were raised."""

    def sent(self, alert_id: str) -> None:
        """Keep that an alert reached the user."""
