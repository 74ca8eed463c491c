"""Actors, offices, occupancies and mentions, and rows."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Row

from onrecord.record import Actor, ActorSchema, Mention, MentionKind, Occupancy, Office
from onrecord.store import schema
from onrecord.store.mapping.anchors import Words
from onrecord.store.mapping.sheet import Sheet


def write_actor(sheet: Sheet, entry: int, actor: Actor) -> None:
    """Write the rows of an actor."""
    columns = {
        "schema": actor.schema,
        "country": actor.country,
        "speaks_for": actor.speaks_for,
    }
    sheet.write(schema.actors, entry, columns)
    sheet.names(entry, (actor.name, *actor.aliases))


def actor(rows: Iterable[Row[Any]]) -> Actor:
    """Give the actor that one reading gives, from a row for each of its names, in order."""
    first, *others = rows
    return Actor(
        actor_id=first.id,
        schema=ActorSchema(first.schema),
        name=first.name,
        aliases=tuple(row.name for row in others),
        country=first.country,
        speaks_for=first.speaks_for,
    )


def actor_of_all(rows: Iterable[Row[Any]]) -> Actor:
    """Give one actor from the rows of all readings, each with the name `chosen` for all."""
    rows = list(rows)
    once = list({row.entry: row for row in rows}.values())
    countries = [row.country for row in once if row.country is not None]
    bodies = [row.speaks_for for row in once if row.speaks_for is not None]
    return Actor(
        actor_id=rows[0].id,
        schema=ActorSchema(_most_given([row.schema for row in once])),
        name=rows[0].chosen,
        aliases=tuple(sorted({row.name for row in rows} - {rows[0].chosen})),
        country=_most_given(countries) if countries else None,
        speaks_for=_most_given(bodies) if bodies else None,
    )


def _most_given(values: list[str]) -> str:
    """Give the value that most readings give, the first by alphabet of equals."""
    counts = Counter(values)
    return min(counts, key=lambda value: (-counts[value], value))


def write_office(sheet: Sheet, entry: int, office: Office) -> None:
    """Write the row of an office."""
    columns = {"title": office.title, "organization": office.organization}
    sheet.write(schema.offices, entry, columns)


def office(row: Row[Any]) -> Office:
    """Give the office of a row."""
    return Office(row.id, row.title, row.organization)


def write_occupancy(sheet: Sheet, entry: int, occupancy: Occupancy) -> None:
    """Write the rows of an occupancy."""
    columns = {
        "office_id": occupancy.office_id,
        "actor_id": occupancy.actor_id,
        "start": occupancy.start,
        "end": occupancy.end,
    }
    sheet.write(schema.occupancies, entry, columns)
    sheet.words(entry, "evidence", occupancy.evidence)


def occupancy(row: Row[Any], words: Words) -> Occupancy:
    """Give the occupancy of a row."""
    return Occupancy(
        occupancy_id=row.id,
        office_id=row.office_id,
        actor_id=row.actor_id,
        evidence=words.several(row.entry, "evidence"),
        start=row.start,
        end=row.end,
    )


def write_mention(sheet: Sheet, entry: int, mention: Mention) -> None:
    """Write the rows of a mention."""
    columns = {
        "kind": mention.kind,
        "actor_id": mention.actor_id,
        "literal_place": mention.literal_place,
        "basis": mention.basis,
    }
    sheet.write(schema.mentions, entry, columns)
    sheet.words(entry, "words", (mention.anchor,))
    sheet.mentions.setdefault(mention, entry)


def mention(row: Row[Any], words: Words) -> Mention:
    """Give the mention of a row."""
    return Mention(
        mention_id=row.id,
        anchor=words.one(row.entry, "words"),
        kind=MentionKind(row.kind),
        actor_id=row.actor_id,
        literal_place=row.literal_place,
        basis=row.basis,
    )
