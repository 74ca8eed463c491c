"""At whom a statement is aimed: who is threatened, urged, criticised."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.extract.language import Word
from onrecord.extract.provisions.lexicon import listed
from onrecord.extract.stances import Ground, clean
from onrecord.extract.stances.holders import Holders
from onrecord.record import Span, SpeechAct, Statement

AT = frozenset(
    {SpeechAct.CRITICISE, SpeechAct.INSULT, SpeechAct.ACCUSE, SpeechAct.PRAISE, SpeechAct.THANK}
)
"""Acts aimed at the first whom they name."""
TO = frozenset(
    {
        SpeechAct.THREATEN,
        SpeechAct.WARN,
        SpeechAct.DEMAND,
        SpeechAct.URGE,
        SpeechAct.REQUEST,
        SpeechAct.SET_DEADLINE,
    }
)
"""Acts aimed at the one who is to do something."""
NAMING = frozenset({"PROPN", "NOUN", "ADJ", "DET", "NUM"})
OPENING = frozenset({"if", "unless", "until", "for", "to", "on", "that"})
"""Words before the one who is to do something: `if Norway refuses`, `for Norway to sign`."""
DUTY = frozenset({"must", "should", "need", "needs", "has", "have", "ought", "better"})
FUTURE = frozenset({"will", "would", "'ll", "’ll", "shall"})
LIKELY = 3
"""How likely it is that a noun phrase names who is to do something, from `for Norway to` on."""
LONGEST = 120
"""Words of a content that are looked at."""


def with_targets(ground: Ground) -> tuple[Statement, ...]:
    """Give the statements with those at whom they are aimed, where the words name them."""
    holders = Holders(ground)
    return tuple(_aimed(ground, holders, statement) for statement in ground.statements)


def _aimed(ground: Ground, holders: Holders, statement: Statement) -> Statement:
    if statement.speech_act not in AT | TO:
        return statement
    directive = statement.speech_act in TO
    for span in _ranked(ground, statement, directive=directive):
        actor = holders.named(span) or (_forces(ground, span) if directive else None)
        if actor and actor != statement.actor_id:
            return replace(statement, target=ground.anchor(span), target_id=actor)
    return statement


def _forces(ground: Ground, span: Span) -> str | None:
    """Give the forces of somebody, who do not speak, but are told to do things."""
    words = ground.parsed.within(span)
    if not words or words[-1].lemma not in listed("nouns", "forces"):
        return None
    if not any(word.text[:1].isupper() for word in words):
        return None
    speaker = ground.resolver.named(span).speaker
    return ground.actors.actor(speaker).actor_id if speaker else None


def _ranked(ground: Ground, statement: Statement, *, directive: bool) -> Sequence[Span]:
    """Give the noun phrases of a content, the likeliest target first."""
    words = [
        word
        for part in statement.content
        if (span := clean(part))
        for word in ground.parsed.within(span)
    ][:LONGEST]
    found = list(_phrases(words))
    first = [span for span, _ in found[:1]]
    if not directive:
        return first
    told = sorted(((-likely, span) for span, likely in found if likely >= LIKELY), key=_by_place)
    return [span for _, span in told] or first


def _by_place(item: tuple[int, Span]) -> tuple[int, int]:
    return item[0], item[1].start


def _phrases(words: Sequence[Word]) -> Iterator[tuple[Span, int]]:
    """Give the noun phrases, each with how likely its bearer is to do something."""
    first = 0
    while first < len(words):
        last = first
        while last < len(words) and _inside(words, last, first):
            last += 1
        if last > first:
            if words[last - 1].pos in {"PROPN", "NOUN"}:
                span = Span(words[first].start, words[last - 1].end)
                yield span, _likely(words, first, last)
            first = last
        else:
            first += 1


def _inside(words: Sequence[Word], at: int, first: int) -> bool:
    word = words[at]
    opens = word.pos == "DET" and at > first
    joined = word.tag in {"HYPH", "POS"} and at > first
    named = word.pos in NAMING and word.entity not in {"DATE", "TIME"}
    return (named and not opens and word.sentence == words[first].sentence) or joined


def _likely(words: Sequence[Word], first: int, last: int) -> int:
    """Give 3 for `if [Norway] refuses`, 2 for `[Norway] must`, 0 for who will do it himself."""
    before = words[first - 1].lower if first else ""
    behind = [word.lower for word in words[last : last + 3]]
    if DUTY & set(behind[:2]) or (behind[:1] and behind[0] in FUTURE and "have" in behind):
        return 4
    if before in OPENING - {"that"}:
        return 3
    if behind[:1] and behind[0] in FUTURE:
        return 0
    return 1
