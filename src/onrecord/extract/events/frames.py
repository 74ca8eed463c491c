"""The classes of verbs of `words/events.toml`, by what they do in PLOVER's terms."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from onrecord.extract.language import Word
from onrecord.extract.words import word_list
from onrecord.record.events import HARMS, PloverEvent, Sector

PARTICLES = 8
"""Words behind a verb in which its particle may stand: `forced the refugees [out]`."""
NEAR = 14
"""Words behind a verb among which the noun of its frame may stand."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What one class of verbs does; with `nouns` one of these must stand near the verb."""

    event: PloverEvent
    mode: str | None
    contexts: tuple[str, ...]
    nouns: frozenset[str]
    subject: bool = False


@cache
def _lexicon() -> Mapping[str, Any]:
    return word_list("events")


@cache
def _frames() -> Mapping[str, tuple[tuple[tuple[str, ...], Frame], ...]]:
    """Give the frames by the verb's lemma, with the particle that must follow, if any.

    Those with a particle or a noun come first: they say more.
    """
    found: dict[str, list[tuple[tuple[str, ...], Frame]]] = {}
    for row in _lexicon()["frames"]:
        frame = Frame(
            PloverEvent(row["event"]),
            row.get("mode"),
            tuple(row.get("context", ())),
            frozenset(row.get("nouns", ())),
            row.get("subject", False),
        )
        for phrase in row["verbs"]:
            verb, *particle = phrase.split()
            found.setdefault(verb, []).append((tuple(particle), frame))
    return {
        verb: tuple(sorted(rows, key=lambda row: (not row[1].nouns, not row[0])))
        for verb, rows in found.items()
    }


def frame_of(verb: Word, behind: Sequence[Word], before: Sequence[Word]) -> Frame | None:
    """Give the frame that a verb meets.

    `behind` are the words behind it, `before` those of its clause before it: where it is passive
    its noun may stand there; of some verbs it always may.
    """
    rows = _frames().get(verb.lemma, ())
    if not rows:
        return None
    nouns = _forms(behind[:NEAR])
    around = nouns | _forms(before)
    for particle, frame in rows:
        if not _follows(particle[0], behind) if particle else _is_another(behind):
            continue
        known = around if frame.subject else nouns
        if not frame.nouns or not frame.nouns.isdisjoint(known):
            return frame
    return None


def _forms(words: Iterable[Word]) -> set[str]:
    return {form for word in words for form in (word.lemma, word.lower)}


def _follows(particle: str, behind: Sequence[Word]) -> bool:
    near = behind[:PARTICLES]
    return any(
        word.lower == particle and (not i or word.tag == "RP") for i, word in enumerate(near)
    )


def _is_another(behind: Sequence[Word]) -> bool:
    """Tell whether a particle makes another verb of it: `strike [out] a sentence`."""
    return bool(behind) and behind[0].tag == "RP"


@cache
def operator_verbs() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Give what verbs do to those behind them, by lemma: the particle needed, and the kind."""
    found: dict[str, list[tuple[str, str]]] = {}
    for kind in ("threaten", "intend", "promise", "refuse", "demand", "say"):
        for phrase in _lexicon()["operators"][kind]:
            verb, _, particle = phrase.partition(" ")
            found.setdefault(verb, []).append((particle, kind))
    return {verb: tuple(sorted(rows, reverse=True)) for verb, rows in found.items()}


def operator_of(verb: Word, behind: Sequence[Word]) -> str | None:
    """Give what a verb does to what follows it: `threaten`, `promise`, `say`."""
    for particle, kind in operator_verbs().get(verb.lemma, ()):
        if not particle or _follows(particle, behind):
            return kind
    return None


@cache
def operator_words(kind: str) -> frozenset[str]:
    """Give one list of words that turn what follows: `will`, `may`, `duty`."""
    return frozenset(_lexicon()["operators"][kind])


def asked_mode(inner: Frame | None, words: Iterable[Word]) -> str | None:
    """Give the mode of a demand or a refusal: by what is asked for, else by its words."""
    if inner and (mode := _lexicon()["asked"].get(inner.event)):
        return str(mode)
    forms = _forms(words)
    listed = _lexicon()["asked_words"].items()
    return next((mode for mode, known in listed if not forms.isdisjoint(known)), None)


def threatened_mode(inner: Frame | None) -> str | None:
    """Give the mode of a threat: what is threatened, not how."""
    mode = _lexicon()["threatened"].get(inner.event) if inner else None
    return str(mode) if mode else None


def contexts_of(frame: Frame | None, words: Iterable[Word]) -> tuple[str, ...]:
    """Give the contexts of an event: its frame's, and those whose words stand in its clause."""
    forms = _forms(words)
    named = [name for name, known in _lexicon()["contexts"].items() if not forms.isdisjoint(known)]
    return tuple(dict.fromkeys((*(frame.contexts if frame else ()), *named)))


def harms(frame: Frame | None) -> bool:
    """Tell whether what a frame tells of is done against somebody."""
    return frame is not None and frame.event in HARMS


@cache
def _nominal() -> Mapping[str, PloverEvent]:
    rows = _lexicon()["nominal"].items()
    return {noun: PloverEvent(event) for event, nouns in rows for noun in nouns}


def nominal(word: Word) -> PloverEvent | None:
    """Give what a noun names that is done: `fighting`, `talks`."""
    return _nominal().get(word.lemma) or _nominal().get(word.lower)


@cache
def _counting() -> frozenset[str]:
    return frozenset(_lexicon()["counting"]["nouns"])


def only_counts(word: Word) -> bool:
    """Tell whether a noun only counts those whom `of` brings: `[thousands] of Nigerians`."""
    return word.lemma in _counting() or word.lower in _counting()


@cache
def _people() -> frozenset[str]:
    listed = word_list("sources")
    return frozenset((*listed["described"], *listed["bodies"], *listed["crowds"], "chief", "head"))


def is_somebody(word: Word) -> bool:
    """Tell whether a noun is of people or of a body."""
    return sector_of((word,)) is not None or word.lemma in _people()


@cache
def _sectors() -> Mapping[str, Sector]:
    rows = _lexicon()["sectors"].items()
    return {noun: Sector(code) for code, nouns in rows for noun in nouns}


def sector_named(name: str) -> Sector | None:
    """Give the sector of a body or a people by the nouns of its name.

    >>> sector_named("Ministry of Finance"), sector_named("Ann Lee")
    (<Sector.GOVERNMENT: 'GOV'>, None)
    """
    words = re.findall(r"[\w.-]+", name.lower())
    forms = (form for word in words for form in (word, word.removesuffix("s")))
    return next((_sectors()[form] for form in forms if form in _sectors()), None)


def sector_of(words: Sequence[Word]) -> Sector | None:
    """Give the sector of a noun phrase by its nouns, the last one first."""
    forms = (form for word in reversed(words) for form in (word.lemma, word.lower))
    return next((_sectors()[form] for form in forms if form in _sectors()), None)
