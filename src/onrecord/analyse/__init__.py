"""From the record to answers."""

from onrecord.analyse.timeline import Moment, MomentKind, timeline

__all__ = ["Moment", "MomentKind", "timeline"]
