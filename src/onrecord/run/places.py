"""Where words stand in a document that a person names: by their places, or by the words."""

import re
from collections.abc import Iterable, Sequence

from onrecord.errors import SeveralPlaces, WordsMissing
from onrecord.record import Anchor, Document, Span
from onrecord.spans import Anchors

PLACES = re.compile(r"\s*\d{1,9}\s*[:-]\s*\d{1,9}\s*(?:,\s*\d{1,9}\s*[:-]\s*\d{1,9}\s*)*")
"""`120:180,200:230`: code points of the published text from 0, end exclusive."""

LONGEST = 20_000
"""Code points of words that are looked for: more than any statement has."""


class Places:
    """The places of one document, as anchors."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._anchors = Anchors(document)

    def of(self, wanted: str, near: int | None = None) -> tuple[Anchor, ...]:
        """Give the words that stand at these places, or that are these words.

        Of several places of the same words the nearest to `near` is meant. White space and line
        ends make no difference.

        Raises:
            WordsMissing: the document does not have them.
            SeveralPlaces: it has them more than once, and nothing is near.
        """
        if PLACES.fullmatch(wanted):
            pairs = (re.split("[:-]", part) for part in wanted.split(","))
            return self.at(Span(int(start), int(end)) for start, end in pairs)
        found = self._found(wanted)
        if not found:
            raise WordsMissing(self.document.name, wanted)
        if len(found) > 1 and near is None:
            raise SeveralPlaces(wanted, tuple(f"{span.start}:{span.end}" for span in found))
        return (self._anchors.at_raw(min(found, key=lambda span: abs(span.start - (near or 0)))),)

    def at(self, spans: Iterable[Span]) -> tuple[Anchor, ...]:
        """Give the words at these places of the published text, in text order.

        Raises:
            WordsMissing: the text does not reach so far, or cleaning left nothing there.
        """
        made = []
        for span in sorted(spans):
            if not 0 <= span.start < span.end <= len(self.document.raw_text):
                raise WordsMissing(self.document.name, f"{span.start}:{span.end}")
            anchor = self._anchors.at_raw(span)
            if anchor.clean_start is None:
                raise WordsMissing(self.document.name, anchor.exact)
            made.append(anchor)
        return tuple(made)

    def picked(self, at: str, words: str) -> str:
        """Give words picked in the cleaned text as `of` takes them: by their published places.

        `at` is `120:180,200:230` in code points of the cleaned text. Where these are not the words
        that were seen, as after a new reading, the words themselves are given.
        """
        if not PLACES.fullmatch(at):
            return words
        pairs = [re.split("[:-]", part) for part in at.split(",")]
        spans = sorted(Span(int(start), int(end)) for start, end in pairs)
        clean = self.document.clean_text
        if any(not 0 <= span.start < span.end <= len(clean) for span in spans):
            return words
        if _plain(" ".join(clean[slice(*span)] for span in spans)) != _plain(words):
            return words
        return ",".join("{}:{}".format(*self._anchors.map.to_raw(span)) for span in spans)

    def _found(self, wanted: str) -> Sequence[Span]:
        """Give where words stand: in the published text, else in the cleaned one."""
        words = wanted.split()
        if not words or len(wanted) > LONGEST:
            return ()
        pattern = re.compile(r"\s+".join(map(re.escape, words)))
        raw = [Span(*match.span()) for match in pattern.finditer(self.document.raw_text)]
        clean = pattern.finditer(self.document.clean_text)
        return raw or [self._anchors.map.to_raw(Span(*match.span())) for match in clean]


def _plain(words: str) -> str:
    """Give words without what a page changes of them: white space, hidden characters, gaps."""
    return "".join(each for each in words if each.isalnum())
