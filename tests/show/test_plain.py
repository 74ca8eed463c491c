"""Text from outside, made safe for a terminal, for Markdown and for HTML."""

import html
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from onrecord.show.plain import escaped, markdown, markdown_link, one_line, printable

MARKUP = st.text(
    st.sampled_from("ab1 .:;!?/\\`*_{}[]()<>#|~$&+-=\"'\n\t\r\x00\x1b\u202e"), max_size=40
)
ANY = st.text(max_size=40) | MARKUP
BIDI = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
TAG = re.compile(r"</?([a-z0-9]+)")


def rendered(text: str) -> str:
    """Give the HTML of a line of a brief in which the text stands, tables and strikes allowed."""
    return str(MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(text))


@given(ANY)
def test_printable_has_no_control_and_no_character_that_reorders(text: str) -> None:
    shown = printable(text)
    allowed = {"\t", "\n"}
    assert not [c for c in shown if unicodedata.category(c) == "Cc" and c not in allowed]
    assert not [c for c in shown if unicodedata.bidirectional(c) in BIDI]


@given(ANY)
def test_printable_twice_is_printable_once(text: str) -> None:
    assert printable(printable(text)) == printable(text)


@given(st.text(st.characters(categories=["L", "N", "P", "Zs"]), max_size=40))
def test_printable_leaves_letters_numbers_and_punctuation(text: str) -> None:
    assert printable(text) == text


@given(st.text(st.characters(exclude_characters="\r"), max_size=40))
def test_printable_keeps_every_place(text: str) -> None:
    assert len(printable(text)) == len(text)


@pytest.mark.parametrize(
    "character", ["\x00", "\x07", "\x1b", "\x7f", "\x9b", "\u200b", "\u202e", "\u2066", "\ufeff"]
)
def test_a_character_that_hides_is_shown_as_replaced(character: str) -> None:
    assert printable(f"a{character}b") == "a\N{REPLACEMENT CHARACTER}b"


@given(ANY, st.integers(2, 20))
def test_one_line_is_one_line_no_wider_than_asked(text: str, width: int) -> None:
    line = one_line(text, width)
    assert len(line.splitlines()) <= 1
    assert len(line) <= width


def test_a_line_that_is_cut_ends_in_an_ellipsis() -> None:
    assert one_line("the quota is dead", 10) == "the quota…"
    assert one_line("the quota", 10) == "the quota"


@given(ANY)
def test_nothing_in_a_text_is_markdown(text: str) -> None:
    assert set(TAG.findall(rendered(f"said: {markdown(text)}"))) == {"p"}


@given(ANY.map(lambda text: text.replace("&", "")))
def test_a_line_of_markdown_shows_the_text_itself(text: str) -> None:
    (inline,) = [t for t in MarkdownIt("commonmark").parse(f"x{markdown(text)}x") if t.children]
    assert inline.children is not None
    shown = "".join(token.content for token in inline.children)
    assert shown == f"x{one_line(text)}x"


@pytest.mark.parametrize("text", ["# a", "> a", "    a", "```", "| a | b |", "[a]: b", "a\n==="])
def test_no_text_opens_a_block_of_its_own(text: str) -> None:
    assert set(TAG.findall(rendered(markdown(text)))) == {"p"}


@pytest.mark.parametrize("text", ["- a", "+ a", "1. a", "1) a", "---"])
def test_no_text_opens_a_list_or_draws_a_rule(text: str) -> None:
    assert set(TAG.findall(rendered(markdown(text)))) == {"p"}


@pytest.mark.parametrize("text", ["&copy; Vik", "a &lt;b&gt; c"])
def test_a_character_reference_is_shown_as_printed(text: str) -> None:
    assert html.unescape(rendered(markdown(text))) == f"<p>{text}</p>\n"


@pytest.mark.parametrize(
    "url", ["https://news.example/a?b=c", "http://news.example/a_b*c", "https://news.example/ä"]
)
def test_a_web_address_is_a_link(url: str) -> None:
    shown = rendered(markdown_link("Quota [dead]", url))
    assert TAG.findall(shown) == ["p", "a", "a", "p"]
    assert ">Quota [dead]</a>" in shown


@pytest.mark.parametrize(
    "url", [None, "", "javascript:alert(1)", "https://a.example/ b", "https://a.example/>x", "/a"]
)
def test_anything_else_is_the_title_alone(url: str | None) -> None:
    assert markdown_link("Quota *dead*", url) == "Quota \\*dead\\*"


@given(st.text(max_size=40))
def test_html_holds_no_tag_and_no_attribute_can_end(text: str) -> None:
    shown = escaped(text)
    assert not set("<>\"'") & set(shown)
