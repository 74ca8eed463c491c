"""The claims of one document about the texts that are negotiated."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from onrecord import world
from onrecord.extract.matters import PlanReference
from onrecord.extract.plans.deeds import REACH, Deed, Deeds
from onrecord.extract.plans.leaks import by_leak
from onrecord.extract.plans.parties import Party
from onrecord.extract.plans.words import GIVEN, deed_words
from onrecord.extract.speakers import Speaker
from onrecord.extract.stances import Ground, Said, Sayings
from onrecord.extract.stances.holders import UNNAMED, Holders
from onrecord.record import (
    ActorSchema,
    Anchor,
    PlanAspect,
    PlanClaim,
    Provenance,
    ReportStatus,
    Route,
    SourcingLevel,
    Span,
    SpeechAct,
    Statement,
    TimeExpression,
    TimeRole,
    identify,
)

RULES = ("plans", "1")
"""Name and version of these rules, as the provenance of what they find tells it."""
MOST = 400
"""Claims of one document that are kept: hostile text may make thousands."""
BEHIND = 120
"""Code points behind a verb in which its way is told: `only received it after it was leaked`."""
WITHIN = 300
"""Code points before a verb in which its time stands."""
PLACE = 8
"""Words of a place at most: `in Geneva, Switzerland`."""


class PlanClaims:
    """Finds what one document says of plans."""

    def __init__(self, ground: Ground, times: Sequence[TimeExpression]) -> None:
        self._ground = ground
        self._parsed = ground.parsed
        self._matters = ground.matters
        self._holders = Holders(ground)
        self._sayings = Sayings(ground.parsed, ground.statements)
        placed = (t for t in times if t.anchor.clean_start is not None and t.edtf)
        self._times = sorted(placed, key=_begins)
        self._starts = [_begins(time) for time in self._times]

    def find(self) -> tuple[PlanClaim, ...]:
        """Give the claims in text order, each once."""
        unique: dict[str, PlanClaim] = {}
        for claim in self._all():
            unique.setdefault(claim.claim_id, claim)
            if len(unique) == MOST:
                break
        known = by_leak(tuple(unique.values()))
        return tuple(sorted(known, key=lambda c: (c.evidence.start, c.claim_id)))

    def _all(self) -> Iterator[PlanClaim]:
        for reference in self._matters.plans.references:
            yield from self._named(reference)
        for deed in Deeds(self._parsed, self._matters.plans).find():
            yield from self._done(deed)

    def _named(self, reference: PlanReference) -> Iterator[PlanClaim]:
        mention = reference.mention
        span = self._with_later(reference)
        words = self._parsed.text[slice(*reference.span)]
        made = self._claim(reference, PlanAspect.NAMED, reference.span, words.casefold())
        yield replace(made, mark=mention.mark)
        if mention.points:
            count = mention.points
            points = self._claim(reference, PlanAspect.POINTS, span, count.number, count.qualifier)
            yield replace(points, number=count.number, qualifier=count.qualifier, mark=mention.mark)
        if mention.before and mention.points:
            revised = self._claim(reference, PlanAspect.REVISED, span)
            yield replace(revised, number=mention.before.number)
        leaked = {"leaked", "published"} & set(words.casefold().split())
        if leaked:
            made = self._claim(reference, PlanAspect.PUBLISHED, reference.span, *leaked)
            yield replace(made, route=Route.LEAKED if "leaked" in leaked else Route.PUBLISHED)

    def _with_later(self, reference: PlanReference) -> Span:
        """Give the words of a mention with the number that it came to: `from 19 points to 14`."""
        if reference.mention.before is None:
            return reference.span
        at = reference.mention.head
        return Span(reference.span.start, self._parsed.words[at + 2].end)

    def _done(self, deed: Deed) -> Iterator[PlanClaim]:
        if deed.kind == PlanAspect.PUBLISHED:
            yield self._published(deed, deed.agents)
        elif deed.kind == PlanAspect.DRAFTED:
            yield from self._by(deed, PlanAspect.DRAFTED, deed.agents, None)
        elif deed.kind == GIVEN:
            route = Route.OFFICIAL if deed.agents or deed.receivers else None
            yield from self._by(deed, PlanAspect.RECEIVED, deed.receivers, route)
        elif any(self._is_media(party) for party in deed.agents):
            yield self._published(deed, deed.agents, Route.LEAKED)
        else:
            yield from self._by(deed, PlanAspect.RECEIVED, deed.agents, self._route(deed))

    def _by(
        self, deed: Deed, aspect: PlanAspect, who: Sequence[Party], route: Route | None
    ) -> Iterator[PlanClaim]:
        for party in who:
            actor = self._actor(party, deed)
            if actor is None:
                continue
            made = self._claim(deed.plan, aspect, deed.words, actor, deed.words.start)
            status = ReportStatus.REPORTED if party.hearsay else self._status(deed, actor)
            place = party.span.start if party.hearsay else deed.verb.start
            told = replace(self._told(made, place), actor=actor, status=status, route=route)
            yield replace(told, on=self._on(deed), place=self._place(deed))

    def _told(self, claim: PlanClaim, place: int) -> PlanClaim:
        """Give a claim with the statement at a place: its words may begin before it."""
        said = self._said(place)
        if said is None:
            return replace(claim, statement_id=None, said_by=None, said_on=None)
        by = said.statement
        return replace(claim, statement_id=by.statement_id, said_by=by.actor_id, said_on=by.said_on)

    def _published(self, deed: Deed, who: Sequence[Party], route: Route | None = None) -> PlanClaim:
        leaked = deed.verb.lemma in deed_words(PlanAspect.PUBLISHED, "leaking")
        way = route or (Route.LEAKED if leaked else Route.PUBLISHED)
        actor = next((a for party in who if (a := self._actor(party, deed))), None)
        made = self._claim(deed.plan, PlanAspect.PUBLISHED, deed.words, way, deed.words.start)
        told = replace(self._told(made, deed.verb.start), actor=actor, route=way)
        return replace(told, status=self._status(deed, actor), on=self._on(deed))

    def _actor(self, party: Party, deed: Deed) -> str | None:
        """Give the actor of words; `we` and `it` inside a statement are its speaker."""
        words = self._parsed.text[slice(*party.span)].lower()
        if party.shared:
            return self._of_country(party.span, party.shared)
        said = self._sayings.at(deed.verb.start)
        if words in {"we", "i", "it", "he", "she", "they", "us"}:
            return said.statement.actor_id if said and not said.by_cue else None
        found = self._holders.named(party.span)
        actor = self._ground.actors.get(found)
        text = actor is not None and actor.schema is ActorSchema.DOCUMENT
        return None if text else found  # a text writes and receives nothing

    def _of_country(self, adjective: Span, noun: Span) -> str:
        """Give the actor of `[Norwegian] and Chilean [officials]`, of this document alone."""
        text = self._parsed.text
        words, head = text[slice(*adjective)], text[slice(*noun)]
        country = world.peoples().get(words.lower())
        described = Speaker(ActorSchema.GROUP, f"{words} {head}", country=country, local=True)
        return self._ground.actors.actor(described).actor_id

    def _is_media(self, party: Party) -> bool:
        words = self._parsed.within(party.span)
        listed = bool(words) and words[-1].lemma in deed_words(PlanAspect.PUBLISHED, "media")
        speaker = self._ground.resolver.named(party.span).speaker
        return listed or bool(speaker and speaker.media) or self._is_agency(party)

    def _is_agency(self, party: Party) -> bool:
        """Tell a news agency by its name."""
        return self._parsed.text[slice(*party.span)].casefold() in deed_words(
            "published", "agencies"
        )

    def _route(self, deed: Deed) -> Route | None:
        """Give how a text was received, where the words tell: officially, or after a leak."""
        sentence = self._parsed.span(self._parsed.sentences[deed.verb.sentence])
        end = min(sentence.end, deed.verb.end + BEHIND)
        if "leak" in self._parsed.text[deed.verb.end : end].lower():
            return Route.AFTER_LEAK
        near = self._parsed.text[deed.verb.start : deed.plan.span.end].lower().split()
        limited = deed_words("limits", "official") & set(near[:8])
        return Route.OFFICIAL if limited else None

    def _status(self, deed: Deed, actor: str | None) -> ReportStatus:
        said = self._said(deed.verb.start)
        statement = said.statement if said else None
        if deed.denied or (statement and statement.speech_act is SpeechAct.DENY):
            return ReportStatus.DENIED
        if deed.planned:
            return ReportStatus.PROSPECTIVE
        if self._is_hearsay(deed):
            return ReportStatus.REPORTED
        return _standing(statement, actor)

    def _is_hearsay(self, deed: Deed) -> bool:
        """Tell what is only told of: `reportedly wrote`, `reports that two envoys wrote`."""
        first = self._parsed.sentences[deed.verb.sentence].first
        near = self._parsed.words[max(first, deed.verb.at - REACH) : deed.verb.at]
        hedged = deed_words("hearsay", "words")
        if any(word.lower in hedged for word in near[-3:]):
            return True
        pairs = pairwise(near)
        return any(
            a.lower in deed_words("hearsay", "nouns") and b.lower == "that" for a, b in pairs
        )

    def _said(self, place: int) -> Said | None:
        said = self._sayings.at(place)
        return said if said and not said.by_cue else None

    def _on(self, deed: Deed) -> str | None:
        """Give when, by the time that stands nearest behind the verb, else before it."""
        sentence = self._parsed.span(self._parsed.sentences[deed.verb.sentence])
        first = max(sentence.start, deed.verb.start - WITHIN)
        last = min(sentence.end, deed.clause.end)
        inside = slice(bisect_left(self._starts, first), bisect_left(self._starts, last))
        near = [time for time in self._times[inside] if self._tells_when(deed, time)]
        behind = [time for time in near if deed.verb.end <= _begins(time)]
        ahead = [t for t in near if (t.anchor.clean_end or 0) <= deed.verb.start]
        reduced = deed.verb.tag in {"VBN", "VBG"} and deed.plan.span.end + 1 >= deed.verb.start
        chosen = behind[:1] or ([] if reduced else ahead[-1:])
        return chosen[0].edtf if chosen else None

    def _tells_when(self, deed: Deed, time: TimeExpression) -> bool:
        """Tell whether a time may be the deed's: one of saying may where it follows the verb."""
        if time.role is not TimeRole.SAID:
            return time.role is not TimeRole.DUE
        between = Span(deed.verb.end, max(_begins(time), deed.verb.end))
        verbs = any(word.tag.startswith("VB") for word in self._parsed.within(between))
        return deed.verb.end <= _begins(time) and not verbs

    def _place(self, deed: Deed) -> Anchor | None:
        """Give the words for where: `in Geneva, Switzerland`."""
        words = self._parsed.within(Span(deed.verb.end, max(deed.clause.end, deed.verb.end + 1)))
        for at, word in enumerate(words[:-1]):
            if word.lower in {"in", "at"} and words[at + 1].entity in {"GPE", "LOC", "FAC"}:
                named = []
                for item in words[at + 1 : at + 1 + PLACE]:
                    if item.entity not in {"GPE", "LOC", "FAC"} and item.text != ",":
                        break
                    named.append(item)
                while named and named[-1].text == ",":
                    named.pop()
                return self._ground.anchor(Span(named[0].start, named[-1].end))
        return None

    def _claim(
        self, plan: PlanReference, aspect: PlanAspect, evidence: Span, *key: object
    ) -> PlanClaim:
        ground = self._ground
        matter = self._matters.of_plan(plan)
        said = self._said(evidence.start)
        statement = said.statement if said else None
        key_words = [str(part) for part in key]
        return PlanClaim(
            claim_id=identify(
                "pln", ground.document.doc_id, matter.object.object_id, aspect, *key_words
            ),
            doc_id=ground.document.doc_id,
            object=matter.object,
            aspect=aspect,
            words=ground.anchor(plan.span),
            evidence=ground.anchor(evidence),
            provenance=Provenance(*RULES, rule_id=f"plan:{aspect}"),
            instrument=plan.lineage.instrument,
            sponsor=plan.lineage.shown or None,
            sponsor_key=plan.lineage.sponsor,
            own=plan.lineage.own,
            status=_standing(statement, None),
            statement_id=statement.statement_id if statement else None,
            said_by=statement.actor_id if statement else None,
            said_on=statement.said_on if statement else None,
            reported_on=ground.document.published_on,
        )


def _begins(time: TimeExpression) -> int:
    """Give the clean place at which a time's words begin."""
    return time.anchor.clean_start or 0


def _standing(statement: Statement | None, actor: str | None) -> ReportStatus:
    """Give on what it rests: the reporter's own voice, the one concerned, others, hearsay."""
    if statement is None or statement.sourcing_level is SourcingLevel.AUTHORIAL:
        return ReportStatus.STATED
    if statement.sourcing_level is SourcingLevel.DOCUMENT_OBTAINED:
        return ReportStatus.STATED
    if statement.speech_act is SpeechAct.CONFIRM:
        return ReportStatus.CONFIRMED
    if statement.sourcing_level in UNNAMED:
        return ReportStatus.REPORTED
    own = actor is not None and actor == statement.actor_id
    return ReportStatus.CONFIRMED if own else ReportStatus.CLAIMED
