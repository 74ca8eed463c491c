"""Mailboxes (mbox): one message after another, each behind a line that begins with `From `."""

import re
from collections.abc import Iterator

from onrecord.errors import FileTooLarge
from onrecord.read.formats.mail import is_message
from onrecord.read.formats.reader import Part
from onrecord.read.source import Opened

SEPARATOR = re.compile(rb"From \S{1,200} {1,9}\w{3} \w{3} .{0,40}\d{4}")
"""Sender and time, RFC 4155: `From a@b.example Mon Apr 12 09:00:00 2027`."""

ESCAPED = re.compile(rb">{1,9}From ")
"""How a line of a message is written that would look like a separator."""

LONGEST_LINE = 1_000_000
"""Bytes of a line that are looked at together; mail programs break lines at 998 (RFC 5322)."""


class MailboxReader:
    """Reads mailboxes."""

    name = "mbox/1"
    kind = "a mailbox"
    endings = (".mbox",)
    holds_others = True

    def takes(self, opened: Opened) -> bool:
        """Take what begins with a separator and the header of a message."""
        line, _, rest = opened.head.partition(b"\n")
        return line.startswith(b"From ") and (SEPARATOR.match(line) is not None or is_message(rest))

    def read(self, opened: Opened) -> Iterator[Part]:
        """Give each message; one that is too large is named and left out."""
        limit = opened.source.options.max_bytes
        for number, (content, size) in enumerate(_messages(opened, limit), 1):
            name = f"{opened.name}, message {number}"
            if size > limit:
                yield FileTooLarge(name, size, limit)
            elif content.strip():
                yield opened.source.inside(name, content, chosen=True)


def _messages(opened: Opened, limit: int) -> Iterator[tuple[bytes, int]]:
    """Give the messages and their sizes; of one over the limit only the size is kept."""
    lines: list[bytes] = []
    size, blank, begun = 0, True, False
    while line := opened.stream.readline(LONGEST_LINE):
        if blank and line.startswith(b"From ") and (SEPARATOR.match(line) or not begun):
            if begun:
                yield b"".join(lines), size
            lines, size, begun = [], 0, True
        else:
            own = line[1:] if ESCAPED.match(line) else line
            size += len(own)
            if size <= limit:
                lines.append(own)
        blank = not line.strip()
    yield b"".join(lines), size
