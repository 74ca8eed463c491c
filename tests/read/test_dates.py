import tomllib
from pathlib import Path
from typing import Any

import pytest

from onrecord.read.dates import dates, day_in_year, whole_date

CASES = tomllib.loads(Path(__file__).with_name("dates.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_a_date_is_read_where_it_can_be_read_in_one_way_only(case: dict[str, Any]) -> None:
    found = whole_date(case["text"])
    if "edtf" not in case:
        assert found is None
        return
    assert found
    assert (found.edtf, found.precision.value, found.zone) == (
        case["edtf"],
        case["precision"],
        case.get("zone"),
    )


def test_a_date_knows_where_its_words_stand() -> None:
    text = "Published 12 April 2027, updated Tuesday 13 April 2027."
    found = [text[slice(*date.span)] for date in dates(text)]
    assert found == ["12 April 2027", "Tuesday 13 April 2027"]


@pytest.mark.parametrize(
    ("words", "latest", "day"),
    [
        ("April 12", "2027-04-12", "2027-04-12"),
        ("12 April", "2027-04-14", "2027-04-12"),
        ("Dec. 30", "2027-01-02", "2026-12-30"),
        ("April 20", "2027-04-12", None),
        ("Feb. 1", "2027-04-12", None),
        ("February 30", "2027-03-01", None),
        ("soon", "2027-03-01", None),
    ],
)
def test_a_day_without_a_year_is_one_of_the_month_before(
    words: str, latest: str, day: str | None
) -> None:
    assert day_in_year(words, latest) == day
