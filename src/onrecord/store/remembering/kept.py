"""What is kept of each document, brought up to date by what changed."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar

from onrecord.store.filters import DocumentFilter, EntryFilter
from onrecord.store.selections import Changed

T = TypeVar("T")
Ids = Collection[str] | None
Read = Callable[[Ids], Iterable[tuple[str, T]]]

MANY = 4000
"""Changed documents from which on all are read again: one long question is then the faster."""


class Kept(Generic[T]):
    """Entries of one kind by document, each document's in their order.

    `version` grows when they are no longer the same: a document may change in everything else.
    """

    def __init__(self, read: Read[T]) -> None:
        self._read = read
        self._parts: dict[str, list[T]] = {}
        self._seen = 0
        self.version = 0

    def renew(self, changed: Callable[[int], Changed]) -> frozenset[str]:
        """Read again what changed, and give the documents whose entries are no longer the same."""
        found = changed(self._seen)
        if found.number == self._seen:
            return frozenset()
        few = found.doc_ids if self._seen and len(found.doc_ids) < MANY else None
        fresh: dict[str, list[T]] = {}
        for doc_id, entry in self._read(few):
            fresh.setdefault(doc_id, []).append(entry)
        asked = found.doc_ids if few is not None else {*self._parts, *fresh}
        other = frozenset(id_ for id_ in asked if self._parts.get(id_) != fresh.get(id_))
        self._drop(other)
        self._parts.update((id_, fresh[id_]) for id_ in other if id_ in fresh)
        self._take(other)
        self._seen = found.number
        self.version += bool(other)
        return other

    def of(self, doc_id: str) -> list[T]:
        """Give the entries of a document."""
        return self._parts.get(doc_id, [])

    def _drop(self, ids: Iterable[str]) -> None:
        """Forget what was put together from these documents, before they are read anew."""
        for doc_id in ids:
            self._parts.pop(doc_id, None)

    def _take(self, ids: Iterable[str]) -> None:
        """Put together what these documents give."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A current document: its order, the days by which lists are narrowed, its negotiations."""

    doc_id: str
    order_day: str
    published_min: str | None
    published_max: str | None
    known_on: str | None
    left_on: str | None
    processes: frozenset[str]

    @classmethod
    def of(cls, row: Any) -> "Frame":
        """Give the frame of a row."""
        columns: dict[str, Any] = dict(row._mapping)
        processes = frozenset((row.processes or "").split(",")) - {""}
        return cls(**{**columns, "processes": processes})


class Frames(Kept[Frame]):
    """The current documents in their order."""

    ordered: tuple[Frame, ...] = ()

    def _take(self, ids: Iterable[str]) -> None:  # noqa: ARG002 - all are put in order
        frames = (frame for part in self._parts.values() for frame in part)
        self.ordered = tuple(sorted(frames, key=lambda frame: (frame.order_day, frame.doc_id)))

    def wanted(
        self, wanted: DocumentFilter | EntryFilter, process_ids: Iterable[str] | None
    ) -> Iterator[Frame]:
        """Give the documents that may have been published in some days, of some negotiations."""
        since = wanted.since.isoformat() if wanted.since else None
        until = wanted.until.isoformat() if wanted.until else None
        among = None if process_ids is None else frozenset(process_ids)
        for frame in self.ordered:
            late = since is not None and (frame.published_max or "") < since
            first = frame.published_min
            early = until is not None and (first is None or first > until)
            other = among is not None and among.isdisjoint(frame.processes)
            if not (late or early or other):
                yield frame

    def known(self, as_of: date | None, process_ids: Iterable[str] | None) -> Iterator[Frame]:
        """Give the documents whose words were known by the end of a day, of some negotiations."""
        by = as_of.isoformat() if as_of else None
        for frame in self.wanted(EntryFilter(), process_ids):
            if by is None or (frame.known_on is not None and frame.known_on <= by):
                yield frame


def carried(by: date | None, carried_on: str | None) -> bool:
    """Tell whether a later version that was known by a day has an entry, too."""
    return carried_on is not None and (by is None or carried_on <= by.isoformat())
