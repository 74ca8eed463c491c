"""Two texts side by side, for people and for programs."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from rich.table import Table
from rich.text import Text

from onrecord.analyse.alignment import Alignment, Change, Piece, Relation, Row, StateChange
from onrecord.record import PlanText, Point
from onrecord.show.plain import one_line, printable
from onrecord.show.proposals import Json, point_entry, text_entry
from onrecord.show.tables import WORDS_SHOWN
from onrecord.show.words import many

OUT, IN = "dark_orange strike", "bold blue"
"""Not red and green: one reader in twelve does not tell them apart. The marks carry it alone."""

RELATIONS = {
    Relation.SAME: "the same words and brackets",
    Relation.MOVED: "the same words in another order or under another heading",
    Relation.CHANGED: "other words, or other brackets",
    Relation.MERGED: "several passages became one",
    Relation.SPLIT: "one passage became several",
    Relation.ADDED: "only in the second text",
    Relation.DROPPED: "only in the first text",
}
STATES = {
    StateChange.CLEARED: "no longer in brackets or an option",
    StateChange.OPENED: "now in brackets or an option",
    StateChange.FEWER_BRACKETS: "fewer brackets or options",
    StateChange.MORE_BRACKETS: "more brackets or options",
    StateChange.DELETED: "marked as deleted",
}

KEPT = 8
"""Words shown on either side of a change where a stretch between two is left out."""
NUMBERS = 40
"""Rows of the table of labels."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two texts and their alignment; `only` are the relations that are shown, all where empty."""

    left: PlanText
    right: PlanText
    alignment: Alignment
    only: Collection[Relation] = ()

    @property
    def rows(self) -> Iterator[Row]:
        """The rows that are shown."""
        return (row for row in self.alignment.rows if self._picked(row))

    def _picked(self, row: Row) -> bool:
        """Tell whether a row is shown; one whose brackets alone changed is a changed one, too."""
        state = row.state is not None and Relation.CHANGED in self.only
        return not self.only or row.relation in self.only or state


def comparison_entry(found: Comparison) -> Json:
    """Give a comparison as a JSON object."""
    return {
        "left": text_entry(found.left, points=False),
        "right": text_entry(found.right, points=False),
        "counts": found.alignment.count(),
        "renumbered": [
            {"from": row.left[0].path, "to": row.right[0].path}
            for row in found.alignment.renumbered
        ],
        "rows": [row_entry(row) for row in found.rows],
    }


def row_entry(row: Row) -> Json:
    """Give a row as a JSON object; `difference` is empty where there is nothing to compare."""
    told = row.difference if row.left and row.right and not row.same_marks else ()
    return {
        "relation": row.relation,
        "moved": row.moved,
        "renumbered": row.renumbered,
        "same_words": bool(row.left and row.right) and row.same_words,
        "state_change": row.state,
        "similarity": row.similarity,
        "left": [point_entry(point) for point in row.left],
        "right": [point_entry(point) for point in row.right],
        "difference": [{"change": change, "words": words} for change, words in told],
    }


def comparison_lines(found: Comparison, *, full: bool = False) -> Iterator[Text | Table | str]:
    """Give a comparison for people: rows, labels, then how many of each there are.

    Long stretches of the same words are cut unless it is to be `full`.
    """
    for row in found.rows:
        yield _headline(row)
        yield from _words(row, full=full)
        yield ""
    if found.alignment.renumbered and not found.only:
        yield from _numbers(found.alignment.renumbered)
        yield ""
    yield Text(summary(found), style="bold")


def summary(found: Comparison) -> str:
    """Give how many rows there are of each relation, in one sentence."""
    counts = found.alignment.count()
    told = ", ".join(f"{number} {relation}" for relation, number in counts.items() if number)
    renumbered = len(found.alignment.renumbered)
    states = [row.state for row in found.alignment.rows if row.state]
    more = f"; {renumbered} renumbered" if renumbered else ""
    more += "".join(
        f"; {states.count(state)} {words}" for state, words in STATES.items() if state in states
    )
    sides = (
        f"{text.label} ({many(len(text.points), 'passage')})" for text in (found.left, found.right)
    )
    return one_line(f"{' → '.join(sides)}: {told or 'nothing to compare'}{more}.")


def _headline(row: Row) -> Text:
    """Give what became of a row, and where it stands on either side."""
    notes = notes_on(row)
    sides = [_places(side) for side in (row.left, row.right) if side]
    place = sides[0] if len(sides) > 1 and sides[0] == sides[1] else " → ".join(sides)
    line = Text(f"{row.relation:<8} ", style="bold")
    line.append(one_line(place, WORDS_SHOWN))
    line.append(f"  · {' · '.join(notes)}" if notes else "", style="italic")
    return line


def notes_on(row: Row) -> list[str]:
    """Give what became of a row beside its relation: its place, its brackets."""
    notes = ["moved"] if row.moved and row.relation is not Relation.MOVED else []
    if row.left and row.right and row.same_words and not row.same_marks:
        notes.append("the same words, other brackets")
    return notes + ([STATES[row.state]] if row.state else [])


def _places(points: Iterable[Point]) -> str:
    return " + ".join(point.path for point in points)


def _words(row: Row, *, full: bool) -> Iterator[Text]:
    """Give the words of a row: cut to a line where nothing changed, else with what did."""
    if not row.left or not row.right:
        words = row.left_words or row.right_words
        yield Text("  ").append(_cut(words, full=full), OUT if row.left else IN)
    elif row.same_marks:
        yield Text("  ").append(_cut(row.right_words, full=full), "dim")
    else:
        yield marked(row.difference, full=full)


def _cut(words: str, *, full: bool) -> str:
    return printable(words) if full else one_line(words, WORDS_SHOWN)


def marked(pieces: Iterable[Piece], *, full: bool = False) -> Text:
    """Give a difference in one row: `[-old-]` was taken out, `{+new+}` put in, as wdiff has it."""
    line = Text("  ")
    for change, words in pieces:
        shown, lead = printable(words), words[: len(words) - len(words.lstrip())]
        if change is Change.SAME:
            line.append(shown if full else _shortened(shown))
            continue
        opening, closing = ("[-", "-]") if change is Change.OUT else ("{+", "+}")
        style = OUT if change is Change.OUT else IN
        line.append(" " if lead else "")
        line.append(f"{opening}{shown.strip()}{closing}", style)
    return line


def _shortened(words: str) -> str:
    """Give a stretch of the same words, its middle left out where it is long."""
    split = words.split(" ")
    if len(split) <= 3 * KEPT:
        return words
    return " ".join((*split[:KEPT], "…", *split[-KEPT:]))


def _numbers(rows: Collection[Row]) -> Iterator[Table | Text]:
    """Give the labels that changed, side by side."""
    made = Table(box=None, pad_edge=False, header_style="bold", title_justify="left")
    for heading in ("was", "is", "words"):
        made.add_column(heading, overflow="ellipsis", no_wrap=True)
    for row in islice(rows, NUMBERS):
        words = one_line(row.right[0].words, 60)
        places = (one_line(side[0].path, 48) for side in (row.left, row.right))
        made.add_row(*(Text(each) for each in (*places, words)))
    yield made
    if len(rows) > NUMBERS:
        yield Text(f"and {len(rows) - NUMBERS} more; --json has all", style="dim")
