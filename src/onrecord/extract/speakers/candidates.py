"""Whom a pronoun can go back to: the persons named and the speakers before it, weighed."""

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.extract.findings import Attribution
from onrecord.extract.speakers.findings import Speaker
from onrecord.record import ActorSchema

SINGULAR = {
    "he": "male",
    "him": "male",
    "his": "male",
    "himself": "male",
    "she": "female",
    "her": "female",
    "hers": "female",
    "herself": "female",
}
PLURAL = frozenset({"they", "them", "their", "theirs", "themselves", "both", "neither", "all"})
NEUTER = frozenset({"it", "its", "itself"})
SENTENCES_BACK = 8
"""Sentences that a pronoun reaches back: more, and a reader would need the name again."""
LOOKED_AT = 80
"""Mentions that are weighed at most: one sentence may hold hundreds."""
SUBJECT, SPOKE, NEAR, OWNING, QUOTED, AROUND, WOMAN = 1.0, 0.7, 0.75, -0.7, -0.5, 1.0, 0.6
"""Weights of a candidate: subject of a verb, last speaker, loss per sentence of distance, owner or
part of a longer name, named inside a quotation, speaker of the words around, known to be a woman.

`“…,” Lee said. The minister met Roe. “…,” he said.` goes back to Lee, who spoke. Three of four
persons in the news are men (Global Media Monitoring Project 2020), so that `she` is rarely somebody
of unknown gender where a woman is known.
"""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A mention that a later pronoun can go back to, with the weight of its own place.

    `gender` is None for what is no single person, empty where nothing tells it.
    """

    start: int
    sentence: int
    weight: float
    speaker: Speaker
    gender: str | None


class Candidates:
    """The mentions before a place of a document; `last` is who spoke last.

    `delegations` counts the countries that speak anywhere in it.
    """

    def __init__(self, delegations: int = 0) -> None:
        self.delegations = delegations
        self._before: list[Candidate] = []
        self.last: Candidate | None = None

    def names(self, candidate: Candidate) -> None:
        """Remember a mention; they come in text order."""
        self._before.append(candidate)

    def all(self) -> Iterator[Candidate]:
        """Give all mentions."""
        yield from self._before

    def ranked(
        self, word: str, item: Attribution, sentence: int, outer: Speaker | None = None
    ) -> list[tuple[float, Candidate]]:
        """Give the candidates of a pronoun with their weights, the highest first.

        `outer` speaks the words that the pronoun stands in: `Lee said he …`.
        """
        assert item.source is not None
        weighed = [
            (self._weight(candidate, sentence, outer) + _known(candidate, word), candidate)
            for candidate in self.near(sentence, item.source.start)
            if not spoken_of(candidate.start, item) and agrees(candidate, word)
        ]
        return sorted(weighed, key=lambda pair: (-pair[0], -pair[1].start))

    def near(self, sentence: int, place: int) -> Iterator[Candidate]:
        """Give the mentions before a place and not too far back, the nearest first."""
        for candidate in self._before[: -LOOKED_AT - 1 : -1]:
            if candidate.start < place and candidate.sentence >= sentence - SENTENCES_BACK:
                yield candidate

    def _weight(self, candidate: Candidate, sentence: int, outer: Speaker | None) -> float:
        spoke = self.last is not None and candidate.speaker == self.last.speaker
        near = NEAR * (sentence - candidate.sentence)
        around = outer is not None and candidate.speaker == outer
        return candidate.weight + SPOKE * spoke - near + AROUND * around


def _known(candidate: Candidate, word: str) -> float:
    """Give what it weighs for `she` that a person is known to be a woman."""
    return WOMAN if candidate.gender == "female" and word in SINGULAR else 0.0


def spoken_of(place: int, item: Attribution) -> bool:
    """Tell whether a mention stands in what is said: `“Roe must go,” he said` is not Roe."""
    return any(part.start <= place < part.end for part in item.content)


def agrees(candidate: Candidate, word: str) -> bool:
    """Tell whether number and gender allow the candidate; an unknown gender allows both."""
    if word in SINGULAR:
        return candidate.gender in {"", SINGULAR[word]}
    if candidate.gender is not None:
        return False
    single = candidate.speaker.schema not in {ActorSchema.UNNAMED_SOURCE, ActorSchema.GROUP}
    return single if word in NEUTER else word in PLURAL
