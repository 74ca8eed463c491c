"""Readings in progress: documents that a reader hands in are read one after another."""

import shutil
import tempfile
from collections import OrderedDict
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Lock

from onrecord.errors import OnrecordError
from onrecord.record import Process
from onrecord.run import Done, Outcome, Plan, read_paths
from onrecord.show.plain import one_line
from onrecord.store import Store

KEPT = 20
"""Finished readings that can still be looked at."""


@dataclass(frozen=True, slots=True)
class Handed:
    """A file that was handed in: its name, made harmless, and its bytes."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Line:
    """What became of one file."""

    name: str
    outcome: Outcome
    doc_id: str | None
    title: str
    statements: int
    stances: int
    trouble: str


@dataclass
class Job:
    """A reading in progress: what was handed in, what is done, whether it goes on.

    `total` and `done` count files; a file may hold many documents, each a line, or none.
    """

    job_id: str
    total: int
    done: int = 0
    lines: list[Line] = field(default_factory=list)
    finished: bool = False
    trouble: str = ""
    stopping: Event = field(default_factory=Event)

    @property
    def statements(self) -> int:
        """How many statements were found so far."""
        return sum(line.statements for line in self.lines)


@dataclass(frozen=True, slots=True)
class Wish:
    """How to read what is handed in."""

    published_on: str | None = None
    processes: tuple[Process, ...] = ()


class Jobs:
    """Reads what is handed in, in one thread, each time with a store of its own."""

    def __init__(self, opens: Callable[[], Store]) -> None:
        self._opens = opens
        self._reader = ThreadPoolExecutor(1, thread_name_prefix="reading")
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._lock = Lock()

    def begin(self, job_id: str, files: Sequence[Handed], wish: Wish) -> Job:
        """Begin to read files; the job can be looked at meanwhile."""
        job = Job(job_id, len(files))
        with self._lock:
            self._jobs[job_id] = job
            while len(self._jobs) > KEPT:
                self._jobs.popitem(last=False)
        self._reader.submit(self._read, job, tuple(files), wish)
        return job

    def job(self, job_id: str) -> Job | None:
        """Give a job, None where there is none of this id."""
        return self._jobs.get(job_id)

    def close(self) -> None:
        """Read no more than the document that is being read."""
        for job in self._jobs.values():
            job.stopping.set()
        self._reader.shutdown(wait=True, cancel_futures=True)

    def _read(self, job: Job, files: Sequence[Handed], wish: Wish) -> None:
        folder = Path(tempfile.mkdtemp(prefix="onrecord-"))
        try:
            with self._opens() as store:
                for number, file in enumerate(files):
                    if job.stopping.is_set():
                        break
                    own = folder / str(number)
                    own.mkdir()
                    (own / file.name).write_bytes(file.content)
                    plan = Plan((own / file.name,), wish.published_on, wish.processes)
                    job.lines += [_line(done) for done in read_paths(store, plan)]
                    job.done += 1
        except (OnrecordError, OSError) as error:
            job.trouble = str(error)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
            job.finished = True


def _line(done: Done) -> Line:
    """Give what became of one source."""
    document, reading = done.document, done.reading
    title = document.metadata.title if document else None
    return Line(
        name=one_line(done.name, 120),
        outcome=done.outcome,
        doc_id=document.doc_id if document else None,
        title=title.value if title else done.name,
        statements=len(reading.statements) if reading else 0,
        stances=len(reading.stances) if reading else 0,
        trouble=done.trouble or (reading.refused if reading and reading.refused else ""),
    )
