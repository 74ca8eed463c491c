"""Whom `they`, `it` and `which` go back to: several people, bodies and texts named before."""

from dataclasses import dataclass

from onrecord.extract.findings import Attribution
from onrecord.extract.intervals import Intervals
from onrecord.extract.language import Parsed, Word
from onrecord.extract.quotes import Quote
from onrecord.extract.speakers.candidates import (
    LOOKED_AT,
    NEAR,
    PLURAL,
    QUOTED,
    SUBJECT,
    spoken_of,
)
from onrecord.extract.speakers.people import People
from onrecord.extract.speakers.phrases import is_person_noun
from onrecord.extract.speakers.places import heads_before, is_subject, left_edge, span_of
from onrecord.extract.speakers.wordlists import source_words
from onrecord.record import Span

BODY_KINDS = frozenset({"ORG", "GPE"})


@dataclass(frozen=True, slots=True)
class Groups:
    """The noun phrases of a document that a pronoun for things or several people can go back to."""

    parsed: Parsed
    people: People
    quotes: Intervals[Quote]

    def best(self, pronoun: Word, item: Attribution) -> tuple[float, Span] | None:
        """Give the noun phrase before a pronoun with the highest weight, and that weight."""
        plural = pronoun.lower in PLURAL
        found = [
            (self._weight(head, pronoun), head.at, span_of(self.parsed, head))
            for head in heads_before(self.parsed, pronoun.at, LOOKED_AT)
            if not spoken_of(head.start, item) and self._may_be(head, plural=plural)
        ]
        return max(found)[::2] if found else None

    def _may_be(self, head: Word, *, plural: bool) -> bool:
        if self.people.places.at(head.start):
            return False
        lists = source_words()
        body = head.entity in BODY_KINDS or head.lemma in lists.bodies
        if plural:
            people = is_person_noun(head) or head.entity == "NORP"
            several = people and head.tag in {"NNS", "NNPS"}
            return several or head.lemma in lists.crowds or (body and head.pos == "PROPN")
        return head.tag in {"NN", "NNP"} and (body or head.lemma in lists.documents)

    def _weight(self, head: Word, pronoun: Word) -> float:
        start = left_edge(self.parsed, head)
        opens = start == self.parsed.sentences[head.sentence].first
        subject = opens or is_subject(self.parsed, start, head.at + 1)
        quoted = self.quotes.at(head.start) is not None
        return SUBJECT * subject + QUOTED * quoted - NEAR * (pronoun.sentence - head.sentence)
