"""Texts with coreference in CoNLL-U, such as GUM's: `Entity=` in the last column.

The form of `Entity=` is that of Universal Dependencies (CorefUD): `(e-type-…` opens a mention of
entity e, `e)` closes the last one opened, `(e-type-…)` is one word. The text is put together again:
a space between words, none after `SpaceAfter=No`, an empty line before each `# newpar`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.record import Span

PIECE = re.compile(r"(\(?)([^()]+)(\)?)")
"""One opening, one closing, or both, in the value of `Entity=`; parentheses in names are escaped
there."""

BLANK = re.compile(r"\r?\n[ \t]*\r?\n")
"""The line between two sentences, with either way to end a line."""


@dataclass(frozen=True, slots=True)
class Word:
    """A syntactic word: its columns, and its place in the text."""

    columns: list[str]
    span: Span

    @property
    def entities(self) -> str:
        """The value of `Entity=`, empty where there is none."""
        values = (part[7:] for part in self.columns[9].split("|") if part.startswith("Entity="))
        return next(values, "")


@dataclass(frozen=True, slots=True)
class GoldMention:
    """A mention of an entity, its kind (`person`, …), and the word that heads it."""

    entity: str
    kind: str
    span: Span
    head: Span
    named: bool
    pronoun: bool


@dataclass(frozen=True, slots=True)
class Story:
    """A text with its mentions in the order in which they end."""

    text: str
    mentions: tuple[GoldMention, ...]


def story(conllu: str) -> Story:
    """Give the story that a file tells.

    Raises:
        LookupError, ValueError: a line has fewer columns than ten, or no number for an id.
    """
    text = ""
    mentions: list[GoldMention] = []
    for block in BLANK.split(conllu.strip()):
        lines = block.splitlines()
        if any(line.split(maxsplit=2)[:2] == ["#", "newpar"] for line in lines):
            text = text.rstrip() + "\n\n" if text else ""
        rows = [line.split("\t") for line in lines if not line.startswith("#")]
        text, words = _read(text, rows)
        mentions.extend(_mentions(words))
    return Story(text.rstrip() + "\n", tuple(mentions))


def _read(text: str, rows: list[list[str]]) -> tuple[str, list[Word]]:
    """Give the text with a sentence added, and its words at their places.

    The words of a contraction (`3-4 can't`) are laid out inside it; where they are not its letters,
    each has its whole place. Words that were left out (`8.1`) have none.
    """
    words: list[Word] = []
    inside, last = Span(0, 0), 0
    for columns in rows:
        number, form = columns[0], columns[1]
        if "-" in number:
            inside, last = Span(len(text), len(text) + len(form)), int(number.split("-")[1])
            at = inside.start
        elif "." in number:
            continue
        elif int(number) <= last:
            fits = text.startswith(form, at)
            words.append(Word(columns, Span(at, at + len(form)) if fits else inside))
            at += len(form) if fits else 0
            continue
        else:
            words.append(Word(columns, Span(len(text), len(text) + len(form))))
        text += form + ("" if "SpaceAfter=No" in columns[9].split("|") else " ")
    return text, words


def _mentions(words: list[Word]) -> Iterator[GoldMention]:
    """Give the mentions of one sentence."""
    opened: dict[str, list[tuple[str, int]]] = {}
    for at, word in enumerate(words):
        for opens, label, closes in PIECE.findall(word.entities):
            entity, _, rest = label.partition("-")
            if opens:
                opened.setdefault(entity, []).append((rest.partition("-")[0], at))
            if closes and opened.get(entity):
                kind, first = opened[entity].pop()
                yield _mention(entity, kind, words[first : at + 1])


def _mention(entity: str, kind: str, words: list[Word]) -> GoldMention:
    """Give a mention; the word that heads it is the first whose own head stands outside."""
    inside = {word.columns[0] for word in words}
    head = next((word for word in words if word.columns[6] not in inside), words[0])
    pronoun = head.columns[3] == "PRON" and "PronType=Prs" in head.columns[5]
    span = Span(words[0].span.start, words[-1].span.end)
    return GoldMention(entity, kind, span, head.span, head.columns[3] == "PROPN", pronoun)
