"""All amounts of a text."""

from onrecord.extract.amounts.findings import Amounts
from onrecord.extract.amounts.money import find_money
from onrecord.extract.amounts.quantities import find_quantities


def find_amounts(text: str) -> Amounts:
    """Give the sums and the quantities of a cleaned text; no quantity lies in a sum.

    >>> found = find_amounts("The 19-point plan frees roughly $4.2 billion.")
    >>> (found.money[0].amount, found.money[0].currency, found.money[0].qualifier.value)
    (4200000000.0, 'USD', 'approximate')
    >>> (found.quantities[0].number, found.quantities[0].unit)
    (19.0, 'points')
    """
    money = sorted(find_money(text), key=lambda found: found.span)
    apart = [
        found
        for place, found in enumerate(money)
        if not place or money[place - 1].span.end <= found.span.start
    ]
    return Amounts(tuple(apart), tuple(find_quantities(text, [found.span for found in apart])))
