"""Who denies what another tells: denials and the reports that they answer.

A denial answers a statement of another side that shares its words: most of them in one document,
more of them across documents. One that names nothing (`I deny this`, `that is false`) answers what
another side has just said before it in the same document.
"""

import re
import tomllib
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import takewhile

from onrecord.analyse.conflicts.findings import Account, Conflict, ConflictType, conflict
from onrecord.record import SpeechAct, Statement

WORD = re.compile(r"[^\W\d_]{3,40}")
NEGATED = re.compile(r"\b(?:no|not|never|nor|neither|nothing)\b|n[’']t\b", re.IGNORECASE)
BACK = re.compile(
    r"^\W*(?:that|it|them|those)(?:\W*$|[ ,]*[\"“‘]| as\b)"
    r"|\b(?:this|such)\b|\bnothing of the (?:kind|sort)\b"
    r"|\b(?:the|that|these|those) (?:claim|report|accusation|allegation|charge|rumou?r)",
    re.IGNORECASE,
)
"""What a denial points back with."""
SUCH = re.compile(r"\bsuch (?:an? )?(\w+)", re.IGNORECASE)
OPENING = 50
"""Characters in which a statement tells whether it is so or not."""
STEM = 5
"""Letters by which forms of one word agree: `received`, `receiving`, `receipt`."""
FEW = 2
"""Words that a denial names itself at least; with fewer it answers what stands before it."""
HERE, ELSEWHERE = 0.5, 0.6
"""Shares of the words of the shorter one that are met, in one document and across documents."""
SHARED_ELSEWHERE = 3
NEAR = 4
"""Statements before a denial among which the one stands that it answers without naming it."""
MOST = 40
"""Statements that share a word with a denial and are compared: the nearest in time."""
SILENT = frozenset(
    {SpeechAct.DENY, SpeechAct.DECLINE_TO_COMMENT, SpeechAct.NO_POSITION, SpeechAct.THANK}
)
Side = Callable[[str | None], str | None]
"""The key of the side that an actor speaks for, None where the record does not tell."""


@cache
def _lists() -> dict[str, list[str] | dict[str, list[str]]]:
    """Give the lists of `words.toml`."""
    found: dict[str, list[str] | dict[str, list[str]]] = tomllib.loads(
        (files(__package__) / "words.toml").read_text("utf-8")
    )
    return found


@cache
def _unsaid() -> frozenset[str]:
    """Give the words that name nothing."""
    return frozenset(_lists()["empty"])


@cache
def _alike() -> dict[str, str]:
    """Give the stem under which each word goes that means the same as others."""
    groups = _lists()["alike"]
    assert isinstance(groups, dict)
    return {word[:STEM]: stem for stem, words in groups.items() for word in words}


@dataclass(frozen=True, slots=True)
class Spoken:
    """A statement with the stems of what it tells."""

    statement: Statement
    stems: frozenset[str]

    @property
    def account(self) -> Account:
        """Give the statement as one side's account."""
        told = self.statement
        return Account(
            told.statement_id,
            told.doc_id,
            told.actor_id,
            told.content,
            told.said_on,
            told.reported_on,
        )


def spoken(statement: Statement) -> Spoken:
    """Give a statement with its stems."""
    return Spoken(statement, stems(statement.gist))


def stems(text: str) -> frozenset[str]:
    """Give the beginnings of the words that name something, in small letters.

    >>> sorted(stems("It had received no formal proposal"))
    ['forma', 'propo', 'recei']
    """
    words = (word.casefold() for word in WORD.findall(text))
    alike = _alike()
    found = (word[:STEM] for word in words if word not in _unsaid())
    return frozenset(alike.get(stem, stem) for stem in found)


def denials(
    found: Sequence[Spoken], side: Side, on_authorship: Collection[str] = ()
) -> Iterator[Conflict]:
    """Give each denial with what it answers, in the order of the record.

    `on_authorship` are the ids of the statements that tell who wrote a text.
    """
    by_document: dict[str, list[Spoken]] = defaultdict(list)
    by_stem: dict[str, list[Spoken]] = defaultdict(list)
    for one in found:
        by_document[one.statement.doc_id].append(one)
        for stem in one.stems:
            by_stem[stem].append(one)
    for one in found:
        if one.statement.speech_act is SpeechAct.DENY:
            here = by_document[one.statement.doc_id]
            answered = _answered(one, here, by_stem, side)
            if answered:
                about = answered[0].statement.statement_id in on_authorship
                kind = ConflictType.AUTHORSHIP if about else ConflictType.DENIAL_VS_REPORT
                yield _denied(one, answered, kind)


def _in_common(words: int) -> str:
    return f"{words} {'word' if words == 1 else 'words'} in common"


def _denied(one: Spoken, answered: Sequence[Spoken], kind: ConflictType) -> Conflict:
    shared = one.stems & answered[0].stems
    reason = _in_common(len(shared)) if shared else "said right before it"
    sides = ([each.account for each in answered], [one.account])
    return conflict(kind, sides, answered[0].statement.gist, reason)


def _answered(
    one: Spoken, here: Sequence[Spoken], by_stem: dict[str, list[Spoken]], side: Side
) -> list[Spoken]:
    """Give what a denial answers: what shares its words, or what it points back to."""
    others = [each for each in here if _asserts(each, one, side)]
    if len(one.stems) >= FEW:
        near = [each for each in others if share(one, each) >= HERE and met(one, each) >= FEW]
        near += _elsewhere(one, by_stem, side)
        if near:
            return sorted(near, key=lambda each: -share(one, each))[:NEAR]
    before = [each for each in here if each.statement.first < one.statement.first][-NEAR:]
    return _pointed_at(one, [each for each in before if each in others])


def _pointed_at(one: Spoken, just: Sequence[Spoken]) -> list[Spoken]:
    """Give which of the statements right before it a denial that names little answers.

    `No such offer was made` answers who told of an offer; `I deny this` all that the last one said.
    """
    such = SUCH.search(one.statement.gist)
    noun = stems(such[1]) if such else frozenset()
    of_it = [each for each in just if noun & each.stems]
    named = [each for each in just if share(one, each) >= HERE and _shares_a_noun(one, each)]
    if of_it or named:
        return (of_it or named)[-1:]
    if one.stems and BACK.search(one.statement.gist) is None:
        return []
    last = [each.statement.actor_id for each in just[-1:]]
    run = takewhile(lambda each: each.statement.actor_id in last, reversed(just))
    return list(run)[::-1] if last != [None] else list(just[-1:])


def _shares_a_noun(one: Spoken, each: Spoken) -> bool:
    """Tell whether two share a word in small letters: a name in both says only who is meant."""
    small = " ".join(word for word in WORD.findall(each.statement.gist) if word.islower())
    return bool(one.stems & stems(small))


def _elsewhere(one: Spoken, by_stem: dict[str, list[Spoken]], side: Side) -> Iterator[Spoken]:
    """Give what other documents report that a denial answers, each once."""
    rarest = sorted(one.stems, key=lambda stem: (len(by_stem[stem]), stem))[:SHARED_ELSEWHERE]
    near = {id(each): each for stem in rarest for each in by_stem[stem][-MOST:]}
    for each in near.values():
        other = each.statement.doc_id != one.statement.doc_id and _by_then(each, one)
        like = met(one, each) >= SHARED_ELSEWHERE and share(one, each) >= ELSEWHERE
        if other and like and _asserts(each, one, side):
            yield each


def _asserts(each: Spoken, denial: Spoken, side: Side) -> bool:
    """Tell whether a statement is another side's, and tells something."""
    mine, theirs = side(denial.statement.actor_id), side(each.statement.actor_id)
    told, denied = each.statement, denial.statement
    nobody = told.actor_id is None and told.sourcing_level is not denied.sourcing_level
    other = (told.actor_id != denied.actor_id or nobody) and (mine is None or mine != theirs)
    negated = NEGATED.search(each.statement.gist[:OPENING])
    return other and each.statement.speech_act not in SILENT and not negated


def _by_then(each: Spoken, denial: Spoken) -> bool:
    """Tell whether a report was out when it was denied."""
    first, later = each.statement.reported_on, denial.statement.reported_on
    return bool(first and later and first <= later)


def met(one: Spoken, other: Spoken) -> int:
    """Give how many stems two statements share."""
    return len(one.stems & other.stems)


def share(one: Spoken, other: Spoken) -> float:
    """Give how much of the shorter of two statements stands in the other, in [0, 1]."""
    fewest = min(len(one.stems), len(other.stems))
    return met(one, other) / fewest if fewest else 0.0
