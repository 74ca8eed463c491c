"""The events that a document's text tells, with anchors and with the record's actors."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import TypeVar

from onrecord.extract.criticism import named_countries
from onrecord.extract.events.find import Told, told_in
from onrecord.extract.events.frames import sector_of
from onrecord.extract.language import Parsed, parse
from onrecord.record import (
    Anchor,
    Document,
    Event,
    EventBasis,
    EventParty,
    Mention,
    Provenance,
    Reading,
    Span,
    Statement,
    TimeExpression,
    TimeRole,
    identify,
)
from onrecord.spans import Anchors

T = TypeVar("T")

HAPPENS = frozenset({TimeRole.OCCURRED, TimeRole.SCHEDULED})
"""Roles of times that say when something is done."""
RULES = ("onrecord-events", "1")
"""Name and version of the rules that find events in text."""


def events_in_text(document: Document, known: Reading) -> tuple[Event, ...]:
    """Give the events that a document's own verbs tell, in text order.

    `known` are the mentions, actors, statements and times of the document: who is meant, on whose
    word it is, and when. A text that was refused has none.
    """
    if known.refused or not document.paragraphs:
        return ()
    return tuple(_Text(document, parse(document), known).events())


class _Text:
    def __init__(self, document: Document, parsed: Parsed, known: Reading) -> None:
        self._document, self._parsed, self._known = document, parsed, known
        self._anchors = Anchors(document)
        self._countries = {actor.actor_id: actor.country for actor in known.actors}

    def events(self) -> Iterator[Event]:
        for sentence in self._parsed.sentences:
            for told in told_in(self._parsed, sentence):
                yield self._event(told, sentence.at)

    def _event(self, told: Told, sentence: int) -> Event:
        spans = (*told.actors, told.phrase, *told.recipients)
        hull = Span(min(span.start for span in spans), max(span.end for span in spans))
        evidence = self._anchors.at_clean(hull, sentence)
        said = self._said(told.verb, sentence)
        return Event(
            event_id=identify("evt", self._document.doc_id, told.event, list(told.verb)),
            doc_id=self._document.doc_id,
            own_type=f"TEXT.{told.event.lower()}",
            plover=told.event,
            basis=EventBasis.TEXT,
            evidence=(evidence,),
            provenance=Provenance(*RULES, rule_id=f"event:{told.event.lower()}"),
            mode=told.mode,
            contexts=told.contexts,
            aux=told.aux,
            actors=tuple(map(self._party, told.actors)),
            recipients=tuple(map(self._party, told.recipients)),
            date=self._date(sentence, said),
            reported_on=self._document.published_on,
            told_by=said.actor_id if said else None,
            confirmed=said is None,
        )

    def _party(self, span: Span) -> EventParty:
        words = self._parsed.within(span)
        text = self._parsed.text[span.start : span.end]
        actor = self._actor(span)
        named = named_countries(text)
        country = named[0].code if named else self._countries.get(actor or "")
        return EventParty(self._anchors.at_clean(span), actor, country, sector_of(words))

    def _actor(self, span: Span) -> str | None:
        """Give the record's actor of a noun phrase: of the mention that ends with it."""
        sentence = self._parsed.word_at(span.start).sentence
        met = [(own, one) for own, one in self._mentions.get(sentence, ()) if own.meets(span)]
        ends = [one.actor_id for own, one in met if own.end == span.end]
        return (ends or [one.actor_id for _, one in met] or [None])[0]

    @cached_property
    def _mentions(self) -> Mapping[int, list[tuple[Span, Mention]]]:
        known = (one for one in self._known.mentions if one.actor_id)
        return self._by_sentence((one.anchor, one) for one in known)

    @cached_property
    def _contents(self) -> Mapping[int, list[tuple[Span, Statement]]]:
        return self._by_sentence(
            (part, one) for one in self._known.statements for part in one.content
        )

    @cached_property
    def _times(self) -> Mapping[int, list[tuple[Span, TimeExpression]]]:
        return self._by_sentence(
            (one.anchor, one) for one in self._known.times if one.role in HAPPENS and one.edtf
        )

    def _by_sentence(self, pairs: Iterable[tuple[Anchor, T]]) -> dict[int, list[tuple[Span, T]]]:
        """Give entries by the sentences that they stand in, with their clean stretches."""
        found: dict[int, list[tuple[Span, T]]] = {}
        for anchor, entry in pairs:
            if anchor.clean_start is None or anchor.clean_end is None:
                continue
            span = Span(anchor.clean_start, anchor.clean_end)
            first = self._parsed.word_at(span.start).sentence
            last = self._parsed.word_at(span.end - 1).sentence
            for sentence in range(first, last + 1):
                found.setdefault(sentence, []).append((span, entry))
        return found

    def _said(self, words: Span, sentence: int) -> Statement | None:
        """Give the innermost statement in whose content a verb stands."""
        held = [pair for pair in self._contents.get(sentence, ()) if pair[0].holds(words)]
        shortest = min(held, key=lambda pair: pair[0].end - pair[0].start, default=None)
        return shortest[1] if shortest else None

    def _date(self, sentence: int, said: Statement | None) -> str | None:
        """Give when: the first time in the sentence at which something occurred, else of report."""
        named = (time.edtf for _, time in self._times.get(sentence, ()))
        told = said.said_on if said else None
        return next(named, None) or told or self._document.published_on
