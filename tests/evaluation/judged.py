"""Judges that are no product: what they say is known beforehand."""

from collections.abc import Sequence

from onrecord.record import Span


class Simple:
    """Finds events certain whose word does not begin with `un`; all praise is the first's."""

    def factuality(
        self, texts: Sequence[str], places: Sequence[Sequence[Span]]
    ) -> list[list[float]]:
        return [
            [-3.0 if text[slice(*span)].startswith("un") else 3.0 for span in spans]
            for text, spans in zip(texts, places, strict=True)
        ]

    def attitude(self, text: str, one: Span, other: Span, /) -> Sequence[float]:
        praised = text[one.end :].lstrip().startswith("praised")
        return (0.4, 0.6 * praised, 0.1, 0.1, 0.1)
