"""Provisions: what a document says that a plan says, point by point."""

from onrecord.extract.provisions.find import Provisions

__all__ = ["Provisions"]
