"""One entry, for people and for programs."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from onrecord.record import (
    Actor,
    Anchor,
    Condition,
    Deadline,
    Document,
    Meeting,
    Mention,
    Money,
    Occupancy,
    PlanClaim,
    PlanText,
    Point,
    Provision,
    Quantity,
    Stance,
    Statement,
    TimeExpression,
    Topic,
)
from onrecord.show.context import Marked, in_context
from onrecord.show.entries import (
    actor_entry,
)
from onrecord.show.plain import one_line, printable
from onrecord.show.plan_tables import claim_parts
from onrecord.show.proposals import point_facts, text_lines
from onrecord.show.provision_tables import behind, provision_parts
from onrecord.show.reviews import decided
from onrecord.show.single_json import actors_of, json_of
from onrecord.show.single_occasions import occasion_parts
from onrecord.show.single_stances import Parts, condition_parts, meaning, stance_parts
from onrecord.show.source_tables import uttered_text
from onrecord.show.sources import Sourcings
from onrecord.show.words import SOURCING, act, doubt, who
from onrecord.store import Found, StatementFilter, Store

SOURCE, CUE, CONTENT = "bold cyan", "bold yellow", "bold green"


def entry_text(store: Store, found: Found) -> Iterator[RenderableType]:
    """Give an entry for people: what is known of it, then its words in context."""
    entry = store.entry(found)
    page = PAGES.get(type(entry))
    if page:
        yield from page(store, entry)
        return
    yield _facts(json_of(store, entry))
    anchor = PLACES.get(type(entry))
    if anchor:
        yield from _place(store, anchor(entry))


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
    actor = actors_of(store).get(statement.actor_id or "")
    document = store.document(statement.doc_id)
    yield Text(f"{who(statement, actor.name if actor else None)} {act(statement)}", style="bold")
    if statement.provenance.review:
        yield Text(decided(statement.provenance.review, actors_of(store)), style="bold cyan")
    if statement.for_review:
        yield Text(doubt(statement), style="bold magenta")
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
    asked = Sourcings(store)
    yield ""
    yield from uttered_text(asked.reports_of(statement), asked.outlets)


def _told(store: Store, entry: Any, parts: Parts) -> Iterator[RenderableType]:
    """Give a stance or a condition: what it is, then its words in context."""
    document = store.document(entry.doc_id)
    yield Text(one_line(parts.title), style="bold")
    if entry.provenance.review:
        yield Text(decided(entry.provenance.review, actors_of(store)), style="bold cyan")
    if parts.doubt:
        yield Text(parts.doubt, style="bold magenta")
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


Page = Callable[[Store, Any], Iterator[RenderableType]]


def _page(parts: Callable[[Any, Mapping[str, Actor]], Parts]) -> Page:
    """Give the page of entries whose parts a function gives."""
    return lambda store, one: _told(store, one, parts(one, actors_of(store)))


def _provision(store: Store, entry: Provision) -> Iterator[RenderableType]:
    yield from _told(store, entry, provision_parts(entry, behind(store, [entry])))


def _topic(store: Store, entry: Topic) -> Iterator[RenderableType]:
    yield _facts({"what": entry.object.label, **json_of(store, entry)})
    yield from _place(store, entry.words)


def _point(store: Store, entry: Point) -> Iterator[RenderableType]:
    yield _facts(point_facts(entry))
    yield from _place(store, entry.anchor)


PAGES: dict[type, Page] = {
    Document: _document,
    Statement: _statement,
    Actor: _actor,
    Stance: _page(stance_parts),
    Condition: _page(condition_parts),
    PlanClaim: _page(claim_parts),
    Meeting: _page(occasion_parts),
    Deadline: _page(occasion_parts),
    Provision: _provision,
    Topic: _topic,
    PlanText: lambda _, one: text_lines(one),
    Point: _point,
}
"""How each kind of entry is shown to people, where its facts alone do not do."""
PLACES: dict[type, Callable[[Any], Anchor]] = {
    Mention: lambda one: one.anchor,
    TimeExpression: lambda one: one.anchor,
    Money: lambda one: one.anchor,
    Quantity: lambda one: one.anchor,
    Occupancy: lambda one: one.evidence[0],
}
"""Which words of an entry are shown in their place."""
