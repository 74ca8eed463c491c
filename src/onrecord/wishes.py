"""What a user asks for, as typed or as Python values, made into what the record can be asked."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import TypeVar

from onrecord.errors import BadCode, BadDate, DaysReversed
from onrecord.record import ReviewState, SourcingLevel, StanceBasis, StanceValue
from onrecord.show.occasions import OccasionFilter
from onrecord.store import ProvisionFilter, StanceFilter

Day = str | date | None
C = TypeVar("C", bound=StrEnum)


def day(value: Day) -> date | None:
    """Give a day from a date or from `2027-04-12`.

    Raises:
        BadDate: the words are no day.
    """
    if value is None or isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise BadDate(value) from None


def period(since: Day, until: Day) -> tuple[date | None, date | None]:
    """Give the two ends of a period.

    Raises:
        BadDate: the words are no day.
        DaysReversed: it ends before it begins.
    """
    first, last = day(since), day(until)
    if first and last and last < first:
        raise DaysReversed(first.isoformat(), last.isoformat())
    return first, last


def iso(value: Day) -> str | None:
    """Give a day as `2027-04-12`."""
    found = day(value)
    return found.isoformat() if found else None


def stance_filter(
    holder: str | None = None,
    object: str | None = None,  # noqa: A002 - as the command's --object
    *,
    value: Iterable[str] = (),
    basis: Iterable[str] = (),
    as_of: Day = None,
    since: Day = None,
    until: Day = None,
    process: str | None = None,
    review: bool | None = None,
    states: Iterable[str] = (),
) -> StanceFilter:
    """Give the question for stances.

    `holder` is part of a name or an actor's id, `object` part of a label, a category or an id,
    `value` and `basis` are codes or beginnings of codes. `as_of` leaves out what was published
    later. `since` and `until` are days of the stances. `states` are those of people's decisions.

    Raises:
        BadCode, BadDate, DaysReversed: what is asked for cannot be.
    """
    first, last = period(since, until)
    return StanceFilter(
        holder=holder,
        object=object,
        values=codes(StanceValue, value),
        bases=codes(StanceBasis, basis),
        as_of=day(as_of),
        since=first,
        until=last,
        process=process,
        review=review,
        states=codes(ReviewState, states),
    )


def provision_filter(
    plan: str | None = None,
    category: str | None = None,
    obligor: str | None = None,
    *,
    as_of: Day = None,
    process: str | None = None,
    review: bool | None = None,
) -> ProvisionFilter:
    """Give the question for provisions.

    `plan` is part of a plan's name or an id, `category` a code or its beginning, `obligor` part of
    the name of whoever has to act, or an actor's id. `as_of` leaves out what was published later.

    Raises:
        BadDate: the words are no day.
    """
    return ProvisionFilter(
        plan=plan,
        category=category,
        obligor=obligor,
        as_of=day(as_of),
        process=process,
        review=review,
    )


def occasion_filter(
    actor: str | None = None,
    *,
    as_of: Day = None,
    since: Day = None,
    until: Day = None,
    process: str | None = None,
    media: bool = False,
) -> OccasionFilter:
    """Give the question for meetings or deadlines.

    `actor` is part of the name of somebody who takes part, or an id. `as_of` leaves out what was
    published later. `since` and `until` are days on which it may be. `media` adds interviews,
    press conferences and the like.

    Raises:
        BadDate, DaysReversed: what is asked for cannot be.
    """
    first, last = period(since, until)
    return OccasionFilter(actor, day(as_of), first, last, process, media)


def codes(known: type[C], wanted: Iterable[str]) -> tuple[C, ...]:
    """Give the codes of a list that are asked for, whole or by their beginning.

    A whole code is itself alone: `accept` is not `accept_in_principle`, `acc` is both.

    Raises:
        BadCode: no code begins so.
    """
    found: list[C] = []
    for asked in wanted:
        same = [code for code in known if code.lower() == asked.lower()]
        fitting = same or [code for code in known if code.lower().startswith(asked.lower())]
        if not fitting:
            raise BadCode(asked, tuple(known))
        found.extend(fitting)
    return tuple(dict.fromkeys(found))


def levels(wanted: Iterable[str]) -> tuple[SourcingLevel, ...]:
    """Give the sourcing levels whose codes begin as asked: `L1` is all three on the record.

    Raises:
        BadCode: no code begins so.
    """
    return codes(SourcingLevel, wanted)
