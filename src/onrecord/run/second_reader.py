"""A second reader of certainty: a small network beside the rules, asked only for the review queue.

Rules read how certain a speaker is of what is told, by words that decided it. The network
(`onrecord.extract.tagger.judging`) gives a number and no words, so that nothing in a record comes
from it. But where the one reads that something is so and the other that it is not, the rules are
wrong in about every second statement, not in every eighth: `python -m evaluation.second_reader`
measures it. So it is worth saying which statements a person should look at first.

A text is judged as it stands, without the words around it: a denial that lies in the cue (he
denied that ...) is not in it, so that denials are left alone.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from onrecord.extract.language import Parsed, Word, parse_words
from onrecord.extract.tagger.judging import factuality
from onrecord.record import Factuality, Reason, Span, SpeechAct, Statement, Waiting
from onrecord.record.reviews import UNKNOWN_DOUBT
from onrecord.store import Found, Kind, QueueFilter, Store

SCALE: Mapping[Factuality, float] = {
    Factuality.CERTAIN: 3,
    Factuality.PROBABLE: 2,
    Factuality.PROBABLE_NOT: -2,
    Factuality.CERTAIN_NOT: -3,
}
"""What rules read, on the network's scale. Of what is open there is no opposite."""
APART = 4.0
"""How far apart on the scale of -3 to 3 the two are when they contradict each other."""
LOOKED = 500
"""Waiting statements that it looks at, the most urgent: a few seconds."""
KEPT = 4096
"""Texts whose values are remembered."""


def waiting(store: Store, wanted: QueueFilter) -> list[Waiting]:
    """Give what waits for a decision, the most urgent first, with what the second reader adds.

    It looks at the `LOOKED` statements that are most urgent without it. Confidence says how sure it
    is that somebody said it, not how sure its certainty is: of what is read otherwise the doubt is
    `UNKNOWN_DOUBT` at least.
    """
    otherwise = {one.entry_id: one for one in _read_otherwise(store, wanted)}
    last = None if wanted.limit is None else wanted.offset + wanted.limit
    others = store.waiting(replace(wanted, limit=last, offset=0))
    found = [*otherwise.values(), *(one for one in others if one.entry_id not in otherwise)]
    return sorted(found, key=lambda one: -one.urgency)[wanted.offset : last]


def _read_otherwise(store: Store, wanted: QueueFilter) -> Iterator[Waiting]:
    """Give the waiting statements that are read otherwise, with that as a reason."""
    if wanted.kinds and Kind.STATEMENT not in wanted.kinds:
        return
    for one in store.waiting(replace(wanted, kinds=(Kind.STATEMENT,), limit=LOOKED, offset=0)):
        statement = store.entry(Found(Kind.STATEMENT, one.entry_id))
        if isinstance(statement, Statement) and reads_otherwise(statement):
            doubt = max(one.doubt, UNKNOWN_DOUBT)
            yield replace(one, doubt=doubt, reasons=(*one.reasons, Reason.OTHERWISE))


def reads_otherwise(statement: Statement) -> bool:
    """Tell whether the network reads the opposite of how certain rules say that the source is.

    False where there is nothing to compare: no verb, nothing certain, or a denial.
    """
    certainty = statement.certainty
    read = SCALE.get(certainty.source) if certainty else None
    if read is None or statement.speech_act is SpeechAct.DENY:
        return False
    value = factuality_of(statement.gist)
    return value is not None and abs(value - read) >= APART


@lru_cache(KEPT)
def factuality_of(text: str) -> float | None:
    """Give how factual what a text tells is, from -3 to 3, by its first verb; None without one."""
    verb = _first_verb(parse_words(text))
    if verb is None:
        return None
    ((value,),) = factuality([text], [[Span(verb.start, verb.end)]])
    return value


def _first_verb(parsed: Parsed) -> Word | None:
    """Give the first verb; an auxiliary or a copula only where there is no other."""
    verbs = [word for word in parsed.words if word.tag.startswith("V") and word.tag != "VBG"]
    full = (word for word in verbs if word.pos == "VERB")
    return next(full, next(iter(verbs), None))
