"""Fields of an article in JSON: which name means what, and what their values say."""

import tomllib
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
from typing import Any

from onrecord.read.dates import whole_date
from onrecord.read.fields import Fields, dated
from onrecord.record import DateDetail, Detail

MEANINGS = ("text", "title", "published", "updated", "url", "outlet", "author", "language")

LAST_SECOND = 4_102_444_800
"""The year 2100 in seconds since 1970; numbers up to a thousand times larger are milliseconds."""

LONGEST = 2_000
"""Characters of a value that is no text; longer ones are not what their name says."""


@cache
def names() -> Mapping[str, tuple[str, ...]]:
    """Give the names of each meaning."""
    source = files("onrecord.read.formats").joinpath("json_fields.toml").read_text("utf-8")
    return {meaning: tuple(found) for meaning, found in tomllib.loads(source).items()}


class Article:
    """An article in JSON, asked for its fields; `given` are names that the user told."""

    def __init__(self, values: Mapping[str, Any], given: tuple[tuple[str, str], ...]) -> None:
        self._values = values
        self._given = given

    def text(self) -> str | None:
        """Give the text, its paragraphs apart where it is a list of them."""
        for _, value in self._found("text"):
            joined = "\n\n".join(value) if _is_list_of_text(value) else value
            if isinstance(joined, str) and joined.strip():
                return joined
        return None

    def fields(self) -> Fields:
        """Give what stands outside the text."""
        language = self._detail("language")
        return Fields(
            title=self._detail("title"),
            publisher=self._detail("outlet"),
            byline=self._detail("author"),
            url=self._detail("url"),
            published=self._date("published"),
            updated=self._date("updated"),
            language=language.value if language else None,
        )

    def _found(self, meaning: str) -> Iterator[tuple[str, Any]]:
        """Give the values with this meaning and the names they stand under."""
        told = [name for wanted, name in self._given if wanted == meaning]
        lower = {name.lower(): name for name in reversed(list(self._values))}
        for name in told or names()[meaning]:
            first, *rest = name.split(".")
            value = self._values.get(first, self._values.get(lower.get(first.lower(), "")))
            for step in rest:
                value = value.get(step) if isinstance(value, dict) else None
            if value not in (None, "", []):
                yield name, value

    def _detail(self, meaning: str) -> Detail | None:
        for name, value in self._found(meaning):
            words = " ".join(_words(value).split())
            if words and len(words) <= LONGEST:
                return Detail(words, field=f"json[{name}]")
        return None

    def _date(self, meaning: str) -> DateDetail | None:
        found = (
            dated(whole_date(_written(value)), f"json[{name}]")
            for name, value in self._found(meaning)
        )
        return next((date for date in found if date), None)


def _is_list_of_text(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _words(value: Any) -> str:
    """Give the words of a value; an object's are its name's, a list's those of its items."""
    if isinstance(value, list):
        return ", ".join(filter(None, (_words(item) for item in value[:20])))
    if isinstance(value, dict):
        name = value.get("name", value.get("title", ""))
        return name if isinstance(name, str) else ""
    return value if isinstance(value, str) else ""


def _written(value: Any) -> str:
    """Give a date as it is written; a number counts the seconds since 1970.

    >>> _written(1812345678), _written("2027-06-07")
    ('2027-06-07T05:21:18Z', '2027-06-07')
    """
    if isinstance(value, str):
        return value if len(value) <= LONGEST else ""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return ""
    if not 0 < value < 1000 * LAST_SECOND:
        return ""
    seconds = int(value) if value < LAST_SECOND else int(value) // 1000
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
