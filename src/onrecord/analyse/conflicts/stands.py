"""Stances of one holder that do not fit together, or that are explained: by parts, by drafts.

Yes to talks and no to a text is no contradiction; nor is what others tell of two drafts.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby

from onrecord.analyse.conflicts.findings import Account, Conflict, ConflictType, conflict
from onrecord.analyse.shifts import Shift, ShiftKind
from onrecord.analyse.stances import day, is_own, outline
from onrecord.record import ObjectKind, Stance


def of_stances(found: Iterable[Stance], moves: Iterable[Shift]) -> Iterator[Conflict]:
    """Give reversals, changes with the version, and stances that are mixed on one day."""
    known = {stance.stance_id: stance for stance in found}
    for move in moves:
        before, after = known.get(move.before.stance_id), known.get(move.after.stance_id)
        if before and after:
            yield from _moved(move, before, after)
    yield from _mixed(list(known.values()))
    yield from _told_of_versions(list(known.values()))
    yield from _of_two_things(list(known.values()))


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
        group.sort(key=_order)
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


def _told_of_versions(found: Sequence[Stance]) -> Iterator[Conflict]:
    """Give what is told of a holder on two versions of one text, on both sides of the scale.

    Only where one of the two at least is not his own word: what is, is a shift.
    """
    groups: dict[tuple[str, str], list[Stance]] = defaultdict(list)
    for stance in found:
        if stance.object.lineage and stance.object.version and stance.value.ordinal:
            groups[stance.holder, stance.object.lineage].append(stance)
    for group in groups.values():
        up, down = _halves(group)
        pairs = ((a, b) for a in up for b in down if a.object.version != b.object.version)
        told = [p for p in pairs if not all(is_own(outline(stance)) for stance in p)]
        if told:
            first, last = sorted(told[-1], key=lambda stance: day(outline(stance)))
            sides = ([_account(first)], [_account(last)])
            about = f"{first.object.label}, then {last.object.label}"
            yield conflict(ConflictType.VERSION_CHANGE, sides, about, "two drafts, as others tell")


def _order(stance: Stance) -> tuple[date, str]:
    return day(outline(stance)), stance.stance_id


def _is_open_to_talks(stance: Stance) -> bool:
    return stance.object.kind in TALKS and (
        stance.value.ordinal is not None and stance.value.ordinal >= 0
    )


def _halves(found: Iterable[Stance]) -> tuple[list[Stance], list[Stance]]:
    """Give the stances above and below the middle of the scale, each in the order of days."""
    ordered = sorted(found, key=_order)
    up = [stance for stance in ordered if (stance.value.ordinal or 0) > 0]
    return up, [stance for stance in ordered if (stance.value.ordinal or 0) < 0]


TALKS = frozenset({ObjectKind.PROCESS, ObjectKind.MEETING})
"""What one may be open to and yet refuse a text or an issue, or the other way round."""


def _of_two_things(found: Sequence[Stance]) -> Iterator[Conflict]:
    """Give a holder's own yes to talks beside his own no to something else, the last of either."""
    by_holder: dict[str, list[Stance]] = defaultdict(list)
    for stance in found:
        if is_own(outline(stance)) and not stance.for_review:
            by_holder[stance.holder].append(stance)
    for group in by_holder.values():
        _, down = _halves(group)
        open_to = [stance for stance in sorted(group, key=_order) if _is_open_to_talks(stance)]
        against = [stance for stance in down if stance.object.kind not in TALKS]
        if open_to and against:
            sides = ([_account(against[-1])], [_account(open_to[-1])])
            about = f"{against[-1].object.label}; {open_to[-1].object.label}"
            yield conflict(ConflictType.DIFFERENT_OBJECT, sides, about, "yes to one, no to another")
