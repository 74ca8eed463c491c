"""What one thing is: two who say it differently, and two who only use rival words for it.

`There was no draft agreement, there was a set of issues` stands against those who write `the
draft`; `an ultimatum` against `an offer`, where both are of one text. Where nobody says what it is
(`territory it controls`, `territory they occupy`) the wordings differ and nothing is contradicted.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from onrecord.analyse.conflicts.denials import Side, Spoken
from onrecord.analyse.conflicts.findings import Account, Conflict, ConflictType, conflict
from onrecord.analyse.conflicts.rivals import Named, Role, named
from onrecord.analyse.proposals import Proposal
from onrecord.record import PlanAspect, PlanClaim, Statement

SHOWN = 4
"""Accounts of one side that are shown."""
MOST = 40
"""Statements with words of one family and list that are compared: the nearest in the record."""
BACK = 3
"""Statements of the same speaker before one that names no text, among which its text is sought."""
ALONG = 2
"""Stems that two uses of rival words share at least: what they are said of, and whose it is."""
Texts = Mapping[str, frozenset[str]]
"""The texts that each statement is about, by its id."""


class Characterised:
    """Finds what one thing is called by those who do not agree on it."""

    def __init__(self, found: Sequence[Spoken], side: Side, about: Texts) -> None:
        self._side, self._about = side, about
        self._by_document: dict[str, list[Spoken]] = defaultdict(list)
        for one in found:
            self._by_document[one.statement.doc_id].append(one)
        self._groups = _grouped(found)
        self._known: dict[str, frozenset[str]] = {}

    def find(self, plans: Iterable[Proposal]) -> Iterator[Conflict]:
        """Give what is characterised or framed differently; outlets name `plans`, too."""
        called = [(one.proposal_id, claim) for one in plans for claim in _names_of(one)]
        for (family, list_), others in sorted(self._groups.items()):
            if list_ == 1:
                yield from self._rivals(self._groups.get((family, 0), [])[:MOST], others[:MOST])
                yield from self._against_names(others[:MOST], called)

    def _rivals(self, ones: Sequence[Named], others: Sequence[Named]) -> Iterator[Conflict]:
        for other in others:
            apart = [one for one in ones if self._apart(one, other)]
            told = [one for one in apart if _says(one, other) and self._told(one, other)]
            if told:
                yield _conflict(ConflictType.CHARACTERISATION, told, other)
            elif other.family.framed:
                used = [(_used(one, other), one) for one in apart if not one.role + other.role]
                best = max((shared for shared, _ in used), default=0)
                near = [one for shared, one in used if best and shared == best]
                if near:
                    yield _conflict(ConflictType.FRAMING_DIFFERENCE, near, other)

    def _against_names(
        self, others: Sequence[Named], called: Sequence[tuple[str, PlanClaim]]
    ) -> Iterator[Conflict]:
        """Give who denies that a text is what outlets call it, with where they call it so."""
        for other in others:
            if other.family.framed or other.role is not Role.DENIED:
                continue
            mine, pattern = self._texts(other.spoken), other.family.sides[other.side]
            near = [
                claim
                for text, claim in called
                if text in mine
                and pattern.search(claim.words.exact)
                and not _inside(claim, other.spoken)
            ]
            if near:
                sides = (map(self._name, _one_each(near)), [other.spoken.account])
                about = f"{other.family.of}: “{other.word}”, denied"
                yield conflict(ConflictType.CHARACTERISATION, sides, about, "so called by outlets")

    def _texts(self, one: Spoken) -> frozenset[str]:
        """Give the texts that a statement is about, else those just spoken of by its speaker."""
        told = one.statement
        if told.statement_id not in self._known:
            own = self._about.get(told.statement_id)
            self._known[told.statement_id] = own or self._spoken_of(told)
        return self._known[told.statement_id]

    def _spoken_of(self, told: Statement) -> frozenset[str]:
        before = [
            each.statement
            for each in self._by_document[told.doc_id]
            if each.statement.first < told.first and each.statement.actor_id == told.actor_id
        ]
        near = sorted(before, key=lambda each: each.first)[-BACK:]
        known = (self._about.get(each.statement_id) for each in reversed(near))
        return next((texts for texts in known if texts), frozenset())

    def _apart(self, one: Named, other: Named) -> bool:
        """Tell whether two sources say them."""
        mine, theirs = one.spoken.statement, other.spoken.statement
        if mine.actor_id == theirs.actor_id:
            return mine.actor_id is None and mine.doc_id != theirs.doc_id
        here, there = self._side(mine.actor_id), self._side(theirs.actor_id)
        return here is None or here != there

    def _told(self, one: Named, other: Named) -> bool:
        """Tell whether what one says that a thing is, and what another says, is of one thing."""
        mine, theirs = self._texts(one.spoken), self._texts(other.spoken)
        if mine and theirs:
            return bool(mine & theirs)
        same = one.spoken.statement.doc_id == other.spoken.statement.doc_id
        shared = (one.near | one.before) & (other.near | other.before)
        denied = Role.DENIED in (one.role, other.role)
        return bool(one.before & other.before) or len(shared) >= ALONG or (same and denied)

    def _name(self, claim: PlanClaim) -> Account:
        """Give a name as an account of who prints it: the outlet, or the text that it tells of."""
        for one in self._by_document[claim.doc_id]:
            source = one.statement.source
            if source and source.anchor.start <= claim.words.start < source.anchor.end:
                return replace(one.account, words=(claim.words, *one.account.words))
        return Account(claim.claim_id, claim.doc_id, None, (claim.words,), None, claim.reported_on)


def _grouped(found: Iterable[Spoken]) -> dict[tuple[str, int], list[Named]]:
    """Give the words by family and by what they make of the thing; one that does both, neither."""
    groups: dict[tuple[str, int], list[Named]] = defaultdict(list)
    for one in found:
        seen: dict[tuple[str, int], Named] = {}
        for word in named(one):
            key = (word.family.of, word.makes)
            if key not in seen or word.role > seen[key].role:
                seen[key] = word
        for (family, list_), word in seen.items():
            rival = seen.get((family, 1 - list_))
            if rival is None or word.role > rival.role:
                groups[family, list_].append(word)
    return groups


def _says(one: Named, other: Named) -> bool:
    """Tell whether it is said what a thing is: of plain words (`the draft`) on both sides."""
    return bool(one.role and other.role) or (one.family.framed and bool(one.role + other.role))


def _used(one: Named, other: Named) -> int:
    """Give how many stems two uses share, 0 where they are of other things or of another's."""
    whole = one.spoken.stems & other.spoken.stems
    theirs = not (one.names and other.names) or bool(one.names & other.names)
    return len(whole) if one.near & other.near and theirs and len(whole) > ALONG else 0


def _conflict(kind: ConflictType, ones: Sequence[Named], other: Named) -> Conflict:
    a, b = ([one.spoken.account for one in ones[:SHOWN]], [other.spoken.account])
    first, last = (min(one.reported_on or "9999" for one in side) for side in (a, b))
    second = "denied" if other.role is Role.DENIED else f"“{other.word}”"
    about = f"{other.family.of}: “{ones[0].word}”, {second}"
    reason = "each says what it is" if kind is ConflictType.CHARACTERISATION else "two wordings"
    return conflict(kind, (a, b) if first <= last else (b, a), about, reason)


def _names_of(one: Proposal) -> Iterator[PlanClaim]:
    claims = [*(claim for version in one.versions for claim in version.claims), *one.open]
    return (claim for claim in claims if claim.aspect is PlanAspect.NAMED)


def _one_each(claims: Sequence[PlanClaim]) -> list[PlanClaim]:
    """Give the first name of each document."""
    by_document: dict[str, PlanClaim] = {}
    for claim in sorted(claims, key=lambda each: (each.reported_on or "9999", each.words.start)):
        by_document.setdefault(claim.doc_id, claim)
    return list(by_document.values())[:SHOWN]


def _inside(claim: PlanClaim, other: Spoken) -> bool:
    own = other.statement
    return claim.doc_id == own.doc_id and any(
        part.start <= claim.words.start < part.end for part in own.content
    )
