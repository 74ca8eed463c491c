"""What every store promises, whichever database stands behind it.

- One document is one transaction: after a crash it is there whole or not at all.
- Adding twice changes nothing; adding in another order gives the same answers.
- Answers come from current readings, in an order that follows from content: day of publication
  (unknown days last), document id, place in the text. Superseded readings are kept.
- What people decided is kept beside that, applied to every answer but `reading`, and never changes
  it: the part `Reviews` says how.
- What was put in comes out equal; a changed word raises NotVerbatim.
- Answers that can be long are iterators; each shows the record at one moment. Run an iterator to
  its end or close it.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from types import TracebackType
from typing import Protocol, Self

from onrecord.record import (
    Actor,
    Appearance,
    Condition,
    Deadline,
    Document,
    Imprint,
    Meeting,
    Mention,
    Money,
    Occupancy,
    Office,
    Origin,
    PlanClaim,
    PlanText,
    Process,
    Provision,
    Quantity,
    Reading,
    Relation,
    Sketch,
    Stance,
    Stand,
    Statement,
    TimeExpression,
    Topic,
    Voice,
)
from onrecord.store.answers import Added, Counts, Entry, Found, Known, Problem, ReadingNote
from onrecord.store.browsable import Browsable
from onrecord.store.contract_articles import Articles, Watching
from onrecord.store.contract_reviews import Reviews
from onrecord.store.filters import (
    ALL_ACTORS,
    ALL_DOCUMENTS,
    ALL_ENTRIES,
    ALL_PROVISIONS,
    ALL_STANCES,
    ALL_STATEMENTS,
    ALL_TEXTS,
    ActorFilter,
    DocumentFilter,
    EntryFilter,
    ProvisionFilter,
    StanceFilter,
    StatementFilter,
    TextFilter,
)


class Store(Articles, Watching, Browsable, Reviews, Protocol):
    """A record in a database.

    Raises, from any method:
        RecordBusy: another process holds the record for too long.
        RecordInaccessible: the operating system refuses to read or write.
        NotARecord: the database is damaged.
    """

    def add(
        self,
        document: Document,
        content: bytes,
        reading: Reading,
        processes: Iterable[Process] = (),
    ) -> Added:
        """Keep a document, its original bytes and its reading, and say what that changed.

        The document's name and processes are added to those known. Another reading of the same
        document, and another text of the same bytes, supersede the former; one that was
        superseded and comes again is current again.

        Raises:
            NotVerbatim: an anchor's words are not the document's.
            ValueError: the bytes are not the document's, or the reading is of another document.
        """

    def add_text(
        self,
        document: Document,
        content: bytes,
        text: PlanText,
        processes: Iterable[Process] = (),
    ) -> Added:
        """Keep a text of a plan with its document and bytes, and say what that changed.

        A text of the same document under the same names supersedes the former. What was read in
        the document as coverage stays; a document that was not is no coverage.

        Raises:
            NotVerbatim: a point's words are not the document's.
            ValueError: the bytes are not the document's.
        """

    def texts(self, wanted: TextFilter = ALL_TEXTS) -> Iterator[PlanText]:
        """Give the texts of plans by plan, version and day."""

    def documents(self, wanted: DocumentFilter = ALL_DOCUMENTS) -> Iterator[Document]:
        """Give the documents that report; each one's `name` is the first of its names.

        What was added as the text of a plan alone is left out.
        """

    def imprints(self, wanted: DocumentFilter = ALL_DOCUMENTS) -> Iterator[Imprint]:
        """Give where and when the documents appeared, in their order, without their texts."""

    def known(self, sha256: str) -> Known | None:
        """Give what is known of the bytes with this digest, None where they were not read."""

    def document(self, doc_id: str) -> Document:
        """Give one document, a superseded one too.

        Raises:
            NoSuchEntry: there is none; EntryPurged, a kind of it, where it was purged.
        """

    def names(self, doc_id: str) -> tuple[str, ...]:
        """Give the names under which the document's bytes were seen, sorted."""

    def content(self, doc_id: str) -> bytes:
        """Give the document's bytes as they were published."""

    def reading(self, doc_id: str) -> Reading:
        """Give the document's current reading."""

    def readings(self, doc_id: str) -> tuple[ReadingNote, ...]:
        """Give the history of a document's readings, in the order in which they were recorded."""

    def statements(self, wanted: StatementFilter = ALL_STATEMENTS) -> Iterator[Statement]:
        """Give the statements, those for review among the others unless `wanted.review` says."""

    def voices(self, wanted: EntryFilter = ALL_ENTRIES) -> Iterator[Voice]:
        """Give who is heard in which document, each actor once a document.

        What is for review does not count.
        """

    def stances(self, wanted: StanceFilter = ALL_STANCES) -> Iterator[Stance]:
        """Give the stances, those for review among the others unless `wanted.review` says."""

    def stands(self, wanted: StanceFilter = ALL_STANCES) -> Iterator[Stand]:
        """Give the outlines of the same stances in the same order, many times faster."""

    def stances_with(self, ids: Iterable[str]) -> Iterator[Stance]:
        """Give the current stances with these ids, in no promised order; others are left out."""

    def stances_from(self, statement_id: str) -> Iterator[Stance]:
        """Give the current stances that were read from a statement."""

    def conditions(self, wanted: EntryFilter = ALL_ENTRIES) -> Iterator[Condition]:
        """Give the conditions."""

    def plans(self, wanted: EntryFilter = ALL_ENTRIES) -> Iterator[PlanClaim]:
        """Give what documents say of the texts that are negotiated."""

    def topics(self, wanted: EntryFilter = ALL_ENTRIES) -> Iterator[Topic]:
        """Give what statements are about."""

    def provisions(self, wanted: ProvisionFilter = ALL_PROVISIONS) -> Iterator[Provision]:
        """Give the provisions, those for review among the others unless `wanted.review` says."""

    def meetings(self, wanted: EntryFilter = ALL_ENTRIES) -> Iterator[Meeting]:
        """Give what each document says of each meeting."""

    def deadlines(self, wanted: EntryFilter = ALL_ENTRIES) -> Iterator[Deadline]:
        """Give what each document says of each deadline."""

    def mentions(self, doc_id: str) -> Iterator[Mention]:
        """Give the mentions in one document."""

    def occupancies(self, wanted: EntryFilter = ALL_ENTRIES) -> Iterator[Occupancy]:
        """Give who holds which office, on whose word."""

    def times(self, wanted: EntryFilter = ALL_ENTRIES) -> Iterator[TimeExpression]:
        """Give the time expressions."""

    def money(self, wanted: EntryFilter = ALL_ENTRIES) -> Iterator[Money]:
        """Give the sums of money."""

    def quantities(self, wanted: EntryFilter = ALL_ENTRIES) -> Iterator[Quantity]:
        """Give the quantities."""

    def actors(self, wanted: ActorFilter = ALL_ACTORS) -> Iterator[Actor]:
        """Give the actors by name and id, each with its names from all documents.

        `name` is the longest name that a document gives, the first by alphabet of equally long
        ones; all other names and aliases are `aliases`, sorted. Of differing schemas, countries
        and bodies spoken for, the one that most documents give stands.
        """

    def actors_with(self, ids: Iterable[str]) -> Iterator[Actor]:
        """Give the actors with these ids as `actors` does, in no promised order."""

    def appearances(
        self, as_of: date | None = None, process: str | None = None
    ) -> tuple[Appearance, ...]:
        """Give how often and when each actor appears, by actor id.

        `as_of` leaves out what was published after that day, and what is of an unknown day.
        """

    def sketches(self, made_by: str) -> Iterator[tuple[Sketch, str | None]]:
        """Give the sketches of current documents that these rules made, by document id.

        With each comes when its document was published on its own word, as EDTF.
        """

    def without_sketch(self, made_by: str) -> tuple[str, ...]:
        """Give the ids of the current documents of which these rules made no sketch, sorted."""

    def keep_sketch(self, sketch: Sketch, relations: Iterable[Relation]) -> None:
        """Keep a document's sketch and relations in the place of those it had.

        A document that is described anew loses both, and is without a sketch until this is called.
        """

    def relations(self, ids: Sequence[str] | None = None) -> Iterator[Relation]:
        """Give the relations between current documents, all or those of some documents.

        They come by the ids of the later and the earlier document.
        """

    def origin(self, doc_id: str) -> Origin:
        """Give where a current document comes from.

        Raises:
            NoSuchEntry: there is no such document.
        """

    def origins(self, wanted: DocumentFilter = ALL_DOCUMENTS) -> Iterator[Origin]:
        """Give where the documents come from, in their order, without their texts."""

    def offices(self) -> Iterator[Office]:
        """Give the offices, each once, by title, organization and id."""

    def processes(self, doc_id: str | None = None) -> tuple[Process, ...]:
        """Give the negotiations by name and id, all of them or those a document belongs to."""

    def find(self, prefix: str) -> Found:
        """Give the entry whose id begins so, with its kind part (`doc-12ab`) or without (`12ab`).

        Raises:
            NoSuchEntry: no id begins so, or fewer than four digits are given and no id is that.
            AmbiguousId: several ids do.
        """

    def entry(self, found: Found) -> Entry:
        """Give the entry itself, a statement for a statement's id and so on.

        Raises:
            NoSuchEntry: no current reading holds it.
        """

    def counts(self) -> Counts:
        """Give how many entries of each kind there are."""

    def check(self) -> list[Problem]:
        """Give everything in the record that is not as it must be, nothing if all is well."""

    def close(self) -> None:
        """Let go of the database."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...
