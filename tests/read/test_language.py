import pytest

from onrecord.read import language

ENGLISH = (
    "The president said on Monday that the talks about the dam would go on until a plan was "
    "found that both sides could live with."
)
GERMAN = (
    "Der Präsident sagte am Montag, die Gespräche über den Staudamm würden fortgesetzt, bis ein "
    "Plan gefunden sei, mit dem beide Seiten leben könnten."
)


@pytest.mark.parametrize(("text", "code"), [(ENGLISH, "en"), (GERMAN, "de")])
def test_the_language_of_a_paragraph_is_told(text: str, code: str) -> None:
    assert language(text) == code


def test_a_text_of_a_few_words_has_the_language_that_its_page_declares() -> None:
    assert language("Talks fail again") is None
    assert language("Talks fail again", "en-GB") == "en"
    assert language("Talks fail again", "en_US") == "en"


@pytest.mark.parametrize("declared", ["", "x", "english", "../..", "12"])
def test_a_declaration_that_is_no_code_is_passed_over(declared: str) -> None:
    assert language("Talks fail again", declared) is None


def test_the_words_go_before_the_declaration() -> None:
    assert language(GERMAN, "en") == "de"
