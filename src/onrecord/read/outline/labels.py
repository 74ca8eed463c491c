"""Labels: how a line of a plan begins, `2.`, `(a)`, `Article 3bis`, `Option 2:`."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

LONGEST_HEADING = 120
"""Characters; the longest heading of an article in three drafts of the Paris Agreement has 78."""

ROMAN = re.compile(r"(?=[ivxlc])(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})\Z")
"""The Roman numbers up to 99."""
ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


@cache
def words(kind: str) -> Any:
    """Give one list of `words.toml`."""
    return tomllib.loads((files(__package__) / "words.toml").read_text("utf-8"))[kind]


@dataclass(frozen=True, slots=True)
class Label:
    """A label at the beginning of a line.

    `printed` is the label as printed without punctuation; `end` where the rest of the line begins;
    `readings` are the ways to count it, each a style (`article`, `(a)`, `1.`) and a value.
    """

    printed: str
    end: int
    readings: tuple[tuple[str, int], ...]
    head: bool = False
    option: bool = False

    @property
    def is_letter(self) -> bool:
        """Tell whether it is a letter with a full stop, which may be the initial of a name."""
        return all(style[-1:] == "." and style[:1].isalpha() for style, _ in self.readings)

    @property
    def first(self) -> bool:
        """Tell whether it begins a list."""
        return any(value <= 1 for _, value in self.readings)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    suffix = rf"(?:[ ]?(?i:{'|'.join(words('suffixes'))})\b){{0,2}}"
    number = rf"(?:\d{{1,3}}(?:\.\d{{1,3}}){{0,5}}|[IVXLC]{{1,7}}\b|[A-Z]\b){suffix}"
    opened = r"[\[(]?[ ]?"
    return {
        "head": re.compile(
            rf"[\[\s]{{0,4}}(?P<word>{'|'.join(words('heads'))})\b\.?[ ](?P<number>{number})",
            re.IGNORECASE,
        ),
        "option": re.compile(
            rf"[\[\s]{{0,4}}(?P<word>{'|'.join(words('options'))})[ ]{{0,2}}"
            rf"(?P<number>{opened}(?:\d{{1,2}}|[ivxIVX]{{1,5}}|[a-zA-Z])\b[ ]?[\])]?)"
            r"(?:[ ]{0,2}:{1,2}|(?=[ ]?[.)\]–—-][ ])|(?=\s*\Z)|(?=[ ]\())[.)–—-]?",
            re.IGNORECASE,
        ),
        "paren": re.compile(
            rf"[\[\s]{{0,4}}(?P<number>\((?:\d{{1,3}}|[a-z]{{1,2}}|[ivxl]{{1,6}}|[A-Z]){suffix}\))"
        ),
        "decimal": re.compile(
            rf"[\[\s]{{0,4}}(?P<number>\d{{1,3}}(?:\.\d{{1,3}}){{0,5}}{suffix})"
            r"(?P<mark>[.):]{1,2}(?=\s|\[|[A-Z“\"‘']|\Z)|(?=[ ]+[\[A-Z“\"‘']))"
        ),
        "letter": re.compile(
            r"[\[\s]{0,4}(?P<number>[a-z]|[A-Z]|[ivxl]{1,6}|[IVXLC]{1,7})(?P<mark>[.)])(?=\s|\[|\Z)"
        ),
        "note": re.compile(r"(?P<number>\[\^\w{1,20}\]):"),
    }


def label(text: str) -> Label | None:
    """Give the label that a line begins with, None where it begins with none."""
    for find in (_note, _option, _head, _numbered):
        if found := find(text):
            return found
    return None


def _note(text: str) -> Label | None:
    found = _patterns()["note"].match(text)
    return Label(found["number"], found.end(), (("note", 1),), head=True) if found else None


def _option(text: str) -> Label | None:
    found = _patterns()["option"].match(text)
    if found is None:
        return None
    value = found["number"].strip("[]() ")
    printed = text[found.start("word") : found.end("number")].strip(" [")
    readings = tuple((f"option {style}", count) for style, count in _counted(value))
    return Label(printed, found.end(), readings, option=True)


def _head(text: str) -> Label | None:
    """Read `Article 3`; prose that begins so (`Article 3 of the treaty applies`) is no label."""
    found = _patterns()["head"].match(text)
    if found is None:
        return None
    end, rest = found.end(), text[found.end() :]
    closing = re.match(r"[\])]{0,2}[ ]{0,2}[.:–—-]?", rest)
    after = rest[closing.end() :] if closing else rest
    marked = bool(closing and closing[0].strip("]) ")) or not after.strip()
    if not (marked or after.lstrip()[:1] in {"(", "[", "*"} or _is_title(after)):
        return None
    word = found["word"].lower()
    style = "article" if word == "art" else word
    printed = text[found.start("word") : end].strip(" [")
    value = _counted(re.split(r"[ .]", found["number"])[-1 if "." in found["number"] else 0])
    readings = tuple((style, count) for _, count in value) or ((style, 1),)
    return Label(printed, end + (closing.end() if closing else 0), readings, head=True)


def _is_title(text: str) -> bool:
    """Tell whether the rest of a line is a title: short, no sentence, in capitals at first."""
    bare = text.strip()
    short = len(bare) <= LONGEST_HEADING and bare[:1].isupper()
    return short and not bare.endswith((".", ";", ",", ":"))


def _numbered(text: str) -> Label | None:
    for kind in ("paren", "decimal", "letter"):
        found = _patterns()[kind].match(text)
        if found is None:
            continue
        number = found["number"]
        counted = tuple(_counted(re.split(r"[ .]", number.strip("()"))[-1]))
        depth = number.count(".")
        mark = "()" if kind == "paren" else str(found["mark"] or ".")[:1].replace(":", ".")
        if depth:
            counted = (("1" + ".1" * depth, int(re.split(r"\D", number.rsplit(".", 1)[1])[0])),)
            mark = ""
        if kind == "decimal" and not depth:
            counted = (("1", int(re.split(r"\D", number)[0])),)
        if counted:
            readings = tuple((style + mark, value) for style, value in counted)
            return Label(number, found.end(), readings)
    return None


def _counted(value: str) -> Iterator[tuple[str, int]]:
    """Give the ways to count a number, a letter or a Roman number, with its value."""
    digits = re.match(r"\d{1,3}", value)
    if digits:
        yield "1", int(digits[0])
        return
    lower, upper = value.lower(), value[:1].isupper()
    bare = re.match(r"[a-z]{1,7}", lower)
    lower = bare[0] if bare else ""
    if ROMAN.match(lower):
        yield ("I" if upper else "i"), _roman(lower)
    if len(lower) == 1:
        yield ("A" if upper else "a"), ord(lower) - ord("a") + 1
    elif len(lower) == 2 and lower[0] == lower[1]:
        yield ("A" if upper else "a"), 26 + ord(lower[0]) - ord("a") + 1


def _roman(value: str) -> int:
    """Give the value of a Roman number.

    >>> [_roman(each) for each in ("iv", "ix", "xviii", "xl")]
    [4, 9, 18, 40]
    """
    digits = [ROMAN_DIGITS[each] for each in value]
    pairs = zip(digits, [*digits[1:], 0], strict=True)
    return sum(-one if one < following else one for one, following in pairs)
