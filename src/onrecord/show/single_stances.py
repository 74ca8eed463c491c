"""What a statement means, a stance and a condition, for the page of one entry."""

from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.record import Actor, Anchor, Certainty, Condition, Stance, StanceBasis, Statement
from onrecord.show.stance_tables import joined
from onrecord.show.words import (
    ACTS,
    ASPECTS,
    BASES,
    CERTAINTIES,
    CONDITIONS,
    OBJECTS,
    STANCES,
    rounded,
)

OBJECT, DECIDED, OTHERWISE = "bold cyan", "bold green", "bold yellow"

Facts = dict[str, object]
Marks = tuple[tuple[Anchor, str], ...]


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a page: title, doubt, facts, words to be marked, what the marks mean."""

    title: str
    doubt: str
    facts: Facts
    marks: Marks
    legend: tuple[tuple[str, str], ...]


def meaning(statement: Statement) -> Facts:
    """Give the speech act with the words that decided it, certainty, sources between, listeners."""
    code = statement.speech_act
    decided = f", for “{joined(statement.act_words)}”" if statement.act_words else ""
    facts: Facts = {"speech act": f"{ACTS[code]} ({code}){decided}"}
    if statement.certainty:
        facts.update(_certainty(statement.certainty))
    if statement.chain:
        facts["told by way of"] = joined(statement.chain)
    if statement.addressee:
        facts["said to"] = joined((statement.addressee,))
    if statement.target:
        facts["aimed at"] = joined((statement.target,))
    if statement.venue:
        facts["said at"] = joined((statement.venue,))
    return facts


def _certainty(certainty: Certainty) -> Facts:
    """Give how certain source and reporter are, and the words that decided it."""
    hanging = ", if a condition is met" if certainty.conditional else ""
    facts: Facts = {
        "the source is": f"{CERTAINTIES[certainty.source]} ({certainty.source}){hanging}",
        "the reporter is": f"{CERTAINTIES[certainty.author]} ({certainty.author})",
    }
    if certainty.hedges:
        facts["for the words"] = joined(certainty.hedges)
    return facts


def stance_parts(stance: Stance, actors: Mapping[str, Actor]) -> Parts:
    """Give the page of a stance."""
    own = stance.basis is StanceBasis.EXPRESSED
    of = "" if own else f" ({BASES[stance.basis]})"
    holder = _name(stance.holder, actors)
    about = stance.object
    facts: Facts = {
        "as of": stance.as_of,
        "on whose word": BASES[stance.basis],
        "told by": _name(stance.reported_by, actors) if stance.reported_by else None,
        "about": f"{about.label} ({OBJECTS[about.kind]})",
        "version": "not said which" if stance.version_ambiguous else about.version,
        "aspect": ASPECTS[stance.aspect] if stance.aspect else None,
        "category": about.category,
        "scale": stance.value.ordinal,
        "statements": ", ".join(stance.statements) or None,
        "id": stance.stance_id,
        "found by": f"rule {stance.provenance.rule_id}",
        "confidence": stance.provenance.confidence,
    }
    marks: Marks = tuple((anchor, DECIDED) for anchor in stance.evidence)
    if stance.object_words:
        marks += ((stance.object_words, OBJECT),)
    return Parts(
        title=f"{holder} {STANCES[stance.value]}{of}: {about.label}",
        doubt=_doubt(stance) if stance.for_review else "",
        facts={key: value for key, value in facts.items() if value is not None},
        marks=marks,
        legend=(("what it is about", OBJECT), ("the words that decided", DECIDED)),
    )


def _doubt(stance: Stance) -> str:
    return f"for review: found with confidence {rounded(stance.provenance.confidence)}"


def condition_parts(condition: Condition, actors: Mapping[str, Actor]) -> Parts:
    """Give the page of a condition."""
    parts = (
        (condition.demand, DECIDED, "if"),
        (condition.consequence, OBJECT, "then"),
        (condition.otherwise, OTHERWISE, "otherwise"),
    )
    there = [(anchor, style, name) for anchor, style, name in parts if anchor]
    facts: Facts = {
        "condition": f"{CONDITIONS[condition.type]} ({condition.type})",
        "by": _name(condition.by, actors) if condition.by else "nobody named",
        **{name: joined((anchor,)) for anchor, _, name in there},
        "statement": condition.statement_id or "no statement",
        "id": condition.condition_id,
        "found by": f"rule {condition.provenance.rule_id}",
    }
    return Parts(
        title=f"Condition: {joined((condition.demand,))}",
        doubt="",
        facts=facts,
        marks=tuple((anchor, style) for anchor, style, _ in there),
        legend=tuple((name, style) for _, style, name in there),
    )


def _name(actor_id: str | None, actors: Mapping[str, Actor]) -> str:
    actor = actors.get(actor_id or "")
    return actor.name if actor else "somebody without a name on record"
