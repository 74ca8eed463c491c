"""Scores the time expressions: `python -m evaluation.times DIR`, DIR with TimeML (`.tml`).

A folder without TimeML is searched for MEANTIME's CAT XML (`.xml`, see `evaluation.meantime`). The
text is that of `<TEXT>`, the anchor that of `<DCT>`, which is given and not scored.

Micro F1 over documents, in percent:

relaxed
    The spans share a character, one to one in text order.
strict
    They are equal.
value
    Relaxed pairs with the same TIMEX3 value, as in TempEval-3 (UzZaman et al. 2013).
"""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from lxml import etree

from evaluation import command, meantime
from onrecord.extract.times import TimeAnchor, TimeFinding, find_times
from onrecord.record import Span

FIGURES = ("relaxed", "strict", "value")


@dataclass(frozen=True, slots=True)
class GoldTime:
    """A time expression as annotated, in code points of the text."""

    span: Span
    value: str | None


@dataclass(frozen=True, slots=True)
class GoldText:
    """A text with its day of writing and its times, sorted."""

    text: str
    written: date
    times: tuple[GoldTime, ...]


def read(path: Path) -> GoldText:
    """Give one document, written as TimeML or as CAT XML.

    Entities other than XML's own five are not resolved, and nothing is fetched.

    Raises:
        ValueError: it is no such document.
        SyntaxError: it is not well formed.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    root = etree.fromstring(path.read_bytes(), parser)
    if any(isinstance(node, etree._Entity) for node in root.iter()):
        raise ValueError("it declares entities of its own, which are not resolved")
    return gold(meantime.timeml(root) if root.find("token") is not None else root)


def gold(root: etree._Element) -> GoldText:
    """Give the document of a TimeML tree."""
    body, created = root.find("TEXT"), root.find("DCT/TIMEX3")
    if body is None or created is None:
        raise ValueError("it has no <TEXT>, or no <DCT> with a TIMEX3")
    times = sorted(_times(body, 0), key=lambda time: time.span)
    written = date.fromisoformat((created.get("value") or "")[:10])
    return GoldText("".join(body.itertext()), written, tuple(times))


def _times(node: etree._Element, start: int) -> Iterator[GoldTime]:
    """Give the times inside a node that begins at this offset."""
    at = start + len(node.text or "")
    for child in node:
        yield from _times(child, at)
        at += len("".join(child.itertext())) + len(child.tail or "")
    if node.tag == "TIMEX3":
        yield GoldTime(Span(start, at), node.get("value"))


def score(text: GoldText, found: Sequence[TimeFinding]) -> Counter[str]:
    """Count gold and found times and the pairs that agree."""
    counts = Counter({"gold": len(text.times), "found": len(found)})
    left = sorted(found, key=lambda finding: finding.span)
    for time in text.times:
        pair = next((finding for finding in left if finding.span.meets(time.span)), None)
        if pair:
            left.remove(pair)
            counts["relaxed"] += 1
            counts["strict"] += pair.span == time.span
            counts["value"] += pair.timex_value == time.value
    return counts


def measured(folder: Path) -> Counter[str]:
    """Count over all documents below a folder.

    Raises:
        NothingToScore: there is none that can be read.
    """
    counts: Counter[str] = Counter()
    texts = command.legible(documents(folder), read)
    for text in command.shown(list(texts.values()), folder.name):
        counts += score(text, find_times(text.text, TimeAnchor(text.written)))
    return counts


def documents(folder: Path) -> list[Path]:
    """Give the documents below a folder: TimeML, else CAT XML."""
    found = command.files(folder, ".tml", ".xml")
    timeml = [path for path in found if path.suffix.lower() == ".tml"]
    return timeml or found


def figures(counts: Counter[str]) -> dict[str, float]:
    """Give F1 in percent."""
    total = counts["gold"] + counts["found"]
    return {name: round(200 * counts[name] / total, 1) if total else 0.0 for name in FIGURES}


def main(given: Sequence[str] | None = None) -> int:
    """Print the counts and the line of figures, and give the exit status."""
    parser = command.parser("times", __doc__)
    parser.add_argument("folder", type=Path, metavar="DIR", help="TimeML files (*.tml)")
    with command.sentences(parser):
        counts = measured(parser.parse_args(given).folder)
    print(f"{counts['gold']} times annotated, {counts['found']} found")
    return command.end(figures(counts))


if __name__ == "__main__":
    sys.exit(main())
