"""Whole entries of any kind as JSON and back, so that a decision can outlive the rows it was about.

Which fields an entry has is read from its class: a new kind needs nothing here.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from functools import lru_cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from onrecord.errors import NotVerbatim
from onrecord.record import (
    Anchor,
    Document,
    Mention,
    PlanClaim,
    Reading,
    Span,
    Stance,
)
from onrecord.record.wording import in_words
from onrecord.spans import Anchors
from onrecord.store.mapping.anchors import PLACE
from onrecord.store.mapping.readings import FINDINGS

Json = dict[str, Any]

CLASSES: Mapping[str, type[Any]] = {
    finding.kind: get_args(get_type_hints(Reading)[finding.field])[0] for finding in FINDINGS
}
"""The class of each kind of entry."""

IDS: Mapping[str, str] = {finding.kind: finding.id for finding in FINDINGS}
"""The field that holds the id of each kind of entry."""


def snapshot(value: Any) -> Any:
    """Give an entry, or a part of one, as JSON holds it; what people made of it is left out."""
    if isinstance(value, Anchor):
        return {name: getattr(value, name) for name in (*PLACE, "exact", "prefix", "suffix")}
    if is_dataclass(value) and not isinstance(value, type):
        kept = (field.name for field in fields(value) if field.name != "review")
        return {name: snapshot(getattr(value, name)) for name in kept}
    if isinstance(value, Enum):
        return value.value
    return [snapshot(each) for each in value] if isinstance(value, tuple) else value


class Thawing:
    """Makes entries again from snapshots taken in one text, with their words in a text of today."""

    def __init__(self, taken_in: str, document: Document) -> None:
        self._same = taken_in == document.doc_id
        self._document = document
        self._anchors: Anchors | None = None

    def entry(self, kind: str, taken: Json) -> Any:
        """Give the entry of a snapshot.

        Raises:
            NotVerbatim: the document does not have its words, or has them at several places alike.
        """
        return self._made(CLASSES[kind], taken)

    def spans(self, taken: Iterable[Json]) -> tuple[Span, ...]:
        """Give where words stand in this text, none where one of them is lost."""
        try:
            return tuple(self._words(each).span for each in taken)
        except NotVerbatim:
            return ()

    def _made(self, class_: Any, taken: Json) -> Any:
        values = {
            name: self._value(type_, taken[name])
            for name, type_ in _types(class_).items()
            if name in taken
        }
        if "doc_id" in values:
            values["doc_id"] = self._document.doc_id
        return class_(**values)

    def _value(self, type_: Any, taken: Any) -> Any:
        """Give a value of a type from its JSON."""
        if taken is None:
            return None
        if get_origin(type_) in {Union, UnionType}:
            type_ = next(each for each in get_args(type_) if each is not type(None))
        if get_origin(type_) is tuple:
            return tuple(self._value(get_args(type_)[0], each) for each in taken)
        if type_ is Anchor:
            return self._words(taken)
        if is_dataclass(type_) and isinstance(type_, type):
            return self._made(type_, taken)
        return type_(taken) if isinstance(type_, type) and issubclass(type_, Enum) else taken

    def _words(self, taken: Json) -> Anchor:
        """Give words at their place: the same one in the same text, else where they stand now."""
        document = self._document
        if self._same:
            place = {name: taken[name] for name in (*PLACE, "exact")}
            return Anchor(document.raw_text, doc_id=document.doc_id, **place)
        span = found_again(document.raw_text, taken)
        if span is None:
            raise NotVerbatim(document.doc_id, taken["start"], taken["end"], taken["exact"], "")
        self._anchors = self._anchors or Anchors(document)
        return self._anchors.at_raw(span)


def found_again(text: str, taken: Json) -> Span | None:
    """Give where words stand in another text, by the words around them; None where that is open.

    Of several places the one whose surroundings agree the longest is taken, as for a W3C
    TextQuoteSelector; two that agree alike are no answer.
    """
    exact = taken["exact"]
    places = [found.start() for found in re.finditer(re.escape(exact), text)]
    agreeing = [
        _alike(taken["prefix"][::-1], text[max(0, at - len(taken["prefix"])) : at][::-1])
        + _alike(taken["suffix"], text[at + len(exact) : at + len(exact) + len(taken["suffix"])])
        for at in places
    ]
    best = max(agreeing, default=0)
    if agreeing.count(best) != 1:
        return None
    start = places[agreeing.index(best)]
    return Span(start, start + len(exact))


def _alike(one: str, other: str) -> int:
    """Give how many characters two texts have in common from the beginning."""
    same = (
        number for number, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]
    )
    return next(same, min(len(one), len(other)))


@lru_cache(maxsize=64)
def _types(class_: Any) -> Mapping[str, Any]:
    """Give the types of a class's fields."""
    hints = get_type_hints(class_)
    return {field.name: hints[field.name] for field in fields(class_)}


def main_words(entry: Any) -> tuple[Anchor, ...]:
    """Give the words that an entry is known by again: its content, its evidence, or all it has."""
    for name in ("content", "evidence"):
        if words := getattr(entry, name, ()):
            return (words,) if isinstance(words, Anchor) else tuple(words)
    return tuple(_all_words(entry))


def about(entry: Any) -> tuple[str, ...]:
    """Give what an entry must agree in, beside its words, to be the same one: a stance's claim.

    One sentence may tell of several stances, and that two wrote a plan; a statement is its words,
    whoever said them.
    """
    if isinstance(entry, PlanClaim):
        return (entry.object.object_id, entry.aspect, entry.actor or "")
    return (entry.holder, entry.object.object_id) if isinstance(entry, Stance) else ()


def _all_words(value: Any) -> Iterator[Anchor]:
    if isinstance(value, Anchor):
        yield value
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _all_words(getattr(value, field.name))
    elif isinstance(value, tuple):
        for each in value:
            yield from _all_words(each)


DERIVED = frozenset({"doc_id", "provenance", "gist", "said_on_basis", "quoted", "act_words"})
"""Fields that say nothing of their own: they follow from others, or tell why."""

CARRIED = ("reported_on", "nested_in", "statements", "statement_id")
"""Fields that the machine's current reading knows best: the day of the document, other entries."""


def carried(entry: Any, kind: str, machine: Any, document: Document) -> Any:
    """Give an entry as decided, with what of it is not a person's to decide as it is today.

    Where the machine's reading has the entry, its id and the entries it refers to are those of
    today.
    """
    own = {field.name for field in fields(entry)}
    changes = {"reported_on": document.published_on} if "reported_on" in own else {}
    if machine is not None:
        names = (IDS[kind], *(name for name in CARRIED if name in own))
        changes |= {name: getattr(machine, name) for name in names}
    return replace(entry, **changes)


Differences = tuple[tuple[str, str], ...]


def differences(kind: str, machine: Any, entry: Any) -> Differences:
    """Give what the machine reads otherwise: fields and the machine's values in plain words."""
    names = [
        field.name
        for field in fields(entry)
        if field.name not in DERIVED and field.name not in CARRIED and field.name != IDS[kind]
    ]
    return tuple(
        (name, in_words(getattr(machine, name)))
        for name in names
        if _essence(getattr(machine, name)) != _essence(getattr(entry, name))
    )


def _essence(value: Any) -> Any:
    """Give what makes two values the same: words by their places, whom they mean, codes."""
    match value:
        case Anchor():
            return value.span
        case Mention():
            return value.anchor.span, value.actor_id
        case tuple():
            return tuple(map(_essence, value))
        case _:
            return value
