"""Work done apart: in a process of its own that can be ended when it hangs, grows or breaks.

A process is told once which function does its work, and is then given one job after another. The
function stands in a module of onrecord; what is sent are values that can be pickled.
"""

import os
import resource
import signal
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from multiprocessing.connection import Connection, Pipe
from typing import Any

PATIENCE = 2.0
"""Seconds that a process has to end when it is told to, before it is made to."""


class Broken(Exception):
    """The process ended over its job, was too slow, or wanted too much memory."""


@dataclass(frozen=True, slots=True)
class Work:
    """What a process does: `module:function`, which makes the doer from `given`.

    The doer is a function of one job. `memory` bounds the process in bytes where the system can.
    """

    place: str
    given: Any = None
    memory: int | None = None


class Apart:
    """One process that does one kind of work; it is started with the first job."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._process: subprocess.Popen[bytes] | None = None
        self._line: Connection[Any, Any] | None = None

    @property
    def line(self) -> "Connection[Any, Any]":
        """The connection on which results come, to be waited for."""
        if self._line is None:
            self._start()
        assert self._line is not None
        return self._line

    def give(self, job: Any) -> None:
        """Begin a job."""
        try:
            self.line.send(job)
        except OSError:  # it ended since the last job; another one is started
            self.end()
            self.line.send(job)

    def take(self, seconds: float | None = None) -> Any:
        """Give the result of the job that was begun, after so many seconds at most.

        Raises:
            Broken: there is none, and the process has been ended.
        """
        try:
            if not self.line.poll(seconds):
                self.end()
                raise Broken(f"it took more than {seconds:g} seconds")
            fine, result = self.line.recv()
        except (EOFError, OSError) as error:
            code = self.end()
            raise Broken(f"the program that read it ended with status {code}") from error
        if not fine:
            raise Broken(result)
        return result

    def end(self) -> int | None:
        """End the process, and give its status; the next job starts another."""
        process, line, self._process, self._line = self._process, self._line, None, None
        if line is not None:
            line.close()
        if process is None:
            return None
        with suppress(subprocess.TimeoutExpired):
            return process.wait(PATIENCE)
        process.kill()
        return process.wait()

    def _start(self) -> None:
        self._line, theirs = Pipe()
        code = f"from onrecord.apart import serve; serve({theirs.fileno()})"
        places = os.pathsep.join(place for place in sys.path if place)
        self._process = subprocess.Popen(  # noqa: S603 - our own code, and no shell
            [sys.executable, "-c", code],
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={"OMP_NUM_THREADS": "1", **os.environ, "PYTHONPATH": places},
        )
        theirs.close()
        self._line.send(self._work)


def serve(place: int) -> None:
    """Do the jobs that come on a connection until it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that started this one is told
    line: Connection[Any, Any] = Connection(place)
    with suppress(EOFError, OSError):
        work: Work = line.recv()
        if work.memory:
            resource.setrlimit(resource.RLIMIT_AS, (work.memory, work.memory))
        module, _, name = work.place.partition(":")
        do = getattr(import_module(module), name)(work.given)
        while True:
            line.send(_result(do, line.recv()))


def _result(do: Any, job: Any) -> tuple[bool, Any]:
    try:
        return True, do(job)
    except MemoryError:
        return False, "it needs more memory than a document may"
    except Exception as error:  # noqa: BLE001 - whatever it is, the process that asked is told
        return False, f"{type(error).__name__}: {error}"
