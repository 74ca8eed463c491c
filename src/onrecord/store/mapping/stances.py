"""Stances and conditions, and rows."""

from functools import lru_cache
from typing import Any

from sqlalchemy import Row

from onrecord.record import (
    Condition,
    ConditionType,
    ObjectKind,
    ReviewState,
    Stance,
    StanceAspect,
    StanceBasis,
    StanceObject,
    StanceValue,
    Stand,
)
from onrecord.store import schema
from onrecord.store.mapping.anchors import Columns, Words
from onrecord.store.mapping.days import day_columns
from onrecord.store.mapping.names import folded
from onrecord.store.mapping.sheet import Sheet
from onrecord.store.mapping.statements import one_or_none, provenance, provenance_columns


def write_stance(sheet: Sheet, entry: int, stance: Stance) -> None:
    """Write the rows of a stance."""
    first, last = day_columns(stance.as_of, stance.reported_on)
    columns = {
        **object_columns(stance.object),
        "holder": stance.holder,
        "value": stance.value,
        "basis": stance.basis,
        "aspect": stance.aspect,
        "as_of": stance.as_of,
        "as_of_min": first,
        "as_of_max": last,
        "reported_on": stance.reported_on,
        "reported_by": stance.reported_by,
        "version_ambiguous": stance.version_ambiguous,
        **provenance_columns(stance.provenance),
    }
    sheet.write(schema.stances, entry, columns)
    sheet.words(entry, "evidence", stance.evidence)
    sheet.words(entry, "object", one_or_none(stance.object_words))
    sheet.links(entry, "statement", stance.statements)


def object_columns(of: StanceObject) -> Columns:
    """Give the columns of what a stance is about."""
    return {
        "object_id": of.object_id,
        "object_kind": of.kind,
        "label": of.label,
        "lineage": of.lineage,
        "object_version": of.version,
        "category": of.category,
        "object_names": folded(of.label, of.category or ""),
    }


def object_of(row: Row[Any]) -> StanceObject:
    """Give what the stance of a row is about."""
    label, lineage, version = row.label, row.lineage, row.object_version
    return _same_object(row.object_id, row.object_kind, (label, lineage, version, row.category))


@lru_cache(maxsize=4096)
def _same_object(
    object_id: str, kind: str, marks: tuple[str, str | None, str | None, str | None]
) -> StanceObject:
    """Give one object for all stances that are about it: they are many more than objects."""
    label, lineage, version, category = marks
    return StanceObject(object_id, ObjectKind(kind), label, lineage, version, category)


def stance(row: Row[Any], words: Words) -> Stance:
    """Give the stance of a row."""
    return Stance(
        stance_id=row.id,
        doc_id=words.doc_id,
        holder=row.holder,
        object=object_of(row),
        value=StanceValue(row.value),
        basis=StanceBasis(row.basis),
        evidence=words.several(row.entry, "evidence"),
        provenance=provenance(row),
        object_words=words.perhaps(row.entry, "object"),
        aspect=StanceAspect(row.aspect) if row.aspect else None,
        as_of=row.as_of,
        reported_on=row.reported_on,
        reported_by=row.reported_by,
        statements=words.ids(row.entry, "statement"),
        version_ambiguous=row.version_ambiguous,
    )


def stand(row: Row[Any]) -> Stand:
    """Give the outline of the stance of a row."""
    return Stand(
        stance_id=row.id,
        doc_id=row.doc_id,
        holder=row.holder,
        object=object_of(row),
        value=StanceValue(row.value),
        basis=StanceBasis(row.basis),
        as_of=row.as_of,
        reported_on=row.reported_on,
        reported_by=row.reported_by,
        confidence=row.confidence,
        state=ReviewState(row.review_state or ReviewState.MACHINE),
        left_out=bool(row.left_out),
    )


def write_condition(sheet: Sheet, entry: int, condition: Condition) -> None:
    """Write the rows of a condition."""
    columns = {
        "type": condition.type,
        "actor_id": condition.by,
        "statement_id": condition.statement_id,
        **provenance_columns(condition.provenance),
    }
    sheet.write(schema.conditions, entry, columns)
    sheet.words(entry, "demand", (condition.demand,))
    sheet.words(entry, "consequence", one_or_none(condition.consequence))
    sheet.words(entry, "otherwise", one_or_none(condition.otherwise))


def condition(row: Row[Any], words: Words) -> Condition:
    """Give the condition of a row."""
    return Condition(
        condition_id=row.id,
        doc_id=words.doc_id,
        type=ConditionType(row.type),
        demand=words.one(row.entry, "demand"),
        provenance=provenance(row),
        by=row.actor_id,
        consequence=words.perhaps(row.entry, "consequence"),
        otherwise=words.perhaps(row.entry, "otherwise"),
        statement_id=row.statement_id,
    )
