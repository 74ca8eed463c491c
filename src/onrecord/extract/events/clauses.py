"""The verbs of a sentence in their clauses, as far as no grammar tells them.

A sentence is cut at conjunctions, relative words and marks. What is said (`said that …`) is no
clause below another; what explains, times or describes (`after …`, `, which …`) is.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.extract.events.frames import operator_words
from onrecord.extract.language import Word

BELOW = frozenset(
    {
        "who",
        "which",
        "whose",
        "whom",
        "where",
        "when",
        "after",
        "before",
        "because",
        "while",
        "since",
        "until",
        "unless",
        "if",
        "although",
        "though",
        "despite",
        "once",
        "whereas",
        "amid",
    }
)
"""Words that open a clause below the main one."""
AUXILIARIES = frozenset({"be", "have", "do", "get"})
NOT = frozenset({"not", "n't", "n’t", "never", "no"})
ADVERBIAL = frozenset({"also", "just", "now", "then", "still", "already", "not", "never", "again"})
GROUP = frozenset({"AUX", "ADV", "PART"})
VERBAL = frozenset({"VERB", "AUX"})
REACH = 12
"""Words between an infinitive and the verb that it hangs on."""


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb with what stands before it in its group: `[has not been] killed`.

    `place` counts in the sentence, `opens` is the place of the first word of the group. `depth` is
    0 in the main clause and in what is said. `clause` is the place at which its clause begins.
    `leads` tells a participle that is the only verb of the main clause: taken for one by mistake.
    """

    word: Word
    place: int
    opens: int
    depth: int
    clause: int
    group: tuple[str, ...]
    leads: bool = False

    @property
    def is_passive(self) -> bool:
        """Tell `was killed`, not `has killed`."""
        if self.word.tag not in {"VBN", "VBD"}:
            return False
        return any(word in {"be", "been", "being", "is", "are", "was", "were", "got"}
                   for word in self.group)  # fmt: skip

    @property
    def is_negated(self) -> bool:
        """Tell whether a `not` stands before it."""
        return not NOT.isdisjoint(self.group)

    @property
    def is_infinitive(self) -> bool:
        """Tell `to attack`."""
        return self.group[:1] == ("to",) and self.word.tag in {"VB", "VBP"}

    @property
    def is_told(self) -> bool:
        """Tell whether a verb tells something by itself, no participle and no command."""
        if self.word.tag in {"VBD", "VBZ", "VBP"} or self.leads:
            return True
        return any(word not in ADVERBIAL for word in self.group)

    def has(self, kind: str) -> bool:
        """Tell whether a word of this kind stands before it: `will`, `duty`."""
        return not operator_words(kind).isdisjoint(self.group)


def verbs(words: Sequence[Word]) -> Iterator[Verb]:
    """Give the verbs of a sentence in text order, auxiliaries with the verb that they help."""
    depth, clause, closes = 0, 0, False
    for place, word in enumerate(words):
        if _opens_below(words, place):
            depth, clause, closes = 1, place + 1, place > 0 and words[place - 1].text == ","
        elif depth and word.text == "," and place + 1 < len(words) and (closes or clause == 1):
            depth, clause, closes = 0, 0 if clause > 1 else place + 1, False
        elif word.text == ";" or (word.lower == "that" and word.tag == "IN"):
            clause = place + 1
        elif word.lower == "that" and word.tag == "WDT":
            depth, clause, closes = 1, place + 1, False
        if _is_verb(words, place):
            opens = _group(words, place)
            group = tuple(each.lower for each in words[opens:place])
            yield Verb(word, place, opens, depth, clause, group)


def _opens_below(words: Sequence[Word], place: int) -> bool:
    """Tell whether a clause below another opens here; `to one who` does not ask."""
    return words[place].lower in BELOW and words[place].pos not in {"NOUN", "PROPN", "VERB"}


def _is_verb(words: Sequence[Word], place: int) -> bool:
    """Tell whether a word is a verb with a meaning of its own, no participle before a noun."""
    word = words[place]
    if word.pos not in VERBAL or word.tag == "MD":
        return False
    if place and words[place - 1].tag == "HYPH":
        return False  # `Israeli-[occupied]`
    behind = words[place + 1] if place + 1 < len(words) else None
    if word.tag in {"VBN", "VBG"} and behind is not None and behind.pos in {"NOUN", "PROPN"}:
        before = words[place - 1] if place else None
        return before is not None and before.pos in {"AUX", "PART", "ADV", "VERB"}
    if word.lemma in AUXILIARIES:
        rest = words[place + 1 : place + 4]
        return not any(each.pos in VERBAL or each.lower == "to" for each in rest)
    return True


def _group(words: Sequence[Word], place: int) -> int:
    """Give the place of the first word that helps a verb: `[is ready to] help`."""
    opens = place
    while opens > 0 and place - opens < REACH:
        word = words[opens - 1]
        adjective = word.lower in operator_words("ready") and opens < place
        if not (word.pos in GROUP or word.tag in {"MD", "TO"} or adjective):
            break
        opens -= 1
    return opens
