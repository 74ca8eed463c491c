"""The figures of relations, utterances and wordings."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.copies.pairs import STORIES, ArticlePair, pairs
from evaluation.copies.said import Answer
from evaluation.tally import percent
from onrecord.analyse.copies import Article, Text, relation
from onrecord.record import Document, Origin, RelationKind


@dataclass(frozen=True, slots=True)
class Judged:
    """A pair of articles, and what it is found as."""

    pair: ArticlePair
    kind: RelationKind


def judged(folder: Path = STORIES) -> list[Judged]:
    """Give all pairs of a folder with what each is found as."""
    return [
        Judged(pair, relation(_article(pair.earlier), _article(pair.later)).kind)
        for pair in pairs(folder)
    ]


def _article(document: Document) -> Article:
    about = document.metadata
    origin = Origin(
        imprint=document.imprint,
        byline=about.byline.value if about.byline else None,
        credits=tuple(credit.value for credit in about.agency_credits),
    )
    return Article(Text(document), origin)


def figures(
    found: Sequence[Judged], said: Iterable[Answer] = (), odd: Iterable[Answer] = ()
) -> dict[str, float]:
    """Give the figures of the held-out part, in percent."""
    held = [one for one in found if one.pair.part == "held_out"]
    result = {"relation_accuracy": _share([one.kind is one.pair.expected for one in held])}
    for kind in RelationKind:
        pairs_of_kind = [(one.pair.expected is kind, one.kind is kind) for one in held]
        result |= _scores(kind, pairs_of_kind)
    answers = [(bool(a.expected), bool(a.found)) for a in said if a.part == "held_out"]
    result |= _scores("utterance", answers)
    hard = [one.kind is one.pair.expected for one in found if one.pair.part == "hard"]
    result["hard_rewrite_recall"] = _share(hard)
    result["odd_wording"] = _share([a.expected == a.found for a in odd if a.part == "held_out"])
    return result


def _scores(name: str, answers: Sequence[tuple[bool, bool]]) -> dict[str, float]:
    """Give precision, recall and F1 of pairs of what is expected and what is found."""
    precision = _share([expected for expected, found in answers if found])
    recall = _share([found for expected, found in answers if expected])
    both = precision + recall
    f1 = round(2 * precision * recall / both, 1) if both else 0.0
    return {f"{name}_precision": precision, f"{name}_recall": recall, f"{name}_f1": f1}


def _share(right: Sequence[bool]) -> float:
    return percent(sum(right) / len(right)) if right else 0.0
