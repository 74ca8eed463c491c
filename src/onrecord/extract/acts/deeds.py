"""What a clause with a modal verb does: `we will sign` accepts, `you must leave` demands."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from onrecord.extract.acts.clauses import Clause, Modal, Side, Whose, clauses, tokens
from onrecord.extract.words import word_list
from onrecord.record import Span, SpeechAct


class Done(NamedTuple):
    """An act and the stretch of the content that decided it."""

    act: SpeechAct
    span: Span


@cache
def verbs(kind: str) -> frozenset[str]:
    """Give one list of verbs of `words/acts.toml`."""
    return frozenset(word_list("acts")["verbs"][kind])


@cache
def _times() -> frozenset[str]:
    return frozenset(word_list("acts")["times"]["words"])


def deeds(content: str, side: Side) -> Iterator[Done]:
    """Give what the clauses of a content do, in their order.

    >>> [done.act.value for done in deeds("we will not sign", Side())]
    ['refuse']
    """
    for clause in clauses(tokens(content), side):
        act = _BY_MODAL[clause.modal](clause, side)
        if act:
            yield Done(act, Span(clause.start, clause.end))


def _will(clause: Clause, side: Side) -> SpeechAct | None:
    if clause.modal is Modal.WOULD and side.verbatim:
        return None  # `I would sign` is no promise; `he said he would sign` is one
    if clause.whose is Whose.OWN:
        return _own_will(clause)
    if clause.negated:
        return None
    if clause.verb in verbs("event") and dated(clause.rest):
        return SpeechAct.ANNOUNCE
    if clause.verb == "continue" or clause.verb not in verbs("change"):
        return None
    return None if clause.modal is Modal.WOULD else SpeechAct.PREDICT


def _own_will(clause: Clause) -> SpeechAct | None:
    if clause.negated:
        return SpeechAct.REFUSE if clause.verb in verbs("cooperate") else None
    if clause.verb in verbs("harm") or (clause.conditional and clause.verb in verbs("sever")):
        return SpeechAct.THREATEN
    if clause.verb == "vote":
        return SpeechAct.REFUSE if {"no", "against"} & set(clause.rest[:3]) else SpeechAct.PROMISE
    if clause.verb in verbs("agree"):
        return SpeechAct.ACCEPT
    if clause.verb in verbs("event") and dated(clause.rest):
        return SpeechAct.ANNOUNCE
    if clause.verb in verbs("stative") and clause.rest[:1] != ("into",):
        return None
    return SpeechAct.OFFER if clause.conditional else SpeechAct.PROMISE


def dated(rest: Sequence[str]) -> bool:
    """Tell whether words name a day, a week, a month or an hour."""
    return not _times().isdisjoint(rest)


def _must(clause: Clause, _side: Side) -> SpeechAct | None:
    if clause.whose is Whose.OWN or clause.verb in {"say", "admit", "remember"}:
        return None
    if clause.past and clause.whose is not Whose.OTHER:
        return None
    if _by_a_day(clause.rest):
        return SpeechAct.SET_DEADLINE
    return SpeechAct.DEMAND


def _by_a_day(rest: Sequence[str]) -> bool:
    """Tell `by Friday`, `before 1 May`, `within ten days`."""
    return any(
        word in {"by", "before", "within", "until"} and dated(rest[at + 1 : at + 5])
        for at, word in enumerate(rest)
    )


def _should(clause: Clause, _side: Side) -> SpeechAct | None:
    if clause.verb in {"have", "say", "see", "know", "note"} or "noted" in clause.rest[:1]:
        return None
    return SpeechAct.URGE


def _can(clause: Clause, _side: Side) -> SpeechAct | None:
    if clause.whose is not Whose.OWN:
        return None
    if clause.negated:
        return SpeechAct.REFUSE if clause.verb in verbs("agree") else None
    if clause.verb in verbs("agree"):
        return SpeechAct.ACCEPT
    helps = {"help", "provide", "host", "offer", "send", "contribute", "mediate", "find", "deliver"}
    return SpeechAct.OFFER if clause.verb in helps else None


def _ready(clause: Clause, _side: Side) -> SpeechAct | None:
    if clause.negated:
        return SpeechAct.REFUSE
    if clause.verb in verbs("harm"):
        return SpeechAct.THREATEN
    return SpeechAct.OFFER


def _may(_clause: Clause, _side: Side) -> SpeechAct | None:
    return None


_BY_MODAL: dict[Modal, Callable[[Clause, Side], SpeechAct | None]] = {
    Modal.WILL: _will,
    Modal.WOULD: _will,
    Modal.MUST: _must,
    Modal.SHOULD: _should,
    Modal.CAN: _can,
    Modal.MAY: _may,
    Modal.READY: _ready,
}
