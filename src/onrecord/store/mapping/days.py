"""Days as the database compares them."""

from datetime import UTC, date, datetime

from onrecord.record.edtf import bounds

FIRST = date.min.isoformat()
LAST = date.max.isoformat()


def day_columns(*values: str | None) -> tuple[str | None, str | None]:
    """Give the first and the last day of the first value that is EDTF, None where none is.

    The ends of the calendar stand for open ends.

    >>> day_columns(None, "[..2025-11-27]")
    ('0001-01-01', '2025-11-27')
    """
    for value in values:
        try:
            first, last = bounds(value or "")
        except ValueError:
            continue
        return first.isoformat() if first else FIRST, last.isoformat() if last else LAST
    return None, None


def stamp(moment: datetime) -> str:
    """Give a time as text that sorts, in UTC.

    Raises:
        ValueError: the time has no zone.
    """
    if moment.tzinfo is None:
        raise ValueError("a time to be recorded needs its zone")
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def moment(stamped: str) -> datetime:
    """Give the time of a stamp."""
    return datetime.fromisoformat(stamped)
