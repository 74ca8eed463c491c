"""Which draft is meant by `the proposal that was leaked`: the one that is told to be leaked."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.record import PlanClaim, ReportStatus, Route, StanceObject


def by_leak(claims: Sequence[PlanClaim]) -> Iterator[PlanClaim]:
    """Give claims, those on the leaked draft with its version, where one draft alone was leaked.

    `a leak of the 28-point plan … they only got the proposal after it was leaked`: the 28 points.
    """
    leaked: dict[str | None, dict[str, StanceObject]] = {}
    for claim in claims:
        told = claim.object
        if claim.route is Route.LEAKED and told.version and claim.status is not ReportStatus.DENIED:
            leaked.setdefault(told.lineage, {})[told.object_id] = told
    for claim in claims:
        drafts = list(leaked.get(claim.object.lineage, {}).values())
        by_route = claim.route in {Route.LEAKED, Route.AFTER_LEAK}
        one = by_route and claim.object.version is None and len(drafts) == 1
        yield replace(claim, object=drafts[0]) if one else claim
