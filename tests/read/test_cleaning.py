import tomllib
from pathlib import Path
from typing import Any

import pytest

from onrecord.read import document
from onrecord.record import NoiseKind, ParagraphKind
from onrecord.spans import OffsetMap

CASES = tomllib.loads(Path(__file__).with_name("cleaning.toml").read_text(encoding="utf-8"))["case"]
FURNITURE = tomllib.loads(Path(__file__).with_name("furniture.toml").read_text(encoding="utf-8"))[
    "case"
]

BODY = (
    "The presidents of both countries met on Monday in the old town hall and talked for three "
    "hours about the dam."
)
PLACES = {
    "head": "Two presidents talk about a dam\n\n{}\n\n" + BODY + "\n\n" + BODY,
    "body": BODY + "\n\n{}\n\n" + BODY,
    "tail": BODY + "\n\n" + BODY + "\n\n{}",
}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_published_text_is_cleaned(case: dict[str, Any]) -> None:
    found = document(case["raw"].encode(), "a.md")
    assert found.clean_text == case["clean"]
    assert [item.kind.value for item in found.noise] == case["noise"]
    assert found.raw_text == case["raw"]
    if "kinds" in case:
        assert [paragraph.kind.value for paragraph in found.paragraphs] == case["kinds"]


@pytest.mark.parametrize("case", FURNITURE, ids=lambda case: f"{case['at']}: {case['text'][:60]}")
def test_furniture_is_moved_and_body_text_is_not(case: dict[str, str]) -> None:
    raw = PLACES[case["at"]].format(case["text"])
    found = document(raw.encode(), "a.md")
    kinds = {item.kind for item in found.noise if item.fix == "to_metadata"}
    kinds -= {NoiseKind.TITLE_WITHOUT_MARKUP, NoiseKind.EMPTY_LINK_TARGET_IN_RELATED_LINK}
    if case["kind"] == "body":
        assert kinds == set()
        assert case["text"] in found.clean_text
    else:
        assert kinds == {NoiseKind(case["kind"])}
        assert found.clean_text == PLACES[case["at"]].replace("{}\n\n", "").replace("\n\n{}", "")


def test_the_noise_of_moved_words_is_their_whole_published_place() -> None:
    raw = PLACES["body"].format("**Related article:** [Inside the Two Weeks](#)")
    found = document(raw.encode(), "a.md")
    places = {item.kind: raw[item.span.start : item.span.end] for item in found.noise}
    assert places == {
        NoiseKind.BOLD_MARKUP: "**Related article:**",
        NoiseKind.RELATED_LINK_AS_BODY_PARAGRAPH: "**Related article:** [Inside the Two Weeks](#)",
        NoiseKind.EMPTY_LINK_TARGET_IN_RELATED_LINK: "[Inside the Two Weeks](#)",
    }


def test_moved_words_have_no_place_in_the_clean_text() -> None:
    raw = PLACES["tail"].format("AFP contributed reporting.")
    found = document(raw.encode(), "a.txt")
    credit = found.metadata.agency_credits[0]
    assert credit.anchor
    assert credit.anchor.exact == "AFP contributed reporting."
    assert credit.anchor.clean_start is None
    assert OffsetMap(raw, found.edits).to_clean(credit.anchor.span) is None


def test_a_caption_that_tells_something_stays_without_its_credit() -> None:
    caption = (
        "President Irena Valdek speaks to veterans at the harbour in Dorvik on Monday, one day "
        "before the talks begin."
    )
    raw = PLACES["body"].format(f"{caption} (AP Photo/Jane Roe)")
    found = document(raw.encode(), "a.txt")
    kept = {found.clean_text[p.start : p.end]: p.kind for p in found.paragraphs}
    assert kept[caption] is ParagraphKind.CAPTION
    assert found.metadata.photo_credits[0].value == "(AP Photo/Jane Roe)"


def test_paragraphs_cover_the_clean_text_but_for_the_blank_lines_between_them() -> None:
    found = document(PLACES["head"].format("By Jane Roe").encode(), "a.txt")
    words = [found.clean_text[p.start : p.end] for p in found.paragraphs]
    assert "\n\n".join(words) == found.clean_text
    assert found.paragraphs[0].kind is ParagraphKind.HEADLINE


def test_a_time_on_a_line_of_its_own_heads_an_entry() -> None:
    found = document(f"{BODY}\n\n14:30\n\n{BODY}\n\n2:45 p.m.\n\n{BODY}".encode(), "a.txt")
    kinds = [p.kind.value for p in found.paragraphs]
    assert kinds == ["body", "heading", "body", "heading", "body"]


def test_a_letterhead_in_capitals_is_no_headline_where_a_longer_line_follows() -> None:
    raw = f"MINISTRY OF TRADE\nREPUBLIC OF HALMAR\n\nRevised text sent to both parties\n\n{BODY}"
    found = document(raw.encode(), "a.txt")
    assert found.metadata.title
    assert found.metadata.title.value == "Revised text sent to both parties"
    assert [p.kind.value for p in found.paragraphs] == ["heading", "heading", "headline", "body"]


def test_an_address_broken_by_a_page_is_put_together() -> None:
    raw = PLACES["tail"].format(
        "Original url:\n\n<https://www.example.org/2027/05/12/valdek-accepts->\n\nthe-14-points"
    )
    metadata = document(raw.encode(), "a.md").metadata
    assert metadata.url
    assert metadata.url.anchor
    assert metadata.url.value == "https://www.example.org/2027/05/12/valdek-accepts-the-14-points"
    assert metadata.url.anchor.exact.endswith("accepts->\n\nthe-14-points")
    assert metadata.url_status.value == "repaired"
