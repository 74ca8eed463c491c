"""The stores to which the contract applies; a new one is one line here."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from onrecord.store import Opening, Store, open_record
from tests.store.samples import sample

STORES: dict[str, Callable[[Path, Opening], Store]] = {
    "sqlite": lambda folder, how: open_record(folder / "record.db", how=how),
    "remembering": lambda folder, how: open_record(
        folder / "record.db", how=replace(how, remembers=True)
    ),
}


class Clock:
    """A clock that goes on by a second each time it is read."""

    def __init__(self) -> None:
        self.time = datetime(2027, 4, 12, 14, 30, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.time += timedelta(seconds=1)
        return self.time


@pytest.fixture(params=STORES)
def opens(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[..., Store]:
    """Give a function that opens the record of this name, each time the same one."""

    def open_named(name: str = "one") -> Store:
        folder = tmp_path / name
        folder.mkdir(exist_ok=True)
        return STORES[request.param](folder, Opening(clock=Clock(), patience=30))

    return open_named


@pytest.fixture
def store(opens: Callable[..., Store]) -> Iterator[Store]:
    with opens() as opened:
        yield opened


@pytest.fixture
def filled(store: Store) -> Store:
    store.add(*sample(1).parts)
    return store
