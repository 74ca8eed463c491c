"""The trained finder: attributions by the network that ships with the package."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from onrecord.extract.findings import Attribution
from onrecord.extract.language import Parsed
from onrecord.extract.quotes import Quote
from onrecord.extract.tagger.network import Network, card, network
from onrecord.extract.tagger.pieces import Pieces, pieces_of
from onrecord.extract.tagger.settling import Found
from onrecord.extract.tagger.windows import alone, windows
from onrecord.record import Span

TRAINED, NESTED = "trained", "nested"
"""The rules that the network's attributions are marked with; nested ones are read in a content."""


class TrainedFinder:
    """Finds attributions with the network; loads it when it is first asked."""

    @property
    def name(self) -> str:
        """Name and version of the weights."""
        return card().name

    @cached_property
    def _network(self) -> Network:
        return network()

    def find(self, parsed: Parsed, quotes: tuple[Quote, ...]) -> tuple[Attribution, ...]:
        """Give the attributions of a document in text order."""
        paragraphs = [paragraph.span for paragraph in parsed.paragraphs]
        found = self._read(parsed.text, paragraphs, quotes, TRAINED)
        return tuple(sorted(found, key=lambda item: (item.first, item.content)))

    def find_in(self, parsed: Parsed, contents: Sequence[Span]) -> tuple[Attribution, ...]:
        """Give the attributions in stretches that are each read as if they stood alone.

        In `Two sources said [Lee had endorsed the plan]` Lee's endorsement is found only so: where
        it stands it is what the sources said.
        """
        return tuple(self._read(parsed.text, contents, (), NESTED))

    def _read(
        self, text: str, paragraphs: Sequence[Span], quotes: Sequence[Quote], rule: str
    ) -> Iterator[Attribution]:
        net = self._network
        pieces = pieces_of(net.tokenizer, text, paragraphs, quotes)
        if not len(pieces):
            return
        scores = net.scores(pieces, alone if rule == NESTED else windows)
        for item in net.decoder.decode(pieces, scores):
            yield _attribution(pieces, item, rule)


def _attribution(pieces: Pieces, item: Found, rule: str) -> Attribution:
    return Attribution(
        source=_span(pieces, item.source) if item.source else None,
        cue=_span(pieces, item.cue),
        content=tuple(_span(pieces, part) for part in item.content),
        rule=rule,
        confidence=item.confidence,
    )


def _span(pieces: Pieces, part: tuple[int, int]) -> Span:
    return Span(int(pieces.starts[part[0]]), int(pieces.ends[part[1] - 1]))
