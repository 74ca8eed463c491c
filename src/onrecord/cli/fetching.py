"""What the commands share that use the network: the switches, and the client that they make."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.fetch.client import Limits
    from onrecord.fetch.politeness import Polite
    from onrecord.run import Done, Plan
    from onrecord.store import Store


def apart(given: Iterable[str]) -> tuple[tuple[Path, ...], tuple[str, ...]]:
    """Give the files and folders, and the addresses, of what a user named."""
    from onrecord.fetch import is_address

    named = tuple(given)
    files = tuple(Path(each) for each in named if not is_address(each))
    return files, tuple(each for each in named if is_address(each))


def limits(
    offline: bool,
    private_hosts: bool,
    ports: list[int] | None,
    contact: str,
    max_bytes: int,
) -> "Limits":
    """Give what the client may do."""
    from onrecord import __version__
    from onrecord.fetch.client import WEB_PORTS, Limits

    return Limits(
        offline=offline,
        private=private_hosts,
        ports=WEB_PORTS | frozenset(ports or ()),
        max_bytes=max_bytes,
        contact=contact,
        version=__version__,
    )


@contextmanager
def fetcher(allowed: "Limits") -> Iterator["Polite"]:
    """Give a polite fetcher; where the network is forbidden, no socket can be made meanwhile."""
    from onrecord.fetch import network_forbidden
    from onrecord.fetch.client import Client
    from onrecord.fetch.politeness import Polite

    with network_forbidden() if allowed.offline else nullcontext():
        yield Polite(Client(allowed))


def fetched(
    store: "Store", addresses: tuple[str, ...], plan: "Plan", allowed: "Limits"
) -> Iterator["Done"]:
    """Read addresses into the record, one after another."""
    if not addresses:
        return
    from onrecord.run.fetching import Round

    with fetcher(allowed) as polite:
        round_ = Round(
            store,
            polite,
            plan.published_on,
            plan.processes,
            max_bytes=plan.max_bytes,
            codebook=plan.codebook,
        )
        for url in addresses:
            yield from round_.take(url)


def passing(addresses: tuple[str, ...], plan: "Plan", allowed: "Limits") -> Iterator["Done"]:
    """Read addresses without keeping them: into a record that is gone at the end."""
    from tempfile import TemporaryDirectory

    from onrecord.store import open_record

    if not addresses:
        return
    with (
        TemporaryDirectory(prefix="onrecord-") as folder,
        open_record(Path(folder) / "passing.db") as store,
    ):
        yield from fetched(store, addresses, plan, allowed)
