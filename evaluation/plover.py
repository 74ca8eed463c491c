"""Scores political events: `python -m evaluation.plover FILE.json`.

FILE is a JSON list in the form of PLOVER's gold standard records: `text`, the sentence; `event`,
its type; `textInfo.markup`, the sentence with `(SRC: …)`, `(TAR: …)` and `(SRC/TAR: …)` around who
acts and to whom. Names of the draft of 2016 are read as today's: DEMAND is REQUEST, DISAPPROVE and
INVESTIGATE are ACCUSE, FIGHT is ASSAULT. The product reads each sentence by itself. Its event is
the first that a verb of the text tells, else the first of a stance, a meeting or a deadline, else
the first of a statement.

The lexicon was developed on the sentences whose SHA-256 is even; the others were not looked at, and
stand apart under `unseen_`. Figures over sentences, in percent:

type_f1, type_macro_f1
    The type: over all sentences, and the mean of the F1 of each type that the corpus has.
source_f1, target_f1
    Who acts and to whom: names that share a character, one to one, whatever the type. Who acts
    together (`SRC/TAR`) is a source; that he is a target, too, is not asked for.
"""

import hashlib
import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation import command, tables
from evaluation.tally import Tally, percent
from onrecord.extract import extract
from onrecord.read import text_document
from onrecord.record import Event, EventBasis, Span
from onrecord.show.events import events_of

RENAMED = {
    "DEMAND": "REQUEST",
    "DISAPPROVE": "ACCUSE",
    "INVESTIGATE": "ACCUSE",
    "FIGHT": "ASSAULT",
}
OPEN = re.compile(r"\(?((?:SRC|TAR|EVT|LOC)(?:/(?:SRC|TAR|EVT|LOC))*): ?")
PARTS = (("", "all"), ("seen_", "developed on"), ("unseen_", "not looked at"))


@dataclass(frozen=True, slots=True)
class Gold:
    """A sentence with its type of event, and the names of who acts and to whom."""

    text: str
    event: str
    sources: tuple[Span, ...]
    targets: tuple[Span, ...]

    @property
    def is_seen(self) -> bool:
        """Tell whether the lexicon was developed on it."""
        return hashlib.sha256(self.text.encode()).digest()[-1] % 2 == 0


def sentences(path: Path) -> list[Gold]:
    """Give the sentences of a file; a record without a markup is left out.

    Raises:
        LookupError, TypeError, ValueError: the file has another form.
    """
    rows = json.loads(path.read_text("utf-8-sig"))
    return [_gold(row) for row in rows if isinstance(row["textInfo"], dict)]


def _gold(row: Mapping[str, Any]) -> Gold:
    marked = marks(str(row["textInfo"]["markup"]))
    text = str(row["text"])
    return Gold(
        text,
        RENAMED.get(row["event"], row["event"]),
        tuple(_placed(text, marked, "SRC")),
        tuple(_placed(text, [one for one in marked if "SRC" not in one[0]], "TAR")),
    )


def marks(markup: str) -> list[tuple[str, str]]:
    """Give the marked stretches with their marks, inner ones too, without the marks in them.

    >>> marks("(SRC: Libya) left (LOC:(TAR: Chad)).")
    [('SRC', 'Libya'), ('TAR', 'Chad'), ('LOC', 'Chad')]
    """
    found: list[tuple[str, str]] = []
    open_: list[tuple[str, int]] = []
    plain = ""
    at = 0
    while at < len(markup):
        if opened := OPEN.match(markup, at):
            open_.append((opened[1], len(plain)))
            at = opened.end()
            continue
        if markup[at] == ")" and open_:
            kind, start = open_.pop()
            found.append((kind, plain[start:].strip()))
        else:
            plain += markup[at]
        at += 1
    return found


def _placed(text: str, marked: Sequence[tuple[str, str]], kind: str) -> Iterator[Span]:
    """Give where the stretches of a kind stand in the sentence, each from the last one on."""
    at = 0
    for kinds, words in marked:
        if kind in kinds.split("/") and words:
            start = text.find(words, at)
            start = text.find(words) if start < 0 else start
            if start >= 0:
                at = start + len(words)
                yield Span(start, at)


def found_in(text: str) -> Event | None:
    """Give the product's event of a sentence that stands alone."""
    document = text_document(text)
    found = [one for one in events_of(document, extract(document)) if one.plover]
    return min(found, key=_rank, default=None)


def _rank(event: Event) -> tuple[bool, bool, int, int]:
    """Order events: those of verbs first, those of what somebody says last."""
    said, told = event.basis is EventBasis.STATEMENT, event.basis is EventBasis.TEXT
    return not told, said, event.evidence[0].start, event.evidence[0].end


def tallies(gold: Sequence[Gold], found: Sequence[Event | None]) -> dict[str, Tally]:
    """Give the tallies of sources, targets and types, for sentences in the same order."""
    result = {"source": Tally(), "target": Tally()}
    types = dict.fromkeys(sorted({one.event for one in gold}), Tally())
    for one, event in zip(gold, found, strict=True):
        own = event.plover.value if event and event.plover else ""
        for name in {one.event, own} - {""}:
            right = own == one.event
            new = Tally.of(int(right), int(name == one.event), int(name == own))
            types[name] = types.get(name, Tally()) + new
        actors = [party.words.span for party in (event.actors if event else ()) if party.words]
        others = [party.words.span for party in (event.recipients if event else ()) if party.words]
        result["source"] += _overlap(one.sources, actors)
        result["target"] += _overlap(one.targets, others)
    return {**result, **types}


def _overlap(gold: Sequence[Span], found: Sequence[Span]) -> Tally:
    left, hits = list(gold), 0
    for span in found:
        if fitting := next((one for one in left if one.meets(span)), None):
            left.remove(fitting)
            hits += 1
    return Tally.of(hits, len(gold), len(found))


def figures_of(found: Mapping[str, Tally], prefix: str = "") -> dict[str, float]:
    """Give the figures of one part that are printed, in percent."""
    types = {name: tally for name, tally in found.items() if name.isupper()}
    asked = [tally.f1 for tally in types.values() if tally.gold]
    return {
        f"{prefix}type_f1": percent(sum(types.values(), Tally()).f1),
        f"{prefix}type_macro_f1": percent(sum(asked) / len(asked)),
        f"{prefix}source_f1": percent(found["source"].f1),
        f"{prefix}target_f1": percent(found["target"].f1),
    }


def measured(file: Path) -> dict[str, dict[str, Tally]]:
    """Give the tallies of all sentences of a file, of those seen and of those not.

    Raises:
        NothingToScore: there is none.
    """
    (gold,) = command.legible(command.one(file), sentences).values()
    if not gold:
        raise command.NothingToScore(f"{file} holds no sentences.")
    found = [found_in(one.text) for one in command.shown(gold, "events")]
    pairs = list(zip(gold, found, strict=True))
    parts = (pairs, *([p for p in pairs if p[0].is_seen is seen] for seen in (True, False)))
    return {
        prefix: tallies([one for one, _ in part], [event for _, event in part])
        for (prefix, _), part in zip(PARTS, parts, strict=True)
        if part
    }


def figures(found: Mapping[str, Mapping[str, Tally]]) -> dict[str, float]:
    """Give the figures that are printed, those of all sentences first."""
    parts = (figures_of(each, prefix) for prefix, each in found.items())
    return {name: value for part in parts for name, value in part.items()}


def main(given: Sequence[str] | None = None) -> int:
    """Print the tables and the line of figures, and give the exit status."""
    parser = command.parser("plover", __doc__)
    parser.add_argument("file", type=Path, metavar="FILE", help="a JSON list of gold records")
    with command.sentences(parser):
        found = measured(parser.parse_args(given).file)
    for prefix, name in PARTS:
        if prefix in found:
            tables.show(tables.of_tallies(f"political events, {name}", found[prefix]))
    return command.end(figures(found))


if __name__ == "__main__":
    sys.exit(main())
