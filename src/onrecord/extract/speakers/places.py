"""Where a noun phrase stands in its clause: subject, owner, before a relative pronoun."""

from collections.abc import Iterator

from onrecord.extract.language import FINITE, Parsed, Word
from onrecord.extract.speakers.phrases import is_person_noun
from onrecord.extract.speakers.titles import after_bracket
from onrecord.extract.speakers.wordlists import source_words
from onrecord.record import Span

APPOSITION = 25
"""Words between two commas behind a subject: `Ann Lee, who won …, [said]`."""
ADVERBS = 2
"""Adverbs between a subject and its verb: `Lee also later [said]`."""
INNER = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "DET"})


def is_subject(parsed: Parsed, start: int, end: int) -> bool:
    """Tell whether the words `[start, end)` are followed by their finite verb."""
    before = parsed.words[start - 1] if start else None
    if before and before.pos == "ADP" and before.sentence == parsed.words[start].sentence:
        return False
    at = _past_apposition(parsed, after_bracket(parsed, end))
    for word in parsed.words[at : at + 1 + ADVERBS]:
        if word.sentence != parsed.words[start].sentence:
            return False
        if word.tag in FINITE:
            return True
        if word.pos != "ADV":
            return False
    return False


def _past_apposition(parsed: Parsed, end: int) -> int:
    """Give the word behind a comma's partner, the same word where there is no comma."""
    words = parsed.words[end : end + APPOSITION]
    if not words or words[0].text != ",":
        return end
    for word in words[1:]:
        if word.sentence != words[0].sentence:
            return end
        if word.text == ",":
            return word.at + 1
    return end


def is_part(parsed: Parsed, end: int) -> bool:
    """Tell whether words only belong to what follows them: `[Lee]’s plan`, `the [Lee] campaign`."""
    following = parsed.words[end : end + 1]
    return bool(following) and (following[0].tag == "POS" or following[0].pos in {"NOUN", "PROPN"})


def left_edge(parsed: Parsed, head: Word) -> int:
    """Give the first word of the noun phrase that ends with this head."""
    at = head.at
    while at > 0:
        before = parsed.words[at - 1]
        inner = before.pos in INNER or before.tag in {"POS", "PRP$", "HYPH", "VBN", "VBG"}
        if before.sentence != head.sentence or not inner:
            break
        at -= 1
        if before.pos == "DET" and parsed.words[at + 1].tag != "POS":
            break
    return _past_number(parsed, at)


def _past_number(parsed: Parsed, at: int) -> int:
    """Give the word that counts what begins here: `[dozens] of pilots`."""
    if at < 2 or parsed.words[at - 1].lower != "of":
        return at
    counts = parsed.words[at - 2].lower in source_words().quantifiers
    return at - 2 if counts else at


def span_of(parsed: Parsed, head: Word) -> Span:
    """Give the stretch of the noun phrase that ends with this head; a name is not cut."""
    first = head
    while first.entity and not first.begins_entity and first.at:
        first = parsed.words[first.at - 1]
    return Span(parsed.words[left_edge(parsed, first)].start, head.end)


def heads_before(parsed: Parsed, at: int, reach: int) -> Iterator[Word]:
    """Give the last words of the noun phrases among the words before one, the nearest first."""
    for place in range(at - 1, max(-1, at - 1 - reach), -1):
        word, following = parsed.words[place], parsed.words[place + 1]
        joined = following.pos in {"NOUN", "PROPN"} and following.sentence == word.sentence
        if word.pos in {"NOUN", "PROPN"} and not joined and following.tag not in {"POS", "HYPH"}:
            yield word


RELATIVE = 18
"""Words in which a relative pronoun's noun is looked for: `two members of the panel, [who] …`."""
PEOPLE = frozenset({"those", "some", "others", "many", "people", "several"})


def antecedent(parsed: Parsed, pronoun: Word) -> Span | None:
    """Give the noun phrase that `who`, `which` or `that` goes back to, in the same sentence.

    `which` takes the nearest one; `who` passes bodies and places: `[members] of the panel who`.
    """
    who = pronoun.lower.startswith("who")
    for place in range(pronoun.at - 1, max(-1, pronoun.at - 1 - RELATIVE), -1):
        word = parsed.words[place]
        if word.sentence != pronoun.sentence:
            return None
        if word.lower in PEOPLE and word.pos != "ADJ":
            return Span(word.start, word.end)
        if word.pos not in {"NOUN", "PROPN"}:
            continue
        if word.entity not in {"DATE", "TIME"} and (not who or _may_be_who(word)):
            return span_of(parsed, word)
    return None


def _may_be_who(word: Word) -> bool:
    """Tell whether a noun can be a person's or a group's."""
    if word.entity in {"PERSON", "NORP"} or is_person_noun(word) or word.tag == "NNPS":
        return True
    return word.tag == "NNP" and word.entity == ""
