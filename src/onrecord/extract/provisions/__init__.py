"""Provisions: what a document says that a plan says, point by point."""

from onrecord.extract.provisions.find import Provisions
from onrecord.extract.provisions.surroundings import Surroundings

__all__ = ["Provisions", "Surroundings"]
