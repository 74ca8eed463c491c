"""Whether a reader may be shown what was worked out before the last documents came in, and was.

Who only reads a page may; who takes an answer away (JSON, files) or is about to decide may not.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

Shown = set[int]
"""The numbers of the last changes that are in what was shown."""
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

    Only documents may have come in since: what somebody decided or purged shows at once.
    """
    shown = _SHOWN.get()
    (number, _, others), (_, _, others_now) = then.partition("."), now.partition(".")
    if shown is None or others != others_now:
        return False
    shown.add(int(number))
    return True


def as_of_parts(stamp: str, shown: Shown) -> str:
    """Give the stamp of an answer that was made at a stamp of parts that may lag behind it."""
    number, dot, others = stamp.partition(".")
    return f"{min(shown, default=number)}{dot}{others}"


def shown_since() -> int | None:
    """Give the number of the last change that is in all that was shown, None for all of them."""
    return min(_SHOWN.get() or (), default=None)
