"""Provisions, and rows."""

from typing import Any

from sqlalchemy import Row

from onrecord.record import Modality, ObjectKind, Provision, StanceObject, TextState
from onrecord.store import schema
from onrecord.store.mapping.anchors import Words
from onrecord.store.mapping.names import folded
from onrecord.store.mapping.sheet import Sheet
from onrecord.store.mapping.statements import one_or_none, provenance, provenance_columns


def write_provision(sheet: Sheet, entry: int, provision: Provision) -> None:
    """Write the rows of a provision."""
    plan = provision.plan
    columns = {
        "plan_id": plan.object_id,
        "plan_label": plan.label,
        "lineage": plan.lineage,
        "plan_version": plan.version,
        "plan_names": folded(plan.label),
        "version_ambiguous": provision.version_ambiguous,
        "object_id": provision.object_id,
        "number": provision.number,
        "category": provision.category,
        "modality": provision.modality,
        "text_state": provision.text_state,
        "condition_id": provision.condition,
        "statement_id": provision.statement_id,
        "reported_by": provision.reported_by,
        "reported_on": provision.reported_on,
        **provenance_columns(provision.provenance),
    }
    sheet.write(schema.provisions, entry, columns)
    sheet.words(entry, "words", (provision.anchor,))
    sheet.words(entry, "plan", one_or_none(provision.plan_words))
    sheet.words(entry, "region", one_or_none(provision.region))
    for role, ids in _linked(provision):
        sheet.links(entry, role, ids)


def _linked(provision: Provision) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return (
        ("also", provision.also),
        ("obligor", provision.obligors),
        ("beneficiary", provision.beneficiaries),
        ("quantity", provision.quantities),
        ("money", provision.money),
    )


def provision(row: Row[Any], words: Words) -> Provision:
    """Give the provision of a row."""
    kind = ObjectKind.PROPOSAL
    return Provision(
        provision_id=row.id,
        doc_id=words.doc_id,
        anchor=words.one(row.entry, "words"),
        plan=StanceObject(row.plan_id, kind, row.plan_label, row.lineage, row.plan_version),
        modality=Modality(row.modality),
        provenance=provenance(row),
        plan_words=words.perhaps(row.entry, "plan"),
        object_id=row.object_id,
        version_ambiguous=row.version_ambiguous,
        number=row.number,
        category=row.category,
        also=words.ids(row.entry, "also"),
        obligors=words.ids(row.entry, "obligor"),
        beneficiaries=words.ids(row.entry, "beneficiary"),
        quantities=words.ids(row.entry, "quantity"),
        money=words.ids(row.entry, "money"),
        region=words.perhaps(row.entry, "region"),
        condition=row.condition_id,
        text_state=TextState(row.text_state),
        statement_id=row.statement_id,
        reported_by=row.reported_by,
        reported_on=row.reported_on,
    )
