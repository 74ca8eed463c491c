"""Sums of money and other quantities, as written."""

from onrecord.extract.amounts.find import find_amounts
from onrecord.extract.amounts.findings import Amounts, MoneyFinding, QuantityFinding

__all__ = ["Amounts", "MoneyFinding", "QuantityFinding", "find_amounts"]
