"""A record of many documents, to measure what one more costs that is compared with all of them.

Some are articles that share paragraphs with one another, so that the new one is like more of them
than are compared; the others are small, with sketches of as many hashes as articles have.
"""

import random
from array import array
from collections.abc import Iterator

from bench.articles import article
from bench.stances import told
from onrecord.analyse.copies import VERSION, Text, sketch
from onrecord.read import document
from onrecord.record import Document, Reading, Sketch
from onrecord.store import Store

RUNS, NAMES = 200, 40
"""Hashes of a sketch, as articles of 500 words have."""


def fill(record: Store, documents: int, articles: int) -> None:
    """Write so many documents into a record, so many of them articles, each with its sketch."""
    for number in range(articles):
        found = published(number)
        record.add(*found)
        record.keep_sketch(sketch(Text(found[0])), ())
    for number in range(documents - articles):
        small, content, _ = told(number)
        record.add(small, content, Reading(small.doc_id, "bench"))
        record.keep_sketch(sketched(small.doc_id, number), ())


def published(number: int) -> tuple[Document, bytes, Reading]:
    """Give an article as it is added to a record."""
    name, text = article(number)
    content = text.encode()
    found = document(content, name)
    return found, content, Reading(found.doc_id, "bench")


def new_articles(after: int) -> Iterator[tuple[Document, bytes, Reading]]:
    """Give articles that are not in the record yet, one after another."""
    number = after
    while True:
        yield published(number)
        number += 1


def sketched(doc_id: str, number: int) -> Sketch:
    """Give a sketch as long as those of articles, like no other."""
    draw = random.Random(number)
    runs, names = (sorted(draw.getrandbits(32) for _ in range(size)) for size in (RUNS, NAMES))
    return Sketch(doc_id, VERSION, array("I", runs), array("I", names))
