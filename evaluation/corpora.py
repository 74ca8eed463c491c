"""The corpora that the extractor is measured on, and how."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from evaluation import (
    attribution_scores,
    attributions,
    coreference,
    directed_sentiment,
    factuality,
    kinds,
    pages,
    part,
    plover,
    questions,
    re3d,
    reliability,
    speakers,
    times,
    unscon,
)
from evaluation.case import result
from evaluation.copies import measure as copies
from evaluation.copies import said
from evaluation.copies.pairs import STORIES
from evaluation.shared import NEGOTIATIONS, SAMPLE, shared

Figures = dict[str, float]


@dataclass(frozen=True, slots=True)
class Corpus:
    """A corpus: its name in the table of floors, its path (None: not there), its measure."""

    name: str
    path: Path | None
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
        Corpus("questions", shared("seeds"), answers),
        Corpus("sample_questions", SAMPLE, answers),
        Corpus("trade_questions", NEGOTIATIONS / "trade", answers),
        Corpus("climate_questions", NEGOTIATIONS / "climate", answers),
        Corpus("truce_questions", NEGOTIATIONS / "truce", answers),
        Corpus("nuclear_questions", NEGOTIATIONS / "nuclear", answers),
        Corpus("copies", STORIES, stories),
        Corpus("polnear_dev", polnear_dev, polnear),
        Corpus("polnear_dev_kinds", polnear_dev, polnear_kinds),
        Corpus("polnear_dev_confidence", polnear_dev, polnear_confidence),
        Corpus("polnear_dev_speakers", polnear_dev, speakers.figures),
        Corpus("gum_news", shared("corpora", "gum_news"), clusters),
        Corpus("re3d", shared("corpora", "re3d"), entities),
        Corpus("tempeval3", shared("corpora", "tempeval3_tbaq"), timexes),
        Corpus("meantime_apple", shared("corpora", "meantime_apple"), timexes),
        Corpus("factuality_uw", shared("corpora", "factuality", "uw.dev.jsonl"), facts),
        Corpus("directed_sentiment", shared("corpora", "directed_sentiment", "valid.txt"), blame),
        Corpus("unscon", shared("corpora", "unscon"), conflict),
        Corpus("plover_gsr", shared("corpora", "plover_gsr", "dev.json"), events),
        Corpus("article_pages", shared("corpora", "article_pages"), web_pages),
    )


def case(folder: Path) -> Figures:
    """Give the figures of a case, explained in `evaluation.seeds`."""
    return result(folder).figures


def answers(folder: Path) -> Figures:
    """Give the figures of questions, explained in `evaluation.questions`."""
    return questions.figures(questions.answered(folder))


def stories(folder: Path) -> Figures:
    """Give the figures of copies, explained in `evaluation.copies`."""
    return copies.figures(copies.judged(folder), said.pairs(), said.odd_ones())


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


def entities(folder: Path) -> Figures:
    """Give the figures of named entities, explained in `evaluation.re3d`."""
    return re3d.figures(re3d.measured(folder))


def timexes(folder: Path) -> Figures:
    """Give the figures of time expressions, explained in `evaluation.times`."""
    return times.figures(times.measured(folder))


def facts(file: Path) -> Figures:
    """Give the figures of certainty, explained in `evaluation.factuality`."""
    return factuality.measured(file)


def blame(file: Path) -> Figures:
    """Give the figures of praise and blame, explained in `evaluation.directed_sentiment`."""
    return directed_sentiment.figures(directed_sentiment.measured(file))


def conflict(path: Path) -> Figures:
    """Give the figures of criticism, explained in `evaluation.unscon`."""
    return unscon.figures(unscon.measured(path))


def events(file: Path) -> Figures:
    """Give the figures of political events, explained in `evaluation.plover`."""
    return plover.figures(plover.measured(file))


def web_pages(folder: Path) -> Figures:
    """Give the figures of web pages, explained in `evaluation.pages`."""
    return pages.figures(pages.measured(folder))
