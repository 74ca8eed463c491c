"""Accounts of meetings and deadlines made up for tests."""

from typing import Any

from onrecord.record import (
    Actor,
    ActorSchema,
    Anchor,
    Deadline,
    DeadlineStep,
    Meeting,
    MeetingStatus,
    MeetingType,
    Provenance,
)

TEXT = "They met."
FOUND = Provenance("tests", "1", "made up")
ACTORS = {
    name: Actor(name, ActorSchema.PERSON, name.title()) for name in ("lee", "park", "dahl", "rojas")
}


def words(doc_id: str) -> tuple[Anchor, ...]:
    return (Anchor(TEXT, doc_id=doc_id, exact="met", start=5, end=8),)


def meeting(day: str, **told: Any) -> Meeting:
    """Give an account of a document of a day."""
    known = {"type": MeetingType.TALKS, "status": MeetingStatus.HELD, **told}
    doc = f"doc-{day}-{told.pop('doc', '')}"
    known.pop("doc", None)
    return Meeting(
        f"mtg-{doc}", doc, evidence=words(doc), provenance=FOUND, reported_on=day, **known
    )


def deadline(day: str, step: DeadlineStep = DeadlineStep.NAMED, **told: Any) -> Deadline:
    """Give an account of a document of a day."""
    doc = f"doc-{day}-{told.pop('doc', '')}"
    return Deadline(
        f"ddl-{doc}", doc, step, evidence=words(doc), provenance=FOUND, reported_on=day, **told
    )
