"""Surnames that the entity finder missed, told from places by what stands around them."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

from onrecord.extract.attributions.cues import lexicon
from onrecord.extract.findings import Attribution
from onrecord.extract.language import Parsed, Word
from onrecord.extract.speakers.around import around
from onrecord.extract.speakers.phrases import phrase_of
from onrecord.extract.speakers.wordlists import (
    ambiguous,
    countries,
    metonyms,
    places,
    source_words,
)

PLACING = frozenset({"in", "near", "outside", "across", "into", "inside", "around"})
"""Prepositions of place: `in Lemesh` makes Lemesh a place, not a person."""
RESUMED = 14
"""Words behind a name in which `he` or `she` goes back to it."""
FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN"})


@dataclass
class Evidence:
    """What a document tells about one capitalised word."""

    speaks: int = 0
    resumed: int = 0
    titled: int = 0
    placed: int = 0
    articled: int = 0
    entities: Counter[str] = field(default_factory=Counter)

    @property
    def person(self) -> bool:
        """Tell whether it is a person: it has a title or speaks as persons do, and is no place.

        A company speaks as well; but only a person is called `he` or `she` right behind.
        """
        elsewhere = sum(self.entities[kind] for kind in ("GPE", "LOC", "FAC", "NORP"))
        if 2 * self.entities["DATE"] >= sum(self.entities.values()):
            return False  # `Norling said Thursday`
        human = self.resumed or (self.entities["PERSON"] and not self.entities["ORG"])
        claimed = self.titled or (self.speaks and human)
        open_ = not elsewhere or self.titled
        return bool(claimed) and not self.placed and not self.articled and bool(open_)

    @property
    def place(self) -> bool:
        """Tell whether it is a place: something is in it, and nobody of that name has a title."""
        return bool(self.placed) and not self.titled


def evidence(parsed: Parsed, found: Iterable[Attribution]) -> dict[str, Evidence]:
    """Give what the whole document tells about each capitalised word."""
    told: dict[str, Evidence] = {}
    for word in parsed.words:
        if word.text[:1].isupper() and word.text.isalpha() and _may_name(word):
            _note(parsed, word, told.setdefault(word.text, Evidence()))
    for item in found:
        core = phrase_of(parsed, item.source).core if item.source else ()
        if core and len(core) - (core[-1].tag == "POS") == 1 and core[0].text in told:
            told[core[0].text].speaks += not _is_attitude(parsed, item)
    return told


def _is_attitude(parsed: Parsed, item: Attribution) -> bool:
    """Tell whether a cue tells a feeling, which places have too: `Lemesh fears …`."""
    words = parsed.within(item.cue) if item.cue else ()
    entries = [lexicon().verbs.get(word.lemma) for word in words]
    return not words or any(entry and entry.attitude for entry in entries)


def _may_name(word: Word) -> bool:
    """Tell a name, which the tagger may take for a noun where it opens a sentence."""
    noun = word.pos == "PROPN" or word.tag == "NN"
    return noun and source_words().common.isdisjoint((word.lower, word.lemma))


def surnames(found: Mapping[str, Evidence]) -> set[str]:
    """Give the words that name persons by this evidence."""
    known = {*metonyms(), *countries(), *places(), *ambiguous()}
    return {
        name
        for name, told in found.items()
        if told.person and len(name) > 2 and not name.isupper() and name.lower() not in known
    }


def _note(parsed: Parsed, word: Word, told: Evidence) -> None:
    told.entities[word.entity] += 1
    before = parsed.words[word.at - 1] if word.at else None
    following = parsed.words[word.at + 1] if word.at + 1 < len(parsed.words) else None
    owns = following is not None and following.tag == "POS"
    ahead = before.lower if before else ""
    told.placed += ahead in PLACING and not owns
    told.articled += ahead == "the"
    told.resumed += _is_resumed(parsed, word)
    told.titled += ahead in _titles() or _is_described(parsed, word)
    if _stands_alone(word, before):
        told.speaks += following is not None and (following.text == ":" or _says(following))
        told.speaks += before is not None and _says(before) and not _may_go_on(following)


def _is_resumed(parsed: Parsed, word: Word) -> bool:
    """Tell whether `he` or `she` comes right behind, before any other name, or `, who`.

    In the rest of the sentence or as the first word of the next one.
    """
    sentence = parsed.sentences[word.sentence]
    rest = parsed.words[word.at + 1 : min(word.at + 1 + RESUMED, sentence.last)]
    if [other.lower for other in rest[:2]] == [",", "who"]:
        return True
    names = (place for place, other in enumerate(rest) if other.pos == "PROPN")
    rest = rest[: next(names, len(rest))]
    following = parsed.words[sentence.last : sentence.last + 1]
    opens = following if word.at == sentence.first else ()
    return any(other.lower in {"he", "she"} for other in (*rest, *opens))


def _is_described(parsed: Parsed, word: Word) -> bool:
    """Tell a name that a comma calls a person: `Vik, head of the centre, [said]`."""
    following = parsed.words[word.at + 1 : word.at + 2]
    if not following or following[0].text != ",":
        return False
    known = around(parsed, word.at, word.at + 1)
    return bool(known.beside or known.age)


def _stands_alone(word: Word, before: Word | None) -> bool:
    """Tell whether a word is all of its noun phrase, as far as what stands before it tells."""
    if before is None or before.sentence != word.sentence:
        return True
    return before.pos not in {"DET", "ADJ", "PROPN", "NOUN", "NUM", "ADP"} and before.tag not in {
        "POS",
        "PRP$",
    }


def _says(word: Word) -> bool:
    """Tell a finite verb of saying, not of feeling."""
    entry = lexicon().verbs.get(word.lemma) if word.tag in FINITE else None
    return bool(entry and not entry.attitude)


def _may_go_on(following: Word | None) -> bool:
    return following is not None and following.pos in {"PROPN", "NOUN", "VERB", "AUX"}


@cache
def _titles() -> frozenset[str]:
    words = source_words()
    return words.male | words.female | words.neutral | words.heads
