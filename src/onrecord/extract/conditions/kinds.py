"""What a condition asks for: the types of section 10, the first whose words are met."""

import re
from functools import cache

from onrecord.extract.words import word_list
from onrecord.record import ConditionType

UNDONE = re.compile(
    r"^\W*unless\b|\b(?:not|never|fail(?:s|ed)? to|refuse[sd]? to)\b|n[’']t\b", re.IGNORECASE
)
"""What is demanded as that which must not stay undone: `unless they sign`, `if they do not`."""
FOLLOWS = re.compile(r"\b(?:will|would|shall|is going to|are going to)\b|[’']ll\b", re.IGNORECASE)
LOOKED_AT = 400
"""Code points of a part that are looked at."""


@cache
def _rows() -> tuple[tuple[ConditionType, re.Pattern[str], str], ...]:
    return tuple(
        (ConditionType(row["type"]), re.compile(row["words"], re.IGNORECASE), row["where"])
        for row in word_list("conditions")["types"]
    )


def type_of(demand: str, consequence: str) -> ConditionType:
    """Give the type of a condition by the words of its if and its then.

    >>> type_of("if the tariffs stay", "we will walk away from the talks")
    <ConditionType.THREAT_CONDITIONAL: 'threat_conditional'>
    >>> type_of("unless they sign by Friday", "the ports will close")
    <ConditionType.THREAT_CONDITIONAL: 'threat_conditional'>
    """
    parts = {"if": demand, "then": consequence, "all": f"{demand} {consequence}"}
    for kind, words, where in _rows():
        if words.search(parts[where][:LOOKED_AT]):
            return kind
    follows = FOLLOWS.search(consequence[:LOOKED_AT]) and not UNDONE.search(consequence[:LOOKED_AT])
    if follows and UNDONE.search(demand[:LOOKED_AT]):
        return ConditionType.THREAT_CONDITIONAL
    return ConditionType.PRECONDITION
