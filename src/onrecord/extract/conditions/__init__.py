"""Conditions: what somebody makes something depend on, with its if, its then and its else."""

from onrecord.extract.conditions.find import Conditions

__all__ = ["Conditions"]
