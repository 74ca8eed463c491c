"""Names in headlines that write every word with a capital.

There a recogniser takes `Warns Ukraine Faces Defeat` and `Lund Warns` for names. Behind what the
text names elsewhere, too, such a name ends before a verb or a mark of quotation, and before a word
that the text has in small letters elsewhere; nothing may be left of it.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from onrecord.record import ParagraphKind

if TYPE_CHECKING:
    from onrecord.extract.language import Sentence, Word

NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC"})
LONG = 4
"""Letters of words that a headline in capitals writes with one: shorter ones differ by house."""
FEWEST = 4
"""Long words a headline needs to show how it writes them."""
VERBS = frozenset({"MD", "VB", "VBD", "VBP", "VBZ", "``", "''"})
"""Tags that no part of a name has: verbs, and marks of quotation."""


def without_false_names(words: "list[Word]", sentences: "Sequence[Sentence]") -> "list[Word]":
    """Give the words of a text, those of headlines without the names that are none."""
    headlines = [each for each in sentences if each.kind is ParagraphKind.HEADLINE]
    capital = [each for each in headlines if _in_capitals(words[each.first : each.last])]
    if not capital:
        return words
    inside = {at for each in headlines for at in range(each.first, each.last)}
    rest = _Rest([word for word in words if word.at not in inside])
    found = list(words)
    for headline in capital:
        for name in _names(words[headline.first : headline.last]):
            for word in name[rest.end_of(name) :]:
                found[word.at] = word._replace(entity="", begins_entity=False)
    return found


class _Rest:
    """What a text has beside its headlines."""

    def __init__(self, words: "Sequence[Word]") -> None:
        self._text = f" {' '.join(word.text for word in words)} "
        small = [word for word in words if word.text.islower()]
        self._small = {form for word in small for form in (word.text, word.lemma)}

    def end_of(self, name: "Sequence[Word]") -> int:
        """Give how many words of a name of a headline are one."""
        told = len(name)
        while told and f" {' '.join(word.text for word in name[:told])} " not in self._text:
            told -= 1
        if len(name) == 1:
            return 1
        common = (at for at in range(told, len(name)) if self._common(name[at]))
        return next(common, len(name))

    def _common(self, word: "Word") -> bool:
        """Tell a verb, a mark of quotation, and a word that the text has in small letters."""
        if word.tag in VERBS or len(word.text) < LONG:
            return word.tag in VERBS
        forms = {word.lower, word.lower.removesuffix("s"), word.lower.removesuffix("es")}
        return bool(forms & self._small)


def _in_capitals(words: "Sequence[Word]") -> bool:
    long = [word.text for word in words if len(word.text) >= LONG and word.text.isalpha()]
    return len(long) >= FEWEST and all(text[0].isupper() for text in long)


def _names(words: "Sequence[Word]") -> "Iterator[list[Word]]":
    name: list[Word] = []
    for word in words:
        if name and (word.entity not in NAMES or word.begins_entity):
            yield name
            name = []
        if word.entity in NAMES:
            name.append(word)
    if name:
        yield name
