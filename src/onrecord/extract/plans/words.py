"""The lexicon of what is done with a text: `words/plan_deeds.toml`."""

from functools import cache

from onrecord.extract.words import word_list
from onrecord.record import PlanAspect

GIVEN = "given"


@cache
def deed_words(kind: str, name: str) -> frozenset[str]:
    """Give one list of the lexicon."""
    return frozenset(word_list("plan_deeds")[kind][name])


@cache
def verbs() -> dict[str, str]:
    """Give the kind of deed that each verb's lemma tells of."""
    kinds = (PlanAspect.DRAFTED, GIVEN, PlanAspect.RECEIVED, PlanAspect.PUBLISHED)
    return {lemma: kind for kind in kinds for lemma in deed_words(kind, "verbs")}
