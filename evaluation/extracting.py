"""What `onrecord extract` gives for files, as the evaluations use it."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import Progress

from evaluation.attribution_scores import Attribution
from evaluation.normal_form import Spans
from onrecord.record import Reading, Span
from onrecord.run import Done, Plan, extract_paths
from onrecord.show.extraction import extraction

Json = dict[str, Any]


def extracted(files: Sequence[Path], task: str) -> Iterator[tuple[Path, Json]]:
    """Give each file with its line of `onrecord extract`; a file that cannot be read gives none.

    How far it has come is shown on standard error under the name of the task.
    """
    with Progress(console=Console(stderr=True), transient=True) as progress:
        for file in progress.track(files, description=task):
            yield file, _line(file)


@cache
def _line(file: Path) -> Json:
    """Give a file's line, the same for all figures of one run: extracting is what takes time."""
    result = _result(file)
    if result.document is None or result.reading is None:
        print(result.trouble or f"{file.name}: not read", file=sys.stderr)
        return {}
    return extraction(file.stem, result.document, result.reading)


def reading(file: Path) -> Reading | None:
    """Give a file's reading itself, for what is put together across documents."""
    return _result(file).reading


@cache
def _result(file: Path) -> Done:
    (result,) = extract_paths(Plan(paths=(file,)))
    return result


def attributions(line: Json) -> tuple[Attribution, ...]:
    """Give the attributions of a line of `onrecord extract`."""
    return tuple(
        Attribution(spans(item["source"]), spans(item["cue"]), spans(item["content"]))
        for item in line.get("attributions", [])
    )


def spans(pairs: Iterable[Sequence[int]]) -> Spans:
    """Give pairs of numbers as spans."""
    return tuple(Span(*pair) for pair in pairs)


def read(path: Path) -> str:
    """Give a file's text with its newlines as they are: offsets count them."""
    return path.read_bytes().decode("utf-8")
