"""Scores the extractor on a case with gold: `python -m evaluation.seeds DIR`.

DIR holds a `gold.json` in the format of the seeds and the articles that it names. Prints tables and
ends with one line of JSON; all figures but the two counts are in percent:

attr_overlap, attr_overlap_precision, attr_overlap_recall, attr_exact, direct, content_exact,
tok_content
    F1, and precision and recall of attr_overlap, as in `evaluation.attribution_scores`; gold
    statements that share cue and source are one attribution.
direct_found, direct_gold
    Gold attributions that hold a direct quotation: those found (attr.overlap), and all.
speaker, speaker_by_span
    Attributions whose speaker is the gold's actor, of those whose content is found; see
    `evaluation.case.speakers`.
statements_matched
    Gold statements with which a found attribution is matched; see `evaluation.case.statements`.
speech_act, form, sourcing_level, said_on
    Matched statements with the same code, or the same day in EDTF.
factuality_source, factuality_author, conditional, hedges_recall, hedges_precision, addressee,
addressee_precision, venue, venue_precision
    See `evaluation.case.circumstances`.
times_recall, times_value, times_precision
    Gold times found; found with the right value; found times that are gold. See
    `evaluation.case.times`.
money_recall, money_precision
    Gold sums found with the right amount; found sums that are gold.
title, published, publisher, url, url_status, metadata
    Articles for which it is right; `metadata` is all of them together.
noise
    Places of noise found with their kind.

With `--mistakes` every mistake is printed before, one a line: figure, place, wanted, found.
"""

import argparse
import json
import sys
from pathlib import Path

from evaluation import tables
from evaluation.case import result


def main() -> int:
    """Print the tables and the line of figures, and give the exit status."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.seeds")
    parser.add_argument("folder", type=Path, metavar="DIR", help="gold.json and its articles")
    parser.add_argument("--mistakes", action="store_true", help="print every mistake, too")
    given = parser.parse_args()
    if not (given.folder / "gold.json").is_file():
        print(f"{given.folder} holds no gold.json.", file=sys.stderr)
        return 2
    found = result(given.folder)
    if given.mistakes:
        print(*found.mistakes, sep="\n")
    tables.show(tables.of_tallies(f"{given.folder}: attributions", found.tallies))
    tables.show(tables.of_shares(f"{given.folder}: everything", found.counts))
    print(json.dumps(found.figures))
    return 0


if __name__ == "__main__":
    sys.exit(main())
