"""The rows of one reading, gathered to be written at once."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Table

from onrecord.record import Anchor, Document, Mention
from onrecord.store.mapping.anchors import Columns, anchor_columns
from onrecord.store.schema import actor_names, anchors, entries, links


@dataclass(frozen=True, slots=True)
class Keys:
    """The reading's own key, and the first keys that are free for its entries and names.

    `place` is that of the first entry of each kind among its kind in the document.
    """

    reading: int
    entry: int
    actor_name: int
    place: int = 0


class Sheet:
    """Rows by table, with keys given out in turn."""

    def __init__(self, document: Document, keys: Keys) -> None:
        self.rows: dict[Table, list[Columns]] = defaultdict(list)
        self.mentions: dict[Mention, int] = {}
        self._document, self._keys = document, keys

    def entry(self, kind: str, place: int, id_: str) -> int:
        """Begin an entry and give its key."""
        rows = self.rows[entries]
        rows.append(
            {
                "entry": self._keys.entry + len(rows),
                "reading": self._keys.reading,
                "kind": kind,
                "place": place,
                "id": id_,
                "digits": id_.rpartition("-")[2],
            }
        )
        return self._keys.entry + len(rows) - 1

    def write(self, table: Table, entry: int, columns: Columns) -> None:
        """Add the columns of an entry's own table."""
        self.rows[table].append({"entry": entry, **columns})

    def words(self, entry: int, role: str, words: Iterable[Anchor]) -> None:
        """Add an entry's anchors in one role.

        Raises:
            NotVerbatim: the document does not have these words there.
        """
        for part, anchor in enumerate(words):
            columns = anchor_columns(self._document, anchor)
            self.write(anchors, entry, {"role": role, "part": part, **columns})

    def links(self, entry: int, role: str, ids: Iterable[str]) -> None:
        """Add the ids of the entries that an entry refers to in one role."""
        for part, id_ in enumerate(ids):
            self.write(links, entry, {"role": role, "part": part, "id": id_})

    def names(self, entry: int, names: Iterable[str]) -> None:
        """Add an actor's names."""
        for part, name in enumerate(names):
            key = self._keys.actor_name + len(self.rows[actor_names])
            self.write(actor_names, entry, {"actor_name": key, "part": part, "name": name})
