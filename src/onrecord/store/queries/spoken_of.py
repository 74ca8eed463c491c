"""Questions for whom statements speak of.

A statement speaks of an actor in three ways: it is aimed at him, a stance of his is read from it,
or its words name him, by a pronoun too; a place's name that is only a place does not.
"""

from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, Select, literal, literal_column, select, union, union_all

from onrecord.store.queries.conditions import NOT_HIDDEN, among
from onrecord.store.schema import (
    anchors,
    entries,
    links,
    mentions,
    readings,
    stances,
)
from onrecord.store.selections import Way

STATED = entries.alias("stated")
STATED_IN = readings.alias("stated_in")
CONTENT = anchors.alias("content")
AFTER_STATED: ColumnElement[int] = literal_column("+stated.entry")
"""The key of a statement; the sign keeps SQLite from reading all contents and then their entries,
which it holds for quick because it does not know how few statements a document has."""


def speaking_of(ids: Collection[str]) -> Select[Any] | Any:
    """Ask for the keys of the statements that speak of any of these actors, whoever speaks."""
    wanted = among(ids)
    aimed = select(links.c.entry).where(links.c.role == "target", links.c.id.in_(wanted))
    held = select(STATED.c.entry).select_from(_holding()).where(stances.c.holder.in_(wanted))
    named = _naming(mentions.c.actor_id.in_(wanted))
    return union(aimed, held.where(NOT_HIDDEN), named)


def spoken_of(keys: Collection[int]) -> Select[Any] | Any:
    """Ask for whom statements with these keys speak of and how, each actor and way once."""
    aimed = select(links.c.entry, links.c.id, literal(Way.AIMED_AT.value)).where(
        links.c.role == "target", links.c.entry.in_(keys)
    )
    held = select(STATED.c.entry, stances.c.holder, literal(Way.STANCE.value)).where(
        STATED.c.entry.in_(keys), NOT_HIDDEN
    )
    named = select(STATED.c.entry, mentions.c.actor_id, literal(Way.NAMED.value)).where(
        STATED.c.entry.in_(keys),
        mentions.c.actor_id.is_not(None),
        mentions.c.literal_place.is_(False),
        NOT_HIDDEN,
        _inside(anchors),
    )
    return union_all(
        aimed,
        held.select_from(_holding()).distinct(),
        named.select_from(_beside()).distinct(),
    )


def _holding() -> Any:
    """Join stances to the statements that they were read from."""
    return (
        stances.join(entries, entries.c.entry == stances.c.entry)
        .join(links, (links.c.entry == stances.c.entry) & (links.c.role == "statement"))
        .join(
            STATED,
            (STATED.c.reading == entries.c.reading)
            & (STATED.c.kind == "statement")
            & (STATED.c.id == links.c.id),
        )
    )


def _beside() -> Any:
    """Join statements, with their contents, to the mentions of current readings of their text."""
    return (
        STATED.join(STATED_IN, STATED_IN.c.reading == STATED.c.reading)
        .join(CONTENT, (CONTENT.c.entry == STATED.c.entry) & (CONTENT.c.role == "content"))
        .join(
            readings,
            (readings.c.document == STATED_IN.c.document) & readings.c.superseded_at.is_(None),
        )
        .join(entries, entries.c.reading == readings.c.reading)
        .join(mentions, mentions.c.entry == entries.c.entry)
        .join(anchors, (anchors.c.entry == mentions.c.entry) & (anchors.c.role == "words"))
    )


def _inside(words: Any) -> Any:
    return (words.c.start >= CONTENT.c.start) & (words.c.end <= CONTENT.c.end)


def _naming(wanted: Any) -> Select[Any]:
    """Ask for the statements with the wanted mentions in their words; the mentions come first."""
    places = (
        select(readings.c.document, anchors.c.start, anchors.c.end)
        .select_from(
            mentions.join(entries, entries.c.entry == mentions.c.entry)
            .join(readings, readings.c.reading == entries.c.reading)
            .join(anchors, (anchors.c.entry == mentions.c.entry) & (anchors.c.role == "words"))
        )
        .where(wanted, mentions.c.literal_place.is_(False), NOT_HIDDEN)
        .where(readings.c.superseded_at.is_(None))
        .cte("places")
        .prefix_with("MATERIALIZED", dialect="sqlite")
    )
    joined = (
        places.join(STATED_IN, STATED_IN.c.document == places.c.document)
        .join(STATED, (STATED.c.reading == STATED_IN.c.reading) & (STATED.c.kind == "statement"))
        .join(CONTENT, (CONTENT.c.entry == AFTER_STATED) & (CONTENT.c.role == "content"))
    )
    question = select(STATED.c.entry).select_from(joined).where(_inside(places))
    return question.where(STATED_IN.c.superseded_at.is_(None))
