"""The documents that readers met last, kept as long as they are as they were read."""

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

from onrecord.record import Document
from onrecord.store import Store

KEPT = 500
"""Documents kept: those of the words on a page or two."""


class Documents:
    """Documents by id; what was read anew, decided on or purged is asked of the record again.

    `stamp` gives the record's mark, the store's own unless another is named.
    """

    def __init__(self, store: Store, stamp: Callable[[], str] | None = None) -> None:
        self._store, self._stamp_now = store, stamp or store.stamp
        self._kept: OrderedDict[str, Document] = OrderedDict()
        self._stamp = store.stamp()
        self._lock = Lock()

    def of(self, doc_id: str) -> Document:
        """Give a document.

        Raises:
            NoSuchEntry: there is none.
        """
        with self._lock:
            self._renew()
            if doc_id not in self._kept:
                self._kept[doc_id] = self._store.document(doc_id)
            self._kept.move_to_end(doc_id)
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
            return self._kept[doc_id]

    def _renew(self) -> None:
        """Forget what changed since the last document was asked for."""
        stamp = self._stamp_now()
        (number, _, others), (_, _, others_now) = self._stamp.partition("."), stamp.partition(".")
        if others != others_now:
            self._kept.clear()
        elif stamp != self._stamp:
            for doc_id in self._store.changed(int(number)).doc_ids:
                self._kept.pop(doc_id, None)
        self._stamp = stamp
