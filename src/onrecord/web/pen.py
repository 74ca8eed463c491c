"""The pen: the store that decisions are written with, opened when somebody first decides."""

from collections.abc import Callable
from threading import Lock

from onrecord.store import Store


class Pen:
    """Opens a record for writing once; who only reads never needs a record that can be written."""

    def __init__(self, opens: Callable[[], Store]) -> None:
        self._opens = opens
        self._lock = Lock()
        self._store: Store | None = None

    @property
    def store(self) -> Store:
        """The store, to be written to.

        Raises:
            RecordBusy, RecordInaccessible: the record cannot be written.
        """
        with self._lock:
            self._store = self._store or self._opens()
            return self._store

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            if self._store is not None:
                self._store.close()
            self._store = None
