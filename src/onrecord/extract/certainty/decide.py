"""The value of a statement for its source and for the reporter (section 3.5)."""

import re
from functools import cache
from typing import NamedTuple

from onrecord.extract.certainty.hedges import Hedge, Kind, hedges
from onrecord.extract.speech_acts import SILENCE
from onrecord.extract.telling import Telling, in_text
from onrecord.extract.words import word_list
from onrecord.record import Factuality, Form, SourcingLevel, Span, SpeechAct


class Decided(NamedTuple):
    """The values, and the words that decided them in clean code points."""

    source: Factuality
    author: Factuality
    conditional: bool
    words: tuple[Span, ...]


NEGATIVE = frozenset({SpeechAct.DENY, SpeechAct.REFUSE})
_NO = re.compile(
    r"^\W*(?:that )?(?:no(?:body|thing|ne)?\b|neither\b|(?:[\w’'-]+ ){0,6}?"
    r"(?:(?:is|are|was|were|am|do|does|did|has|have|had|will|would|could|should|can)"
    r"(?: not|n['’]t| never| no longer)\b|cannot\b|never\b|is no longer\b))",
    re.IGNORECASE,
)
_LATER = re.compile(r"\b(?:but|which|who|if|that|because|when)\b", re.IGNORECASE)
_MINUS = {
    Factuality.CERTAIN: Factuality.CERTAIN_NOT,
    Factuality.PROBABLE: Factuality.PROBABLE_NOT,
    Factuality.POSSIBLE: Factuality.POSSIBLE_NOT,
}


def certainty(told: Telling) -> Decided:
    """Give how certain the source and the reporter are of a statement."""
    found = hedges(told.words.content)
    source = _source(told, found)
    conditional = any(hedge.kind is Kind.CONDITION for hedge in found) or _ruled(told)
    shown = [part for hedge in _shown(told, found) for part in in_text(told.item.content, hedge)]
    words = tuple(sorted([*shown, *_cue_words(told)]))
    return Decided(source, _author(told, source), conditional, words)


def _shown(told: Telling, found: tuple[Hedge, ...]) -> list[Span]:
    """Give the hedges that decided: limits only where something is denied."""
    denied = told.act.act in NEGATIVE or bool(_NO.search(told.words.content))
    silent = told.act.act in SILENCE
    kept = {Kind.WEAK, *(() if silent else (Kind.OPEN,)), *((Kind.LIMIT,) if denied else ())}
    kept |= {Kind.POSSIBLE, Kind.PROBABLE, Kind.CONDITION}
    return [
        hedge.span
        for hedge in found
        if hedge.kind in kept and (hedge.governs or hedge.kind is Kind.WEAK)
    ]


@cache
def cue_lemmas(kind: str) -> frozenset[str]:
    """Give the lemmas of cues that weaken, or vouch for, what is told."""
    return frozenset(word_list("certainty")["cues"][kind])


def _lemmas(told: Telling) -> frozenset[str]:
    cue = told.item.cue
    words = told.parsed.within(cue) if cue else ()
    forms = ((word.lemma, word.lower.removesuffix("s")) for word in words)
    return frozenset(form for pair in forms for form in pair)


def _cue_words(told: Telling) -> list[Span]:
    cue = told.item.cue
    words = told.parsed.within(cue) if cue else ()
    nobody = told.sourced.level in {SourcingLevel.AGENTLESS, SourcingLevel.AUTHORIAL}
    hedging = cue_lemmas("hedging") | (cue_lemmas("nobody") if nobody else set())
    return [Span(word.start, word.end) for word in words if word.lemma in hedging]


def _source(told: Telling, found: tuple[Hedge, ...]) -> Factuality:
    if told.act.act in SILENCE:
        return Factuality.UNCOMMITTED
    value = _strength(told, found)
    if value is Factuality.UNCOMMITTED:
        return value
    if told.act.act in NEGATIVE and told.form is not Form.ATTITUDE:
        return Factuality.CERTAIN_NOT
    if _lemmas(told) & cue_lemmas("doubting"):
        return Factuality.PROBABLE_NOT
    given = told.act.act in {SpeechAct.PROMISE, SpeechAct.ACCEPT}
    if value is Factuality.CERTAIN and not given and _denies(told.words.content):
        return _MINUS[value]
    return value


def _denies(content: str) -> bool:
    """Tell whether the first clause is negative: `no date had been set`."""
    found = _NO.match(content)
    return bool(found) and not _LATER.search(content[4 : found.end()] if found else "")


def _strength(told: Telling, found: tuple[Hedge, ...]) -> Factuality:
    kinds = {hedge.kind for hedge in found if hedge.governs}
    lemmas = _lemmas(told)
    if told.sourced.level is SourcingLevel.AUTHORIAL and lemmas & {"unclear", "open", "unknown"}:
        return Factuality.UNCOMMITTED
    opens = re.match(
        r"\W*(?:whether|if|when|who|how|why|what|where)\b", told.words.content, re.IGNORECASE
    )
    if opens and told.sourced.level is SourcingLevel.AUTHORIAL:
        return Factuality.UNCOMMITTED
    if Kind.POSSIBLE in kinds or lemmas & cue_lemmas("possible"):
        return Factuality.POSSIBLE
    if told.act.act is SpeechAct.THREATEN and lemmas & cue_lemmas("threatening"):
        return Factuality.POSSIBLE
    probable = lemmas & (cue_lemmas("probable") | {"likely", "probably"})
    planned = told.act.act is SpeechAct.ANNOUNCE
    if Kind.PROBABLE in kinds or (probable and not planned):
        return Factuality.PROBABLE
    return Factuality.CERTAIN


def _author(told: Telling, source: Factuality) -> Factuality:
    if told.act.act in SILENCE:
        return Factuality.CERTAIN
    if _lemmas(told) & cue_lemmas("factive") or told.act.act is SpeechAct.CONFIRM:
        return Factuality.CERTAIN
    if told.sourced.level is SourcingLevel.AUTHORIAL and not _lemmas(told) & {"expect"}:
        return source
    return Factuality.UNCOMMITTED


def _ruled(told: Telling) -> bool:
    """Tell what a text would bring about once it holds: `the draft would require …`."""
    text = told.sourced.level is SourcingLevel.DOCUMENT_OBTAINED
    words = f"{told.words.cue} {told.words.content[:200]}"
    return text and bool(re.search(r"\bwould\b", words, re.IGNORECASE))
