"""Local servers; the only connections that these tests make are to this machine."""

from collections.abc import Iterator

import pytest

from tests.fetch.servers import Site, site


@pytest.fixture
def news() -> Iterator[Site]:
    with site() as found:
        yield found


@pytest.fixture
def secure() -> Iterator[Site]:
    with site(tls=True) as found:
        yield found
