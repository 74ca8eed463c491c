"""What people decided on pairs: the later decision holds, in either order of the two."""

from onrecord.analyse.verdicts import Verdicts
from onrecord.record import Decision, Verdict


def test_the_later_decision_on_a_pair_holds() -> None:
    told = Verdicts(
        [
            Decision(Verdict.MERGE, "b", "a"),
            Decision(Verdict.SPLIT, "a", "b"),
            Decision(Verdict.SPLIT, "c", "d"),
            Decision(Verdict.MERGE, "d", "c"),
        ]
    )
    assert told.are_apart("a", ["x", "b"])
    assert told.are_apart("b", iter(["a"]))
    assert not told.are_apart("c", ["d"])
    assert [merge.pair for merge in told.merges] == [("c", "d")]
    assert (told.merged_with("c"), told.merged_with("d"), told.merged_with("a")) == (
        ["d"],
        ["c"],
        [],
    )


def test_one_may_be_put_together_with_several() -> None:
    told = Verdicts([Decision(Verdict.MERGE, "b", other) for other in ("c", "a")])
    assert told.merged_with("b") == ["a", "c"]
    assert not told.are_apart("b", [])
