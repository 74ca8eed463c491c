"""The words and marks of a text, each with its kind; the kinds as one string, a letter a token."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property

from onrecord.extract.times.lexicon import Word, letters, lexicon
from onrecord.record import Span

_TOKEN = re.compile(
    r"""
    [Qq][1-4]\b                                                 # Q3
  | [^\W\d_]+(?:(?<=\b[a-zA-Z])\.(?:[a-zA-Z]\.)+)?            # words, U.S., p.m.
  | [0-9]{4}-[0-9]{2}-[0-9]{2}\b                              # 2027-04-12
  | [0-9]{1,2}/[0-9]{1,2}/(?:[0-9]{4}|[0-9]{2})\b             # 4/12/2027
  | [0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9])                       # 14:30
  | [0-9]/[0-9]\b                                             # 1/2
  | [0-9]+(?:st|nd|rd|th)\b                                   # 12th
  | (?:[0-9]{2}|['’`])[0-9]0['’]?s\b                          # 1980s, '80s
  | [0-9]+(?:[.,][0-9]+)*                                     # 28, 85,000, 3.5
  | ['’](?:s|ll|t|re|ve|d|m)\b                                # year's, they'll
  | \n[ \t\r]*\n\s*                                           # an empty line
  | [^\w\s]|_
    """,
    re.VERBOSE,
)
_MARKS = {
    **dict.fromkeys(".!?", "DOT"),
    **dict.fromkeys(",;", "COMMA"),
    **dict.fromkeys("-‐‑–", "HYPHEN"),
    **dict.fromkeys("—", "DASH"),
    **dict.fromkeys("\"“”‘’'`«»„", "QUOTE"),
    **dict.fromkeys(("'s", "’s"), "OF_IT"),
    **dict.fromkeys("$€£¥₽#/", "SIGN"),
    "(": "OPEN",
    ")": "CLOSE",
}
_SHAPES = (
    (re.compile(r"[0-9]+-[0-9]+-"), "ISO_DAY"),
    (re.compile(r"[0-9]+/[0-9]+/"), "SLASH_DAY"),
    (re.compile(r"[0-9]+:"), "CLOCK"),
    (re.compile(r"[0-9]/"), "FRACTION"),
    (re.compile(r".*s$"), "DECADE"),
    (re.compile(r"(?:0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)$"), "DAY_TH"),
    (re.compile(r"(?:0?[1-9]|[12][0-9]|3[01])$"), "DAY"),
    (re.compile(r"(?:1[5-9]|20)[0-9]{2}$"), "YEAR"),
)


def kind_of(form: str) -> Word:
    """Give kind and value of a written form.

    >>> kind_of("Friday"), kind_of("27"), kind_of("Varn")
    (Word(kind='WEEKDAY', worth=5), Word(kind='DAY', worth='27'), Word(kind='NAME', worth='Varn'))
    """
    known = lexicon().get(form)
    return known or Word(_other_kind(form), form)


def _other_kind(form: str) -> str:
    """Give the kind of a form that is in no word list."""
    first = form[0]
    if first.isalpha():
        return "NAME" if first.isupper() else "LOWER"
    if first.isdecimal() or (len(form) > 2 and form[-1] == "s"):
        return next((kind for shape, kind in _SHAPES if shape.match(form)), "DIGITS")
    if first == "\n":
        return "BREAK"
    return _MARKS.get(form, "MARK")


@cache
def _letter() -> Callable[[str], str]:
    """Give the function from a written form to its kind's letter, with the common forms cached."""
    return _Letters().__getitem__


FORMS_MAX = 50_000
"""Written forms whose letter is remembered: some 5 MiB, and nine in ten words of any text."""


class _Letters(dict[str, str]):
    """The letter of each form of the word list; that of other forms is worked out."""

    def __init__(self) -> None:
        super().__init__({form: letters()[word.kind] for form, word in lexicon().items()})
        self._lower, self._name = letters()["LOWER"], letters()["NAME"]

    def __missing__(self, form: str) -> str:
        if form.isalpha():  # nine words in ten: spared the longer way
            letter = self._name if form[0].isupper() else self._lower
        else:
            letter = letters()[_other_kind(form)]
        if len(self) < FORMS_MAX:
            self[form] = letter
        return letter


@dataclass(frozen=True)
class Tokens:
    """The tokens of a text; `kinds` has one letter for each of them."""

    text: str

    @cached_property
    def matches(self) -> list[re.Match[str]]:
        """The tokens in text order."""
        return list(_TOKEN.finditer(self.text))

    @cached_property
    def kinds(self) -> str:
        """The letters of all tokens."""
        return "".join(map(_letter(), [match.group() for match in self.matches]))

    def word(self, index: int) -> Word:
        """Give kind and value of one token."""
        return kind_of(self.matches[index].group())

    def form(self, index: int) -> str:
        """Give one token as written, the empty string outside the text."""
        return self.matches[index].group() if 0 <= index < len(self.kinds) else ""

    def span(self, first: int, end: int) -> Span:
        """Give the stretch of text of the tokens from first to end, end exclusive."""
        return Span(self.matches[first].start(), self.matches[end - 1].end())
