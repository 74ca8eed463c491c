"""What a server answered, and what is known from the last time."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Known:
    """What a server said about the last answer, to be asked whether it still holds."""

    etag: str | None = None
    last_modified: str | None = None


NOTHING = Known()


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer for an address: unpacked bytes, and what the server said about them.

    `url` is the last one after redirects. `media_type` is the type alone, in small letters, empty
    where the server named none; `charset` is the server's. Where `unchanged` is true the server
    said that what is known still holds, and there are no bytes.
    """

    asked: str
    url: str
    content: bytes = b""
    media_type: str = ""
    charset: str | None = None
    known: Known = NOTHING
    unchanged: bool = False
    moved_for_good: bool = False
