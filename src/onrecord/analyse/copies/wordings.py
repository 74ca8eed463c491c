"""The wordings of one utterance side by side: what differs, and which is the odd one out.

An anchor proves what an outlet printed, not what was said. Only quotations of one language are
compared word by word; what a reporter tells in his own words is shown and not compared.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from onrecord.analyse.copies.limits import END_WORDS, MANY_SOURCES, QUOTED_COMMON
from onrecord.analyse.copies.texts import WORD, plain
from onrecord.record import Statement


@dataclass(frozen=True, slots=True)
class Difference:
    """Words of a wording where the one that it is compared with has others.

    `own` or `others` is empty where words are left out or put in. `odd` is true where one source
    alone has these words and several independent ones agree on other ones.
    """

    own: str
    others: str
    odd: bool = False


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of an utterance as some reports have them; `reports` are ids of statements.

    `language` is that of the documents, `quoted` is false where the words are the reporters' own.
    `differences` are from the first wording, or, in the first, where it is the odd one itself.
    """

    words: str
    reports: tuple[str, ...]
    quoted: bool
    language: str | None = None
    differences: tuple[Difference, ...] = ()

    @property
    def odd(self) -> bool:
        """Tell whether it is the odd one out somewhere."""
        return any(difference.odd for difference in self.differences)


@dataclass(frozen=True, slots=True)
class Reported:
    """What is known of the reports: each document's language, each statement's source.

    A source is any name for reports that rest on one another.
    """

    languages: Mapping[str, str | None]
    sources: Mapping[str, int]


def wordings(reports: Sequence[Statement], known: Reported) -> tuple[Wording, ...]:
    """Give the wordings of an utterance: quotations first, those of most sources first."""
    groups: dict[tuple[bool, str | None, tuple[str, ...]], list[Statement]] = defaultdict(list)
    shown: dict[tuple[bool, str | None, tuple[str, ...]], str] = {}
    for report in reports:
        quotation = " ".join(anchor.exact for anchor in report.quoted)
        quoted = len(WORD.findall(quotation)) >= QUOTED_COMMON
        text = quotation if quoted else report.gist
        plain_words = tuple(plain(word) for word in WORD.findall(text))
        key = (quoted, known.languages.get(report.doc_id), plain_words)
        groups[key].append(report)
        shown.setdefault(key, " ".join(text.split()))
    found = [
        Wording(shown[key], tuple(each.statement_id for each in of), key[0], key[1])
        for key, of in groups.items()
    ]
    ordered = sorted(
        found, key=lambda each: (not each.quoted, -_sources(each, known), -len(each.words))
    )
    return tuple(_compared(ordered, known))


def _sources(wording: Wording, known: Reported) -> int:
    return len({known.sources.get(id_) for id_ in wording.reports})


def _compared(ordered: Sequence[Wording], known: Reported) -> list[Wording]:
    """Give the wordings with what differs from the first quotation of their language."""
    made = []
    for language in dict.fromkeys(each.language for each in ordered):
        of = [each for each in ordered if each.language == language]
        quoted = [each for each in of if each.quoted]
        made += _marked(quoted, known) if len(quoted) > 1 else quoted
        made += [each for each in of if not each.quoted]
    return sorted(made, key=lambda each: not each.quoted)


def word_differences(own: str, others: str) -> list[Difference]:
    """Give the words that one text has where the other has others, both ends apart.

    >>> [(each.own, each.others) for each in word_differences("due on 17 May", "due on 14 May")]
    [('17', '14')]
    """
    base = WORD.findall(others)
    found = _differences(base, WORD.findall(own)).changed
    return [Difference(words, _words(base, place)) for place, words in found.items()]


Place = tuple[int, int]


def _marked(quoted: Sequence[Wording], known: Reported) -> list[Wording]:
    """Give quotations with their differences from the first of them, the odd ones marked.

    At every place of the first where one differs, the sources of each reading are counted; whoever
    does not quote that place has no reading of it.
    """
    base = WORD.findall(quoted[0].words)
    theirs = [_differences(base, WORD.findall(each.words)) for each in quoted]
    places = dict.fromkeys(place for found in theirs[1:] for place in found.changed)
    readings: dict[Place, dict[str, set[int]]] = {place: defaultdict(set) for place in places}
    for wording, found in zip(quoted, theirs, strict=True):
        for place in places:
            reading = found.reading(place, base)
            if reading is not None:
                of = {known.sources.get(id_, -1) for id_ in wording.reports}
                readings[place][reading.casefold()] |= of
    result = []
    for number, (wording, found) in enumerate(zip(quoted, theirs, strict=True)):
        changed = found.changed if number else {place: _words(base, place) for place in places}
        differences = [
            Difference(own, _others(readings[place], own, base, place), _odd(readings[place], own))
            for place, own in changed.items()
        ]
        if number == 0:
            differences = [each for each in differences if each.odd]
        result.append(replace(wording, differences=tuple(differences)))
    return result


def _odd(readings: Mapping[str, set[int]], own: str) -> bool:
    """Tell whether one source alone has a reading while several agree on another."""
    others = [sources for reading, sources in readings.items() if reading != own.casefold()]
    return len(readings[own.casefold()]) == 1 and max(map(len, others), default=0) >= MANY_SOURCES


def _others(readings: Mapping[str, set[int]], own: str, base: Sequence[str], place: Place) -> str:
    """Give the words that the first has at a place, or most others have where it is the first."""
    first = _words(base, place)
    if first.casefold() != own.casefold():
        return first
    others = sorted(
        (-len(of), reading) for reading, of in readings.items() if reading != own.casefold()
    )
    return others[0][1] if others else ""


def _words(base: Sequence[str], place: Place) -> str:
    return " ".join(base[place[0] : place[1]])


@dataclass(frozen=True, slots=True)
class _Differences:
    """Where a wording begins and ends in the first one, and what it has in which place of it."""

    first: int
    last: int
    changed: dict[Place, str]

    def reading(self, place: Place, base: Sequence[str]) -> str | None:
        """Give the words at a place, None where the wording does not reach it."""
        if place in self.changed:
            return self.changed[place]
        overlapped = any(each[0] < place[1] and place[0] < each[1] for each in self.changed)
        inside = self.first <= place[0] and place[1] <= self.last
        return _words(base, place) if inside and not overlapped else None


def _differences(base: Sequence[str], own: Sequence[str]) -> _Differences:
    """Compare word by word.

    What one of them quotes before or after the other is no difference, but for a few words at the
    end in the place of as many others.
    """
    mine, theirs = ([plain(word) for word in words] for words in (own, base))
    matcher = SequenceMatcher(None, theirs, mine, autojunk=False)
    codes = [code for code in matcher.get_opcodes() if code[0] != "equal"]
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    if not blocks:
        return _Differences(0, 0, {})
    first, last = blocks[0].a, blocks[-1].a + blocks[-1].size
    changed: dict[Place, str] = {}
    for tag, start, end, own_start, own_end in codes:
        length = own_end - own_start
        place = (start, end)
        if start >= last or end <= first:
            if tag != "replace" or length > END_WORDS or end - start < length:
                continue
            place = (start, start + length) if start >= last else (end - length, end)
        changed[place] = " ".join(own[own_start:own_end])
    reached = [first, last, *(at for place in changed for at in place)]
    return _Differences(min(reached), max(reached), changed)
