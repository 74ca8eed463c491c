"""The corpora that the extractor is measured on, and how."""

import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from evaluation import (
    attribution_scores,
    attributions,
    coreference,
    kinds,
    meantime,
    part,
    reliability,
    speakers,
    times,
)
from evaluation.case import result
from evaluation.shared import SAMPLE, shared
from onrecord.extract.times import TimeAnchor, find_times

Figures = dict[str, float]


@dataclass(frozen=True, slots=True)
class Corpus:
    """A corpus: its name in the tables of floors, its folder (None: not there), its measure."""

    name: str
    folder: Path | None
    measure: Callable[[Path], Figures]


def corpora() -> tuple[Corpus, ...]:
    """Give all corpora, the sample case first; the others stand in the shared folder.

    What is measured on PolNeAR beside the attributions stands under names of its own: recall by
    kind and the right ones by confidence have no floors, speakers are scored in half the articles.
    """
    polnear_dev = shared("corpora", "polnear", "dev")
    return (
        Corpus("sample", SAMPLE, case),
        Corpus("seeds", shared("seeds"), case),
        Corpus("polnear_dev", polnear_dev, polnear),
        Corpus("polnear_dev_kinds", polnear_dev, polnear_kinds),
        Corpus("polnear_dev_confidence", polnear_dev, polnear_confidence),
        Corpus("polnear_dev_speakers", polnear_dev, speakers.figures),
        Corpus("gum_news", shared("corpora", "gum_news"), clusters),
        Corpus("tempeval3", shared("corpora", "tempeval3_tbaq"), timeml),
        Corpus("meantime_apple", shared("corpora", "meantime_apple"), meantime_times),
    )


def case(folder: Path) -> Figures:
    """Give the figures of a case, explained in `evaluation.seeds`."""
    return result(folder).figures


def polnear(folder: Path) -> Figures:
    """Give the figures of a part of PolNeAR, explained in `evaluation.attributions`."""
    return attribution_scores.figures(attributions.tallies(folder))


def polnear_kinds(folder: Path) -> Figures:
    """Give the recall by kind on a part of PolNeAR, explained in `evaluation.kinds`."""
    return kinds.figures(kinds.tallies(part.articles(folder)))


def polnear_confidence(folder: Path) -> Figures:
    """Give how far confidences are true, explained in `evaluation.reliability`."""
    return reliability.figures(reliability.measured(folder))


def clusters(folder: Path) -> Figures:
    """Give the figures of coreference, explained in `evaluation.coreference`."""
    return coreference.all_figures(coreference.measured(folder))


def timeml(folder: Path) -> Figures:
    """Give the figures of TimeML files, explained in `evaluation.times`."""
    counts: Counter[str] = Counter()
    for path in sorted(folder.glob("*.tml")):
        gold = times.read(path)
        counts += times.score(gold, find_times(gold.text, TimeAnchor(gold.written)))
    return times.figures(counts)


def meantime_times(folder: Path) -> Figures:
    """Give the figures of MEANTIME articles, written as TimeML first."""
    with tempfile.TemporaryDirectory() as name:
        for path in sorted(folder.glob("*.xml")):
            tree = etree.ElementTree(meantime.convert(path))
            tree.write(str(Path(name, f"{path.stem}.tml")), encoding="utf-8")
        return timeml(Path(name))
