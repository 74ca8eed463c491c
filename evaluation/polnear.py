"""PolNeAR's files: articles as text, attributions as brat stand-off.

The corpus: Newell, Margolin, Ruths, "An Attribution Relations Corpus for Political News", LREC
2018. An article with several annotators uses the first one by name; annotated spans that belong to
no attribution are left out.
"""

import glob
import re
from collections.abc import Iterator
from pathlib import Path

from evaluation.attribution_scores import Attribution
from evaluation.extracting import read
from evaluation.normal_form import Spans
from onrecord.record import Span

ENTRY = re.compile(r"\n(?=[A-Z#]\d+\t)")
"""A stored string may hold newlines: a line that opens no entry continues the one before it."""

NUMBERED = re.compile(r"\d+$")


def texts(folder: Path) -> list[Path]:
    """Give the annotated articles of a part of the corpus, sorted: `text/*.txt` in it or below."""
    found = sorted(folder.rglob("text/*.txt"))
    return [path for path in found if annotation(path)]


def gold(text: Path) -> tuple[str, tuple[Attribution, ...]]:
    """Give the text of an annotated article with its attributions.

    Newlines, and a mark at the beginning that says how the file is encoded, count in the offsets.

    Raises:
        ValueError: it is not annotated, or a span is not in the text.
    """
    words, file = read(text), annotation(text)
    if file is None:
        raise ValueError("it has no annotation")
    found = tuple(attributions(read(file).removeprefix("\ufeff")))
    ends = (span.end for one in found for span in (*one.source, *one.cue, *one.content))
    if max(ends, default=0) > len(words):
        raise ValueError(f"{file.name} has a span beyond the end of the text")
    return words, found


def annotation(text: Path) -> Path | None:
    """Give the article's annotation by the first annotator, None where there is none."""
    files = (text.parents[1] / "attributions").glob(f"{glob.escape(text.stem)}_*.ann")
    mine = sorted(path for path in files if path.stem.rpartition("_")[0] == text.stem)
    return mine[0] if mine else None


def attributions(annotation_text: str) -> Iterator[Attribution]:
    r"""Give the attributions of one annotation file, in its order.

    >>> list(attributions("T1\tSource 0 3\tAnn\nE1\tSource:T1"))[0].source
    (Span(start=0, end=3),)
    """
    spans: dict[str, Spans] = {}
    links: list[str] = []
    for entry in ENTRY.split(annotation_text.rstrip("\n")):
        name, _, rest = entry.partition("\t")
        if name.startswith("T"):
            spans[name] = _spans(rest.partition("\t")[0])
        elif name.startswith("E"):
            links.append(rest.partition("\t")[0])
    for line in links:
        yield _attribution(line, spans)


def _spans(label: str) -> Spans:
    """Give the spans of `Content 0 4;9 12`, empty ones left out."""
    _, _, offsets = label.partition(" ")
    parts = [Span(*map(int, part.split())) for part in offsets.split(";")]
    return tuple(span for span in parts if span.end > span.start)


def _attribution(line: str, spans: dict[str, Spans]) -> Attribution:
    """Give the attribution of `Cue:T2 Source:T1 Source2:T5 Content:T3`; equal roles are united."""
    roles: dict[str, set[Span]] = {"source": set(), "cue": set(), "content": set()}
    for link in line.split():
        name, _, target = link.partition(":")
        roles.get(NUMBERED.sub("", name).lower(), set()).update(spans[target])
    return Attribution(**{role: tuple(sorted(found)) for role, found in roles.items()})
