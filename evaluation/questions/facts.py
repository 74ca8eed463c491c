"""Whether the record holds a fact of an answer.

A fact names a kind of entry and what must be so of one: it holds where an entry of that kind
satisfies all of it; one marked `absent` holds where none does. Wanted values: `"*"` is anything but
nothing, null is nothing, a list is all of its members, an object is one member that has these
fields. What is found is a value, a set of what it may be called in the gold, or a list of members.
Where the record leaves open which of several is meant (`a new plan`: which version?), any of them
will do for a fact that must hold; none of them is there for one that must not (`Called`).
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from evaluation.extracting import Json

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Called:
    """What something may be called in the gold; `sure` are the names that leave nothing open."""

    all: frozenset[str] = frozenset()
    sure: frozenset[str] = frozenset()

    def __or__(self, other: "Called | frozenset[str]") -> "Called":
        added = other if isinstance(other, Called) else Called(other, other)
        return Called(self.all | added.all, self.sure | added.sure)


@dataclass(frozen=True, slots=True)
class Entries:
    """The entries of one record by kind, and the actors of the gold who act for others."""

    rows: Mapping[str, Sequence[Row]]
    acts_for: Mapping[str, str]

    def holds(self, fact: Json) -> bool:
        """Tell whether a fact holds."""
        absent = bool(fact.get("absent"))
        rows = self.rows.get(fact["about"], ())
        found = any(self._fits(row, fact["where"], absent) for row in rows)
        return found is not absent

    def _fits(self, row: Row, where: Json, absent: bool) -> bool:
        return all(self._has(row.get(name), wanted, absent) for name, wanted in where.items())

    def _has(self, found: Any, wanted: Any, absent: bool) -> bool:
        if isinstance(found, Called):
            found = found.sure if absent else found.all
        if wanted == "*":
            return found not in (None, "", (), [], frozenset(), set())
        if wanted is None:
            return found in (None, "", (), [], frozenset(), set())
        if isinstance(wanted, list):
            return all(self._has(found, each, absent) for each in wanted)
        if isinstance(wanted, dict):
            members = found if isinstance(found, list | tuple) else [found]
            return any(isinstance(m, Mapping) and self._fits(m, wanted, absent) for m in members)
        return self._is(found, wanted, absent)

    def _is(self, found: Any, wanted: Any, absent: bool) -> bool:
        if isinstance(found, set | frozenset | list | tuple):
            names = found if absent else self._widened(found)
            return wanted in names
        if isinstance(found, str) and isinstance(wanted, str) and " " in found:
            return wanted == found or wanted.casefold() in found.casefold()
        return bool(found == wanted)

    def _widened(self, names: Collection[Any]) -> set[Any]:
        """Give names with those for whom they act, and who act for them, in one step."""
        one_step = {self.acts_for[name] for name in names if name in self.acts_for}
        acting = {name for name, for_whom in self.acts_for.items() if for_whom in set(names)}
        return {*names, *one_step, *acting}
