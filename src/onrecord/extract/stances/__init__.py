"""Stances: who stands where on what, by the decision rules of the specification (section 3.6)."""

from onrecord.extract.stances.find import Stances
from onrecord.extract.stances.ground import Ground, affiliated, clean
from onrecord.extract.stances.holders import Holders
from onrecord.extract.stances.sayings import Said, Sayings

__all__ = ["Ground", "Holders", "Said", "Sayings", "Stances", "affiliated", "clean"]
