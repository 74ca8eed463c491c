"""The reading room's pages on a record of many documents: `python -m bench.room [--documents N]`.

The documents are those of `bench.case`, the sample case told again and again: with 20,000 of them
some 360,000 statements. `--record FILE` keeps the record for the next time.

Each page is asked for as a reader meets it whose record has just been opened, then some times, and
then as the first page after another document was added. Prints milliseconds of CPU that pages wait
for, and which take more than is promised: 100 at the median, 300 at the 95th percentile and after
an addition. What the room works out beside its pages to catch up is counted apart.
"""

import argparse
import json
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from bench.case import fill, told
from onrecord.extract import extract
from onrecord.read import document
from onrecord.run.local import read_paths
from onrecord.run.plan import Plan
from onrecord.show.room.beside import NAME
from onrecord.store import StanceFilter, open_record

DOCUMENTS = 20_000
VISITS = 10
MEDIAN, HIGH = 100, 300
"""What is promised, in milliseconds."""
PAGES = (
    "/",
    "/stances",
    "/stances?as_of=2018-01-01",
    "/stances?holder={holder}&object={object}",
    "/timeline",
    "/timeline?since=2015-01-01&until=2025-01-01",
    "/plans",
    "/plans/{plan}",
    "/plans/texts/{text}",
    "/plans/compare",
    "/meetings",
    "/meetings/{meeting}",
    "/deadlines/{deadline}",
    "/statements",
    "/statements?q=valley&sourcing=1a",
    "/statements?stance=reject&sort=speaker",
    "/statements?page=500",
    "/conflicts",
    "/conflicts/{conflict}",
    "/actors",
    "/actors/{holder}",
    "/documents",
    "/documents/{document}",
    "/sources",
    "/review",
    "/brief",
    "/add",
    "/api/stances",
    "/api/coverage",
)

NAMED = {
    "plan": "/api/plans",
    "text": "/api/plans/texts",
    "meeting": "/api/meetings",
    "deadline": "/api/deadlines",
    "conflict": "/api/conflicts",
}
"""Where the ids of entries are asked for."""


class Row(NamedTuple):
    """What a page takes, in milliseconds of CPU.

    At first, at the median and the 95th percentile of more visits, and as the first page after a
    document was added; `caught` is what the room then took to catch up, `added` what adding took.
    """

    page: str
    first: float
    median: float
    high: float
    after: float
    caught: float
    added: float

    @property
    def holds(self) -> bool:
        """Tell whether the page keeps what is promised, the first after an addition among all."""
        return self.median < MEDIAN and max(self.high, self.after) < HIGH


FIGURES = Row._fields[1:]


def measure(record: Path, number: int, pages: Sequence[str] = PAGES) -> Iterator[Row]:
    """Give what each page takes; documents of this number and the next ones are added meanwhile."""
    names = named(record, pages)
    with open_record(record) as store, opened(record) as client:
        for place, page in enumerate(pages):
            visit = partial(_visited, client, page.format(**names))
            first, _ = _took(visit)
            again = sorted(_took(visit)[0] for _ in range(VISITS))
            addition = told(number + place)
            added, _ = _took(partial(store.add, *addition))
            after, caught = _took(visit)
            high = again[int(0.95 * VISITS)]
            yield Row(page, first, again[VISITS // 2], high, after, caught, added)


@contextmanager
def opened(record: Path) -> Iterator[Any]:
    """Open a reading room, and give what asks it for pages."""
    from fastapi.testclient import TestClient  # noqa: PLC0415 - loads the web framework

    from onrecord.web.app import Serving, make_app  # noqa: PLC0415 - as above

    with TestClient(make_app(Serving(record)), base_url="http://localhost") as client:
        yield client


def named(record: Path, pages: Sequence[str]) -> dict[str, str]:
    """Give what the addresses of pages name: an entry of each kind, asked of another room."""
    with open_record(record) as store:
        stand = next(iter(store.stands(StanceFilter(limit=1))))
    found = {"holder": stand.holder, "object": stand.object.object_id, "document": stand.doc_id}
    with opened(record) as client:
        for name, path in NAMED.items():
            if any(f"{{{name}}}" in page for page in pages):
                found[name] = client.get(path).json()["items"][0]["id"]
    return found


def _visited(client: Any, address: str) -> None:
    answer = client.get(address)
    if answer.status_code != 200:
        raise AssertionError(f"{address} answers {answer.status_code}")


def _took(act: Callable[[], object]) -> tuple[float, float]:
    """Give the milliseconds of CPU that something takes, and those of what is then done beside."""
    begun, beside = time.process_time(), _beside()
    act()
    done, own = time.process_time(), _beside()
    while any(thread.name == NAME for thread in threading.enumerate()):
        time.sleep(0.02)
    whole = time.process_time() - begun
    waited = done - begun - max(own - beside, 0)
    return 1000 * waited, 1000 * (whole - waited)


def _beside() -> float:
    """Give the seconds of CPU of what is being done beside the pages just now."""
    alive = [it for it in threading.enumerate() if it.name == NAME and it.ident]
    clocks = (time.pthread_getcpuclockid(thread.ident or 0) for thread in alive)
    return sum(map(time.clock_gettime, clocks))


def one_more(record: Path, number: int) -> float:
    """Give the milliseconds of CPU that reading one more article takes besides extracting it."""
    made, content, _ = told(number)
    with tempfile.TemporaryDirectory() as folder, open_record(record) as store:
        place = Path(folder) / made.name
        place.write_bytes(content)
        extracted, _ = _took(lambda: extract(document(content, made.name)))
        read, _ = _took(lambda: list(read_paths(store, Plan((place,)))))
    return read - extracted


def main() -> None:
    """Fill a record, measure, and print."""
    parser = argparse.ArgumentParser(prog="python -m bench.room", description=__doc__)
    parser.add_argument("--documents", type=int, default=DOCUMENTS, metavar="N")
    parser.add_argument("--record", type=Path, metavar="FILE", help="keep the record here")
    parser.add_argument("--page", action="append", metavar="PATH", help="only this page; again")
    parser.add_argument("--json", action="store_true", help="print one JSON object at the end")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        record = given.record or Path(folder) / "room.db"
        if not record.exists():
            with open_record(record) as store:
                fill(store, given.documents)
        with open_record(record) as store:
            held = store.counts().documents
        more = one_more(record, held)
        rows = list(shown(measure(record, held + 1, given.page or PAGES)))
    late = [row.page for row in rows if not row.holds]
    print(f"one more document: {more:.0f} besides extracting it", file=sys.stderr)
    if given.json:
        pages = {row.page: {name: round(getattr(row, name)) for name in FIGURES} for row in rows}
        print(
            json.dumps({"documents": held, "one_more": round(more), "late": late, "pages": pages})
        )


def shown(rows: Iterable[Row]) -> Iterator[Row]:
    """Print rows as they come; a table for people, on standard error."""
    head = f"{'page':<46}" + "".join(f"{name:>8}" for name in FIGURES)
    print(head, file=sys.stderr)
    for row in rows:
        numbers = "".join(f"{getattr(row, name):8.0f}" for name in FIGURES)
        late = "" if row.holds else "  more than promised"
        print(f"{row.page:<46}{numbers}{late}", file=sys.stderr, flush=True)
        yield row


if __name__ == "__main__":
    main()
