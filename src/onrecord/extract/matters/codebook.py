"""Codebooks: which words tell of which provision. They are data, not code (section 4).

Three codebooks ship: peace (12 groups, 48 leaves of the specification), trade and climate. Their
triggers are rows of words as `extract.phrases` reads them. Users load their own in the same form.
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

from onrecord.errors import BadCodebook
from onrecord.extract.language import Parsed
from onrecord.extract.phrases import STEM, Phrases
from onrecord.record import Span

CODEBOOKS = ("peace", "trade", "climate")
LARGEST = 1_000_000
"""Bytes of a codebook: the largest that ships has 13,000."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A category of provisions: its code, its meaning.

    A `secondary` leaf tells how or when something is done, not what: it is main only where no other
    is met. A leaf is main before those in `above`, and where words of `who` name who has to act.
    Where words of `apart` stand in its sentence it is about who makes a deal, not what is in it.
    """

    code: str
    label: str
    secondary: bool = False
    above: tuple[str, ...] = ()
    who: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """Words that tell of a category, in clean offsets."""

    leaf: Leaf
    span: Span


@dataclass(frozen=True, eq=False)
class Codebook:
    """The categories of one field by their codes; `digest` tells one of its contents from another.

    `triggers` are pairs of a leaf and a row of words.
    """

    name: str
    leaves: Mapping[str, Leaf]
    digest: str
    triggers: Sequence[tuple[Leaf, str]] = field(repr=False)


@cache
def codebook(name: str) -> Codebook:
    """Give a codebook that ships, by its name."""
    place = files("onrecord.extract") / "words" / "codebooks" / f"{name}.toml"
    return _codebook(name, place.read_bytes(), name)


def load_codebook(path: Path) -> Codebook:
    """Give the codebook in a user's file.

    Raises:
        BadCodebook: it cannot be read, is no codebook, or a trigger would never be met.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise BadCodebook(str(path), f"it has more than {LARGEST:,} bytes")
        content = path.read_bytes()
    except OSError as error:
        raise BadCodebook(str(path), error.strerror or "it cannot be read") from None
    return _codebook(path.stem, content, str(path))


def _codebook(name: str, content: bytes, where: str) -> Codebook:
    try:
        rows = tomllib.loads(content.decode("utf-8")).get("leaves")
    except (ValueError, RecursionError) as error:
        raise BadCodebook(where, f"it is no TOML: {error}") from None
    if not isinstance(rows, list) or not rows:
        raise BadCodebook(where, "it has no [[leaves]]")
    leaves: dict[str, Leaf] = {}
    triggers: list[tuple[Leaf, str]] = []
    for number, row in enumerate(rows, 1):
        leaf = _leaf(row, f"{where}: leaf {number}")
        if leaf.code in leaves:
            raise BadCodebook(where, f"{leaf.code} stands there twice")
        leaves[leaf.code] = leaf
        triggers += [(leaf, words) for words in _triggers(row, f"{where}: {leaf.code}")]
    return Codebook(name, leaves, sha256(content).hexdigest()[:12], tuple(triggers))


def _leaf(row: Any, where: str) -> Leaf:
    if not isinstance(row, dict):
        raise BadCodebook(where, "it is no table with code, label and triggers")
    for name in ("code", "label"):
        if not isinstance(row.get(name), str) or not row[name].strip():
            raise BadCodebook(where, f"{name} is missing or no text")
    secondary = row.get("secondary", False)
    if not isinstance(secondary, bool):
        raise BadCodebook(where, "secondary is neither true nor false")
    return Leaf(
        row["code"].strip(),
        row["label"].strip(),
        secondary,
        _texts(row, "above", where),
        _texts(row, "who", where),
        _texts(row, "apart", where),
    )


def _triggers(row: dict[str, Any], where: str) -> Iterator[str]:
    found = _texts(row, "triggers", where)
    if not found:
        raise BadCodebook(where, "it has no triggers")
    for words in found:
        if reason := _never_met(words.split()):
            raise BadCodebook(where, f"the trigger “{words}” {reason}")
        yield words


def _texts(row: dict[str, Any], name: str, where: str) -> tuple[str, ...]:
    found = row.get(name, [])
    if not isinstance(found, list) or not all(isinstance(item, str) for item in found):
        raise BadCodebook(where, f"{name} is no list of texts")
    return tuple(found)


def _never_met(words: Sequence[str]) -> str | None:
    """Give why a row of words would never be met in any text, None where it can be."""
    if not words or words[0] == "..":
        return "begins with no word"
    if words[-1] == "..":
        return "ends with no word"
    if any("*" in word[:-1] for word in words):
        return "has a * inside a word: it ends a stem"
    if words[0].endswith("*") and len(words[0]) <= STEM:
        return f"begins with a stem of fewer than {STEM} letters"
    return None


Rows = Phrases[tuple[int, Leaf]]


@cache
def _shipped() -> tuple[tuple[Codebook, ...], Rows]:
    books = tuple(codebook(name) for name in CODEBOOKS)
    return books, _rows(books)


@cache
def _own(book: Codebook) -> Rows:
    return _rows((book,))


def _rows(books: Sequence[Codebook]) -> Rows:
    """Give the triggers of codebooks with the book's number: one pass finds them all."""
    found = Rows()
    for number, book in enumerate(books):
        for leaf, words in book.triggers:
            found.enter(words, (number, leaf))
            if "-" in words:  # the words of a document are parted at hyphens
                found.enter(words.replace("-", " - "), (number, leaf))
    return found


class TriggerMet(NamedTuple):
    """A trigger met in words: its codebook, its category's code, the words of its row."""

    book: str
    code: str
    words: int


def triggers_met(lowers: Sequence[str]) -> list[TriggerMet]:
    """Give the triggers of all codebooks that words in small letters meet, in text order."""
    _, rows = _shipped()
    return [
        TriggerMet(CODEBOOKS[number], leaf.code, len(met.row.words))
        for near in rows.all_met(lowers)
        for met in near
        for number, leaf in [met.row.meaning]
    ]


def best_book(parsed: Parsed, own: Codebook | None = None) -> tuple[Codebook, Sequence[Hit]]:
    """Give the codebook of a document with what its triggers meet, the longest at each word.

    It is the user's own or, of those that ship, the one of which the most categories are met; of
    equals the first.
    """
    books, rows = ((own,), _own(own)) if own else _shipped()
    found: list[list[Hit]] = [[] for _ in books]
    words = parsed.words
    for near in rows.all_met(parsed.lowers):
        for number in range(len(books)):
            of_book = [met for met in near if met.row.meaning[0] == number]
            if of_book:
                best = max(of_book, key=lambda met: len(met.row.words))
                span = Span(words[best.first].start, words[best.last - 1].end)
                found[number].append(Hit(best.row.meaning[1], span))
    met = [len({hit.leaf.code for hit in each}) for each in found]
    chosen = met.index(max(met))
    return books[chosen], found[chosen]
