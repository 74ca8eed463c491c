"""What the evaluations ask of the product about single passages, and who answers."""

import importlib
from collections.abc import Sequence
from typing import Protocol, cast

from evaluation.command import NothingToScore
from onrecord.record import Span

DOOR = "onrecord.extract.tagger.judging"
"""The module of the product that judges passages."""


class Judges(Protocol):
    """Who judges events and attitudes; places are code points of the texts."""

    def factuality(
        self, texts: Sequence[str], places: Sequence[Sequence[Span]]
    ) -> list[list[float]]:
        """Give how factual the events at these places of texts are, from -3 to 3."""
        ...

    def attitude(self, text: str, one: Span, other: Span, /) -> Sequence[float]:
        """Give what the name at `one` and the name at `other` think of each other.

        Five probabilities: neutral, `one` praises `other`, is praised, blames, is blamed.
        """
        ...


def product() -> Judges:
    """Give the product's own judges.

    Raises:
        NothingToScore: this version has none.
    """
    try:
        return cast("Judges", importlib.import_module(DOOR))
    except ModuleNotFoundError as missing:
        raise NothingToScore("This version of onrecord judges no single passages.") from missing
