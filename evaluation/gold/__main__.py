"""Commands: `build` writes the gold record of the sample case, `check FOLDER` tests one."""

import argparse
import sys
from pathlib import Path

from evaluation.gold.build import build, text
from evaluation.gold.check import check

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "evaluation" / "sample_gold"
CASE = ROOT / "src" / "onrecord" / "sample"


def main() -> int:
    """Give the exit status: 0 where all is well, 1 where the check finds something."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.gold", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("build", help="write gold.json of the sample case")
    checker = commands.add_parser("check", help="test the gold.json of a folder")
    checker.add_argument("folder", type=Path, nargs="?", default=CASE)
    arguments = parser.parse_args()
    if arguments.command == "build":
        (CASE / "gold.json").write_text(text(build(GOLD, CASE)), "utf-8")
        return 0
    found = check(arguments.folder)
    print(*found, f"{len(found)} failures", sep="\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
