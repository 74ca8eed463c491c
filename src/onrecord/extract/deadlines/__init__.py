"""Deadlines: who sets whom which last day for what, as one document tells it."""

from onrecord.extract.deadlines.find import Deadlines

__all__ = ["Deadlines"]
