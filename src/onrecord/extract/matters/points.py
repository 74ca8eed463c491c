"""Numbered points that a document prints: `14. The dam is run by a joint authority`."""

import re
from collections.abc import Iterator

from onrecord.record import Span

LISTED = re.compile(r"^[ \t]*(\d{1,2})[.)][ \t]+(\S.{2,400})$", re.MULTILINE)
NAMED = re.compile(
    r"\b(point|article|clause|paragraph|section|chapter)s? (\d{1,2})\b", re.IGNORECASE
)
FEWEST = 3
"""Numbered lines that make a list: fewer may be anything."""


def listed_points(text: str) -> dict[int, Span]:
    r"""Give the stretch of each numbered point of a text's list, by number.

    >>> sorted(listed_points("1. Both sides leave.\n2. Prisoners go home.\n3. The dam is shared."))
    [1, 2, 3]
    """
    rows = [(int(row[1]), Span(*row.span(2))) for row in LISTED.finditer(text)]
    return dict(reversed(rows)) if len(rows) >= FEWEST else {}


def named_points(text: str) -> Iterator[tuple[str, int, Span]]:
    """Give the points that a text names by number: the noun, the number, the words.

    >>> [row[:2] for row in named_points("They object to Article 14 and to point 3.")]
    [('article', 14), ('point', 3)]
    """
    for found in NAMED.finditer(text):
        yield found[1].lower(), int(found[2]), Span(*found.span())
