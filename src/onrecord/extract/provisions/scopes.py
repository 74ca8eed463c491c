"""Scopes: stretches of words that tell what a plan says."""

from dataclasses import dataclass
from enum import StrEnum

from onrecord.extract.matters import PlanReference
from onrecord.record import Modality


class Shape(StrEnum):
    """What a scope is made of."""

    CLAUSES = "clauses"
    VERBS = "verbs"
    NOUNS = "nouns"
    WHOLE = "whole"


@dataclass(frozen=True, slots=True)
class Scope:
    """The words `[first, last)` that tell what a plan says, by the document's word numbers.

    `subject` are the words of whoever has to act, `[first, last)`, where they stand outside.
    `rule` names what found it. A `sure` scope holds provisions whatever their subject is; in
    another one only words of the codebook make one.
    """

    plan: PlanReference
    first: int
    last: int
    shape: Shape
    rule: str
    modality: Modality = Modality.REQUIRE
    subject: tuple[int, int] | None = None
    sure: bool = True
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """One provision's words `[first, last)`, its subject, and the modality that its verb tells."""

    first: int
    last: int
    subject: tuple[int, int] | None = None
    owed: Modality | None = None
    passive: bool = False
    sure: bool = True
