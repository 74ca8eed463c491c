"""Which entry of a new reading a person's decision was about: the one that has the same words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from onrecord.record import Span

ENOUGH = 0.5
"""The share of the characters of the longer one that two entries must have in common, and more: the
same statement with or without its `that`, not two statements of one sentence."""

SAME = 2.0
"""The likeness of an entry of the same id: above all that overlap can give."""


@dataclass(frozen=True, slots=True)
class Known:
    """What an entry is known by: its kind, its id, its words, and what else it must agree in.

    `key` tells entries apart, and subjects. `words` are the entry's words, or several versions of
    them of which one will do.
    """

    key: int
    kind: str
    id: str
    words: tuple[tuple[Span, ...], ...] = field(default=())
    about: tuple[str, ...] = ()


def attached(subjects: Iterable[Known], entries: Sequence[Known]) -> dict[int, int]:
    """Give the entry of each subject by their keys, the likest first, each entry once.

    A subject of which no entry has the words is left out.
    """
    pairs = [
        (-likeness, subject.key, entry.key)
        for subject in subjects
        for entry in entries
        if (likeness := _likeness(subject, entry)) > ENOUGH
    ]
    found: dict[int, int] = {}
    taken: set[int] = set()
    for _, subject, entry in sorted(pairs):
        if subject not in found and entry not in taken:
            found[subject] = entry
            taken.add(entry)
    return found


def _likeness(subject: Known, entry: Known) -> float:
    """Give how much of their words two have in common, in [0, 1]; `SAME` for the same id."""
    if subject.kind != entry.kind:
        return 0.0
    if subject.id == entry.id:
        return SAME
    if subject.about != entry.about:
        return 0.0
    return max((overlap(words, entry.words[0]) for words in subject.words), default=0.0)


def overlap(one: Sequence[Span], other: Sequence[Span]) -> float:
    """Give the share of characters of the longer that two have in common.

    >>> overlap([Span(0, 10)], [Span(5, 10)])
    0.5
    """
    common = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)
    longer = max(sum(a.end - a.start for a in one), sum(b.end - b.start for b in other))
    return common / longer if longer else 0.0
