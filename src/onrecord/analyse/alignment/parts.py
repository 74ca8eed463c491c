"""Parts: passages that went into a longer one, and those that a longer one was split into."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

import numpy as np

from onrecord.analyse.alignment.differences import LONGEST
from onrecord.analyse.alignment.terms import WORD, Common

Links = dict[int, set[int]]
"""Places of one text by places of the other."""

HELD, FAR = 0.60, 0.80
"""Share of a passage's weight that must stand in another's for it to be merged into that: beside
the other parts of that passage, and elsewhere."""
BESIDE = 3
"""Passages within which two parts stand beside each other."""
WEIGHTY = 12
"""Words below which a part is only looked for beside the others: `in accordance with` is found
anywhere."""
OWN = 0.50
"""Share of the part's words that must stand where no other part's words stand."""
MOST = 8
"""Longer passages that a part is looked for in, those that hold most of it."""


def parts(common: Common, texts: tuple[Sequence[str], Sequence[str]], links: Links) -> Links:
    """Give the passages of the left without link that went into one of the right.

    Most of a part must stand there, and where the words of none of the other parts stand.
    """
    back = turned(links)
    found: Links = {}
    for i in range(len(texts[0])):
        if links.get(i) or not common.left[i]:
            continue
        shares = common.shared[i] / common.left[i]
        fitting = (int(j) for j in np.argsort(-shares, kind="stable")[:MOST])
        for j in fitting:
            others = back.get(j, set())
            if shares[j] < HELD:
                break
            beside = min((abs(i - other) for other in others), default=len(texts[0])) <= BESIDE
            weighty = shares[j] >= FAR and len(WORD.findall(texts[0][i])) >= WEIGHTY
            if others and (beside or weighty) and _is_own(i, j, texts, others):
                found[i] = {j}
                break
    return found


def _is_own(
    i: int, j: int, texts: tuple[Sequence[str], Sequence[str]], others: Iterable[int]
) -> bool:
    """Tell whether a part's words stand where the words of no other part stand."""
    left, right = texts
    whole = _words(right[j])
    own = _places(_words(left[i]), whole)
    taken = set[int]().union(*(_places(_words(left[other]), whole) for other in others))
    return bool(own) and len(own - taken) >= OWN * len(own)


def _words(text: str) -> list[str]:
    return [word.lower() for word in WORD.findall(text)[:LONGEST]]


def _places(part: Sequence[str], whole: Sequence[str]) -> set[int]:
    """Give where the words of a part stand in a whole, in their order."""
    blocks = SequenceMatcher(None, part, whole).get_matching_blocks()
    return {block.b + k for block in blocks for k in range(block.size)}


def turned(links: Links) -> Links:
    """Give the same links from the other side."""
    back: Links = defaultdict(set)
    for i, partners in links.items():
        for j in partners:
            back[j].add(i)
    return dict(back)
