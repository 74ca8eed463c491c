"""How certain the quoted source and the reporter are of what is told (section 3.5).

FactBank's values, by words and their reach: a modal or an adverb counts in the main clause of what
is told, that is up to the first word that opens another clause; the speech act and the cue's own
lemma decide where no word does. The reporter commits himself to nothing that he attributes, unless
his cue takes it over (`confirmed`), or nobody else is there to say it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import takewhile

from onrecord.extract.language import Word
from onrecord.extract.words import word_list
from onrecord.record import Factuality, SourcingLevel, Span, SpeechAct

OPENING = frozenset(
    {"which", "who", "whom", "whose", "because", "although", "while", "when", "since"}
)
"""Words that open a clause which is not the main one any more."""
NAMES = frozenset({"NNP", "NNPS"})
"""Tags of names: `May` is a month, not a modal."""
MOST = 60
"""Words of a content that are looked at: the main clause comes early."""
DENYING = frozenset({SpeechAct.DENY, SpeechAct.REFUSE})
SILENT = frozenset({SpeechAct.DECLINE_TO_COMMENT, SpeechAct.NO_POSITION})
NEGATIVE = {
    Factuality.CERTAIN: Factuality.CERTAIN_NOT,
    Factuality.PROBABLE: Factuality.PROBABLE_NOT,
    Factuality.POSSIBLE: Factuality.POSSIBLE_NOT,
}


@dataclass(frozen=True, slots=True)
class Degree:
    """The two values, whether they hang on a condition, and the words that decided."""

    source: Factuality
    author: Factuality
    conditional: bool
    hedges: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """What certainty is read from: the words of cue and content, the act and the level."""

    cue: Sequence[Word]
    content: Sequence[Word]
    act: SpeechAct
    level: SourcingLevel


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(word_list("certainty")[name])


@cache
def _factive() -> frozenset[str]:
    return frozenset(word_list("certainty")["factive"]["lemmas"])


@cache
def _conditional() -> frozenset[str]:
    return frozenset(word_list("certainty")["conditional"]["words"])


def certainty(told: Told) -> Degree:
    """Give how certain source and author are of what is told."""
    main = list(takewhile(lambda word: word.lower not in OPENING, told.content[:MOST]))
    hedges = list(_hedges(main))
    conditions = [word for word in told.content[:MOST] if word.lower in _conditional()]
    source, by_cue = _source(told, main)
    spans = sorted({_span(word) for word in (*hedges, *conditions[:1], *by_cue)})
    author = _author(told, source)
    return Degree(source, author, bool(conditions), tuple(spans))


def _source(told: Told, main: Sequence[Word]) -> tuple[Factuality, list[Word]]:
    """Give the source's value and the words of the cue that decided it."""
    lowers = {word.lower for word in main if word.tag not in NAMES}
    if told.act in SILENT or _is_open(told):
        return Factuality.UNCOMMITTED, [w for w in told.cue if w.lower in ("unclear", "whether")]
    by_cue = [word for word in told.cue if word.lemma in word_list("certainty")["cues"]]
    value = _by_words(lowers)
    if by_cue and value is Factuality.CERTAIN:
        value = Factuality(word_list("certainty")["cues"][by_cue[0].lemma])
    turned = bool(lowers & _words("turning"))
    if turned or (value in NEGATIVE and told.act in DENYING | {SpeechAct.STATE} and _denied(told)):
        value = NEGATIVE.get(value, value)
    return value, by_cue


def _is_open(told: Told) -> bool:
    first = next(iter(told.content), None)
    return bool(first and first.lower in _words("open")) or any(
        word.lower in {"unclear", "unknown", "uncertain"} for word in told.cue
    )


def _by_words(lowers: set[str]) -> Factuality:
    if lowers & _words("possible"):
        return Factuality.POSSIBLE
    return Factuality.PROBABLE if lowers & _words("probable") else Factuality.CERTAIN


def _denied(told: Told) -> bool:
    """Tell whether what is told is told as not so.

    A denial or a refusal is; another statement where its main verb is negated, that is where one of
    its first words is a negation.
    """
    if told.act in DENYING:
        return True
    first = [word.lower for word in told.content[:NEGATED]]
    return any(word in _words("negations") for word in first)


NEGATED = 5
"""Words among which a negation denies the main clause: subject, auxiliary, `not`."""


def _author(told: Told, source: Factuality) -> Factuality:
    """Give the author's value: what he says in his own voice, or takes over by a factive cue."""
    if told.act in SILENT:
        return Factuality.CERTAIN  # that nothing was said
    if any(word.lemma in _factive() for word in told.cue):
        return Factuality.CERTAIN
    own = told.level is SourcingLevel.AUTHORIAL
    certain = source in {Factuality.PROBABLE, Factuality.POSSIBLE}
    return source if own and certain else Factuality.UNCOMMITTED


def _hedges(main: Sequence[Word]) -> Iterator[Word]:
    names = ("possible", "probable", "view", "limits")
    known = frozenset().union(*(_words(name) for name in names))
    return (word for word in main if word.lower in known and word.tag not in NAMES)


def _span(word: Word) -> Span:
    return Span(word.start, word.end)
