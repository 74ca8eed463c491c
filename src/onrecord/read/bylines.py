"""Bylines and lines of dates, as they stand between a headline and the first paragraph."""

import re
from collections.abc import Iterator

from onrecord.read.dates import MONTHS, WEEKDAYS, Date, dates
from onrecord.read.facts import Fact, Furniture, Passage, Role, moved
from onrecord.read.passages import FINISHED
from onrecord.read.words import TRIMMED, beginning, is_agency, is_names, words
from onrecord.record import NoiseKind, Span

LONGEST = 160
"""Characters; three authors with their cities, the outlet and two dates have 140."""

SEPARATOR = re.compile(r"\s?[|·•]\s?|\s[—–-]\s|;\s")
BY = re.compile(r"By:?\s(?=\S)", re.IGNORECASE)
CALENDAR = frozenset((MONTHS + " " + WEEKDAYS).split())
NAME_WORDS = 4
"""Words of one person's name before the comma of "Helena Marsh, Diplomatic Editor"."""

LIVE = re.compile(r"\blive\s(?:blog|updates|coverage|ticker)\b|\bas it happened\b", re.IGNORECASE)

IDLE_DATE = re.compile(r"\s\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b.{0,20}\Z")
"""A date behind a label that can be read in two ways."""

IDLE = re.compile(
    r"\d{1,3}[ -]min(?:ute)?s?(?: read)?|\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{2,4})?"
    r"|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}.{0,20}",
    re.IGNORECASE,
)
"""Parts that say nothing to the record: reading time, a time without its day, an ambiguous date."""


def credit_line(passage: Passage) -> Furniture | None:
    """Read a line that is a byline, a date, or both, perhaps with the outlet or the place."""
    if passage.mark or len(passage.text) > LONGEST or not (passage.head or passage.tail):
        return None
    found: list[Fact] = []
    role, labelled = Role.PUBLISHED, False
    for start, part in _parts(passage.text):
        if isinstance(part, Date):
            at = passage.start
            words_ = passage.text[part.span.start : part.span.end]
            found.append(Fact(role, words_, Span(at + part.span.start, at + part.span.end)))
            role = Role.PUBLISHED
        elif label := _label(part):
            role, labelled = label, True
        elif not IDLE.fullmatch(part):
            fact = _name(passage, start, part) if passage.head else None
            if not fact:
                return None
            found.append(fact)
    return _furniture(passage, found, labelled=labelled)


def _furniture(passage: Passage, found: list[Fact], *, labelled: bool) -> Furniture | None:
    roles = {fact.role for fact in found}
    dated = bool(roles & {Role.PUBLISHED, Role.UPDATED}) or labelled
    if not (dated and (passage.head or labelled)) and Role.BYLINE not in roles:
        return None
    byline = Role.BYLINE in roles
    kind = NoiseKind.BYLINE_AS_BODY_PARAGRAPH if byline else NoiseKind.DATE_AS_BODY_PARAGRAPH
    return moved(kind, passage.span, *found)


def _parts(text: str) -> Iterator[tuple[int, Date | str]]:
    """Give the dates and what stands between them, cut at separators, trimmed."""
    at = 0
    for date in (*dates(text), None):
        end = date.span.start if date else len(text)
        yield from _cut(text, at, end)
        if date:
            yield date.span.start, date
            at = date.span.end


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    places = [match.span() for match in SEPARATOR.finditer(text, start, end)]
    for left, right in zip(
        [start, *(place[1] for place in places)],
        [*(place[0] for place in places), end],
        strict=True,
    ):
        part = text[left:right].strip(TRIMMED)
        if part:
            yield text.index(part, left), part


def _label(part: str) -> Role | None:
    """Read "Published:", "Last updated on"."""
    name = IDLE_DATE.sub("", part).lower().strip(TRIMMED)
    for word in words("date_words"):
        name = name.removesuffix(f" {word}")
    if name in words("updated_labels"):
        return Role.UPDATED
    return Role.PUBLISHED if name in words("published_labels") else None


def _name(passage: Passage, start: int, part: str) -> Fact | None:
    """Read who wrote it, who published it, or where."""
    author = _author(part)
    if author:
        at = passage.start + start + part.index(author)
        return Fact(Role.BYLINE, author, Span(at, at + len(author)))
    if FINISHED.search(part) or not is_names(part, words("byline_words") | words("outlet_words")):
        return None
    first = part.split(",", 1)[0]
    outlet = is_agency(part) or words("outlet_words") & set(re.findall(r"\w+", part.lower()))
    at = passage.start + start
    role = Role.PUBLISHER if outlet else Role.PLACE
    return Fact(role, first, Span(at, at + len(first)))


def _author(part: str) -> str | None:
    """Give the names in "By Jane Roe in Kyiv", "Interview: Jane Roe", "Jane Roe, Editor"."""
    by = BY.match(part)
    if by:
        rest = part[by.end() :]
        calendar = rest.split()[0].strip(TRIMMED) in CALENDAR
        small = words("byline_words") | words("roles") | words("outlet_words")
        if _is_unnamed(rest):
            return rest
        return rest if is_names(rest, small) and not calendar and not _is_sentence(rest) else None
    label = beginning("byline_labels").match(part)
    if label and part[label.end() : label.end() + 1] == ":":
        name = re.split(r"\.\s(?=[A-Z][a-z]+\s)", part[label.end() + 1 :].strip())[0]
        return name if is_names(name, words("byline_words")) else None
    return part if _has_role(part) else None


def _is_unnamed(rest: str) -> bool:
    """Tell "our correspondent", "a staff reporter", "our foreign desk": nobody's name."""
    first, *middle = rest.lower().rstrip(".").split()
    role = " ".join(middle[-2:]) in words("roles") or (middle or [""])[-1] in words("roles")
    return first in {"our", "a", "an", "the"} and role and len(middle) < NAME_WORDS


def _is_sentence(text: str) -> bool:
    """Tell whether a full stop ends it, that is no initial and no abbreviation."""
    return FINISHED.search(text) is not None and not re.search(r"\b(?:[A-Z]|Jr|Sr)\.\Z", text)


def _has_role(part: str) -> bool:
    """Tell "Jane Roe, Diplomatic Editor", and "Jane Roe Diplomatic editor" without a comma."""
    name, comma, office = part.partition(", ")
    if not comma and 3 <= len(part.split()) <= 2 * NAME_WORDS:
        named = is_names(" ".join(part.split()[:2]), frozenset())
        return named and part.rsplit(maxsplit=1)[-1].lower() in words("roles")
    last = office.lower().split(" in ")[0].split(" for ")[0]
    known = last in words("roles") or last.rpartition(" ")[2] in words("roles")
    short = 2 <= len(name.split()) <= NAME_WORDS and len(office.split()) <= 2 * NAME_WORDS
    return bool(comma) and known and short and is_names(name, words("byline_words"))


def live_date(passage: Passage) -> Fact | None:
    """Read the one date in the line that introduces a live blog; the line stays in the text."""
    found = list(dates(passage.text[: 2 * LONGEST])) if LIVE.search(passage.text) else []
    if len(found) != 1:
        return None
    start, end = found[0].span
    return passage.fact(Role.PUBLISHED, passage.text[start:end])
