"""Scores how documents are told to hang together: `python -m evaluation.copies [DIR]`.

DIR is a folder of stories in the form of `evaluation.copies.pairs`, by default the twelve that were
written for this: each gives nine pairs of articles, written as copy, light edit, rewrite, other
news with the same background, a follow-up, the same speaker on another day, another report from
the same occasion, another agency's report of the same news, and something unrelated. Half of the
stories were held out while the limits were chosen; the last line holds their figures, all in
percent: `relation_accuracy` over all pairs, precision, recall and F1 of each relation.
`utterance_...` are those of "these two reports are of one utterance", `odd_wording` is the share of
utterances whose odd wording, or that there is none, is found. `hard_rewrite_recall` is of twelve
rewrites that were written when the rules were done: six short ones, and six that make up half of a
report of the outlet's own. Pairs and rules are by one author: the figures are kind, and what they
leave out stands in `docs/decisions/0008-copies.md`.
"""

import sys
from collections import Counter
from pathlib import Path

from rich.table import Table

from evaluation import command, tables
from evaluation.copies import said
from evaluation.copies.measure import Judged, figures, judged
from evaluation.copies.pairs import STORIES
from onrecord.record import RelationKind


def main() -> int:
    """Print what each kind of pair is found as, and the figures of the half held out."""
    parser = command.parser("copies", __doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=STORIES, metavar="DIR")
    given = parser.parse_args()
    with command.sentences(parser):
        command.files(given.folder, ".toml")
        found = judged(given.folder)
        for part in ("develop", "held_out", "hard"):
            tables.show(_table(part, [one for one in found if one.pair.part == part]))
        return command.end(figures(found, said.pairs(), said.odd_ones()))


def _table(part: str, found: list[Judged]) -> Table:
    table = Table("written as", *RelationKind, title=f"pairs found as …, {part}")
    counts = Counter((one.pair.kind, one.kind) for one in found)
    for kind in dict.fromkeys(one.pair.kind for one in found):
        table.add_row(kind, *(str(counts[kind, each] or "") for each in RelationKind))
    return table


if __name__ == "__main__":
    sys.exit(main())
