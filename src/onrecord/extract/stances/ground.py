"""What stances and conditions of one document are read from."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from onrecord.extract.actors import Actors
from onrecord.extract.language import Parsed
from onrecord.extract.matters import Matters
from onrecord.extract.speakers import Resolver
from onrecord.record import (
    Actor,
    Anchor,
    Document,
    Mention,
    Occupancy,
    Office,
    Provenance,
    Span,
    Statement,
)
from onrecord.spans import Anchors

RULES = ("stances", "1")
"""Name and version of these rules, as the provenance of what they find tells it."""


@dataclass(frozen=True)
class Ground:
    """A document with its words, who speaks in it, what it is about.

    `affiliations` gives the body or country of persons by their last names in small letters.
    """

    document: Document
    parsed: Parsed
    anchors: Anchors
    actors: Actors
    resolver: Resolver
    statements: Sequence[Statement]
    mentions: Sequence[Mention]
    matters: Matters
    affiliations: Mapping[str, str]

    @property
    def text(self) -> str:
        """The clean text."""
        return self.parsed.text

    def anchor(self, span: Span) -> Anchor:
        """Give the anchor of a clean span."""
        return self.anchors.at_clean(span, self.parsed.word_at(span.start).sentence)

    def provenance(self, rule: str) -> Provenance:
        """Give the provenance of what a rule found."""
        return Provenance(*RULES, rule_id=rule)

    @cached_property
    def named(self) -> dict[int, Mention]:
        """The mentions by the clean place at which they end."""
        ends = ((m.anchor.clean_end, m) for m in self.mentions if m.actor_id)
        return {end: mention for end, mention in ends if end is not None}


def affiliated(
    actors: Iterable[Actor], offices: Iterable[Office], occupancies: Iterable[Occupancy]
) -> dict[str, str]:
    """Give the body or country of persons by their last names in small letters."""
    names = {actor.actor_id: actor.name.split()[-1].casefold() for actor in actors if actor.name}
    bodies = {office.office_id: office.organization for office in offices}
    held = ((names.get(item.actor_id), bodies.get(item.office_id)) for item in occupancies)
    return {name: body for name, body in held if name and body}


def clean(anchor: Anchor) -> Span | None:
    """Give an anchor's clean span, None where its words were moved out of the text."""
    if anchor.clean_start is None or anchor.clean_end is None:
        return None
    return Span(anchor.clean_start, anchor.clean_end)
