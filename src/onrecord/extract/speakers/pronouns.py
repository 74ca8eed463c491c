"""Who is meant by a pronoun that stands as a source."""

from collections.abc import Callable
from dataclasses import dataclass

from onrecord import world
from onrecord.extract.findings import Attribution
from onrecord.extract.language import Parsed, Word
from onrecord.extract.speakers.candidates import NEUTER, PLURAL, SINGULAR, Candidates
from onrecord.extract.speakers.findings import Speaker, SpokenBy
from onrecord.extract.speakers.groups import Groups
from onrecord.extract.speakers.places import antecedent
from onrecord.record import MentionKind, Span

FIRST = frozenset({"i", "we", "me", "us", "my", "our", "myself", "ourselves"})
RELATIVE = frozenset({"who", "whom", "whose", "which", "that"})
NOBODY = frozenset({"this", "these", "you", "your", "yourself", "there"})
PERSONAL = SINGULAR.keys() | PLURAL | NEUTER | FIRST
CLEAR = 0.2
"""Weight below which a noun phrase is too far or too hidden to be what `they` goes back to."""


def is_pronoun(word: Word) -> bool:
    """Tell a pronoun that goes back to somebody from `someone`, `others`, `those`, and `US`."""
    if word.text == "US":
        return False
    relative = word.lower in RELATIVE and word.tag in {"WP", "WP$", "WDT", "IN", "DT"}
    return word.lower in PERSONAL | NOBODY or relative or word.tag in {"PRP", "PRP$", "WP"}


def _sends_delegates(speaker: Speaker) -> bool:
    """Tell a country or a body of the tables: `the EU backed it. He said`."""
    return speaker.country is not None or speaker.name in world.bodies().values()


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A pronoun as a source; `outer` speaks the words around it, `quoted` if they are verbatim."""

    word: Word
    span: Span
    item: Attribution
    outer: Speaker | None
    quoted: bool


class Pronouns:
    """Finds who is meant by the pronouns of one document."""

    def __init__(
        self,
        parsed: Parsed,
        candidates: Candidates,
        groups: Groups,
        named: Callable[[Span, Attribution], Speaker | None],
    ) -> None:
        self.parsed = parsed
        self._candidates = candidates
        self._groups = groups
        self._named = named

    def read(self, pronoun: Pronoun) -> SpokenBy:
        """Give who is meant by a pronoun, with nobody where nothing before it fits."""
        word, span = pronoun.word.lower, pronoun.span
        speaker = self._speaker(pronoun)
        if speaker is None:
            return self.nobody(pronoun.word, span)
        basis = f"“{word}” goes back to {speaker.name}"
        return SpokenBy(span, MentionKind.PRONOUN, speaker, basis)

    def nobody(self, word: Word, span: Span) -> SpokenBy:
        """Give the reading of a pronoun that goes back to nobody."""
        basis = f"“{word.lower}”: nobody named before it fits"
        return SpokenBy(span, MentionKind.PRONOUN, None, basis)

    def owner(self, word: Word, item: Attribution) -> Speaker | None:
        """Give whom `his` goes back to in `his lawyer`."""
        if word.lower not in SINGULAR:
            return None
        ranked = self._candidates.ranked(word.lower, item, word.sentence)
        return ranked[0][1].speaker if ranked else None

    def _speaker(self, pronoun: Pronoun) -> Speaker | None:
        word = pronoun.word.lower
        if word in FIRST:
            return pronoun.outer
        if word in RELATIVE:
            before = antecedent(self.parsed, pronoun.word)
            return self._named(self._bearer(before), pronoun.item) if before else None
        if word in SINGULAR:
            return self._person(pronoun)
        return self._group(pronoun) if word in PLURAL | NEUTER else None

    def _bearer(self, span: Span) -> Span:
        """Give the name that a noun tells something of: `[Ann Lee], an aide who`, `Lee is an aide`.

        The noun itself where none stands before it.
        """
        first = self.parsed.word_at(span.start)
        link = self.parsed.words[first.at - 1] if first.at > 1 else first
        linked = link.text == "," or link.lemma in {"be", "become", "remain"}
        name = self._groups.people.places.at(self.parsed.words[link.at - 1].start)
        single = self.parsed.word_at(span.end - 1).tag == "NN"
        return name.span if name and linked and single and link.at < first.at else span

    def _person(self, pronoun: Pronoun) -> Speaker | None:
        outer = None if pronoun.quoted else pronoun.outer
        word, sentence = pronoun.word.lower, pronoun.word.sentence
        ranked = [
            candidate.speaker
            for _, candidate in self._candidates.ranked(word, pronoun.item, sentence, outer)
            if not pronoun.quoted or candidate.speaker != pronoun.outer
        ]
        return self._delegate(pronoun, alone=not ranked) or (ranked[0] if ranked else None)

    def _delegate(self, pronoun: Pronoun, *, alone: bool) -> Speaker | None:
        """Give the country for whose delegate a pronoun stands: `Norway backed it. He said …`.

        Where countries speak one after another and nobody has been named since the paragraph
        began; a person who is named, or speaks, in the same paragraph is meant before a country.
        `alone` tells that nobody else can be meant.
        """
        last, word = self._candidates.last, pronoun.word
        if pronoun.quoted or last is None or not _sends_delegates(last.speaker):
            return None
        first = self.parsed.paragraphs[self.parsed.sentences[word.sentence].paragraph].start
        near = last.start >= first and last.sentence >= word.sentence - 1
        several = alone or self._candidates.delegations > 1
        return last.speaker if near and several and not self._named_since(first, word) else None

    def _named_since(self, place: int, word: Word) -> bool:
        """Tell whether a person whom a pronoun may mean is named between a place and it."""
        return any(
            candidate.start >= place and candidate.gender is not None
            for candidate in self._candidates.near(word.sentence, word.start)
        )

    def _group(self, pronoun: Pronoun) -> Speaker | None:
        """Give the group, body or text that spoke or is named, whichever weighs more."""
        outer = None if pronoun.quoted else pronoun.outer
        word, sentence = pronoun.word.lower, pronoun.word.sentence
        ranked = self._candidates.ranked(word, pronoun.item, sentence, outer)
        weight, span = self._groups.best(pronoun.word, pronoun.item) or (0.0, None)
        if ranked and ranked[0][0] >= weight:
            return ranked[0][1].speaker
        return self._named(span, pronoun.item) if span and weight >= CLEAR else None
