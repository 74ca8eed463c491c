"""Lists of entries that notebooks show as tables."""

from collections.abc import Iterable, Mapping
from typing import Any

from onrecord.record import Actor, Document, Statement
from onrecord.show.entries import document_entry, statement_entry
from onrecord.show.plain import escaped
from onrecord.show.words import SOURCING, act, doubt, who

ROWS = 100
"""Rows that a notebook shows; the list holds all."""


class StatementList(tuple[Statement, ...]):
    """Statements in order, with the actors who made them."""

    actors: Mapping[str, Actor]
    documents: Mapping[str, Document]

    @classmethod
    def of(
        cls,
        statements: Iterable[Statement],
        actors: Mapping[str, Actor],
        documents: Mapping[str, Document],
    ) -> "StatementList":
        """Give the list of these statements."""
        made = cls(statements)
        made.actors, made.documents = actors, documents
        return made

    def speaker(self, statement: Statement) -> str:
        """Give the speaker of a statement in words."""
        actor = self.actors.get(statement.actor_id or "")
        return who(statement, actor.name if actor else None)

    def to_dicts(self) -> list[dict[str, Any]]:
        """Give the statements as the command line's --json prints them."""
        documents = self.documents
        return [statement_entry(s, self.actors, documents.get(s.doc_id)) for s in self]

    def _repr_html_(self) -> str:
        rows = (
            (s.said_on or "unknown", self.speaker(s), act(s), s.gist, _sourcing(s))
            for s in self[:ROWS]
        )
        return _table(("said on", "speaker", "act", "words", "sourcing"), rows, len(self))


class DocumentList(tuple[Document, ...]):
    """Documents in order."""

    def to_dicts(self) -> list[dict[str, Any]]:
        """Give the documents as the command line's --json prints them."""
        return [document_entry(document) for document in self]

    def _repr_html_(self) -> str:
        rows = (
            (
                document.published_on or "unknown",
                document.metadata.publisher.value if document.metadata.publisher else "unknown",
                document.metadata.title.value if document.metadata.title else document.name,
                document.doc_id,
            )
            for document in self[:ROWS]
        )
        return _table(("published", "outlet", "title", "id"), rows, len(self))


def _sourcing(statement: Statement) -> str:
    """Give the sourcing, and after it whether the statement is for review."""
    return "; ".join(filter(None, (SOURCING[statement.sourcing_level], doubt(statement))))


def _table(headings: Iterable[str], rows: Iterable[Iterable[str]], total: int) -> str:
    head = "".join(f"<th>{escaped(heading)}</th>" for heading in headings)
    body = "".join(
        "<tr>" + "".join(f"<td>{escaped(cell)}</td>" for cell in row) + "</tr>" for row in rows
    )
    more = f"<p>{total - ROWS} more</p>" if total > ROWS else ""
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"
