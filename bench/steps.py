"""The steps that are measured, each in a process of its own.

A step takes what it needs of one article, works, and what it made is kept for the later steps. Only
the work is timed. Before that it works on the first article once, untimed: loading the language
model and the word lists is start-up.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from typing import Any

from bench.workplace import Workplace

Work = Callable[..., Any]

SEARCHED = ("ceasefire", "dam", '"army ceiling"', "negot*", "deadline talks", "crowns")
"""Words, a phrase, a beginning, two words: what people look for."""

COMPARED = 200
"""Articles for the comparison with bare spaCy: enough for a ratio that repeats within 2 %."""


DOCUMENTS_FOR_ONE = 20
"""Documents with stances for one article: with 1,000 articles 20,000, years of coverage."""


@dataclass(frozen=True, slots=True)
class Step:
    """A step: what it needs of an article, how it is got ready to work, what it makes.

    `ready` opens what the step works with. Where it gives several works, each is timed by itself,
    in turns, so that both see the machine in the same state. A step with `whole` works once on all
    articles together.
    """

    needs: tuple[str, ...]
    ready: Callable[[Workplace], AbstractContextManager[dict[str, Work]]]
    makes: str | None = None
    limit: int | None = None
    whole: bool = False


def read(_: Workplace) -> Iterator[dict[str, Work]]:
    """Give the step from bytes to documents."""
    from onrecord.read import document  # noqa: PLC0415 - each process loads its own step alone

    yield {"read": lambda content: document(content, "article.md")}


def parse(_: Workplace) -> Iterator[dict[str, Work]]:
    """Give the step from documents to words and sentences."""
    from onrecord.extract.language import parse as parsed  # noqa: PLC0415 - as above

    yield {"parse": parsed}


def attributions(_: Workplace) -> Iterator[dict[str, Work]]:
    """Give the step that finds sources, cues and contents."""
    from onrecord.extract.finder import Finder  # noqa: PLC0415 - as above
    from onrecord.extract.quotes import find_quotes  # noqa: PLC0415 - as above

    finder = Finder()

    def work(document: Any, parsed: Any) -> Any:
        quotes = find_quotes(document.clean_text, document.paragraphs)
        return finder.find(parsed, quotes)

    yield {"attributions": work}


def speakers(_: Workplace) -> Iterator[dict[str, Work]]:
    """Give the step that resolves who is meant."""
    from onrecord.extract.intervals import Intervals  # noqa: PLC0415 - as above
    from onrecord.extract.quotes import find_quotes  # noqa: PLC0415 - as above
    from onrecord.extract.speakers import Resolver  # noqa: PLC0415 - as above

    def work(document: Any, parsed: Any, found: Any) -> Any:
        quotes = find_quotes(document.clean_text, document.paragraphs)
        return Resolver(parsed, found, Intervals(quotes, lambda quote: quote.span)).resolve()

    yield {"speakers": work}


def times(_: Workplace) -> Iterator[dict[str, Work]]:
    """Give the step that finds and reads times."""
    from onrecord.extract.timing import times_of  # noqa: PLC0415 - as above
    from onrecord.spans import Anchors  # noqa: PLC0415 - as above

    yield {"times": lambda document: times_of(document, Anchors(document))}


def amounts(_: Workplace) -> Iterator[dict[str, Work]]:
    """Give the step that finds sums and quantities."""
    from onrecord.extract.amounts import find_amounts  # noqa: PLC0415 - as above

    yield {"amounts": lambda document: find_amounts(document.clean_text)}


def extraction(_: Workplace) -> Iterator[dict[str, Work]]:
    """Give all of the extraction, parsing included."""
    from onrecord.extract import extract  # noqa: PLC0415 - as above

    yield {"extract": extract}


def compared(_: Workplace) -> Iterator[dict[str, Work]]:
    """Give all of the extraction beside a bare spaCy parse of the same text."""
    import spacy  # noqa: PLC0415 - as above

    from onrecord.extract import extract  # noqa: PLC0415 - as above
    from onrecord.extract.language import model_name  # noqa: PLC0415 - as above

    bare = spacy.load(model_name())
    yield {"bare spaCy": lambda document: bare(document.clean_text), "extract in turns": extract}


def store(place: Workplace) -> Iterator[dict[str, Work]]:
    """Give the step that writes documents and readings into a record."""
    from onrecord.store import open_record  # noqa: PLC0415 - as above

    with open_record(place.record) as record:
        yield {"store": record.add}


def query(place: Workplace) -> Iterator[dict[str, Work]]:
    """Give the questions: all statements; full text in documents and statements."""
    from onrecord.store import (  # noqa: PLC0415 - as above
        DocumentFilter,
        StatementFilter,
        open_existing,
    )

    with open_existing(place.record) as record:

        def full_text() -> int:
            asked = [record.documents(DocumentFilter(text=words)) for words in SEARCHED]
            said = [record.statements(StatementFilter(text=words)) for words in SEARCHED]
            return sum(1 for answer in (*asked, *said) for _ in answer)

        yield {"statements": lambda: sum(1 for _ in record.statements()), "full text": full_text}


def standing(place: Workplace) -> Iterator[dict[str, Work]]:
    """Give the questions for stances, to a record of many small documents that tell them."""
    from bench.stances import fill  # noqa: PLC0415 - as above
    from onrecord.api import Record  # noqa: PLC0415 - as above
    from onrecord.store import open_record  # noqa: PLC0415 - as above

    with Record(open_record(place.folder / "stances.db")) as record:
        fill(record.store, DOCUMENTS_FOR_ONE * len(place.names()))
        yield {
            "stances in force": record.stances,
            "stances of one side": lambda: record.stances(holder="side 7", trail=True),
            "shifts": record.shifts,
            "gaps": lambda: record.coverage(gaps=True),
        }


def copies(place: Workplace) -> Iterator[dict[str, Work]]:
    """Give the step that compares each article with those before it, as `onrecord read` does."""
    from onrecord.run.copies import compared  # noqa: PLC0415 - as above
    from onrecord.store import open_existing  # noqa: PLC0415 - as above

    with open_existing(place.record) as record:
        yield {"copies": lambda: sum(1 for _ in compared(record))}


def layers(place: Workplace) -> Iterator[dict[str, Work]]:
    """Give the step that puts together what follows from all readings."""
    from onrecord.show.conflicts import Conflicts  # noqa: PLC0415 - as above
    from onrecord.show.occasions import OccasionFilter, Occasions  # noqa: PLC0415 - as above
    from onrecord.store import open_existing  # noqa: PLC0415 - as above

    with open_existing(place.record) as record:

        def work() -> int:
            found = Conflicts(record)  # with who is who and the plans
            asked = Occasions(record, OccasionFilter(media=True), found.plans.roster)
            return len(found.all) + len(asked.meetings()) + len(asked.deadlines())

        yield {"layers": work}


def one_more(place: Workplace) -> Iterator[dict[str, Work]]:
    """Give the step that compares one article with many times as many as there are."""
    from bench.copies import fill, new_articles  # noqa: PLC0415 - as above
    from onrecord.run.copies import compare_new  # noqa: PLC0415 - as above
    from onrecord.store import open_record  # noqa: PLC0415 - as above

    with open_record(place.folder / "copies.db") as record:
        articles = len(place.names())
        fill(record, DOCUMENTS_FOR_ONE * articles, articles)
        coming = new_articles(articles)

        def one() -> int:
            record.add(*next(coming))
            return compare_new(record)

        yield {"copies of one": one}


def step(needs: str, ready: Callable[[Workplace], Iterator[dict[str, Work]]], **rest: Any) -> Step:
    """Give a step that is got ready and closed again by a generator."""
    return Step(tuple(needs.split()), contextmanager(ready), **rest)


STEPS = {
    "read": step("content", read, makes="document"),
    "parse": step("document", parse, makes="parsed"),
    "attributions": step("document parsed", attributions, makes="found"),
    "speakers": step("document parsed found", speakers),
    "times": step("document", times),
    "amounts": step("document", amounts),
    "extract": step("document", extraction, makes="reading"),
    "compare": step("document", compared, limit=COMPARED),
    "store": step("document content reading", store),
    "copies": step("", copies, whole=True),
    "layers": step("", layers, whole=True),
    "one more": step("", one_more, whole=True),
    "query": step("", query, whole=True),
    "standing": step("", standing, whole=True),
}
"""All steps, in the order in which they are run."""
