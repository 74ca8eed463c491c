"""EDTF values say which days they allow."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.record.edtf import bounds, is_edtf

CASES = {
    "2025-11-21": ("2025-11-21", "2025-11-21"),
    "2025-08": ("2025-08-01", "2025-08-31"),
    "2024-02": ("2024-02-01", "2024-02-29"),
    "2025": ("2025-01-01", "2025-12-31"),
    "2025-11-22/2025-11-23": ("2025-11-22", "2025-11-23"),
    "2024-11/2025": ("2024-11-01", "2025-12-31"),
    "../2025-11-23": (None, "2025-11-23"),
    "2025-11-22/..": ("2025-11-22", None),
    "/2025-11-23": (None, "2025-11-23"),
    "../..": (None, None),
    "[2025-11-17..2025-11-21]": ("2025-11-17", "2025-11-21"),
    "[..2025-11-27]": (None, "2025-11-27"),
    "[2025-11-27..]": ("2025-11-27", None),
    "[2025-11-27,2025-11-03]": ("2025-11-03", "2025-11-27"),
    "[2025-11-03, 2025-11-05..2025-11-09]": ("2025-11-03", "2025-11-09"),
    "[..2025-11-03,2025-11-05]": (None, "2025-11-05"),
    "{2025-11-03,2025-12}": ("2025-11-03", "2025-12-31"),
    "2025-11-20?": ("2025-11-20", "2025-11-20"),
    "2025-11~": ("2025-11-01", "2025-11-30"),
    "2025%": ("2025-01-01", "2025-12-31"),
    "2025?-11~-%20": ("2025-11-20", "2025-11-20"),
    "2025-11-20?/2025-11-22~": ("2025-11-20", "2025-11-22"),
    "2025-XX-12": ("2025-01-12", "2025-12-12"),
    "2025-XX-31": ("2025-01-31", "2025-12-31"),
    "2025-02-XX": ("2025-02-01", "2025-02-28"),
    "2025-1X": ("2025-10-01", "2025-12-31"),
    "202X": ("2020-01-01", "2029-12-31"),
    "20XX-02-29": ("2000-02-29", "2096-02-29"),
    "XXXX": ("0001-01-01", "9999-12-31"),
    "2027-04-12T14:30:00Z": ("2027-04-12", "2027-04-12"),
    "2027-04-12T14:30+02:00": ("2027-04-12", "2027-04-12"),
    "2027-04-12T23:59:59.25": ("2027-04-12", "2027-04-12"),
    "2027-04-12T14:30Z/2027-04-13": ("2027-04-12", "2027-04-13"),
    "2025-21": ("2025-03-01", "2025-05-31"),
    "2025-24": ("2024-12-01", "2026-02-28"),
    "2025-33": ("2025-01-01", "2025-03-31"),
    "2025-41": ("2025-07-01", "2025-12-31"),
}

JUNK = (
    "",
    " ",
    "..",
    "[..]",
    "[]",
    "[2025",
    "last week",
    "2025-02-30",
    "2025-13",
    "2025-20",
    "2025-42",
    "2025-21-03",
    "0000",
    "2025-00",
    "2025-11-20??",
    "2025-11-20\n",
    "2025-11-21/2025-11-20",
    "[2025-11-21..2025-11-20]",
    "2025/2026/2027",
    "2027-04-12T25:30Z",
    "2027-04-12T14Z",
    "2027-02-30T14:30Z",
    "２０２５",
    "9999-24",
    "20X5-21",
)


def iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


@pytest.mark.parametrize(("value", "expected"), CASES.items())
def test_a_value_allows_the_days_from_its_first_to_its_last(
    value: str, expected: tuple[str | None, str | None]
) -> None:
    first, last = bounds(value)
    assert (iso(first), iso(last)) == expected
    assert is_edtf(value)


@pytest.mark.parametrize("value", JUNK)
def test_what_is_no_edtf_is_refused(value: str) -> None:
    assert not is_edtf(value)
    with pytest.raises(ValueError):
        bounds(value)


@given(st.text(alphabet="0123456789X-/.[]{},?~%TZ:+ ", max_size=30) | st.text())
def test_no_text_at_all_does_worse_than_be_refused(value: str) -> None:
    if is_edtf(value):
        first, last = bounds(value)
        assert not (first and last) or first <= last


@given(st.dates(), st.integers(0, 400))
def test_an_interval_is_bounded_by_its_own_ends(first: date, days: int) -> None:
    last = min(first, date.max - timedelta(days=days)) + timedelta(days=days)
    first = min(first, last)
    for form in (f"{first}/{last}", f"[{first}..{last}]", f"{first}?/{last}~"):
        assert bounds(form) == (first, last)
