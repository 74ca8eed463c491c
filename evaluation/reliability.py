"""Is the confidence to be trusted? On a part of PolNeAR: `python -m evaluation.reliability DIR`.

An attribution is right when it is one of the pairs that attr.overlap matches. Those for review
(`for_review` in the line of `onrecord extract`, where it has that key) are matched with what the
others leave of the gold, so that none of the others becomes wrong through them. Confidences are put
in ten bins of equal width, 1 in the last one. Prints count, mean confidence and share right of each
bin that is not empty, and ends with one line of JSON, in percent:

calibration_error
    The expected calibration error (Naeini, Cooper, Hauskrecht, "Obtaining Well Calibrated
    Probabilities Using Bayesian Binning", AAAI 2015): the mean over all attributions of how far
    their bin's mean confidence and share right are apart. The lower the better.
confidence, right
    The mean confidence, and the share right, of all attributions.
right_0.9, ...
    The share right in the bin that begins there.
"""

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.table import Table

from evaluation import command, part, tables
from evaluation.attribution_scores import compared, match
from evaluation.extracting import attributions
from evaluation.part import PartArticle
from evaluation.tally import percent

BINS = 10


@dataclass(frozen=True, slots=True)
class Judged:
    """One attribution's confidence in [0, 1], and whether it is right."""

    confidence: float
    right: bool


@dataclass(frozen=True, slots=True)
class Bin:
    """The attributions of which the confidence is `low` or more, and under the next bin's."""

    low: float
    judged: tuple[Judged, ...]

    @property
    def confidence(self) -> float:
        """The mean confidence, in [0, 1]."""
        return sum(one.confidence for one in self.judged) / len(self.judged)

    @property
    def right(self) -> float:
        """The share in [0, 1] that is right."""
        return sum(one.right for one in self.judged) / len(self.judged)


def judged(article: PartArticle) -> Iterator[Judged]:
    """Give every attribution of an article, those for review last."""
    pairs = article.pairs()
    right = {p for _, p in pairs}
    for number, row in enumerate(article.line.get("attributions", [])):
        yield Judged(row["confidence"], number in right)
    doubtful, matched = article.line.get("for_review", []), {g for g, _ in pairs}
    text = article.scored.text
    left = [item for g, item in enumerate(article.scored.gold) if g not in matched]
    found = compared(text, attributions({"attributions": doubtful}))
    right = {p for _, p in match(compared(text, left), found, sources=True)}
    for number, row in enumerate(doubtful):
        yield Judged(row["confidence"], number in right)


def bins(items: Iterable[Judged]) -> list[Bin]:
    """Give the bins that are not empty, the lowest first.

    >>> [(one.low, len(one.judged)) for one in bins([Judged(0.95, True), Judged(1.0, False)])]
    [(0.9, 2)]
    """
    filled: dict[int, list[Judged]] = {}
    for one in items:
        filled.setdefault(min(int(one.confidence * BINS), BINS - 1), []).append(one)
    return [Bin(number / BINS, tuple(filled[number])) for number in sorted(filled)]


def figures(found: list[Bin]) -> dict[str, float]:
    """Give the figures that are printed, in percent; none where nothing was extracted."""
    everything = Bin(0.0, tuple(one for bin_ in found for one in bin_.judged))
    if not everything.judged:
        return {}
    apart = sum(len(one.judged) * abs(one.confidence - one.right) for one in found)
    return {
        "calibration_error": percent(apart / len(everything.judged)),
        "confidence": percent(everything.confidence),
        "right": percent(everything.right),
        **{f"right_{one.low}": percent(one.right) for one in found},
    }


def measured(folder: Path) -> list[Bin]:
    """Give the bins over all articles of a part of PolNeAR."""
    return bins(one for article in part.articles(folder) for one in judged(article))


def table(title: str, found: list[Bin]) -> Table:
    """Give the reliability table."""
    result = Table("confidence from", title=title)
    for column in ("count", "mean confidence", "right"):
        result.add_column(column, justify="right")
    for one in found:
        shares = (f"{percent(value):g}" for value in (one.confidence, one.right))
        result.add_row(f"{100 * one.low:g}", str(len(one.judged)), *shares)
    return result


def main(given: Sequence[str] | None = None) -> int:
    """Print the table and the line of figures, and give the exit status."""
    parser = part.parser("reliability", __doc__)
    with command.sentences(parser):
        found = measured(parser.parse_args(given).folder)
    tables.show(table("confidence and truth, in percent", found))
    return command.end(figures(found))


if __name__ == "__main__":
    sys.exit(main())
