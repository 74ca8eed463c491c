"""The question what waits for a decision: how much hangs on each entry, how unsure it is.

Everything is answered inside the database, so that a long record need not be read for its first
twenty entries. Who remembers asks for the parts that documents give, and puts them together.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    FromClause,
    Select,
    Table,
    and_,
    case,
    exists,
    func,
    literal,
    null,
    or_,
    select,
    true,
    union_all,
)

from onrecord.record import (
    WEIGHTS,
    ObjectKind,
    Reason,
    ReviewState,
    SourcingLevel,
    SpeechAct,
    StanceBasis,
    StanceValue,
)
from onrecord.record.reviews import UNKNOWN_DOUBT
from onrecord.store.answers import Kind
from onrecord.store.filters import QueueFilter
from onrecord.store.mapping.readings import FINDINGS, Finding
from onrecord.store.queries.conditions import (
    CURRENT,
    DOCUMENT_ORDER,
    NOT_HIDDEN,
    SHOWN,
    Condition,
    Question,
    among,
    in_document,
    in_processes,
    page,
)
from onrecord.store.queries.findings import with_reviews
from onrecord.store.schema import (
    documents,
    entries,
    links,
    process_parties,
    readings,
    reviewed,
    stances,
    statements,
)

DECIDING = (
    SpeechAct.CONFIRM,
    SpeechAct.DENY,
    SpeechAct.DEMAND,
    SpeechAct.SET_DEADLINE,
    SpeechAct.OFFER,
    SpeechAct.PROMISE,
    SpeechAct.ACCEPT,
    SpeechAct.REFUSE,
    SpeechAct.THREATEN,
    SpeechAct.SIGN,
)
"""Acts that move a negotiation; what is only said, argued or predicted does not."""

ON_PLANS = (ObjectKind.PROPOSAL, ObjectKind.PROVISION)
ON_SCALE = tuple(value for value in StanceValue if value.ordinal is not None)

Reasons = Mapping[Reason, ColumnElement[bool]]

AGAIN = and_(reviewed.c.state == ReviewState.CONFIRMED, reviewed.c.machine.is_not(None))
"""A person confirmed it, and the machine reads it otherwise by now."""

UNDECIDED = or_(reviewed.c.entry.is_(None), and_(AGAIN, SHOWN))
"""Nobody decided on it, or it is to be looked at again."""

PARTIES = select(process_parties.c.actor_id)


def waiting(wanted: QueueFilter, process_ids: Sequence[str] | None) -> Question:
    """Ask for what waits for a decision, the most urgent first, then by day and place."""
    narrowed = [*in_document(wanted.doc_id), *in_processes(process_ids)]
    parts = [_of_kind(it.kind, it.table).where(*narrowed) for it in kinds_of(wanted)]
    found = union_all(*parts).subquery()
    order = (found.c.urgency.desc(), found.c.order_day, found.c.doc_id)
    question = select(found).order_by(*order, found.c.kind, found.c.place, found.c.id)
    return page(question, wanted)


def waiting_count(wanted: QueueFilter, process_ids: Sequence[str] | None) -> Question:
    """Ask how much of each kind waits, without why."""
    narrowed = [*in_document(wanted.doc_id), *in_processes(process_ids)]
    parts = [_count(it.kind, it.table).where(*narrowed) for it in kinds_of(wanted)]
    return select(union_all(*parts).subquery())


def _count(kind: Kind, table: Table) -> Select[Any]:
    """Ask how much waits of one kind."""
    joined = documents.join(readings).join(entries)
    joined = joined.join(table, table.c.entry == entries.c.entry)
    columns: tuple[Any, ...] = (literal(kind).label("kind"), func.count().label("number"))
    question = select(*columns).select_from(with_reviews(joined))
    return question.where(CURRENT, entries.c.kind == kind, UNDECIDED)


def kinds_of(wanted: QueueFilter) -> list[Finding]:
    """Give the kinds that are asked for and can wait."""
    return [
        finding
        for finding in FINDINGS
        if "confidence" in finding.table.c and (not wanted.kinds or finding.kind in wanted.kinds)
    ]


def _of_kind(kind: Kind, table: Table) -> Select[Any]:
    """Ask for what waits of one kind, with a column for each reason."""
    joined = documents.join(readings).join(entries)
    joined = joined.join(table, table.c.entry == entries.c.entry)
    if table is stances:
        same = and_(CELLS.c.holder == stances.c.holder, CELLS.c.object_id == stances.c.object_id)
        joined = joined.join(CELLS, same)
    reasons = _reasons(kind)
    truths = {reason: _truth(reasons.get(reason)) for reason in Reason}
    importance = sum((truths[reason] * WEIGHTS[reason] for reason in reasons), literal(1))
    doubt = _doubt(table)
    columns = (
        literal(kind).label("kind"),
        entries.c.id,
        entries.c.place,
        *DOCUMENT_ORDER,
        doubt.label("doubt"),
        (importance * doubt).label("urgency"),
        *(truth.label(reason.value) for reason, truth in truths.items()),
    )
    question = select(*columns).select_from(with_reviews(joined))
    return question.where(CURRENT, entries.c.kind == kind, UNDECIDED)


def _reasons(kind: Kind) -> Reasons:
    """Give what makes an entry of a kind matter."""
    return {**REASONS.get(kind, {}), Reason.AGAIN: AGAIN}


def _doubt(table: Table) -> ColumnElement[float]:
    """Give the chance that the machine is wrong."""
    return 1.0 - func.coalesce(table.c.confidence, 1 - UNKNOWN_DOUBT)


def waiting_of(ids: Collection[str] | None) -> Question:
    """Ask for what waits in documents (None: in all), and what of it each document gives alone.

    `reasons` has a bit for each such reason, in the order of `OWN`; `who` and `about` tell what
    others hang on.
    """
    named = [] if ids is None else [documents.c.doc_id.in_(among(ids))]
    parts = [_waiting_of_kind(it.kind, it.table).where(*named) for it in kinds_of(QueueFilter())]
    return select(union_all(*parts).subquery())


OWN = (Reason.STANCE, Reason.PLAN, Reason.QUOTED, Reason.ACT, Reason.AGAIN)
"""The reasons that a document alone gives; others hang on the negotiations and other documents."""


def _waiting_of_kind(kind: Kind, table: Table) -> Select[Any]:
    reasons = _reasons(kind)
    bits = (_truth(reasons.get(reason)) * (1 << bit) for bit, reason in enumerate(OWN))
    columns = (
        documents.c.doc_id,
        literal(kind).label("kind"),
        entries.c.entry,
        entries.c.place,
        _doubt(table).label("doubt"),
        sum(bits, literal(0)).label("reasons"),
        WHO.get(table, null()).label("who"),
        (table.c.object_id if table is stances else null()).label("about"),
    )
    joined = documents.join(readings).join(entries)
    joined = joined.join(table, table.c.entry == entries.c.entry)
    question = select(*columns).select_from(with_reviews(joined))
    return question.where(CURRENT, entries.c.kind == kind, UNDECIDED)


def positions_of(ids: Collection[str] | None) -> Question:
    """Ask for every stance in documents (None: in all): whose, on what, his own position if one."""
    named = [] if ids is None else [documents.c.doc_id.in_(among(ids))]
    position = _position(stances).label("position")
    columns = (documents.c.doc_id, stances.c.holder, stances.c.object_id, position)
    joined = documents.join(readings).join(entries)
    joined = joined.join(stances, stances.c.entry == entries.c.entry)
    return select(*columns).select_from(joined).where(CURRENT, NOT_HIDDEN, *named)


def _position(of: Any) -> ColumnElement[str]:
    """Give the position that a holder took in his own words, nothing where it is none."""
    own = and_(of.c.basis == StanceBasis.EXPRESSED, of.c.value.in_(ON_SCALE))
    return case((own, of.c.value))


def _truth(condition: ColumnElement[bool] | None) -> ColumnElement[int]:
    """Give a condition as 1 or 0."""
    return literal(0) if condition is None else case((condition, 1), else_=0)


def _has_stance(*narrowed: Condition) -> ColumnElement[bool]:
    """Give the condition that a stance was read from a statement."""
    read = and_(links.c.id == entries.c.id, links.c.role == "statement")
    joined = links.join(stances, stances.c.entry == links.c.entry)
    return exists(select(literal(1)).select_from(joined).where(read, *narrowed))


OF_STATEMENTS: Reasons = {
    Reason.STANCE: _has_stance(),
    Reason.PLAN: _has_stance(stances.c.object_kind.in_(ON_PLANS)),
    Reason.PARTY: statements.c.actor_id.in_(PARTIES),
    Reason.QUOTED: statements.c.sourcing_level == SourcingLevel.ON_RECORD_QUOTE,
    Reason.ACT: statements.c.speech_act.in_(DECIDING),
}


def _cells() -> FromClause:
    """Ask for every holder on every object: how many stances there are, and which are the ends.

    The ends are the first and the last by name of the positions that the holder took in his own
    words: where they differ, his position moves.
    """
    other = stances.alias("others")
    position = _position(other)
    joined = documents.join(readings).join(entries)
    joined = joined.join(other, other.c.entry == entries.c.entry)
    columns = (
        other.c.holder,
        other.c.object_id,
        func.count().label("number"),
        func.min(position).label("first"),
        func.max(position).label("last"),
    )
    question = select(*columns).select_from(joined).where(CURRENT, NOT_HIDDEN)
    return question.group_by(other.c.holder, other.c.object_id).subquery("cells")


CELLS = _cells()

OF_STANCES: Reasons = {
    Reason.STANCE: true(),
    Reason.PLAN: stances.c.object_kind.in_(ON_PLANS),
    Reason.MOVES: CELLS.c.first != CELLS.c.last,
    Reason.SOLE: CELLS.c.number == 1,
    Reason.PARTY: stances.c.holder.in_(PARTIES),
}

REASONS: Mapping[Kind, Reasons] = {Kind.STATEMENT: OF_STATEMENTS, Kind.STANCE: OF_STANCES}
"""What makes an entry of each kind matter; other kinds wait by their doubt alone."""

WHO: Mapping[Table, ColumnElement[Any]] = {
    statements: statements.c.actor_id,
    stances: stances.c.holder,
}
"""Who it matters whether he is a party."""
