"""Texts of plans: from a file to the points of a version, in the record or without one."""

from dataclasses import dataclass, replace
from pathlib import Path

from onrecord.errors import DocumentError, FolderGiven
from onrecord.extract.matters.categories import categories
from onrecord.read import Options, Source, plan_text, sources
from onrecord.record import Document, PlanText, Process, TextLabel
from onrecord.settings import MAX_BYTES
from onrecord.store import Added, Store


@dataclass(frozen=True, slots=True)
class TextPlan:
    """Which file to read as the text of which version, and what it belongs to."""

    path: Path
    label: TextLabel
    processes: tuple[Process, ...] = ()
    max_bytes: int = MAX_BYTES


@dataclass(frozen=True, slots=True)
class TextRead:
    """A file read as the text of a plan."""

    document: Document
    content: bytes
    text: PlanText


def read_text(plan: TextPlan) -> TextRead:
    """Read a file as the text of a plan, without a record.

    Raises:
        DocumentError: the file cannot be read, or is no text of a plan.
    """
    if plan.path.is_dir():
        raise FolderGiven(plan.path.name)
    source = next(iter(sources([plan.path], Options(plan.max_bytes))))
    if not isinstance(source, Source):
        raise source if isinstance(source, DocumentError) else FolderGiven(source.name)
    content = source.content()
    document, text = plan_text(content, source.name, plan.label)
    return TextRead(document, content, text)


def add_text(store: Store, plan: TextPlan) -> tuple[PlanText, Added]:
    """Read a file as the text of a plan into the record, each point with its category.

    Raises:
        DocumentError: the file cannot be read, or is no text of a plan.
    """
    read = read_text(plan)
    codes = categories([point.words for point in read.text.points])
    points = tuple(
        replace(point, category=code) for point, code in zip(read.text.points, codes, strict=True)
    )
    text = replace(read.text, points=points)
    return text, store.add_text(read.document, read.content, text, plan.processes)
