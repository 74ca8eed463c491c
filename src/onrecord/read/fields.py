"""Fields: what a publication says about itself outside its text."""

from dataclasses import dataclass, fields

from onrecord.read.dates import Date, whole_date
from onrecord.read.front_matter import FrontMatter
from onrecord.record import DateDetail, Detail


@dataclass(frozen=True, slots=True)
class Fields:
    """Values from the fields of a page or from front matter, None where a field is missing."""

    title: Detail | None = None
    publisher: Detail | None = None
    byline: Detail | None = None
    url: Detail | None = None
    published: DateDetail | None = None
    updated: DateDetail | None = None
    language: str | None = None


def filled(first: Fields, second: Fields) -> Fields:
    """Give the first values, and the second where the first are missing."""
    names = [each.name for each in fields(Fields)]
    values = {name: getattr(first, name) or getattr(second, name) for name in names}
    return Fields(**values)


def dated(date: Date | None, field: str) -> DateDetail | None:
    """Give a date with the field that it stands in."""
    return DateDetail(date.edtf, date.precision, date.zone, field=field) if date else None


def of_front_matter(found: FrontMatter | None) -> Fields:
    """Give the fields that front matter holds; a date must be written in full."""
    values = found.values if found else {}
    details = {
        meaning: Detail(value, field=f"front matter[{name}]")
        for meaning, (value, name) in values.items()
    }
    days = {
        meaning: dated(whole_date(value), f"front matter[{name}]")
        for meaning, (value, name) in values.items()
        if meaning in {"published", "updated"}
    }
    return Fields(
        title=details.get("title"),
        publisher=details.get("publisher"),
        byline=details.get("byline"),
        url=details.get("url"),
        published=days.get("published"),
        updated=days.get("updated"),
        language=details["language"].value if "language" in details else None,
    )
