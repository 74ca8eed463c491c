"""Where a word of saying says nothing: in a condition, a question, a negated wish."""

from onrecord.extract.language import Parsed, Word

OPENING = frozenset({"if", "unless", "whether", "until", "lest"})
CLIMB = 12
"""Words on the way up that are looked at; a clause nests no deeper in practice."""


def is_hypothetical(parsed: Parsed, cue: Word) -> bool:
    """Tell whether a cue stands in a clause opened by `if`, `unless` or `whether`.

    `if Kyiv rejects the proposal` reports no rejection.
    """
    word = cue
    for _ in range(CLIMB):
        opened = any(
            child.lower in OPENING and child.dep in {"mark", "advmod"}
            for child in parsed.children(word)
        )
        if opened and word.dep in {"advcl", "ccomp", "acl", "pcomp"}:
            return True
        above = parsed.head(word)
        if above is None or word.dep not in {"conj", "xcomp", "ccomp", "advcl", "aux"}:
            return False
        word = above
    return False
