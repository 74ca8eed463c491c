"""What a cue does by itself: the longest phrase of the lexicons, a noun of saying, the verb."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from onrecord.extract.attributions.cues import CueEntry, lexicon
from onrecord.extract.words import word_list
from onrecord.record import ReporterDistance, SpeechAct

NOT = frozenset({"n't", "n’t", "never", "nor", "cannot"})
"""Lemmas that a phrase's `not` stands for."""
PLAIN = frozenset({"say", "tell", "add", "write"})
"""Verbs beside which a noun tells nothing of the act: `said on condition of anonymity`."""
ANY_WORDS = 4
"""Words that may stand between two of a phrase: `issued [a rather stern] warning`."""


@dataclass(frozen=True, slots=True)
class ActCues:
    """Verbs and nouns of `act_cues.toml` by lemma, phrases by their first lemma, longest first."""

    verbs: Mapping[str, CueEntry]
    nouns: Mapping[str, CueEntry]
    phrases: Mapping[str, tuple[CueEntry, ...]]


@cache
def act_cues() -> ActCues:
    """Give the lexicon of what cues do, beside the one of what the finder knows."""
    data = word_list("act_cues")
    phrases: dict[str, list[CueEntry]] = {}
    for row in data["phrases"]:
        for phrase in row["words"]:
            for words in _inflected(tuple(phrase.split())):
                phrases.setdefault(words[0], []).append(_entry(row, words))
    known = lexicon()
    for entries in known.phrases.values():
        for entry in entries:
            phrases.setdefault(entry.words[0], []).append(entry)
    return ActCues(
        verbs={**_by_lemma(data["verbs"]), **known.verbs},
        nouns={**_by_lemma(data["nouns"]), **known.nouns},
        phrases={
            lemma: tuple(sorted(entries, key=lambda entry: -len(entry.words)))
            for lemma, entries in phrases.items()
        },
    )


def _inflected(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Give a phrase with its participle as the lemmatizer gives it, too: `be concern(ed)`."""
    yield words
    if words[0] == "be" and words[-1].endswith("ed"):
        yield (*words[:-1], words[-1].removesuffix("ed"))
        yield (*words[:-1], words[-1].removesuffix("d"))


def _by_lemma(rows: Iterable[Mapping[str, Any]]) -> dict[str, CueEntry]:
    return {lemma: _entry(row) for row in rows for lemma in row["lemmas"]}


def _entry(row: Mapping[str, Any], words: tuple[str, ...] = ()) -> CueEntry:
    return CueEntry(
        takes=frozenset(),
        act=SpeechAct(row["act"]),
        distance=ReporterDistance(row.get("distance", "neutral")),
        attitude=row.get("form") == "attitude",
        words=words,
    )


def entry_of(lemmas: Sequence[str]) -> CueEntry | None:
    """Give the entry that decides what a cue with these lemmas does."""
    known = act_cues()
    words = ["not" if lemma in NOT else lemma for lemma in lemmas]
    phrases = sorted(_phrases(words), key=lambda entry: -len(entry.words))
    if phrases:
        return phrases[0]
    verbs = [known.verbs[lemma] for lemma in words if lemma in known.verbs]
    nouns = [known.nouns[lemma] for lemma in words if lemma in known.nouns]
    if len(words) == 1 or PLAIN & set(words):
        nouns = [] if verbs else nouns
    telling = (entry for entry in verbs if entry.act is not SpeechAct.STATE)
    return next(iter(nouns), None) or next(telling, None) or next(iter(verbs), None)


def _phrases(words: Sequence[str]) -> Iterator[CueEntry]:
    known = act_cues().phrases
    for at, word in enumerate(words):
        for phrase in known.get(word, ()):
            if _follows(phrase.words[1:], words[at + 1 :]):
                yield phrase


def _follows(phrase: Sequence[str], words: Sequence[str]) -> bool:
    """Tell whether the words of a phrase follow in their order, few others between."""
    at = 0
    for wanted in phrase:
        near = words[at : at + ANY_WORDS + 1]
        if wanted not in near:
            return False
        at += near.index(wanted) + 1
    return True
