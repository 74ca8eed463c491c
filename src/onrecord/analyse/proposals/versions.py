"""The versions of a text: which drafts the record knows, in which order, and what is told of each.

A version is known by its number of points, or by words that set it apart (`the original`, `the
revised text`). A mention that does not say which draft is meant stays on the lineage. Numbers are
claims of those who printed them: what one outlet counts differently is a version of its own until
somebody decides that it is the same.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.analyse.proposals.lineages import Group
from onrecord.record import Anchor, PlanAspect, PlanClaim, Qualifier, ReportStatus, Route, identify

ORIGINAL, REVISED = "original", "revised"


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of somebody and a text: wrote it, received it.

    `status` is the strongest on which it rests, `disputed` true where it is denied of him or of his
    side. `routes` are the ways that claims of him and his side give: more than one is a dispute of
    its own.
    """

    actor: str
    status: ReportStatus
    disputed: bool
    routes: tuple[Route, ...]
    on: str | None
    place: Anchor | None
    claims: tuple[PlanClaim, ...]


@dataclass(frozen=True, slots=True)
class Version:
    """One draft of a text. `number` counts from 1; 0 stands for what no words tell apart.

    `points` is the number that most claims give, `qualifier` how it is bounded. `derived_from` is
    the id of the draft before it. `names` are the words used for it.
    """

    version_id: str
    number: int
    label: str
    points: int | None
    qualifier: Qualifier | None
    names: tuple[str, ...]
    drafters: tuple[Told, ...]
    recipients: tuple[Told, ...]
    published: tuple[PlanClaim, ...]
    first_reported: str | None
    derived_from: str | None
    superseded_by: str | None
    claims: tuple[PlanClaim, ...]

    @property
    def created(self) -> Told | None:
        """The first told of its drafting that says when or where."""
        return next((told for told in self.drafters if told.place), None) or next(
            (told for told in self.drafters if told.on), None
        )

    @property
    def route(self) -> str:
        """How it became known: leaked, published, or described only."""
        ways = [claim.route for claim in self.published if claim.status is not ReportStatus.DENIED]
        if Route.LEAKED in ways:
            return "leaked"
        return "published" if Route.PUBLISHED in ways else "described"

    @property
    def status(self) -> str:
        """Where it stands in the negotiation, as far as the record tells."""
        if self.superseded_by:
            return "superseded"
        return "tabled" if self.recipients else "reported"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A text that is negotiated, in all of its drafts.

    `members` are the ids of the lineages of documents that it was made of. `open` are the claims
    that do not say which version they mean; `first_reported` is a day in EDTF.
    """

    proposal_id: str
    label: str
    instrument: str
    own: bool
    sponsors: tuple[str, ...]
    versions: tuple[Version, ...]
    open: tuple[PlanClaim, ...]
    first_reported: str | None
    group: Group

    @property
    def members(self) -> tuple[str, ...]:
        """The ids of the lineages that it was made of."""
        return tuple(thread.lineage for thread in self.group.threads)

    def called(self, words: str | None) -> Version | None:
        """Give the version that these words of a document mean, None where they leave it open."""
        meant = _meant(words, [version.label for version in self.versions])
        return next((version for version in self.versions if version.label == meant), None)


@dataclass(frozen=True, slots=True)
class People:
    """Who an actor is, and to which side he belongs (None where the record does not tell)."""

    who: Callable[[str], str]
    side: Callable[[str], str | None]


def proposal(group: Group, people: People) -> Proposal:
    """Give a text with its versions."""
    claims = [claim for thread in group.threads for claim in thread.claims]
    claims.sort(key=lambda claim: (claim.reported_on or "9999", claim.doc_id, claim.evidence.start))
    labels = _Labels(claims)
    proposal_id = identify("prp", *sorted(thread.lineage for thread in group.threads)[:1])
    by_label: dict[str, list[PlanClaim]] = defaultdict(list)
    open_: list[PlanClaim] = []
    for claim in claims:
        label = labels.of(claim)
        (by_label[label] if label else open_).append(claim)
    named = max(group.threads, key=lambda thread: (bool(thread.sponsor), len(thread.claims)))
    return Proposal(
        proposal_id=proposal_id,
        label=_without_version(named.claims[0].object.label),
        instrument=named.instrument,
        own=named.own,
        sponsors=tuple(dict.fromkeys(c.sponsor for c in claims if c.sponsor)),
        versions=tuple(_versions(proposal_id, labels.order, by_label, people)),
        open=tuple(open_),
        first_reported=claims[0].reported_on,
        group=group,
    )


def _without_version(label: str) -> str:
    return re.sub(r" \([^()]{1,40}\)$", "", label)


class _Labels:
    """The labels of the versions of one text, in the order of the drafts."""

    def __init__(self, claims: Sequence[PlanClaim]) -> None:
        self.order = _ordered(claims)

    def of(self, claim: PlanClaim) -> str | None:
        """Give the version that a claim is about, None where its words leave it open."""
        return _meant(claim.object.version, self.order)


def _meant(words: str | None, order: Sequence[str]) -> str | None:
    """Give the label that words mean among those of the versions, in the order of the drafts."""
    counts = [label for label in order if label not in {ORIGINAL, REVISED}]
    if words == ORIGINAL and counts:
        return counts[0]
    if words == REVISED and len(counts) > 1:
        return counts[-1]
    return words


def _ordered(claims: Sequence[PlanClaim]) -> list[str]:
    """Give the labels of versions: as texts tell what came from what, else as first reported."""
    order: list[str] = []
    for claim in claims:
        label = claim.object.version
        if label and label not in order:
            first = claim.mark == ORIGINAL and label != REVISED
            order.insert(0 if first else len(order), label)
    for claim in claims:
        earlier, later = f"{claim.number} points", claim.object.version
        if claim.aspect is PlanAspect.REVISED and later in order and earlier != later:
            if earlier in order:
                order.remove(earlier)
            order.insert(order.index(later), earlier)
    counts = [label for label in order if label not in {ORIGINAL, REVISED}]
    kept = [ORIGINAL] if ORIGINAL in order and not counts else []
    return [*kept, *counts, *([REVISED] if REVISED in order and len(counts) < 2 else [])]


def _versions(
    proposal_id: str,
    order: Sequence[str],
    by_label: dict[str, list[PlanClaim]],
    people: People,
) -> Iterator[Version]:
    ids = [identify("ver", proposal_id, label) for label in order]
    for at, label in enumerate(order):
        claims = by_label.get(label, [])
        counted = [claim for claim in claims if claim.aspect is PlanAspect.POINTS]
        number = re.match(r"\d{1,4}(?= points$)", label)
        days = [claim.reported_on for claim in claims if claim.reported_on]
        named = (c.words.exact for c in claims if c.aspect is PlanAspect.NAMED)
        yield Version(
            version_id=ids[at],
            number=at + 1,
            label=label,
            points=int(number[0]) if number else None,
            qualifier=_qualifier(counted) if number else None,
            names=tuple(dict.fromkeys(" ".join(words.split()) for words in named)),
            drafters=tuple(_told(claims, PlanAspect.DRAFTED, people)),
            recipients=tuple(_told(claims, PlanAspect.RECEIVED, people)),
            published=tuple(c for c in claims if c.aspect is PlanAspect.PUBLISHED),
            first_reported=min(days, default=None),
            derived_from=ids[at - 1] if at else None,
            superseded_by=ids[at + 1] if at + 1 < len(ids) else None,
            claims=tuple(claims),
        )


def _qualifier(counted: Iterable[PlanClaim]) -> Qualifier:
    """Give how a number is bounded: exact where somebody gives it without a bound."""
    found = {claim.qualifier for claim in counted}
    bounded = [q for q in Qualifier if q in found and q is not Qualifier.EXACT]
    return bounded[0] if bounded and Qualifier.EXACT not in found else Qualifier.EXACT


def _told(claims: Sequence[PlanClaim], aspect: PlanAspect, people: People) -> Iterator[Told]:
    by_actor: dict[str, list[PlanClaim]] = defaultdict(list)
    denied: set[str] = set()
    routes: dict[str, set[Route]] = defaultdict(set)
    for claim in claims:
        if claim.aspect is aspect and claim.actor:
            by_actor[people.who(claim.actor)].append(claim)
            side = people.side(claim.actor)
            if claim.status is ReportStatus.DENIED and side:
                denied.add(side)
            if claim.route:
                routes[side or people.who(claim.actor)].add(claim.route)
    for actor, own in by_actor.items():
        kinds = {claim.status for claim in own}
        asserted = [status for status in ReportStatus if status in kinds - {ReportStatus.DENIED}]
        sure = [claim for claim in own if claim.status is not ReportStatus.DENIED]
        yield Told(
            actor=actor,
            status=asserted[0] if asserted else ReportStatus.DENIED,
            disputed=bool(asserted)
            and (ReportStatus.DENIED in kinds or people.side(actor) in denied),
            routes=tuple(sorted(routes[people.side(actor) or actor])),
            on=next((claim.on for claim in sure if claim.on), None),
            place=next((claim.place for claim in sure if claim.place), None),
            claims=tuple(own),
        )
