"""The noun phrase that names a source, read by parts of speech: its core and its head."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.extract.language import Parsed, Word
from onrecord.extract.speakers.wordlists import source_words
from onrecord.record import Span

NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
COUNTING = NOMINAL | {"NUM"}
OPENING = frozenset({"SPACE", "PUNCT", "ADP", "CCONJ", "SCONJ"})
"""What can stand before a source's noun phrase: `from the committee`, `“Two officials`."""
MARKS = frozenset({",", ":", "-LRB-", "-RRB-"})
"""Tags of marks at which a core ends; spaCy tags dashes as `:`."""
DAYS = frozenset({"morning", "afternoon", "evening", "night", "day", "week", "month", "year"})
"""Nouns that tell when, not who: `the same evening [a senior aide] told`."""
CLAUSE = frozenset({"WDT", "WP", "WP$", "WRB", "MD", "VBD", "VBZ", "VBP", "VB", "VBN", "VBG", "EX"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: its words, the core before what explains it, and the core's head.

    `[two officials] in Paris`, `[Ann Lee], the mayor`, `[people] briefed on the talks`.
    """

    words: tuple[Word, ...]
    core: tuple[Word, ...]
    head: Word

    @property
    def rest(self) -> tuple[Word, ...]:
        """The words behind the core."""
        return self.words[len(self.core) :]


def phrase_of(parsed: Parsed, span: Span) -> Phrase:
    """Give the noun phrase in a stretch of the clean text."""
    words = tuple(word for word in parsed.within(span) if word.pos != "SPACE")
    return read(words or (parsed.word_at(span.start),))


def read(words: Sequence[Word]) -> Phrase:
    """Give the noun phrase that these words begin with."""
    first = next((i for i, word in enumerate(words) if word.pos not in OPENING), 0)
    inner = tuple(words[first:])
    core = _core(inner)
    head = _head(core)
    rest = inner[len(core) :]
    day = head.entity in {"DATE", "TIME"} or head.lemma in DAYS
    if day and rest and rest[0].pos == "DET":
        return read(rest)  # `the same evening [a senior aide]`
    if head.lower in source_words().quantifiers and len(rest) > 1 and rest[0].lower == "of":
        counted = read(rest[1:])
        if head.pos in {"NUM", "DET", "PRON"} or counted.head.tag in {"NNS", "NNPS", "WP"}:
            return Phrase(inner, (*core, rest[0], *counted.core), counted.head)
    return Phrase(inner, core, head)


def _core(words: Sequence[Word]) -> tuple[Word, ...]:
    seen, counting = False, source_words().quantifiers | {"those"}
    for place, word in enumerate(words):
        if seen and _ends(words, place):
            return tuple(words[:place])
        seen = seen or word.pos in COUNTING or word.lower in counting
    return tuple(words)


def _ends(words: Sequence[Word], place: int) -> bool:
    """Tell whether a word cannot go on with a core that has a noun already."""
    word, before = words[place], words[place - 1]
    if before.tag == "HYPH" or _is_attribute(words, place):
        return False  # `the Lee-[backed] group`
    if word.tag in MARKS or word.tag in CLAUSE - {"WP"} or word.lower in {"who", "whom"}:
        return not (word.text[0].isupper() and before.text[0].isupper() and word.tag not in MARKS)
    if word.tag == "CC" and (_shares_head(words, place) or _inside_body(words, place)):
        return False
    if word.tag in {"IN", "TO", "CC"}:
        return not (_inside_person(word) or _inside_office(words, place))
    return word.tag == "PRP" or (word.tag in {"DT", "PRP$"} and before.pos != "DET")


def _is_attribute(words: Sequence[Word], place: int) -> bool:
    """Tell a participle before its noun: `the largest [remaining] group`."""
    following = words[place + 1 : place + 2]
    noun = bool(following) and following[0].pos in {"NOUN", "ADJ"}
    participle = words[place].tag in {"VBG", "VBN"}
    return participle and noun and words[place - 1].tag in {"JJ", "JJS", "DT", "PRP$", "POS"}


def _shares_head(words: Sequence[Word], place: int) -> bool:
    """Tell whether `and` joins what stands before one noun: `[port and rail] workers`."""
    if words[place - 1].tag not in {"NN", "NNP", "JJ"}:
        return False
    inner = []
    for word in words[place + 1 :]:
        if word.pos not in {"NOUN", "PROPN", "ADJ"}:
            break
        inner.append(word)
    return len(inner) > 1 and inner[-1].tag in {"NNS", "NNPS"} and inner[0].tag != "NNS"


def _inside_body(words: Sequence[Word], place: int) -> bool:
    """Tell whether `and` stands in the name of one body: `Missing [and] Hostages Forum`."""
    inner = [word for word in words[place + 1 :] if word.text[0].isupper()]
    inner = inner[: next((i for i, w in enumerate(inner) if w.at != words[place].at + 1 + i), None)]
    before, bodies = words[place - 1], source_words().bodies
    joined = words[place].entity == "ORG" and not words[place].begins_entity
    named = bool(inner) and inner[-1].lower in bodies and before.entity not in {"GPE", "PERSON"}
    whole = before.text[0].isupper() and before.lower not in bodies
    return whole and len(inner) > 1 and (joined or (named and words[0].lower == "the"))


def _inside_person(word: Word) -> bool:
    """Tell whether a preposition is part of a person's name: `Bill de Blasio`."""
    return word.entity == "PERSON" and not word.begins_entity and word.tag != "CC"


def _inside_office(words: Sequence[Word], place: int) -> bool:
    """Tell whether a preposition is part of an office: `chief of staff`, `Under Secretary`."""
    around = tuple(word.lower for word in words[place - 1 : place + 2])
    under = tuple(word.lower for word in words[place : place + 2]) == ("under", "secretary")
    return under or around in source_words().offices


def _head(core: Sequence[Word]) -> Word:
    """Give the last noun; without a noun the last pronoun, without one the last word."""
    last = core[-1]
    if tuple(word.lower for word in core[-3:]) in source_words().offices and len(core) > 2:
        core = core[:-2]
    if last.pos == "ADJ" and last.lemma in source_words().described:
        return last
    for kinds in (NOMINAL - {"PRON"}, NOMINAL, COUNTING):
        if found := [word for word in core if word.pos in kinds]:
            return found[-1]
    return last


def is_person_noun(word: Word) -> bool:
    """Tell a common noun for a person by the lists: `official`, `mayor`, `wife`."""
    persons = source_words().persons
    return word.lemma in persons or word.lower in persons
