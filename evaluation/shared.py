"""The shared folder: public corpora and seeds that are no part of the repository."""

import os
from pathlib import Path

ROOT = Path(__file__).parents[1]
"""The repository."""

SAMPLE = ROOT / "src" / "onrecord" / "sample"
"""The sample case, always there."""

NEGOTIATIONS = ROOT / "evaluation" / "negotiations"
"""Invented negotiations with their gold, always there."""

VARIABLE = "ONRECORD_SHARED"


def shared(*parts: str) -> Path | None:
    """Give a folder or file inside the shared folder, None where it is not there.

    The shared folder is the one that ONRECORD_SHARED names, else `shared` next to the repository.
    """
    folder = Path(os.environ.get(VARIABLE) or ROOT.parent / "shared")
    wanted = folder.joinpath(*parts)
    return wanted if wanted.exists() else None


def absent(*parts: str) -> str:
    """Give the sentence that says what is missing and how to name it."""
    return f"no {'/'.join(parts)} in the shared folder; name the folder with {VARIABLE}"
