"""The course of events: its order, its bounds, its words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.analyse import Moment, MomentKind, timeline
from onrecord.analyse.timeline import within
from onrecord.extract import extract
from onrecord.read import document
from onrecord.record import Document, Reading

SUNDAY, MONDAY, TUESDAY = date(2027, 4, 11), date(2027, 4, 12), date(2027, 4, 13)
Bounds = tuple[date | None, date | None]
DAYS = st.none() | st.dates(date(2027, 4, 1), date(2027, 4, 30))


def moment(edtf: str, first: date | None, last: date | None) -> Moment:
    return Moment(MomentKind.SAID, edtf, first, last, f"st-{edtf}", "doc-1", "words")


def read(text: str, day: str | None) -> tuple[Document, Reading]:
    found = document(text.encode(), "talks.txt", day)
    return found, extract(found, day)


EARLY = read("Hedda Vik said on Sunday that the quota was dead.", "2027-04-12")
LATE = read("Levy stays\n\nMartin Keller said the levy would stay until Friday.", "2027-04-13")
BOTH = [EARLY, LATE]


def course(*, named: bool = False) -> list[Moment]:
    statements = [statement for _, reading in BOTH for statement in reading.statements]
    times = [time for _, reading in BOTH for time in reading.times] if named else []
    return timeline([article for article, _ in BOTH], statements, times)


def test_moments_stand_by_their_last_possible_day() -> None:
    lasts = [item.last for item in course()]
    assert lasts == [SUNDAY, MONDAY, TUESDAY, TUESDAY]


def test_an_article_stands_before_what_was_said_on_its_day() -> None:
    article, reading = read("Hedda Vik said on Monday that the quota was dead.", "2027-04-12")
    kinds = [item.kind for item in timeline([article], reading.statements)]
    assert kinds == [MomentKind.PUBLISHED, MomentKind.SAID]


def test_an_article_stands_before_what_was_said_by_its_day() -> None:
    kinds = [item.kind for item in course() if item.last == TUESDAY]
    assert kinds == [MomentKind.PUBLISHED, MomentKind.SAID]


def test_the_order_does_not_depend_on_the_order_given() -> None:
    statements = [statement for _, reading in BOTH for statement in reading.statements]
    articles = [article for article, _ in BOTH]
    assert timeline(reversed(articles), reversed(statements)) == course()


def test_an_article_stands_with_its_title_or_its_file() -> None:
    words = [item.words for item in course() if item.kind is MomentKind.PUBLISHED]
    assert words == ["talks.txt", "Levy stays"]


def test_a_statement_stands_with_its_words_and_its_speaker() -> None:
    statement = EARLY[1].statements[0]
    said = next(item for item in course() if item.entry_id == statement.statement_id)
    assert (said.words, said.actor_id) == ("that the quota was dead", statement.actor_id)
    assert said.anchor == statement.content[0]
    assert (said.first, said.last) == (SUNDAY, SUNDAY)


def test_what_was_said_by_a_day_is_open_at_its_beginning() -> None:
    said = next(item for item in course() if item.edtf == "[..2027-04-13]")
    assert (said.first, said.last) == (None, TUESDAY)


def test_days_that_an_article_names_come_only_when_asked_for() -> None:
    assert not [item for item in course() if item.kind is MomentKind.NAMED]
    named = [item.edtf for item in course(named=True) if item.kind is MomentKind.NAMED]
    assert named == ["2027-04-11", "2027-04-16"]


def test_a_named_day_stands_in_its_context() -> None:
    named = [item.words for item in course(named=True) if item.kind is MomentKind.NAMED]
    assert named[0] == "…Hedda Vik said on Sunday that the quota was dead.…"


def test_articles_and_statements_without_a_day_are_left_out() -> None:
    article, reading = read("Hedda Vik said the quota was dead.", None)
    assert reading.statements
    assert timeline([article], reading.statements) == []


@pytest.mark.parametrize(
    ("since", "until", "kept"),
    [
        (None, None, True),
        (SUNDAY, TUESDAY, True),
        (MONDAY, MONDAY, True),
        (TUESDAY, None, False),
        (None, SUNDAY, False),
    ],
)
def test_both_bounds_are_included(since: date | None, until: date | None, kept: bool) -> None:
    monday = moment("2027-04-12", MONDAY, MONDAY)
    assert within([monday], since, until) == ([monday] if kept else [])


@pytest.mark.parametrize(
    ("lasting", "asked", "kept"),
    [
        ((None, MONDAY), (None, SUNDAY), True),
        ((None, MONDAY), (TUESDAY, None), False),
        ((MONDAY, None), (TUESDAY, None), True),
        ((MONDAY, None), (None, SUNDAY), False),
        ((None, None), (MONDAY, MONDAY), True),
        ((SUNDAY, TUESDAY), (MONDAY, MONDAY), True),
    ],
)
def test_an_interval_is_kept_where_it_may_lie_between(
    lasting: Bounds, asked: Bounds, kept: bool
) -> None:
    assert bool(within([moment("interval", *lasting)], *asked)) is kept


@given(st.lists(st.tuples(DAYS, DAYS), max_size=8), DAYS, DAYS)
def test_a_wider_question_keeps_what_a_narrower_one_kept(
    bounds: list[Bounds], since: date | None, until: date | None
) -> None:
    moments = [moment(str(number), *pair) for number, pair in enumerate(bounds)]
    narrow = within(moments, since, until)
    assert within(narrow, since, until) == narrow
    assert [item for item in within(moments, since, None) if item in narrow] == narrow
