"""Counts behind one precision and one recall."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tally:
    """Hits among the gold entries and among the predicted ones; tallies of documents are added."""

    hit_gold: int = 0
    gold: int = 0
    hit_predicted: int = 0
    predicted: int = 0

    @classmethod
    def of(cls, hits: int, gold: int, predicted: int) -> "Tally":
        """Give the tally of entries matched one to one."""
        return cls(hits, gold, hits, predicted)

    @classmethod
    def share(cls, hits: int, total: int) -> "Tally":
        """Give the tally of a share, for which precision, recall and F1 are the same."""
        return cls(hits, total, hits, total)

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.hit_gold + other.hit_gold,
            self.gold + other.gold,
            self.hit_predicted + other.hit_predicted,
            self.predicted + other.predicted,
        )

    @property
    def precision(self) -> float:
        """The share in [0, 1] of the predicted entries that are right."""
        return self.hit_predicted / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """The share in [0, 1] of the gold entries that are found."""
        return self.hit_gold / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def percent(value: float) -> float:
    """Give a share in [0, 1] in percent, with one decimal."""
    return round(100 * value, 1)
