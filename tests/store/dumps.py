"""Everything a record answers, as text: equal for records with equal content."""

from collections.abc import Iterator

from onrecord.store import Store


def dump(store: Store) -> str:
    """Give all answers, line by line."""
    return "\n".join(lines(store))


def lines(store: Store) -> Iterator[str]:
    """Give all answers; times of recording are left out, for they are no content."""
    for document in store.documents():
        yield repr(document)
        yield repr(store.names(document.doc_id))
        yield repr(store.content(document.doc_id))
        yield repr(store.processes(document.doc_id))
        yield repr(store.reading(document.doc_id))
        yield from map(repr, store.mentions(document.doc_id))
        notes = store.readings(document.doc_id)
        yield repr(sorted((note.reading_id, bool(note.superseded_at)) for note in notes))
    for answer in (
        store.statements(),
        store.occupancies(),
        store.times(),
        store.money(),
        store.quantities(),
        store.stances(),
        store.stands(),
        store.conditions(),
        store.provisions(),
        store.meetings(),
        store.deadlines(),
        store.imprints(),
        store.voices(),
        store.texts(),
        store.actors(),
        store.offices(),
        store.processes(),
    ):
        yield from map(repr, answer)
    yield repr(store.counts())
