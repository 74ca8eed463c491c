"""The other statements around a cue: a time may stand in them, or nearer to them."""

from collections.abc import Sequence

from onrecord.extract.findings import Attribution
from onrecord.extract.language import Parsed
from onrecord.extract.occasions import turns
from onrecord.record import Span


class Others:
    """The other statements of a document: a time that stands in them, or nearer to them."""

    def __init__(self, parsed: Parsed, found: Sequence[Attribution]) -> None:
        self._parsed = parsed
        self._by_sentence: dict[int, list[Attribution]] = {}
        self._turns = turns(parsed, found)
        for item in found:
            if item.cue:
                at = parsed.word_at(item.cue.start).sentence
                self._by_sentence.setdefault(at, []).append(item)

    def closer(self, place: Span, item: Attribution) -> bool:
        """Tell whether a time dates another speaker's cue, or stands in what another one says."""
        if item.cue is None:
            return False
        cue = item.cue
        near = self._by_sentence.get(self._parsed.word_at(place.start).sentence, [])
        near = [other for other in near if other is not item and not _holds(item, other.cue)]
        return any(_says(other, place) and not _holds(other, cue) for other in near) or any(
            other.cue and distance(place, other.cue) < distance(place, cue)
            for other in near
            if other.source != item.source
        )

    def turn_around(self, item: Attribution) -> bool:
        """Tell whether a statement is told inside a turn of an interview or a transcript."""
        turn = self._turns.at(item.first)
        return turn is not None and item.cue is not None and turn.end >= item.cue.end


def _says(item: Attribution, place: Span) -> bool:
    return any(part.holds(place) for part in item.content)


def _holds(item: Attribution, cue: Span | None) -> bool:
    """Tell whether a cue stands in what another speaker says."""
    return cue is not None and _says(item, cue)


def distance(one: Span, other: Span) -> int:
    """Give how many code points lie between two stretches, 0 where they meet."""
    return max(one.start - other.end, other.start - one.end, 0)
