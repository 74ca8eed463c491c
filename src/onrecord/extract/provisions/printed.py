"""Printed lists: points of a plan by number, by letter or by bullet, one a line."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.extract.language import Parsed
from onrecord.extract.matters import Matters, PlanReference
from onrecord.extract.provisions.groups import groups
from onrecord.extract.provisions.lexicon import listed
from onrecord.extract.provisions.scopes import Scope, Shape
from onrecord.extract.stances import Ground
from onrecord.record import NoiseKind, Span

MARKED = re.compile(
    r"^[ \t]*(?:(?P<number>\d{1,3})[.)]|\(?[a-z]{1,3}\)|[a-z]\.|[-*•·–—])"
    r"[ \t]+(?P<words>\S.{1,600})$",
    re.MULTILINE,
)
FEWEST = 2
"""Lines that make a list."""
LEAD = 700
"""Code points before a list in which it is said of which plan it is."""
CONTENT = 3
"""One in so many lines at least must read like a provision, or it is a list of something else."""


@dataclass(frozen=True, slots=True)
class Line:
    """The words of a line `[start, end)` without its mark, which begins at `mark`."""

    mark: int
    start: int
    end: int
    number: int | None = None


def printed(ground: Ground) -> Iterator[Scope]:
    """Give the lines of the lists that print what a plan says."""
    parsed, matters = ground.parsed, ground.matters
    for lines in _lists(ground):
        plan = _plan(matters, lines[0].mark)
        if plan is None:
            continue
        scopes = [scope for line in lines if (scope := _scope(parsed, plan, line))]
        if CONTENT * sum(_reads_so(parsed, matters, scope) for scope in scopes) >= len(scopes):
            yield from scopes


def _lists(ground: Ground) -> Iterator[Sequence[Line]]:
    """Give the lines that stand together, numbered ones with numbers that rise."""
    found: list[Line] = []
    for line in sorted([*_marked(ground.text), *_bullets(ground)], key=lambda line: line.start):
        if found and not _follows(found[-1], line, ground.text):
            if len(found) >= FEWEST:
                yield found
            found = []
        found.append(line)
    if len(found) >= FEWEST:
        yield found


def _marked(text: str) -> Iterator[Line]:
    for row in MARKED.finditer(text):
        number = int(row["number"]) if row["number"] else None
        yield Line(row.start(), *row.span("words"), number)


def _bullets(ground: Ground) -> Iterator[Line]:
    """Give the lines whose bullets cleaning took away."""
    for noise in ground.document.noise:
        if noise.kind is NoiseKind.LIST_MARKUP:
            place = ground.anchors.map.to_clean(noise.span)
            if place:
                yield Line(place.start, place.start, place.end)


def _follows(before: Line, line: Line, text: str) -> bool:
    if (before.number is None) != (line.number is None):
        return False
    rises = before.number is None or line.number is None or line.number > before.number
    return rises and not text[before.end : line.mark].strip()


def _plan(matters: Matters, at: int) -> PlanReference | None:
    """Give the plan that the words before a list speak of: of several one with known points."""
    last = matters.plans.before(at)
    if last is None or at - last.span.end > LEAD:
        return None
    near = matters.plans.within(Span(max(0, at - LEAD), at))
    counted = [reference for reference in near if reference.lineage.counts]
    return counted[-1] if counted else last


def _scope(parsed: Parsed, plan: PlanReference, line: Line) -> Scope | None:
    inside = parsed.within(Span(line.start, line.end))
    if not inside:
        return None
    first, last = inside[0].at, inside[-1].at + 1
    return Scope(plan, first, last, Shape.WHOLE, "list", number=line.number)


def _reads_so(parsed: Parsed, matters: Matters, scope: Scope) -> bool:
    """Tell whether a line reads like a provision: by the codebook, a duty, a noun for a part."""
    words = parsed.words[scope.first : scope.last]
    span = Span(words[0].start, words[-1].end)
    owed = any(group.owed for group in groups(parsed.words, scope.first, scope.last))
    named = any(word.lemma in listed("nouns", "parts") for word in words)
    return owed or named or bool(matters.hits_in(span))
