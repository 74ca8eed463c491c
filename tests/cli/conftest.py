"""A record of the sample case, and a way to type commands."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

import onrecord
from onrecord.cli import main


@dataclass(frozen=True)
class Result:
    code: int
    out: str
    err: str


Type = Callable[..., Result]


@pytest.fixture(scope="session")
def sample_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "sample.db"
    with onrecord.open(path) as record:
        record.read(onrecord.sample())
    return path


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str]) -> Type:
    def run(*words: str | Path) -> Result:
        code = 0
        try:
            main([str(word) for word in words])
        except SystemExit as stop:
            code = int(stop.code or 0)
        captured = capsys.readouterr()
        return Result(code, captured.out, captured.err)

    return run
