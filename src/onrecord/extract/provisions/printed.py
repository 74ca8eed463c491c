"""Printed lists: points of a plan by number, by letter or by bullet, one a line."""

import re
from collections.abc import Iterator

from onrecord.extract.language import Parsed
from onrecord.extract.matters import Matters, PlanReference
from onrecord.extract.provisions.groups import groups
from onrecord.extract.provisions.lexicon import listed
from onrecord.extract.provisions.scopes import Scope, Shape
from onrecord.record import Span

LINE = re.compile(
    r"^[ \t]*(?:(?P<number>\d{1,3})[.)]|\(?[a-z]{1,3}\)|[a-z]\.|[-*•·–—])[ \t]+(?P<words>\S.{1,600})$",
    re.MULTILINE,
)
FEWEST = 2
LEAD = 700
"""Code points before a list in which it is said of which plan it is."""
CONTENT = 3
"""One in so many lines at least must read like a provision, or it is a list of something else."""


def printed(parsed: Parsed, matters: Matters) -> Iterator[Scope]:
    """Give the lines of the lists that print what a plan says."""
    for lines in _lists(parsed.text):
        plan = _plan(parsed, matters, lines[0].start("words"))
        if plan is None:
            continue
        scopes = [scope for line in lines if (scope := _scope(parsed, plan, line))]
        if CONTENT * sum(_reads_so(parsed, matters, scope) for scope in scopes) >= len(scopes):
            yield from scopes


def _lists(text: str) -> Iterator[list[re.Match[str]]]:
    """Give the lines that stand together, numbered ones with numbers that rise."""
    found: list[re.Match[str]] = []
    for line in LINE.finditer(text):
        if found and not _follows(found[-1], line, text):
            if len(found) >= FEWEST:
                yield found
            found = []
        found.append(line)
    if len(found) >= FEWEST:
        yield found


def _follows(before: re.Match[str], line: re.Match[str], text: str) -> bool:
    if (before["number"] is None) != (line["number"] is None):
        return False
    rises = line["number"] is None or int(line["number"]) > int(before["number"])
    return rises and not text[before.end() : line.start()].strip()


def _plan(parsed: Parsed, matters: Matters, at: int) -> PlanReference | None:
    """Give the plan that the words before a list speak of."""
    plan = matters.plans.before(at)
    return plan if plan and at - plan.span.end <= LEAD else None


def _scope(parsed: Parsed, plan: PlanReference, line: re.Match[str]) -> Scope | None:
    inside = parsed.within(Span(line.start("words"), line.end("words")))
    if not inside:
        return None
    number = int(line["number"]) if line["number"] else None
    first, last = inside[0].at, inside[-1].at + 1
    return Scope(plan, first, last, Shape.WHOLE, "list", number=number)


def _reads_so(parsed: Parsed, matters: Matters, scope: Scope) -> bool:
    """Tell whether a line reads like a provision: by the codebook, a duty, a noun for a part."""
    words = parsed.words[scope.first : scope.last]
    span = Span(words[0].start, words[-1].end)
    owed = any(group.owed for group in groups(parsed.words, scope.first, scope.last))
    named = any(word.lemma in listed("nouns", "parts") for word in words)
    return owed or named or bool(matters.hits_in(span))


