"""Scores how web pages are read: `python -m evaluation.pages FOLDER`.

FOLDER has `pages.json`, as trafilatura's evaluation has it: for the address of each page a `file`
(HTML, gzipped, in the folder `html`), segments that must be in the text (`with`) and segments that
must not (`without`). A segment counts as found where the text has it, white space apart.

Figures, in percent: `precision`, `recall`, `f1` of the segments, as trafilatura's own evaluation
counts them (a wanted segment found is a true positive, an unwanted one a false positive);
`trafilatura_f1` is that of trafilatura alone in its usual mode on the same pages. `title`,
`published`, `outlet` and `byline` are shares of the pages that `evaluation/pages.tsv` annotates:
right where the value is one of the annotated ones (letters and figures compared; of dates the day),
or where both are unknown. `read` is the share of pages from which a document came.
"""

import csv
import gzip
import hashlib
import json
import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation import command, tables
from evaluation.tally import Tally, percent
from onrecord.errors import DocumentError
from onrecord.read import Found, Source, documents
from onrecord.read.decoding import decode
from onrecord.read.pages.extracted import extracted
from onrecord.record import Document

GOLD = Path(__file__).with_suffix(".tsv")
NONE, UNCLEAR = "-", "?"


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the corpus, what was read from it, and what trafilatura alone gives."""

    file: str
    wanted: tuple[str, ...]
    unwanted: tuple[str, ...]
    document: Document | None
    alone: str


def letters(text: str) -> str:
    """Give a text's letters and figures alone.

    >>> letters("Talks – at last!")
    'talksatlast'
    """
    return re.sub(r"[\W_]+", "", text).casefold()


def digest(title: str) -> str:
    """Give what stands for a title in the annotation.

    >>> digest("Talks – at last!") == digest("talks at last")
    True
    """
    return hashlib.sha256(letters(title).encode()).hexdigest()[:16]


def pages(folder: Path) -> list[Page]:
    """Give the pages of a corpus, read.

    Raises:
        NothingToScore: there are none.
    """
    (listed,) = command.named(folder, "pages.json")
    rows: Mapping[str, Any] = json.loads(listed.read_text("utf-8"))
    found = command.shown(sorted(rows.items(), key=lambda row: row[1]["file"]), "reading pages")
    return [_page(folder / "html" / row["file"], url, row) for url, row in found]


def _page(path: Path, url: str, row: Mapping[str, Any]) -> Page:
    content = gzip.decompress(path.read_bytes())
    given = list(documents(Source(path.name.removesuffix(".gz"), content, url=url)))
    for trouble in given:
        if isinstance(trouble, DocumentError):
            command.say(str(trouble))
    document = next((each.document for each in given if isinstance(each, Found)), None)
    html, _ = decode(content, path.name)
    alone = "\n".join(block.text for block in extracted(html, precise=False))
    return Page(path.name, tuple(row["with"]), tuple(row["without"]), document, alone)


def segments(read: Sequence[tuple[Page, str]]) -> Tally:
    """Give the tally of the segments over pages and their texts."""
    hits = misses = extra = 0
    for page, text in read:
        there = " ".join(text.split())
        found = [" ".join(segment.split()) in there for segment in page.wanted]
        hits, misses = hits + sum(found), misses + len(found) - sum(found)
        extra += sum(" ".join(segment.split()) in there for segment in page.unwanted)
    return Tally.of(hits, hits + misses, hits + extra)


def annotated() -> list[dict[str, str]]:
    """Give the annotation of the pages."""
    lines = (line for line in GOLD.read_text("utf-8").splitlines() if not line.startswith("#"))
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def facts(read: Sequence[Page]) -> dict[str, Tally]:
    """Give, for each thing that is annotated, the share of pages where it is right."""
    known = {page.file: page.document for page in read}
    result = {}
    for name in ("title", "published", "outlet", "byline"):
        rows = [row for row in annotated() if row["file"] in known and row[name] != UNCLEAR]
        right = [row[name].split(";") for row in rows if _is_right(known[row["file"]], row, name)]
        result[name] = Tally.share(len(right), len(rows))
    return result


def _is_right(document: Document | None, row: Mapping[str, str], name: str) -> bool:
    value = _values(document)[name] if document else None
    answers = row[name].split(";")
    if not value:
        return NONE in answers
    if name == "title":
        return digest(value) in answers
    return letters(value) in {letters(answer) for answer in answers}


def _values(document: Document) -> dict[str, str | None]:
    about = document.metadata
    return {
        "title": about.title.value if about.title else None,
        "published": document.published_on,
        "outlet": about.publisher.value if about.publisher else None,
        "byline": about.byline.value if about.byline else None,
    }


def tallies(read: Sequence[Page]) -> dict[str, Tally]:
    """Give the tally of each figure."""
    own = [(page, page.document.clean_text if page.document else "") for page in read]
    alone = [(page, page.alone) for page in read]
    unread = sum(page.document is None for page in read)
    return {
        "text": segments(own),
        "text, trafilatura alone": segments(alone),
        **facts(read),
        "pages read": Tally.share(len(read) - unread, len(read)),
    }


def figures(found: Mapping[str, Tally]) -> dict[str, float]:
    """Give the figures that are printed, in percent."""
    text, alone, *shares = found.values()
    named = zip(("title", "published", "outlet", "byline", "read"), shares, strict=True)
    return {
        "f1": percent(text.f1),
        "precision": percent(text.precision),
        "recall": percent(text.recall),
        "trafilatura_f1": percent(alone.f1),
        **{name: percent(share.recall) for name, share in named},
    }


def measured(folder: Path) -> dict[str, Tally]:
    """Give the tallies of a corpus.

    Raises:
        NothingToScore: there are no pages.
    """
    return tallies(pages(folder))


def main(given: Sequence[str] | None = None) -> int:
    """Print the table and the line of figures, and give the exit status."""
    parser = command.parser("pages", __doc__)
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="the folder with pages.json")
    with command.sentences(parser):
        found = measured(parser.parse_args(given).folder)
    tables.show(tables.of_tallies("web pages", found))
    return command.end(figures(found))


if __name__ == "__main__":
    sys.exit(main())
