"""Where what is told of plans and stances comes from: outlets, statements, how well sourced."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from onrecord.record import Imprint, SourcingLevel, Stance, Statement
from onrecord.show.room.people import People
from onrecord.show.room.room import Room


@dataclass(frozen=True)
class Sources:
    """Where claims and provisions come from: their statements, their documents, who is meant.

    `statements` are those whose words are told, `levels` those of all.
    """

    statements: Mapping[str, Statement]
    levels: Mapping[str, SourcingLevel]
    imprints: Mapping[str, Imprint]
    people: People

    def level(self, statement_id: str | None, *, voiced: bool = False) -> SourcingLevel | None:
        """Give how well sourced something is; without statement it is the reporter's own voice.

        None where it is somebody's word (`voiced`) and the record keeps no statement of it.
        """
        level = self.levels.get(statement_id or "")
        if level:
            return level
        return None if voiced or statement_id else SourcingLevel.AUTHORIAL

    def outlet(self, doc_id: str) -> str:
        """Give the outlet of a document, or that it is not known."""
        imprint = self.imprints.get(doc_id)
        return (imprint.outlet if imprint else None) or "outlet unknown"


def levels_of(room: Room, stances: Iterable[Stance]) -> dict[str, SourcingLevel]:
    """Give how well sourced stances are, by their ids, as far as the record tells."""
    first = {each.stance_id: (each, next(iter(each.statements), None)) for each in stances}
    known = sources(room, (), (statement for _, statement in first.values()))
    levels = {
        id_: known.level(statement, voiced=each.reported_by is not None)
        for id_, (each, statement) in first.items()
    }
    return {id_: level for id_, level in levels.items() if level}


def sources(
    room: Room,
    told: Iterable[str],
    others: Iterable[str | None],
    doc_ids: Iterable[str] = (),
) -> Sources:
    """Give where entries come from: statements whose words are told, and others by their ids."""
    statements = {each.statement_id: each for each in room.store.statements_with(set(told))}
    levels = {id_: each.sourcing_level for id_, each in statements.items()}
    left = {each for each in others if each} - levels.keys()
    levels |= room.store.levels_with(left)
    imprints = room.store.imprints_with(dict.fromkeys(doc_ids))
    return Sources(statements, levels, imprints, room.people())
