"""Time expressions: where they stand, and which time they name."""

from onrecord.extract.times.find import find_times
from onrecord.extract.times.findings import NO_DATE, Quoted, TimeAnchor, TimeFinding
from onrecord.extract.times.said_on import CueTense, Dated, SaidOn, SaidOnClues, said_on, usable

__all__ = [
    "NO_DATE",
    "CueTense",
    "Dated",
    "Quoted",
    "SaidOn",
    "SaidOnClues",
    "TimeAnchor",
    "TimeFinding",
    "find_times",
    "said_on",
    "usable",
]
