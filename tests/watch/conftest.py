"""A site, a clock and a record for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.store import Store
from tests.fetch.servers import Site, site
from tests.run.articles import FIRST, UNRELATED, Hands, feed, page, record
from tests.watch.rounds import A, B


@pytest.fixture
def news() -> Iterator[Site]:
    with site() as found:
        found.replies = {
            "/feed": feed((A, "Quota"), (B, "Cup final")),
            "/a": page(*FIRST),
            "/b": page(*UNRELATED),
        }
        yield found


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def store(tmp_path: Path, hands: Hands) -> Iterator[Store]:
    with record(tmp_path, hands) as opened:
        yield opened
        assert opened.check() == []
