"""Surnames that the entity finder missed, told from places by what stands around them."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from onrecord.extract.attributions.cues import lexicon
from onrecord.extract.language import Parsed, Word
from onrecord.extract.speakers.wordlists import (
    ambiguous,
    countries,
    metonyms,
    places,
    source_words,
)

PLACING = frozenset({"in", "near", "outside", "across", "into", "inside", "around"})
"""Prepositions of place: `in Lemesh` makes Lemesh a place, not a person."""


@dataclass
class Evidence:
    """What a document tells about one capitalised word."""

    speaks: int = 0
    titled: int = 0
    placed: int = 0
    articled: int = 0
    entities: Counter[str] = field(default_factory=Counter)

    @property
    def person(self) -> bool:
        """Tell whether it is a person: it speaks or has a title, and nothing makes it a place."""
        elsewhere = sum(self.entities[kind] for kind in ("GPE", "LOC", "FAC", "NORP"))
        claimed = self.titled or (self.speaks and not self.entities["ORG"])
        return bool(claimed) and not self.placed and not self.articled and not elsewhere

    @property
    def place(self) -> bool:
        """Tell whether it is a place: something is in it, and nobody of that name has a title."""
        return bool(self.placed) and not self.titled


def evidence(parsed: Parsed) -> dict[str, Evidence]:
    """Give what the whole document tells about each capitalised word."""
    found: dict[str, Evidence] = {}
    for word in parsed.words:
        if word.text[:1].isupper() and word.text.isalpha() and _may_name(word):
            _note(parsed, word, found.setdefault(word.text, Evidence()))
    return found


def _may_name(word: Word) -> bool:
    """Tell a name, which the tagger may take for a noun where it opens a sentence."""
    words = source_words()
    common = words.bodies | words.described | words.bare | words.documents | words.media
    return word.pos == "PROPN" or (word.tag == "NN" and word.lower not in common)


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
    before = parsed.words[word.at - 1].lower if word.at else ""
    following = parsed.words[word.at + 1] if word.at + 1 < len(parsed.words) else None
    owns = following is not None and following.tag == "POS"
    told.placed += before in PLACING and not owns
    told.articled += before == "the"
    told.titled += before in _titles()
    verb = parsed.head(word)
    alone = not any(child.dep in {"compound", "det", "poss"} for child in parsed.children(word))
    if verb and word.dep == "nsubj" and alone:
        entry = lexicon().verbs.get(verb.lemma)
        told.speaks += bool(entry and not entry.attitude)
    told.speaks += following is not None and following.text == ":" and alone


def _titles() -> frozenset[str]:
    words = source_words()
    single = {office[-1] for office in words.offices}
    return words.male | words.female | words.neutral | frozenset(single)
