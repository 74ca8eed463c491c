"""The texts that are negotiated, for people."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rich.table import Table
from rich.text import Text

from onrecord.analyse.proposals import Proposal, Told, Version
from onrecord.record import Actor, PlanAspect, PlanClaim, Qualifier, ReportStatus
from onrecord.show.plain import one_line
from onrecord.show.single_stances import DECIDED, OBJECT, Facts, Parts
from onrecord.show.tables import WORDS_SHOWN, short, table
from onrecord.show.words import PLAN_ASPECTS, REPORTS, ROUTES, many

Actors = Mapping[str, Actor]
DIM = "dim"
LABEL, WHO = 30, 44
"""Characters of a plan's label and of a list of names in a table."""
BOUNDS = {
    Qualifier.APPROXIMATE: "about ",
    Qualifier.AT_LEAST: "at least ",
    Qualifier.AT_MOST: "at most ",
}


def proposals_table(found: Iterable[Proposal], actors: Actors) -> Table:
    """Give plans with their versions: points, day, who wrote it, who has it, where it stands."""
    made = table(
        "plan", "version", "first reported", "drafted by", "received by", "known", "status", "id"
    )
    for one in found:
        rows = one.versions or ()
        for at, version in enumerate(rows):
            made.add_row(
                Text("" if at else one_line(one.label, LABEL)),
                Text(version_words(version)),
                version.first_reported or Text("unknown", style=DIM),
                Text(one_line(_all_told(version.drafters, actors), WHO)),
                Text(one_line(_all_told(version.recipients, actors), WHO)),
                version.route,
                version.status,
                short(version.version_id if at else one.proposal_id),
            )
        if not rows:
            day = one.first_reported or Text("unknown", style=DIM)
            kind = one.instrument.replace("_", " ")
            made.add_row(
                Text(one_line(one.label, LABEL)), "", day, "", "", kind, "", short(one.proposal_id)
            )
    return made


def version_words(version: Version) -> str:
    """Give a version's number of points with its bound, or the words that set it apart."""
    if version.points is None:
        return version.label
    bound = BOUNDS.get(version.qualifier, "") if version.qualifier else ""
    return f"{bound}{version.points} points"


def _all_told(found: Sequence[Told], actors: Actors) -> str:
    return "; ".join(
        told_words(told, actors) for told in found if told.status is not ReportStatus.DENIED
    )


def told_words(told: Told, actors: Actors) -> str:
    """Give somebody with on what it rests that he wrote or received it."""
    actor = actors.get(told.actor)
    name = actor.name if actor else "unknown"
    notes = [] if told.status is ReportStatus.STATED else [REPORTS[told.status]]
    notes += ["disputed"] if told.disputed else []
    return f"{name} ({', '.join(notes)})" if notes else name


def proposal_lines(one: Proposal, actors: Actors) -> Iterator[Text | Table]:
    """Give one plan: its names, its versions with every claim in its words, what is left open."""
    yield Text(one.label, style="bold")
    kind = "counter-proposal" if one.own else one.instrument.replace("_", " ")
    yield Text(
        f"{kind}, first reported {one.first_reported or 'on an unknown day'}, {one.proposal_id}"
    )
    for item in one.group.joined:
        yield Text(
            f"  made one with {short(item.other)}: {item.reason} ({item.score:.2f}, {item.by})",
            style=DIM,
        )
    for version in one.versions:
        yield Text("")
        after = f", after version {version.number - 1}" if version.derived_from else ""
        yield Text(
            f"Version {version.number}: {version_words(version)}{after}, {version.status}",
            style="bold",
        )
        if version.names:
            yield Text(f"  called {one_line(', '.join(version.names), WORDS_SHOWN)}")
        told = [claim for claim in version.claims if claim.aspect is not PlanAspect.NAMED]
        if told:
            yield claims_table(told, actors)
    open_ = [claim for claim in one.open if claim.aspect is not PlanAspect.NAMED]
    named = [claim for claim in one.open if claim.aspect is PlanAspect.NAMED]
    if one.open:
        yield Text("")
        words = ", ".join(dict.fromkeys(claim.words.exact for claim in named))
        yield Text("Which version is meant is not said:", style="bold")
        yield Text(f"  {many(len(named), 'mention')}: {one_line(words, WORDS_SHOWN)}")
    if open_:
        yield claims_table(open_, actors)


def _version_lines(version: Version, actors: Actors) -> Iterator[Text | Table]:
    yield Text("")
    after = f", after version {version.number - 1}" if version.derived_from else ""
    title = f"Version {version.number}: {version_words(version)}{after}, {version.status}"
    yield Text(title, style="bold")
    if version.names:
        yield Text(f"  called {one_line(', '.join(version.names), WORDS_SHOWN)}")
    told = [claim for claim in version.claims if claim.aspect is not PlanAspect.NAMED]
    if told:
        yield claims_table(told, actors)


def claims_table(claims: Iterable[PlanClaim], actors: Actors) -> Table:
    """Give claims: what, who, on what it rests, whose word, in which words."""
    made = table("what", "who", "rests on", "by", "reported", "words", "id")
    for claim in claims:
        made.add_row(
            Text(_what(claim)),
            Text(one_line(_name(claim.actor, actors), LABEL)),
            REPORTS[claim.status],
            Text(one_line(_name(claim.said_by, actors), LABEL)),
            claim.reported_on or Text("unknown", style=DIM),
            Text(one_line(claim.evidence.exact, WORDS_SHOWN)),
            short(claim.claim_id),
        )
    return made


def _what(claim: PlanClaim) -> str:
    route = f", {ROUTES[claim.route]}" if claim.route else ""
    if claim.aspect is PlanAspect.POINTS:
        return f"{BOUNDS.get(claim.qualifier or Qualifier.EXACT, '')}{claim.number} points"
    when = f", {claim.on}" if claim.on else ""
    return f"{PLAN_ASPECTS[claim.aspect]}{route}{when}"


def _name(actor_id: str | None, actors: Actors) -> str:
    actor = actors.get(actor_id or "")
    return actor.name if actor else ""


def claim_parts(claim: PlanClaim, actors: Actors) -> Parts:
    """Give the page of what a document says of a plan."""
    facts: Facts = {
        "plan": claim.object.label,
        "version": claim.object.version or "not said which",
        "what": _what(claim),
        "who": _name(claim.actor, actors) or None,
        "rests on": REPORTS[claim.status],
        "on whose word": _name(claim.said_by, actors) or "the reporter's own",
        "when": claim.on,
        "where": claim.place.exact if claim.place else None,
        "statement": claim.statement_id,
        "id": claim.claim_id,
        "found by": f"rule {claim.provenance.rule_id}",
    }
    return Parts(
        title=f"{claim.object.label}: {_what(claim)}",
        doubt="",
        facts={key: value for key, value in facts.items() if value is not None},
        marks=((claim.evidence, DECIDED), (claim.words, OBJECT)),
        legend=(("the text that is meant", OBJECT), ("the words that decided", DECIDED)),
    )
