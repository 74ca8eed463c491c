"""E-mails (EML): what the message says is a document, its attachments are others."""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from email import message_from_bytes
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime

from onrecord.errors import FileDamaged, FileEmpty, FileLocked, OnrecordError
from onrecord.read import addresses
from onrecord.read.blocks import under_title, written
from onrecord.read.dates import whole_date
from onrecord.read.decoding import decode
from onrecord.read.fields import Fields, dated
from onrecord.read.formats.reader import Part, Readable
from onrecord.read.formats.zipped import printable
from onrecord.read.pages.fragment import blocks
from onrecord.read.source import Opened
from onrecord.read.text import Text
from onrecord.record import DateDetail, Detail

HEADER = re.compile(rb"^([A-Za-z][A-Za-z0-9-]{0,60}):[ \t]", re.MULTILINE)
"""A line of a header, RFC 5322 section 2.2."""

OF_SERVERS = {b"received", b"message-id", b"mime-version", b"return-path", b"delivered-to"}
OF_PEOPLE = {b"from", b"date", b"subject"}
"""A message has these; a text that somebody saved has only those that people write."""

REPLY = re.compile(r"(?:\s{0,9}(?:re|fwd?|aw|wg|tr)\s?:){1,9}\s{0,9}", re.IGNORECASE)
"""What mail programs put before a subject."""

RICHER = 3
"""Where the HTML part has three times the words, the plain one only says that there is one."""

LOCKED = {"multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"}
"""Types of encrypted messages, RFC 3156 and RFC 8551."""

MOST_PARTS = 1_000
"""Parts of one message that are looked at; a newsletter with all its pictures has a hundred."""


@dataclass
class Body:
    """What a message consists of: its plain texts, its HTML texts, and what is attached."""

    plain: list[str] = field(default_factory=list)
    html: list[str] = field(default_factory=list)
    attached: list[tuple[str, bytes, str]] = field(default_factory=list)
    encoding: str = "utf-8"


class MailReader:
    """Reads e-mails."""

    name = "mail/1"
    kind = "an e-mail"
    endings = (".eml",)
    holds_others = False

    def takes(self, opened: Opened) -> bool:
        """Take what begins with the header of a message."""
        return is_message(opened.head)

    def read(self, opened: Opened) -> Iterator[Part]:
        """Give what the message says, and its attachments as sources.

        Raises:
            FileLocked: the message is encrypted.
            FileEmpty: it says nothing and nothing is attached.
            FileDamaged: its parts cannot be told apart.
        """
        try:
            message = message_from_bytes(opened.content())
            body, fields = _body(message, opened.name), _fields(message)
        except (MessageError, RecursionError) as error:
            raise FileDamaged(opened.name, f"{type(error).__name__}: {error}"[:200]) from error
        text = _text(body, opened.name, fields.title.value if fields.title else None)
        if text:
            yield Readable(text, fields, body.encoding, "message/rfc822")
        elif not body.attached:
            raise FileEmpty(opened.name)
        for name, content, _ in body.attached:
            yield opened.source.inside(f"{opened.name}, {name}", content)


def is_message(head: bytes) -> bool:
    r"""Tell whether these bytes begin with a header that a mail server has seen.

    >>> is_message(b"From: a@b.example\nMessage-ID: <1@b.example>\n\nHello")
    True
    """
    top = head.lstrip(b"\r\n").replace(b"\r\n", b"\n").partition(b"\n\n")[0]
    if not HEADER.match(top):
        return False
    names = {match[1].lower() for match in HEADER.finditer(top)}
    return (b"from" in names and bool(names & OF_SERVERS)) or names >= {*OF_PEOPLE, b"to"}


def _body(message: Message, name: str) -> Body:
    """Sort the parts of a message.

    Raises:
        FileLocked: it is encrypted.
    """
    body = Body()
    for count, part in enumerate(_parts(message)):
        kind = part.get_content_type()
        if kind in LOCKED:
            raise FileLocked(name, "an e-mail")
        if count >= MOST_PARTS:
            break
        if _is_attached(part):
            body.attached.append((_file_name(part, count), _bytes(part), kind))
        elif kind in {"text/plain", "text/html"}:
            words = _words(part, name, body)
            (body.html if kind == "text/html" else body.plain).append(words)
    return body


def _parts(message: Message) -> Iterator[Message]:
    """Give the parts that hold something, without going into attached messages."""
    waiting = [message]
    while waiting:
        part = waiting.pop()
        inner = part.get_payload()
        attached = part is not message and part.get_content_maintype() == "message"
        if part.get_content_type() in LOCKED or attached or not isinstance(inner, list):
            yield part
        else:
            waiting.extend(each for each in reversed(inner) if isinstance(each, Message))


def _is_attached(part: Message) -> bool:
    named = part.get_filename() or part.get_content_disposition() == "attachment"
    return bool(named) or part.get_content_type() == "message/rfc822"


def _bytes(part: Message) -> bytes:
    if part.is_multipart():
        inner = part.get_payload()
        first = inner[0] if isinstance(inner, list) and inner else part
        return first.as_bytes() if isinstance(first, Message) else b""
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _words(part: Message, name: str, body: Body) -> str:
    """Give the text of a part, by its own word about its encoding where that holds."""
    content, declared = _bytes(part), part.get_content_charset() or ""
    if not content:
        return ""
    try:
        body.encoding = declared or "utf-8"
        return content.decode(declared or "utf-8")
    except (UnicodeError, LookupError, ValueError):
        try:
            text, body.encoding = decode(content, name)
        except OnrecordError:
            return ""
        return text


def _file_name(part: Message, number: int) -> str:
    """Give a name that only names: what stands before the last slash is no place of ours."""
    given = part.get_filename() or f"part {number + 1}"
    return printable(re.split(r"[/\\]", str(given))[-1]) or f"part {number + 1}"


def _text(body: Body, name: str, title: str | None) -> Text | None:
    """Give the message's text: the plain one, or the HTML one where that says more."""
    plain = "\n\n".join(filter(str.strip, body.plain))
    shown = [block for html in body.html for block in blocks(html, name)]
    if sum(len(block.text.split()) for block in shown) > RICHER * len(plain.split()):
        return written(shown, name, title)
    return under_title(plain, name, title) if plain.strip() else None


def _fields(message: Message) -> Fields:
    sender, address = parseaddr(_header(message, "From"))
    title = REPLY.sub("", _header(message, "Subject"), count=1).strip()
    outlet = addresses.outlet(address.rpartition("@")[2].lower()) if "@" in address else None
    named = sender and "@" not in sender
    return Fields(
        title=Detail(title, field="header[Subject]") if title else None,
        publisher=Detail(outlet, field="header[From]") if outlet else None,
        byline=Detail(sender, field="header[From]") if named else None,
        published=_date(_header(message, "Date")),
    )


def _header(message: Message, name: str) -> str:
    """Give a header's words, decoded; what cannot be decoded stays as it is."""
    value = str(message.get(name) or "")[:2_000]
    with suppress(MessageError, LookupError, ValueError):
        value = str(make_header(decode_header(value)))
    return " ".join(value.encode("utf-8", "replace").decode("utf-8").split())


def _date(value: str) -> DateDetail | None:
    try:
        moment = parsedate_to_datetime(value)
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
    return dated(whole_date(moment.isoformat()), "header[Date]")
