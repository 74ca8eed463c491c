"""The reference of the codes, written from the lists themselves."""

import inspect
from enum import StrEnum

from onrecord.record import codes
from onrecord.show.words import ACTS, SOURCING

WORDS = {str(code): words for table in (ACTS, SOURCING) for code, words in table.items()}


def codes_page() -> str:
    """Give the page with every closed list of codes."""
    parts = ["# Codes", "", "Written by `python -m docs.build` from `onrecord.record.codes`.", ""]
    for name, kind in inspect.getmembers(codes, inspect.isclass):
        if issubclass(kind, StrEnum) and kind is not StrEnum:
            parts += [f"## {name}", "", inspect.getdoc(kind) or "", ""]
            parts += [f"- `{code}`{_in_words(code)}" for code in kind]
            parts += [""]
    return "\n".join(parts)


def _in_words(code: str) -> str:
    return f": {WORDS[code]}" if code in WORDS else ""
