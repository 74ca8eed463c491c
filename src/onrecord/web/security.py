"""What keeps the reading room safe: hosts, origins, headers, and sizes, checked for every request.

Any page in the reader's browser can send requests to 127.0.0.1. So a request must name a host that
we serve (against DNS rebinding), what changes the record must come from our own pages (origin, and
a token that only they hold), and every answer says what a page may load: files of ours, nothing
else, no script in the page itself.
"""

import hmac
import secrets
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

LOCAL = ("127.0.0.1", "localhost", "::1")
SAFE = {"GET", "HEAD", "OPTIONS"}
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",  # with none at all browsers hide the origin of forms, too
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}


@dataclass(frozen=True, slots=True)
class Guard:
    """What is let in: the names of this host, the largest request, the token of our forms."""

    hosts: tuple[str, ...] = LOCAL
    max_body: int = 100_000_000
    token: str = field(default_factory=secrets.token_urlsafe)

    def knows(self, host: str) -> bool:
        """Tell whether a request's Host is one of ours, whatever its port."""
        return _name(host) in self.hosts

    def trusts(self, token: object) -> bool:
        """Tell whether a form holds the token that only our own pages have."""
        return isinstance(token, str) and hmac.compare_digest(token.encode(), self.token.encode())

    def refusal(self, method: str, headers: dict[str, str]) -> tuple[int, str] | None:
        """Give why a request is refused, as status and sentence, None where it is let in."""
        if not self.knows(headers.get("host", "")):
            return 421, "This address is not one that this reading room answers to."
        if method in SAFE:
            return None
        if headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
            return 403, "Only this reading room's own pages may change the record."
        origin = headers.get("origin")
        if origin is not None and urlsplit(origin).netloc != headers["host"]:
            return 403, "Only this reading room's own pages may change the record."
        length = headers.get("content-length", "")
        if not length.isdecimal() or not length.isascii() or len(length) > 12:
            return 411, "The request must say how long it is."
        if int(length) > self.max_body:
            return 413, f"More than {self.max_body:,} bytes at once. Send fewer files."
        return None


def _name(host: str) -> str:
    """Give a host's name without its port, in small letters; nothing where it is no host."""
    try:
        return (urlsplit(f"//{host}").hostname or "").rstrip(".")
    except ValueError:
        return ""


class Guarded:
    """An app behind a guard: refuses what is not let in, and adds the headers to every answer."""

    def __init__(self, app: Any, guard: Guard) -> None:
        self.app, self._guard = app, guard

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = {
            key.decode("latin-1"): value.decode("latin-1") for key, value in scope["headers"]
        }
        refusal = self._guard.refusal(scope["method"], headers)
        if refusal:
            await _refuse(_safely(send), *refusal)
        else:
            await self.app(scope, receive, _safely(send))


def _safely(send: Send) -> Send:
    """Give a way to send that adds our headers where the answer does not set its own."""

    async def with_headers(message: Message) -> None:
        if message["type"] == "http.response.start":
            own = list(message.get("headers", []))
            known = {key.lower() for key, _ in own}
            own += [
                (key.encode(), value.encode())
                for key, value in HEADERS.items()
                if key.encode() not in known
            ]
            message["headers"] = own
        await send(message)

    return with_headers


async def _refuse(send: Send, status: int, sentence: str) -> None:
    body = sentence.encode()
    headers = [
        (b"content-type", b"text/plain; charset=utf-8"),
        (b"content-length", b"%d" % len(body)),
    ]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
