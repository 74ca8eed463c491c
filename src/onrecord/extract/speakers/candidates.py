"""Whom a pronoun or a title can go back to."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.extract.findings import Attribution
from onrecord.extract.speakers.findings import Speaker
from onrecord.extract.speakers.people import Person
from onrecord.record import ActorSchema

SINGULAR = {
    "he": "male",
    "him": "male",
    "his": "male",
    "she": "female",
    "her": "female",
    "hers": "female",
}
PLURAL = frozenset({"they", "them", "their"})
NEUTER = frozenset({"it", "its"})
SENTENCES_BACK = 8
"""Sentences that a pronoun reaches back: more, and a reader would need the name again."""
SUBJECT, SPOKE, NEAR = 1.0, 0.7, 0.75
"""Weights of a candidate: grammatical subject, last speaker, loss per sentence of distance.

`“…,” Lee said. The minister met Roe. “…,” he said.` goes back to Lee, who spoke.
"""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A mention that a later pronoun or title can go back to."""

    start: int
    sentence: int
    subject: bool
    speaker: Speaker
    person: Person | None


class Candidates:
    """The mentions of a document by sentence, and who spoke last."""

    def __init__(self, named: Iterable[Candidate]) -> None:
        self._by_sentence: dict[int, list[Candidate]] = {}
        self._by_title: dict[str, list[Candidate]] = {}
        self.last: Candidate | None = None
        for candidate in named:
            self._keep(candidate)
            for title in candidate.person.titles if candidate.person else ():
                for ending in _endings(title):
                    self._by_title.setdefault(ending, []).append(candidate)

    def speaks(self, candidate: Candidate) -> None:
        """Remember who spoke last."""
        self._keep(candidate)
        self.last = candidate

    def for_pronoun(self, word: str, item: Attribution, sentence: int) -> Candidate | None:
        """Give the candidate of a pronoun with the highest weight; of equals the nearest."""
        assert item.source is not None
        at = item.source.start
        fitting = (
            candidate
            for candidate in self._near(sentence)
            if candidate.start < at and not spoken_of(candidate, item) and _agrees(candidate, word)
        )
        return self.best(fitting, sentence)

    def holders(self, title: str) -> list[Candidate]:
        """Give the mentions of those whom the document names with a title, in text order."""
        return self._by_title.get(title, [])

    def best(self, candidates: Iterable[Candidate], sentence: int) -> Candidate | None:
        """Give the candidate with the highest weight, seen from a sentence."""
        return max(candidates, key=lambda c: (self._weight(c, sentence), c.start), default=None)

    def _keep(self, candidate: Candidate) -> None:
        self._by_sentence.setdefault(candidate.sentence, []).append(candidate)

    def _near(self, sentence: int) -> Iterator[Candidate]:
        for number in range(max(0, sentence - SENTENCES_BACK), sentence + 1):
            yield from self._by_sentence.get(number, ())

    def _weight(self, candidate: Candidate, sentence: int) -> float:
        spoke = self.last is not None and candidate.speaker == self.last.speaker
        near = NEAR * (sentence - candidate.sentence)
        return SUBJECT * candidate.subject + SPOKE * spoke - near


def spoken_of(candidate: Candidate, item: Attribution) -> bool:
    """Tell whether a mention stands in what is said: `“Roe must go,” he said` is not Roe."""
    return any(part.start <= candidate.start < part.end for part in item.content)


def _endings(title: str) -> Iterator[str]:
    """Give a title and its endings: `special envoy` is an `envoy`."""
    words = title.split()
    for first in range(len(words)):
        yield " ".join(words[first:])


def _agrees(candidate: Candidate, word: str) -> bool:
    """Tell whether number and gender allow the candidate; an unknown gender allows both."""
    person = candidate.person
    if word in SINGULAR:
        return person is not None and person.gender in {"", SINGULAR[word]}
    if word in NEUTER:
        return person is None and candidate.speaker.schema is not ActorSchema.UNNAMED_SOURCE
    return word in PLURAL and person is None
