"""Which category a provision has: the assignment rules of section 4."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.extract.matters import Hit, Leaf
from onrecord.record import UNSPECIFIED


@dataclass(frozen=True, slots=True)
class Categories:
    """The main leaf and the further ones; no leaf at all where no trigger is met."""

    main: Leaf | None
    also: tuple[Leaf, ...]

    @property
    def sure(self) -> bool:
        """Tell whether words say what is done, not only how or when."""
        return self.main is not None and not self.main.secondary


def categories(hits: Sequence[Hit], acting: Sequence[str]) -> Categories:
    """Give the categories of a provision from what its words meet, in text order.

    The first leaf is main; one that only tells how or when comes behind all others, one that
    stands above another in its codebook before that, and where the words of whoever has to act, in
    small letters, are a leaf's, this one is main (rules 2 and 5).
    """
    leaves = list(dict.fromkeys(hit.leaf for hit in hits if hit.leaf.code != UNSPECIFIED))
    ranked = sorted(leaves, key=lambda leaf: _rank(leaf, leaves, acting))
    return Categories(ranked[0], tuple(ranked[1:])) if ranked else Categories(None, ())


def _rank(leaf: Leaf, leaves: Sequence[Leaf], acting: Sequence[str]) -> tuple[bool, bool, int]:
    """Give what orders leaves: how or when, who does not act, and place in the text."""
    acts = any(word in acting for word in leaf.who)
    above = [leaves.index(other) for other in leaves if other.code in leaf.above]
    return leaf.secondary, not acts, min([leaves.index(leaf), *(place - 1 for place in above)])
