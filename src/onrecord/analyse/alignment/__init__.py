"""Two texts side by side: which passage of one became which of the other, however numbered."""

from onrecord.analyse.alignment.align import Alignment, align
from onrecord.analyse.alignment.differences import Change, Piece, difference, sides
from onrecord.analyse.alignment.rows import Relation, Row, StateChange

__all__ = [
    "Alignment",
    "Change",
    "Piece",
    "Relation",
    "Row",
    "StateChange",
    "align",
    "difference",
    "sides",
]
