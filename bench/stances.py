"""A record of many small documents that tell where the sides stand, to measure questions with.

Document number n is the same on every machine. Sides, objects and outlets are as many as in years
of coverage of one negotiation; a side moves now and then.
"""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from hashlib import sha256

from onrecord.record import (
    Actor,
    ActorSchema,
    Anchor,
    DateDetail,
    Detail,
    Document,
    Metadata,
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
from onrecord.store import Store

SIDES, OBJECTS, OUTLETS, STANCES = 100, 40, 60, 4
"""As in years of coverage; four stances a document, as in the sample case."""

MOVES = 0.05
"""The share of stances that differ from what the side held before."""

BEGUN = date(2015, 1, 1)
TEXT = (
    "The minister said she would {0}.\n\nThe envoy said he would {1}. They {2}, sources say: {3}."
)


def fill(record: Store, documents: int) -> None:
    """Write so many documents into a record."""
    for number in range(documents):
        record.add(*told(number))


def told(number: int) -> tuple[Document, bytes, Reading]:
    """Give a document, its bytes and its reading."""
    draw = random.Random(number)
    held = [_held(draw) for _ in range(STANCES)]
    values = [value for _, _, value in held]
    text = TEXT.format(*values) + f" {number}"
    content = text.encode()
    digest = sha256(content).hexdigest()
    day = (BEGUN + timedelta(days=number // 6)).isoformat()
    document = Document(
        doc_id=identify("doc", digest),
        sha256=digest,
        name=f"{number:06}.txt",
        media_type="text/plain",
        reader="bench",
        encoding="utf-8",
        raw_text=text,
        clean_text=text,
        metadata=Metadata(
            publisher=Detail(f"Outlet {draw.randrange(OUTLETS)}", field="bench"),
            published=DateDetail(day, Precision.DAY, field="bench"),
        ),
    )
    stances = tuple(_stances(document, held, draw))
    actors = tuple(_actor(side) for side in sorted({side for side, _, _ in held}))
    return document, content, Reading(document.doc_id, "bench", stances=stances, actors=actors)


def _held(draw: random.Random) -> tuple[int, int, StanceValue]:
    """Give a side, an object and where the side stands on it: mostly where it stood before."""
    side, about = draw.randrange(SIDES), draw.randrange(OBJECTS)
    moved = draw.randrange(8) if draw.random() < MOVES else 0
    return side, about, list(StanceValue)[(side * 7 + about + moved) % 8]


def _actor(side: int) -> Actor:
    return Actor(identify("act", side), ActorSchema.PERSON, f"Side {side}")


def _stances(
    document: Document, held: list[tuple[int, int, StanceValue]], draw: random.Random
) -> Iterator[Stance]:
    """Give the stances of a document, each with its words."""
    for place, (side, about, value) in enumerate(held):
        start = document.raw_text.index(value)
        yield Stance(
            stance_id=identify("stc", document.doc_id, place),
            doc_id=document.doc_id,
            holder=identify("act", side),
            object=StanceObject(identify("obj", about), ObjectKind.ISSUE, f"issue {about}"),
            value=value,
            basis=draw.choice([StanceBasis.EXPRESSED] * 3 + [StanceBasis.HEARSAY]),
            evidence=(
                Anchor(
                    document.raw_text,
                    doc_id=document.doc_id,
                    exact=value,
                    start=start,
                    end=start + len(value),
                ),
            ),
            provenance=Provenance("bench", "1", "bench", confidence=0.9),
            as_of=document.published_on,
            reported_on=document.published_on,
        )
