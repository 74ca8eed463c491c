"""Bodies of servers' answers: cut into chunks and compressed for the way, made whole again."""

import io
import zlib
from collections.abc import Mapping

from onrecord.errors import ArchiveBomb, FileDamaged, FileTooLarge
from onrecord.read.formats.compressed import FREE, RATIO

LONGEST_SIZE = 100
"""Bytes of the line that gives a chunk's size."""

WRAPPERS = {"gzip": zlib.MAX_WBITS | 16, "x-gzip": zlib.MAX_WBITS | 16, "deflate": zlib.MAX_WBITS}
"""How zlib is told what stands around the compressed bytes."""


def decoded(name: str, body: bytes, header: Mapping[str, str], limit: int) -> bytes:
    """Give a body as the server had it; `header` has the names of fields in small letters.

    Many archives keep bodies decoded, with the header as it came: where the bytes are not in the
    form that the header says, they are taken as they are.

    Raises:
        FileTooLarge: it is larger than the limit.
        FileDamaged: it is compressed in a way that is not known, or not whole.
    """
    if "chunked" in header.get("transfer-encoding", "").lower():
        body = _joined(body) or body
    coding = header.get("content-encoding", "identity").strip().lower()
    if coding in WRAPPERS:
        return _unfolded(name, body, WRAPPERS[coding], limit)
    if coding not in {"identity", "", "none", "utf-8"} and body.lstrip()[:1] not in {b"<", b"{"}:
        raise FileDamaged(name, f"it is compressed as “{coding[:20]}”, which is not read")
    return body


def _joined(body: bytes) -> bytes | None:
    """Put the chunks together (RFC 9112, section 7.1), None where these are none."""
    stream, pieces = io.BytesIO(body), []
    while line := stream.readline(LONGEST_SIZE):
        size = line.partition(b";")[0].strip()
        if not size or size.strip(b"0123456789abcdefABCDEF") or len(size) > 15:
            return None
        if int(size, 16) == 0:
            break
        pieces.append(stream.read(int(size, 16)))
        stream.readline(LONGEST_SIZE)
    return b"".join(pieces)


def _unfolded(name: str, body: bytes, wrapper: int, limit: int) -> bytes:
    if wrapper == WRAPPERS["gzip"] and not body.startswith(b"\x1f\x8b"):
        return body
    unfolding = zlib.decompressobj(wrapper)
    try:
        content = unfolding.decompress(body, limit + 1)
    except zlib.error as error:
        if wrapper == WRAPPERS["gzip"]:
            raise FileDamaged(name, str(error)) from error
        return _bare(body, limit)
    if len(content) > max(FREE, RATIO * len(body)):
        raise ArchiveBomb(name, RATIO)
    if len(content) > limit:
        raise FileTooLarge(name, len(content), limit)
    return content


def _bare(body: bytes, limit: int) -> bytes:
    """Unfold what some servers send as `deflate`, or give the bytes as they are."""
    try:
        return zlib.decompressobj(-zlib.MAX_WBITS).decompress(body, limit)
    except zlib.error:
        return body
