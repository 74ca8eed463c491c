"""EDTF's qualifiers of a date: `~` about, `?` possibly, `%` both (ISO 8601-2, 8.2)."""

import re

from onrecord.extract.times.phrase import Phrase

REACH = 3
"""Words before a date in which its doubt stands: "possibly as early as Friday"."""
DOUBTS = frozenset({"possibly", "perhaps", "maybe", "probably", "presumably"})
ABOUT = frozenset({"around", "about", "circa", "roughly", "approximately"})
_DATE = re.compile(r"[0-9]{3,4}[0-9X](?:-[0-9]{2}){0,2}|[0-9]{4}(?:-[0-9]{2}){0,2}")


def qualified(phrase: Phrase, edtf: str, mod: str | None) -> str:
    """Give a single date with its qualifier; sets and intervals stay as they are."""
    if not edtf[-1].isdigit() or "/" in edtf:
        return edtf
    before = [phrase.tokens.form(at).lower() for at in range(phrase.first - REACH, phrase.first)]
    doubt = bool(DOUBTS & set(before))
    about = mod == "APPROX" or bool(ABOUT & set(before[-1:]))
    mark = {(True, True): "%", (True, False): "?", (False, True): "~"}.get((doubt, about), "")
    return f"{edtf}{mark}" if _DATE.fullmatch(edtf) else edtf
