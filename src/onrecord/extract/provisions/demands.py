"""What one side demands behind a word for its conditions: `his conditions. “They must leave”`."""

from collections.abc import Iterator

from onrecord.extract.language import Parsed
from onrecord.extract.provisions.bounds import end_of
from onrecord.extract.provisions.groups import groups
from onrecord.extract.provisions.heads import READ, Head
from onrecord.extract.provisions.scopes import Scope, Shape
from onrecord.record import Modality

MOST = 2
"""Sentences behind the word in which the demands stand."""


def demanded(parsed: Parsed, head: Head) -> Iterator[Scope]:
    """Give the sentences behind `their conditions` that say what somebody has to do."""
    if head.plan.lineage.instrument != "unilateral_conditions":
        return
    at = head.sentence.at
    for sentence in parsed.sentences[at + 1 : at + 1 + MOST]:
        if sentence.kind not in READ:
            return
        first = next(groups(parsed.words, sentence.first, sentence.last), None)
        if first is None or first.owed not in {Modality.REQUIRE, Modality.FORBID}:
            return
        last = end_of(parsed.words, sentence.first, sentence.last)
        yield Scope(head.plan, sentence.first, last, Shape.WHOLE, "demand", sure=False)
