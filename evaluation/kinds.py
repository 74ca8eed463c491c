"""Recall by kind of attribution on a part of PolNeAR: `python -m evaluation.kinds DIR`.

A gold attribution is found when it is one of the pairs that attr.overlap matches; `all` is that
recall over all of them. The kinds, of which an attribution can have several, are explained one by
one in `evaluation.kind_rules`. Prints each kind's count and recall, and ends with one line of JSON:
the recall of each kind in percent. A kind that no gold attribution is of has a count of 0 and no
figure: in PolNeAR none is `nested`, of 2,193 in dev and 19,868 in train.
"""

import sys
from collections.abc import Iterable, Sequence

from evaluation import command, part, tables
from evaluation.kind_rules import RULES, Gold, kinds
from evaluation.marks import marks
from evaluation.part import PartArticle
from evaluation.tally import Tally, percent


def tallies(articles: Iterable[PartArticle]) -> dict[str, Tally]:
    """Give of each kind how many gold attributions are found, and how many there are."""
    found = {name: Tally() for name in ("all", *(rule.__name__ for rule in RULES))}
    for article in articles:
        text, gold = article.scored.text, article.scored.gold
        hits, read = {g for g, _ in article.pairs()}, marks(text)
        for number, item in enumerate(gold):
            for kind in ("all", *kinds(Gold(text, item, gold, read))):
                found[kind] += Tally.share(number in hits, 1)
    return found


def figures(found: dict[str, Tally]) -> dict[str, float]:
    """Give the recall of each kind that there is, in percent."""
    return {kind: percent(tally.recall) for kind, tally in found.items() if tally.gold}


def main(given: Sequence[str] | None = None) -> int:
    """Print the table and the line of figures, and give the exit status."""
    parser = part.parser("kinds", __doc__)
    with command.sentences(parser):
        found = tallies(part.articles(parser.parse_args(given).folder))
    tables.show(tables.of_shares("gold attributions found, by kind", found))
    return command.end(figures(found))


if __name__ == "__main__":
    sys.exit(main())
