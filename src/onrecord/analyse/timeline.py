"""The course of events: what was published, what was said, which days were named."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from onrecord.record import Anchor, Document, ReviewState, Statement, TimeExpression, TimeType
from onrecord.record.edtf import bounds
from onrecord.record.statements import is_for_review


class MomentKind(StrEnum):
    """What stands on the timeline: an article, a statement, a day that an article names."""

    PUBLISHED = "published"
    SAID = "said"
    NAMED = "named"


@dataclass(frozen=True, slots=True)
class Moment:
    """One entry of the timeline, with its words.

    `edtf` is the time as read, `first` and `last` the days that it lies between (None: open).
    `actor_id` is the speaker's; `entry_id` the id of the document, statement or time expression.
    `confidence` is that of a statement, `state` what people made of it.
    """

    kind: MomentKind
    edtf: str
    first: date | None
    last: date | None
    entry_id: str
    doc_id: str
    words: str
    actor_id: str | None = None
    anchor: Anchor | None = None
    confidence: float | None = None
    state: ReviewState = ReviewState.MACHINE

    @property
    def for_review(self) -> bool:
        """Tell whether it was found with little confidence and no person has looked at it yet."""
        return self.state is ReviewState.MACHINE and is_for_review(self.confidence)


def timeline(
    documents: Iterable[Document],
    statements: Iterable[Statement],
    times: Iterable[TimeExpression] = (),
) -> list[Moment]:
    """Give all moments by day; within a day articles first, then by document and place."""
    found = [*_published(documents), *_said(statements), *_named(times)]
    return sorted(found, key=_order)


def within(moments: Iterable[Moment], since: date | None, until: date | None) -> list[Moment]:
    """Give the moments that may lie between two days, both included."""
    return [
        moment
        for moment in moments
        if not (since and moment.last and moment.last < since)
        and not (until and moment.first and moment.first > until)
    ]


def _order(moment: Moment) -> tuple[date, int, date, str, int, str]:
    """Order by the latest possible day: what was said by the 21st stands at the 21st."""
    last = moment.last or moment.first or date.max
    kind = list(MomentKind).index(moment.kind)
    place = moment.anchor.start if moment.anchor else -1
    return last, kind, moment.first or date.min, moment.doc_id, place, moment.entry_id


def _published(documents: Iterable[Document]) -> Iterator[Moment]:
    for document in documents:
        if document.published_on:
            title = document.metadata.title
            yield Moment(
                MomentKind.PUBLISHED,
                document.published_on,
                *bounds(document.published_on),
                entry_id=document.doc_id,
                doc_id=document.doc_id,
                words=title.value if title else document.name,
            )


def _said(statements: Iterable[Statement]) -> Iterator[Moment]:
    for statement in statements:
        edtf = statement.said_on or statement.reported_on
        if edtf:
            yield Moment(
                MomentKind.SAID,
                edtf,
                *bounds(edtf),
                entry_id=statement.statement_id,
                doc_id=statement.doc_id,
                words=statement.gist,
                actor_id=statement.actor_id,
                anchor=statement.content[0],
                confidence=statement.provenance.confidence,
                state=statement.provenance.state,
            )


def _named(times: Iterable[TimeExpression]) -> Iterator[Moment]:
    for time in times:
        if time.edtf and time.type in {TimeType.DATE, TimeType.TIME} and time.function is None:
            yield Moment(
                MomentKind.NAMED,
                time.edtf,
                *bounds(time.edtf),
                entry_id=time.time_id,
                doc_id=time.anchor.doc_id,
                words=f"…{time.anchor.prefix}{time.anchor.exact}{time.anchor.suffix}…",
                anchor=time.anchor,
            )
