"""The fields of an entry as a person decides on them: what was read, what holds, choices."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from onrecord.record import (
    Actor,
    Anchor,
    Certainty,
    ConditionType,
    Factuality,
    Form,
    Mention,
    Modality,
    PlanAspect,
    ReportStatus,
    Route,
    SourcingLevel,
    SpeechAct,
    StanceAspect,
    StanceBasis,
    StanceObject,
    StanceValue,
    TextState,
    TimeExpression,
)
from onrecord.record.wording import in_words
from onrecord.run.controls import Control, Field, fields_of
from onrecord.show import words
from onrecord.show.days import in_words as day_in_words
from onrecord.show.signs import FORMS

FEW = 10
"""Choices that are given as buttons: one for each digit."""

LABELS: Mapping[type[StrEnum], Mapping[Any, str]] = {
    ConditionType: words.CONDITIONS,
    Factuality: words.CERTAINTIES,
    Form: FORMS,
    Modality: words.MODALITIES,
    PlanAspect: words.PLAN_ASPECTS,
    ReportStatus: words.REPORTS,
    Route: words.ROUTES,
    SourcingLevel: words.SOURCING,
    SpeechAct: words.ACTS,
    StanceAspect: words.ASPECTS,
    StanceBasis: words.BASES,
    StanceValue: words.STANCES,
    TextState: words.TEXT_STATES,
}
"""What codes are called in plain words."""

KEYS = {
    "speaker": "w",
    "holder": "w",
    "by": "w",
    "words": "s",
    "if": "s",
    "cue": "c",
    "stance": "t",
    "point": "p",
    "date": "d",
    "act": "x",
    "basis": "x",
    "type": "x",
}
"""The key that opens each field."""

CALLED = {
    "speaker": "Who",
    "holder": "Whose stance",
    "by": "Who",
    "words": "Words",
    "cue": "Cue",
    "source": "Source’s words",
    "act": "Act",
    "date": "Date",
    "sourcing": "Sourcing",
    "stance": "Stance",
    "point": "Point",
    "basis": "On whose word",
    "if": "If",
    "then": "Then",
    "else": "Otherwise",
    "distance": "Reporter’s distance",
}
"""What the page calls fields, where it is not their name."""

FIRST: Mapping[str, tuple[str, ...]] = {
    "statement": ("speaker", "words", "cue", "source", "act", "certainty", "date", "sourcing"),
    "stance": ("holder", "stance", "point", "date", "basis", "words"),
}
"""The fields that are seen at once, by kind; the others are behind a line."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that a field can be given at once."""

    value: str
    label: str
    now: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A field of an entry: what the machine read (None where it has no such entry), what holds."""

    of: Field
    label: str
    key: str
    read: str | None
    now: str
    choices: tuple[Choice, ...]
    typed: str

    @property
    def changed(self) -> bool:
        """Tell whether a person gave another value than the machine reads."""
        return self.read is not None and self.read != self.now


@dataclass(frozen=True)
class Known:
    """What the values of fields are named by and chosen from."""

    mentions: Sequence[Mention]
    times: Sequence[TimeExpression]
    published_on: str | None
    names: Mapping[str, Actor]
    objects: tuple[StanceObject, ...] = ()
    near: int = 0
    taken: set[str] = field(default_factory=set)


def rows_of(kind: str, entry: Any, machine: Any, known: Known) -> tuple[list[Row], list[Row]]:
    """Give the fields of an entry: those seen at once, and the others.

    A key is given once on a page: `known.taken` holds those that are.
    """
    order = {name: place for place, name in enumerate(FIRST.get(kind, ()))}
    all_ = sorted(fields_of(kind, type(entry)), key=lambda one: order.get(one.name, len(order)))
    made = [_row(one, entry, machine, known) for one in all_]
    first = [row for row in made if row.of.name in order or not order]
    return first, [row for row in made if row not in first]


def _row(of: Field, entry: Any, machine: Any, known: Known) -> Row:
    value = getattr(entry, of.field)
    key = KEYS.get(of.name, "")
    key = "" if key in known.taken else key
    known.taken.add(key)
    label = CALLED.get(of.name) or of.name.replace("_", " ").capitalize()
    read = None if machine is None else said(of, getattr(machine, of.field), known.names)
    return Row(
        of=of,
        label=label,
        key=key,
        read=read,
        now=said(of, value, known.names),
        choices=tuple(_choices(of, value, known)),
        typed=_typed(of, value, known.names),
    )


def said(of: Field, value: Any, names: Mapping[str, Actor]) -> str:
    """Give a value in words, nothing for none."""
    if value is None or value in ("", ()):
        return ""
    if of.control is Control.ACTOR:
        return names[value].name if value in names else str(value)
    if of.control is Control.DAY:
        return str(day_in_words(value))
    if of.control is Control.TRUTH:
        return "yes" if value else "no"
    if isinstance(value, Certainty):
        return label(value.source)
    if isinstance(value, StrEnum):
        return label(value)
    return in_words(value)


def label(code: StrEnum) -> str:
    """Give a code in plain words."""
    return LABELS.get(type(code), {}).get(code) or str(code).replace("_", " ")


def _typed(of: Field, value: Any, names: Mapping[str, Actor]) -> str:
    """Give a value as a person would type it."""
    if of.control is Control.DAY:
        return value or ""
    return said(of, value, names)


def _choices(of: Field, value: Any, known: Known) -> Iterator[Choice]:
    """Give the values that a person is likely to mean, the nearest first."""
    match of.control:
        case Control.CODE:
            now = value.source if isinstance(value, Certainty) else value
            for code in of.codes:
                yield Choice(code, label(code), code == now)  # type: ignore[arg-type]
        case Control.TRUTH:
            yield Choice("yes", "yes", value is True)
            yield Choice("no", "no", value is False)
        case Control.ACTOR:
            for actor in _people(known):
                yield Choice(actor.actor_id, actor.name, actor.actor_id == value)
        case Control.OBJECT:
            for one in known.objects[:FEW]:
                yield Choice(one.object_id, one.label, one == value)
        case Control.DAY:
            for day, words_ in _days(known):
                yield Choice(day, words_, day == value)


def _people(known: Known) -> Iterator[Actor]:
    """Give the actors that the document names, those next to the entry first."""
    mentions: Iterable[Mention] = sorted(
        known.mentions, key=lambda one: abs(one.anchor.start - known.near)
    )
    found = dict.fromkeys(one.actor_id for one in mentions if one.actor_id)
    people = [known.names[one] for one in found if one in known.names]
    seen: set[str] = set()
    for actor in people:
        if actor.name not in seen and len(seen) < FEW - 1:
            seen.add(actor.name)
            yield actor


def _days(known: Known) -> Iterator[tuple[str, str]]:
    """Give the days that the document speaks of, those next to the entry first."""
    times = sorted(known.times, key=lambda one: abs(one.anchor.start - known.near))
    found = {one.edtf: f"from “{in_words(one.anchor)}”" for one in reversed(times) if one.edtf}
    published = known.published_on
    days = dict.fromkeys(one.edtf for one in times if one.edtf)
    near = list(days)[: FEW // 2]
    for day in near:
        yield day, f"{day_in_words(day)}, {found[day]}"
    if published and published not in near:
        yield published, f"{day_in_words(published)}, as published"


def first_words(entry: Any) -> Anchor | None:
    """Give the first words of an entry."""
    for name in ("content", "evidence", "anchor", "demand", "words"):
        found: Anchor | tuple[Anchor, ...] | None = getattr(entry, name, None)
        if found:
            return found[0] if isinstance(found, tuple) else found
    return None
