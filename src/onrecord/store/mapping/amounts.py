"""Times, sums of money and quantities, and rows."""

from typing import Any

from sqlalchemy import Row

from onrecord.record import Money, Qualifier, Quantity, TimeExpression, TimeRole, TimeType
from onrecord.store import schema
from onrecord.store.mapping.anchors import Words
from onrecord.store.mapping.sheet import Sheet
from onrecord.store.mapping.statements import one_or_none


def write_time(sheet: Sheet, entry: int, time: TimeExpression) -> None:
    """Write the rows of a time expression."""
    columns = {
        "type": time.type,
        "edtf": time.edtf,
        "timex_value": time.timex_value,
        "rule": time.rule,
        "mod": time.mod,
        "function": time.function,
        "role": time.role,
        "role_basis": time.role_basis,
    }
    sheet.write(schema.times, entry, columns)
    sheet.words(entry, "words", (time.anchor,))


def time(row: Row[Any], words: Words) -> TimeExpression:
    """Give the time expression of a row."""
    return TimeExpression(
        time_id=row.id,
        anchor=words.one(row.entry, "words"),
        type=TimeType(row.type),
        edtf=row.edtf,
        timex_value=row.timex_value,
        rule=row.rule,
        mod=row.mod,
        function=row.function,
        role=TimeRole(row.role),
        role_basis=row.role_basis,
    )


def write_money(sheet: Sheet, entry: int, money: Money) -> None:
    """Write the rows of a sum."""
    columns = {
        "amount": money.amount,
        "currency": money.currency,
        "qualifier": money.qualifier,
        "currency_basis": money.currency_basis,
        "upper": money.upper,
    }
    sheet.write(schema.money, entry, columns)
    sheet.words(entry, "words", (money.anchor,))
    sheet.words(entry, "purpose", one_or_none(money.purpose))


def money(row: Row[Any], words: Words) -> Money:
    """Give the sum of a row."""
    return Money(
        money_id=row.id,
        anchor=words.one(row.entry, "words"),
        amount=row.amount,
        currency=row.currency,
        qualifier=Qualifier(row.qualifier),
        currency_basis=row.currency_basis,
        upper=row.upper,
        purpose=words.perhaps(row.entry, "purpose"),
    )


def write_quantity(sheet: Sheet, entry: int, quantity: Quantity) -> None:
    """Write the rows of a quantity."""
    columns = {
        "number": quantity.number,
        "unit": quantity.unit,
        "qualifier": quantity.qualifier,
        "upper": quantity.upper,
    }
    sheet.write(schema.quantities, entry, columns)
    sheet.words(entry, "words", (quantity.anchor,))


def quantity(row: Row[Any], words: Words) -> Quantity:
    """Give the quantity of a row."""
    return Quantity(
        quantity_id=row.id,
        anchor=words.one(row.entry, "words"),
        number=row.number,
        unit=row.unit,
        qualifier=Qualifier(row.qualifier),
        upper=row.upper,
    )
