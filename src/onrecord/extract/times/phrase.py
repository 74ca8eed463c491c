"""One expression in its surroundings: all that a reader may look at."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from onrecord.extract.amounts.numbers import number_of
from onrecord.extract.times.findings import Tense, TimeFinding
from onrecord.extract.times.lexicon import Word, Worth
from onrecord.extract.times.tense import tense_at
from onrecord.extract.times.tokens import Tokens

MANY = 1e6
"""No length of time in the news has so many units; a longer number is a mistake or an attack."""
NUMBERS = frozenset({"DAY", "YEAR", "DIGITS", "FRACTION", "CARD", "SCALE", "COUPLE"})


@dataclass(frozen=True)
class Phrase:
    """The tokens `first` to `end` (exclusive) of a text, the day to resolve from, what came before.

    `today` is the day of publication, or of the utterance inside a quotation; an expression that
    needs it is never read without it. `earlier` are the findings to the left, in text order. `lead`
    is the first token of the whole expression where this is a part of one.
    """

    tokens: Tokens
    first: int
    end: int
    today: date
    earlier: Sequence[TimeFinding]
    lead: int | None = None

    @cached_property
    def words(self) -> list[Word]:
        """Kind and value of every token."""
        return [self.tokens.word(index) for index in range(self.first, self.end)]

    @property
    def text(self) -> str:
        """The words, in lower case."""
        span = self.tokens.span(self.first, self.end)
        return self.tokens.text[span.start : span.end].lower()

    @cached_property
    def tense(self) -> Tense:
        """The tense of the verb beside it."""
        return tense_at(self.tokens, self.first if self.lead is None else self.lead, self.end)

    def part(self, first: int, end: int) -> "Phrase":
        """Give the tokens from first to end (exclusive) of this phrase as one of their own."""
        return replace(self, first=self.first + first, end=self.first + end, lead=self.first)

    def worth(self, *kinds: str) -> Worth | None:
        """Give the value of the first word of one of these kinds, None without one."""
        return next((word.worth for word in self.words if word.kind in kinds), None)

    def number(self, *kinds: str) -> int | None:
        """Give the value of the first word of one of these kinds as a whole number."""
        worth = self.worth(*kinds)
        return None if worth is None else int(str(worth).rstrip("stndrh"))

    def has(self, *kinds: str) -> bool:
        """Tell whether a word is of one of these kinds."""
        return self.worth(*kinds) is not None

    def count(self) -> float | None:
        """Give the number in the phrase ("two and a half" without its half), None where vague."""
        forms = [
            self.tokens.form(self.first + place)
            for place, word in enumerate(self.words)
            if word.kind in NUMBERS
        ]
        number = number_of(forms)
        return number if number is not None and number < MANY else None

    @property
    def mod(self) -> str | None:
        """TIMEX3's MOD: of a part ("early", "the end of"), else of a bound ("at least").

        "Two days later" is no late part, "two more weeks" are no more than two.
        """
        kinds = ["PART", "EDGE", "LEAST", "UP", "ABOUT"]
        kinds += ["SOONER"] if self.words[0].kind == "SOONER" else []
        kinds += ["MORE"] if self.has("THAN") else []
        worth = self.worth(*kinds)
        if self.has("NO") and worth == "MORE_THAN":
            return "EQUAL_OR_LESS"
        return str(worth) if worth else None

    def before(self, shape: str) -> str | None:
        """Give the part of the last earlier value that fits the regular expression, from its start.

        "the following month" asks for the last `[0-9]{4}-[0-9]{2}` that the text names.
        """
        fits = re.compile(shape)
        near = (fits.match(found.timex_value) for found in reversed(self.earlier))
        return next((match.group() for match in near if match), None)
