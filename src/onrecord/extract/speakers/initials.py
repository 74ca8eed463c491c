"""What the entity finder takes for persons: `the AWG-LCA`, Hurricane `Sandy`, `Annex I`."""

import re
from functools import cached_property

from onrecord.extract.language import Parsed, Word
from onrecord.extract.speakers.wordlists import source_words

LETTERS_MAX = 6
"""Letters of an abbreviation, at most: more are a name in capitals."""
NUMBER = re.compile(r"[IVX]{1,5}|[A-Z]|[0-9]{1,3}")
"""What numbers a part of a text: `Annex I`, `Protocol 2`."""


class Initials:
    """Tells what a document abbreviates from whom it names."""

    def __init__(self, parsed: Parsed) -> None:
        self.parsed = parsed

    def is_person(self, at: int, end: int) -> bool:
        """Tell whether the words `[at, end)`, a person's name for the entity finder, can be one."""
        if end > at + 1:
            words = self.parsed.words[at:end]
            letters = all(word.text.isupper() or word.tag == "HYPH" for word in words)
            abbreviated = letters and any(word.text in self._abbreviated for word in words)
            return not abbreviated and words[0].lower != "non"
        word = self.parsed.words[at]
        before = self.parsed.words[at - 1] if at else None
        if before and before.lower in source_words().storms:
            return False
        behind = self.parsed.words[end].text if end < len(self.parsed.words) else ""
        if word.lower in source_words().documents and NUMBER.fullmatch(behind):
            return False
        short = word.text.isupper() and 1 < len(word.text) <= LETTERS_MAX
        return not (short and word.text in self._abbreviated)

    @cached_property
    def _abbreviated(self) -> frozenset[str]:
        """The words in capitals that stand behind `the`, before a hyphen, or alone in brackets."""
        return frozenset(word.text for word in self.parsed.words if self._abbreviates(word))

    def _abbreviates(self, word: Word) -> bool:
        words, at = self.parsed.words, word.at
        if not word.text.isupper() or not 0 < at < len(words) - 1:
            return False
        before, behind = words[at - 1], words[at + 1]
        if before.lower == "the":
            return not (behind.text[:1].isupper() and behind.text[1:].islower())  # `the LEE family`
        joined = behind.tag == "HYPH" and behind.start == word.end
        alone = before.text == "(" and behind.text == ")"
        return joined or (alone and at > 1 and words[at - 2].entity != "PERSON")
