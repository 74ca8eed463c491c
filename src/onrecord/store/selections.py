"""What readers choose statements by: many values at once, in an order, a page at a time."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from onrecord.record import SourcingLevel, SpeechAct, StanceValue


class Order(StrEnum):
    """The orders that statements can be put in; `-` is from the last to the first."""

    SAID_DOWN = "-said"
    SAID = "said"
    PUBLISHED_DOWN = "-published"
    PUBLISHED = "published"
    SPEAKER = "speaker"
    SPEAKER_DOWN = "-speaker"
    SOURCING = "sourcing"
    SOURCING_DOWN = "-sourcing"


class Way(StrEnum):
    """How a statement speaks of an actor: aimed at him, with a stance of his, by naming him."""

    AIMED_AT = "aimed_at"
    STANCE = "stance"
    NAMED = "named"


class Facet(StrEnum):
    """What chosen statements can be counted by."""

    SPEAKER = "speaker"
    ACT = "act"
    SOURCING = "sourcing"
    OUTLET = "outlet"
    STANCE = "stance"
    OBJECT = "object"


@dataclass(frozen=True, slots=True)
class Selection:
    """Statements by any of several speakers, acts, levels, outlets, stances and objects.

    An empty tuple asks for all. `speakers` are actor ids, None for all: an empty tuple is nobody.
    `values` and `objects` are those of the stances that were read from a statement; `objects` are
    object ids. `text`, `since`, `until`, `as_of`, `process` and `review` are those of
    `StatementFilter`. `spoken_of` are the ids of one actor: it asks for what others say of him, in
    any `Way`. `confirmed` asks for what a person has confirmed, corrected or added. `names` are
    actor ids in the order of their names, for `Order.SPEAKER`.
    """

    text: str | None = None
    speakers: tuple[str, ...] | None = None
    acts: tuple[SpeechAct, ...] = ()
    sourcing: tuple[SourcingLevel, ...] = ()
    outlets: tuple[str, ...] = ()
    values: tuple[StanceValue, ...] = ()
    objects: tuple[str, ...] = ()
    spoken_of: tuple[str, ...] | None = None
    since: date | None = None
    until: date | None = None
    as_of: date | None = None
    process: str | None = None
    review: bool | None = None
    confirmed: bool = False
    order: Order = Order.SAID_DOWN
    names: tuple[str, ...] = ()
    limit: int | None = None
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Crowd:
    """How many statements one actor (None: nobody known) made between two days.

    The ends are None where they are open.
    """

    actor_id: str | None
    first: date | None
    last: date | None
    count: int


@dataclass(frozen=True, slots=True)
class Article:
    """A document as a list shows it; `recorded_at` is when its current reading was made, in UTC."""

    doc_id: str
    name: str
    title: str | None
    outlet: str | None
    published_on: str | None
    language: str | None
    recorded_at: str
    refused: str | None
    statements: int


@dataclass(frozen=True, slots=True)
class OutletSourcing:
    """How many statements an outlet (None: not known) has at a level of sourcing."""

    outlet: str | None
    level: SourcingLevel
    statements: int


class SpokenOf(NamedTuple):
    """That a statement speaks of an actor, and how; `speaker` is None where nobody is named."""

    statement_id: str
    speaker: str | None
    actor_id: str
    way: Way


class Changed(NamedTuple):
    """The number of the last change, and the documents that changed since another one."""

    number: int
    doc_ids: tuple[str, ...]
