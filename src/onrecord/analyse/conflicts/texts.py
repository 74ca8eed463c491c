"""Disputes about texts: who wrote one, who received it when and how, how many points it has."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from onrecord.analyse.conflicts.findings import Account, Conflict, ConflictType, conflict
from onrecord.analyse.proposals import Proposal, Version
from onrecord.record import PlanAspect, PlanClaim, ReportStatus

Who = Callable[[str], str]
Side = Callable[[str | None], str | None]


BOTH = re.compile(r"\b(?:both|all|either) (?:sides?|parties|governments|delegations|capitals)\b")
"""Words for the sides together, whichever they are."""
FEW = 3
"""Accounts of each version that are shown."""


def of_texts(
    found: Iterable[Proposal], who: Who, side: Callable[[str | None], str | None]
) -> Iterator[Conflict]:
    """Give the disputes about the texts of a record, text by text."""
    for one in found:
        yield from _versions(one)
        for version in one.versions:
            yield from _authorship(one, version, side)
        yield from _receipt(one, who, side)


def _account(claim: PlanClaim) -> Account:
    entry = claim.statement_id or claim.claim_id
    actor, words = claim.said_by, (claim.evidence,)
    return Account(entry, claim.doc_id, actor, words, claim.said_on, claim.reported_on)


def _versions(one: Proposal) -> Iterator[Conflict]:
    """Give the change from one version to the next, which no two numbers of points contradict.

    Two numbers of one day are two counts of one text, where nothing tells that it was changed.
    """
    for before, after in pairwise(one.versions):
        first, second = (tuple(map(_account, _counted(version))) for version in (before, after))
        if first and second:
            kind, reason = ConflictType.VERSION_CHANGE, "two drafts"
            about = f"{one.label}: {before.label}, then {after.label}"
            if _counted_twice(before, after):
                kind, reason = ConflictType.NUMERIC, "of one day, and none tells of a change"
                about = f"{one.label}: {before.label}, {after.label}"
            yield conflict(kind, (first[:FEW], second[:FEW]), about, reason)


def _counted_twice(before: Version, after: Version) -> bool:
    """Tell two counts of one text: of the same day, in other documents, no word of a change."""
    counts = [[c for c in v.claims if c.aspect is PlanAspect.POINTS] for v in (before, after)]
    days = [{claim.reported_on for claim in each} for each in counts]
    papers = [{claim.doc_id for claim in version.claims} for version in (before, after)]
    claims = (*before.claims, *after.claims)
    changed = any(claim.aspect is PlanAspect.REVISED or claim.mark for claim in claims)
    return len(days[0] | days[1]) == 1 and not papers[0] & papers[1] and not changed


def _counted(version: Version) -> list[PlanClaim]:
    return [claim for claim in version.claims if claim.aspect is PlanAspect.POINTS] or list(
        version.claims[:1]
    )


def _authorship(one: Proposal, version: Version, side: Side) -> Iterator[Conflict]:
    """Give who is said to have written a version and denies it, or is denied it by others."""
    claims = [c for c in version.claims if c.aspect is PlanAspect.DRAFTED and c.actor]
    by_side: dict[str, list[PlanClaim]] = defaultdict(list)
    for claim in claims:
        by_side[side(claim.actor) or claim.actor or ""].append(claim)
    about = f"who wrote the {one.label}, {version.label}"
    for own in by_side.values():
        asserted = [claim for claim in own if claim.status is not ReportStatus.DENIED]
        denied = [claim for claim in own if claim.status is ReportStatus.DENIED]
        if asserted and denied:
            sides = (list(map(_account, asserted)), list(map(_account, denied)))
            reason = "told by some, denied by others"
            yield conflict(ConflictType.AUTHORSHIP, sides, about, reason)


def _receipt(
    one: Proposal, who: Who, side: Callable[[str | None], str | None]
) -> Iterator[Conflict]:
    """Give what one side says differently about when and how it received a text."""
    by_side: dict[str, list[PlanClaim]] = defaultdict(list)
    claims = [claim for version in one.versions for claim in version.claims]
    for claim in sorted([*claims, *one.open], key=_when):
        key = side(claim.actor) if claim.aspect is PlanAspect.RECEIVED and claim.said_by else None
        denied = claim.status is ReportStatus.DENIED
        if key and (not denied or side(claim.said_by) == key):
            by_side[key].append(claim)
    for key, own in by_side.items():
        yield from _between(one, own, who)
        yield from _against(one, own, [c for c in claims if _tells_of(c, key, side)])


def _tells_of(claim: PlanClaim, key: str, side: Side) -> bool:
    """Tell whether others report that a side received a text: it by name, or both of them."""
    if claim.aspect is not PlanAspect.RECEIVED or claim.status is ReportStatus.DENIED:
        return False
    told_of = side(claim.actor) == key or BOTH.search(claim.evidence.exact) is not None
    return told_of and claim.said_by is not None and side(claim.said_by) != key


def _against(
    one: Proposal, own: Sequence[PlanClaim], reports: Sequence[PlanClaim]
) -> Iterator[Conflict]:
    """Give a side's denial that it received a text, against who reports that it did."""
    denied = [claim for claim in own if claim.status is ReportStatus.DENIED]
    if denied and reports:
        sides = (list(map(_account, reports[:FEW])), list(map(_account, denied)))
        about, reason = f"receipt of the {one.label}", "told by others, denied by the side itself"
        yield conflict(ConflictType.DENIAL_VS_REPORT, sides, about, reason)


def _when(claim: PlanClaim) -> tuple[str, str, str, int]:
    """Order by the day on which it was said; a denial of the same day comes before what follows."""
    denied = "0" if claim.status is ReportStatus.DENIED else "1"
    return claim.said_on or claim.reported_on or "9999", denied, claim.doc_id, claim.evidence.start


def _between(one: Proposal, own: Sequence[PlanClaim], who: Who) -> Iterator[Conflict]:
    about = f"receipt of the {one.label}"
    denied = [claim for claim in own if claim.status is ReportStatus.DENIED]
    told = [claim for claim in own if claim.status is not ReportStatus.DENIED]
    confirmed = [claim for claim in told if claim.status is ReportStatus.CONFIRMED]
    if denied and confirmed:
        later = [claim for claim in confirmed if _when(claim) > _when(denied[0])]
        if later:
            sides = (list(map(_account, denied)), [_account(later[0])])
            yield conflict(ConflictType.TEMPORAL_REVERSAL, sides, about, "denied, then confirmed")
    by_speaker: dict[str, list[PlanClaim]] = defaultdict(list)
    for claim in told:
        if claim.said_by:
            by_speaker[who(claim.said_by)].append(claim)
    for mine in by_speaker.values():
        for before, after in pairwise(mine):
            if before.route is not after.route:
                sides = ([_account(before)], [_account(after)])
                yield conflict(
                    ConflictType.INTRA_SPEAKER_TENSION, sides, about, "two ways of receiving it"
                )
