"""Reads sources into a record, or without one; trouble with one document ends no other."""

from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from onrecord.errors import DocumentError
from onrecord.read import PassedOver, Source, leaves, sources
from onrecord.run.one import Made, Part, Unchanged, parts
from onrecord.run.plan import Done, Outcome, Plan
from onrecord.store import Store

Placed = tuple[Source | PassedOver | DocumentError, int]
"""A file that is no archive, and the bytes of all sources that were gone through before it."""


def read_paths(store: Store, plan: Plan) -> Iterator[Done]:
    """Read every source of the plan into the record, and say of each document what became of it."""
    for part, position in _read(plan, store):
        yield replace(_kept(store, part, plan), position=position)


def extract_paths(plan: Plan) -> Iterator[Done]:
    """Read every source of the plan without a record, and give its documents and findings."""
    for part, position in _read(plan, None):
        yield replace(_told(part), position=position)


def size_of(paths: Iterable[Path]) -> int:
    """Give how many bytes the paths hold, for a progress bar."""
    found = (source for source in sources(paths, Plan(()).options) if isinstance(source, Source))
    places = (source.held for source in found if isinstance(source.held, Path))
    return sum(place.stat().st_size for place in places if place.is_file())


def _read(plan: Plan, store: Store | None) -> Iterator[tuple[Part, int]]:
    """Give what the sources hold, in their order."""
    for leaf, position in _leaves(plan):
        found = parts(leaf, plan, store) if isinstance(leaf, Source) else iter((leaf,))
        for part in found:
            yield part, position


def _leaves(plan: Plan) -> Iterator[Placed]:
    """Give every file that is no archive with the place where it was met."""
    before = 0
    for source in sources(plan.paths, plan.options):
        position = before
        if not isinstance(source, Source):
            yield source, position
            continue
        try:
            with source.opened() as opened, closing(leaves(opened.again)) as found:
                for leaf in found:
                    position = max(position, before + opened.position)
                    yield leaf, position
                before += opened.size
        except DocumentError as error:
            yield error, position


def _kept(store: Store, part: Part, plan: Plan) -> Done:
    if not isinstance(part, Made):
        return _told(part)
    found = part.found
    added = store.add(found.document, found.content, part.reading, plan.processes)
    return replace(_told(part), outcome=Outcome(added.value))


def _told(part: Part) -> Done:
    match part:
        case DocumentError():
            return Done(part.name, Outcome.FAILED, trouble=str(part))
        case PassedOver():
            return Done(part.name, Outcome.SKIPPED)
        case Unchanged():
            return Done(part.name, Outcome.UNCHANGED, doc_id=part.doc_id)
        case Made():
            document = part.found.document
            return Done(
                document.name,
                Outcome.NEW,
                document,
                part.reading,
                notes=part.found.notes,
                doc_id=document.doc_id,
            )
