"""Stances of one holder that do not fit together, or that are explained: by parts, by drafts."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from onrecord.analyse.conflicts.findings import Account, Conflict, ConflictType, conflict
from onrecord.analyse.shifts import Shift, ShiftKind
from onrecord.analyse.stances import day, is_own, outline
from onrecord.record import Stance


def of_stances(found: Iterable[Stance], moves: Iterable[Shift]) -> Iterator[Conflict]:
    """Give reversals, changes with the version, and stances that are mixed on one day."""
    known = {stance.stance_id: stance for stance in found}
    for move in moves:
        before, after = known.get(move.before.stance_id), known.get(move.after.stance_id)
        if before and after:
            yield from _moved(move, before, after)
    yield from _mixed(list(known.values()))


def _account(stance: Stance) -> Account:
    entry = stance.statements[0] if stance.statements else stance.stance_id
    return Account(
        entry, stance.doc_id, stance.holder, stance.evidence, stance.as_of, stance.reported_on
    )


def _moved(move: Shift, before: Stance, after: Stance) -> Iterator[Conflict]:
    """Give a move across the middle of the scale; less is a shift and no contradiction."""
    low, high = sorted((before.value.ordinal or 0, after.value.ordinal or 0))
    sides = ([_account(before)], [_account(after)])
    if move.kind is ShiftKind.VERSION_CHANGE:
        yield conflict(ConflictType.VERSION_CHANGE, sides, after.object.label, "two drafts")
    elif low < 0 < high:
        about = after.object.label
        yield conflict(
            ConflictType.TEMPORAL_REVERSAL, sides, about, "from one side of the scale to the other"
        )


def _mixed(found: Sequence[Stance]) -> Iterator[Conflict]:
    """Give a holder's own stances of one day on one text that lie on both sides of the scale."""
    groups: dict[tuple[str, str], list[Stance]] = defaultdict(list)
    for stance in found:
        if is_own(outline(stance)) and stance.value.ordinal is not None:
            groups[stance.holder, stance.object.lineage or stance.object.object_id].append(stance)
    for group in groups.values():
        group.sort(key=lambda stance: (day(outline(stance)), stance.stance_id))
        for _, same in groupby(group, key=lambda stance: day(outline(stance))):
            mine = list(same)
            up = [stance for stance in mine if (stance.value.ordinal or 0) > 0]
            down = [stance for stance in mine if (stance.value.ordinal or 0) < 0]
            if up and down:
                sides = (map(_account, up), map(_account, down))
                about = up[0].object.label
                yield conflict(
                    ConflictType.MIXED_STANCE, sides, about, "parts of one thing, on one day"
                )
