"""Sums and quantities of a document with their anchors."""

from onrecord.extract.amounts import Amounts
from onrecord.extract.language import Parsed
from onrecord.extract.purposes import purpose
from onrecord.record import Document, Money, Quantity, identify
from onrecord.spans import Anchors


def amounts_of(
    document: Document, parsed: Parsed, anchors: Anchors, found: Amounts
) -> tuple[tuple[Money, ...], tuple[Quantity, ...]]:
    """Give the sums and the quantities of a document in text order."""
    money = []
    for sum_ in found.money:
        anchor = anchors.at_clean(sum_.span)
        what_for = purpose(parsed, sum_.span)
        money.append(
            Money(
                money_id=identify("mon", document.doc_id, anchor.start, anchor.end),
                anchor=anchor,
                amount=sum_.amount,
                currency=sum_.currency,
                qualifier=sum_.qualifier,
                currency_basis=sum_.currency_basis,
                upper=sum_.upper,
                purpose=anchors.at_clean(what_for) if what_for else None,
            )
        )
    quantities = []
    for item in found.quantities:
        anchor = anchors.at_clean(item.span)
        quantities.append(
            Quantity(
                quantity_id=identify("qty", document.doc_id, anchor.start, anchor.end),
                anchor=anchor,
                number=item.number,
                unit=item.unit,
                qualifier=item.qualifier,
                upper=item.upper,
            )
        )
    return tuple(money), tuple(quantities)
