"""Compares documents that are new with those that are on record already."""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from onrecord.analyse.copies import VERSION, Article, Index, Text, relation, sketch
from onrecord.analyse.coverage import published_on
from onrecord.record import Relation, RelationKind, Sketch
from onrecord.store import Store

TEXTS = 200
"""Texts in memory, made ready to be compared: the copies of a story come close to one another."""

Compared = tuple[Sketch, list[Relation]]


Told = Callable[[int, int], None]
"""Is told after each document how many are compared, and of how many."""


def compare_new(store: Store, told: Told | None = None) -> int:
    """Keep what the documents that were not compared yet are to the others; give their number."""
    count, number = len(store.without_sketch(VERSION)), 0
    for found, relations in compared(store):
        store.keep_sketch(found, relations)
        number += 1
        if told:
            told(number, count)
    return number


def relations_of(store: Store, ids: Sequence[str] | None = None) -> list[Relation]:
    """Give the relations of all documents or of some; nothing is written.

    Those of documents that were not compared yet are made now.
    """
    wanted = None if ids is None else frozenset(ids)
    made = (each for _, found in compared(store) for each in found)
    fitting = (each for each in made if wanted is None or {each.later, each.earlier} & wanted)
    return [*store.relations(ids), *fitting]


def compared(store: Store) -> Iterator[Compared]:
    """Give the sketch of each document not compared yet, with its relations to those before it.

    Documents that are unrelated are told apart from those not compared by having a sketch.
    """
    waiting = store.without_sketch(VERSION)
    if waiting:
        yield from _Comparing(store).each(waiting)


class _Comparing:
    """The documents of a record, to be compared with new ones."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._index = Index()
        self._article = lru_cache(maxsize=TEXTS)(self._made)
        day = lru_cache(maxsize=None)(published_on)
        for known, published in store.sketches(VERSION):
            self._index.add(known, day(published))

    def each(self, waiting: tuple[str, ...]) -> Iterator[Compared]:
        for doc_id in waiting:
            article = self._article(doc_id)
            own = sketch(article.text)
            others = self._index.like(own, article.published)
            self._index.add(own, article.published)
            found = (relation(self._article(other), article) for other in others)
            yield own, [each for each in found if each.kind is not RelationKind.UNRELATED]

    def _made(self, doc_id: str) -> Article:
        return Article(Text(self._store.document(doc_id)), self._store.origin(doc_id))
