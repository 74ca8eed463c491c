"""Many files at once: processes that read and extract, whose results come in the files' order."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import wait

from onrecord.apart import Apart, Broken, Work
from onrecord.errors import ReadingStopped
from onrecord.run.one import Job, Part, made

AHEAD = 4
"""Files for each process that wait to be read or to be written; each may have megabytes."""


@dataclass
class Task:
    """A file on its way: what is to be done, or what was made of it, and where it was met."""

    what: Job | Part
    position: int
    parts: list[Part] | None = None

    def __post_init__(self) -> None:
        if not isinstance(self.what, Job):
            self.parts = [self.what]


@dataclass
class Pool:
    """Processes that read: which of them are free, and on which task each of the others is."""

    count: int
    free: list[Apart] = field(default_factory=list)
    busy: dict[Apart, Task] = field(default_factory=dict)

    def __post_init__(self) -> None:
        work = Work("onrecord.run.workers:reader")
        self.free = [Apart(work) for _ in range(self.count)]

    def begin(self, task: Task) -> None:
        """Give a task to a process, waiting for one that is free."""
        while not self.free:
            self.collect()
        if isinstance(task.what, Job):
            process = self.free.pop()
            process.give(task.what)
            self.busy[process] = task

    def collect(self) -> None:
        """Wait until a process has done its task."""
        lines = {process.line: process for process in self.busy}
        ready = wait(list(lines))
        for process in [process for line, process in lines.items() if line in ready]:
            task = self.busy.pop(process)
            try:
                task.parts = process.take()
            except Broken as error:
                name = task.what.leaf.name if isinstance(task.what, Job) else ""
                task.parts = [ReadingStopped(name, str(error))]
            self.free.append(process)

    def end(self) -> None:
        """End the processes."""
        for process in (*self.free, *self.busy):
            process.end()


def reader(_: None) -> Callable[[Job], list[Part]]:
    """Give the function that a process does its tasks with."""
    return lambda job: list(made(job))


def at_once(tasks: Iterable[Task], workers: int) -> Iterator[Task]:
    """Give the tasks with what was made of them, in their order."""
    pool, waiting = Pool(workers or cores()), deque[Task]()
    try:
        for task in tasks:
            waiting.append(task)
            if task.parts is None:
                pool.begin(task)
            while waiting and (waiting[0].parts is not None or len(waiting) > AHEAD * pool.count):
                yield _first(waiting, pool)
        while waiting:
            yield _first(waiting, pool)
    finally:
        pool.end()


def cores() -> int:
    """Give how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _first(waiting: deque[Task], pool: Pool) -> Task:
    while waiting[0].parts is None:
        pool.collect()
    return waiting.popleft()
