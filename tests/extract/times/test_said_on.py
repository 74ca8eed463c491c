"""The day of an utterance."""

from datetime import date

from onrecord.extract.times import CueTense, Dated, SaidOnClues, said_on

FRIDAY = date(2025, 11, 21)


def test_a_date_beside_the_cue_dates_the_utterance() -> None:
    clues = SaidOnClues(FRIDAY, dated=(Dated("Thursday", "2025-11-20", "weekday, past"),))
    assert said_on(clues) == ("2025-11-20", "“Thursday” beside the cue: weekday, past")


def test_a_date_after_publication_does_not_date_it() -> None:
    clues = SaidOnClues(FRIDAY, dated=(Dated("Nov. 27", "2025-11-27"),), previous="2025-11-20")
    assert said_on(clues).edtf == "2025-11-20"


def test_a_vague_time_does_not_date_it() -> None:
    clues = SaidOnClues(FRIDAY, dated=(Dated("recently", "[..2025-11-21]"),))
    assert said_on(clues).edtf == "[..2025-11-21]"


def test_a_week_is_one_of_its_days_up_to_publication() -> None:
    clues = SaidOnClues(FRIDAY, dated=(Dated("this week", "2025-11-17/2025-11-23"),))
    assert said_on(clues).edtf == "[2025-11-17..2025-11-21]"


def test_a_statement_continues_the_day_of_its_speaker() -> None:
    assert said_on(SaidOnClues(FRIDAY, previous="2025-11-20")).edtf == "2025-11-20"


def test_the_perfect_and_the_present_are_bounded_by_publication() -> None:
    for tense in (CueTense.PERFECT, CueTense.PRESENT):
        assert (
            said_on(SaidOnClues(FRIDAY, tense=tense, previous="2025-11-20")).edtf
            == "[..2025-11-21]"
        )


def test_the_author_speaks_on_the_day_of_publication() -> None:
    assert said_on(SaidOnClues(FRIDAY, by_author=True)).edtf == "2025-11-21"


def test_nothing_is_guessed_without_any_date() -> None:
    assert said_on(SaidOnClues(None)).edtf is None
