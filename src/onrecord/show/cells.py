"""Values for spreadsheets: no cell is taken for a formula, none hides or reorders other text."""

import csv
import re
from collections.abc import Iterable
from io import StringIO
from typing import Any

HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff"
    "\ufff9-\ufffb]"
)
"""Characters that ring, hide or reorder other text; each is shown as one replacement character."""
FORMULA = tuple("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")
"""Beginnings that a spreadsheet takes for a formula, full-width signs among them (OWASP's list for
CSV injection); an apostrophe says they are none."""


def plain(value: Any) -> Any:
    """Give a value that no spreadsheet takes for a formula.

    >>> plain("=1+1"), plain("4.2 billion"), plain(-3)
    ("'=1+1", '4.2 billion', -3)
    """
    if not isinstance(value, str):
        return value
    text = HIDDEN.sub("\N{REPLACEMENT CHARACTER}", value)
    return f"'{text}" if text.startswith(FORMULA) else text


def csv_line(values: Iterable[Any]) -> str:
    r"""Give a line of comma-separated values with its end, RFC 4180's.

    >>> csv_line(["a, b", None, "@x"])
    '"a, b",,\'@x\r\n'
    """
    out = StringIO()
    csv.writer(out).writerow(map(plain, values))
    return out.getvalue()
