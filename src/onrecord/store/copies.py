"""How documents hang together, kept in a SQLite file; `contract.Store` says what is promised."""

from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import Engine, insert

from onrecord.errors import NoSuchEntry
from onrecord.record import Origin, Relation, Sketch
from onrecord.store import loading, schema
from onrecord.store.filters import ALL_DOCUMENTS, DocumentFilter
from onrecord.store.lists import EntryLists
from onrecord.store.mapping import copies
from onrecord.store.queries import copies as questions


class CopiesInSqlite(EntryLists):
    """The part of a store that keeps sketches and relations."""

    _writer: Engine

    def sketches(self, made_by: str) -> Iterator[tuple[Sketch, str | None]]:
        """Give the sketches that these rules made, and when their documents were published."""
        with self._engine.connect() as connection:
            question = questions.sketches_of(made_by)
            for rows in loading.batches(connection, question, loading.OUTLINES_AT_ONCE):
                yield from ((copies.sketch(row), row.published) for row in rows)

    def without_sketch(self, made_by: str) -> tuple[str, ...]:
        """Give the ids of the current documents of which these rules made no sketch."""
        with self._engine.connect() as connection:
            rows = connection.execute(questions.without_sketch(made_by)).all()
        return tuple(row.doc_id for row in rows)

    def keep_sketch(self, sketch: Sketch, relations: Iterable[Relation]) -> None:
        """Keep a document's sketch and relations in the place of those it had."""
        found = list(relations)
        ids = {sketch.doc_id, *(each.later for each in found), *(each.earlier for each in found)}
        with self._writer.begin() as connection:
            known = connection.execute(questions.keys_of(sorted(ids)))
            keys = {row.doc_id: row.document for row in known}
            own = keys[sketch.doc_id]
            for forget in questions.without_relations(own):
                connection.execute(forget)
            connection.execute(
                insert(schema.sketches), {"document": own, **copies.sketch_row(sketch)}
            )
            rows = [
                {
                    "later": keys[each.later],
                    "earlier": keys[each.earlier],
                    **copies.relation_row(each),
                }
                for each in found
            ]
            if rows:
                connection.execute(insert(schema.relations), rows)

    def relations(self, ids: Sequence[str] | None = None) -> Iterator[Relation]:
        """Give the relations between current documents, all or those of some documents."""
        few = ids if ids is not None and len(ids) <= loading.ENTRIES_AT_ONCE else None
        wanted = None if ids is None else frozenset(ids)
        with self._engine.connect() as connection:
            question = questions.relations_of(few)
            for rows in loading.batches(connection, question, loading.OUTLINES_AT_ONCE):
                found = map(copies.relation, rows)
                yield from (
                    each for each in found if wanted is None or {each.later, each.earlier} & wanted
                )

    def origin(self, doc_id: str) -> Origin:
        """Give where a current document comes from."""
        with self._engine.connect() as connection:
            row = connection.execute(questions.origin(doc_id)).one_or_none()
            if row is None:
                raise NoSuchEntry(doc_id)
            said = connection.execute(questions.credits_of([row.document])).all()
            return copies.origin(row, said)

    def origins(self, wanted: DocumentFilter = ALL_DOCUMENTS) -> Iterator[Origin]:
        """Give where the documents come from, in their order, without their texts."""
        with self._engine.connect() as connection:
            question = questions.origins(wanted, self._ids(wanted.process))
            for rows in loading.batches(connection, question, loading.ENTRIES_AT_ONCE):
                keys = [row.document for row in rows]
                said = loading.by_document(connection.execute(questions.credits_of(keys)))
                yield from (copies.origin(row, said[row.document]) for row in rows)
