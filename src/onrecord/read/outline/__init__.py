"""Outlines: the points of a plan's text, each at its exact characters."""

from onrecord.read.outline.points import points

__all__ = ["points"]
