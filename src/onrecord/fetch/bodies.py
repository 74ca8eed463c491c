"""Bodies: read piece by piece and unpacked within bounds, whatever the server sends."""

import zlib
from collections.abc import Iterable, Iterator

from onrecord.errors import AnswerTooLarge, AnswerUnusable

PIECE = 65_536
RATIO = 100
"""Times that a body may grow when unpacked, beyond the first `FREE` bytes: pages grow 4 to 20
times, a bomb a thousand."""

FREE = 1_000_000

GZIP = 16 + zlib.MAX_WBITS
NAMES = frozenset({"gzip", "x-gzip"})
GZIP_MAGIC = b"\x1f\x8b"


def body(pieces: Iterable[bytes], encoding: str, name: str, limit: int) -> bytes:
    """Give the whole body, unpacked.

    Raises:
        AnswerTooLarge: it has more bytes than the limit, packed or unpacked, or grows too much.
        AnswerUnusable: it is packed in a way that was not asked for, or broken.
    """
    packed = encoding.strip().lower()
    if packed in {"", "identity"}:
        return _joined(pieces, name, limit)
    if packed not in NAMES:
        raise AnswerUnusable(name, "it is packed in a way that was not asked for")
    return _joined(_unpacked(pieces, name, limit), name, limit)


def unzipped(content: bytes, name: str, limit: int) -> bytes:
    """Give a body that is itself a gzip file (`sitemap.xml.gz`), unpacked; any other as it is."""
    if not content.startswith(GZIP_MAGIC):
        return content
    return _joined(_unpacked([content], name, limit), name, limit)


def _joined(pieces: Iterable[bytes], name: str, limit: int) -> bytes:
    found = bytearray()
    for piece in pieces:
        found += piece
        if len(found) > limit:
            raise AnswerTooLarge(name, limit)
    return bytes(found)


def _unpacked(pieces: Iterable[bytes], name: str, limit: int) -> Iterator[bytes]:
    """Unpack, one small piece at a time, and stop as soon as it grows too much.

    A gzip file may have several members, one after another (RFC 1952); what follows the last and
    is no member is padding.
    """
    unpacker = zlib.decompressobj(GZIP)
    taken = given = 0
    begun = padding = False
    for piece in pieces:
        taken += len(piece)
        rest = b"" if padding else piece
        while rest:
            try:
                out = unpacker.decompress(rest, PIECE)
            except zlib.error:
                raise AnswerUnusable(name, "its packing is broken") from None
            given += len(out)
            if given > max(FREE, RATIO * taken):
                raise AnswerTooLarge(name, limit)
            yield out
            begun, rest = True, unpacker.unconsumed_tail
            if unpacker.eof:
                rest = unpacker.unused_data
                padding = bool(rest) and not rest.startswith(GZIP_MAGIC[: len(rest)])
                rest = b"" if padding else rest
                unpacker, begun = zlib.decompressobj(GZIP), False
        if taken > limit:
            raise AnswerTooLarge(name, limit)
    if begun or not taken:
        raise AnswerUnusable(name, "its packing is broken")
