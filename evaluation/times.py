"""Scores the time expressions against TimeML: `python -m evaluation.times FOLDER_OF_TML`.

The text is that of `<TEXT>`, the anchor that of `<DCT>`. Micro F1 in percent: `relaxed`, the spans
share a character, one to one in text order; `strict`, they are equal; `value`, relaxed pairs with
the same TIMEX3 value (as in TempEval-3, UzZaman et al. 2013). The last line is JSON.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from lxml import etree

from onrecord.extract.times import TimeAnchor, TimeFinding, find_times
from onrecord.record import Span

FIGURES = ("relaxed", "strict", "value")


@dataclass(frozen=True, slots=True)
class GoldTime:
    """A time expression as annotated, in code points of the text."""

    span: Span
    value: str


@dataclass(frozen=True, slots=True)
class GoldText:
    """A text with its day of writing and its times, sorted."""

    text: str
    written: date
    times: tuple[GoldTime, ...]


def read(path: Path) -> GoldText:
    """Give one TimeML document."""
    root = etree.parse(
        str(path), etree.XMLParser(resolve_entities=False, no_network=True)
    ).getroot()
    body, created = root.find("TEXT"), root.find("DCT/TIMEX3")
    text = "".join(body.itertext())
    times = sorted(_times(body, 0), key=lambda time: time.span)
    return GoldText(text, date.fromisoformat(created.get("value")[:10]), tuple(times))


def _times(node: etree._Element, start: int) -> Iterator[GoldTime]:
    """Give the times inside a node that begins at this offset."""
    at = start + len(node.text or "")
    for child in node:
        yield from _times(child, at)
        at += len("".join(child.itertext())) + len(child.tail or "")
    if node.tag == "TIMEX3":
        yield GoldTime(Span(start, at), node.get("value", ""))


def score(gold: GoldText, found: tuple[TimeFinding, ...]) -> Counter[str]:
    """Count gold and found times and the pairs that agree."""
    counts = Counter({"gold": len(gold.times), "found": len(found)})
    left = list(found)
    for time in gold.times:
        pair = next((finding for finding in left if finding.span.meets(time.span)), None)
        if pair:
            left.remove(pair)
            counts["relaxed"] += 1
            counts["strict"] += pair.span == time.span
            counts["value"] += pair.timex_value == time.value
    return counts


def figures(counts: Counter[str]) -> dict[str, float]:
    """Give F1 in percent."""
    total = counts["gold"] + counts["found"]
    return {name: round(200 * counts[name] / total, 1) if total else 0.0 for name in FIGURES}


def main() -> None:
    """Read every `.tml` file of the folder and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    counts: Counter[str] = Counter()
    for path in sorted(parser.parse_args().folder.glob("*.tml")):
        gold = read(path)
        counts += score(gold, find_times(gold.text, TimeAnchor(gold.written)))
    print(f"{counts['gold']} times annotated, {counts['found']} found")
    print(json.dumps(figures(counts)))


if __name__ == "__main__":
    main()
