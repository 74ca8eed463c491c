"""Lists of entries that notebooks show as tables."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from onrecord.analyse import Shift
from onrecord.record import Actor, Document, Provision, Stance, Stand, Statement
from onrecord.show.entries import document_entry, statement_entry
from onrecord.show.plain import escaped
from onrecord.show.provision_entries import reported_provision
from onrecord.show.provision_tables import behind, obliged, plan_label, words_told
from onrecord.show.stance_tables import evidence, whose_word
from onrecord.show.standing import (
    Background,
    Standing,
    Standings,
    both,
    by_names,
    shift_entry,
    standing_entry,
    told,
)
from onrecord.show.words import DIRECTIONS, SOURCING, STANCES, act, doubt, who
from onrecord.store import Store

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


class StanceList(tuple[Stance, ...]):
    """Stances by object and holder, with who is meant and where they appeared."""

    names: Background
    in_force: frozenset[str]

    @classmethod
    def of(cls, standings: Standings, rows: Sequence[Standing]) -> "StanceList":
        """Give the list of these rows."""
        names = standings.background(row.stand for row in rows)
        ordered = by_names(rows, names)
        pairs = list(standings.worded(ordered))
        made = cls(stance for stance, _ in pairs)
        made.names = names
        made.in_force = frozenset(stance.stance_id for stance, in_force in pairs if in_force)
        return made

    def to_dicts(self) -> list[dict[str, Any]]:
        """Give the stances as the command line's --json prints them."""
        return [standing_entry(s, s.stance_id in self.in_force, self.names) for s in self]

    def _repr_html_(self) -> str:
        rows = (
            (
                s.object.label,
                self.names.name(s.holder),
                f"{STANCES[s.value]} ({whose_word(s, self.names)})",
                s.as_of or "unknown",
                evidence(s),
                self.names.source(s),
            )
            for s in self[:ROWS]
        )
        headings = ("object", "holder", "stance", "as of", "words", "source")
        return _table(headings, rows, len(self))


class ShiftList(tuple[Shift, ...]):
    """Shifts in order, with the words of their stances."""

    names: Background
    words: Mapping[str, Stance]

    @classmethod
    def of(cls, standings: Standings, shifts: Iterable[Shift]) -> "ShiftList":
        """Give the list of these shifts."""
        found = list(shifts)
        words = standings.words(both(found))
        made = cls(told(found, words))
        made.names, made.words = standings.background(both(made)), words
        return made

    def to_dicts(self) -> list[dict[str, Any]]:
        """Give the shifts as the command line's --json prints them."""
        return [shift_entry(shift, self.words, self.names) for shift in self]

    def _repr_html_(self) -> str:
        rows = (
            (
                self.names.name(shift.holder),
                shift.object.label,
                *(self._told(stand) for stand in (shift.before, shift.after)),
                DIRECTIONS[shift.direction],
            )
            for shift in self[:ROWS]
        )
        return _table(("holder", "object", "from", "to", "direction"), rows, len(self))

    def _told(self, stand: Stand) -> str:
        stance = self.words[stand.stance_id]
        said = f"{STANCES[stand.value]}, {stand.as_of or 'day unknown'}: {evidence(stance)}"
        return f"{said} ({self.names.source(stance)})"


class ProvisionList(tuple[Provision, ...]):
    """What plans say, in the order of the coverage, with who is meant and where it appeared."""

    names: Background

    @classmethod
    def of(cls, store: Store, provisions: Iterable[Provision]) -> "ProvisionList":
        """Give the list of these provisions."""
        made = cls(provisions)
        made.names = behind(store, made)
        return made

    def to_dicts(self) -> list[dict[str, Any]]:
        """Give the provisions as the command line's --json prints them."""
        actors, imprints = self.names.actors, self.names.imprints
        return [reported_provision(each, actors, imprints.get(each.doc_id)) for each in self]

    def _repr_html_(self) -> str:
        rows = (
            (
                plan_label(each),
                str(each.number or ""),
                each.category or "no category",
                obliged(each, self.names),
                words_told(each, self.names).plain,
            )
            for each in self[:ROWS]
        )
        return _table(("plan", "point", "category", "who", "words"), rows, len(self))


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
