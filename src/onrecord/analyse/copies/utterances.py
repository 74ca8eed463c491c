"""Which statements of different documents are reports of one and the same utterance.

The speaker is the same, the days on which it may have been said meet, and the words are alike:
quotations by the words that both have in order, other reports by what they tell. The same speaker
who repeats himself on another day makes another utterance.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from difflib import SequenceMatcher
from functools import cached_property
from itertools import combinations

from onrecord.analyse.copies.groups import Groups
from onrecord.analyse.copies.limits import (
    LONG_COMMON,
    OPEN_DAYS,
    QUOTED_COMMON,
    QUOTED_SHARE,
    REPORT_DAYS,
    TOLD_COMMON,
    TOLD_SHARE,
    UNNAMED_COMMON,
)
from onrecord.analyse.copies.texts import WORD, plain, stem
from onrecord.record import Statement
from onrecord.record.edtf import first_bounds

Speakers = Callable[[Statement], frozenset[str]]
"""Gives the ids of whom a statement is by: the identity, and the body that it speaks for."""


@dataclass(frozen=True, slots=True)
class Link:
    """That two statements are reports of one utterance: why, and how surely (in [0, 1])."""

    one: str
    other: str
    reason: str
    score: float


@dataclass(frozen=True, slots=True)
class Utterance:
    """One utterance: its reports by day of publication, and why they belong together."""

    reports: tuple[Statement, ...]
    links: tuple[Link, ...] = ()


class Said:
    """A statement made ready to be compared."""

    def __init__(self, statement: Statement, speakers: frozenset[str]) -> None:
        self.statement, self.speakers = statement, speakers

    @cached_property
    def quoted(self) -> tuple[str, ...]:
        """The words in quotation marks, each by what it is about or as it is."""
        exact = " ".join(anchor.exact for anchor in self.statement.quoted)
        return tuple(stem(word) or word for word in words(exact))

    @cached_property
    def told(self) -> frozenset[str]:
        """What the content is about."""
        return frozenset(filter(None, map(stem, words(self.statement.gist))))

    @cached_property
    def days(self) -> tuple[date, date]:
        """The first and last day on which it may have been said, open ends cut."""
        first, last = first_bounds(self.statement.said_on)
        if first is None and last is None:
            _, last = first_bounds(self.statement.reported_on)
            first = _before(last, REPORT_DAYS)
        return first or _before(last, OPEN_DAYS), last or first or date.max

    @property
    def is_open(self) -> bool:
        """Tell whether nothing says since when it may have been said."""
        return first_bounds(self.statement.said_on)[0] is None


def words(text: str) -> list[str]:
    """Give the plain words of a text."""
    return [plain(word) for word in WORD.findall(text)]


def _before(day: date | None, days: int) -> date:
    return day - timedelta(days=days) if day and day.toordinal() > days else date.min


def utterances(statements: Iterable[Statement], speakers: Speakers) -> list[Utterance]:
    """Give the utterances of which statements are reports, by the day of the first report."""
    said = {each.statement_id: Said(each, speakers(each)) for each in statements}
    groups: Groups[str] = Groups()
    links: dict[str, list[Link]] = defaultdict(list)
    for one, other in _pairs(list(said.values())):
        ids = one.statement.statement_id, other.statement.statement_id
        known = groups.first(ids[0]) == groups.first(ids[1])
        if not known and (link := same_utterance(one, other)):
            groups.join(link.one, link.other)
            links[link.one].append(link)
    found = {id_: groups.members(id_) for id_ in said if groups.first(id_) == id_}
    made = [
        Utterance(
            tuple(sorted((said[id_].statement for id_ in ids), key=_order)),
            tuple(link for id_ in sorted(ids) for link in links.get(id_, ())),
        )
        for ids in found.values()
    ]
    return sorted(made, key=lambda utterance: _order(utterance.reports[0]))


def _order(statement: Statement) -> tuple[str, str, int]:
    return statement.reported_on or "9999", statement.doc_id, statement.first


def same_utterance(one: Said, other: Said) -> Link | None:
    """Give why two statements are reports of one utterance, None where they are not."""
    quoted = _common(one.quoted, other.quoted)
    meets = one.days[0] <= other.days[1] and other.days[0] <= one.days[1]
    if not meets and not (quoted >= LONG_COMMON and _may_meet(one, other)):
        return None
    if not one.speakers & other.speakers:
        return _unnamed(one, other, quoted)
    least = min(len(one.quoted), len(other.quoted))
    if quoted >= QUOTED_COMMON and quoted >= QUOTED_SHARE * least:
        return _link(one, other, f"{quoted} of {least} quoted words are the same", quoted / least)
    common, fewest = len(one.told & other.told), min(len(one.told), len(other.told))
    if common >= TOLD_COMMON and common >= TOLD_SHARE * fewest:
        reason = f"{common} of {fewest} words of weight are the same"
        return _link(one, other, reason, common / fewest)
    return None


def _unnamed(one: Said, other: Said, quoted: int) -> Link | None:
    """Give why the words of speakers who are not known to be one are of one utterance."""
    both_named = one.speakers and other.speakers
    least = min(len(one.quoted), len(other.quoted))
    if both_named or quoted < UNNAMED_COMMON or quoted < QUOTED_SHARE * least:
        return None
    reason = f"{quoted} of {least} quoted words are the same; who said them is not named in both"
    return _link(one, other, reason, quoted / least)


def _may_meet(one: Said, other: Said) -> bool:
    """Tell whether an open end may reach back to the other's days."""
    early, late = sorted((one, other), key=lambda said: said.days[1])
    return late.is_open and early.days[0] <= late.days[1]


def _link(one: Said, other: Said, reason: str, score: float) -> Link:
    ids = sorted((one.statement.statement_id, other.statement.statement_id))
    return Link(ids[0], ids[1], f"the same speaker; {reason}", round(score, 3))


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """Give how many words two quotations have in the same order."""
    if len(set(one) & set(other)) < QUOTED_COMMON:
        return 0
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks())


def _pairs(said: Sequence[Said]) -> Iterator[tuple[Said, Said]]:
    """Give the pairs of different documents that may be of one utterance, each once."""
    seen: set[tuple[int, int]] = set()
    for pair in (*_by_quotation(said), *_by_speaker(said)):
        one, other = said[pair[0]], said[pair[1]]
        if pair not in seen and one.statement.doc_id != other.statement.doc_id:
            seen.add(pair)
            yield one, other


def _by_quotation(said: Sequence[Said]) -> Iterator[tuple[int, int]]:
    """Give the places of statements that share a run of quoted words."""
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, each in enumerate(said):
        for run in {*zip(*(each.quoted[at:] for at in range(QUOTED_COMMON)), strict=False)}:
            places[run].append(place)
    for found in places.values():
        yield from combinations(found, 2)


def _by_speaker(said: Sequence[Said]) -> Iterator[tuple[int, int]]:
    """Give the places of statements of one speaker whose days meet."""
    of: dict[str, list[int]] = defaultdict(list)
    for place, each in enumerate(said):
        for speaker in each.speakers:
            of[speaker].append(place)
    for found in of.values():
        ordered = sorted(found, key=lambda place: said[place].days[0])
        for at, place in enumerate(ordered):
            last = said[place].days[1]
            for other in ordered[at + 1 :]:
                if said[other].days[0] > last:
                    break
                yield min(place, other), max(place, other)
