"""What a store answers beside the record's own nouns."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from onrecord.record import (
    Actor,
    Condition,
    Deadline,
    Document,
    Log,
    Meeting,
    Mention,
    Money,
    Occupancy,
    Office,
    PlanClaim,
    PlanText,
    Point,
    Process,
    Provision,
    Quantity,
    Reading,
    Stance,
    Statement,
    TimeExpression,
    Topic,
)

Entry = (
    Document
    | Reading
    | Process
    | Statement
    | Mention
    | Actor
    | Office
    | Occupancy
    | TimeExpression
    | Money
    | Quantity
    | Stance
    | Condition
    | PlanClaim
    | Topic
    | PlanText
    | Point
    | Provision
    | Meeting
    | Deadline
)
"""Anything that has an id."""


class Added(StrEnum):
    """What adding a document did: nothing, a new document, or a new reading of a known one."""

    UNCHANGED = "unchanged"
    NEW = "new"
    READ_AGAIN = "read_again"


@dataclass(frozen=True, slots=True)
class Known:
    """What a record knows of some bytes: their current document and how it was read.

    `published_on` is the day that the user gave. `names` are those under which the bytes were
    seen, `processes` the ids of the negotiations that they belong to.
    """

    doc_id: str
    extractor: str
    published_on: str | None
    names: frozenset[str]
    processes: frozenset[str]


class Kind(StrEnum):
    """The kinds of entry that have ids."""

    DOCUMENT = "document"
    READING = "reading"
    PROCESS = "process"
    STATEMENT = "statement"
    MENTION = "mention"
    ACTOR = "actor"
    OFFICE = "office"
    OCCUPANCY = "occupancy"
    TIME = "time"
    MONEY = "money"
    QUANTITY = "quantity"
    STANCE = "stance"
    CONDITION = "condition"
    PLAN_CLAIM = "plan_claim"
    TOPIC = "topic"
    TEXT = "text"
    POINT = "point"
    PROVISION = "provision"
    MEETING = "meeting"
    DEADLINE = "deadline"


class Found(NamedTuple):
    """An entry's kind and full id."""

    kind: Kind
    id: str


@dataclass(frozen=True, slots=True)
class Case:
    """An entry to be decided on, with the decisions in force; `entry` is None where none has it.

    `seen` stands for its state: whoever decides gives it back, so that nobody decides on what has
    changed meanwhile.
    """

    kind: Kind
    entry_id: str
    doc_id: str
    seen: str
    log: Log
    entry: Entry | None = None


@dataclass(frozen=True, slots=True)
class ReadingNote:
    """One line of a document's history; times are UTC, `superseded_at` is None for the current."""

    reading_id: str
    doc_id: str
    extractor: str
    published_on: str | None
    recorded_at: datetime
    superseded_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """How many entries the current readings hold; actors and offices are counted once each."""

    documents: int = 0
    processes: int = 0
    statements: int = 0
    mentions: int = 0
    actors: int = 0
    offices: int = 0
    occupancies: int = 0
    times: int = 0
    money: int = 0
    quantities: int = 0
    stances: int = 0
    conditions: int = 0
    plans: int = 0
    topics: int = 0
    texts: int = 0
    provisions: int = 0
    meetings: int = 0
    deadlines: int = 0
    noise: int = 0
    superseded_documents: int = 0
    superseded_readings: int = 0


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a record that is not as it must be: where, and what."""

    where: str
    what: str

    def __str__(self) -> str:
        """Give both in one line."""
        return f"{self.where}: {self.what}"
