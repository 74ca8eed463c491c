"""Outlines of stances for tests, each as short as its case."""

from itertools import count
from typing import Any

from onrecord.record import Imprint, ObjectKind, StanceBasis, StanceObject, StanceValue, Stand

DAM = StanceObject("obj-dam", ObjectKind.ISSUE, "the dam")
LEVY = StanceObject("obj-levy", ObjectKind.ISSUE, "the levy")
FIRST, SECOND = (
    StanceObject(f"obj-plan-{number}", ObjectKind.PROPOSAL, f"plan {number}", "obj-plan", number)
    for number in ("1", "2")
)
NUMBERS = count()


def stand(day: str | None, value: str, **others: Any) -> Stand:
    """Give a stance on the dam by `vik` in his own words, reported the day on which it is taken."""
    number = next(NUMBERS)
    given = {
        "stance_id": f"stc-{number:04}",
        "doc_id": f"doc-{number:04}",
        "holder": "vik",
        "object": DAM,
        "basis": StanceBasis.EXPRESSED,
        "as_of": day,
        "reported_on": day,
        **others,
    }
    return Stand(value=StanceValue(value), **given)


def appeared(stance: Stand, outlet: str | None) -> Imprint:
    """Give the imprint of the article that tells a stance."""
    return Imprint(stance.doc_id, f"{stance.doc_id}.txt", None, outlet, stance.reported_on)
