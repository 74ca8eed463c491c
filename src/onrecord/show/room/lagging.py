"""Whether a reader may be shown what was worked out before the record last changed, and was.

Who only reads a page may; who takes an answer away (JSON, files) or is about to decide may not.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import NamedTuple


class Mark(NamedTuple):
    """How far a record had come: its last change, decision and ruling; what else is in its stamp.

    With the number of a last change or decision comes all that has a smaller one.
    """

    change: int
    decision: int
    ruling: int
    others: str

    @classmethod
    def of(cls, stamp: str) -> "Mark":
        """Give the mark that a store's stamp tells."""
        change, decision, ruling, others = stamp.split(".", 3)
        return cls(int(change), int(decision), int(ruling), others)

    def __str__(self) -> str:
        return ".".join(map(str, self))

    def earliest(self, marks: Iterable["Mark"]) -> "Mark":
        """Give how far at least this and the other marks had come."""
        known = (self, *marks)
        return Mark(
            change=min(it.change for it in known),
            decision=min(it.decision for it in known),
            ruling=min(it.ruling for it in known),
            others=self.others,
        )


Shown = set[Mark]
"""How far the record had come when what was shown was worked out."""
_SHOWN: ContextVar[Shown | None] = ContextVar("shown", default=None)
_MOMENT: ContextVar[list[str] | None] = ContextVar("moment", default=None)


@contextmanager
def one_moment() -> Iterator[None]:
    """Let what follows look once at how the record stands: a page asks that some hundred times."""
    token = _MOMENT.set([])
    try:
        yield
    finally:
        _MOMENT.reset(token)


def stamp_of_moment(stamp: Callable[[], str]) -> str:
    """Give the record's stamp, the first that was seen in a moment."""
    seen = _MOMENT.get()
    if seen is None:
        return stamp()
    if not seen:
        seen.append(stamp())
    return seen[0]


@contextmanager
def lagging() -> Iterator[None]:
    """Let what follows be answered as it was last worked out."""
    token = _SHOWN.set(set())
    try:
        yield
    finally:
        _SHOWN.reset(token)


@contextmanager
def parts() -> Iterator[Shown]:
    """Give what will be known to be shown of the parts of an answer that is made meanwhile."""
    around, own = _SHOWN.get(), Shown()
    token = _SHOWN.set(None if around is None else own)
    try:
        yield own
    finally:
        _SHOWN.reset(token)
        if around is not None:
            around |= own


def may_lag(then: str, now: str) -> bool:
    """Tell whether what was made at one stamp may be shown at another, and remember that it was.

    Documents may have come in since, and somebody may have decided; what was purged shows nowhere.
    """
    shown, before = _SHOWN.get(), Mark.of(then)
    if shown is None or before.others != Mark.of(now).others:
        return False
    shown.add(before)
    return True


def as_of_parts(stamp: str, shown: Shown) -> str:
    """Give the stamp of an answer that was made at a stamp of parts that may lag behind it."""
    return str(Mark.of(stamp).earliest(shown))


def shown_since(stamp: str) -> Mark:
    """Give how far the record had come in all that was shown, its own stamp among them."""
    return Mark.of(stamp).earliest(_SHOWN.get() or ())
