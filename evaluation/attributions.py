"""Scores the extractor on a part of PolNeAR: `python -m evaluation.attributions DIR`.

DIR holds `text/*.txt` and `attributions/*.ann`. Prints the table of figures, in percent, and ends
with one line of JSON: `attr_overlap`, `attr_exact`, `direct`, `content_exact`, `tok_content` are
F1, `attr_overlap_precision` and `attr_overlap_recall` what they say.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from evaluation import command, part, tables
from evaluation.attribution_scores import figures, score
from evaluation.tally import Tally


def tallies(folder: Path) -> dict[str, Tally]:
    """Give every metric over the articles of a part of PolNeAR."""
    return score(article.scored for article in part.articles(folder))


def main(given: Sequence[str] | None = None) -> int:
    """Print the table and the line of figures, and give the exit status."""
    parser = part.parser("attributions", __doc__)
    folder = parser.parse_args(given).folder
    with command.sentences(parser):
        found = tallies(folder)
    tables.show(tables.of_tallies(str(folder), found))
    return command.end(figures(found))


if __name__ == "__main__":
    sys.exit(main())
