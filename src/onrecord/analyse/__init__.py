"""From the record to answers."""

from onrecord.analyse.coverage import Behind, Coverage, OutletCount, Period
from onrecord.analyse.gaps import Absence, Gap, Heard, Seen, gaps
from onrecord.analyse.identities import (
    MACHINE,
    Identities,
    Identity,
    Known,
    Merge,
    identities,
)
from onrecord.analyse.shifts import Direction, Shift, ShiftKind, shifts
from onrecord.analyse.stances import Cell, cells
from onrecord.analyse.timeline import Moment, MomentKind, timeline

__all__ = [
    "MACHINE",
    "Absence",
    "Behind",
    "Cell",
    "Coverage",
    "Direction",
    "Gap",
    "Heard",
    "Identities",
    "Identity",
    "Known",
    "Merge",
    "Moment",
    "MomentKind",
    "OutletCount",
    "Period",
    "Seen",
    "Shift",
    "ShiftKind",
    "cells",
    "gaps",
    "identities",
    "shifts",
    "timeline",
]
