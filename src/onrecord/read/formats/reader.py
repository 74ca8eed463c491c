"""What a reader is: it tells by the first bytes whether a file is of its kind, and reads it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol

from onrecord.errors import DocumentError
from onrecord.read.fields import Fields
from onrecord.read.source import Opened, Source
from onrecord.read.text import Text


@dataclass(frozen=True, slots=True)
class Readable:
    """What a reader gives of a document: the text that it shows, and what stands outside it.

    `content` is the document's own bytes where they are not all of the source's. `notes` are
    sentences for the user about what is odd with the document.
    """

    text: Text
    fields: Fields = field(default_factory=Fields)
    encoding: str = "utf-8"
    media_type: str = "text/plain"
    content: bytes | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PassedOver:
    """Something in a folder or an archive that is no document, by its name."""

    name: str


Part = Readable | Source | PassedOver | DocumentError
"""What a file holds: documents, further sources, what is no document, and trouble with a part."""


class Reader(Protocol):
    """Reads one kind of file.

    `name` is stored with every document and has a version: a reader that gives another text gets
    a new one. `kind` names the kind in sentences, with its article: `a PDF file`. `endings` are
    those of the file names that promise this kind. `holds_others` is true for an archive, whose
    parts are read one after another and are documents of their own.
    """

    @property
    def name(self) -> str:
        """What is stored with every document."""

    @property
    def kind(self) -> str:
        """The kind in words."""

    @property
    def endings(self) -> tuple[str, ...]:
        """Endings in small letters, each with its dot."""

    @property
    def holds_others(self) -> bool:
        """Whether it reads archives."""

    def takes(self, opened: Opened) -> bool:
        """Tell by `opened.head`, the first 65,536 bytes, whether the file is of this kind."""

    def read(self, opened: Opened) -> Iterator[Part]:
        """Give what the file holds, in the order in which it stands there.

        Raises:
            DocumentError: the file cannot be read, or not to its end.
        """
