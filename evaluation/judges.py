"""What the evaluations ask of the product about single passages, and who answers."""

from collections.abc import Sequence
from typing import Protocol, cast

from onrecord.extract.tagger import judging
from onrecord.record import Span


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
    """Give the product's own judges."""
    return cast("Judges", judging)
