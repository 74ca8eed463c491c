"""Measures the extraction on texts of your own: `python -m bench.texts PATH...`.

PATH is a text or a folder of `*.txt`. Ends with one line of JSON: `words`; `ratio`, words per CPU
second of everything that `onrecord extract` does over those of a bare spaCy parse of the same text,
in turns, in one process, on one thread, start-up taken off both; `words_per_cpu_second` of the
extraction. With `--alone` nothing is parsed beside it, and `memory` is its own peak in MiB.
"""

import argparse
import json
import os
import sys
from pathlib import Path

from bench.measure import Stopwatch, peak_memory


def main() -> int:
    """Measure, print, and give the exit status."""
    parser = argparse.ArgumentParser(prog="python -m bench.texts", description=__doc__)
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    parser.add_argument("--alone", action="store_true", help="measure no parse beside it")
    given = parser.parse_args()
    files = [file for path in given.paths for file in files_of(path)]
    if not files:
        print("No texts there: name a text or a folder of *.txt.", file=sys.stderr)
        return 2
    print(json.dumps(measured(files, alone=given.alone)))
    return 0


def files_of(path: Path) -> list[Path]:
    """Give a file, or the texts of a folder in the order of their names."""
    return sorted(path.glob("*.txt")) if path.is_dir() else [path]


def measured(files: list[Path], *, alone: bool) -> dict[str, float]:
    """Give the figures over these texts."""
    os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"
    import spacy  # noqa: PLC0415 - after the number of threads is set

    from onrecord.extract import extract  # noqa: PLC0415 - as above
    from onrecord.extract.language import model_name  # noqa: PLC0415 - as above
    from onrecord.read import document  # noqa: PLC0415 - as above

    bare = None if alone else spacy.load(model_name())
    mine, theirs, words = Stopwatch(), Stopwatch(), 0
    warm = document(b"The envoy said that the talks would go on.", "warm.txt")
    for work in (extract, lambda one: bare and bare(one.clean_text)):
        work(warm)
    for file in files:
        read = document(file.read_bytes(), file.name)
        words += len(read.clean_text.split())
        if bare:
            with theirs:
                bare(read.clean_text)
        with mine:
            extract(read)
    figures = {"words": words, "words_per_cpu_second": round(words / mine.cpu)}
    if bare:
        return {**figures, "ratio": round(theirs.cpu / mine.cpu, 3)}
    return {**figures, "seconds": round(mine.wall, 1), "memory": round(peak_memory())}


if __name__ == "__main__":
    sys.exit(main())
