"""Reads damaged and hostile files: `python -m bench.fuzz [--cases N]`; ends with a line of JSON.

Each sample is damaged N times in ways that are the same on every machine; then come the traps of
`bench/traps.py`. Counted is what must never be: an error that is no sentence with the file's name
(`crashes`), a file that takes more than ten CPU seconds (`hangs`), a file that appears beside the
process (`escapes`). PDF files are read by a process of their own, which is ended after nine
seconds. `slowest` is in CPU seconds, `memory` the peak in MiB of this process and its children;
over 1,024 it is too much. The exit status is 1 if anything is.
"""

import argparse
import json
import os
import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from bench.samples import SAMPLES
from bench.traps import TRAPS
from onrecord.errors import DocumentError
from onrecord.read import Source, documents

CASES = 150
"""Damaged files of each kind: half a minute in all, without PDF's processes."""

LIMIT, MEMORY = 10.0, 1024
"""Seconds that one file may take, and MiB that reading may."""

WORDS = (
    *(b"\x00", b"\xff\xfe", b"\r\n\r\n", b"<!--", b"<", b"{", b"[", b'"', b"9" * 40, b"-1"),
    *(
        b"\\u0000",
        b"\xf0\x9f\x98\x80",
        b"&#x110000;",
        b"]]>",
        b"%n",
        b"PK\x03\x04",
        b"\x1f\x8b\x08",
    ),
    *(b"%PDF-", b"From ", b"Content-Length: 99999999999\r\n", b"=?utf-8?q?=ff?=", b"<div>" * 50),
    *(b"Content-Type: multipart/mixed; boundary=a\r\n", b"[" * 200, b"charset=utf-16"),
)
"""What is put into files: marks of the formats, and numbers that are too large."""


@dataclass
class Findings:
    """What happened over all files."""

    files: int = 0
    slowest: float = 0.0
    slowest_file: str = ""
    crashes: list[str] = field(default_factory=list)
    hangs: list[str] = field(default_factory=list)
    escapes: list[str] = field(default_factory=list)


def main() -> int:
    """Damage, read, print, and give the exit status."""
    parser = argparse.ArgumentParser(prog="python -m bench.fuzz", description=__doc__)
    parser.add_argument("--cases", type=int, default=CASES, metavar="N")
    parser.add_argument("--only", metavar="ENDING", help="files whose names end so")
    parser.add_argument("--seed", type=int, default=0, metavar="N")
    given = parser.parse_args()
    read("warm.txt", SAMPLES["a.txt"](), Findings())
    read("warm.html", SAMPLES["a.html"](), Findings())
    found = Findings()
    home = Path.cwd()
    with tempfile.TemporaryDirectory() as place:
        os.chdir(place)
        for name, content in files(given.cases, given.seed):
            if name.endswith(given.only or ""):
                read(name, content, found)
        found.escapes += [path.name for path in Path(place).rglob("*")]
        os.chdir(home)
    bad = bool(found.crashes or found.hangs or found.escapes or memory() > MEMORY)
    print(json.dumps({**vars(found), "slowest": round(found.slowest, 2), "memory": memory()}))
    return 1 if bad else 0


def files(cases: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """Give the damaged files and the traps by their names."""
    for name, make in SAMPLES.items():
        content = make()
        for number in range(cases):
            draw = random.Random(f"{seed} {name} {number}")
            yield f"{number}-{name}", damaged(content, draw)
    for name, make in TRAPS.items():
        yield name, make()


def damaged(content: bytes, draw: random.Random) -> bytes:
    """Give a file with up to eight damages."""
    made = bytearray(content)
    for _ in range(draw.randint(1, 8)):
        at = draw.randrange(len(made) + 1)
        to = min(len(made), at + draw.randrange(1, 60))
        way = draw.randrange(6)
        if way == 0 and at < len(made):
            made[at] = draw.randrange(256)
        elif way == 1:
            del made[at:to]
        elif way == 2:
            made[at:at] = draw.choice(WORDS)
        elif way == 3:
            made[at:at] = made[at:to] * draw.randrange(1, 40)
        elif way == 4:
            made[at:to] = draw.choice(WORDS)
        elif draw.random() < 0.3:
            del made[at:]
    return bytes(made)


def read(name: str, content: bytes, found: Findings) -> None:
    """Read a file, and note what must not be."""
    begun = time.process_time()
    try:
        for part in documents(Source(name, content)):
            said = str(part) if isinstance(part, DocumentError) else ""
            fault = "fault of ours" in said
            if said and (fault or not said.startswith(name.removesuffix(".gz")[:20])):
                found.crashes.append(said[:300])
    except Exception as error:  # noqa: BLE001 - whatever is raised here is what is looked for
        found.crashes.append(f"{name}: {type(error).__name__}: {error}"[:300])
    took = time.process_time() - begun
    found.files += 1
    if took > found.slowest:
        found.slowest, found.slowest_file = took, name
    if took > LIMIT:
        found.hangs.append(name)


def memory() -> int:
    """Give the peak memory of this process and its children in MiB.

    Where the system tells the peak of this program alone it is taken: `getrusage` counts the
    process that started it, too.
    """
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    status = Path("/proc/self/status")
    if status.exists():
        told = (line.split() for line in status.read_text("ascii").splitlines())
        own = next((int(words[1]) for words in told if words[0] == "VmHWM:"), own)
    return max(own, children) // (1024**2 if sys.platform == "darwin" else 1024)


if __name__ == "__main__":
    sys.exit(main())
