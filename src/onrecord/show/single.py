"""One entry, for people and for programs."""

from collections.abc import Iterator
from typing import Any

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from onrecord.record import (
    Actor,
    Anchor,
    Condition,
    Document,
    Mention,
    Money,
    Occupancy,
    Office,
    Process,
    Quantity,
    Reading,
    Stance,
    Statement,
    TimeExpression,
)
from onrecord.show.context import Marked, in_context
from onrecord.show.entries import (
    actor_entry,
    anchor_entry,
    document_entry,
    mention_entry,
    money_entry,
    quantity_entry,
    statement_entry,
    time_entry,
)
from onrecord.show.plain import one_line, printable
from onrecord.show.reviews import decided, review_entry
from onrecord.show.single_stances import Parts, condition_parts, meaning, stance_parts
from onrecord.show.stance_entries import condition_entry, reported_entry
from onrecord.show.words import SOURCING, act, doubt, who
from onrecord.store import Entry, Found, StatementFilter, Store

SOURCE, CUE, CONTENT = "bold cyan", "bold yellow", "bold green"


def entry_json(store: Store, found: Found) -> dict[str, Any]:
    """Give an entry as JSON, with its kind."""
    return {"entry": found.kind, **_json(store, store.entry(found))}


def _json(store: Store, entry: Entry) -> dict[str, Any]:
    match entry:
        case Document():
            files = {"files": list(store.names(entry.doc_id))}
            return {**document_entry(entry), **files, "text": entry.raw_text}
        case Statement():
            return statement_entry(entry, _actors(store, entry), store.document(entry.doc_id))
        case Actor():
            return actor_entry(entry) or {}
        case Stance():
            imprint = store.document(entry.doc_id).imprint
            return reported_entry(entry, _actors(store, entry), imprint)
        case Condition():
            review = {"review": review_entry(entry.provenance), "doc_id": entry.doc_id}
            return {**condition_entry(entry, _actors(store, entry)), **review}
        case Office() | Occupancy() | Process() | Reading():
            return _kept_json(entry)
        case _:
            return _found_json(entry)


def _found_json(entry: Mention | TimeExpression | Money | Quantity) -> dict[str, Any]:
    """Give an entry that is one place of a text."""
    match entry:
        case Mention():
            return mention_entry(entry) or {}
        case TimeExpression():
            return time_entry(entry)
        case Money():
            return money_entry(entry)
        case Quantity():
            return quantity_entry(entry)


def _kept_json(entry: Office | Occupancy | Process | Reading) -> dict[str, Any]:
    """Give an entry that the record keeps about others."""
    match entry:
        case Office():
            return {"id": entry.office_id, "title": entry.title, "organization": entry.organization}
        case Occupancy():
            return {
                "id": entry.occupancy_id,
                "office_id": entry.office_id,
                "actor_id": entry.actor_id,
                "start": entry.start,
                "end": entry.end,
                "evidence": [anchor_entry(anchor) for anchor in entry.evidence],
            }
        case Process():
            return {"id": entry.process_id, "name": entry.name}
        case Reading():
            return {
                "id": entry.reading_id,
                "doc_id": entry.doc_id,
                "extractor": entry.extractor,
                "statements": len(entry.statements),
                "refused": entry.refused,
            }


def _actors(store: Store, entry: Statement | Stance | Condition) -> dict[str, Actor]:
    """Give the actors that an entry names, and those that the machine reads instead."""
    names = ("actor_id", "holder", "reported_by", "by")
    ids = {getattr(entry, name, None) for name in names} - {None}
    if entry.provenance.review:
        ids |= {value for _, value in entry.provenance.review.machine}
    return {actor.actor_id: actor for actor in store.actors_with(map(str, ids))}


def entry_text(store: Store, found: Found) -> Iterator[RenderableType]:
    """Give an entry for people: what is known of it, then its words in context."""
    entry = store.entry(found)
    match entry:
        case Statement():
            yield from _statement(store, entry)
        case Document():
            yield from _document(store, entry)
        case Actor():
            yield from _actor(store, entry)
        case Mention() | TimeExpression() | Money() | Quantity():
            yield _facts(_json(store, entry))
            yield from _place(store, entry.anchor)
        case Occupancy():
            yield _facts(_json(store, entry))
            yield from _place(store, entry.evidence[0])
        case Stance():
            yield from _told(store, entry, stance_parts(entry, _actors(store, entry)))
        case Condition():
            yield from _told(store, entry, condition_parts(entry, _actors(store, entry)))
        case _:
            yield _facts(_json(store, entry))


def _facts(values: dict[str, Any]) -> Table:
    """Give names and values as two columns; anchors and lists of them are left to the context."""
    table = Table.grid(padding=(0, 2))
    for key, value in values.items():
        plain = value is None or isinstance(value, str | int | float | bool)
        if plain and key != "text":
            shown = (
                Text("unknown", style="dim") if value in {None, ""} else Text(one_line(str(value)))
            )
            table.add_row(Text(key.replace("_", " "), style="bold"), shown)
    return table


def _statement(store: Store, statement: Statement) -> Iterator[RenderableType]:
    actors = _actors(store, statement)
    actor = actors.get(statement.actor_id or "")
    document = store.document(statement.doc_id)
    yield Text(f"{who(statement, actor.name if actor else None)} {act(statement)}", style="bold")
    if statement.for_review:
        yield Text(doubt(statement), style="bold magenta")
    if statement.provenance.review:
        yield Text(decided(statement.provenance.review, actors), style="bold cyan")
    yield _facts(
        {
            "said on": statement.said_on,
            "because": statement.said_on_basis,
            "speaker": statement.source.basis if statement.source else "no source in the text",
            "form": statement.form,
            **meaning(statement),
            "sourcing": f"{SOURCING[statement.sourcing_level]} ({statement.sourcing_level})",
            "reported": f"{_outlet(document)}, {statement.reported_on or 'day unknown'}",
            "document": f"{document.name} ({document.doc_id})",
            "id": statement.statement_id,
            "found by": f"rule {statement.provenance.rule_id}",
            "confidence": statement.provenance.confidence,
            "stances": ", ".join(s.stance_id for s in store.stances_from(statement.statement_id)),
        }
    )
    marks = [Marked(anchor, CONTENT) for anchor in statement.content]
    marks += [Marked(statement.cue, CUE)] if statement.cue else []
    marks += [Marked(statement.source.anchor, SOURCE)] if statement.source else []
    yield from _context(document, marks)
    yield Text.assemble(("source", SOURCE), "  ", ("cue", CUE), "  ", ("content", CONTENT))


def _told(store: Store, entry: Stance | Condition, parts: Parts) -> Iterator[RenderableType]:
    """Give a stance or a condition: what it is, then its words in context."""
    document = store.document(entry.doc_id)
    yield Text(one_line(parts.title), style="bold")
    if parts.doubt:
        yield Text(parts.doubt, style="bold magenta")
    if entry.provenance.review:
        yield Text(decided(entry.provenance.review, _actors(store, entry)), style="bold cyan")
    reported = f"{_outlet(document)}, {document.published_on or 'day unknown'}"
    place = {"reported": reported, "document": f"{document.name} ({document.doc_id})"}
    yield _facts({**parts.facts, **place})
    yield from _context(document, [Marked(anchor, style) for anchor, style in parts.marks])
    yield Text.assemble(*(part for name, style in parts.legend for part in ((name, style), "  ")))


def _outlet(document: Document) -> str:
    publisher = document.metadata.publisher
    return publisher.value if publisher else "outlet unknown"


def _place(store: Store, anchor: Anchor) -> Iterator[RenderableType]:
    yield from _context(store.document(anchor.doc_id), [Marked(anchor, CONTENT)])


def _context(document: Document, marks: list[Marked]) -> Iterator[RenderableType]:
    first = min(mark.anchor.start for mark in marks)
    last = max(mark.anchor.end for mark in marks)
    yield ""
    yield in_context(document, marks)
    yield ""
    yield Text(f"{document.name}, characters {first} to {last}", style="dim")


def _document(store: Store, document: Document) -> Iterator[RenderableType]:
    about = document.metadata
    published = about.published
    yield Text(one_line(about.title.value if about.title else document.name), style="bold")
    yield _facts(
        {
            "outlet": about.publisher.value if about.publisher else None,
            "byline": about.byline.value if about.byline else None,
            "published": published.edtf if published else None,
            "updated": about.updated.edtf if about.updated else None,
            "language": about.language,
            "url": f"{about.url.value} ({about.url_status})" if about.url else None,
            "files": ", ".join(store.names(document.doc_id)),
            "sha256": document.sha256,
            "read by": f"{document.reader}, {document.encoding}",
            "noise": f"{len(document.noise)} places",
            "statements": len(list(store.statements(StatementFilter(doc_id=document.doc_id)))),
            "id": document.doc_id,
        }
    )
    yield ""
    yield Text(printable(document.clean_text))


def _actor(store: Store, actor: Actor) -> Iterator[RenderableType]:
    from onrecord.show.tables import statements_table

    yield Text(one_line(actor.name), style="bold")
    yield _facts({**(actor_entry(actor) or {}), "also": ", ".join(actor.aliases)})
    statements = list(store.statements(StatementFilter(actor=actor.actor_id)))
    if statements:
        yield ""
        yield statements_table(statements, {actor.actor_id: actor})
