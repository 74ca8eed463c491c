"""Everything that can go wrong, said once: one class, one situation, one sentence.

Trouble *in the news text* (a broken link, an ambiguous pronoun) is no error: it is a value with a
span and a reason, stored and shown. An error stops the work on one document or one command.
"""

from dataclasses import dataclass


class OnrecordError(Exception):
    """Something the user can be told in one sentence."""


@dataclass(eq=False)
class DocumentError(OnrecordError):
    """One document cannot be read; the others go on."""

    name: str

    @property
    def sentence(self) -> str:
        """What is wrong with the document and what to do."""
        return "The document cannot be read."

    def __str__(self) -> str:
        return f"{self.name}: {self.sentence}"


class FileMissing(DocumentError):
    """The path names nothing."""

    sentence = "There is no such file or folder. Check the spelling of the path."


@dataclass(eq=False)
class FileUnreadable(DocumentError):
    """The operating system refuses to open the file."""

    reason: str

    @property
    def sentence(self) -> str:
        """Name the system's own reason."""
        return f"The file cannot be opened ({self.reason}). Check its permissions."


class FileEmpty(DocumentError):
    """The file holds nothing but white space."""

    sentence = "The file is empty. There is nothing to read in it."


@dataclass(eq=False)
class FileTooLarge(DocumentError):
    """The file is larger than the limit on one document."""

    size: int
    limit: int

    @property
    def sentence(self) -> str:
        """Give both sizes, in bytes, and the way out."""
        return (
            f"The file has {self.size:,} bytes, the limit is {self.limit:,}. "
            "Split it, or raise the limit with --max-bytes."
        )


class FileBinary(DocumentError):
    """The bytes are not text."""

    sentence = "This is a binary file, not text or HTML. Convert it to text first."


@dataclass(eq=False)
class FileUndecodable(DocumentError):
    """No encoding turns the bytes into text."""

    tried: str

    @property
    def sentence(self) -> str:
        """Name the encodings that were tried."""
        return f"The text cannot be decoded (tried {self.tried}). Save the file as UTF-8."


@dataclass(eq=False)
class FileKindUnknown(DocumentError):
    """No reader takes this kind of file."""

    ending: str

    @property
    def sentence(self) -> str:
        """Name the kinds that can be read."""
        return f"No reader for “{self.ending}” files. Readable are .txt, .md, .html and .htm."


class NoArticle(DocumentError):
    """The page holds no article text."""

    sentence = "No article text was found in this page. Save the article's own page."


@dataclass(eq=False)
class ReadingFailed(DocumentError):
    """A slip of onrecord's own on one document."""

    reason: str

    @property
    def sentence(self) -> str:
        """Give the slip and ask for the document."""
        return (
            f"onrecord could not read this document ({self.reason}). "
            "That is a fault of ours: please report it with the file."
        )


@dataclass(eq=False)
class NotVerbatim(OnrecordError):
    """An entry claims words that the document does not have at that place."""

    doc_id: str
    start: int
    end: int
    claimed: str
    found: str

    def __str__(self) -> str:
        return (
            f"{self.doc_id} [{self.start}:{self.end}] holds {self.found[:80]!r}, "
            f"not {self.claimed[:80]!r}: the entry is refused."
        )


@dataclass(eq=False)
class BadDate(OnrecordError):
    """A date is not in a form that can be used."""

    value: str

    def __str__(self) -> str:
        return f"“{self.value}” is no date. Write it as year-month-day, for example 2027-04-12."


@dataclass(eq=False)
class NoSuchEntry(OnrecordError):
    """No entry of the record has this id."""

    wanted: str

    def __str__(self) -> str:
        return (
            f"No entry of this record has the id “{self.wanted}”. "
            "`onrecord statements` and `onrecord documents` list the ids."
        )


@dataclass(eq=False)
class AmbiguousId(OnrecordError):
    """Several entries begin with the given letters."""

    wanted: str
    found: tuple[str, ...]

    def __str__(self) -> str:
        return f"“{self.wanted}” fits several: {', '.join(self.found[:5])}. Give more of it."


@dataclass(eq=False)
class RecordMissing(OnrecordError):
    """The record file to be queried does not exist."""

    path: str

    def __str__(self) -> str:
        return (
            f"There is no record at {self.path}. Make one with `onrecord read FILES`, "
            "or name another with --record."
        )


@dataclass(eq=False)
class NotARecord(OnrecordError):
    """The file is no onrecord database, or a damaged one."""

    path: str
    reason: str

    def __str__(self) -> str:
        return f"{self.path} is not an onrecord record ({self.reason}). Name another with --record."


@dataclass(eq=False)
class RecordTooNew(OnrecordError):
    """The record was written by a later version of onrecord."""

    path: str
    revision: str

    def __str__(self) -> str:
        return (
            f"{self.path} was written by a later onrecord (schema {self.revision}). "
            "Upgrade onrecord to open it."
        )


@dataclass(eq=False)
class RecordBusy(OnrecordError):
    """Another process holds the record for too long."""

    path: str

    def __str__(self) -> str:
        return f"{self.path} is being written by another process. Try again when it has finished."


@dataclass(eq=False)
class RecordInaccessible(OnrecordError):
    """The operating system refuses to open or to write the record."""

    path: str
    reason: str

    def __str__(self) -> str:
        return (
            f"{self.path} cannot be opened or written ({self.reason}). "
            "Check that its folder exists, its permissions and the space left."
        )


@dataclass(eq=False)
class ModelMissing(OnrecordError):
    """The language model is not installed."""

    name: str

    def __str__(self) -> str:
        return f"The language model {self.name} is not installed. Run `pip install {self.name}`."


@dataclass(eq=False)
class BadSetting(OnrecordError):
    """A setting in the environment cannot be used."""

    name: str
    value: str
    wanted: str

    def __str__(self) -> str:
        return f"{self.name} is “{self.value}”. Set it to {self.wanted}."


@dataclass(eq=False)
class BadCode(OnrecordError):
    """A code that no list holds."""

    value: str
    known: tuple[str, ...]

    def __str__(self) -> str:
        return f"No code begins with “{self.value}”. Known are {', '.join(self.known)}."


@dataclass(eq=False)
class OutputUnwritable(OnrecordError):
    """The file that output should go to cannot be written."""

    path: str
    reason: str

    def __str__(self) -> str:
        return f"{self.path} cannot be written ({self.reason}). Name another file with --out."


@dataclass(eq=False)
class NothingGiven(OnrecordError):
    """A command that needs files was given none."""

    command: str

    def __str__(self) -> str:
        return f"Nothing to read. Name files or folders: `onrecord {self.command} articles/`."


@dataclass(eq=False)
class TooManyMarks(DocumentError):
    """A text is made of marks and line ends rather than of words."""

    limit: int

    @property
    def sentence(self) -> str:
        """Give the limit and the way out."""
        return (
            f"The text has more than {self.limit:,} marks or lines; no article has so many. "
            "Split it, or save it as plain text."
        )
