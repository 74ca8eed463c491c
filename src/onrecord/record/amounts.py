"""Sums of money and other quantities, as printed."""

from dataclasses import dataclass

from onrecord.record.anchors import Anchor
from onrecord.record.codes import Qualifier


@dataclass(frozen=True, slots=True)
class Money:
    """A sum: amount in whole units of `currency` (ISO 4217, None where the sign is ambiguous).

    `upper` is the end of a range, as in `$3-4 billion`, whose beginning is `amount`. `purpose` are
    the words for what it is for, None where none stand behind it.
    """

    money_id: str
    anchor: Anchor
    amount: float
    currency: str | None
    qualifier: Qualifier = Qualifier.EXACT
    currency_basis: str = ""
    upper: float | None = None
    purpose: Anchor | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of something: `28` `points`; `unit` is the counted noun, as a plural.

    `upper` is the end of a range, as in `20 to 22 points`, whose beginning is `number`.
    """

    quantity_id: str
    anchor: Anchor
    number: float
    unit: str
    qualifier: Qualifier = Qualifier.EXACT
    upper: float | None = None
