"""What the words around a name say of its bearer: kind, age, gender, place, party."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from onrecord.extract.language import Parsed, Word
from onrecord.extract.speakers.phrases import is_person_noun
from onrecord.extract.speakers.titles import after_bracket, apposition
from onrecord.extract.speakers.wordlists import same_words, source_words

AHEAD = 8
"""Words before a name that can describe it: `retired harbour pilot [Ann Lee]`."""
BEHIND = 14
"""Words of an apposition that are read: `[Ann Lee], the oldest member of the harbour council`."""
DESCRIBING = frozenset({"NOUN", "PROPN", "ADJ"})
PLACED = frozenset({"GPE", "NORP", "ORG"})


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a name: nouns for its bearer, further words, those with a capital, age.

    `proper` pairs an entity's kind with a word: (`GPE`, `vermont`); `beside` tells whether a comma
    sets a noun for a person behind the name.
    """

    heads: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    proper: frozenset[tuple[str, str]] = frozenset()
    age: str = ""
    beside: bool = False
    male: bool = False
    female: bool = False


def around(parsed: Parsed, start: int, end: int) -> Around:
    """Give what the words before a name's first word and behind its last say of its bearer."""
    before = _before(parsed, start)
    bracket = parsed.words[end : after_bracket(parsed, end)]
    first = apposition(parsed, end)
    beside = _beside(parsed, first) if first is not None else ()
    known = [*before, *bracket, *beside]
    heads = [*_heads(before, beside), *_set_before(parsed, start)]
    lists = source_words()
    return Around(
        heads=frozenset(expanded(heads)),
        words=frozenset(expanded(word.lower for word in known if word.pos in DESCRIBING)),
        proper=frozenset(proper(known)),
        age=_age(parsed, first),
        beside=bool(beside),
        male=bool(set(heads) & lists.men),
        female=bool(set(heads) & lists.women),
    )


def _set_before(parsed: Parsed, start: int) -> Iterable[str]:
    """Give the noun for a person before a comma and a name: `his [wife], Ann Lee,`."""
    noun, comma = parsed.words[max(0, start - 2) : start] if start > 1 else (None, None)
    beside = noun and comma and comma.text == "," and noun.sentence == comma.sentence
    if noun and beside and is_person_noun(noun) and noun.tag == "NN":
        yield noun.lemma


def addressed(known: Around, title: str) -> Around:
    """Give what is known of a name's bearer with what a title of address tells: `Ms`."""
    lists = source_words()
    man, woman = known.male or title in lists.male, known.female or title in lists.female
    return replace(known, male=man, female=woman)


def proper(words: Iterable[Word]) -> Iterable[tuple[str, str]]:
    """Give the words of places, nationalities and bodies with the kind of their entity."""
    for word in words:
        if word.entity in PLACED and word.pos in DESCRIBING:
            for same in expanded([word.lower]):
                yield word.entity, same


def expanded(words: Iterable[str]) -> Iterable[str]:
    """Give words and what they are short for: `sen.` and `senator`, `gop` and `republican`."""
    for word in words:
        yield from same_words().get(word, (word,))


def _before(parsed: Parsed, start: int) -> Sequence[Word]:
    """Give the words before a name back to an article, a verb or a mark, in one sentence."""
    first = start
    while first > max(0, start - AHEAD):
        word = parsed.words[first - 1]
        if word.sentence != parsed.words[min(start, len(parsed.words) - 1)].sentence:
            break
        if word.pos not in DESCRIBING and word.tag not in {"HYPH", "POS", "NNP", "VBN", "CD"}:
            break
        first -= 1
    return parsed.words[first:start]


def _beside(parsed: Parsed, first: int) -> Sequence[Word]:
    """Give the words of an apposition; none where the words behind the comma are something else."""
    sentence = parsed.sentences[parsed.words[first].sentence]
    words = parsed.words[first : min(first + BEHIND, sentence.last)]
    if _age(parsed, first):
        return _beside(parsed, first + 2) if first + 2 < sentence.last else ()
    if not words or words[0].pos not in {"DET", "ADJ", "NOUN", "PROPN"}:
        return ()
    if not _person_in(words):
        return ()
    stop = next((i for i, word in enumerate(words) if i and word.text in {",", ";"}), len(words))
    return words[:stop]


def _person_in(words: Sequence[Word]) -> Word | None:
    """Give the noun for one person in the words before a preposition, a comma, a verb."""
    found = None
    for word in words:
        if word.tag in {"IN", "TO", ",", "WP", "WDT", "VBD", "VBZ", "VBP", "MD"}:
            break
        if is_person_noun(word) and word.tag in {"NN", "NNP", "JJ"}:
            found = word
    return found


def _heads(before: Sequence[Word], beside: Sequence[Word]) -> list[str]:
    """Give the nouns that call the bearer something, in small letters and as lemmas."""
    named = (word for word in before if word.pos in {"NOUN", "PROPN"})
    nouns = [word for word in named if is_person_noun(word) or word.lower in same_words()]
    nouns += [noun] if (noun := _person_in(beside)) else []
    return sorted({form for word in nouns for form in (word.lower, word.lemma)})


def _age(parsed: Parsed, first: int | None) -> str:
    """Give the age that a comma sets behind a name: `Ann Lee, 41, [said]`."""
    if first is None or first + 1 >= len(parsed.words):
        return ""
    word, following = parsed.words[first], parsed.words[first + 1]
    is_age = word.text.isdigit() and len(word.text) in {2, 3} and following.text in {",", ".", ")"}
    return word.text if is_age else ""
