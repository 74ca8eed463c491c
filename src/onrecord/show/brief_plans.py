"""What a brief tells of plans and conflicts: each line with its words, its entry and its document.

Plans are those that the documents of the brief speak of, as the coverage up to its last day has
them; conflicts are those that are open then and that one of its documents takes part in. What an
earlier document says of them is cited from there.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from onrecord.analyse.conflicts import Account, Conflict
from onrecord.analyse.proposals import Proposal, Told, Version
from onrecord.record import BY_PEOPLE, Anchor, PlanAspect, PlanClaim, ReportStatus
from onrecord.show.conflicts import Conflicts
from onrecord.show.plan_tables import version_words
from onrecord.show.plans import Plans
from onrecord.show.reviews import vouched
from onrecord.show.words import CONFLICTS, PLAN_ASPECTS, REPORTS
from onrecord.store import EntryFilter, StatementFilter, Store

REPORTER = "the reporter"
Known = Callable[[date | None, str | None], Conflicts]


@dataclass(frozen=True, slots=True)
class Cited:
    """A line of a brief: what is told (`title`, then `note`), in which words, on whose word.

    `when` is EDTF, None where no day is known; `mark` tells who stands for it.
    """

    when: str | None
    title: str
    note: str
    words: tuple[Anchor, ...]
    by: str
    entry_id: str
    mark: str = ""

    @property
    def doc_id(self) -> str:
        """The document that holds the words."""
        return self.words[0].doc_id


@dataclass(frozen=True, slots=True)
class Group:
    """Lines under one heading, after a note of the record's own."""

    title: str
    lines: tuple[Cited, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Scope:
    """What a brief is about.

    `own` are its documents, `until` is its last day. `heard` are the actors that it is about, None
    for all. With `confirmed_only` only what people stand for counts.
    """

    own: frozenset[str]
    until: date | None = None
    process: str | None = None
    heard: frozenset[str] | None = None
    confirmed_only: bool = False

    def is_about(self, actors: Iterable[str | None]) -> bool:
        """Tell whether one of these is one that it is about."""
        return self.heard is None or not self.heard.isdisjoint(actors)


def on_the_table(plans: Plans, scope: Scope) -> list[Group]:
    """Give the plans, each with its versions, the latest first, and who wrote and received them."""
    found = (_Plan(one, plans, scope).group() for one in plans.all)
    return [group for group in found if group.lines]


class _Plan:
    """One plan as a brief tells it."""

    def __init__(self, plan: Proposal, plans: Plans, scope: Scope) -> None:
        self._plan, self._plans, self._scope = plan, plans, scope

    def group(self) -> Group:
        """Give the lines, none where no document of the brief speaks of the plan."""
        claims = [claim for version in self._plan.versions for claim in version.claims]
        every = [claim for claim in (*claims, *self._plan.open) if self._counts(claim)]
        here = [claim for claim in every if claim.doc_id in self._scope.own]
        about = self._scope.is_about(a for claim in here for a in (claim.actor, claim.said_by))
        lines = tuple(self._lines(here)) if here and about else ()
        return Group(self._plan.label, lines)

    def _counts(self, claim: PlanClaim) -> bool:
        stated = claim.provenance.state in BY_PEOPLE or not self._scope.confirmed_only
        return stated and not claim.for_review

    def _lines(self, here: list[PlanClaim]) -> Iterator[Cited]:
        made = [line for v in reversed(self._plan.versions) for line in self._of_version(v)]
        yield from made
        if not made:
            yield self._cited(here[0], self._plan.label, "which version is not said")

    def _of_version(self, version: Version) -> Iterator[Cited]:
        told = [claim for claim in version.claims if self._counts(claim)]
        counted = [claim for claim in told if claim.aspect is PlanAspect.POINTS]
        if not told:
            return
        latest = "" if version.superseded_by else "the latest version, "
        first = self._here_first(counted or told)
        yield self._cited(first, version_words(version), f"{latest}{version.status}")
        for aspect, people in (
            (PlanAspect.DRAFTED, version.drafters),
            (PlanAspect.RECEIVED, version.recipients),
        ):
            yield from self._people(people, f"{PLAN_ASPECTS[aspect]} ({version_words(version)})")

    def _people(self, people: Iterable[Told], what: str) -> Iterator[Cited]:
        for told in people:
            sure = [claim for claim in told.claims if self._counts(claim)]
            same = [claim for claim in sure if claim.status is told.status]
            if same:
                stated = told.status is ReportStatus.STATED
                marks = [] if stated else [REPORTS[told.status]]
                marks += ["disputed"] if told.disputed else []
                note = ", ".join([what, *marks])
                yield self._cited(self._here_first(same), self._name(told.actor), note)

    def _here_first(self, claims: list[PlanClaim]) -> PlanClaim:
        own = (claim for claim in claims if claim.doc_id in self._scope.own)
        return next(own, claims[0])

    def _cited(self, claim: PlanClaim, title: str, note: str) -> Cited:
        return Cited(
            when=claim.said_on or claim.reported_on,
            title=title,
            note=note,
            words=(claim.evidence,),
            by=self._name(claim.said_by),
            entry_id=claim.claim_id,
            mark=vouched(claim.provenance),
        )

    def _name(self, actor_id: str | None) -> str:
        actor = self._plans.actors.get(actor_id or "")
        return actor.name if actor else REPORTER


def in_conflict(found: Conflicts, scope: Scope, counts: Callable[[Account], bool]) -> list[Group]:
    """Give the conflicts that are open, both sides with their words, the last reported first.

    `counts` tells which accounts may be told; a side without any is no side.
    """
    groups = []
    for one in found.all:
        accounts = [*one.a, *one.b]
        here = any(account.doc_id in scope.own for account in accounts)
        sides = [[each for each in side if counts(each)] for side in (one.a, one.b)]
        if one.open and here and all(sides) and scope.is_about(each.actor for each in accounts):
            groups.append(_side_by_side(one, sides, found))
    return groups


def plans_and_conflicts(
    store: Store, scope: Scope, known: Known | None = None
) -> tuple[list[Group], list[Group]]:
    """Give both for the documents of a brief, none where it has no document.

    `known` gives the conflicts of a day and a negotiation where somebody keeps them.
    """
    if not scope.own:
        return [], []
    found = (known or partial(Conflicts, store))(scope.until, scope.process)
    counts = _stated(store, scope) if scope.confirmed_only else lambda _: True
    return on_the_table(found.plans, scope), in_conflict(found, scope, counts)


def _stated(store: Store, scope: Scope) -> Callable[[Account], bool]:
    """Give whether people stand for an account."""
    wanted = StatementFilter(as_of=scope.until, process=scope.process, states=BY_PEOPLE)
    claims = EntryFilter(until=scope.until, process=scope.process, states=BY_PEOPLE)
    known = {statement.statement_id for statement in store.statements(wanted)}
    known |= {claim.claim_id for claim in store.plans(claims)}
    return lambda account: account.entry_id in known


def _side_by_side(one: Conflict, sides: list[list[Account]], found: Conflicts) -> Group:
    def cited(account: Account, note: str) -> Cited:
        actor = found.actors.get(account.actor or "")
        name = actor.name if actor else REPORTER
        when = account.said_on or account.reported_on
        return Cited(when, name, note, account.words, "", account.entry_id)

    first, other = sides
    lines = (*(cited(each, "") for each in first), *(cited(each, "against it") for each in other))
    return Group(f"{CONFLICTS[one.type]}: {one.about}", lines, f"Put side by side: {one.reason}.")
