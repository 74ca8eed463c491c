"""Which words open reported speech, and what they take."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from onrecord.extract.language import Parsed, Word
from onrecord.extract.words import word_list
from onrecord.record import ReporterDistance, Span, SpeechAct


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


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue in the text: its verb or noun, and all of its words."""

    word: Word
    span: Span
    entry: CueEntry


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


def find_cues(parsed: Parsed) -> Iterator[Cue]:
    """Give every verb and noun of the lexicon that stands in a text, in order."""
    known = lexicon()
    for word in parsed.words:
        if word.pos in {"VERB", "AUX"} or word.tag.startswith("VB"):
            yield from _verb_cue(parsed, word, known)
        elif word.pos == "NOUN" and word.lemma in known.nouns:
            yield Cue(word, Span(word.start, word.end), known.nouns[word.lemma])


def _verb_cue(parsed: Parsed, word: Word, known: Lexicon) -> Iterator[Cue]:
    for phrase in known.phrases.get(word.lemma, ()):
        if last := _phrase_end(parsed, word, phrase.words[1:]):
            yield Cue(word, Span(_cue_start(parsed, word), last.end), phrase)
            return
    if word.lemma in known.verbs:
        particles = [child.end for child in parsed.children(word) if child.dep == "prt"]
        end = max([word.end, *(end for end in particles if end - word.end < 10)])
        yield Cue(word, Span(_cue_start(parsed, word), end), known.verbs[word.lemma])


PHRASE_REACH = 4
"""Words within which a phrase must be complete: `lashed out angrily at`, `made it quite clear`."""


def _phrase_end(parsed: Parsed, word: Word, rest: tuple[str, ...]) -> Word | None:
    """Give the last word of a phrase that begins here, None if it is not complete."""
    wanted, last = list(rest), word
    for following in parsed.words[word.at + 1 : word.at + 1 + PHRASE_REACH]:
        if wanted and following.lower == wanted[0]:
            wanted.pop(0)
            last = following
    return last if not wanted else None


def _cue_start(parsed: Parsed, word: Word) -> int:
    """Give where the verb group begins: auxiliaries and negation that touch the verb."""
    start = _group_start(parsed, word)
    above = parsed.head(word)
    if word.dep == "xcomp" and above and above.lemma in UNDOING and word.at - above.at <= REACH:
        start = _group_start(parsed, above)
    return start.start


UNDOING = frozenset({"fail", "decline", "refuse", "stop", "avoid", "hesitate", "cease", "forget"})
"""Verbs that undo the cue below them: `failed to announce` announces nothing."""
REACH = 3
"""Words from such a verb to its cue: `failed [again] to announce`."""


def _group_start(parsed: Parsed, word: Word) -> Word:
    start = word
    while start.at > 0:
        before = parsed.words[start.at - 1]
        adverb = before.lower in {"no", "longer", "never"}
        if not adverb and (before.head != word.at or before.dep not in {"aux", "auxpass", "neg"}):
            break
        start = before
    return start
