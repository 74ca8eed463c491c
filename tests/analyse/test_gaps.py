"""Silent and not covered are two things."""

from datetime import date

from onrecord.analyse import Absence, Coverage, Gap, Heard, Period, Seen, gaps
from onrecord.record import Imprint, StanceBasis, Stand, Voice
from tests.analyse.stands import DAM, LEVY, appeared, stand

MAY = Period(date(2027, 5, 1), date(2027, 5, 31))
APRIL = [
    stand("2027-04-12", "accept"),
    stand("2027-04-13", "reject", holder="roe", object=LEVY),
]


def found(
    *stands: Stand, articles: int = 0, voices: tuple[Voice, ...] = (), period: Period = MAY
) -> dict[tuple[str, str], Gap]:
    imprints = [appeared(each, "Herald") for each in (*APRIL, *stands)]
    imprints += [
        Imprint(f"doc-may-{number}", "m.txt", None, "Herald", "2027-05-09")
        for number in range(articles)
    ]
    seen = Seen(Coverage(imprints), Heard(voices, {"spokesman": "vik"}), period)
    return {(gap.holder, gap.object.label): gap for gap in gaps([*APRIL, *stands], seen)}


def test_without_an_article_it_is_not_covered() -> None:
    assert {gap.why for gap in found().values()} == {Absence.NOT_COVERED}
    assert len(found()) == 4


def test_who_is_not_heard_is_not_reported_and_who_is_heard_is_silent() -> None:
    gaps_ = found(articles=2, voices=(Voice("roe", "doc-may-1"),))
    assert gaps_["vik", "the dam"].why is Absence.NOT_REPORTED
    assert gaps_["roe", "the dam"].why is Absence.SILENT
    assert (gaps_["roe", "the dam"].articles, gaps_["roe", "the dam"].heard) == (2, 1)


def test_who_declines_to_answer_is_heard_and_so_is_who_is_spoken_for() -> None:
    voices = (Voice("roe", "doc-may-0", declined=True), Voice("spokesman", "doc-may-0"))
    assert {gap.why for gap in found(articles=1, voices=voices).values()} == {Absence.SILENT}


def test_a_voice_outside_the_period_is_not_heard_in_it() -> None:
    gaps_ = found(articles=1, voices=(Voice("roe", APRIL[0].doc_id),))
    assert gaps_["roe", "the dam"].why is Absence.NOT_REPORTED


def test_who_was_asked_and_gave_none_has_no_position() -> None:
    gaps_ = found(stand("2027-05-09", "no_position"))
    assert gaps_["vik", "the dam"].why is Absence.NO_POSITION
    silence = stand("2027-05-09", "no_position", basis=StanceBasis.SILENCE)
    assert found(silence)["vik", "the dam"].why is Absence.NO_POSITION


def test_who_takes_a_position_in_the_period_leaves_no_gap() -> None:
    assert ("vik", "the dam") not in found(stand("2027-05-09", "reject"))
    assert ("vik", "the dam") not in found(period=Period())


def test_what_only_others_tell_leaves_a_gap_that_names_it() -> None:
    told = stand("2027-05-09", "reject", basis=StanceBasis.HEARSAY)
    gap = found(told)["vik", "the dam"]
    assert gap.told == (told,)
    assert gap.why is Absence.NOT_REPORTED
    assert gap.object == DAM
