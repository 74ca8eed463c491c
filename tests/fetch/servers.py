"""Real servers on this machine that answer as they are told, reached as if they were public."""

import ssl
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from httpcore2 import NetworkBackend, NetworkStream, SyncBackend

from onrecord.fetch.client import Client, Limits
from onrecord.fetch.connecting import Ways

PUBLIC = "93.184.215.14"
OTHER = "93.184.215.15"
CERTIFICATE = Path(__file__).parent / "fixtures" / "news.pem"
"""A certificate of news.example that signs itself, with its key: for tests alone."""

Fields = dict[str, str]
Reply = Callable[[BaseHTTPRequestHandler], None]


def answer(content: bytes | Iterable[bytes] = b"", status: int = 200, **fields: str) -> Reply:
    """Give a reply with these bytes; `content_type` becomes Content-Type."""

    def reply(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in fields.items():
            handler.send_header(name.replace("_", "-").title(), value)
        if isinstance(content, bytes) and "content_length" not in fields:
            handler.send_header("Content-Length", str(len(content)))
        handler.end_headers()
        pieces: Iterable[bytes] = [content] if isinstance(content, bytes) else content
        for piece in pieces:
            handler.wfile.write(piece)
            handler.wfile.flush()

    return reply


def moved(location: str, status: int = 302) -> Reply:
    """Give a reply that leads on."""
    return answer(b"", status, location=location)


@dataclass
class Site:
    """A server and what it was asked: paths, and the fields of each request."""

    port: int
    replies: dict[str, Reply] = field(default_factory=dict)
    paths: list[str] = field(default_factory=list)
    fields: list[Fields] = field(default_factory=list)
    bodies: list[bytes] = field(default_factory=list)
    most_at_once: int = 0


@contextmanager
def site(*, tls: bool = False) -> Iterator[Site]:
    """Run a server until the end of the block; what it has no reply for is 404."""
    running = [0]

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            running[0] += 1
            found.most_at_once = max(found.most_at_once, running[0])
            found.paths.append(self.path)
            found.fields.append({name.lower(): value for name, value in self.headers.items()})
            found.bodies.append(self.rfile.read(int(self.headers.get("Content-Length", 0))))
            try:
                found.replies.get(self.path, answer(b"nothing here", 404))(self)
            except (BrokenPipeError, ConnectionResetError):
                pass
            finally:
                running[0] -= 1
                self.close_connection = True

        do_POST = do_GET  # noqa: N815

        def log_message(self, *words: Any) -> None:
            pass

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *what: Any) -> None:
            pass

    server = Server(("127.0.0.1", 0), Handler)
    found = Site(server.server_port)
    if tls:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(CERTIFICATE)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield found
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class Routed(NetworkBackend):
    """Leads connections for any address to one local port, and remembers the addresses dialled."""

    def __init__(self, port: int) -> None:
        self.port, self.dialled = port, list[str]()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        *others: Any,
        **named: Any,
    ) -> NetworkStream:
        self.dialled.append(host)
        return SyncBackend().connect_tcp("127.0.0.1", self.port, timeout)


def hosts(**names: list[str] | str) -> Callable[[str, int], list[str]]:
    """Give a resolver for these names; `news_example` is news.example."""
    known = {name.replace("_", "."): value for name, value in names.items()}

    def resolve(host: str, port: int) -> list[str]:
        found = known.get(host, host if host.replace(".", "").isdigit() or ":" in host else None)
        if found is None:
            raise OSError("no such host")
        return [found] if isinstance(found, str) else found

    return resolve


def client(server: Site, *, trusted: bool = False, **limits: Any) -> Client:
    """Give a client for which news.example is a public host, served by this server."""
    context = ssl.create_default_context(cafile=CERTIFICATE if trusted else None)
    resolve = hosts(news_example=PUBLIC, other_example=OTHER, inner_example="10.0.0.7")
    return Client(Limits(**limits), Ways(resolve, Routed(server.port)), context)


def dialled(used: Client) -> list[str]:
    """Give the addresses that a client connected to."""
    backend = used.ways.backend
    assert isinstance(backend, Routed)
    return backend.dialled
