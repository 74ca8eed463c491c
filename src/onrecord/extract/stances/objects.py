"""What a stance is about: what the words of a clause name, or what they go back to."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from onrecord.extract.matters import Matter, talk_words
from onrecord.extract.stances.clauses import Clause
from onrecord.extract.stances.ground import Ground, clean
from onrecord.extract.stances.sayings import Said
from onrecord.record import ObjectKind, Span

BACK = frozenset({"it", "them", "this", "that", "these", "those", "they", "which", "all"})
WHOLE = frozenset({"everything", "rest"})
FAR = 600
"""Code points that `it` goes back at most: about three sentences."""
FEW = 3
"""Matters that tell only how or when and are passed over."""
CLOSE = 40
"""Code points from a predicate to the talks or the meeting that it is about."""
OCCASIONS = frozenset({ObjectKind.PROCESS, ObjectKind.MEETING})


class Objects:
    """Finds the objects of stances in one document."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._matters = ground.matters

    def of(self, clause: Clause, said: Said | None) -> Sequence[Matter]:
        """Give what a clause is about: one matter, or a plan with a provision that it includes."""
        where = clause.predicate.rule.object
        found: Sequence[Matter] = ()
        if where == "talks":
            return [self._matters.talks(clause.predicate.span)]
        if where == "focus":
            return self._in_focus(clause)
        if where in {"after", "around"}:
            found = self._after(clause, said)
        if not found and where in {"before", "around", "text"}:
            found = self._before(clause)
        if not found and where == "text":
            found = [m for m in self._after(clause, said) if m.kind not in OCCASIONS]
        if not found and where == "back":
            found = self._last(clause)
        if clause.predicate.rule.issue:
            return [self._matters.as_issue(matter) for matter in found]
        return found

    def _after(self, clause: Clause, said: Said | None) -> Sequence[Matter]:
        regions = [Span(clause.predicate.span.start, clause.after.end)]
        if said and said.by_cue:
            regions = [span for part in said.statement.content if (span := clean(part))][:2]
        for region in regions:
            if found := self._chosen(region):
                return found
        behind = (
            clause.after if not (said and said.by_cue) else regions[0] if regions else clause.after
        )
        return self._back(clause, behind)

    def _chosen(self, region: Span) -> Sequence[Matter]:
        near = [m for m in self._matters.within(region) if not self._hangs(region, m)]
        solid = [matter for matter in near if matter.kind not in OCCASIONS]
        if not solid:
            close = [m for m in near if m.span.start - region.start < CLOSE]
            return close[:1] or self._attended(region)
        first = solid[0]
        if first.part and len(solid) > 1 and solid[1].kind is not ObjectKind.PROPOSAL:
            return solid[1:2]  # `elements that …, including the transfer of assets`
        if first.kind is ObjectKind.PROPOSAL:
            return [first, *self._included(solid)]
        return [first]

    def _hangs(self, region: Span, matter: Matter) -> bool:
        """Tell what only describes another thing: `favoured the option urging more [finance]`."""
        if matter.kind is ObjectKind.PROPOSAL or matter.span.start <= region.start:
            return False
        words = self._ground.parsed.within(Span(region.start, matter.span.start))
        return any(b.tag == "VBG" and a.tag in {"NN", "NNS"} for a, b in pairwise(words))

    def _included(self, solid: Sequence[Matter]) -> Iterator[Matter]:
        """Give the provision behind `including`."""
        for matter in solid[1:2]:
            between = self._ground.text[solid[0].span.end : matter.span.start].lower()
            if matter.kind is ObjectKind.PROVISION and "including" in between:
                yield matter

    def _attended(self, region: Span) -> Sequence[Matter]:
        """Give the meeting last named, where a verb for being there opens a stretch."""
        words = self._ground.parsed.within(region)[:2]
        if not any(word.lemma in talk_words("attending") for word in words):
            return ()
        return self._matters.occasion(region.start)

    def _back(self, clause: Clause, region: Span) -> Sequence[Matter]:
        words = self._ground.parsed.within(region)[:3] if region.end > region.start else ()
        if any(word.lower in WHOLE for word in words):
            return self._in_focus(clause)
        if any(word.lower in BACK and word.tag not in {"IN", "WDT"} for word in words[:2]):
            return self._last(clause)
        return ()

    def _before(self, clause: Clause) -> Sequence[Matter]:
        near = [m for m in self._matters.within(clause.before) if m.kind not in OCCASIONS]
        if near:
            return near[-1:] if near[-1].kind is ObjectKind.PROVISION else near[:1]
        subject = clause.subject
        words = self._ground.text[subject.start : subject.end].lower() if subject else ""
        return self._last(clause) if words in BACK else ()

    def _last(self, clause: Clause) -> Sequence[Matter]:
        """Give what `it` goes back to: what was last named, or the text in focus."""
        place = clause.predicate.span.start
        last = self._named_last(place) if clause.predicate.rule.object != "text" else None
        for found in (last, self._matters.focus(place)):
            if found and 0 <= place - found.span.end < FAR:
                return [found]
        return ()

    def _named_last(self, place: int) -> Matter | None:
        """Give what was last named; what only tells how or when is no object: `in writing`."""
        found = last = self._matters.last_solid(place)
        for _ in range(FEW):
            leaf = self._matters.book.leaves.get(last.object.category or "") if last else None
            if last is None or leaf is None or not leaf.secondary:
                return last or found
            last = self._matters.last_solid(last.span.start)
        return found

    def _in_focus(self, clause: Clause) -> Sequence[Matter]:
        """Give the text in focus, or a meeting that was named behind it: `has not yet answered`."""
        place = clause.predicate.span.start
        found = [*self._matters.occasion(place), self._matters.focus(place)]
        near = [m for m in found if m and 0 <= place - m.span.end < FAR]
        return [max(near, key=lambda matter: matter.span.start)] if near else ()
