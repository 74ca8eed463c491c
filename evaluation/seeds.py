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
provision, provision_precision, provision_recall
    F1, precision and recall of provisions; see `evaluation.case.provisions`.
provision_category, provision_obligor, provision_modality, provision_state
    Provisions found with the same main category, obligor, modality, state of the text.
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

import sys
from collections.abc import Sequence
from pathlib import Path

from evaluation import command, tables
from evaluation.case import result


def main(given: Sequence[str] | None = None) -> int:
    """Print the tables and the line of figures, and give the exit status."""
    parser = command.parser("seeds", __doc__)
    parser.add_argument("folder", type=Path, metavar="DIR", help="gold.json and its articles")
    parser.add_argument("--mistakes", action="store_true", help="print every mistake, too")
    chosen = parser.parse_args(given)
    with command.sentences(parser):
        found = result(chosen.folder)
    if chosen.mistakes:
        print(*found.mistakes, sep="\n")
    tables.show(tables.of_tallies(f"{chosen.folder}: attributions", found.tallies))
    tables.show(tables.of_shares(f"{chosen.folder}: everything", found.counts))
    return command.end(found.figures)


if __name__ == "__main__":
    sys.exit(main())
