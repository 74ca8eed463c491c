"""Scores the extractor on a part of PolNeAR: `python -m evaluation.attributions DIR`.

DIR holds `text/*.txt` and `attributions/*.ann`. Prints the table of figures, in percent, and ends
with one line of JSON: `attr_overlap`, `attr_exact`, `direct`, `content_exact`, `tok_content` are
F1, `attr_overlap_precision` and `attr_overlap_recall` what they say.
"""

import argparse
import json
import sys
from pathlib import Path

from evaluation import polnear, tables
from evaluation.attribution_scores import Article, figures, score
from evaluation.extracting import attributions, extracted, read
from evaluation.tally import Tally


def tallies(folder: Path) -> dict[str, Tally]:
    """Give every metric over the articles of a part of PolNeAR."""
    articles = []
    for file, line in extracted(polnear.texts(folder), f"PolNeAR {folder.name}"):
        found = polnear.annotation(file)
        assert found is not None
        gold = tuple(polnear.attributions(read(found)))
        articles.append(Article(read(file), gold, attributions(line)))
    return score(articles)


def main() -> int:
    """Print the table and the line of figures, and give the exit status."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.attributions", description=__doc__)
    parser.add_argument("folder", type=Path, metavar="DIR")
    folder = parser.parse_args().folder
    if not polnear.texts(folder):
        print(f"{folder} holds no annotated articles (text/*.txt, attributions/*.ann).")
        return 2
    found = tallies(folder)
    tables.show(tables.of_tallies(str(folder), found))
    print(json.dumps(figures(found)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
