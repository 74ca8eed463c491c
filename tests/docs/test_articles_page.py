"""The page about versions, purges and backups shows commands that run, on the sample case."""

import io
import shlex
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Type, command, sample_record
from tests.docs.test_pages import blocks

__all__ = ["command", "sample_record"]


def test_the_page_about_versions_runs(
    sample_record: Path, command: Type, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("onrecord.db", "talks.db"):
        shutil.copy(sample_record, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.stdin", io.StringIO("y\n"))
    lines = [
        line
        for block in blocks("docs/how-to/purge-and-backup.md", "sh")
        for line in block.strip().splitlines()
    ]
    assert len(lines) == 4
    for line in lines:
        result = command(*shlex.split(line, comments=True)[1:])
        assert result.code == 0, (line, result.err)
    assert (tmp_path / "talks-2027-06-08.db").exists()
