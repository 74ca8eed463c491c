"""What a definite noun goes back to: `the official`, `the poll`, `the bank`, `the campaign`."""

from bisect import bisect_left

from onrecord.extract.language import Word
from onrecord.extract.speakers.bodies import Bodies, may_be
from onrecord.extract.speakers.candidates import SUBJECT, Candidates
from onrecord.extract.speakers.findings import Speaker
from onrecord.extract.speakers.owned import OwnedBodies
from onrecord.extract.speakers.phrases import Phrase, is_person_noun
from onrecord.extract.speakers.wordlists import source_words
from onrecord.record import ActorSchema

DEFINITE = frozenset({"the", "this", "that"})
SINGULAR_TAGS = frozenset({"NN", "NNP", "JJ"})
"""Tags of a single noun; the tagger takes `official` for an adjective where a verb follows."""
NEAR = 2
"""Sentences back in which a body must have spoken that is called by a noun for any body."""
BODIES = frozenset({ActorSchema.PUBLIC_BODY, ActorSchema.ORGANIZATION})


class Definites:
    """The speakers of a document by the nouns that can go back to them."""

    def __init__(self, candidates: Candidates, owned: OwnedBodies, bodies: Bodies) -> None:
        self._candidates = candidates
        self._owned = owned
        self._bodies = bodies
        self._described: dict[str, list[tuple[int, Speaker]]] = {}

    def speaks(self, phrase: Phrase, speaker: Speaker) -> None:
        """Remember a speaker without a name by its noun: `a port official`, `a new poll`."""
        if speaker.local and phrase.head.tag in SINGULAR_TAGS and phrase.head.pos != "PRON":
            self._described.setdefault(phrase.head.lemma, []).append((phrase.head.start, speaker))

    def described(self, phrase: Phrase) -> tuple[int, Speaker] | None:
        """Give who without a name spoke last before a place under its noun, and where."""
        spoke = self._described.get(phrase.head.lemma, [])
        index = bisect_left(spoke, phrase.head.start, key=lambda place: place[0])
        return spoke[index - 1] if index and _is_bare(phrase) else None

    def read(self, phrase: Phrase) -> Speaker | None:
        """Give what a noun with nothing but an article goes back to, None if nothing is told."""
        head = phrase.head
        if not _is_bare(phrase):
            return None
        spoke = self.described(phrase)
        described = spoke[1] if spoke else None
        if is_person_noun(head) or head.lemma in source_words().documents:
            return described
        return self._body(head) or described or self._near(head)

    def _body(self, noun: Word) -> Speaker | None:
        """Give the body last named with this noun: `the campaign` is the Lee campaign."""
        found = [place for place in (self._owned.before(noun), self._bodies.before(noun)) if place]
        return max(found, key=lambda place: place[0])[1] if found else None

    def _near(self, noun: Word) -> Speaker | None:
        """Give the body that spoke or is named just before, if it may be called so: `the bank`."""
        if noun.lemma not in source_words().any_body:
            return None
        for candidate in self._candidates.near(noun.sentence, noun.start):
            if candidate.sentence < noun.sentence - NEAR:
                break
            speaker = candidate.speaker
            if speaker.schema in BODIES and not speaker.local and may_be(speaker.name, noun):
                return speaker
        name = self._bodies.main_near(noun)
        return self._bodies.speaker(name) if name else None


def _is_bare(phrase: Phrase) -> bool:
    """Tell a noun with nothing but an article: `the official`, `the same bank`."""
    head = phrase.head
    said = [word.lower for word in phrase.words if word.lower != "same"]
    bare = len(said) == 2 and said[0] in DEFINITE and head == phrase.words[-1]
    return bare and head.tag in SINGULAR_TAGS and head.entity not in {"PERSON", "ORG", "GPE"}


def last_subject(candidates: Candidates, sentence: int, place: int) -> Speaker | None:
    """Give the one person who speaks or acts in a sentence so far and the one before it."""
    near = [c for c in candidates.near(sentence, place) if c.sentence >= sentence - 1]
    persons = {c.speaker for c in near if c.gender is not None and c.weight >= SUBJECT}
    return persons.pop() if len(persons) == 1 else None
