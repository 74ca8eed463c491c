"""What can go wrong with one address; the others go on. A password in an address is never shown."""

from dataclasses import dataclass

from onrecord.errors.documents import DocumentError


class FetchError(DocumentError):
    """One address could not be fetched."""


class NetworkForbidden(FetchError):
    """All use of the network is switched off."""

    sentence = (
        "All network use is forbidden here (--offline or ONRECORD_OFFLINE). "
        "Leave the switch out to fetch this address."
    )


@dataclass(eq=False)
class AddressRefused(FetchError):
    """The address is none that may be fetched."""

    reason: str

    @property
    def sentence(self) -> str:
        """Say what is wrong with the address."""
        return f"This address is not fetched: {self.reason}."


@dataclass(eq=False)
class HostNotPublic(FetchError):
    """A host resolves to an address that is not public."""

    address: str
    reason: str

    @property
    def sentence(self) -> str:
        """Name the address, and the switch where it would help."""
        place = f"The host is at {self.address}, {self.reason}"
        if "private" not in self.reason:
            return f"{place}: it is never fetched from."
        return f"{place}. Hosts of an intranet are fetched only with --private-hosts."


@dataclass(eq=False)
class Unreachable(FetchError):
    """No answer came: no such host, no connection, broken TLS, a broken or late answer."""

    reason: str

    @property
    def sentence(self) -> str:
        """Give the reason."""
        return f"No answer came ({self.reason}). Try again later."


@dataclass(eq=False)
class TooSlow(FetchError):
    """The answer was not complete in time."""

    seconds: float

    @property
    def sentence(self) -> str:
        """Give the limit."""
        return f"The answer was not complete after {self.seconds:g} seconds. Try again later."


@dataclass(eq=False)
class AnswerRefused(FetchError):
    """The server answered with an error.

    `retry_after` is in seconds, None where the server does not say when to come again.
    """

    status: int
    retry_after: float | None = None

    @property
    def sentence(self) -> str:
        """Give the status."""
        return f"The server answered with status {self.status}."


@dataclass(eq=False)
class AnswerTooLarge(FetchError):
    """The answer is longer than the limit, or grows too much when it is unpacked."""

    limit: int

    @property
    def sentence(self) -> str:
        """Give the limit and the way out."""
        return (
            f"The answer has more than {self.limit:,} bytes, or is packed so that it would. "
            "Raise the limit with --max-bytes if this is an article."
        )


@dataclass(eq=False)
class AnswerUnusable(FetchError):
    """The answer is there, but nothing can be read from it."""

    reason: str

    @property
    def sentence(self) -> str:
        """Give the reason."""
        return f"Nothing can be read from the answer: {self.reason}."


class RobotsForbid(FetchError):
    """The site asks programs not to fetch this address."""

    sentence = "The site's robots.txt asks programs not to fetch this address."


@dataclass(eq=False)
class HostResting(FetchError):
    """A host is left alone for a while, because it asked for that or did not answer."""

    seconds: float

    @property
    def sentence(self) -> str:
        """Give the time left."""
        return f"Its host is left alone for {self.seconds:.0f} more seconds. Try again later."


@dataclass(eq=False)
class Purged(DocumentError):
    """A document that was purged from the record comes again."""

    day: str
    reason: str

    @property
    def sentence(self) -> str:
        """Give the day and the reason of the purge."""
        return f"It was purged from this record on {self.day} ({self.reason}) and stays out."
