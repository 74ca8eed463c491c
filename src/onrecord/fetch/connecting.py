"""Connections: a host is resolved once, every address checked, and a checked address connected to.

Because the connection goes to the address that was checked, a name that resolves to another one a
moment later (DNS rebinding) leads nowhere else. TLS and the Host field carry the name all the same.
"""

import socket
import ssl
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from httpcore2 import (
    ConnectError,
    ConnectTimeout,
    NetworkBackend,
    NetworkStream,
    ReadTimeout,
    SyncBackend,
)

from onrecord.errors import HostNotPublic, Unreachable
from onrecord.fetch.public import refusal

Resolve = Callable[[str, int], list[str]]
"""Gives the IP addresses of a host."""

TRIES = 4
"""Addresses of one host that are tried; sites publish two to four."""


def resolved(host: str, port: int) -> list[str]:
    """Give the IP addresses of a host as the system knows them, each once.

    Raises:
        OSError: there are none.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP)
    return list(dict.fromkeys(str(each[4][0]) for each in found))


@dataclass(slots=True)
class Deadline:
    """The moment at which an answer must be complete, by the clock that only goes forward."""

    seconds: float
    at: float = field(init=False)

    def __post_init__(self) -> None:
        self.at = time.monotonic() + self.seconds

    def left(self, timeout: float | None = None) -> float:
        """Give the seconds that a step may take; 0 or less when the time is over."""
        left = self.at - time.monotonic()
        return left if timeout is None else min(left, timeout)


class TimedStream(NetworkStream):
    """A connection of which no step goes beyond the deadline, however slowly the bytes come."""

    def __init__(self, stream: NetworkStream, deadline: Deadline) -> None:
        self._stream, self._deadline = stream, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Read what is there, in time."""
        return self._stream.read(max_bytes, self._left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Write, in time."""
        self._stream.write(buffer, self._left(timeout))

    def close(self) -> None:
        """Close the connection."""
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> NetworkStream:
        """Begin TLS, in time."""
        left = self._left(timeout)
        inner = self._stream.start_tls(ssl_context, server_hostname, left)
        return TimedStream(inner, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        """Give what the connection knows of itself."""
        return self._stream.get_extra_info(info)

    def _left(self, timeout: float | None) -> float:
        left = self._deadline.left(timeout)
        if left <= 0:
            raise ReadTimeout("the time is over")
        return left


@dataclass(frozen=True, slots=True)
class Ways:
    """The ways to the network: how a host is resolved, and how a connection is made."""

    resolve: Resolve = resolved
    backend: NetworkBackend = field(default_factory=SyncBackend)


class Guard(NetworkBackend):
    """Makes connections to checked addresses only.

    `name` is the address asked for, as errors show it; `private` opens private networks.
    """

    def __init__(self, ways: Ways, name: str, deadline: Deadline, *, private: bool) -> None:
        self._ways, self._name, self._deadline = ways, name, deadline
        self._private = private

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        *others: Any,
        **named: Any,
    ) -> NetworkStream:
        """Connect to the first checked address of the host that answers.

        Raises:
            HostNotPublic: one of the host's addresses is not public.
            Unreachable: the host has none.
        """
        trouble: Exception = ConnectError(f"{host} has no address")
        for address in self._checked(host, port)[:TRIES]:
            left = self._deadline.left(timeout)
            if left <= 0:
                raise ConnectTimeout("the time is over")
            try:
                stream = self._ways.backend.connect_tcp(address, port, left, *others, **named)
            except (ConnectError, ConnectTimeout) as error:
                trouble = error
            else:
                return TimedStream(stream, self._deadline)
        raise trouble

    def _checked(self, host: str, port: int) -> list[str]:
        """Give the addresses of a host, all of which are allowed."""
        found = self._looked_up(host, port)
        for address in found:
            reason = refusal(address, private=self._private)
            if reason:
                raise HostNotPublic(self._name, address, reason)
        return found

    def _looked_up(self, host: str, port: int) -> list[str]:
        """Resolve in a thread of its own: the system's resolver knows no time limit."""
        found: list[list[str] | OSError | UnicodeError] = []

        def look() -> None:
            try:
                found.append(self._ways.resolve(host, port))
            except (OSError, UnicodeError) as error:
                found.append(error)

        thread = threading.Thread(target=look, daemon=True)
        thread.start()
        thread.join(max(self._deadline.left(), 0))
        answer = found[0] if found else TimeoutError("no answer")
        if isinstance(answer, list) and answer:
            return answer
        raise Unreachable(self._name, f"the host {host} has no known address")
