"""Datelines: "GENEVA, April 12 (Reuters) —", the place, day and agency a report begins with."""

import re
from dataclasses import dataclass

from onrecord.read.words import is_agency
from onrecord.record import Span

LONGEST = 120
"""Characters in which a dateline stands."""

_UPPER = r"[A-Z][A-Z'’.-]{1,24}(?:[ /-][A-Z][A-Z'’.-]{0,24}){0,4}"
_TITLE = r"[A-Z][\w'’.-]{1,24}(?:[ /][A-Z][\w'’.-]{0,24}){0,3}"
_REGION = r"(?:, [A-Z][\w.]{1,20}(?: [A-Z][\w.]{1,20}){0,2})?"
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY = rf"(?:,? \(?(?P<day>(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?)\)?)?"
_AGENCY = r"(?: ?\((?P<agency>[A-Za-z][\w ./&-]{1,30})\))?"

DATELINE = re.compile(
    rf"(?:(?P<upper>{_UPPER})|(?P<title>{_TITLE}))(?P<region>{_REGION}){_DAY}{_AGENCY}"
    r" ?(?:—|―|–|--|-)(?:\s|\Z)"
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where a dateline and its parts stand, counted from the paragraph's beginning."""

    whole: Span
    place: Span
    day: Span | None
    agency: Span | None


def dateline(paragraph: str) -> Dateline | None:
    """Give the dateline of a paragraph, None where nothing proves one.

    A place in capitals with a day, with an agency that is known, or with neither is proof enough;
    a place in small letters needs an agency that is known.

    >>> words = "KYIV, Ukraine (AP) — The talks"
    >>> found = dateline(words)
    >>> words[slice(*found.place)], words[slice(*found.agency)]
    ('KYIV, Ukraine', 'AP')
    """
    match = DATELINE.match(paragraph[:LONGEST])
    if not match:
        return None
    agency = match["agency"]
    signed = bool(agency) and (is_agency(agency) or agency.isupper())
    dated = match["upper"] and (match["day"] or not agency)
    if not signed and not dated:
        return None
    day = Span(*match.span("day")) if match["day"] else None
    place = Span(match.start(), match.end("region"))
    whole = Span(match.start(), match.end())
    return Dateline(whole, place, day, Span(*match.span("agency")) if agency else None)
