"""What one document is to an earlier one: a copy, edited lightly, rewritten, or of other news."""

from collections.abc import Set
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar

from onrecord.analyse.copies.limits import (
    BACKGROUND_KEPT,
    COPY_KEPT,
    COPY_NEW,
    DAYS,
    FACTS,
    FACTS_COMMON,
    FACTS_CREDITED,
    LEAD,
    LIGHT_KEPT,
    TOLD,
    UNCREDITED,
)
from onrecord.analyse.copies.outlets import Outlets
from onrecord.analyse.copies.passages import Pair
from onrecord.analyse.copies.texts import Sentence, Text
from onrecord.analyse.coverage import published_on
from onrecord.record import Origin, Relation, RelationKind, SharedPassage

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Article:
    """A text with where it comes from."""

    text: Text
    origin: Origin

    @property
    def published(self) -> date | None:
        """The day of publication, None where it is not known."""
        return published_on(self.origin.imprint.published_on)


def relation(one: Article, other: Article) -> Relation:
    """Give what the later of two articles is to the earlier, with the passages that correspond.

    It follows from the two articles alone. Of one day, or of unknown ones, whoever credits the
    other comes later; of one outlet the hour decides; else the shorter one comes later, because
    copies are cut; else the id decides.
    """
    outlets = Outlets((one.origin, other.origin))
    keys = [outlets.of(each.text.doc_id) for each in (one, other)]
    hours = [each.origin.published_at or "" for each in (one, other)]
    timed = keys[0] is not None and keys[0] == keys[1] and all("T" in hour for hour in hours)

    def order(article: Article, other: str | None, hour: str) -> tuple[date, bool, str, int, str]:
        credits_other = other in outlets.credited(article.text.doc_id)
        day = article.published or date.max
        length = -len(article.text.words)
        return day, credits_other, hour if timed else "", length, article.text.doc_id

    first = order(one, keys[1], hours[0]) < order(other, keys[0], hours[1])
    return _Judgement(*((one, other) if first else (other, one)), outlets).relation()


class _Judgement:
    """Two articles in their order, with what is measured of them.

    `kept` and `told` are the shares of the words of each that stand in runs of the other: of all
    words, and of the reporter's own.
    """

    def __init__(self, earlier: Article, later: Article, outlets: Outlets) -> None:
        self.earlier, self.later, self._outlets = earlier, later, outlets
        self.texts = earlier.text, later.text
        self.pair = Pair(*self.texts)
        self.kept = [_share(marks) for marks in self.pair.in_runs]
        self.told = [
            _share([mark for mark, word in zip(marks, text.words, strict=True) if not word.quoted])
            for marks, text in zip(self.pair.in_runs, self.texts, strict=True)
        ]

    def relation(self) -> Relation:
        kind, score, reason = self._judged()
        passages: list[SharedPassage] = []
        if kind is not RelationKind.UNRELATED:
            passages = self.pair.passages(rewritten=kind.one_source)
        if kind is RelationKind.BACKGROUND_ONLY and not passages:
            kind, score, reason = (
                RelationKind.UNRELATED,
                1.0,
                "only single runs of words are shared",
            )
        return Relation(
            later=self.later.text.doc_id,
            earlier=self.earlier.text.doc_id,
            kind=kind,
            score=round(score, 3),
            reason=reason,
            credited=self._credited,
            passages=tuple(passages),
        )

    def _judged(self) -> tuple[RelationKind, float, str]:
        kept, told = max(self.kept), max(self.told)
        if kept >= COPY_KEPT and self.kept[1] >= 1 - COPY_NEW:
            return RelationKind.COPY, kept, f"{_percent(self.kept[1])} of its words stand there"
        if told >= LIGHT_KEPT and not self._updates():
            which = "its" if self.told[1] == told else "the earlier one's"
            reason = f"{_percent(told)} of {which} own words stand in both in the same order"
            return RelationKind.LIGHT_EDIT, told, reason
        return self._rewritten() or self._background(told)

    def _updates(self) -> bool:
        """Tell whether an outlet puts other news on top of what it has told before."""
        outlets = [self._outlets.of(each.text.doc_id) for each in (self.earlier, self.later)]
        same = outlets[0] is not None and outlets[0] == outlets[1]
        return same and self.earlier.published != self.later.published and not self._lead_kept()

    def _lead_kept(self) -> bool:
        """Tell whether the news of the later one stands in the earlier one in the same words."""
        lead = sum(len(sentence.words) for sentence in self.later.text.sentences[:LEAD])
        return _share(self.pair.in_runs[1][:lead]) >= LIGHT_KEPT

    def _rewritten(self) -> tuple[RelationKind, float, str] | None:
        if not self._close() or not may_be_rewritten(
            self.earlier.text.facts, self.later.text.facts
        ):
            return None
        rests = [[each.sentence for each in of if not each.same] for of in self.pair.kept]
        one, other = (frozenset().union(*(each.facts for each in rest)) for rest in rests)
        common = len(one & other)
        least = min(len(one), len(other))
        if common < FACTS_COMMON or self._alike(rests) < TOLD:
            return None
        share = common / least
        credited = self._credited
        if share < (FACTS_CREDITED if credited else FACTS):
            return None
        score = max(share, 0.9) if credited else min(share, UNCREDITED)
        whose = "its" if len(other) == least else "the earlier one's"
        reason = f"{common} of {whose} {least} names and numbers stand in both, in other words"
        return RelationKind.REWRITE, score, reason + (", and it is credited" if credited else "")

    def _background(self, told: float) -> tuple[RelationKind, float, str]:
        if told < BACKGROUND_KEPT:
            return RelationKind.UNRELATED, 1 - told, "no passages of the reporters are shared"
        reason = f"they share passages ({_percent(told)} of the reporter's words), but not the news"
        return RelationKind.BACKGROUND_ONLY, 1 - told, reason

    def _close(self) -> bool:
        """Tell whether they appeared close to each other; an unknown day may be any."""
        days = self.earlier.published, self.later.published
        if days[0] is None or days[1] is None:
            return self._credited
        return (days[1] - days[0]).days <= DAYS

    @cached_property
    def _credited(self) -> bool:
        """Tell whether one names the outlet of the other as its source, or both the same one."""
        ids = self.earlier.text.doc_id, self.later.text.doc_id
        one, other = (self._outlets.of(each) for each in ids)
        by_one, by_other = (self._outlets.credited(each) for each in ids)
        return one in by_other or other in by_one or bool(by_one & by_other)

    def _alike(self, rests: list[list[Sentence]]) -> float:
        """Give the larger share, by weight, of what one tells that the other tells, too."""
        one, other = (frozenset().union(*(each.told for each in rest)) for rest in rests)
        common = self.pair.weight(one & other)
        return max((common / self.pair.weight(told) for told in (one, other) if told), default=0.0)


def may_be_rewritten(one: Set[T], other: Set[T]) -> bool:
    """Tell whether two texts have so many names and numbers in common that a closer look pays."""
    common, least = len(one & other), min(len(one), len(other))
    return common >= FACTS_COMMON and common >= FACTS_CREDITED * least


def _share(marks: list[bool]) -> float:
    return sum(marks) / len(marks) if marks else 0.0


def _percent(share: float) -> str:
    return f"{share:.0%}"
