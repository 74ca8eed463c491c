"""Numbered points that a document prints: `14. The dam is run by a joint authority`."""

import re
from collections.abc import Iterator

from onrecord.record import Span

LISTED = re.compile(r"^[ \t]*(\d{1,2})[.)][ \t]+(\S.{2,400})$", re.MULTILINE)
NAMED = re.compile(r"\b(?:Points?|Articles?|Clauses?|Paragraphs?|Sections?|Chapters?) (\d{1,2})\b", re.IGNORECASE)
FEWEST = 3
"""Numbered lines that make a list: fewer may be anything."""


def listed_points(text: str) -> dict[int, Span]:
    """Give the stretch of each numbered point of a text's list, by number.

    >>> sorted(listed_points("1. Both sides leave.\\n2. Prisoners go home.\\n3. The dam is shared."))
    [1, 2, 3]
    """
    rows = [(int(row[1]), Span(*row.span(2))) for row in LISTED.finditer(text)]
    return dict(reversed(rows)) if len(rows) >= FEWEST else {}


def named_points(text: str, span: Span) -> Iterator[tuple[int, Span]]:
    """Give the points that are named by number in a stretch: `Point 14`."""
    for found in NAMED.finditer(text, span.start, span.end):
        yield int(found[1]), Span(*found.span())
