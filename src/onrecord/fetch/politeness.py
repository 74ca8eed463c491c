"""Politeness: robots.txt is asked, a host gets one request at a time, and rest when it needs it."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from math import isnan

from protego import Protego

from onrecord.errors import (
    AddressRefused,
    AnswerRefused,
    FetchError,
    HostNotPublic,
    HostResting,
    NetworkForbidden,
    RobotsForbid,
    TooSlow,
    Unreachable,
)
from onrecord.fetch.addresses import Target, shown
from onrecord.fetch.answers import NOTHING, Answer, Known
from onrecord.fetch.client import Client

AGENT = "onrecord"
"""The name that a robots.txt calls us by."""

PAUSE = 1.0
"""Seconds between two requests to one host, where its robots.txt asks for no more."""

LONGEST_PAUSE = 60.0
"""Seconds; a robots.txt that asks for a longer pause gets this one."""

ROBOTS_BYTES = 500 * 1024
"""As much of a robots.txt as RFC 9309 says must be read."""

ROBOTS_HOLD = 24 * 3600.0
"""Seconds for which a robots.txt holds, by the same RFC."""

REST = 300.0
"""Seconds for which a host is left alone after it did not answer, or was overloaded."""

LONGEST_REST = 24 * 3600.0
OVERLOADED = frozenset({429, 500, 502, 503, 504})
OPEN, CLOSED = "", "User-agent: *\nDisallow: /"
"""What stands for a robots.txt that is not there, and for one that could not be had (RFC 9309)."""


@dataclass(frozen=True, slots=True)
class Rules:
    """A robots.txt, and until when it holds."""

    robots: Protego
    until: float

    def allow(self, where: Target) -> bool:
        """Tell whether an address may be fetched."""
        return bool(self.robots.can_fetch(f"{where.scheme}://{where.authority}{where.path}", AGENT))

    @property
    def pause(self) -> float:
        """Seconds between two requests that the site asks for."""
        asked = self.robots.crawl_delay(AGENT) or 0.0
        return PAUSE if isnan(asked) else min(max(PAUSE, asked), LONGEST_PAUSE)


@dataclass(slots=True)
class Polite:
    """Fetches one address after another, each host in its own time."""

    client: Client
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    _rules: dict[tuple[str, str, int], Rules] = field(default_factory=dict)
    _free_at: dict[str, float] = field(default_factory=dict)
    _rest_until: dict[str, float] = field(default_factory=dict)

    def get(self, url: str, known: Known = NOTHING) -> Answer:
        """Give the answer for an address.

        Raises:
            RobotsForbid: the site asks programs to leave it out.
            HostResting: the host is left alone for a while.
            FetchError: as `Client.get`.
        """
        asked: list[Target] = []

        def permit(where: Target) -> None:
            asked.append(where)
            self._permit(where)

        try:
            return self.client.get(url, known, permit)
        except (AnswerRefused, TooSlow, Unreachable) as error:
            self._let_rest(asked[-1].host if asked else "", error)
            raise

    def _permit(self, where: Target) -> None:
        self._awake(where)
        rules = self._rules_of(where)
        self._awake(where)
        if not rules.allow(where):
            raise RobotsForbid(shown(where.url))
        self._wait(where.host, rules.pause)

    def _awake(self, where: Target) -> None:
        left = self._rest_until.get(where.host, 0.0) - self.clock()
        if left > 0:
            raise HostResting(shown(where.url), left)

    def _wait(self, host: str, pause: float) -> None:
        """Wait until the host's last request is long enough ago."""
        left = self._free_at.get(host, 0.0) - self.clock()
        if left > 0:
            self.sleep(left)
        self._free_at[host] = self.clock() + pause

    def _rules_of(self, where: Target) -> Rules:
        known = self._rules.get(where.origin)
        if known is None or known.until < self.clock():
            text, hold = self._robots(where)
            known = Rules(Protego.parse(text), self.clock() + hold)
            self._rules[where.origin] = known
        return known

    def _robots(self, where: Target) -> tuple[str, float]:
        """Give the site's robots.txt and the seconds for which it holds (RFC 9309).

        One that is not there, or leads where nothing is fetched, forbids nothing. One that could
        not be had forbids all, until it is asked for again.
        """
        self._wait(where.host, PAUSE)
        try:
            answer = self.client.get(f"{where.scheme}://{where.authority}/robots.txt")
        except NetworkForbidden:
            raise
        except (AddressRefused, HostNotPublic):
            return OPEN, ROBOTS_HOLD
        except FetchError as error:
            if isinstance(error, AnswerRefused) and error.status not in OVERLOADED:
                return OPEN, ROBOTS_HOLD
            self._let_rest(where.host, error)
            return CLOSED, REST
        return answer.content[:ROBOTS_BYTES].decode("utf-8", "replace"), ROBOTS_HOLD

    def _let_rest(self, host: str, error: FetchError) -> None:
        """Leave a host alone that is overloaded or does not answer."""
        if isinstance(error, AnswerRefused):
            if error.status not in OVERLOADED:
                return
            rest = REST if error.retry_after is None else error.retry_after
        else:
            rest = REST
        self._rest_until[host] = self.clock() + min(max(rest, PAUSE), LONGEST_REST)
