"""The sample case told again and again, by other names and on other days.

A round is the whole case. Rounds begin `APART` days apart and take turns among `CASTS` casts: each
cast has names of its own, of as many letters, so that what was found in an article stands at the
same places in its retelling. With 20,000 documents that are some 360,000 statements, 70,000
stances and 9,000 meetings in ten years, told of 40 negotiations with some 130 people and bodies
each, besides 140,000 whom only one document knows.
"""

import pickle
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from hashlib import sha256
from io import BytesIO
from typing import Any

from bench.copies import sketched
from onrecord.api import sample
from onrecord.extract import extract
from onrecord.read import document
from onrecord.record import Document, Reading, TextLabel, identify
from onrecord.run.texts import TextPlan, add_text
from onrecord.store import Store

CASTS, APART = 40, 2.5
BEGUN, TOLD = date(2015, 1, 1), date(2027, 4, 12)
"""The day of the first document, and that of the first article of the case."""
BETWEEN = "\0"
MARK = b"000000"
"""Stands in each article for the number of its retelling."""
WORD = re.compile(r"\b[A-Z][a-z]{3,}\b")
ID = rb"\b[a-z]{2,4}-[0-9a-f]{16}\b"
DAY = rb"(?<!\d)20\d\d-\d\d(?:-\d\d)?(?![\d-])"
CONSONANTS, VOWELS = "bcdfghjklmnpqrstvwxz", "aeiou"
Told = tuple[Document, bytes, Reading]


@dataclass(frozen=True)
class Article:
    """An article of the case: its bytes, what was found in it, and which ids are its own.

    `frame` is all that was found but for the texts in it, which stand in `texts`.
    """

    content: bytes
    frame: bytes
    texts: bytes
    own: frozenset[bytes]
    digest: bytes
    doc_id: bytes
    pattern: re.Pattern[bytes]


class _Frame(pickle.Pickler):
    """Writes what is no text, and the number of each text in `texts`."""

    def __init__(self, file: BytesIO) -> None:
        super().__init__(file)
        self.texts: dict[str, int] = {}

    def persistent_id(self, obj: Any) -> int | None:
        return self.texts.setdefault(obj, len(self.texts)) if type(obj) is str else None


class _Filled(pickle.Unpickler):
    """Reads a frame with texts in it."""

    def __init__(self, frame: bytes, texts: list[str]) -> None:
        super().__init__(BytesIO(frame))
        self._texts = texts

    def persistent_load(self, pid: int) -> str:
        return self._texts[pid]


def fill(record: Store, documents: int) -> None:
    """Write so many documents into a record, each with a sketch, and the case's texts of plans."""
    for place in sorted((sample().parent / "texts").iterdir()):
        add_text(record, TextPlan(place, TextLabel("Elements of a Settlement", place.stem)))
    for number in range(documents):
        made, content, reading = told(number)
        record.add(made, content, reading)
        record.keep_sketch(sketched(made.doc_id, number), ())


def told(number: int) -> Told:
    """Give a document, its bytes and its reading."""
    turn, place = divmod(number, len(_articles()))
    return _retold(_articles()[place], number, turn)


def _retold(article: Article, number: int, turn: int) -> Told:
    cast = turn % CASTS
    moved = (BEGUN - TOLD).days + int(turn * APART)

    def other(match: re.Match[bytes]) -> bytes:
        words = match[0]
        if words == MARK:
            return b"%06d" % number
        if words.startswith(b"20"):
            return _day(words, moved)
        if b"-" in words:
            return _id(words, number + CASTS if words in article.own else cast)
        return _called(words, cast)

    content = article.pattern.sub(other, article.content)
    digest = sha256(content).hexdigest()
    texts = article.pattern.sub(other, article.texts).replace(article.digest, digest.encode())
    own = article.pattern.sub(other, article.doc_id)
    texts = texts.replace(own, identify("doc", digest).encode())
    made, reading = _Filled(article.frame, texts.decode().split(BETWEEN)).load()
    return made, content, reading


@cache
def _articles() -> tuple[Article, ...]:
    """Give the articles of the case, each read and extracted."""
    read = [(it.name, it.read_bytes() + b"\n\nArchive ") for it in sorted(sample().iterdir())]
    found = [_found(content + MARK + b".\n", name) for name, content in read]
    names = "|".join(sorted(_names(found))).encode()
    pattern = re.compile(rb"%b|%b|%b|\b(?:%b)[a-z]{0,3}\b" % (ID, DAY, MARK, names))
    other = [_found(content + b"000001.\n", name) for name, content in read]
    made = zip(found, other, strict=True)
    return tuple(_article(one, again, pattern) for one, again in made)


def _found(content: bytes, name: str) -> Told:
    made = document(content, name)
    return made, content, extract(made)


def _article(one: Told, again: Told, pattern: re.Pattern[bytes]) -> Article:
    """Give an article; what only this one of two has with other numbers is its own."""
    made, content, reading = one
    frame = BytesIO()
    writer = _Frame(frame)
    writer.dump((made, reading))
    texts = BETWEEN.join(writer.texts).encode()
    own = frozenset(re.findall(ID, texts)) - frozenset(re.findall(ID, pickle.dumps(again)))
    digest, doc_id = made.sha256.encode(), made.doc_id.encode()
    return Article(content, frame.getvalue(), texts, own, digest, doc_id, pattern)


def _names(found: list[Told]) -> set[str]:
    """Give the words of names that the case never has in small letters, and as keys have them."""
    small = {word for it in found for word in re.findall(r"\b[a-z]+\b", it[0].raw_text)}
    actors = (actor for it in found for actor in it[2].actors)
    names = (name for actor in actors for name in (actor.name, *actor.aliases))
    words = {word for name in names for word in WORD.findall(name) if word.lower() not in small}
    return words | {word.lower() for word in words}


@cache
def _called(name: bytes, cast: int) -> bytes:
    """Give a name in a cast: another of as many letters, alike where two are alike."""
    return "".join(_letters(name.decode(), cast)).encode()


def _letters(name: str, cast: int) -> Iterator[str]:
    for letter in name:
        kind = next((of for of in (VOWELS, CONSONANTS) if letter.lower() in of), letter.lower())
        turned = kind[(kind.index(letter.lower()) + cast) % len(kind)]
        yield turned.upper() if letter.isupper() else turned


@cache
def _id(words: bytes, of: int) -> bytes:
    kind = words.partition(b"-")[0].decode()
    return identify(kind, words.decode(), of).encode()


def _day(words: bytes, moved: int) -> bytes:
    """Give a day or a month that lies so many days later."""
    whole = words if len(words) > 7 else words + b"-15"
    try:
        day = date.fromisoformat(whole.decode()) + timedelta(days=moved)
    except ValueError:
        return words
    return day.isoformat()[: len(words)].encode()
