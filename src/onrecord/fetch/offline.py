"""No network at all: while it is forbidden, not even a socket can be made in this process."""

import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from onrecord.errors import NetworkForbidden

NAMES = frozenset({"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"})
FAMILIES = frozenset({int(socket.AF_INET), int(socket.AF_INET6)})

_forbidden: list[object] = []
_watching: list[object] = []


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    """Refuse the events by which Python announces a look-up, or a socket of the internet."""
    if not _forbidden or not event.startswith("socket."):
        return
    made = event == "socket.__new__" and int(arguments[1]) in FAMILIES
    if made or event in NAMES:
        raise NetworkForbidden(event)


@contextmanager
def network_forbidden() -> Iterator[None]:
    """Forbid the network to everything in this process, our libraries included.

    Python raises an audit event before it looks up a host or makes a socket (PEP 578); the hook
    refuses. It reaches Python's own sockets, and so every package written in Python.
    """
    if not _watching:
        sys.addaudithook(_refuse)
        _watching.append(_refuse)
    token = object()
    _forbidden.append(token)
    try:
        yield
    finally:
        _forbidden.remove(token)
