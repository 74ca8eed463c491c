"""How certain the source, and the reporter, are of what is told."""

from onrecord.extract.certainty.decide import Decided, certainty

__all__ = ["Decided", "certainty"]
