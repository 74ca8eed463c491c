"""News of plans and conflicts: a plan or a draft of it, accounts that do not agree."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from onrecord.analyse.conflicts import Account, Conflict
from onrecord.analyse.proposals import Proposal, Version
from onrecord.record import AlertKind, Imprint, PlanAspect, PlanClaim
from onrecord.show.conflicts import Conflicts
from onrecord.show.plain import one_line
from onrecord.show.plan_tables import version_words
from onrecord.show.plans import Plans
from onrecord.show.words import CONFLICTS
from onrecord.store import Store
from onrecord.watch.disputes import disputes, kind_of
from onrecord.watch.news import News, Quote

ABOUT = 120
"""Characters of what a conflict is about."""


class PlanNews:
    """The news of the plans and conflicts of a record, or of one negotiation."""

    def __init__(self, store: Store, process: str | None) -> None:
        self._store, self._process = store, process

    @cached_property
    def _imprints(self) -> Mapping[str, Imprint]:
        return {each.doc_id: each for each in self._store.imprints()}

    def versions(self) -> Iterator[News]:
        """Give the plans of the record, and each version of them.

        A version is the same while its plan is told by one of its names and it by its label.
        """
        plans = Plans(self._store, process=self._process)
        for one in plans.all:
            for version in one.versions:
                if version.claims:
                    yield self._of_version(one, version, plans)

    def _of_version(self, one: Proposal, version: Version, plans: Plans) -> News:
        claim = _telling(version)
        title = "A plan has a new version" if version.derived_from else "A plan is reported"
        actor = plans.actors.get(claim.said_by or "")
        return News(
            kind=AlertKind.PLAN_VERSION,
            title=f"{title}: {one_line(one.label, ABOUT)}, {version_words(version)}",
            quotes=(Quote(claim.evidence, self._source(claim, actor.name if actor else None)),),
            doc_id=claim.doc_id,
            entry_id=claim.claim_id,
            members=one.members,
            what=(version.label,),
        )

    def conflicts(self) -> Iterator[News]:
        """Give the disputes that are open; what the record itself explains is none to be told."""
        found = Conflicts(self._store, process=self._process)
        for same in disputes((one for one in found.all if one.open), found.plans.who):
            yield self._of_dispute(same, found)

    def _of_dispute(self, same: Sequence[Conflict], found: Conflicts) -> News:
        """Give a dispute by its first conflict, known by all that was told on its later side.

        What is denied is told again and again; who denies it is told once.
        """
        one = same[0]
        first, answer = one.a[0], one.b[0]
        names = [
            actor.name if (actor := found.actors.get(each.actor or "")) else "the reporter"
            for each in (first, answer)
        ]
        later = [account for each in same for account in each.b]
        return News(
            kind=AlertKind.CONFLICT,
            title=f"{CONFLICTS[one.type]}: {one_line(one.about, ABOUT)}",
            quotes=tuple(
                Quote(_said(each), self._source(each, name))
                for each, name in zip((first, answer), names, strict=True)
            ),
            doc_id=answer.doc_id,
            entry_id=answer.entry_id,
            members=tuple(dict.fromkeys(account.entry_id for account in later)),
            what=(kind_of(one),),
        )

    def _source(self, told: PlanClaim | Account, name: str | None) -> str:
        imprint = self._imprints.get(told.doc_id)
        outlet = imprint.outlet if imprint and imprint.outlet else "outlet unknown"
        by = f"{name}, " if name else ""
        return f"{by}{outlet}, {told.reported_on or 'day unknown'}"


def _telling(version: Version) -> PlanClaim:
    """Give the claim that tells most: how many points it has, else the first."""
    counted = (claim for claim in version.claims if claim.aspect is PlanAspect.POINTS)
    return next(counted, version.claims[0])


def _said(account: Account) -> str:
    return " … ".join(anchor.exact for anchor in account.words)
