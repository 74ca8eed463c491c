"""Where the words of what a plan says end."""

from collections.abc import Sequence

from onrecord.extract.language import Word
from onrecord.extract.provisions.lexicon import rows

LONGEST = 90
"""Words of a scope: longer sentences are cut, the text may be hostile."""
LOOSE = frozenset({",", "and", "or", "but", "—", "–", "-", ":", ";", "“", '"', "(", "that", "then"})
SHUT = frozenset({".", "!", "?", ",", ";", ":", "—", "–", "”", '"', ")", "and", "or", "“", "("})
RELATIVE = frozenset({"which", "who", "where"})
WIDEST = 4
"""Words of the longest row that ends a stretch."""
SPEAKING = frozenset({"say", "report", "add", "tell", "note", "write", "claim", "warn"})


def end_of(words: Sequence[Word], first: int, last: int) -> int:
    """Give the place behind the last word of what begins at a word, inside a sentence."""
    last = min(last, first + LONGEST)
    for at in range(first + 1, last):
        word = words[at]
        if word.text in {"?", "!"} or (word.text == ":" and at > first):
            return at
        if _ends(words, at) or _speaks(words, at, last):
            return at
    return last


def _ends(words: Sequence[Word], at: int) -> bool:
    """Tell whether another matter begins: `, according to`, `while`, `, which`."""
    lowers = tuple(word.lower for word in words[at : at + WIDEST])
    for row in rows("frames", "ending"):
        if lowers[: len(row)] == row:
            return row[0] not in RELATIVE or words[at - 1].text == ","
    rest = (row for row in rows("frames", "residue") if row[0] == "among")
    return any(lowers[: len(row)] == row for row in rest)


def _speaks(words: Sequence[Word], at: int, last: int) -> bool:
    """Tell `, officials said` at the end of what is said."""
    if words[at].text not in {",", "”", '"'}:
        return False
    near = words[at + 1 : min(last, at + 9)]
    for place, word in enumerate(near):
        if word.lemma in SPEAKING and word.tag in {"VBD", "VBZ", "VBP"}:
            before = near[:place]
            return all(item.text != "," and item.lower not in {"and", "that"} for item in before)
        if word.text in {",", ";"} or word.tag in {"MD", "TO"}:
            return False
    return False


def trimmed(words: Sequence[Word], first: int, last: int) -> tuple[int, int]:
    """Give the words without conjunctions and marks at their ends."""
    while first < last and (words[first].lower in LOOSE or words[first].pos == "SPACE"):
        first += 1
    while last > first and (words[last - 1].lower in SHUT or words[last - 1].pos == "SPACE"):
        last -= 1
    return first, last
