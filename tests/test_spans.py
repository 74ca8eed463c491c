from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.record import Document, Edit, Paragraph, ParagraphKind, Span
from onrecord.spans import Anchors, OffsetMap, composed

REPLACEMENTS = st.sampled_from(["", "", " ", "\n", "$", "é", "😀"])


@st.composite
def edits_of(draw: st.DrawFn, length: int) -> tuple[Edit, ...]:
    places = sorted(draw(st.lists(st.integers(0, length), max_size=12)))
    pairs = zip(places[::2], places[1::2], strict=False)
    return tuple(
        Edit(start, end, draw(REPLACEMENTS) if start < end else "") for start, end in pairs
    )


@st.composite
def edited_texts(draw: st.DrawFn) -> tuple[str, tuple[Edit, ...]]:
    raw = draw(st.text(max_size=60))
    return raw, draw(edits_of(len(raw)))


@given(edited_texts(), st.data())
def test_a_clean_span_is_itself_after_the_way_to_the_published_text_and_back(
    text: tuple[str, tuple[Edit, ...]], data: st.DataObject
) -> None:
    mapping = OffsetMap(*text)
    if not mapping.clean:
        return
    start = data.draw(st.integers(0, len(mapping.clean) - 1))
    end = data.draw(st.integers(start + 1, len(mapping.clean)))
    assert mapping.to_clean(mapping.to_raw(Span(start, end))) == (start, end)


@given(edited_texts())
def test_every_clean_character_has_a_published_place_of_its_own(
    text: tuple[str, tuple[Edit, ...]],
) -> None:
    mapping = OffsetMap(*text)
    places = [mapping.to_raw(Span(i, i + 1)) for i in range(len(mapping.clean))]
    assert all(left.end <= right.start for left, right in pairwise(places))


@given(edited_texts())
def test_a_character_that_was_not_edited_is_the_published_one(
    text: tuple[str, tuple[Edit, ...]],
) -> None:
    raw, edits = text
    mapping = OffsetMap(raw, edits)
    edited = {place for edit in edits for place in range(edit.start, edit.end)}
    for place in set(range(len(raw))) - edited:
        clean = mapping.to_clean(Span(place, place + 1))
        assert clean is not None
        assert mapping.clean[clean.start : clean.end] == raw[place]


@given(edited_texts())
def test_words_that_were_cut_have_no_clean_place(text: tuple[str, tuple[Edit, ...]]) -> None:
    mapping = OffsetMap(*text)
    for edit in text[1]:
        if not edit.replacement and edit.start < edit.end:
            assert mapping.to_clean(Span(edit.start, edit.end)) is None


@given(edited_texts(), st.data())
def test_two_rounds_of_edits_lead_where_their_composition_leads(
    text: tuple[str, tuple[Edit, ...]], data: st.DataObject
) -> None:
    raw, edits = text
    first = OffsetMap(raw, edits)
    then = [edit for edit in data.draw(edits_of(len(first.clean))) if edit.start < edit.end]
    both = OffsetMap(raw, composed(first, edits, then))
    assert both.clean == OffsetMap(first.clean, then).clean


@pytest.mark.parametrize("span", [Span(0, 0), Span(2, 1), Span(0, 5), Span(-1, 2)])
def test_an_empty_span_or_one_outside_has_no_published_place(span: Span) -> None:
    with pytest.raises(ValueError, match="no stretch"):
        OffsetMap("said", ()).to_raw(span)


@pytest.mark.parametrize(
    "edits",
    [
        (Edit(2, 3), Edit(0, 1)),
        (Edit(0, 3), Edit(2, 4)),
        (Edit(3, 9),),
        (Edit(0, 2, "ab"),),
        (Edit(1, 1, "x"),),
    ],
)
def test_edits_that_could_not_be_mapped_back_are_refused(edits: tuple[Edit, ...]) -> None:
    with pytest.raises(ValueError, match="Edit"):
        OffsetMap("said", edits)


def document() -> Document:
    return Document(
        doc_id="doc-1",
        sha256="",
        name="a.txt",
        media_type="text/plain",
        reader="text/1",
        encoding="utf-8",
        raw_text="Title\n\nHe [said](#) no.",
        clean_text="Title\n\nHe said no.",
        edits=(Edit(10, 11), Edit(15, 19)),
        paragraphs=(
            Paragraph(ParagraphKind.HEADLINE, 0, 5),
            Paragraph(ParagraphKind.BODY, 7, 18),
        ),
    )


def test_an_anchor_from_a_clean_span_holds_the_published_words_with_their_marks() -> None:
    anchor = Anchors(document()).at_clean(Span(7, 18), sentence=1)
    assert anchor.exact == "He [said](#) no."
    assert (anchor.start, anchor.end) == (7, 23)
    assert (anchor.clean_start, anchor.clean_end) == (7, 18)
    assert (anchor.sentence, anchor.paragraph) == (1, 1)


def test_an_anchor_from_a_published_span_knows_its_clean_place() -> None:
    anchor = Anchors(document()).at_raw(Span(11, 15))
    assert anchor.exact == "said"
    assert (anchor.clean_start, anchor.clean_end, anchor.paragraph) == (10, 14, 1)


def test_an_anchor_of_words_that_were_moved_has_no_clean_place_and_no_paragraph() -> None:
    moved = replace(
        document(), clean_text="He said no.", edits=(Edit(0, 7), Edit(10, 11), Edit(15, 19))
    )
    anchor = Anchors(moved).at_raw(Span(0, 5))
    assert (anchor.exact, anchor.clean_start, anchor.paragraph) == ("Title", None, None)
