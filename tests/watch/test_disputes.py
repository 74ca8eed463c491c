"""Which conflicts are told as one."""

from onrecord.analyse.conflicts import Account, Conflict, ConflictType, conflict
from onrecord.record import Anchor
from onrecord.watch.disputes import disputes


def account(words: str, day: str | None = "2027-04-12", actor: str | None = "vik") -> Account:
    anchor = Anchor(words, doc_id=f"doc-{day}", exact=words, start=0, end=len(words))
    return Account(f"st-{words} {day} {actor}", f"doc-{day}", actor, (anchor,), None, day)


def denied(
    told: Account, answer: Account, kind: ConflictType = ConflictType.DENIAL_VS_REPORT
) -> Conflict:
    return conflict(kind, ([told], [answer]), told.words[0].exact, "")


def groups(*found: Conflict) -> list[list[str]]:
    every = {one.conflict_id: name for one, name in zip(found, "abcdef", strict=False)}
    return [[every[one.conflict_id] for one in same] for same in disputes(found, lambda who: who)]


REPORT = account("Norway offered Brazil a licence for the fishery", actor="paper")
OTHER = account("A licence for the northern fishery was on offer", "2027-04-20", "paper")


def test_who_denies_one_report_twice_denies_one_thing() -> None:
    once = denied(REPORT, account("nothing of the kind was said"))
    again = denied(REPORT, account("a fairy tale", "2027-09-01"))
    assert groups(again, once) == [["b", "a"]]


def test_another_who_denies_it_denies_it_for_himself() -> None:
    once = denied(REPORT, account("nothing of the kind was said"))
    other = denied(REPORT, account("nothing of the kind was said", actor="costa"))
    assert len(groups(once, other)) == 2


def test_a_denial_in_like_words_is_the_same_for_a_month() -> None:
    words = "that Norway had offered any licence for the fishery"
    once = denied(REPORT, account(words))
    soon = denied(OTHER, account("a licence for that fishery was never offered", "2027-04-20"))
    late = denied(OTHER, account("a licence for that fishery was never offered", "2027-08-20"))
    assert groups(once, soon) == [["a", "b"]]
    assert groups(once, late) == [["a"], ["b"]]


def test_who_wrote_a_text_is_denied_as_anything_else() -> None:
    answer = account("that Norway had offered any licence for the fishery")
    both = (denied(REPORT, answer), denied(REPORT, answer, ConflictType.AUTHORSHIP))
    assert len(groups(*both)) == 1


def test_of_numbers_the_two_must_be_the_same() -> None:
    def numbers(first: str, second: str, day: str) -> Conflict:
        one = account(f"{first} trawlers were seized off the coast", day, "paper")
        other = account(f"{second} trawlers were seized off the coast", day, "vik")
        about = f"{first}, {second}: trawlers were seized off the coast"
        return conflict(ConflictType.NUMERIC, ([one], [other]), about, "")

    first, again = numbers("12", "20", "2027-04-12"), numbers("20", "12", "2027-04-13")
    other = numbers("12", "31", "2027-04-13")
    assert groups(first, again, other) == [["a", "b"], ["c"]]


def test_days_that_are_not_known_part_nothing() -> None:
    once = denied(REPORT, account("that Norway had offered any licence for the fishery", None))
    again = denied(OTHER, account("a licence for that fishery was never offered", "2027-08-20"))
    assert len(groups(once, again)) == 1
