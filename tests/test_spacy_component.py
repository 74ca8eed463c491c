"""The pipe `onrecord` in pipelines of spaCy: blank ones, trained ones, on any tokens."""

import pickle
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span

import onrecord
from onrecord.errors import TooManyMarks
from onrecord.extract import extract
from onrecord.extract.language import model_name
from onrecord.read import document
from onrecord.spacy_component import Attribution, attributions

TEXT = "“The fleet sails on Monday,” Hedda Vik said. Two officials said the talks had failed."
SAID = [
    ("Hedda Vik", "said", ["“The fleet sails on Monday,”"]),
    ("Two officials", "said", ["the talks had failed"]),
]


@pytest.fixture(scope="module")
def blank() -> Language:
    nlp = spacy.blank("en")
    nlp.add_pipe("onrecord")
    return nlp


def words(doc: Doc) -> list[tuple[str, str, list[str]]]:
    return [
        (
            found.source.text if found.source else "",
            found.cue.text if found.cue else "",
            [part.text for part in found.content],
        )
        for found in doc._.attributions
    ]


def spans(found: Attribution) -> Iterator[Span]:
    yield from (span for span in (found.source, found.cue, *found.content) if span)


def stretch(span: Span) -> tuple[int, int]:
    return span.start_char, span.end_char


def test_a_blank_pipeline_tells_who_said_what(blank: Language) -> None:
    doc = blank(TEXT)
    assert words(doc) == SAID
    assert all(span.doc is doc for found in doc._.attributions for span in spans(found))
    assert all(0 < found.confidence <= 1 for found in doc._.attributions)


def test_a_trained_pipeline_gives_the_same_and_keeps_its_own_annotation() -> None:
    plain, nlp = spacy.load(model_name()), spacy.load(model_name())
    nlp.add_pipe("onrecord")
    doc = nlp(TEXT)
    assert words(doc) == SAID
    assert [(t.text, t.tag_, t.dep_, t.ent_type_) for t in doc] == [
        (t.text, t.tag_, t.dep_, t.ent_type_) for t in plain(TEXT)
    ]
    assert doc._.attributions[0].source.root.dep_ == "nsubj"


@pytest.mark.parametrize("path", sorted(onrecord.sample().iterdir()), ids=lambda path: path.stem)
def test_what_it_finds_is_what_onrecord_finds_in_a_file(blank: Language, path: Path) -> None:
    source = path.read_bytes()
    kept = blank(source.decode()).user_data["onrecord"]["attributions"]
    found = {(_pair(one["source"]), _pair(one["cue"]), *map(_pair, one["content"])) for one in kept}
    wanted = {
        (
            item.source.anchor.span if item.source else None,
            item.cue.span if item.cue else None,
            *(part.span for part in item.content),
        )
        for item in extract(document(source, path.name)).statements
    }
    assert len(wanted) > 5
    assert found == wanted


def _pair(offsets: list[int] | None) -> tuple[int, ...] | None:
    return tuple(offsets) if offsets else None


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u200b", "---", "Snow fell on the pass."])
def test_where_nobody_says_anything_there_is_nothing(blank: Language, text: str) -> None:
    assert blank(text)._.attributions == ()


def test_a_doc_that_the_pipe_has_not_read_has_nothing(blank: Language) -> None:
    assert blank.make_doc(TEXT)._.attributions == ()


def test_a_text_in_another_language_has_nothing(blank: Language) -> None:
    german = (
        "Die Ministerin sagte am Montag, dass die Fischer nicht mehr auslaufen würden. "
        "Der Vorsitzende der Gewerkschaft erklärte, die Löhne seien seit Jahren zu niedrig."
    )
    assert blank(german)._.attributions == ()


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\n\n"])
def test_paragraphs_end_at_blank_lines_or_at_single_breaks(blank: Language, newline: str) -> None:
    text = newline.join(["“We sail,” Hedda Vik said.", "Martin Keller said: “They do not.”"])
    assert words(blank(text)) == [
        ("Hedda Vik", "said", ["“We sail,”"]),
        ("Martin Keller", "said", ["“They do not.”"]),
    ]


def test_lines_that_were_broken_by_width_are_one_paragraph(blank: Language) -> None:
    text = (
        "Two officials who had been at the table until the morning said that the\n"
        "talks had failed and that nobody would come back before the end of the\n"
        "winter. Snow fell on the pass."
    )
    ((source, cue, content),) = words(blank(text))
    assert (source.split()[:2], cue) == (["Two", "officials"], "said")
    assert content[0].endswith("before the end of the\nwinter")


def test_a_text_that_looks_like_a_page_is_read_as_the_text_it_is(blank: Language) -> None:
    text = f"<html> is a tag.\n\n{TEXT}"
    assert words(blank(text)) == SAID


def test_a_span_holds_every_token_that_it_shares_a_character_with(blank: Language) -> None:
    tokens = ["“The fleet sails on Monday,” Hedda", "Vik", "sa", "id.", TEXT.split("said. ")[1]]
    doc = Doc(blank.vocab, tokens, spaces=[True, True, False, True, False])
    assert doc.text == TEXT
    first, second = blank(doc)._.attributions
    assert first.source.text == "“The fleet sails on Monday,” Hedda Vik"
    assert (first.cue.start, first.cue.end) == (2, 4)
    assert second.source == second.cue == second.content[0] == doc[4:5]


fragments = st.sampled_from(
    [*" \n\t\r.,:;“”\"'‘’*_[](#>-é😀\x00\u200b\ufeff", "\r\n", "\n\n", "](#)", "**", "Hedda Vik",
     " said ", " said that ", "the talks", "according to ", "officials", "By Jane Roe", "---\n"]
)  # fmt: skip
texts = st.lists(fragments, max_size=25).map("".join) | st.text(max_size=40)


@settings(max_examples=60, deadline=None)
@given(text=texts, data=st.data())
def test_any_text_in_any_tokens_has_spans_around_its_offsets(
    blank: Language, text: str, data: st.DataObject
) -> None:
    doc = Doc(blank.vocab, *tokens(text, data.draw(st.sets(st.integers(1, max(len(text), 1))))))
    assert doc.text == text
    kept = blank(doc).user_data["onrecord"]["attributions"]
    for item, found in zip(kept, doc._.attributions, strict=True):
        offsets = [pair for pair in (item["source"], item["cue"], *item["content"]) if pair]
        for (start, end), span in zip(offsets, spans(found), strict=True):
            assert span.start_char <= start < end <= span.end_char


def tokens(text: str, cuts: set[int]) -> tuple[list[str], list[bool]]:
    """Give the text cut at these places, a space at a cut as spaCy's token keeps it."""
    edges = sorted({0, len(text), *(cut for cut in cuts if cut < len(text))})
    pieces = [text[one:two] for one, two in pairwise(edges)]
    spaced = [len(piece) > 1 and piece.endswith(" ") for piece in pieces]
    return [p[:-1] if s else p for p, s in zip(pieces, spaced, strict=True)], spaced


def test_a_pipeline_on_disk_is_loaded_with_its_pipe(blank: Language, tmp_path: Path) -> None:
    blank.to_disk(tmp_path)
    nlp = spacy.load(tmp_path)
    assert nlp.pipe_names == ["onrecord"]
    assert words(nlp(TEXT)) == SAID


@pytest.mark.parametrize("processes", [1, 2])
def test_many_texts_are_read_in_order(blank: Language, processes: int) -> None:
    given_texts = [TEXT, "", "Two officials said the talks had failed."]
    read = list(blank.pipe(given_texts, n_process=processes, batch_size=2))
    assert [words(doc) for doc in read] == [SAID, [], SAID[1:]]


def test_a_doc_keeps_its_attributions_wherever_it_goes(blank: Language) -> None:
    doc = blank(TEXT)
    (packed,) = DocBin(docs=[doc], store_user_data=True).get_docs(blank.vocab)
    written = Doc(blank.vocab).from_bytes(doc.to_bytes())
    for again in (written, packed, doc.copy(), pickle.loads(pickle.dumps(doc))):
        assert words(again) == SAID
        assert attributions(again) == again._.attributions
        assert all(span.doc is again for found in again._.attributions for span in spans(found))


def test_tokens_may_be_merged_later(blank: Language) -> None:
    doc = blank(TEXT)
    with doc.retokenize() as retokenizer:
        retokenizer.merge(doc._.attributions[0].source)
    assert words(doc) == SAID
    assert len(doc._.attributions[0].source) == 1


def test_a_part_of_a_doc_does_not_take_the_whole_s_attributions(blank: Language) -> None:
    doc = blank(TEXT)
    part = doc[12:].as_doc(copy_user_data=True)
    assert part.user_data["onrecord"]
    assert part._.attributions == ()


def test_what_no_article_is_is_said_in_a_sentence(blank: Language) -> None:
    doc = Doc(blank.vocab, ["\\*" * 200_001])
    with pytest.raises(TooManyMarks, match="no article has so many"):
        blank(doc)


def test_a_name_that_another_package_has_taken_is_left_to_it() -> None:
    removed = Doc.remove_extension("attributions") if Doc.has_extension("attributions") else None
    Doc.set_extension("attributions", default="another's")
    try:
        with pytest.raises(ValueError, match="E090"):
            spacy.blank("en").add_pipe("onrecord")
        assert spacy.blank("en")("He said no.")._.attributions == "another's"
    finally:
        Doc.remove_extension("attributions")
        if removed:
            Doc.set_extension("attributions", getter=removed[2])


def test_a_pipeline_without_the_pipe_loads_nothing_of_onrecord_but_the_pipe() -> None:
    code = (
        "import sys, spacy; from spacy.tokens import Doc; spacy.blank('en');"
        "assert not Doc.has_extension('attributions');"
        "print(*sorted(name for name in sys.modules if name.startswith('onrecord')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["onrecord", "onrecord.spacy_component"]
