"""Turns of a transcript: who speaks again under his label, whom he answers, on which occasion."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from onrecord.extract.attributions.labels import LABELLED, SPEAKER, labelled
from onrecord.extract.findings import Attribution
from onrecord.extract.language import Parsed
from onrecord.record import Span

BACK = 3
"""Paragraphs before a turn among which that of the one who is answered stands."""
AROUND = 2_000
"""Code points before the first turn, and before the end, in which the occasion is named."""
OCCASION = re.compile(r"\b(?:interview|press conference|news conference|briefing)\b", re.IGNORECASE)
OWN = frozenset({"i", "we"})


def in_turns(parsed: Parsed, found: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Give what was found, what `we` and `I` say in a turn laid to whose turn it is.

    Who speaks again is sure by his label, however unsure the network was of the words: the whole
    of his turn is his, and not only the sentence that the network took.
    """
    named = list(labelled(parsed))
    times = Counter(match["name"] for match, _ in named)
    cues = {item.cue for item in found if item.source}
    turns = {
        Span(*match.span("cue")): (Span(*match.span("name")), paragraph)
        for match, paragraph in named
        if times[match["name"]] > 1 and Span(*match.span("cue")) in cues
    }
    if not turns:
        return tuple(found)
    own = [_in_turn(parsed, item, turns) for item in found]
    rest = (_rest(parsed, item, turns[item.cue]) for item in own if item.cue and item.cue in turns)
    return (*own, *(item for item in rest if item))


def _rest(parsed: Parsed, item: Attribution, turn: tuple[Span, Span]) -> Attribution | None:
    """Give what else is said in a turn of which the network took a sentence, None if nothing is."""
    first, last = item.content[0].start, item.content[-1].end
    assert item.cue is not None
    inside = parsed.within(Span(item.cue.end, turn[1].end))
    words = [word for word in inside if word.pos not in {"PUNCT", "SPACE"}]
    before = [word for word in words if word.end <= first]
    behind = [word for word in words if word.start >= last]
    parts = [Span(side[0].start, side[-1].end) for side in (before, behind) if side]
    return replace(item, content=tuple(parts), confidence=LABELLED) if parts else None


def _in_turn(
    parsed: Parsed, item: Attribution, turns: Mapping[Span, tuple[Span, Span]]
) -> Attribution:
    if item.cue and item.cue in turns:
        name, _ = turns[item.cue]
        return replace(item, source=name, confidence=max(item.confidence, LABELLED))
    if item.source is None or parsed.text[item.source.start : item.source.end].lower() not in OWN:
        return item
    source = item.source
    around = (name for name, turn in turns.values() if turn.holds(source))
    return replace(item, source=next(around, source))


def answered(parsed: Parsed, cue: Span) -> Span | None:
    """Give the label of whoever spoke before the turn behind this colon, None outside of turns."""
    if parsed.text[cue.start : cue.end] != ":":
        return None
    near = [one for one in labelled(parsed, cue.end, BACK) if one[1].start < cue.start]
    own = [match["name"] for match, _ in near if match.end("cue") == cue.end]
    others = [match for match, _ in near if own and match["name"] != own[0]]
    return Span(*others[-1].span("name")) if others else None


def occasion(parsed: Parsed, cue: Span) -> Span | None:
    """Give the word for the occasion of turns, above the first of them or behind the last."""
    other = answered(parsed, cue)
    if other is None:
        return None
    name = parsed.text[other.start : other.end]
    first = next(turn.start for match, turn in labelled(parsed) if match["name"] == name)
    above = OCCASION.search(parsed.text, max(first - AROUND, 0), first)
    found = above or OCCASION.search(parsed.text, max(len(parsed.text) - AROUND, first))
    inside = found and SPEAKER.match(parsed.text, parsed.text.rfind("\n", 0, found.start()) + 1)
    return Span(*found.span()) if found and not inside else None
