"""What documents say of plans, and rows."""

from typing import Any

from sqlalchemy import Row

from onrecord.record import PlanAspect, PlanClaim, Qualifier, ReportStatus, Route
from onrecord.store import schema
from onrecord.store.mapping.anchors import Words
from onrecord.store.mapping.sheet import Sheet
from onrecord.store.mapping.stances import object_columns, object_of
from onrecord.store.mapping.statements import one_or_none, provenance, provenance_columns


def write_plan_claim(sheet: Sheet, entry: int, claim: PlanClaim) -> None:
    """Write the rows of a claim."""
    columns = {
        **object_columns(claim.object),
        "aspect": claim.aspect,
        "instrument": claim.instrument,
        "sponsor": claim.sponsor,
        "sponsor_key": claim.sponsor_key,
        "own": claim.own,
        "status": claim.status,
        "statement_id": claim.statement_id,
        "said_by": claim.said_by,
        "said_on": claim.said_on,
        "reported_on": claim.reported_on,
        "actor_id": claim.actor,
        "number": claim.number,
        "qualifier": claim.qualifier,
        "on_day": claim.on,
        "route": claim.route,
        "mark": claim.mark,
        **provenance_columns(claim.provenance),
    }
    sheet.write(schema.plan_claims, entry, columns)
    sheet.words(entry, "named", (claim.words,))
    sheet.words(entry, "evidence", (claim.evidence,))
    sheet.words(entry, "place", one_or_none(claim.place))


def plan_claim(row: Row[Any], words: Words) -> PlanClaim:
    """Give the claim of a row."""
    return PlanClaim(
        claim_id=row.id,
        doc_id=words.doc_id,
        object=object_of(row),
        aspect=PlanAspect(row.aspect),
        words=words.one(row.entry, "named"),
        evidence=words.one(row.entry, "evidence"),
        provenance=provenance(row),
        instrument=row.instrument,
        sponsor=row.sponsor,
        sponsor_key=row.sponsor_key,
        own=row.own,
        status=ReportStatus(row.status),
        statement_id=row.statement_id,
        said_by=row.said_by,
        said_on=row.said_on,
        reported_on=row.reported_on,
        actor=row.actor_id,
        number=row.number,
        qualifier=Qualifier(row.qualifier) if row.qualifier else None,
        on=row.on_day,
        place=words.perhaps(row.entry, "place"),
        route=Route(row.route) if row.route else None,
        mark=row.mark,
    )
