"""Which texts a document speaks of: mentions of plans brought together to lineages and versions.

A lineage is one side's text in all of its drafts. A draft is known by its number of points, or by
words that tell it from another one (`the original`, `the revised text`); where a document knows one
draft only, what it calls `the plan` is that draft, where it knows several it stays open (rule 1 of
section 3.6: never guess).
"""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from onrecord.extract.matters.plans import PlanMention
from onrecord.extract.matters.sponsors import Sponsors
from onrecord.record import Span, identify
from onrecord.world import alike

LOOKED_AT = 30
"""Texts or mentions that are looked at: hostile text may name thousands."""
BARE = frozenset({"proposal", "text", "package", "points", "terms"})
"""Instruments whose nouns name any text: `the paper` may be a memorandum."""


@dataclass(slots=True)
class Lineage:
    """One text in all of its drafts, as one document tells of it.

    `sponsor` is its key, empty where nobody's is named; `counts` are the numbers of points that it
    had, in the order of the drafts where the text tells it. `first` is the one that an earlier
    draft is said to have had: then there is a later one, of whatever number.
    """

    sponsor: str
    shown: str
    instrument: str
    own: bool = False
    nouns: set[str] = field(default_factory=set)
    counts: list[int] = field(default_factory=list)
    marks: set[str] = field(default_factory=set)
    first: int | None = None

    @property
    def apart(self) -> bool:
        """Tell whether it is one side's own: a counter-proposal, its conditions."""
        return self.own or self.instrument == "unilateral_conditions"

    @property
    def object_id(self) -> str:
        """The id that sponsor and instrument define, the same in every document."""
        return identify("obj", *self.parts)

    @property
    def parts(self) -> tuple[str, ...]:
        """What the id is made of.

        A counter-proposal of which nobody says whose it is stands apart from the text it answers.
        """
        known = ("proposal", self.sponsor, self.instrument)
        return (*known, "counter") if self._is_counter else known

    @property
    def _is_counter(self) -> bool:
        return self.own and not self.sponsor and self.instrument == "proposal"

    @property
    def label(self) -> str:
        """The lineage in plain words: `U.S. plan`."""
        if self._is_counter:
            return "counter-proposal"
        noun = {"proposal": "plan", "unilateral_conditions": "conditions", "package": "offer"}
        return f"{self.shown} {noun.get(self.instrument, self.instrument)}".strip()


@dataclass(frozen=True, slots=True)
class PlanReference:
    """A mention with the lineage that it belongs to; `version` is None where it does not say."""

    mention: PlanMention
    lineage: Lineage
    version: str | None

    @property
    def span(self) -> Span:
        """The words."""
        return self.mention.span


class Lineages:
    """The texts of one document."""

    def __init__(self, mentions: Iterable[PlanMention], sponsors: Sponsors) -> None:
        self._sponsors = sponsors
        self._all: list[Lineage] = []
        self._recent: list[Lineage] = []
        pairs = []
        for mention in of_texts(tuple(mentions)):
            if lineage := self._lineage(mention):
                self._learn(mention, lineage)
                pairs.append((mention, lineage))
        found = [PlanReference(m, x, _version(m, x)) for m, x in pairs]
        self.references = list(called_again(found))
        self._starts = [reference.span.start for reference in self.references]

    def within(self, span: Span) -> Sequence[PlanReference]:
        """Give the references that begin inside a stretch, in text order."""
        return self.references[
            bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)
        ]

    def before(self, place: int) -> PlanReference | None:
        """Give the last reference that begins before a place: what `it` and `the text` mean."""
        index = bisect_right(self._starts, place - 1)
        return self.references[index - 1] if index else None

    def after(self, place: int) -> PlanReference | None:
        """Give the first reference that begins at a place or behind it."""
        index = bisect_left(self._starts, place)
        return self.references[index] if index < len(self.references) else None

    def covers(self, span: Span) -> bool:
        """Tell whether a stretch lies inside the words that name a text."""
        last = self.before(span.start + 1)
        return last is not None and last.span.holds(span)

    def under_talks(self, place: int) -> PlanReference | None:
        """Give the last reference before a place to a text that is nobody's counter-proposal."""
        index = bisect_right(self._starts, place - 1)
        near = reversed(self.references[max(0, index - LOOKED_AT) : index])
        return next((reference for reference in near if not reference.lineage.apart), None)

    def _lineage(self, mention: PlanMention) -> Lineage | None:
        found = self._known(mention)
        if found is None:
            if mention.instrument == "points" and not mention.definite:
                return None
            found = self._new(mention)
        if found in self._recent:
            self._recent.remove(found)
        self._recent.append(found)
        return found

    def _known(self, mention: PlanMention) -> Lineage | None:
        """Give the lineage last spoken of that a mention can mean."""
        near = [x for x in self._recent[:-LOOKED_AT:-1] if self._fits(mention, x)]
        again = mention.instrument == "text" or (mention.definite and not mention.sponsor)
        called = (x for x in near if mention.noun in x.nouns and again)
        return next(called, near[0] if near else None)

    def _fits(self, mention: PlanMention, lineage: Lineage) -> bool:
        if not _same_kind(mention, lineage) or not self._same_sponsor(mention, lineage):
            return False
        if mention.own and not lineage.own:
            return False
        another = bool(mention.sponsor) and not mention.definite and not lineage.sponsor
        if another and lineage.counts:
            return False  # `an American draft` beside the plan of nine points is another text
        count = mention.points.number if mention.points else None
        told = mention.mark or mention.before or not lineage.counts or mention.sponsor
        return count is None or count in lineage.counts or bool(told)

    def _same_sponsor(self, mention: PlanMention, lineage: Lineage) -> bool:
        if mention.sponsor is None or not lineage.sponsor:
            return True
        if alike(self._sponsors.key(mention.sponsor), lineage.sponsor):
            return True
        both_known = self._sponsors.is_known(mention.sponsor) and lineage.sponsor.isupper()
        return not both_known and not lineage.own

    def _new(self, mention: PlanMention) -> Lineage:
        name = mention.sponsor or ""
        instrument = "proposal" if mention.instrument in BARE else mention.instrument
        made = Lineage(self._sponsors.key(name) if name else "", name, instrument, mention.own)
        self._all.append(made)
        return made

    def _learn(self, mention: PlanMention, lineage: Lineage) -> None:
        lineage.nouns.add(mention.noun)
        sponsor = mention.sponsor or ""
        place = self._sponsors.is_known(sponsor) and not lineage.sponsor.isupper()
        if sponsor and (not lineage.sponsor or place):
            lineage.sponsor, lineage.shown = self._sponsors.key(sponsor), sponsor
        if mention.instrument not in BARE and lineage.instrument == "proposal" and lineage.own:
            lineage.instrument = mention.instrument
        if mention.mark:
            lineage.marks.add(mention.mark)
        earlier = mention.before.number if mention.before else None
        later = mention.points.number if mention.points else None
        if earlier and earlier not in lineage.counts:
            at = lineage.counts.index(later) if later in lineage.counts else len(lineage.counts)
            lineage.counts.insert(at, earlier)
        if later and later not in lineage.counts:
            first = mention.mark == "original"
            lineage.counts.insert(0 if first else len(lineage.counts), later)
        if later and mention.mark == "original" and mention.instrument == "points":
            lineage.first = later


def of_texts(mentions: Sequence[PlanMention]) -> Iterator[PlanMention]:
    """Give mentions, a version named with its text as that text: `the second version of [it]`."""
    for one, following in zip_longest(mentions, mentions[1:]):
        near = following is not None and following.span.start - one.span.end == len(" of ")
        if near and following and one.instrument == "text" and following.instrument != "text":
            kind, noun = following.instrument, following.noun
            yield replace(one, instrument=kind, noun=noun, sponsor=following.sponsor)
        else:
            yield one


def called_again(references: Sequence[PlanReference]) -> Iterator[PlanReference]:
    """Give references, those with the first draft for which alone their noun has been kept.

    Of `the 28-point plan`, `the original framework` and `the revised plan`, `the framework` means
    the original; `the plan`, which is what the whole text is called, stays open. A later draft is
    never guessed.
    """
    kept: dict[tuple[int, str], set[str]] = defaultdict(set)
    nouns: dict[int, Counter[str]] = defaultdict(Counter)
    for one in references:
        nouns[id(one.lineage)][one.mention.noun] += 1
        if one.version:
            kept[id(one.lineage), one.mention.noun].add(one.version)
    met: set[tuple[int, str]] = set()
    for one in references:
        key = (id(one.lineage), one.mention.noun)
        if one.mention.mark == "original":
            met.add(key)
        usual = nouns[key[0]].most_common(1)[0][0]
        again = key in met and len(kept[key]) == 1 and one.mention.noun != usual
        bare = one.mention.definite and one.mention.sponsor is None
        if one.version is None and again and bare:
            yield replace(one, version=next(iter(kept[key])))
        else:
            yield one


def _same_kind(mention: PlanMention, lineage: Lineage) -> bool:
    """Tell whether a noun can name a text: `the text` any, `the plan` a plan, `the treaty` one."""
    if mention.instrument == lineage.instrument:
        return True
    if mention.instrument in {"text", "points", "terms"}:
        return lineage.instrument not in {"principles", "unilateral_conditions"}
    fresh = lineage.own and lineage.instrument == "proposal"
    return mention.instrument == "memorandum" and fresh


def _version(mention: PlanMention, lineage: Lineage) -> str | None:
    """Give the draft that a mention means: so many points, `original`, `revised`, or None."""
    if mention.points:
        return points_label(mention.points.number)
    if mention.mark == "original":
        known = lineage.first or (lineage.counts[0] if len(lineage.counts) > 1 else None)
        return points_label(known) if known else "original"
    if mention.mark == "revised":
        told = len(lineage.counts) > 1 or (lineage.counts and "original" not in lineage.marks)
        return points_label(lineage.counts[-1]) if told else "revised"
    several = lineage.first is not None or {"original", "revised"} <= lineage.marks
    if len(lineage.counts) == 1 and not several:
        return points_label(lineage.counts[0])
    return None


def points_label(count: int) -> str:
    """Give the name of a version that is known by its number of points."""
    return f"{count} points"
