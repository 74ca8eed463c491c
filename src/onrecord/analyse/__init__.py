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
from onrecord.analyse.notices import notices
from onrecord.analyse.revisions import (
    Change,
    Edition,
    Fate,
    Passage,
    changes,
    passages,
    same_article,
)
from onrecord.analyse.shifts import Direction, Shift, ShiftKind, Shifts, shifts
from onrecord.analyse.stances import Cell, Cells, cells
from onrecord.analyse.timeline import Moment, MomentKind, timeline

__all__ = [
    "MACHINE",
    "Absence",
    "Behind",
    "Cell",
    "Cells",
    "Change",
    "Coverage",
    "Direction",
    "Edition",
    "Fate",
    "Gap",
    "Heard",
    "Identities",
    "Identity",
    "Known",
    "Merge",
    "Moment",
    "MomentKind",
    "OutletCount",
    "Passage",
    "Period",
    "Seen",
    "Shift",
    "ShiftKind",
    "Shifts",
    "cells",
    "changes",
    "gaps",
    "identities",
    "notices",
    "passages",
    "same_article",
    "shifts",
    "timeline",
]
