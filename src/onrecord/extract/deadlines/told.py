"""A deadline as one clause tells of it, before it gets its anchors."""

from dataclasses import dataclass, field

from onrecord.record import ActRequired, DeadlineStep, Firmness, Span, Statement, TimeExpression


@dataclass(frozen=True, slots=True)
class Act:
    """What must be done: its code, and the stretch of its words."""

    code: ActRequired
    span: Span


@dataclass(frozen=True, slots=True)
class Told:
    """What one clause says of a deadline."""

    rule: str
    step: DeadlineStep
    evidence: Span
    set_by: str | None = None
    addressees: tuple[str, ...] = ()
    act: Act | None = None
    due: str | None = None
    times: tuple[TimeExpression, ...] = ()
    moved_from: str | None = None
    consequence: Span | None = None
    statement: Statement | None = None
    announced_on: str | None = None
    more: tuple[Span, ...] = field(default=())
    firmness: Firmness | None = None
    firmness_spans: tuple[Span, ...] = ()
    remarks: tuple[Span, ...] = ()
