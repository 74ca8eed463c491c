"""A reading room of the sample case, and one of articles that mean harm."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

import onrecord
from docs.browser import browser
from onrecord.web.app import Serving, make_app
from onrecord.web.security import Guard
from tests.cli.conftest import sample_record

__all__ = ["sample_record"]

ADDRESS = "http://localhost"
TOKEN = "the token of our forms"
HOSTILE = Path(__file__).parent / "hostile"


def client_of(record: Path) -> TestClient:
    """Give a client of a reading room."""
    app = make_app(Serving(record, Guard(token=TOKEN)))
    return TestClient(app, base_url=ADDRESS, follow_redirects=False)


@pytest.fixture(scope="session")
def room(sample_record: Path) -> Iterator[TestClient]:
    with client_of(sample_record) as client:
        yield client


@pytest.fixture(scope="module")
def looking() -> Iterator[Any]:
    """Give a browser."""
    with browser() as opened:
        yield opened


@pytest.fixture(scope="session")
def hostile_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("hostile") / "hostile.db"
    folder = tmp_path_factory.mktemp("articles")
    for source in sorted(HOSTILE.iterdir()):
        (folder / source.name).write_bytes(source.read_bytes())
    huge = "word" * 40_000
    (folder / "huge.txt").write_text(
        f"A very long line\n\nMinister Ann Lee said “{huge}” on Monday."
    )
    with onrecord.open(path) as record:
        done = record.read(folder)
    assert not [it.trouble for it in done if it.trouble]
    return path


@pytest.fixture
def hostile(hostile_record: Path) -> Iterator[TestClient]:
    with client_of(hostile_record) as client:
        yield client


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[TestClient]:
    with client_of(tmp_path / "new.db") as client:
        yield client
