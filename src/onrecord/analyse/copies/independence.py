"""How many independent sources an utterance has: reports that rest on one another count once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.analyse.copies.groups import Groups
from onrecord.analyse.copies.outlets import Outlets
from onrecord.analyse.copies.stories import is_sure
from onrecord.record import (
    Anchor,
    Relation,
    RelationKind,
    SourcingLevel,
    Span,
    Statement,
)


@dataclass(frozen=True, slots=True)
class Tie:
    """That a report rests on another report, or on an outlet: why, and how surely (in [0, 1]).

    `on` is a statement's id or an outlet's key. What is not `sure` may be a report of its own.
    """

    report: str
    on: str
    reason: str
    score: float
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Source:
    """Reports that count once, with whose report it is and why they hang together."""

    name: str
    reports: tuple[str, ...]
    ties: tuple[Tie, ...] = ()


@dataclass(frozen=True, slots=True)
class Independence:
    """The independent sources of an utterance.

    `at_most` counts rewrites that credit nobody as reports of their own, `sources` do not: two
    reporters at one table tell the same facts.
    """

    sources: tuple[Source, ...]
    at_most: int

    @property
    def at_least(self) -> int:
        """The number of sources that surely do not rest on one another."""
        return len(self.sources)


class Ties:
    """Says what reports rest on, by how their documents hang together and whom they cite."""

    def __init__(self, outlets: Outlets, relations: Iterable[Relation]) -> None:
        self._outlets = outlets
        self._relations: dict[str, list[Relation]] = {}
        for relation in relations:
            if relation.kind.one_source:
                self._relations.setdefault(relation.later, []).append(relation)

    def independence(self, reports: Sequence[Statement]) -> Independence:
        """Give the independent sources of an utterance."""
        ties = [tie for report in reports for tie in self.of(report, reports)]
        sure = [tie for tie in ties if tie.sure]
        groups = self._groups(reports, ties)
        sources = tuple(
            Source(self._name(of, ties), tuple(each.statement_id for each in of), _within(of, ties))
            for of in groups
        )
        return Independence(sources, len(self._groups(reports, sure)))

    def of(self, report: Statement, reports: Sequence[Statement]) -> list[Tie]:
        """Give what a report rests on: another's words, an agency it credits, whom it cites."""
        return [*self._copied(report, reports), *self._credited(report), *self._cited(report)]

    def _groups(self, reports: Sequence[Statement], ties: Sequence[Tie]) -> list[list[Statement]]:
        """Give the reports that hang together; who rests on nobody hangs together with its outlet.

        A report that rests on another's does not stand for its outlet's own work.
        """
        groups: Groups[str] = Groups()
        resting = {tie.report for tie in ties}
        for tie in ties:
            groups.join(tie.on, tie.report)
        for report in reports:
            outlet = self._outlets.of(report.doc_id) or report.doc_id
            if report.statement_id not in resting:
                groups.join(outlet, report.statement_id)
        found: dict[str, list[Statement]] = {}
        for report in reports:
            found.setdefault(groups.first(report.statement_id), []).append(report)
        return list(found.values())

    def _name(self, of: Sequence[Statement], ties: Sequence[Tie]) -> str:
        """Give whose report it is: who is cited or credited, or else the first to print it."""
        mine = {report.statement_id for report in of}
        every = {tie.on for tie in ties if tie.report in mine} - mine
        outlet = min(every, default=None) or self._outlets.of(of[0].doc_id)
        return self._outlets.name(outlet) if outlet else "outlet unknown"

    def _copied(self, report: Statement, reports: Sequence[Statement]) -> Iterable[Tie]:
        by_document: dict[str, list[Statement]] = {}
        for each in reports:
            by_document.setdefault(each.doc_id, []).append(each)
        for relation in self._relations.get(report.doc_id, ()):
            for other in by_document.get(relation.earlier, ()):
                if relation.kind is RelationKind.REWRITE or _in_passage(report, other, relation):
                    sure = is_sure(relation)
                    yield Tie(
                        report.statement_id,
                        other.statement_id,
                        f"{KINDS[relation.kind]} {other.doc_id}: {relation.reason}",
                        relation.score,
                        sure,
                    )
                    break

    def _credited(self, report: Statement) -> Iterable[Tie]:
        for key in sorted(self._outlets.credited(report.doc_id)):
            reason = f"its article is credited to {self._outlets.name(key)}"
            yield Tie(report.statement_id, key, reason, 0.9)

    def _cited(self, report: Statement) -> Iterable[Tie]:
        own = self._outlets.of(report.doc_id)
        for words, how in _citing(report):
            key = self._outlets.named(words.exact)
            if key and key != own:
                yield Tie(report.statement_id, key, f"{how} “{words.exact}”", 0.9)


KINDS: Mapping[RelationKind, str] = {
    RelationKind.COPY: "copies",
    RelationKind.LIGHT_EDIT: "edits",
    RelationKind.REWRITE: "tells the same as",
}


def _citing(report: Statement) -> Iterable[tuple[Anchor, str]]:
    """Give the words that may name an outlet from which a report has it."""
    yield from ((anchor, "it cites") for anchor in report.chain)
    if report.source and report.sourcing_level is SourcingLevel.MEDIA_REPORTS:
        yield report.source.anchor, "it is told by"
    if report.addressee:
        yield report.addressee, "it was said to"


def _within(of: Sequence[Statement], ties: Sequence[Tie]) -> tuple[Tie, ...]:
    mine = {report.statement_id for report in of}
    return tuple(tie for tie in ties if tie.report in mine)


def _in_passage(report: Statement, other: Statement, relation: Relation) -> bool:
    """Tell whether two reports stand in passages that correspond; elsewhere they are news."""
    return any(
        _meets(report, passage.later) and _meets(other, passage.earlier)
        for passage in relation.passages
    )


def _meets(report: Statement, passage: Span) -> bool:
    return any(
        anchor.clean_start is not None
        and anchor.clean_end is not None
        and passage.meets(Span(anchor.clean_start, anchor.clean_end))
        for anchor in report.content
    )
