"""Articles that tell where somebody stands, as small as they can be."""

from dataclasses import dataclass, replace
from typing import Any

from onrecord.record import (
    Actor,
    ActorSchema,
    Condition,
    ConditionType,
    DateDetail,
    Detail,
    ObjectKind,
    Precision,
    Provenance,
    Reading,
    Stance,
    StanceBasis,
    StanceObject,
    StanceValue,
    identify,
)
from tests.store.samples import EXTRACTOR, Sample, anchored, published, reading_of

DAM = StanceObject(
    "obj-0000000000000001", ObjectKind.ISSUE, "the Kolvar dam", category="TER.STATUS"
)
PLAN = "obj-000000000000000a"
FIRST, SECOND = (
    StanceObject(
        f"obj-000000000000001{number}",
        ObjectKind.PROPOSAL,
        f"the plan, version {number}",
        PLAN,
        number,
    )
    for number in ("1", "2")
)
VALDEK, RUHL = (
    Actor(identify("act", name), ActorSchema.PERSON, name, (name.split()[-1],), "KAL")
    for name in ("Irena Valdek", "Tomás Ruhl")
)
CERTAIN = Provenance("sample", "1", "stance", confidence=0.9)


@dataclass(frozen=True)
class Told:
    """One stance to be told in an article of a day and an outlet."""

    day: str
    value: StanceValue
    holder: Actor = VALDEK
    object: StanceObject = DAM
    basis: StanceBasis = StanceBasis.EXPRESSED
    outlet: str | None = "Strand Chronicle"
    confidence: float | None = 0.9
    as_of: str | None = ""
    reported_by: str | None = None


def article(told: Told, number: int = 0) -> Sample:
    """Give an article that tells one stance, with a statement and a condition of its holder."""
    text = (
        f"Talks, part {number}\n\n"
        f"{told.holder.name} {told.value} {told.object.label}, {told.day}.\n\n"
        f"President Anton Breskar said on Monday: “an answer is due, {number}”\n\n"
        "If the dam stays, she signs; if not, she leaves. $4 million, 3 points."
    )
    document, content = published(number, text)
    about = replace(
        document.metadata,
        published=DateDetail(told.day, Precision.DAY, field="meta[date]"),
        publisher=Detail(told.outlet, field="meta[site]") if told.outlet else None,
    )
    document = replace(document, metadata=about)
    reading = reading_of(document)
    statement = replace(
        reading.statements[0], actor_id=told.holder.actor_id, reported_on=told.day, said_on=None
    )
    return Sample(
        document,
        content,
        Reading(
            doc_id=document.doc_id,
            extractor=EXTRACTOR,
            statements=(statement,),
            actors=(told.holder,),
            stances=(_stance(told, document.doc_id, text, statement.statement_id),),
            conditions=(_condition(told, document.doc_id, text),),
        ),
    )


def _stance(told: Told, doc_id: str, text: str, statement_id: str) -> Stance:
    return Stance(
        stance_id=identify("stc", doc_id),
        doc_id=doc_id,
        holder=told.holder.actor_id,
        object=told.object,
        value=told.value,
        basis=told.basis,
        evidence=(anchored(text, doc_id, told.value),),
        provenance=replace(CERTAIN, confidence=told.confidence),
        object_words=anchored(text, doc_id, told.object.label),
        as_of=told.day if told.as_of == "" else told.as_of,
        reported_on=told.day,
        reported_by=told.reported_by,
        statements=(statement_id,),
    )


def _condition(told: Told, doc_id: str, text: str) -> Condition:
    return Condition(
        condition_id=identify("con", doc_id),
        doc_id=doc_id,
        type=ConditionType.AMENDMENT,
        demand=anchored(text, doc_id, "If the dam stays"),
        provenance=CERTAIN,
        by=told.holder.actor_id,
        consequence=anchored(text, doc_id, "she signs"),
        otherwise=anchored(text, doc_id, "she leaves"),
    )


def articles(*told: Told, **others: Any) -> list[Sample]:
    """Give an article for each stance."""
    return [article(replace(each, **others), number) for number, each in enumerate(told)]
