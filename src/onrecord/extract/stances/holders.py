"""Whose stance it is, and on whose word: rule 1 and rule 10 of section 3.6."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.extract.language import Word
from onrecord.extract.matters.sponsors import place_key
from onrecord.extract.speakers import source_words
from onrecord.extract.stances.clauses import Clause
from onrecord.extract.stances.ground import Ground, clean
from onrecord.extract.stances.sayings import Said
from onrecord.record import (
    Actor,
    ActorSchema,
    MentionKind,
    ObjectKind,
    SourcingLevel,
    Span,
    StanceBasis,
    Statement,
)
from onrecord.world import alike

SPEAKER = frozenset({"i", "we", "he", "she", "our", "my"})
OWNED = ("his ", "her ", "its ", "our ", "my ", "their ")
"""Before a body's noun these make it the speaker's: `said his government welcomed`."""
ANYBODY = frozenset({"nobody", "no one", "somebody", "someone", "everybody", "everyone", "anyone"})
TAKING = frozenset({"it", "they"})
UNNAMED = frozenset(
    {
        SourcingLevel.UNNAMED_DESCRIBED,
        SourcingLevel.UNNAMED_BARE,
        SourcingLevel.MEDIA_REPORTS,
        SourcingLevel.AGENTLESS,
    }
)
TEXTS = frozenset({ObjectKind.PROPOSAL, ObjectKind.PROVISION, ObjectKind.ISSUE})
HOLDING = frozenset(
    {ActorSchema.PERSON, ActorSchema.PUBLIC_BODY, ActorSchema.ORGANIZATION, ActorSchema.GROUP}
)


@dataclass(frozen=True, slots=True)
class Held:
    """A holder with the basis of the stance; `reported_by` where somebody else speaks."""

    holder: str
    basis: StanceBasis
    reported_by: str | None = None


class Holders:
    """Finds the holders of stances in one document."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._actors = {actor.actor_id: actor for actor in ground.actors.all()}
        self._known: dict[Span, str | None] = {}
        self._last: str | None = None

    def of(self, clause: Clause, said: Said | None) -> Held | None:
        """Give the holder of what a clause says, None where it is nobody's."""
        held = self._of(clause, said)
        if held:
            self._last = held.holder
        return held

    def named(self, span: Span) -> str | None:
        """Give the actor that a noun phrase names, None where it names nobody."""
        return self._actor(span)

    def speaker(self, statement: Statement) -> Held | None:
        """Give the speaker of a statement as holder of his own stance."""
        return self._own(statement)

    def _of(self, clause: Clause, said: Said | None) -> Held | None:
        if clause.predicate.rule.placed:
            return self._placed(clause, said)
        if said is None:
            return self._reported(clause)
        if said.statement.actor_id and (said.by_cue or clause.urged):
            return self._own(said.statement)
        if clause.opened == "whether" and said.statement.actor_id:
            return self._own(said.statement)  # who is asked and silent, not whom the question names
        words = self._words(clause.subject)
        if words in ANYBODY:
            return None
        if words.startswith(OWNED):
            return self._own(said.statement)
        return self._told(clause, said.statement, words)

    def _told(self, clause: Clause, statement: Statement, words: str) -> Held | None:
        """Give the holder of what is said: whom it names, or the speaker."""
        named = self._actor(clause.subject) if words and not _pronoun(words) else None
        if named and named != statement.actor_id:
            if self._is_spoken_for(named, statement):
                return Held(named, StanceBasis.EXPRESSED)
            return self._other(named, statement)
        if words in {"he", "she", "they"} and self._is_verbatim(statement, clause):
            return None
        return self._own(statement)

    def _placed(self, clause: Clause, said: Said | None) -> Held | None:
        """Give the place in which a feeling is: `raised concerns in [Oslo]`."""
        words = self._ground.parsed.within(clause.after)[:3]
        place = next((word for word in words if word.entity == "GPE"), None)
        holder = self._actor(Span(place.start, place.end)) if place else None
        by = said.statement.actor_id if said else None
        return Held(holder, StanceBasis.AUTHOR_INFERENCE, by) if holder else None

    def _own(self, statement: Statement) -> Held | None:
        if statement.actor_id is None or self._is_matter(statement):
            return None
        actor = self._actors.get(statement.actor_id)
        basis = StanceBasis.HEARSAY if statement.nested_in else StanceBasis.EXPRESSED
        if statement.sourcing_level in UNNAMED and actor and actor.schema in HOLDING:
            basis = StanceBasis.HEARSAY
        return Held(statement.actor_id, basis)

    def _is_matter(self, statement: Statement) -> bool:
        """Tell whether a text speaks, which holds no stance of its own."""
        actor = self._actors.get(statement.actor_id or "")
        span = clean(statement.source.anchor) if statement.source else None
        named = self._ground.matters.within(span) if span else ()
        text = any(m.kind is ObjectKind.PROPOSAL and span and m.span.end == span.end for m in named)
        return text or (actor is not None and actor.schema is ActorSchema.DOCUMENT)

    def _other(self, holder: str, statement: Statement) -> Held:
        by_author = statement.sourcing_level is SourcingLevel.AUTHORIAL
        unnamed = statement.sourcing_level in UNNAMED
        told = StanceBasis.HEARSAY if unnamed else StanceBasis.REPORTED_BY
        basis = StanceBasis.AUTHOR_INFERENCE if by_author else told
        return Held(holder, basis, statement.actor_id)

    def _reported(self, clause: Clause) -> Held | None:
        """Give the holder in the reporter's own sentence: its subject, where it is an actor."""
        words = self._words(clause.subject)
        if not words or clause.subject is None:
            return None
        pronoun = words in {"he", "she", "it", "they"}
        holder = self._last if pronoun else self._actor(clause.subject)
        return Held(holder, StanceBasis.AUTHOR_INFERENCE) if holder else None

    def _names_matter(self, span: Span) -> bool:
        """Tell whether a noun phrase names a text or a point of it, which holds no stance."""
        near = self._ground.matters.within(Span(span.start, span.end))
        return any(matter.kind in TEXTS and matter.span.end == span.end for matter in near)

    def _words(self, span: Span | None) -> str:
        return self._ground.text[span.start : span.end].lower() if span else ""

    def _is_verbatim(self, statement: Statement, clause: Clause) -> bool:
        place = clause.predicate.span.start
        spans = ((a.clean_start, a.clean_end) for a in statement.quoted)
        return any(s is not None and e is not None and s <= place < e for s, e in spans)

    def _is_spoken_for(self, actor_id: str, statement: Statement) -> bool:
        """Tell whether the speaker speaks for a body: its official, or of its country."""
        speaker = self._actors.get(statement.actor_id or "")
        body = self._actors.get(actor_id)
        if speaker is None or body is None:
            return False
        offices: Mapping[str, str] = self._ground.affiliations
        own = offices.get(speaker.name.split()[-1].casefold())
        return speaker.speaks_for == actor_id or bool(own and alike(place_key(own), _key(body)))

    def _actor(self, span: Span | None) -> str | None:
        if span is None:
            return None
        if span not in self._known:
            self._known[span] = self._read(span)
        return self._known[span]

    def _read(self, span: Span) -> str | None:
        ground = self._ground
        mention = ground.named.get(span.end)
        whole = mention and "," not in mention.surface  # `[Norway, opposed by Chile]` is not Chile
        if mention and whole and mention.actor_id and not self._names_matter(span):
            return mention.actor_id
        if not _can_hold(ground.parsed.within(span)) or self._names_matter(span):
            return None
        by = ground.resolver.named(span)
        speaker = by.speaker
        if speaker is None or by.literal_place or by.kind is MentionKind.PRONOUN:
            return None
        if speaker.schema not in HOLDING | {ActorSchema.UNNAMED_SOURCE}:
            return None
        actor = ground.actors.actor(speaker)
        self._actors[actor.actor_id] = actor
        return actor.actor_id


NAMING = frozenset({"GPE", "NORP", "ORG", "PERSON"})


def _can_hold(words: Sequence[Word]) -> bool:
    """Tell whether a noun phrase is somebody by its head: a name, a person, a body."""
    if not words:
        return False
    head, lists = words[-1], source_words()
    if head.pos == "PROPN" or head.entity in NAMING:
        return head.entity not in {"DATE", "TIME", "MONEY", "CARDINAL"}
    known = head.lemma in lists.persons | lists.bodies | lists.crowds
    return known or head.lower in lists.persons


def _key(actor: Actor) -> str:
    return actor.country or place_key(actor.name)


def _pronoun(words: str) -> bool:
    return words in SPEAKER | TAKING | {
        "this",
        "that",
        "you",
        "who",
        "which",
        "them",
        "these",
        "those",
        "there",
    }
