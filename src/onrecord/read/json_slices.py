"""The objects of a list in JSON, each with the very characters that it has in the text."""

import json
from collections.abc import Iterator
from typing import Any

DECODER = json.JSONDecoder(strict=False)
SPACES = " \t\r\n"


def listed(text: str, start: int) -> Iterator[tuple[str, dict[str, Any]]]:
    """Give the objects of the list whose bracket is at `start`, up to the first that is broken.

    >>> [own for own, _ in listed('x: [{"a": 1} , 2, {"b":2}]', 3)]
    ['{"a": 1}', '{"b":2}']
    """
    at = start
    while at < len(text) and text[at] in "[,":
        at = _after_spaces(text, at + 1)
        try:
            item, end = DECODER.raw_decode(text, at)
        except (ValueError, RecursionError):
            return
        if isinstance(item, dict):
            yield text[at:end], item
        at = _after_spaces(text, end)


def _after_spaces(text: str, at: int) -> int:
    while at < len(text) and text[at] in SPACES:
        at += 1
    return at
