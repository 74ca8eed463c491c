import re
import time
from contextlib import suppress

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from onrecord.errors import DocumentError, FileEmpty, TooManyMarks
from onrecord.read import document
from onrecord.read.cleaning import clean
from onrecord.read.text import Text
from onrecord.record import Document
from onrecord.spans import OffsetMap

FRAGMENTS = [
    *" \n\t\r\f*_[]()#>-\\&;.,:/|<>\"'“”‘’…—",
    "\r\n",
    "\n\n",
    "\u00ad",
    "\u200b",
    "\u00a0",
    "\ufeff",
    "# ",
    "- ",
    "> ",
    "---\n",
    "**",
    "](#)",
    "](https://a.example/b)",
    "![",
    "\\$100 million",
    "&amp;",
    "&nbsp;",
    "&#10;",
    "https://a.example/2027/04/12/b-",
    "Original url:",
    "By Jane Roe",
    "April 12, 2027",
    "Updated",
    "AFP",
    " / ",
    "Photo: ",
    "(AP Photo/Jane Roe)",
    "Related article: ",
    "contributed reporting.",
    "KYIV, April 12 (Reuters) — ",
    "the talks went on",
    "The president of the republic said on Monday that the talks about the dam would go on.",
    "word",
    "é",
    "😀",
]

DATELINE = "KYIV, April 12 (Reuters) — "
TOUCHING = f"(AP Photo/Jane Roe){DATELINE}{DATELINE}\n*(AP Photo/Jane Roe)\n*"
"""A credit begins where the passage before it ends."""
texts = st.lists(st.sampled_from(FRAGMENTS), max_size=30).map("".join)


def check(found: Document) -> None:
    mapping = OffsetMap(found.raw_text, found.edits)
    assert mapping.clean == found.clean_text
    assert found.clean_text == found.clean_text.strip()
    for item in found.noise:
        assert 0 <= item.span.start < item.span.end <= len(found.raw_text)
    words = [found.clean_text[p.start : p.end] for p in found.paragraphs]
    assert words == [part for part in words if part == part.strip() and part]
    assert "".join("".join(words).split()) == "".join(found.clean_text.split())


@given(texts, st.sampled_from(["a.txt", "a.md"]))
@example(TOUCHING, "a.txt")
@settings(max_examples=400, deadline=None)
def test_any_text_is_a_document_whose_every_offset_holds(text: str, name: str) -> None:
    try:
        found = document(text.encode(), name)
    except FileEmpty:
        assert not re.search(r"[a-z]{5}", re.sub(r"&\w+;|\(\S*?\)", "", text))
        return
    assert found.raw_text == text
    check(found)


@given(texts)
@settings(max_examples=200, deadline=None)
def test_a_page_s_text_is_cleaned_without_reading_marks_in_it(text: str) -> None:
    cleaned = clean(Text(text, "a.html", marked=False))
    kinds = {item.kind.value for item in cleaned.noise}
    assert not {kind for kind in kinds if kind.endswith("_markup")} - {"title_without_markup"}


@given(st.text(max_size=200))
@settings(max_examples=200, deadline=None)
def test_any_characters_at_all_are_a_document_or_an_error_of_ours(text: str) -> None:
    found = None
    with suppress(DocumentError):
        found = document(text.encode(), "a.txt")
    if found:
        check(found)


HOSTILE = [
    "[", "[a](", "[a](x(y", "![a](", "[![a]", "*", "**a *b ", "_a", " ", "\t", "\\n", "&a",
    "> ", "- ", "=", "-", "word ", "A", "Ab ", "A / ", "http://a", "<http://", "“", "'a ",
    "“a”\"b\" ", "April 12, 2027 ", "1", "12:", "1/", "a.b/", "(", "Jane Roe reported. ", "<",
]  # fmt: skip


@pytest.mark.parametrize("fragment", HOSTILE)
def test_a_megabyte_of_one_mark_is_read_or_refused_in_linear_time(fragment: str) -> None:
    source = ("x" + fragment * (1_000_000 // len(fragment))).encode()
    begun = time.process_time()
    with suppress(TooManyMarks):
        document(source, "a.txt")
    assert time.process_time() - begun < 20  # quadratic time would be hours
