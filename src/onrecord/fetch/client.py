"""The client: one address, one bounded answer; redirects are followed one by one, each checked."""

import re
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from time import time

import httpcore2

from onrecord.errors import (
    AddressRefused,
    AnswerRefused,
    NetworkForbidden,
    TooSlow,
    Unreachable,
)
from onrecord.fetch.addresses import Target, joined, shown, target
from onrecord.fetch.answers import NOTHING, Answer, Known
from onrecord.fetch.bodies import body
from onrecord.fetch.connecting import Deadline, Guard, Ways
from onrecord.settings import MAX_BYTES

WEB_PORTS = frozenset({80, 443})
REDIRECTS = frozenset({301, 302, 303, 307, 308})
FOR_GOOD = frozenset({301, 308})
MOST_REDIRECTS = 5
"""Articles need one or two; browsers give up after twenty."""

LONGEST_FIELD = 2000
"""Characters of a field that is kept for the next time, such as an ETag."""

ACCEPTED = (
    "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, "
    "application/xml;q=0.9, text/xml;q=0.9, text/plain;q=0.9, */*;q=0.5"
)
MEDIA_TYPE = re.compile(r"[\w.+-]{1,60}/[\w.+-]{1,100}", re.ASCII)
CHARSET = re.compile(r""";\s{0,9}charset\s{0,9}=\s{0,9}["']?([\w.:-]{1,40})""", re.IGNORECASE)


Permit = Callable[[Target], None]
"""Is asked before each request; may raise a `FetchError`."""


def anywhere(where: Target) -> None:
    """Permit every request."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a client may do.

    `private` opens private networks, `offline` forbids everything, `ports` are those allowed.
    `seconds` bound the whole answer, redirects included; `step` one read. `contact` is an address
    under which the site's people reach the user, sent in the User-Agent with onrecord's `version`.
    """

    offline: bool = False
    private: bool = False
    ports: frozenset[int] = WEB_PORTS
    max_bytes: int = MAX_BYTES
    seconds: float = 60.0
    step: float = 20.0
    contact: str = ""
    version: str = ""

    @property
    def user_agent(self) -> str:
        """How the client calls itself."""
        contact = "".join(c for c in self.contact if " " < c < "\x7f" and c not in "()")[:200]
        product = f"onrecord/{self.version}" if self.version else "onrecord"
        return f"{product} (reads news on negotiations{contact and f'; {contact}'})"


@dataclass(slots=True)
class Client:
    """Fetches addresses; remembers nothing between two requests: no cookies, no connections.

    Settings of proxies and passwords in the environment are not looked at.
    """

    limits: Limits = field(default_factory=Limits)
    ways: Ways = field(default_factory=Ways)
    context: ssl.SSLContext = field(default_factory=httpcore2.default_ssl_context)

    def get(self, url: str, known: Known = NOTHING, permit: Permit = anywhere) -> Answer:
        """Give the answer for an address.

        `known` asks whether the last answer still holds, of the address itself alone. `permit` is
        asked before each request, that for a redirect included, and may refuse it or wait.

        Raises:
            FetchError: the address is refused, or no usable answer came.
        """
        self.allow(url)
        deadline, at, for_good = Deadline(self.limits.seconds), url, True
        for hops in range(MOST_REDIRECTS + 1):
            where = target(at, self.limits.ports)
            permit(where)
            fields = [] if hops else _conditions(known)
            with self.request(where, deadline, Sent(fields=tuple(fields))) as response:
                if response.status not in REDIRECTS:
                    return self._answer(url, where, response, moved=for_good and hops > 0)
                for_good = for_good and response.status in FOR_GOOD
                at = _redirected(where, response, url)
        raise AddressRefused(shown(url), f"it leads on more than {MOST_REDIRECTS} times")

    def allow(self, url: str) -> None:
        """Let a request begin.

        Raises:
            NetworkForbidden: all use of the network is switched off.
        """
        if self.limits.offline:
            raise NetworkForbidden(shown(url))

    @contextmanager
    def request(
        self, where: Target, deadline: Deadline, sent: "Sent"
    ) -> Iterator[httpcore2.Response]:
        """Send one request on a connection of its own and give the answer as it comes in."""
        name = shown(where.url)
        guard = Guard(self.ways, name, deadline, private=self.limits.private)
        connection = httpcore2.HTTPConnection(
            httpcore2.Origin(where.scheme.encode(), where.host.encode(), where.port),
            ssl_context=self.context,
            network_backend=guard,
        )
        timeouts = dict.fromkeys(("connect", "read", "write", "pool"), self.limits.step)
        url = httpcore2.URL(
            scheme=where.scheme, host=where.host, port=where.port, target=where.path
        )
        request = httpcore2.Request(
            sent.method, url, headers=self._fields(where, sent), content=sent.content
        )
        request.extensions = {"timeout": timeouts}
        try:
            response = connection.handle_request(request)
            try:
                yield response
            finally:
                response.close()
        except httpcore2.TimeoutException:
            raise TooSlow(name, min(self.limits.step, self.limits.seconds)) from None
        except (httpcore2.NetworkError, httpcore2.ProtocolError, ssl.SSLError, OSError) as error:
            raise Unreachable(name, _words(error)) from error
        finally:
            connection.close()

    def _fields(self, where: Target, sent: "Sent") -> list[tuple[str, str]]:
        own = [
            ("Host", where.authority),
            ("User-Agent", self.limits.user_agent),
            ("Accept", ACCEPTED),
            ("Accept-Encoding", "gzip"),
            ("Connection", "close"),
        ]
        length = [("Content-Length", str(len(sent.content)))] if sent.content else []
        return [*own, *length, *sent.fields]

    def _answer(
        self, url: str, where: Target, response: httpcore2.Response, *, moved: bool
    ) -> Answer:
        fields = Fields(response)
        known = Known(fields.kept("etag"), fields.kept("last-modified"))
        if response.status == 304:
            return Answer(url, where.url, known=known, unchanged=True)
        if response.status != 200:
            raise AnswerRefused(shown(where.url), response.status, fields.seconds("retry-after"))
        kind = fields.first("content-type") or ""
        media_type, charset = MEDIA_TYPE.match(kind), CHARSET.search(kind)
        return Answer(
            asked=url,
            url=where.url,
            content=body(
                response.iter_stream(),
                fields.first("content-encoding") or "",
                shown(where.url),
                self.limits.max_bytes,
            ),
            media_type=media_type[0].lower() if media_type else "",
            charset=charset[1].lower() if charset else None,
            known=known,
            moved_for_good=moved,
        )


@dataclass(frozen=True, slots=True)
class Sent:
    """What a request carries beside its address."""

    method: str = "GET"
    fields: tuple[tuple[str, str], ...] = ()
    content: bytes = b""


class Fields:
    """The fields of an answer, by their names in small letters."""

    def __init__(self, response: httpcore2.Response) -> None:
        self._values = {
            name.decode("latin-1").lower(): value.decode("latin-1").strip()
            for name, value in reversed(response.headers)
        }

    def first(self, name: str) -> str | None:
        """Give the first value of a field."""
        return self._values.get(name)

    def kept(self, name: str) -> str | None:
        """Give a value that is kept and sent back, if it is one that can be."""
        value = self._values.get(name, "")
        usable = 0 < len(value) <= LONGEST_FIELD and all(" " <= c < "\x7f" for c in value)
        return value if usable else None

    def seconds(self, name: str) -> float | None:
        """Give how many seconds to wait, from a number or a date, None where it says nothing."""
        value = self._values.get(name, "")
        if value.isascii() and value.isdigit() and len(value) < 9:
            return float(value)
        try:
            return max(0.0, parsedate_to_datetime(value).timestamp() - time())
        except (ValueError, TypeError, OverflowError):
            return None


def _conditions(known: Known) -> list[tuple[str, str]]:
    fields = (("If-None-Match", known.etag), ("If-Modified-Since", known.last_modified))
    return [(name, value) for name, value in fields if value]


def _redirected(where: Target, response: httpcore2.Response, asked: str) -> str:
    """Give where an answer leads on.

    Raises:
        AddressRefused: nowhere on the web, or from TLS to a connection that all can read.
    """
    at = joined(where.url, Fields(response).first("location") or "")
    if at is None:
        raise AddressRefused(shown(asked), "it leads on to no web address")
    if where.scheme == "https" and not at.lower().startswith("https:"):
        raise AddressRefused(shown(asked), "it leads on from https to http")
    return at


def _words(error: BaseException) -> str:
    """Give an error in a few words."""
    return (str(error) or type(error).__name__)[:200]
