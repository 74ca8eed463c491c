"""Work that is done beside the pages that readers look at, one piece after another."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock, Thread

Work = Callable[[], object]
NAME = "beside the pages"
"""The name of the thread that is at work."""


class Beside:
    """Does each piece of work once, in the order in which it is asked for.

    A piece that is asked for again while it waits or is done is not done twice; one that fails is
    forgotten, and begun again when it is next asked for.
    """

    def __init__(self) -> None:
        self._waiting: OrderedDict[Hashable, Work] = OrderedDict()
        self._lock = Lock()
        self._at_work = False

    def make(self, key: Hashable, work: Work) -> None:
        """Have a piece of work done."""
        with self._lock:
            self._waiting.setdefault(key, work)
            begin = not self._at_work
            self._at_work = True
        if begin:
            Thread(target=self._run, name=NAME, daemon=True).start()

    def _run(self) -> None:
        key: Hashable = None
        done = False
        try:
            while (item := self._next(key)) is not None:
                key, work = item
                work()
            done = True
        finally:  # whoever asks next begins again, should the work have failed
            if not done:
                with self._lock:
                    self._waiting.pop(key, None)
                    self._at_work = False

    def _next(self, done: Hashable) -> tuple[Hashable, Work] | None:
        """Give the next piece; none is given up for done that comes in meanwhile."""
        with self._lock:
            self._waiting.pop(done, None)
            self._at_work = bool(self._waiting)
            return next(iter(self._waiting.items()), None)
