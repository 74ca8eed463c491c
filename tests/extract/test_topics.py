"""What statements are about: points of a plan, and what lies outside it."""

from onrecord.extract import extract
from onrecord.read import document
from onrecord.record import ObjectKind

DAY = "2027-04-14"
TEXT = """Norway tabled a 12-point plan that would set a ceasefire and a prisoner exchange.

Ana Costa said the late election makes it legally impossible to sign a treaty with him.

Luis Paz said that the election is a point of the plan.
"""


def test_who_may_sign_is_no_point_of_a_plan_nor_is_the_reason_for_it() -> None:
    reading = extract(document(TEXT.encode(), "x.txt", DAY), DAY)
    names = {actor.actor_id: actor.name for actor in reading.actors}
    by = {s.statement_id: names.get(s.actor_id or "") for s in reading.statements}
    told = {(by[t.statement_id], t.object.category, t.object.kind) for t in reading.topics}
    assert ("Ana Costa", "POL.ELECTIONS", ObjectKind.ISSUE) in told
    assert ("Ana Costa", "LEG.SIGNATORY", ObjectKind.ISSUE) in told
    assert ("Luis Paz", "POL.ELECTIONS", ObjectKind.PROVISION) in told
    assert not any(kind is ObjectKind.PROVISION for who, _, kind in told if who == "Ana Costa")
