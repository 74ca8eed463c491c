"""Names, marked by spaCy's recogniser in steps of our own.

The recogniser reads a word of each text at a time. Asked for a whole batch at once it gives up
Python's global lock and takes it back for each question about a state, which is most of its time;
asked step by step, by the methods that it is trained with, it keeps the lock: the same names in
half the time.
"""

from collections.abc import Iterable, Iterator, Sequence, Sized
from itertools import islice
from typing import Any, Protocol, TypeVar

Doc = TypeVar("Doc", bound=Sized)
"""A text that spaCy has cut into words."""


class Recogniser(Protocol):
    """What is used of spaCy's `EntityRecognizer`."""

    moves: Any
    model: Any

    def transition_states(self, states: Sequence[Any], scores: Any) -> list[Any]:
        """Take the best step of each state; give those that are not at their end."""

    def set_annotations(self, docs: Sequence[Any], states: Any) -> None:
        """Write the names into the texts."""


TOGETHER = 256
"""Texts whose names are looked for at once: as many as spaCy would take."""


def with_names(recogniser: Recogniser, docs: Iterable[Doc]) -> Iterator[Doc]:
    """Give texts, in their order, with the names that spaCy's recogniser marks in them."""
    waiting = iter(docs)
    while batch := list(islice(waiting, TOGETHER)):
        states = _read(recogniser, batch) if any(map(len, batch)) else None
        if states:
            recogniser.set_annotations(batch, states)
        yield from batch


def _read(recogniser: Recogniser, docs: list[Doc]) -> list[Any]:
    states = recogniser.moves.init_batch(docs)
    model = recogniser.model.predict(docs)
    open_ones = [state for state in states if not state.is_final()]
    while open_ones:
        open_ones = recogniser.transition_states(open_ones, model.predict(open_ones))
    model.clear_memory()
    return list(states)
