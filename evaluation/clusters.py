"""Scores of coreference: clusters of mentions compared with gold.

The standard measures, as Pradhan, Luo, Recasens, Hovy, Ng, Strube, "Scoring Coreference Partitions
of Predicted Mentions: A Reference Implementation" (ACL 2014) define and implement them. Mentions
are the same where their spans are equal; numerators and denominators are added over documents.

muc
    Links (Vilain et al. 1995): a cluster of n mentions has n-1; those are found that remain when it
    is cut wherever the other side parts its mentions.
b3
    Mentions (Bagga and Baldwin 1998): of each, the share of its cluster that is in the cluster
    which the other side puts it in, nothing where the other side lacks it.
ceaf
    Clusters, CEAF-phi4 (Luo 2005): the best one-to-one assignment by twice the common mentions over
    the sum of both sizes, over the number of clusters.
conll_f1
    The mean of the three F1.
mentions
    Mentions themselves, whatever their cluster.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from evaluation.assignment import best_total
from evaluation.tally import percent
from onrecord.record import Span

Cluster = frozenset[Span]
Clusters = Sequence[Cluster]


@dataclass(frozen=True, slots=True)
class Sums:
    """What is found of the gold and of the predicted, and how much there is; sums are added."""

    found_gold: float = 0.0
    gold: float = 0.0
    found_predicted: float = 0.0
    predicted: float = 0.0

    def __add__(self, other: "Sums") -> "Sums":
        return Sums(
            self.found_gold + other.found_gold,
            self.gold + other.gold,
            self.found_predicted + other.found_predicted,
            self.predicted + other.predicted,
        )

    @property
    def recall(self) -> float:
        """The share in [0, 1] of the gold that is found."""
        return self.found_gold / self.gold if self.gold else 0.0

    @property
    def precision(self) -> float:
        """The share in [0, 1] of what is predicted that is right."""
        return self.found_predicted / self.predicted if self.predicted else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        total = self.recall + self.precision
        return 2 * self.recall * self.precision / total if total else 0.0


def disjoint(clusters: Iterable[Iterable[Span]]) -> list[Cluster]:
    """Give clusters with each mention in the first one only that has it, empty ones left out."""
    seen: set[Span] = set()
    found: list[Cluster] = []
    for cluster in clusters:
        found.append(frozenset(cluster) - seen)
        seen |= found[-1]
    return [cluster for cluster in found if cluster]


def _links(clusters: Clusters, others: Clusters) -> tuple[float, float]:
    """Give the links of clusters that the others keep, and all."""
    whole = _of_mention(others)
    kept = 0
    for cluster in clusters:
        parts = {whole[mention] for mention in cluster if mention in whole}
        kept += sum(mention in whole for mention in cluster) - len(parts)
    return kept, sum(len(cluster) - 1 for cluster in clusters)


def _shares(clusters: Clusters, others: Clusters) -> tuple[float, float]:
    """Give the sum of every mention's share, and the number of mentions."""
    whole = _of_mention(others)
    total = 0.0
    for cluster in clusters:
        parts = (others[whole[mention]] for mention in cluster if mention in whole)
        total += sum(len(cluster & part) for part in parts) / len(cluster)
    return total, sum(map(len, clusters))


def _mentions(clusters: Clusters, others: Clusters) -> tuple[float, float]:
    """Give the mentions that the others have, too, and all."""
    mine, theirs = frozenset[Span]().union(*clusters), frozenset[Span]().union(*others)
    return len(mine & theirs), len(mine)


def _assigned(clusters: Clusters, others: Clusters) -> tuple[float, float]:
    """Give the similarity of the best assignment, and the number of clusters."""
    if not clusters or not others:
        return 0.0, len(clusters)
    alike = [[2 * len(a & b) / (len(a) + len(b)) for b in others] for a in clusters]
    return best_total(np.array(alike)), len(clusters)


def _of_mention(clusters: Clusters) -> dict[Span, int]:
    return {mention: number for number, cluster in enumerate(clusters) for mention in cluster}


Measure = Callable[[Clusters, Clusters], tuple[float, float]]
MEASURES: dict[str, Measure] = {
    "muc": _links,
    "b3": _shares,
    "ceaf": _assigned,
    "mentions": _mentions,
}


def score(gold: Clusters, predicted: Clusters) -> dict[str, Sums]:
    """Give all measures of one document, of which each mention stands in one cluster."""
    return {
        name: Sums(*measure(gold, predicted), *measure(predicted, gold))
        for name, measure in MEASURES.items()
    }


def total(scores: Iterable[dict[str, Sums]]) -> dict[str, Sums]:
    """Give the measures of all documents together."""
    found = dict.fromkeys(MEASURES, Sums())
    for one in scores:
        found = {name: sums + one[name] for name, sums in found.items()}
    return found


def figures(found: dict[str, Sums]) -> dict[str, float]:
    """Give every F1 and the mean of the first three, in percent."""
    mean = sum(found[name].f1 for name in ("muc", "b3", "ceaf")) / 3
    return {"conll_f1": percent(mean), **{name: percent(sums.f1) for name, sums in found.items()}}
