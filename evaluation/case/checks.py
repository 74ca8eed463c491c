"""Checks: one thing that was to be found, and what was found."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from evaluation.tally import Tally, percent


@dataclass(frozen=True, slots=True)
class Check:
    """One thing wanted, in the figure that counts it, with what was found there instead."""

    figure: str
    right: bool
    place: str
    wanted: str
    found: str

    def __str__(self) -> str:
        """Give the check in one line, for whoever reads the mistakes."""
        return f"{self.figure}\t{self.place}\t{self.wanted}\t{self.found}"


def shares(checks: Iterable[Check]) -> dict[str, float]:
    """Give the share of right checks in each figure, in percent.

    >>> shares([Check("form", True, "A1", "direct", "direct"), Check("form", False, "A1", "", "")])
    {'form': 50.0}
    """
    counts: dict[str, list[bool]] = {}
    for check in checks:
        counts.setdefault(check.figure, []).append(check.right)
    return {name: percent(sum(rights) / len(rights)) for name, rights in counts.items()}


def f1(checks: Sequence[Check], name: str) -> float:
    """Give the F1 of `name_recall` and `name_precision`, in percent; 0 where one is empty."""
    recalled = [c.right for c in checks if c.figure == f"{name}_recall"]
    precise = [c.right for c in checks if c.figure == f"{name}_precision"]
    return percent(Tally(sum(recalled), len(recalled), sum(precise), len(precise)).f1)
