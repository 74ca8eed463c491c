"""Stances: who stands where on what, by the decision rules of the specification (section 3.6)."""

from onrecord.extract.stances.find import Stances
from onrecord.extract.stances.ground import Ground

__all__ = ["Ground", "Stances"]
