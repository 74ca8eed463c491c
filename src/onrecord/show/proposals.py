"""Texts of plans: found by name, listed, and shown point by point."""

from collections.abc import Iterable, Iterator
from typing import Any

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from onrecord.errors import AmbiguousText, NoSuchEntry, NoSuchText
from onrecord.record import Bracketing, PlanText, Point, PointKind
from onrecord.show.entries import anchor_entry
from onrecord.show.plain import one_line, printable
from onrecord.show.tables import short, table
from onrecord.show.words import many
from onrecord.store import Store, TextFilter

Json = dict[str, Any]

BRACKETS = {
    Bracketing.NONE: "",
    Bracketing.PART: "brackets inside",
    Bracketing.WHOLE: "in brackets",
}


def text_named(store: Store, wanted: str) -> PlanText:
    """Give the text of a plan by its id or its beginning, or by words of plan and version.

    Where several have these words, the one whose version is just that is meant.

    Raises:
        NoSuchText: there is none.
        AmbiguousText: there are several.
    """
    found = list(store.texts(TextFilter(wanted)))
    exact = [text for text in found if text.label.version.casefold() == wanted.casefold()]
    if len(found) != 1 and len(exact) != 1:
        if len(found) > 1:
            raise AmbiguousText(wanted, tuple(f"{t.label} ({short(t.text_id)})" for t in found))
        return _with_id(store, wanted)
    return (exact if len(exact) == 1 else found)[0]


def _with_id(store: Store, wanted: str) -> PlanText:
    try:
        entry = store.entry(store.find(wanted))
    except NoSuchEntry:
        raise NoSuchText(wanted) from None
    if not isinstance(entry, PlanText):
        raise NoSuchText(wanted)
    return entry


def text_entry(text: PlanText, *, points: bool = True) -> Json:
    """Give a text as a JSON object, with its points or without."""
    plan, version, dated = text.label
    found: Json = {
        "id": text.text_id,
        "plan": plan,
        "version": version,
        "dated": dated,
        "title": text.title,
        "doc_id": text.doc_id,
        "read_by": text.reader,
        **counted(text.points),
    }
    return {**found, "points": [point_entry(p) for p in text.points]} if points else found


def point_entry(point: Point) -> Json:
    """Give a point as a JSON object."""
    return {
        "id": point.point_id,
        "kind": point.kind,
        "path": point.path,
        "number": point.number,
        "words": point.words,
        "parent": point.parent,
        "option": point.option,
        "bracketing": point.bracketing,
        "text_state": point.state,
        "category": point.category,
        "anchor": anchor_entry(point.anchor),
    }


def counted(points: Iterable[Point]) -> Json:
    """Count the passages, those with a label, and those whose wording is marked as open."""
    points = list(points)
    return {
        "passages": len(points),
        "numbered": sum(point.kind is PointKind.POINT for point in points),
        "options": sum(point.kind is PointKind.OPTION for point in points),
        "open": sum(point.is_open for point in points),
    }


def texts_table(texts: Iterable[PlanText]) -> Table:
    """Give the texts by plan and version."""
    made = table("id", "plan", "version", "dated", "points", "options", "open", "title")
    for text in texts:
        numbers = counted(text.points)
        made.add_row(
            short(text.text_id),
            one_line(text.label.plan, 40),
            one_line(text.label.version, 24),
            text.label.dated or Text("unknown", style="dim"),
            *(str(numbers[name]) for name in ("numbered", "options", "open")),
            Text(one_line(text.title or "")),
        )
    return made


def text_lines(text: PlanText) -> Iterator[RenderableType]:
    """Give a text for people: each passage under what it stands in, with its state."""
    yield Text(str(text.label), style="bold")
    numbers = counted(text.points)
    passages = many(numbers["passages"], "passage")
    open_ = many(numbers["open"], "passage")
    yield Text(f"{passages}, {numbers['numbered']} numbered; {open_} with brackets or an option")
    yield ""
    depths: dict[str, int] = {}
    for point in text.points:
        depth = depths.get(point.parent or "", -1) + 1
        depths[point.point_id] = depth
        line = Text("  " * depth)
        line.append(f"{point.number or '¶'}  ", style="bold" if point.number else "dim")
        line.append(printable(point.words), "bold" if point.kind is PointKind.HEADING else "")
        marks = [mark for mark in (BRACKETS[point.bracketing], point.category) if mark]
        line.append(f"  ({', '.join(marks)})" if marks else "", style="dim")
        yield line


def point_facts(point: Point) -> Json:
    """Give what is known of a point, for people."""
    return {
        "place": point.path,
        "kind": point.kind,
        "category": point.category,
        "state": point.state,
        "brackets": BRACKETS[point.bracketing] or "none",
        "option": point.option or "none",
        "id": point.point_id,
    }
