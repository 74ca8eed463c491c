import tomllib
from pathlib import Path

import pytest

from onrecord.read.datelines import dateline
from onrecord.record import Span

CASES = tomllib.loads(Path(__file__).with_name("datelines.toml").read_text(encoding="utf-8"))[
    "case"
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_a_dateline_is_read_where_capitals_or_an_agency_prove_it(case: dict[str, str]) -> None:
    found = dateline(case["text"])

    def words(span: Span | None) -> str | None:
        return case["text"][span.start : span.end] if span else None

    if "place" not in case:
        assert found is None
        return
    assert found
    assert words(found.place) == case["place"]
    assert words(found.day) == case.get("day")
    assert words(found.agency) == case.get("agency")
