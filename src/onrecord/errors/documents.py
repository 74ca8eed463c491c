"""What can go wrong with one document; the others go on."""

from dataclasses import dataclass

from onrecord.errors.root import OnrecordError


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

    kind: str

    @property
    def sentence(self) -> str:
        """Name what it is, and what can be read."""
        return (
            f"This is {self.kind}, which onrecord does not read. Convert it to text, HTML, PDF or "
            "DOCX first."
        )


@dataclass(eq=False)
class FileDamaged(DocumentError):
    """The file is not whole, or not what it says it is."""

    reason: str

    @property
    def sentence(self) -> str:
        """Give what was found."""
        return f"The file is damaged ({self.reason}). Get it again; what could be read was read."


@dataclass(eq=False)
class FileLocked(DocumentError):
    """The file is encrypted or needs a password."""

    kind: str

    @property
    def sentence(self) -> str:
        """Say what would be needed."""
        return (
            f"This is {self.kind} that is locked. Unlock it with its password or key, and save it."
        )


@dataclass(eq=False)
class ArchiveTooDeep(DocumentError):
    """Archives stand inside archives inside archives."""

    limit: int

    @property
    def sentence(self) -> str:
        """Give the limit."""
        return (
            f"More than {self.limit} archives stand around this one. Unpack the outer ones first."
        )


@dataclass(eq=False)
class ArchiveBomb(DocumentError):
    """A compressed file becomes larger than anything that is meant to be read."""

    ratio: int

    @property
    def sentence(self) -> str:
        """Give the limit."""
        return (
            f"It unfolds to more than {self.ratio} times its size: that is a trap, or no text. "
            "The rest of it was left."
        )


@dataclass(eq=False)
class CookieBanner(DocumentError):
    """A page shows a notice about cookies in the place of an article."""

    reason: str

    @property
    def sentence(self) -> str:
        """Give the reason and the way out."""
        return f"This page is a cookie banner: {self.reason}. Accept or refuse, and save it again."


@dataclass(eq=False)
class ListingPage(DocumentError):
    """A page lists articles."""

    reason: str

    @property
    def sentence(self) -> str:
        """Give the reason and the way out."""
        return f"This page lists articles and is none: {self.reason}. Save the articles' own pages."


@dataclass(eq=False)
class NoText(DocumentError):
    """No field of a JSON object holds an article's text."""

    names: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """Name the fields that there are, and the way to tell."""
        there = f" (there are {', '.join(self.names)})" if self.names else ""
        return f"No field holds the text{there}. Name it with --field text=NAME."


class NoArticle(DocumentError):
    """The page holds no article text."""

    sentence = "No article text was found in this page. Save the article's own page."


class NoTextLayer(DocumentError):
    """A PDF file holds pictures of pages."""

    sentence = (
        "The file holds pictures of pages and no text. Run a text recognition (OCR) on it first."
    )


@dataclass(eq=False)
class ReadingStopped(DocumentError):
    """Reading a file took too long, or too much memory, or broke the program that read it."""

    reason: str

    @property
    def sentence(self) -> str:
        """Give what happened."""
        return f"Reading was stopped: {self.reason}. Save it anew with another program, or as text."


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


@dataclass(eq=False)
class TooManyPassages(DocumentError):
    """A text to be read as a plan has more passages than any plan."""

    limit: int

    @property
    def sentence(self) -> str:
        """Give the limit and the way out."""
        return (
            f"The text has more than {self.limit:,} passages; no plan has so many. "
            "Put the plan alone into a file, or each of its parts into one."
        )


class FolderGiven(DocumentError):
    """A folder where one file is wanted."""

    sentence = "This is a folder. Name the one file that holds the text."
