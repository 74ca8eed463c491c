"""What people decided on pairs: which are one, which are not; of two decisions the later holds."""

from collections.abc import Iterable

from onrecord.record import Decision, Verdict


class Verdicts:
    """The decisions that hold, by the ids that they are about."""

    def __init__(self, decisions: Iterable[Decision]) -> None:
        last = {decision.pair: decision for decision in decisions}
        self.merges = tuple(each for each in last.values() if each.verdict is Verdict.MERGE)
        splits = (pair for pair, each in last.items() if each.verdict is Verdict.SPLIT)
        self._merged = _by_id(each.pair for each in self.merges)
        self._split = _by_id(splits)

    def merged_with(self, entry_id: str) -> list[str]:
        """Give the ids that a person put together with one, in the order of their pairs."""
        return sorted(self._merged.get(entry_id, ()))

    @property
    def any_apart(self) -> bool:
        """Tell whether a person took anything apart."""
        return bool(self._split)

    def are_apart(self, one: str, others: Iterable[str]) -> bool:
        """Tell whether a person took one apart from any of others."""
        known = self._split.get(one)
        return known is not None and not known.isdisjoint(others)


def _by_id(pairs: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for pair in pairs:
        for one, other in (pair, pair[::-1]):
            found.setdefault(one, set()).add(other)
    return found
