"""Judges single passages: how factual the text says an event is, who praises or blames whom.

Two small networks of their own with the vocabulary of the finder of statements. `judging.onnx` is
told beside the word pieces where two names stand, and answers for places; `attitudes.onnx` reads
brackets around the names, and knows praise and blame alone. Of who praises whom the mean of both is
given, for together they are right more often than each:

>>> text = "The minister said the talks had failed."
>>> [[value]] = factuality([text], [[Span(32, 38)]])
>>> value > 1
True

What they were trained on, and how good they are: `weights/README.md`.
"""

from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Protocol

import numpy as np

from onrecord.errors import WeightsBroken
from onrecord.extract.tagger.files import (
    VOCABULARY,
    WEIGHTS,
    checked,
    described,
    session_of,
    tokenizer_of,
)
from onrecord.extract.tagger.marking import Marked, bracketed, marked
from onrecord.extract.tagger.pieces import Floats
from onrecord.record import Span


class Session(Protocol):
    """What is used of ONNX Runtime's `InferenceSession`."""

    def run(self, output_names: Sequence[str], input_feed: Any) -> Sequence[Any]:
        """Give the outputs of these names."""
        ...


CERTAIN = 3.0
"""Factuality is from -3, certainly not, over 0, not said, to 3, certain."""


class Judge:
    """The networks and their vocabulary, loaded once a process, the second when it is asked."""

    def __init__(self, folder: Path = WEIGHTS) -> None:
        path = folder / "judging.json"
        card = described(path)
        try:
            self.name, self._checksums = str(card["name"]), dict(card["sha256"])
        except (KeyError, TypeError, ValueError) as trouble:
            raise WeightsBroken(path) from trouble
        self._folder = folder
        self.tokenizer = tokenizer_of(self._file(VOCABULARY))
        self._session = session_of(self._file(MODEL))

    def _file(self, name: str) -> bytes:
        return checked(self._folder / name, self._checksums.get(name))

    @cached_property
    def _bracketed(self) -> Session:
        session: Session = session_of(self._file(ATTITUDES))
        return session

    def facts(self, passage: Marked) -> list[float]:
        """Give how factual the events at the places of a passage are."""
        if not passage.places:
            return []
        found = _run(self._session, passage, [(place, place) for place in passage.places], "facts")
        return [float(value) for value in np.clip(found[0][:, 0], -CERTAIN, CERTAIN)]

    def attitude(self, text: str, one: Span, other: Span) -> list[float]:
        """Give the probabilities of the five attitudes, the mean of both networks.

        Each reads the names in both orders; the mean is that of the logarithms.
        """
        known = np.mean([_known(*read) for read in self._readings(text, one, other)], axis=0)
        likely = np.exp(known - known.max())
        return [float(value) for value in likely / likely.sum()]

    def _readings(
        self, text: str, one: Span, other: Span
    ) -> Iterator[tuple[Session, Marked, Marked]]:
        here = marked(self.tokenizer, text, (one, other), pair=True)
        yield self._session, here, here.turned()
        turned = bracketed(self.tokenizer, text, other, one)
        yield self._bracketed, bracketed(self.tokenizer, text, one, other), turned


def _known(session: Session, here: Marked, there: Marked) -> Floats:
    """Give the logarithms of the probabilities of one network, the mean of both orders."""
    one, other = (
        _logarithms(_run(session, passage, [(passage.places[0], passage.places[1])], "attitudes"))
        for passage in (here, there)
    )
    return np.asarray((one + other[list(MIRRORED)]) / 2, np.float32)


def _logarithms(found: Floats) -> Floats:
    scores = found[0] - found[0].max()
    return np.asarray(scores - np.log(np.exp(scores).sum()), np.float32)


def _run(
    session: Session, passage: Marked, pairs: Sequence[tuple[Span, Span]], output: str
) -> Floats:
    count = len(passage.ids)
    places = np.zeros((3, len(pairs), count), np.float32)
    for row, pair in enumerate(pairs):
        for side, place in enumerate(pair):
            places[side, row, place.start : place.end] = 1 / (place.end - place.start)
    places[2, :, 0] = 1
    given = {"ids": passage.ids[None], "features": passage.features[None], "spans": places}
    return np.asarray(session.run([output], given)[0], np.float32)


MODEL, ATTITUDES = "judging.onnx", "attitudes.onnx"
MIRRORED = (0, 2, 1, 4, 3)
"""The label of a pair whose names change places."""


@cache
def judge() -> Judge:
    """Give the judge that ships with the package.

    Raises:
        WeightsBroken: its files are not there, or others.
    """
    return Judge()


def factuality(texts: Sequence[str], places: Sequence[Sequence[Span]]) -> list[list[float]]:
    """Give how factual the events at places of texts are said to be, from -3 to 3.

    The scale is that of FactBank as a number (Stanovsky et al. 2017): certainly not -3, not said 0,
    certain 3. Places are code points of their text, end exclusive.

    Raises:
        ValueError: a place is empty or outside its text.
    """
    network = judge()
    return [
        network.facts(marked(network.tokenizer, text, found))
        for text, found in zip(texts, places, strict=True)
    ]


def attitude(text: str, one: Span, other: Span, /) -> list[float]:
    """Give what the name at `one` and the name at `other` think of each other, by a text.

    Five probabilities: neutral, `one` praises `other`, is praised by it, blames it, is blamed by
    it (the labels of Park et al. 2021). Places are code points, end exclusive.

    Raises:
        ValueError: a place is empty or outside the text.
    """
    return judge().attitude(text, one, other)
