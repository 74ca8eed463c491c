"""Time expressions of a document: those of the text, and the dates printed around it."""

import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import replace
from datetime import date

from onrecord.extract.times import Quoted, TimeAnchor, find_times
from onrecord.record import (
    DateDetail,
    Document,
    Precision,
    Span,
    Statement,
    TimeExpression,
    TimeRole,
    TimeType,
    identify,
)
from onrecord.spans import Anchors

NEWS_YEARS = range(1600, 2300)
"""Years in which news is printed: `0001-01-01` is what some systems write for “no date”."""


def published_day(document: Document) -> date | None:
    """Give the day of publication, None where it is not known to the day."""
    day = _one_day(document.published_on)
    return day if day and day.year in NEWS_YEARS else None


def times_of(
    document: Document, anchors: Anchors, quoted: tuple[Quoted, ...] = ()
) -> tuple[TimeExpression, ...]:
    """Give the time expressions of a document in text order.

    Inside `quoted` the anchor is the day of the utterance (domain specification, rule 8): what
    “tomorrow” means is told by when it was said. Give them in text order, none overlapping another.
    """
    in_text = _in_text(document, anchors, TimeAnchor(published_day(document), quoted))
    every = (*_stamps(document, anchors), *in_text, *_printed(document))
    found = {time.time_id: time for time in every}
    return tuple(sorted(found.values(), key=lambda time: (time.anchor.start, time.anchor.end)))


def quoted_days(document: Document, statements: Iterable[Statement]) -> tuple[Quoted, ...]:
    """Give the quotations that were said on another day than that of publication."""
    found: dict[int, Quoted] = {}
    for statement in statements:
        day = _one_day(statement.said_on)
        if day is None or day == published_day(document):
            continue
        for anchor in statement.quoted:
            if anchor.clean_start is not None and anchor.clean_end is not None:
                span = Span(anchor.clean_start, anchor.clean_end)
                found.setdefault(span.start, Quoted(span, day))
    ordered = [found[start] for start in sorted(found)]
    return tuple(
        item
        for before, item in zip([None, *ordered], ordered, strict=False)
        if before is None or before.span.end <= item.span.start
    )


def with_said(times: Iterable[TimeExpression], said: Set[Span]) -> tuple[TimeExpression, ...]:
    """Give the times with those of utterances marked: `said` are their clean spans."""
    return tuple(
        replace(time, role=TimeRole.SAID, role_basis="beside the cue")
        if (time.anchor.clean_start, time.anchor.clean_end) in said
        and time.role is not TimeRole.REPORTED
        else time
        for time in times
    )


def _one_day(edtf: str | None) -> date | None:
    try:
        return date.fromisoformat(edtf or "")
    except ValueError:
        return None


def _in_text(document: Document, anchors: Anchors, day: TimeAnchor) -> Iterator[TimeExpression]:
    for item in find_times(document.clean_text, day):
        anchor = anchors.at_clean(item.span)
        yield TimeExpression(
            time_id=identify("tm", document.doc_id, anchor.start, anchor.end),
            anchor=anchor,
            type=item.type,
            edtf=item.edtf,
            timex_value=item.timex_value,
            rule=item.rule,
            mod=item.mod,
            function=item.function,
            role=TimeRole.REPORTED if item.function else item.role,
            role_basis=item.function or item.role_basis,
        )


STAMP = "time stamp at the beginning of a line"
"""The rule of the time stamps of live blogs."""
_STAMP = re.compile(
    r"(?m)^([01]?\d|2[0-3])[:.]([0-5]\d)(?=[ \u00a0\n]|$)(?! ?(?:[ap]\.?m\b|per|%|million|billion))"
)
"""`08:55` at the beginning of a line: the time stamp of an entry in a live blog."""


def _stamps(document: Document, anchors: Anchors) -> Iterator[TimeExpression]:
    """Give the time stamps of a live blog's entries, on the day of publication."""
    day = published_day(document)
    for found in _STAMP.finditer(document.clean_text):
        anchor = anchors.at_clean(Span(*found.span()))
        clock = f"T{int(found[1]):02}:{found[2]}"
        yield TimeExpression(
            time_id=identify("tm", document.doc_id, anchor.start, anchor.end),
            anchor=anchor,
            type=TimeType.TIME,
            edtf=f"{day}{clock}" if day else None,
            timex_value=f"{day or 'XXXX-XX-XX'}{clock}",
            rule=STAMP,
            role=TimeRole.REPORTED,
            role_basis=STAMP,
        )


def _printed(document: Document) -> Iterator[TimeExpression]:
    """Give the dates that the reader found printed: publication, update, dateline."""
    about = document.metadata
    for detail, name in (
        (about.published, "PUBLICATION_TIME"),
        (about.updated, "RELEASE_TIME"),
        (about.dateline_day, "CREATION_TIME"),
    ):
        if detail and detail.anchor:
            yield _date(document, detail, name)


def _date(document: Document, detail: DateDetail, function: str) -> TimeExpression:
    assert detail.anchor is not None
    clock = detail.precision in {Precision.MINUTE, Precision.SECOND}
    return TimeExpression(
        time_id=identify("tm", document.doc_id, detail.anchor.start, detail.anchor.end),
        anchor=detail.anchor,
        type=TimeType.TIME if clock else TimeType.DATE,
        edtf=detail.edtf,
        timex_value=detail.edtf,
        rule="the date printed with the article",
        function=function,
        role=TimeRole.REPORTED,
        role_basis=function,
    )
