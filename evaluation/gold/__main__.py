"""Commands: `build` writes the gold records of all cases, `check FOLDER` tests one."""

import argparse
import sys
from pathlib import Path

from evaluation.gold.build import build, text
from evaluation.gold.check import check
from evaluation.shared import NEGOTIATIONS, ROOT, SAMPLE

GOLD = ROOT / "evaluation" / "sample_gold"
CASE = SAMPLE


def cases() -> list[tuple[Path, Path]]:
    """Give the folder of the gold files and the folder of each case: sample, negotiations."""
    asked = sorted(path for path in NEGOTIATIONS.iterdir() if (path / "gold").is_dir())
    return [(GOLD, CASE), *((path / "gold", path) for path in asked)]


def main() -> int:
    """Give the exit status: 0 where all is well, 1 where the check finds something."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.gold", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("build", help="write gold.json of the sample case and of each negotiation")
    checker = commands.add_parser("check", help="test the gold.json of a folder")
    checker.add_argument("folder", type=Path, nargs="?", default=CASE)
    arguments = parser.parse_args()
    if arguments.command == "build":
        for gold, case in cases():
            (case / "gold.json").write_text(text(build(gold, case)), "utf-8")
        return 0
    found = check(arguments.folder)
    print(*found, f"{len(found)} failures", sep="\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
