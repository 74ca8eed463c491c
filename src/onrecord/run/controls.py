"""How each field of an entry is corrected: by a code, an actor, a day, words of the document."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, get_args, get_origin, get_type_hints

from onrecord.record import Anchor, Certainty, Factuality, Mention, StanceObject
from onrecord.run.corrections import ACTORS, DAYS, bare, correctable


class Control(StrEnum):
    """What a person gives to correct a field."""

    CODE = "code"
    ACTOR = "actor"
    OBJECT = "object"
    DAY = "day"
    WORDS = "words"
    TRUTH = "truth"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Field:
    """A field that a person can correct: what people call it, and what it takes.

    `codes` are those of a field that takes one of few, in their order. `several` says that the
    words may stand at several places, `optional` that the field may be empty.
    """

    name: str
    field: str
    control: Control
    optional: bool = False
    several: bool = False
    codes: tuple[str, ...] = ()


TYPES: dict[Any, Control] = {
    Anchor: Control.WORDS,
    Mention: Control.WORDS,
    Certainty: Control.CODE,
    bool: Control.TRUTH,
    int: Control.NUMBER,
    float: Control.NUMBER,
}


def fields_of(kind: str, class_: type[Any]) -> tuple[Field, ...]:
    """Give the fields of a kind of entry that a person can correct, each under its common name."""
    called: dict[str, str] = {}
    for name, field in correctable(kind, class_).items():
        if field not in called or called[field] == field:
            called[field] = name
    hints = get_type_hints(class_)
    found = (_field(name, field, hints[field]) for field, name in called.items())
    return tuple(one for one in found if one)


def _field(name: str, field: str, given: Any) -> Field | None:
    """Give a field, None where no person can give its value."""
    type_, optional = bare(given)
    several = get_origin(type_) is tuple and get_args(type_)[:1] == (Anchor,)
    control = Control.WORDS if several else _control(field, type_)
    if control is None:
        return None
    known = Factuality if type_ is Certainty else type_
    codes = tuple(known) if control is Control.CODE else ()
    return Field(name, field, control, optional, several, codes)


def _control(field: str, type_: Any) -> Control | None:
    """Give what a field of one value takes; None for plain text, which the document must have."""
    if field in ACTORS:
        return Control.ACTOR
    if field in DAYS:
        return Control.DAY
    if type_ is StanceObject:
        return Control.OBJECT if field == "object" else None
    if isinstance(type_, type) and issubclass(type_, StrEnum):
        return Control.CODE
    return TYPES.get(type_)
