"""The log of rulings: what is in force after it."""

from itertools import count

import pytest

from onrecord.record import Action, ReviewState, Ruling, replay

A, R, C, D, U, Y = Action  # accept, reject, correct, add, undo, redo


def log(*steps: Action) -> list[Ruling]:
    """Give rulings on one entry; to undo and redo is about the last that can be."""
    made: list[Ruling] = []
    for number, action in zip(count(), steps, strict=False):
        now = replay(made)
        of = (
            now.standing[-1].ruling_id
            if action is U
            else now.undone[-1].of
            if action is Y
            else None
        )
        made.append(
            Ruling(action, "statement", "st-1", "doc-1", "ann", of=of, ruling_id=f"rul-{number}")
        )
    return made


@pytest.mark.parametrize(
    ("steps", "state"),
    [
        ((), "machine"),
        ((A,), "confirmed"),
        ((R,), "rejected"),
        ((C,), "corrected"),
        ((D,), "added"),
        ((C, A), "corrected"),
        ((R, A), "confirmed"),
        ((R, C), "corrected"),
        ((C, R), "rejected"),
        ((D, C), "added"),
        ((D, R), "rejected"),
        ((A, U), "machine"),
        ((A, R, U), "confirmed"),
        ((A, R, U, U), "machine"),
        ((A, R, U, U, Y), "confirmed"),
        ((A, R, U, U, Y, Y), "rejected"),
        ((R, U, A), "confirmed"),
    ],
)
def test_the_last_ruling_in_force_decides(steps: tuple[Action, ...], state: ReviewState) -> None:
    assert replay(log(*steps)).state == state


def test_a_new_ruling_on_one_entry_leaves_what_was_undone_on_another() -> None:
    undone = log(R, U)
    other = Ruling(A, "statement", "st-2", "doc-1", "ann", subject_id="s2", ruling_id="rul-9")
    assert len(replay([*undone, other]).undone) == 1
    assert replay([*undone, *log(R, U, A)[2:]]).undone == ()
