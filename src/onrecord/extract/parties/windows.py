"""The part of a sentence around some words: their clause, as far as no grammar tells it."""

from dataclasses import dataclass

from onrecord.extract.language import Parsed, Sentence
from onrecord.extract.parties.chunks import Chunk
from onrecord.extract.parties.who import Parties
from onrecord.extract.stances import Said
from onrecord.record import Statement

REACH = 28
"""Words on each side that are looked at: clauses are shorter."""
RUNS_ON = 10
"""Words behind a noun that may go on after the end of what was said."""
STOPS = frozenset({";", ":", "—"})
CLAUSES = frozenset({"that", "because", "although", "though", "whereas", "whether", "if", "while"})
ONWARD = frozenset({"who", "whose", "which", "where", "when", "but", "before", "after"})
OPENERS = frozenset({"before", "after", "when", "as", "until", "because", "while", "once"})
"""Before a verb these open its clause, before a noun they may only lead to it."""
SAYS = frozenset({"say", "tell", "ask", "add", "describe", "warn", "insist", "deny", "announce"})


@dataclass(frozen=True, slots=True)
class Window:
    """Words of one clause, `[first, last)` of the document.

    `statement` is the one in whose content it stands, None in the reporter's own words.
    """

    sentence: Sentence
    first: int
    last: int
    statement: Statement | None


class Windows:
    """Cuts sentences of one document into windows."""

    def __init__(self, parsed: Parsed, parties: Parties) -> None:
        self._parsed = parsed
        self._parties = parties
        self._layers: dict[int, list[Statement | None]] = {}

    def around(self, sentence: Sentence, words: Chunk, *, verb: bool) -> Window:
        """Give the window of some words in their sentence; behind a verb it ends sooner."""
        own = self._of(sentence)[words.first - sentence.first]
        first = self._left(sentence, words, own, verb=verb)
        last = self._right(sentence, words, own, verb=verb)
        return Window(sentence, first, last, own)

    def _of(self, sentence: Sentence) -> list[Statement | None]:
        """Give in whose content each word of a sentence stands."""
        if sentence.at not in self._layers:
            said = [self._parties.sayings.at(word.start) for word in self._parsed.of(sentence)]
            self._layers[sentence.at] = [_layer(each) for each in said]
        return self._layers[sentence.at]

    def _left(self, sentence: Sentence, words: Chunk, own: Statement | None, *, verb: bool) -> int:
        layers, at = self._of(sentence), words.first
        while at > max(sentence.first, words.first - REACH):
            word = self._parsed.words[at - 1]
            if word.text in STOPS or (word.lower in CLAUSES and word.tag in {"IN", "WDT"}):
                break
            if not _same(layers[at - 1 - sentence.first], own):
                break
            if verb and word.lower in OPENERS:
                break
            at -= 1
        return at

    def _right(self, sentence: Sentence, words: Chunk, own: Statement | None, *, verb: bool) -> int:
        layers, at = self._of(sentence), words.last
        onward = ONWARD if verb else ONWARD - {"which", "where", "when"}
        while at < min(sentence.last, words.last + REACH):
            word = self._parsed.words[at]
            if word.text in STOPS or word.lower in CLAUSES or word.lower in onward:
                break
            same = _same(layers[at - sentence.first], own)
            if not same and not self._runs_on(at, words):
                break
            if self._is_next_clause(at, verb=verb):
                break
            at += 1
        return at

    def _runs_on(self, at: int, words: Chunk) -> bool:
        """Tell whether a place or time goes on behind what was said: `met Lee [in Oslo]`."""
        between = self._parsed.words[words.last : at + 1]
        plain = all(w.pos not in {"VERB", "AUX", "PUNCT"} for w in between)
        return plain and len(between) <= RUNS_ON

    def _is_next_clause(self, at: int, *, verb: bool) -> bool:
        """Tell whether a verb at a place belongs to another clause: `, [said] Lee`, `and [vowed]`.

        A noun may be the subject of the verbs behind it.
        """
        word, before = self._parsed.words[at], self._parsed.words[at - 1]
        if word.tag not in {"VBD", "VBZ", "VBP", "MD"}:
            return False
        joined = before.text == "," or before.lower == "and"
        return word.lemma in SAYS or (joined and verb)


def _same(one: Statement | None, other: Statement | None) -> bool:
    return (one.statement_id if one else None) == (other.statement_id if other else None)


def _layer(said: Said | None) -> Statement | None:
    """Give the statement in whose content a word stands.

    A cue that nobody utters is part of what it tells (`teams [are expected] to meet`), and the
    content of an intention part of its clause (`agreed [to meet Lee]`).
    """
    if said is None:
        return None
    statement = said.statement
    if said.by_cue:
        return None if statement.source else statement
    return None if statement.content[0].exact.lower().startswith("to ") else statement
