"""Which words open reported speech, and what they take."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from onrecord.extract.words import word_list
from onrecord.record import ReporterDistance, SpeechAct


@dataclass(frozen=True, slots=True)
class CueEntry:
    """A line of the cue lexicon: what the cue takes, does, and adds."""

    takes: frozenset[str]
    act: SpeechAct
    distance: ReporterDistance
    attitude: bool = False
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The cue lexicon: verbs and nouns by lemma, phrases by their first lemma."""

    verbs: Mapping[str, CueEntry]
    nouns: Mapping[str, CueEntry]
    phrases: Mapping[str, tuple[CueEntry, ...]]


@cache
def lexicon() -> Lexicon:
    """Give the cue lexicon that ships with the package (`words/cues.toml`)."""
    data = word_list("cues")
    phrases: dict[str, list[CueEntry]] = {}
    for row in data["phrases"]:
        phrases.setdefault(row["words"][0], []).append(_entry(row))
    return Lexicon(
        verbs=_by_lemma(data["cues"]),
        nouns=_by_lemma(data["nouns"]),
        phrases={lemma: tuple(entries) for lemma, entries in phrases.items()},
    )


def _by_lemma(rows: Iterable[Mapping[str, Any]]) -> dict[str, CueEntry]:
    """Give the entries by lemma; a lemma that stands twice is a slip of the list."""
    entries: dict[str, CueEntry] = {}
    for row in rows:
        for lemma in row["lemmas"]:
            if lemma in entries:
                raise ValueError(f"words/cues.toml has “{lemma}” twice")
            entries[lemma] = _entry(row)
    return entries


def _entry(row: Mapping[str, object]) -> CueEntry:
    takes, words = row.get("takes", ["clause"]), row.get("words", [])
    assert isinstance(takes, list)
    assert isinstance(words, list)
    return CueEntry(
        takes=frozenset(takes),
        act=SpeechAct(str(row["act"])),
        distance=ReporterDistance(str(row.get("distance", "neutral"))),
        attitude=row.get("form") == "attitude",
        words=tuple(words),
    )
