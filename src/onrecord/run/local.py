"""Reads sources into a record, or without one; trouble with one document ends no other."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from onrecord.errors import DocumentError
from onrecord.read import PassedOver, Source, leaves, sources
from onrecord.run.copies import Told, compare_new
from onrecord.run.one import Job, Made, Part, Unchanged, job, made, settled
from onrecord.run.plan import Done, Outcome, Plan
from onrecord.run.versions import follow
from onrecord.run.workers import Task, at_once
from onrecord.store import Store

Placed = tuple[Source | PassedOver | DocumentError, int]
"""A file that is no archive, and the bytes of all sources that were gone through before it."""


def read_paths(store: Store, plan: Plan, told: Told | None = None) -> Iterator[Done]:
    """Read every source of the plan into the record, and say of each document what became of it.

    At the end the new documents are compared with the others for copies; `told` is told how far.
    """
    for task in _done(plan, store):
        for part in task.parts or ():
            own = settled(part, task.what, store) if isinstance(task.what, Job) else part
            yield replace(_kept(store, own, plan), position=task.position)
    compare_new(store, told)


def extract_paths(plan: Plan) -> Iterator[Done]:
    """Read every source of the plan without a record, and give its documents and findings."""
    for task in _done(plan, None):
        for part in task.parts or ():
            yield replace(_told(part), position=task.position)


def size_of(paths: Iterable[Path]) -> int:
    """Give how many bytes the paths hold, for a progress bar."""
    found = (source for source in sources(paths, Plan(()).options) if isinstance(source, Source))
    places = (source.held for source in found if isinstance(source.held, Path))
    return sum(place.stat().st_size for place in places if place.is_file())


def _done(plan: Plan, store: Store | None) -> Iterator[Task]:
    """Give the files in their order with what was made of them."""
    tasks = _tasks(plan, store)
    if plan.workers != 1:
        yield from at_once(tasks, plan.workers)
        return
    for task in tasks:
        if isinstance(task.what, Job):
            for part in made(task.what):
                yield replace(task, parts=[part])
        else:
            yield task


def _tasks(plan: Plan, store: Store | None) -> Iterator[Task]:
    for leaf, position in _leaves(plan):
        yield Task(job(leaf, plan, store) if isinstance(leaf, Source) else leaf, position)


def _leaves(plan: Plan) -> Iterator[Placed]:
    """Give every file that is no archive with the place where it was met."""
    before = 0
    for source in sources(plan.paths, plan.options):
        position = before
        if not isinstance(source, Source):
            yield source, position
            continue
        try:
            with source.opened() as opened:
                for leaf in leaves(opened.again):
                    position = max(position, before + opened.position)
                    yield leaf, position
                before += opened.size
        except DocumentError as error:
            yield error, position


def _kept(store: Store, part: Part, plan: Plan) -> Done:
    if not isinstance(part, Made):
        return _told(part)
    found = part.found
    try:
        added = store.add(found.document, found.content, part.reading, plan.processes)
    except DocumentError as error:  # it was purged and stays out
        return _told(error)
    follow(store, found.document)
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
