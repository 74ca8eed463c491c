"""Scores named persons, organisations and places: `python -m evaluation.re3d DIR`.

DIR holds parts of re3d (Dstl, "Relationship and Entity Extraction Evaluation Dataset"), a folder
each with `documents.json` and `entities.json`, a JSON object a line. Measured are the types Person,
Organisation, Location and Nationality, as the corpus calls them. Persons are those whom mentions of
the record name; of the rest it keeps no mentions of its own, so that what the entity finder gives
to the resolution of speakers is measured. Entities that do not stand at their offsets are left out:
there are three.

Named are entities of which all words but small ones have capitals. Others (`the camp`, `U.S.
forces`) are no part of the gold, and what is found in their place alone counts neither way.

Prints a table and ends with one line of JSON, F1 in percent:

person, organisation, location, nationality, entities
    Entities found: the same type, and one character or more in common, one to one.
person_exact, …, entities_exact
    The same words, an article before and a possessive behind apart.
"""

import argparse
import json
import re
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from evaluation import tables
from evaluation.tally import Tally, percent
from onrecord.extract.language import parse
from onrecord.record import ActorSchema, Document, MentionKind, Reading, Span
from onrecord.run import Plan, extract_paths
from onrecord.spans import Anchors

KINDS = {
    "PERSON": "Person",
    "ORG": "Organisation",
    "GPE": "Location",
    "LOC": "Location",
    "FAC": "Location",
    "NORP": "Nationality",
}
"""The corpus's types by those of the entity finder."""
SMALL = frozenset({"a", "an", "the", "of", "and", "for", "in", "on", "to", "de", "al"})
_EDGES = re.compile(r"^(?:the|an?)\s+|(?:['’]s|['’])$", re.IGNORECASE)


class Entity(NamedTuple):
    """Words of a text with the type of what they name."""

    span: Span
    type: str


class Text(NamedTuple):
    """A text of the corpus with its entities, those that are named and the others."""

    text: str
    named: tuple[Entity, ...]
    others: tuple[Entity, ...]


def texts(folder: Path) -> dict[str, Text]:
    """Give the texts of all parts in a folder by their ids."""
    found: dict[str, Text] = {}
    for part in sorted(folder.glob("*/documents.json")):
        entities = defaultdict(list)
        for row in _rows(part.with_name("entities.json")):
            entities[row["documentId"]].append(row)
        for row in _rows(part):
            found[str(row["_id"])] = _text(str(row["text"]), entities[row["_id"]])
    return found


def _rows(path: Path) -> Iterator[dict[str, object]]:
    for line in path.read_text("utf-8").splitlines():
        if line.strip():
            yield json.loads(line)


def _text(text: str, rows: Iterable[dict[str, object]]) -> Text:
    kinds: tuple[list[Entity], list[Entity]] = ([], [])
    for row in rows:
        span = Span(int(str(row["begin"])), int(str(row["end"])))
        if row["type"] in KINDS.values() and text[slice(*span)] == row["value"]:
            kinds[not is_named(str(row["value"]))].append(Entity(span, str(row["type"])))
    return Text(text, *(tuple(sorted(set(each))) for each in kinds))


def is_named(words: str) -> bool:
    """Tell whether all words but small ones have capitals.

    >>> is_named("the Kurdish YPG"), is_named("U.S. forces"), is_named("the camp")
    (True, False, False)
    """
    told = [word for word in words.split() if word.lower() not in SMALL]
    return bool(told) and all(word[0].isupper() for word in told)


def found_in(document: Document, reading: Reading) -> list[Entity]:
    """Give what is named in a document, in text order: persons of the record, then other names."""
    people = {one.actor_id for one in reading.actors if one.schema is ActorSchema.PERSON}
    persons = {
        Entity(mention.anchor.span, "Person")
        for mention in reading.mentions
        if mention.kind is MentionKind.NAME and mention.actor_id in people
    }
    others = [
        entity
        for entity in _of_finder(document)
        if entity.type != "Person" and not any(entity.span.meets(one.span) for one in persons)
    ]
    return sorted([*persons, *others])


def _of_finder(document: Document) -> Iterator[Entity]:
    """Give the entities of the entity finder in published offsets."""
    anchors = Anchors(document)
    run: list[tuple[int, int, str]] = []
    for word in (*parse(document).words, None):
        if run and (word is None or word.begins_entity or not word.entity):
            span = anchors.at_clean(Span(run[0][0], run[-1][1])).span
            if run[0][2] in KINDS:
                yield Entity(span, KINDS[run[0][2]])
            run = []
        if word is not None and word.entity:
            run.append((word.start, word.end, word.entity))


def score(gold: Text, predicted: Sequence[Entity]) -> dict[str, Tally]:
    """Give the tallies of one text by the names of their figures."""
    found: dict[str, Tally] = {}
    for exact in (False, True):
        total = Tally()
        for kind in dict.fromkeys(KINDS.values()):
            tally = _matched(gold, [one for one in predicted if one.type == kind], kind, exact)
            found[kind.lower() + "_exact" * exact] = tally
            total += tally
        found["entities" + "_exact" * exact] = total
    return found


def _matched(gold: Text, predicted: Sequence[Entity], kind: str, exact: bool) -> Tally:
    wanted = [one.span for one in gold.named if one.type == kind]
    left, hits, counted = list(wanted), 0, 0
    for one in predicted:
        fitting = [span for span in left if _same(gold.text, span, one.span, exact)]
        if fitting:
            left.remove(min(fitting, key=lambda span: abs(span.start - one.span.start)))
            hits += 1
        beside = not fitting and not any(span.meets(one.span) for span in wanted)
        unnamed = beside and any(other.span.meets(one.span) for other in gold.others)
        counted += not unnamed
    return Tally.of(hits, len(wanted), counted)


def _same(text: str, one: Span, other: Span, exact: bool) -> bool:
    return one.meets(other) and (not exact or _bare(text, one) == _bare(text, other))


def _bare(text: str, span: Span) -> str:
    return _EDGES.sub("", text[slice(*span)])


def measured(folder: Path) -> dict[str, Tally]:
    """Give the tallies over all texts in a folder."""
    gold = texts(folder)
    sums: dict[str, Tally] = defaultdict(Tally)
    with tempfile.TemporaryDirectory() as name:
        for key, one in gold.items():
            path = Path(name, f"{key}.txt")
            path.write_bytes(one.text.encode())
            (done,) = extract_paths(Plan(paths=(path,)))
            if done.document is None or done.reading is None:
                continue
            for figure, tally in score(one, found_in(done.document, done.reading)).items():
                sums[figure] += tally
    return dict(sums)


def figures(tallies: dict[str, Tally]) -> dict[str, float]:
    """Give the figures that are printed, F1 in percent."""
    return {name: percent(tally.f1) for name, tally in tallies.items()}


def main() -> int:
    """Print the table and the line of figures, and give the exit status."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.re3d")
    parser.add_argument("folder", type=Path, metavar="DIR", help="parts of re3d, a folder each")
    folder = parser.parse_args().folder
    if not list(folder.glob("*/entities.json")):
        parser.error(f"{folder} holds no parts of re3d (*/entities.json).")
    tallies = measured(folder)
    tables.show(tables.of_tallies(f"{folder}: what is named", tallies))
    print(json.dumps(figures(tallies)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
