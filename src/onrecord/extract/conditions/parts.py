"""The parts of a condition within its sentence: what is demanded, and what hangs on it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.extract.language import Word
from onrecord.extract.stances import clean
from onrecord.record import Span, Statement

LONGEST = 40
"""Words of a part: longer clauses are cut, the text may be hostile."""
FEWEST = 2
STOPS = frozenset({";", ":", "—", "–", "(", ")"})
QUOTES = frozenset({"“", "”", '"'})
MODALS = frozenset({"will", "would", "can", "could", "'ll", "’ll", "may", "might", "shall"})
DEMANDS = (
    ("will", "have", "to"),
    ("have", "to"),
    ("has", "to"),
    ("must",),
    ("need", "to"),
    ("needs", "to"),
)
ELSES = (("otherwise",), ("if", "not", ","), ("or", "else"))
FIRST = frozenset({"we", "i", "our"})
GIVING = frozenset(
    {
        "give",
        "let",
        "return",
        "release",
        "lift",
        "stop",
        "withdraw",
        "take",
        "show",
        "sign",
        "drop",
        "end",
    }
)


@dataclass(frozen=True, slots=True)
class Parts:
    """A condition's parts in clean offsets; `consequence` is None where the sentence has none."""

    demand: Span
    consequence: Span | None
    first_sentence: int
    rule: str


def opened(words: Sequence[Word], at: int, sentence: int) -> Parts | None:
    """Give the parts of a condition whose opener is the word at a place of its sentence."""
    end = _end(words, at)
    demand = _span(words, at, end)
    if demand is None:
        return None
    if _opens(words, at) and end < len(words):
        consequence = _span(words, end, _sentence_end(words, end))
    else:
        consequence = _span(words, _start(words, at), at)
    return Parts(demand, consequence, sentence, "opened")


def demanded(words: Sequence[Word], sentence: int) -> Parts | None:
    """Give the parts of `They will have to leave, and then …` and `Give us time and we will …`."""
    lowers = [word.lower for word in words[: 2 * LONGEST]]
    for at in range(1, len(lowers) if "then" in lowers else 0):
        if lowers[at] == "then" and lowers[at - 1] in {",", "and", "only"}:
            first = at - 2 if lowers[at - 1] != "," and lowers[at - 2 : at - 1] == [","] else at - 1
            if not any(_at(lowers[:first], row) for row in DEMANDS):
                return None
            demand = _span(words, 0, first)
            then = _span(words, first, _sentence_end(words, first))
            return Parts(demand, then, sentence, "and then") if demand else None
    return _giving(words, lowers, sentence)


def otherwise(words: Sequence[Word], sentence: int) -> Parts | None:
    """Give the parts of `Otherwise we leave` and `If not, we leave`: the else of what was before.

    The words that open it stand for the demand.
    """
    lowers = [word.lower for word in words[:6]]
    first = next((at for at, word in enumerate(lowers) if word not in QUOTES), 0)
    opener = next((row for row in ELSES if tuple(lowers[first : first + len(row)]) == row), None)
    if opener is None:
        return None
    behind = first + len(opener)
    then = _span(words, behind, _sentence_end(words, behind))
    return Parts(Span(words[first].start, words[behind - 1].end), then, sentence, "else")


def demands(words: Sequence[Word]) -> bool:
    """Tell whether a sentence says that somebody else has to do something: `they must leave`."""
    lowers = [word.lower for word in words[: 2 * LONGEST]]
    for row in DEMANDS:
        for at in range(1, len(lowers)):
            if tuple(lowers[at : at + len(row)]) == row and not FIRST & set(lowers[:at][-3:]):
                return True
    return False


def within(parts: Parts, statement: Statement) -> Parts:
    """Give the parts without the reporter's words that stand among them: `…, she said, “…”`."""
    contents = [span for part in statement.content if (span := clean(part))]
    demand = _clipped(parts.demand, contents) or parts.demand
    then = parts.consequence
    return replace(parts, demand=demand, consequence=_clipped(then, contents) if then else None)


def _clipped(span: Span, contents: Sequence[Span]) -> Span | None:
    """Give the longest stretch of what is said that lies in a span."""
    shared = [Span(max(span.start, c.start), min(span.end, c.end)) for c in contents]
    found = max(shared, key=lambda s: s.end - s.start, default=span)
    return found if found.end - found.start > FEWEST else None


def _giving(words: Sequence[Word], lowers: Sequence[str], sentence: int) -> Parts | None:
    first = next(
        (i for i, word in enumerate(words[:4]) if word.text not in QUOTES and word.pos != "SPACE"),
        0,
    )
    if (
        not words[first:]
        or lowers[first] not in GIVING
        or words[first].tag not in {"VB", "VBP", "NNP", "NN"}
    ):
        return None
    for at in range(first + 2, len(lowers) - 2):
        if lowers[at] == "and" and set(lowers[at + 1 : at + 4]) & MODALS:
            demand = _span(words, first, at)
            then = _span(words, at + 1, _sentence_end(words, at))
            return Parts(demand, then, sentence, "imperative") if demand else None
    return None


def _at(lowers: Sequence[str], row: Sequence[str]) -> bool:
    return any(tuple(lowers[i : i + len(row)]) == row for i in range(len(lowers)))


def _opens(words: Sequence[Word], at: int) -> bool:
    """Tell whether an opener stands first in its sentence, its quotation or behind `but`."""
    before = [word for word in words[:at] if word.text not in QUOTES and word.pos != "SPACE"]
    if not before:
        return True
    return words[at - 1].text in QUOTES | {",", ":"} or before[-1].lower in {
        "but",
        "and",
        "that",
        "so",
    }


def _end(words: Sequence[Word], at: int) -> int:
    """Give where the clause behind an opener ends: at a comma, a mark, the end of the quotation."""
    for place in range(at + 1, min(len(words), at + LONGEST)):
        text = words[place].text
        if text == "," and _goes_on(words, place):
            continue
        if text in STOPS | {",", "."} or (
            text in QUOTES and place > at + 2 and _closes(words, at, place)
        ):
            return place
    return min(len(words), at + LONGEST)


def _goes_on(words: Sequence[Word], comma: int) -> bool:
    """Tell `if they leave, [or if] others come` behind the comma."""
    behind = [word.lower for word in words[comma + 1 : comma + 3]]
    return behind[:1] in (["or"], ["and"]) and behind[1:] in (["if"], ["unless"], ["provided"])


def _closes(words: Sequence[Word], at: int, place: int) -> bool:
    """Tell whether a mark closes the quotation in which the clause began."""
    inside = [word for word in words[at:place] if word.text in QUOTES]
    return not inside and words[place].text != "“"


def _start(words: Sequence[Word], at: int) -> int:
    """Give where the clause before an opener begins."""
    for place in range(at - 1, max(-1, at - LONGEST), -1):
        word = words[place]
        if word.text in STOPS | QUOTES or (word.lower == "that" and word.tag == "IN"):
            return place + 1
    return max(0, at - LONGEST)


def _sentence_end(words: Sequence[Word], at: int) -> int:
    last = min(len(words), at + LONGEST)
    while last > at and (
        words[last - 1].text in QUOTES | {".", "!", ","} or words[last - 1].pos == "SPACE"
    ):
        last -= 1
    return last


def _span(words: Sequence[Word], first: int, last: int) -> Span | None:
    inner = list(words[first:last])
    while inner and (inner[0].pos in {"PUNCT", "SPACE"} or inner[0].text in QUOTES):
        inner.pop(0)
    while inner and (inner[-1].pos in {"PUNCT", "SPACE"} or inner[-1].text in QUOTES):
        inner.pop()
    if len(inner) < FEWEST:
        return None
    return Span(inner[0].start, inner[-1].end)
