"""Documents: what was published, and what the reader found around the text."""

from dataclasses import dataclass, field

from onrecord.record.anchors import Anchor, Span
from onrecord.record.codes import Fix, NoiseKind, ParagraphKind, Precision, UrlStatus


@dataclass(frozen=True, slots=True)
class Detail:
    """One fact about a document with the words or the field it was read from.

    Exactly one of `anchor` (words of the text) and `field` (a field of the page such as
    `meta[og:title]`, the file's name, or an option of the command) says where it stands.
    """

    value: str
    anchor: Anchor | None = None
    field: str | None = None

    def __post_init__(self) -> None:
        if (self.anchor is None) == (self.field is None):
            raise ValueError(f"“{self.value}” must stand in words or in a field, one of them")


@dataclass(frozen=True, slots=True)
class DateDetail:
    """A date of a document: EDTF value, precision, zone as written (None where none is given)."""

    edtf: str
    precision: Precision
    zone: str | None = None
    anchor: Anchor | None = None
    field: str | None = None

    @property
    def day(self) -> str:
        """The calendar part, as precise as it is: `2027-04-12`, `2027-04` or `2027`."""
        return self.edtf[:10]


@dataclass(frozen=True, slots=True)
class RelatedLink:
    """A link to another article: its title, its target (None where empty), where it stands."""

    title: str
    target: str | None
    anchor: Anchor | None = None


@dataclass(frozen=True, slots=True)
class Noise:
    """A place where the text as published is not what its author wrote, and what was done there."""

    kind: NoiseKind
    span: Span
    fix: Fix
    fix_text: str | None = None


@dataclass(frozen=True, slots=True)
class Edit:
    """One change on the way to the clean text: raw `[start, end)` becomes at most one character.

    At most one, so that every clean character has a raw place of its own and mapping there and
    back is the identity.
    """

    start: int
    end: int
    replacement: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the clean text, offsets in clean code points."""

    kind: ParagraphKind
    start: int
    end: int

    @property
    def span(self) -> Span:
        """The place in the clean text."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known about a document; None and empty mean "unknown", never a guess."""

    title: Detail | None = None
    publisher: Detail | None = None
    byline: Detail | None = None
    agency_credits: tuple[Detail, ...] = ()
    photo_credits: tuple[Detail, ...] = ()
    url: Detail | None = None
    url_status: UrlStatus = UrlStatus.MISSING
    language: str | None = None
    published: DateDetail | None = None
    updated: DateDetail | None = None
    dateline_place: Detail | None = None
    dateline_day: DateDetail | None = None
    related_links: tuple[RelatedLink, ...] = ()


@dataclass(frozen=True, slots=True)
class Imprint:
    """Where and when a document appeared; `outlet` is None where the document does not say it.

    `published_on` is EDTF, as precise as it is known.
    """

    doc_id: str
    name: str
    title: str | None = None
    outlet: str | None = None
    published_on: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A source as published: immutable, addressed by its content.

    `doc_id` follows from the bytes and the text that the reader gave. `raw_text` is that text:
    the file decoded, newlines untouched, for text files; the versioned reader's text for pages.
    `clean_text` is what is read from; `edits`, sorted and disjoint, lead from one to the other.
    `name` is the file's name as given, relative to the folder read.
    """

    doc_id: str
    sha256: str
    name: str
    media_type: str
    reader: str
    encoding: str
    raw_text: str
    clean_text: str
    edits: tuple[Edit, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    noise: tuple[Noise, ...] = ()
    metadata: Metadata = field(default_factory=Metadata)

    @property
    def published_on(self) -> str | None:
        """The day of publication as EDTF, None where it is not known."""
        published = self.metadata.published
        return published.day if published else None

    @property
    def imprint(self) -> Imprint:
        """Where and when it appeared."""
        about = self.metadata
        return Imprint(
            doc_id=self.doc_id,
            name=self.name,
            title=about.title.value if about.title else None,
            outlet=about.publisher.value if about.publisher else None,
            published_on=self.published_on,
        )
