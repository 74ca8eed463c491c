"""Scores of attributions: who said what, compared with gold.

All figures are micro-averages over documents; spans are compared in normal form (`normal_form`).

tok.content, tok.source, tok.cue
    Words parted by white space that hold a letter or digit. A word is in a role when one of its
    letters or digits lies in any span of that role.
content.exact
    Attributions whose content is the same, one to one.
content.overlap
    One-to-one matching, greedy by the highest Jaccard index of the contents' characters, which must
    be at least 0.5.
attr.overlap
    The same, and the sources share a character or are both empty.
attr.exact
    Content and source both the same.
direct.overlap
    attr.overlap, recall over the gold attributions that hold a direct quotation, precision over the
    predicted ones that do.
fragment.overlap, fragment.direct
    The same with every fragment of a content as an attribution of its own.
source.given.content, source.exact.given.content
    The share of content.overlap's pairs whose sources share a character (or are both empty), and
    whose sources are the same.
"""

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from evaluation.normal_form import Spans, common, is_direct, jaccard, normal
from evaluation.tally import Tally, percent

JACCARD_MIN = 0.5
"""Two contents are the same statement when they share at least half of what either covers."""

KEYS = {
    "attr_overlap": "attr.overlap",
    "attr_exact": "attr.exact",
    "direct": "direct.overlap",
    "content_exact": "content.exact",
    "tok_content": "tok.content",
}
"""The key of each figure, and the metric whose F1 it is."""

ROLES = ("content", "source", "cue")
WORD = re.compile(r"\S+")
Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Attribution:
    """Spans of one attribution; any role may be empty."""

    source: Spans = ()
    cue: Spans = ()
    content: Spans = ()


@dataclass(frozen=True, slots=True)
class Article:
    """A text with its gold and its predicted attributions."""

    text: str
    gold: Sequence[Attribution]
    predicted: Sequence[Attribution]


@dataclass(frozen=True, slots=True)
class Compared:
    """One attribution in normal form."""

    content: Spans
    source: Spans
    direct: bool

    @classmethod
    def of(cls, text: str, content: Spans, source: Spans) -> "Compared":
        """Give the normal form of a content and its source."""
        content = normal(text, content)
        return cls(content, normal(text, source), is_direct(text, content))

    def same_source(self, other: "Compared") -> bool:
        """Tell whether the sources share a character or are both empty."""
        if not self.source or not other.source:
            return not self.source and not other.source
        return common(self.source, other.source) > 0


def compared(text: str, items: Iterable[Attribution]) -> list[Compared]:
    """Give attributions in normal form, in their order."""
    return [Compared.of(text, item.content, item.source) for item in items]


def match(gold: Sequence[Compared], predicted: Sequence[Compared], *, sources: bool) -> list[Pair]:
    """Match one to one, greedily by overlap; `sources` asks for the same source, too."""
    eligible = []
    for g, one in enumerate(gold):
        for p, other in enumerate(predicted):
            index = jaccard(one.content, other.content)
            if index >= JACCARD_MIN and (not sources or one.same_source(other)):
                eligible.append((-index, g, p))
    used_gold: set[int] = set()
    used_predicted: set[int] = set()
    pairs = []
    for _, g, p in sorted(eligible):
        if g not in used_gold and p not in used_predicted:
            used_gold.add(g)
            used_predicted.add(p)
            pairs.append((g, p))
    return pairs


def score(articles: Iterable[Article]) -> dict[str, Tally]:
    """Give the tally of every metric over all articles."""
    tallies: dict[str, Tally] = {}
    for article in articles:
        for name, tally in _tallies(article):
            tallies[name] = tallies.get(name, Tally()) + tally
    return tallies


def figures(found: dict[str, Tally]) -> dict[str, float]:
    """Give the figures that are printed, in percent."""
    overlap = found.get("attr.overlap", Tally())
    return {
        **{key: percent(found.get(metric, Tally()).f1) for key, metric in KEYS.items()},
        "attr_overlap_precision": percent(overlap.precision),
        "attr_overlap_recall": percent(overlap.recall),
    }


def _tallies(article: Article) -> Iterator[tuple[str, Tally]]:
    text = article.text
    gold, predicted = compared(text, article.gold), compared(text, article.predicted)
    yield from _in_words(article)
    yield "content.exact", _equal(gold, predicted, attrgetter("content"))
    yield from _by_content(gold, predicted)
    yield from _by_source(("attr.overlap", "direct.overlap"), gold, predicted)
    yield "attr.exact", _equal(gold, predicted, attrgetter("content", "source"))
    parts = (_fragments(text, gold), _fragments(text, predicted))
    yield from _by_source(("fragment.overlap", "fragment.direct"), *parts)


def _in_words(article: Article) -> Iterator[tuple[str, Tally]]:
    words = [
        {at for at in range(*word.span()) if article.text[at].isalnum()}
        for word in WORD.finditer(article.text)
    ]
    for role in ROLES:
        gold = _words_in(words, role, article.gold)
        predicted = _words_in(words, role, article.predicted)
        yield f"tok.{role}", Tally.of(len(gold & predicted), len(gold), len(predicted))


def _words_in(words: list[set[int]], role: str, items: Iterable[Attribution]) -> set[int]:
    covered: set[int] = set()
    for item in items:
        for span in getattr(item, role):
            covered.update(range(*span))
    return {number for number, places in enumerate(words) if places & covered}


def _equal(
    gold: list[Compared], predicted: list[Compared], key: Callable[[Compared], Hashable]
) -> Tally:
    keys = [Counter(key(item) for item in side if item.content) for side in (gold, predicted)]
    return Tally.of((keys[0] & keys[1]).total(), len(gold), len(predicted))


def _by_content(gold: list[Compared], predicted: list[Compared]) -> Iterator[tuple[str, Tally]]:
    pairs = [(gold[g], predicted[p]) for g, p in match(gold, predicted, sources=False)]
    yield "content.overlap", Tally.of(len(pairs), len(gold), len(predicted))
    near = sum(one.same_source(other) for one, other in pairs)
    yield "source.given.content", Tally.share(near, len(pairs))
    same = sum(one.source == other.source for one, other in pairs)
    yield "source.exact.given.content", Tally.share(same, len(pairs))


def _by_source(
    names: tuple[str, str], gold: list[Compared], predicted: list[Compared]
) -> Iterator[tuple[str, Tally]]:
    pairs = match(gold, predicted, sources=True)
    yield names[0], Tally.of(len(pairs), len(gold), len(predicted))
    yield (
        names[1],
        Tally(
            hit_gold=sum(gold[g].direct for g, _ in pairs),
            gold=sum(item.direct for item in gold),
            hit_predicted=sum(predicted[p].direct for _, p in pairs),
            predicted=sum(item.direct for item in predicted),
        ),
    )


def _fragments(text: str, items: list[Compared]) -> list[Compared]:
    return [Compared.of(text, (span,), item.source) for item in items for span in item.content]
