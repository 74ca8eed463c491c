"""Looking up single entries by their ids, whole or begun, and counting them."""

from collections.abc import Callable, Iterator

from sqlalchemy import Connection

from onrecord.errors import AmbiguousId, EntryPurged, NoSuchEntry
from onrecord.record import Document, Process, Reading
from onrecord.store import loading, texts
from onrecord.store.answers import Counts, Entry, Found, Kind, Known
from onrecord.store.mapping import actors
from onrecord.store.mapping.readings import FINDINGS
from onrecord.store.queries import actors as actor_questions
from onrecord.store.queries import documents as document_questions
from onrecord.store.queries import findings, ids, processes, revised
from onrecord.store.search import storable

FEWEST_DIGITS = 4
"""Fewer digits than this would fit some entry of any record by chance."""

ENOUGH = 6
"""Entries that show that a beginning is ambiguous; the error names five and goes on."""


def find(connection: Connection, prefix: str) -> Found:
    """Give the kind and id of the only entry whose id begins so.

    Raises:
        NoSuchEntry: there is none, or too few digits are given.
        EntryPurged: it is a document's that was purged.
        AmbiguousId: there are several.
    """
    wanted = storable(prefix).strip()
    rows = connection.execute(ids.ids_that_are(wanted)).all()
    if not rows and len(wanted.rpartition("-")[2]) >= FEWEST_DIGITS:
        rows = connection.execute(ids.ids_beginning(wanted, ENOUGH)).all()
    if not rows:
        raise missing(connection, prefix)
    if len(rows) > 1:
        raise AmbiguousId(prefix, tuple(row.id for row in rows))
    return Found(Kind(rows[0].kind), rows[0].id)


def missing(connection: Connection, prefix: str) -> NoSuchEntry:
    """Give why nothing has an id: it is a purged document's, or nobody's."""
    kind, _, digits = storable(prefix).strip().rpartition("-")
    if len(digits) >= FEWEST_DIGITS and kind in {"", "doc"}:
        for row in connection.execute(revised.purged_as(digits)):
            return EntryPurged(row.doc_id, row.purged_at, row.reason)
    return NoSuchEntry(prefix)


def entry(connection: Connection, wanted: Found) -> Entry:
    """Give the entry itself.

    Raises:
        NoSuchEntry: there is none, or none in a current reading.
    """
    for each in LOOK[wanted.kind](connection, wanted.id):
        return each
    raise NoSuchEntry(wanted.id)


def known(connection: Connection, sha256: str) -> Known | None:
    """Give what is known of the bytes with this digest, None where they were not read."""
    row = connection.execute(document_questions.known_by(sha256)).one_or_none()
    if row is None:
        return None
    names = connection.execute(document_questions.names_by(sha256)).scalars()
    members = connection.execute(document_questions.processes_by(sha256)).scalars()
    return Known(
        doc_id=row.doc_id,
        extractor=row.extractor,
        published_on=row.published_on,
        names=frozenset(names),
        processes=frozenset(members),
    )


def counts(connection: Connection) -> Counts:
    """Give how many entries of each kind there are; actors and offices count once each."""
    rows = {row.kind: row for row in connection.execute(ids.entries_by_kind())}
    counted = {
        finding.field: getattr(rows.get(finding.kind), COUNTED.get(finding.kind, "all"), 0)
        for finding in FINDINGS
    }
    others = connection.execute(ids.other_counts()).one()
    return Counts(**counted, **others._mapping)


COUNTED = {Kind.ACTOR: "different", Kind.OFFICE: "different"}
"""Kinds that many readings may give the same entry of; `different` counts ids, `all` entries."""


def _found(field: str) -> Callable[[Connection, str], Iterator[Entry]]:
    """Give the way to look up what stands in this field of readings."""
    table, make = loading.FIELDS[field]

    def look(connection: Connection, id_: str) -> Iterator[Entry]:
        return loading.found(connection, findings.entries_with_id(table, id_), make)

    return look


def document(connection: Connection, id_: str) -> Iterator[Document]:
    """Look up a document, superseded or not."""
    return loading.documents(connection, document_questions.document(id_))


def _reading(connection: Connection, id_: str) -> Iterator[Reading]:
    for row in connection.execute(document_questions.reading(id_)):
        yield loading.reading(connection, row)


def _process(connection: Connection, id_: str) -> Iterator[Process]:
    known = loading.known_processes(connection, processes.all_processes())
    return (process for process in known if process.process_id == id_)


def _mention(connection: Connection, id_: str) -> Iterator[Entry]:
    yield from _found("mentions")(connection, id_)
    yield from loading.found(connection, findings.sources_with_id(id_), actors.mention)


def _actor(connection: Connection, id_: str) -> Iterator[Entry]:
    return loading.actors_of_all(connection, actor_questions.actor(id_))


LOOK: dict[Kind, Callable[[Connection, str], Iterator[Entry]]] = {
    Kind.DOCUMENT: document,
    Kind.READING: _reading,
    Kind.PROCESS: _process,
    Kind.STATEMENT: _found("statements"),
    Kind.MENTION: _mention,
    Kind.ACTOR: _actor,
    Kind.OFFICE: _found("offices"),
    Kind.OCCUPANCY: _found("occupancies"),
    Kind.TIME: _found("times"),
    Kind.MONEY: _found("money"),
    Kind.QUANTITY: _found("quantities"),
    Kind.STANCE: _found("stances"),
    Kind.CONDITION: _found("conditions"),
    Kind.PLAN_CLAIM: _found("plans"),
    Kind.TOPIC: _found("topics"),
    Kind.TEXT: texts.text_with,
    Kind.POINT: texts.point_with,
    Kind.PROVISION: _found("provisions"),
    Kind.MEETING: _found("meetings"),
    Kind.DEADLINE: _found("deadlines"),
}
