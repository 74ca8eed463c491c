"""Addresses: which may be fetched, how they are written for a server, and which are one article's.

What is not plainly an http or https address of a named host or a whole IP address is refused, not
repaired: a decimal or octal host, a user name, a backslash, white space inside.
"""

import re
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import parse_qsl, quote, urlencode, urljoin, urlsplit, urlunsplit

from onrecord.errors import AddressRefused

LONGEST = 2000
"""Characters; the longest that all browsers and proxies carry, and ten times a news address."""

PORTS = {"http": 80, "https": 443}
NUMBER = re.compile(r"(?:[0-9]+|0[xX][0-9a-fA-F]*)\Z")
LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\Z")
UNUSABLE = re.compile(r"[\x00-\x20\x7f-\xa0\\\u2028\u2029\ud800-\udfff]")
USER = re.compile(r"//[^/@?#]{0,1000}@")
SCHEME = re.compile(r"https?://", re.IGNORECASE)
SAFE = "/:?#[]@!$&'()*+,;=~-._%"
"""Characters of addresses (RFC 3986); all others are written as UTF-8 in percent signs."""

TRACKING = re.compile(
    r"(?:utm_\w{1,40}|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|ns_\w{1,40}|at_\w{1,40}|cmpid|"
    r"ocid|smid|smtyp|ref_src|xtor|xtref|taid|traffic_source|wt\.\w{1,40}|__twitter_impression)\Z",
    re.IGNORECASE,
)
"""Parameters that say where a reader came from, not what he reads; see the ClearURLs list."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where a request goes: host in ASCII, port, and the path with its query as sent."""

    url: str
    scheme: str
    host: str
    port: int
    path: str

    @property
    def origin(self) -> tuple[str, str, int]:
        """Scheme, host and port."""
        return self.scheme, self.host, self.port

    @property
    def authority(self) -> str:
        """The value of the Host field."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"


def is_address(text: str) -> bool:
    """Tell whether a word on the command line is meant as an address, not as a file.

    >>> is_address("https://news.example/a"), is_address("articles/a.html")
    (True, False)
    """
    return SCHEME.match(text) is not None


def shown(url: str) -> str:
    """Give an address as it may be printed and kept: without user name and password.

    >>> shown("https://ann:secret@news.example/a")
    'https://…@news.example/a'
    """
    return USER.sub("//…@", url, count=1)


def target(url: str, ports: frozenset[int]) -> Target:
    """Give where a request for this address goes.

    Raises:
        AddressRefused: the address is none that may be fetched.
    """
    name = shown(url)
    if len(url) > LONGEST or UNUSABLE.search(url):
        raise AddressRefused(name, "it is too long, or has white space or control characters in it")
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise AddressRefused(name, "it is no web address") from None
    if parts.scheme not in PORTS:
        raise AddressRefused(name, "only http and https addresses are")
    if parts.username is not None or parts.password is not None:
        raise AddressRefused(name, "it holds a user name or a password")
    port = PORTS[parts.scheme] if port is None else port
    if port not in ports:
        raise AddressRefused(name, f"port {port} is not among those allowed (--port)")
    path = quote(parts.path or "/", safe=SAFE) + (
        f"?{quote(parts.query, safe=SAFE)}" if parts.query else ""
    )
    return Target(url.partition("#")[0], parts.scheme, _host(host, name), port, path)


def _host(host: str, name: str) -> str:
    """Give a host in ASCII: an IP address in its usual form, or a name of the domain system."""
    try:
        return ip_address(host).compressed
    except ValueError:
        pass
    import idna  # noqa: PLC0415 - it loads slowly; only fetching needs it

    try:
        ascii_ = host if host.isascii() else idna.encode(host, uts46=True).decode("ascii")
    except (idna.IDNAError, UnicodeError):
        raise AddressRefused(name, "its host is no name") from None
    ascii_ = ascii_.lower().removesuffix(".")
    labels = ascii_.split(".")
    if NUMBER.match(labels[-1]):
        raise AddressRefused(name, "its host is a number")
    if len(ascii_) > 253 or not all(LABEL.match(label) for label in labels):
        raise AddressRefused(name, "its host is no name")
    return ascii_


def joined(base: str, reference: str) -> str | None:
    """Give the address that a reference on a page leads to, None if it is none of the web's."""
    try:
        found = urljoin(base, reference.strip()).partition("#")[0]
    except ValueError:
        return None
    return found if reference and is_address(found) and not UNUSABLE.search(found) else None


def canonical(url: str) -> str | None:
    """Give the one spelling of an article's address, None if it is no address.

    Scheme, `www.`, tracking parameters, the fragment and a last slash make no other article.

    >>> canonical("http://www.News.example/a/?utm_source=x&id=2#top")
    'news.example/a?id=2'
    """
    try:
        parts = urlsplit(url if "://" in url else f"https://{url}")
        host, port = (parts.hostname or "").removeprefix("www."), parts.port
    except ValueError:
        return None
    if "." not in host and port is None:
        return None
    query = parse_qsl(parts.query, keep_blank_values=True)
    kept = sorted(pair for pair in query if not TRACKING.match(pair[0]))
    place = host if port in {None, 80, 443} else f"{host}:{port}"
    path = parts.path.rstrip("/")
    return urlunsplit(("", "", f"{place}{path}", urlencode(kept), ""))
