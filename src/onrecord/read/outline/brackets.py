"""Square brackets: which wording of a draft is not agreed, also where they go over many points."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.read.outline.labels import words
from onrecord.record import Bracketing, TextState

BRACKET = re.compile(r"[\[\]]")
SOLID = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Balance:
    """The brackets of one passage that have no partner in it, and how much stands inside others.

    `opens` and `closes` tell whether a bracket without partner stands at its very beginning or end:
    only these can belong to a pair that goes over several passages; any other is a slip of the
    text.
    """

    any: bool
    outside: bool
    opens: bool
    closes: bool


def balance(text: str) -> Balance:
    """Count the brackets of one passage, in one pass.

    >>> balance("[All Parties shall] act").outside, balance("[shall][should]").outside
    (True, False)
    """
    opened: list[int] = []
    lonely: list[int] = []
    covered, last, outside = False, 0, False
    for match in BRACKET.finditer(text):
        if not opened and SOLID.search(text, last, match.start()):
            outside = True
        last = match.end()
        if match[0] == "[":
            opened.append(match.start())
        elif opened:
            opened.pop()
        else:
            lonely.append(match.start())
        covered = True
    outside = outside or bool(not opened and SOLID.search(text, last))
    first = bool(opened) and SOLID.search(text, 0, opened[0]) is None
    end = bool(lonely) and SOLID.search(text, lonely[-1]) is None
    return Balance(covered, outside, first, end)


def bracketings(passages: Sequence[str]) -> list[Bracketing]:
    """Give how much of each passage stands in brackets, those that go over several ones counted.

    A bracket that opens a passage and is closed at the end of a later one encloses all between.
    """
    balances = [balance(text) for text in passages]
    inside = [0] * (len(passages) + 1)
    opened: list[int] = []
    for index, each in enumerate(balances):
        if each.closes and not each.opens and opened:
            inside[opened.pop()] += 1
            inside[index + 1] -= 1
        if each.opens:
            opened.append(index)
    depth, found = 0, []
    for index, each in enumerate(balances):
        depth += inside[index]
        found.append(_bracketing(each, enclosed=depth > 0))
    return found


def _bracketing(found: Balance, *, enclosed: bool) -> Bracketing:
    if enclosed or (found.any and not found.outside):
        return Bracketing.WHOLE
    return Bracketing.PART if found.any else Bracketing.NONE


def state(text: str, bracketing: Bracketing, *, optional: bool) -> TextState:
    """Give the state of the wording as the text marks it: a note alone, brackets, or an option."""
    bare = " ".join(text.strip(" []().;:,{}*").lower().split())
    for name, notes in words("states").items():
        if bare in notes:
            return TextState(name)
    is_open = optional or bracketing is not Bracketing.NONE
    return TextState.BRACKETED if is_open else TextState.UNKNOWN
