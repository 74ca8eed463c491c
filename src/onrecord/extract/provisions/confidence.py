"""How sure a provision is, by what found it."""

from onrecord.extract.provisions.categories import Categories
from onrecord.extract.provisions.scopes import Part, Scope, Shape

LEVELS = {
    "guessed": 0.35,
    "list": 0.9,
    "changed": 0.8,
    "residue": 0.8,
    "under, behind": 0.6,
    "under, going on": 0.55,
    "under": 0.8,
    "text says": 0.75,
    "including": 0.7,
    "act": 0.6,
    "see": 0.6,
    "purpose": 0.5,
    "spoken": 0.5,
    "foreseen": 0.5,
    "demand": 0.6,
}
"""By the beginnings or ends of rules, the first that fits. Set by reading what each finds in texts
of other fields: a list is hardly ever wrong, a modal of possibility says less than REVIEW_BELOW."""
VERBS, NOUNS = 0.85, 0.7
"""Of other rules by shape: `require A to B` is rarely wrong, `calls for B` sometimes."""
UNTOLD = 0.2
"""Less where no words of the codebook say what it is about."""


def confidence(scope: Scope, part: Part, told: Categories) -> float:
    """Give how sure a provision is, in [0, 1]."""
    known = (
        level
        for rule, level in LEVELS.items()
        if scope.rule.startswith(rule) or scope.rule.endswith(rule)
    )
    level = next(known, NOUNS if scope.shape is Shape.NOUNS else VERBS)
    doubt = 0.0 if told.main or scope.rule == "residue" else UNTOLD
    return round(level - doubt - (0 if part.sure else 0.05), 2)
