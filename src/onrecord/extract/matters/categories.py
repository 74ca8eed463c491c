"""Categories of the passages of a plan, by the codebook whose triggers the plan meets most."""

import re
from collections.abc import Sequence

from onrecord.extract.matters.codebook import CODEBOOKS, triggers_met

WORD = re.compile(r"\w+(?=['’]s\b)|['’]s\b|\w+|[^\w\s]")
"""Words as the triggers are written: a possessive and a mark stand apart."""


def categories(passages: Sequence[str]) -> list[str | None]:
    """Give the main category of each passage, None where no trigger is met.

    The codebook is the one of which the whole text meets the most categories, as for articles; a
    passage's category is that of the longest row of words met in it, the first of equals.

    >>> categories(["The ceasefire begins at noon.", "The text is signed in Varn."])
    ['SEC.CEASEFIRE', None]
    """
    met = [triggers_met([word.lower() for word in WORD.findall(text)]) for text in passages]
    kinds = {
        name: {hit.code for each in met for hit in each if hit.book == name} for name in CODEBOOKS
    }
    book = max(CODEBOOKS, key=lambda name: len(kinds[name]))
    found: list[str | None] = []
    for each in met:
        own = [hit for hit in each if hit.book == book]
        found.append(max(own, key=lambda hit: hit.words).code if own else None)
    return found
