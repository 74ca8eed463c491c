"""The trained network that finds who said what.

The weights are one file of int8 numbers beside this package's code, with its SHA-256 in
`weights/attribution.json`: a file that is not the one that was measured is refused.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from onrecord.errors import WeightsBroken
from onrecord.extract.tagger.confidence import Calibration
from onrecord.extract.tagger.decoding import Decoder, Scores, Seen, Settings, log_softmax
from onrecord.extract.tagger.files import (
    CLOSE,
    OPEN,
    VOCABULARY,
    WEIGHTS,
    checked,
    described,
    session_of,
    tokenizer_of,
)
from onrecord.extract.tagger.labels import ROLES, TAGS
from onrecord.extract.tagger.pieces import Floats, Ints, Pieces
from onrecord.extract.tagger.windows import Window, windows

TOGETHER = 16
"""Windows whose scores are kept at once: 10 MiB, and enough cues to read them together."""


@dataclass(frozen=True)
class Card:
    """What `weights/attribution.json` says of the weights."""

    name: str
    checksums: dict[str, str]
    away: Floats
    settings: Settings
    calibration: Calibration


@lru_cache(maxsize=4)
def card(folder: Path = WEIGHTS) -> Card:
    """Give the card of the weights in a folder.

    Raises:
        WeightsBroken: the card is not there or no card.
    """
    path = folder / "attribution.json"
    given = described(path)
    try:
        return Card(
            name=given["name"],
            checksums=given["sha256"],
            away=np.array(given["away"], np.float32),
            settings=Settings(**given["settings"]),
            calibration=Calibration(
                tuple(given["calibration"]["weights"]), given["calibration"]["bias"]
            ),
        )
    except (ValueError, KeyError, TypeError) as trouble:
        raise WeightsBroken(path) from trouble


class Network:
    """The network and its vocabulary, loaded once a process."""

    def __init__(self, folder: Path = WEIGHTS) -> None:
        self.card = card(folder)
        self.tokenizer = tokenizer_of(self._checked(folder, VOCABULARY))
        self.decoder = Decoder(self.card.settings, self.card.calibration)
        self._session = session_of(self._checked(folder, "attribution.onnx"))

    def _checked(self, folder: Path, name: str) -> bytes:
        return checked(folder / name, self.card.checksums.get(name))

    def scores(
        self, pieces: Pieces, cut: Callable[[Ints], list[Window]] = windows
    ) -> Iterator[Scores]:
        """Give what the network says of the pieces of a text, some windows after the others."""
        found = cut(pieces.paragraph)
        for at in range(0, len(found), TOGETHER):
            yield self._stretch(pieces, found[at : at + TOGETHER])

    def _stretch(self, pieces: Pieces, found: Sequence[Window]) -> Scores:
        first, last = found[0].own_first, found[-1].own_last
        tags = np.zeros((last - first, TAGS), np.float32)
        numbers = np.zeros(last - first, np.int64)
        seen: list[Seen] = []
        for number, window in enumerate(found):
            outputs = [side[0, 1:-1] for side in self._session.run(None, _inputs(pieces, window))]
            own = slice(window.own_first - first, window.own_last - first)
            inside = slice(window.own_first - window.first, window.own_last - window.first)
            tags[own] = outputs[0][inside]
            numbers[own] = number
            seen.append(Seen(window.first, *map(_sides, outputs[1:])))
        return Scores(first, log_softmax(tags), self.card.away, tuple(seen), numbers)


def _sides(side: Floats) -> Floats:
    """Give one side of the role product by role: (pieces, 5, 64)."""
    return side.reshape(len(side), ROLES, -1)


@cache
def network() -> Network:
    """Give the network that ships with the package."""
    return Network()


def _inputs(pieces: Pieces, window: Window) -> dict[str, Any]:
    """Give the inputs of one run, one window.

    Int8 numbers are scaled by what stands in a run: alone, a window is read the same whatever text
    it came in. It is also faster than several at once, whose numbers no longer fit a core's caches.
    """
    inside = slice(window.first, window.last)
    ids = np.concatenate([[OPEN], pieces.ids[inside], [CLOSE]])
    features = np.pad(pieces.combined[inside], 1)
    return {"ids": ids[None], "features": features[None]}
