"""The words of time expressions: from a written form to its kind and its value."""

import string
import tomllib
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, NamedTuple

Worth = int | str


class Word(NamedTuple):
    """What a written form stands for: its kind, a name in the patterns, and its value."""

    kind: str
    worth: Worth


SHAPES = ("DAY", "DAY_TH", "YEAR", "DIGITS", "FRACTION", "CLOCK", "DECADE", "ISO_DAY", "SLASH_DAY")
MARKS = ("DOT", "COMMA", "HYPHEN", "DASH", "QUOTE", "OF_IT", "SIGN", "BREAK", "OPEN", "CLOSE")
PLAIN = ("LOWER", "NAME", "MARK")
LETTERS = string.ascii_letters + "".join(chr(code) for code in range(0xC0, 0x100))
"""The letters that stand for the kinds: all in Latin-1, where `re` tests a class fastest."""


def word_list(name: str) -> dict[str, Any]:
    """Give one word list that ships with the package."""
    return tomllib.loads((files("onrecord.extract") / "words" / name).read_text("utf-8"))


@cache
def lexicon() -> MappingProxyType[str, Word]:
    """Give every written form: lower case where allowed, with a capital, in capitals."""
    lists = word_list("times.toml")
    capital_only = lists.pop("capital_only")
    forms: dict[str, Word] = {}
    for kind, words in lists.items():
        for word, worth in words.items():
            lower = () if kind in capital_only else (word,)
            for form in (*lower, word.capitalize(), word.upper()):
                forms[form] = Word(kind, worth)
    return MappingProxyType(forms | _exceptions(forms))


def _exceptions(forms: dict[str, Word]) -> dict[str, Word]:
    """Give the months whose lower-case form is safe: all but "march" and "may"."""
    months = {form: word for form, word in forms.items() if word.kind == "MONTH"}
    return {form.lower(): word for form, word in months.items() if word.worth not in (3, 5)}


@cache
def letters() -> MappingProxyType[str, str]:
    """Give the letter that stands for each kind in the text of kinds."""
    kinds = (*SHAPES, *MARKS, *PLAIN, *sorted({word.kind for word in lexicon().values()}))
    return MappingProxyType(dict(zip(kinds, LETTERS, strict=False)))
