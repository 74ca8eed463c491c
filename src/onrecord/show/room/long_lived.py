"""What a room keeps for long is left out when Python looks for garbage that refers to itself.

Python looks through everything that lives each time a quarter more has come to live. Millions of
entries are kept here for the life of the process, and pages wait meanwhile: a third of a second of
a record of 1,500 documents. Nothing is lost by leaving them out: what is no longer kept is let go
of by its last reference, and entries do not refer to themselves.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

SELDOM = (10_000, 10, 1_000)
"""Objects made until the youngest are looked through; how many times until the next older are.

A search of the younger ones takes milliseconds. One of all comes after a hundred million objects.
"""


@contextmanager
def seldom_searched() -> Iterator[None]:
    """Let Python look through the younger objects only, as long as a room is open."""
    before = gc.get_threshold()
    gc.set_threshold(*SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()


def set_aside() -> None:
    """Leave out what lives now from all searches to come; garbage among the younger goes first."""
    gc.collect(1)
    gc.freeze()
