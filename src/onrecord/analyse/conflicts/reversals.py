"""What one side denied and later tells itself: by the words of the denial, or of what it answered.

`I deny this` shares no word with `he met the minister in March`; the report that it answered does.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from onrecord.analyse.conflicts.denials import (
    ELSEWHERE,
    FEW,
    MOST,
    NEAR,
    NEGATED,
    OPENING,
    SHARED_ELSEWHERE,
    SILENT,
    Side,
    Spoken,
    met,
    share,
)
from onrecord.analyse.conflicts.findings import Conflict, ConflictType, conflict
from onrecord.record import SpeechAct, Statement

Day = Callable[[Statement], str]


class Reversals:
    """Finds what one side denied and later tells; `denied` are the denials with their reports."""

    def __init__(self, found: Sequence[Spoken], denied: Iterable[Conflict]) -> None:
        self._found = found
        known = {one.statement.statement_id: one for one in found}
        self._answered: Mapping[str, list[Spoken]] = {
            denial.entry_id: [known[a.entry_id] for a in one.a if a.entry_id in known]
            for one in denied
            for denial in one.b
        }

    def find(self, side: Side, day: Day) -> Iterator[Conflict]:
        """Give each denial with what its side tells later, in the order of the record."""
        by_side: dict[str, list[Spoken]] = defaultdict(list)
        for one in self._found:
            key = side(one.statement.actor_id) or one.statement.actor_id
            if key:
                by_side[key].append(one)
        for own in by_side.values():
            denied = [one for one in own if one.statement.speech_act is SpeechAct.DENY]
            told = [one for one in own if _tells(one)]
            for one in denied[:MOST]:
                later = [each for each in told if day(each.statement) > day(one.statement)]
                yield from self._between(one, later)

    def _between(self, one: Spoken, later: Sequence[Spoken]) -> Iterator[Conflict]:
        near = [(met(one, e), e) for e in later if _like(one, e, FEW)]
        for report in self._answered.get(one.statement.statement_id, ()):
            near += [(met(report, e), e) for e in later if _like(report, e, SHARED_ELSEWHERE)]
        if near:
            told = list({id(each): each.account for _, each in near}.values())[:NEAR]
            words = max(shared for shared, _ in near)
            reason = f"denied, then told: {words} {'word' if words == 1 else 'words'} in common"
            sides = ([one.account], told)
            yield conflict(ConflictType.TEMPORAL_REVERSAL, sides, one.statement.gist, reason)


def _tells(one: Spoken) -> bool:
    negated = NEGATED.search(one.statement.gist[:OPENING])
    return one.statement.speech_act not in SILENT and negated is None


def _like(one: Spoken, other: Spoken, fewest: int) -> bool:
    return met(one, other) >= fewest and share(one, other) >= ELSEWHERE
