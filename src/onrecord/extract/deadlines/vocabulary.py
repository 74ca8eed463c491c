"""The words that tell of deadlines, in the form in which they are looked up."""

from collections.abc import Sequence
from functools import cache

from onrecord.extract.language import Parsed, Word
from onrecord.extract.parties import Window
from onrecord.extract.words import word_list
from onrecord.record import ActRequired

NEAR = 8
"""Words before a verb in which `might`, `if` and `not` take back what it tells."""


@cache
def words_of(table: str, name: str) -> frozenset[str]:
    """Give one list of `words/deadlines.toml`."""
    return frozenset(word_list("deadlines")[table][name])


@cache
def _acts() -> dict[str, ActRequired]:
    rows = word_list("deadlines")["acts"]
    return {lemma: ActRequired(act) for act, lemmas in rows.items() for lemma in lemmas}


@cache
def _act_nouns() -> dict[str, ActRequired]:
    rows = word_list("deadlines")["nouns"]["act"]
    return {lemma: ActRequired(act) for act, lemmas in rows.items() for lemma in lemmas}


def act_of(word: Word) -> ActRequired | None:
    """Give what a verb or a noun names as an act that can be asked for, None for others."""
    if word.pos == "VERB" or word.tag.startswith("VB"):
        return _acts().get(word.lemma)
    return _act_nouns().get(word.lemma) if word.pos == "NOUN" else None


def first_with(words: Sequence[Word], table: str, name: str) -> Word | None:
    """Give the first of some words whose lemma or form is in a list."""
    wanted = words_of(table, name)
    return next((word for word in words if {word.lemma, word.lower} & wanted), None)


def phrase_in(text: str, name: str) -> tuple[int, int] | None:
    """Give where a phrase of a list stands in a text, None where none does."""
    small = text.casefold()
    for phrase in sorted(words_of("words", name), key=len, reverse=True):
        place = small.find(phrase)
        if place >= 0 and len(small) == len(text):
            return place, place + len(phrase)
    return None


def verb_of(words: Sequence[Word], name: str) -> Word | None:
    """Give the first verb of a list."""
    verbs = [word for word in words if word.pos in {"VERB", "AUX"} or word.tag[:2] == "VB"]
    return first_with(verbs, "verbs", name)


def is_unsure(parsed: Parsed, window: Window, verb: Word) -> bool:
    """Tell whether a verb asserts nothing: a wish, a question, a denial, a condition."""
    near = parsed.words[max(window.first, verb.at - NEAR) : verb.at]
    asked = parsed.of(window.sentence)[-1].text == "?"
    if not asked and _is_decided(parsed, verb):
        return False
    unsure = asked or first_with(near, "words", "unsure") is not None
    return unsure or verb.tag == "VB"


def _is_decided(parsed: Parsed, verb: Word) -> bool:
    """Tell `has agreed to [extend]`, `agreed, at their request, to [extend]`."""
    before = parsed.words[parsed.sentences[verb.sentence].first : verb.at]
    if not before or before[-1].lower != "to":
        return False
    before = before[:-1]
    if before and before[-1].text == ",":
        commas = [place for place, word in enumerate(before[:-1]) if word.text == ","]
        before = before[: commas[-1]] if commas else ()
    done = before[-1] if before else None
    if done is None or done.tag not in {"VBD", "VBN"}:
        return False
    denied = first_with(before[-NEAR:], "words", "denied") is not None
    return done.lemma in words_of("words", "decided") and not denied
