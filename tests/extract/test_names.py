"""Names are those that spaCy's recogniser marks, though it is asked in steps of our own."""

from functools import cache
from typing import Any

import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.api import sample
from onrecord.extract.language import model_name, parse
from onrecord.extract.names import TOGETHER, with_names
from onrecord.read import document

WORDS = ("Ann", "Ruhl", "of", "the", "Halmar", "Ministry", "said", "in", "May", "2027", ".", "\n")

Names = list[tuple[int, int, str]]


@cache
def spacys_own() -> Any:
    """Give spaCy's pipeline with its recogniser as it comes."""
    return spacy.load(model_name(), exclude=["parser", "lemmatizer", "attribute_ruler"])


def in_steps(texts: list[str]) -> list[Names]:
    """Give the names of texts, read in steps."""
    with spacys_own().select_pipes(disable=["ner"]):
        docs = spacys_own().pipe(texts)
        return [named(doc) for doc in with_names(spacys_own().get_pipe("ner"), docs)]


def named(doc: Any) -> Names:
    """Give the names of a text by their places and kinds."""
    return [(name.start_char, name.end_char, name.label_) for name in doc.ents]


def test_the_sample_case_has_the_names_that_spacy_marks() -> None:
    for file in sorted(sample().iterdir()):
        read = document(file.read_bytes(), file.name)
        texts = [read.clean_text[part.start : part.end] for part in read.paragraphs]
        assert in_steps(texts) == [named(doc) for doc in spacys_own().pipe(texts)]
        assert any(word.entity for word in parse(read).words)


@settings(deadline=None, max_examples=30)
@given(st.lists(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join), max_size=6))
def test_any_texts_have_the_names_that_spacy_marks(texts: list[str]) -> None:
    assert in_steps(texts) == [named(doc) for doc in spacys_own().pipe(texts)]


def test_texts_without_words_and_more_texts_than_fit_together_keep_their_order() -> None:
    texts = ["", "Ann Ruhl spoke."] * (TOGETHER // 2 + 1)
    assert in_steps(texts) == [[], [(0, 8, "PERSON")]] * (TOGETHER // 2 + 1)
