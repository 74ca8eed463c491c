"""Measures one step in this process: `python -m bench.measure STEP FOLDER`; prints JSON."""

import json
import resource
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from bench.steps import STEPS, Step, Work
from bench.workplace import Workplace

MEGA = 1024**2


@dataclass
class Stopwatch:
    """Adds up the CPU and wall seconds of all that is done inside `with` this."""

    cpu: float = 0.0
    wall: float = 0.0

    def __enter__(self) -> Self:
        self.cpu -= time.process_time()
        self.wall -= time.perf_counter()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.cpu += time.process_time()
        self.wall += time.perf_counter()


Figures = dict[str, dict[str, float]]


def measure(name: str, place: Workplace) -> Figures:
    """Give the figures of a step's works: seconds, and the peak memory of this process in MiB."""
    step = STEPS[name]
    with step.ready(place) as works:
        watches = {work: Stopwatch() for work in works}
        count = _whole(works, watches) if step.whole else _each(step, place, (works, watches))
    return {
        work: {"articles": count, "cpu": watch.cpu, "wall": watch.wall, "memory": peak_memory()}
        for work, watch in watches.items()
    }


Timed = tuple[dict[str, Work], dict[str, Stopwatch]]


def _whole(works: dict[str, Work], watches: dict[str, Stopwatch]) -> int:
    """Work once on all articles together, for the second time."""
    for name, work in works.items():
        work()
        with watches[name]:
            work()
    return 0


def _each(step: Step, place: Workplace, timed: Timed) -> int:
    """Work on each article, and give how many there were."""
    works, watches = timed
    count = 0
    for count, (name, inputs) in enumerate(place.inputs(step.needs, step.limit), 1):
        if count == 1:
            _made(works, None, inputs)
        made = _made(works, watches, inputs)
        if step.makes:
            place.keep(step.makes, name, made)
    return count


def _made(works: dict[str, Work], watches: dict[str, Stopwatch] | None, inputs: list[Any]) -> Any:
    """Give what the last work makes of the inputs of one article."""
    made = None
    for name, work in works.items():
        with watches[name] if watches else Stopwatch():
            made = work(*inputs)
    return made


def peak_memory() -> float:
    """Give the peak memory of this process in MiB; macOS counts in bytes, others in KiB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / MEGA if sys.platform == "darwin" else peak / 1024


if __name__ == "__main__":
    print(json.dumps(measure(sys.argv[1], Workplace(Path(sys.argv[2])))))
