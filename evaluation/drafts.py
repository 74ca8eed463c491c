"""Scores drafts side by side: `python -m evaluation.drafts DIR`.

DIR holds the drafts that `evaluation/drafts_gold.toml` names, a folder each with one text file
(`cop21_drafts`: three drafts of the Paris Agreement). Two tests:

- *the sample*: sixty passages drawn by lot and looked up by a reader. A link is right if the reader
  names it, too; what a reader may well name counts neither way. Thirty more were looked up when the
  thresholds were set: the *fresh* ones.
- *renumbered*: each draft against itself with its labels taken away, its articles and points put in
  another order, points merged, split, dropped and added and words replaced, by lots that a seed
  draws (`evaluation/rewritten.py`). Every link is known.

Prints two tables and ends with one line of JSON, in percent:

sample_precision, sample_recall, sample_links
    Links of the sample: precision, recall, F1.
fresh_links, fresh_relations
    The same for those looked up last.
sample_relations
    Share of passages whose relation (same, changed, merged, split, added, dropped) is right.
renumbered_links, renumbered_relations
    The same over all passages of the rewritten drafts.
"""

import json
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from evaluation import tables
from evaluation.command import NothingToScore, parser, sentences
from evaluation.rewritten import Rewritten, rewritten
from evaluation.tally import Tally, percent
from onrecord.analyse.alignment import Alignment, Relation, align
from onrecord.read import plan_text
from onrecord.record import Point, TextLabel

TEXTS = frozenset({".md", ".txt", ".html"})
"""Endings of the files of drafts."""

GOLD = Path(__file__).with_name("drafts_gold.toml")
SEEDS = (1, 2, 3, 4, 5)
"""Lots drawn for each draft."""


class Judged(NamedTuple):
    """A passage with the partners that a reader names, and what it became."""

    at: int
    to: frozenset[int]
    may: frozenset[int]
    relation: Relation


class Pair(NamedTuple):
    """Two drafts, and the passages that were looked up from either side."""

    before: str
    after: str
    rows: tuple[Sequence[Judged], Sequence[Judged]]
    name: str


def pairs(path: Path = GOLD) -> list[Pair]:
    """Give the pairs of drafts of the sample."""
    found = tomllib.loads(path.read_text("utf-8"))["pair"]
    return [
        Pair(
            each["before"],
            each["after"],
            (_rows(each["before_rows"]), _rows(each["after_rows"])),
            each["name"],
        )
        for each in found
    ]


def _rows(rows: Iterable[Mapping[str, Any]]) -> list[Judged]:
    return [
        Judged(
            row["at"],
            frozenset(row["to"]),
            frozenset(row.get("may", ())),
            Relation(row["relation"]),
        )
        for row in rows
    ]


def points(folder: Path) -> tuple[Point, ...]:
    """Give the points of the one text in a folder.

    Raises:
        NothingToScore: there is none.
    """
    for path in sorted(folder.glob("*")) if folder.is_dir() else ():
        if path.suffix in TEXTS:
            return plan_text(path.read_bytes(), path.name, TextLabel("draft", folder.name))[
                1
            ].points
    raise NothingToScore(f"{folder} holds no text.")


def sample(pair: Pair, found: Alignment) -> dict[str, Tally]:
    """Give the tallies of the links and the relations of a pair's passages."""
    links, relations = Tally(), Tally()
    for side, judged in enumerate(pair.rows):
        partners, became = _told(found, side)
        for row in judged:
            named = partners.get(row.at, frozenset()) - row.may
            links += Tally.of(len(named & row.to), len(row.to), len(named))
            relations += Tally.share(became.get(row.at) is row.relation, 1)
    return {f"{pair.name}_links": links, f"{pair.name}_relations": relations}


def _told(found: Alignment, side: int) -> tuple[dict[int, frozenset[int]], dict[int, Relation]]:
    """Give each passage's partners and relation by where it begins; a move alone is no change."""
    partners: dict[int, frozenset[int]] = {}
    became: dict[int, Relation] = {}
    for row in found.rows:
        own, other = (row.left, row.right) if side == 0 else (row.right, row.left)
        for point in own:
            partners[point.anchor.start] = frozenset(each.anchor.start for each in other)
            moved = row.relation is Relation.MOVED
            became[point.anchor.start] = Relation.SAME if moved else row.relation
    return partners, became


def renumbered(case: Rewritten, found: Alignment) -> dict[str, Tally]:
    """Give the tallies of a draft and its rewritten form."""
    links, relations = Tally(), Tally()
    told: dict[str, set[str]] = defaultdict(set)
    became: dict[str, Relation] = {}
    for row in found.rows:
        for point in row.left:
            told[point.point_id] |= {each.point_id for each in row.right}
            became[point.point_id] = row.relation
        became.update({p.point_id: row.relation for p in row.right if not row.left})
    for before, after in case.links.items():
        named = told.get(before, set())
        links += Tally.of(len(named & after), len(after), len(named))
    for point_id, relation in case.relations.items():
        moved = became.get(point_id) is Relation.MOVED
        relations += Tally.share((Relation.SAME if moved else became.get(point_id)) is relation, 1)
    return {"renumbered_links": links, "renumbered_relations": relations}


def measured(folder: Path) -> dict[str, Tally]:
    """Give the tallies of both tests over the drafts in a folder.

    Raises:
        NothingToScore: a draft is missing.
    """
    gold = pairs()
    texts = {name: points(folder / name) for pair in gold for name in (pair.before, pair.after)}
    sums: dict[str, Tally] = defaultdict(Tally)
    for pair in gold:
        _add(sums, sample(pair, align(texts[pair.before], texts[pair.after])))
    for case in _cases(texts.values()):
        _add(sums, renumbered(case, align(case.before, case.after)))
    return dict(sums)


def _cases(texts: Iterable[tuple[Point, ...]]) -> Iterator[Rewritten]:
    for text in texts:
        for seed in SEEDS:
            yield rewritten(text, seed)


def _add(sums: dict[str, Tally], tallies: Mapping[str, Tally]) -> None:
    for name, tally in tallies.items():
        sums[name] += tally


def figures(tallies: Mapping[str, Tally]) -> dict[str, float]:
    """Give the figures that are printed, in percent."""
    links = tallies["sample_links"]
    return {
        "sample_precision": percent(links.precision),
        "sample_recall": percent(links.recall),
        **{name: percent(tally.f1) for name, tally in tallies.items()},
    }


def main() -> int:
    """Print the tables and the line of figures, and give the exit status."""
    of = parser("drafts", __doc__)
    of.add_argument("folder", type=Path, metavar="DIR", help="drafts, a folder each")
    with sentences(of):
        tallies = measured(of.parse_args().folder)
    links = {name: each for name, each in tallies.items() if name.endswith("links")}
    tables.show(tables.of_tallies("links between drafts", links))
    shares = {name: each for name, each in tallies.items() if name not in links}
    tables.show(tables.of_shares("what became of the passages", shares))
    print(json.dumps(figures(tallies)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
