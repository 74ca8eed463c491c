"""Finds the time expressions of a text and resolves them."""

import re
from dataclasses import replace
from datetime import date

from onrecord.extract.times import calendar
from onrecord.extract.times.edtf import edtf_of
from onrecord.extract.times.findings import NO_DATE, TimeAnchor, TimeFinding
from onrecord.extract.times.grammar import Rule, grammar
from onrecord.extract.times.phrase import Phrase
from onrecord.extract.times.qualifiers import qualified
from onrecord.extract.times.readers import READERS
from onrecord.extract.times.roles import role_of
from onrecord.extract.times.tokens import Tokens
from onrecord.extract.times.undated import unknown_value
from onrecord.record import Span, TimeType

MEMORY = 40
"""How many findings back "the following year" looks; also keeps the work linear."""
PUBLISHED = "PUBLICATION_TIME"
NEVER = date(2000, 1, 1)
"""Stands for the day of writing where it is not known; rules that would use it are not read."""


def find_times(text: str, anchor: TimeAnchor) -> tuple[TimeFinding, ...]:
    """Give the time expressions of a cleaned text, in text order, none overlapping another.

    Spans are clean code points, without the preposition ("Friday" of "on Friday"). Without a day of
    writing an expression that needs one keeps X's and no EDTF.

    >>> (found,) = find_times("They met last week.", TimeAnchor(date(2025, 11, 27)))
    >>> found.span, found.timex_value, found.edtf
    (Span(start=9, end=18), '2025-W47', '2025-11-17/2025-11-23')
    >>> (found,) = find_times("They met last week.", TimeAnchor(None))
    >>> found.timex_value, found.edtf, found.rule
    ('XXXX-WXX', None, 'no publication date')
    """
    tokens = Tokens(text)
    found: list[TimeFinding] = []
    for rule, first, end in grammar().matches(tokens):
        today = anchor.at(tokens.matches[first].start())
        phrase = Phrase(tokens, first, end, today or NEVER, found[-MEMORY:])
        finding = _undated(rule, phrase) if rule.undated and not today else _read(rule, phrase)
        if finding:
            found.append(finding)
    return tuple(_with_function(text, finding, anchor) for finding in found)


def _with_function(text: str, found: TimeFinding, anchor: TimeAnchor) -> TimeFinding:
    """Give the finding with its function: the day of publication alone on a line dates the text."""
    if found.timex_value != str(anchor.published) or found.span.end - found.span.start < len(
        "2027-04-12"
    ):
        return found
    before = text[max(found.span.start - 1, 0) : found.span.start]
    after = text[found.span.end : found.span.end + 1]
    alone = before in {"", "\n"} and after in {"", "\n", "\r"}
    return replace(found, function=PUBLISHED) if alone else found


def _undated(rule: Rule, phrase: Phrase) -> TimeFinding | None:
    """Give an expression that needs the day of writing, where it is not known."""
    value = unknown_value(rule.undated or "", phrase)
    return TimeFinding(_span(phrase), rule.type, None, value, NO_DATE, phrase.mod)


def _read(rule: Rule, phrase: Phrase) -> TimeFinding | None:
    """Give an expression with its value, None where the words name no time after all."""
    value = READERS[rule.reader](phrase)
    if not value:
        return None
    edtf = value.edtf or edtf_of(value.value, None if phrase.today is NEVER else phrase.today)
    mod = value.mod
    if rule.type is TimeType.DATE and edtf:
        edtf, mod = _bounded(phrase, edtf, mod)
        edtf = qualified(phrase, edtf, mod)
    kind, why = _type(rule, value.value), f"{rule.name}: {value.why}"
    role, words = role_of(phrase, kind, edtf)
    span, basis = _span(phrase), words or None
    return TimeFinding(span, kind, edtf, value.value, why, mod, role=role, role_basis=basis)


def _type(rule: Rule, value: str) -> TimeType:
    """Give the type: "a few days later" is a length although "two days later" is a day."""
    length = re.match(r"PT?[X0-9]", value)
    return TimeType.DURATION if rule.type is TimeType.DATE and length else rule.type


def _bounded(phrase: Phrase, edtf: str, mod: str | None) -> tuple[str, str | None]:
    """Give "by Friday" as the days up to Friday, "before Friday" as those up to the day before.

    "By last week's leak" names who did it, not when.
    """
    word = phrase.tokens.form(phrase.first - 1).lower()
    last = edtf.rpartition("/")[2]
    if not last[:4].isdigit():
        return edtf, mod
    limit = word == "by" or (word == "than" and phrase.tokens.form(phrase.first - 2) == "later")
    if limit and phrase.tokens.form(phrase.end) not in {"'s", "’s"}:
        return f"[..{last}]", mod or "ON_OR_BEFORE"
    if word == "before" and len(last) == len("2027-04-12"):
        first = date.fromisoformat(edtf[:10])
        return f"[..{calendar.later(first, -1)}]", "BEFORE"
    return edtf, mod


def _span(phrase: Phrase) -> Span:
    """Give the place of the expression in the text."""
    return phrase.tokens.span(phrase.first, phrase.end)
