"""Notices are told from the news, in fields that the rules were not made on."""

import time
import tomllib
from pathlib import Path

import pytest

from onrecord.analyse import notices
from onrecord.read import text_document

CASES = tomllib.loads((Path(__file__).parent / "notices.toml").read_text("utf-8"))["cases"]
STORY = (
    "Talks resume in Larnock\n\nThe two delegations met on Monday in Larnock, the host said.\n\n"
    "{}\n\nThey will meet again on Thursday, a spokesman said in the evening."
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:50])
def test_a_notice_is_told_from_the_news(case: dict[str, str]) -> None:
    document = text_document(STORY.format(case["text"]))
    found = notices(document)
    assert [each.kind for each in found] == ([case["kind"]] if case["kind"] else [])
    for each in found:
        assert document.raw_text[each.anchor.start : each.anchor.end] == each.anchor.exact
        assert each.anchor.exact == case["text"]
        assert each.about == case.get("about")


@pytest.mark.parametrize(
    "piece", ["this ", "correction ", "the story ", "headlined “", "https://a.b/c ", "(", "an "]
)
def test_a_hostile_text_takes_no_time(piece: str) -> None:
    document = text_document("Talks\n\n" + piece * (400_000 // len(piece)) + ".")
    begun = time.monotonic()
    notices(document)
    assert time.monotonic() - begun < 5
