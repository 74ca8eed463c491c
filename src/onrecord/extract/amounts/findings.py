"""Sums of money and quantities as found in a cleaned text."""

from dataclasses import dataclass

from onrecord.record import Qualifier, Span


@dataclass(frozen=True, slots=True)
class MoneyFinding:
    """A sum, in whole units of the currency; `upper` is the end of a range ("$3-4 billion").

    `currency` is a code of ISO 4217, None where the words do not tell; `currency_basis` has the
    sign or the name that was read. The span holds the qualifying words.
    """

    span: Span
    amount: float
    currency: str | None
    currency_basis: str
    qualifier: Qualifier = Qualifier.EXACT
    upper: float | None = None


@dataclass(frozen=True, slots=True)
class QuantityFinding:
    """A number and the noun that it counts, in the plural; `upper` is the end of a range."""

    span: Span
    number: float
    unit: str
    qualifier: Qualifier = Qualifier.EXACT
    upper: float | None = None


@dataclass(frozen=True, slots=True)
class Amounts:
    """All amounts of a text, each in text order."""

    money: tuple[MoneyFinding, ...]
    quantities: tuple[QuantityFinding, ...]
