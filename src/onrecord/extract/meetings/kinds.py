"""Which kind of meeting it is, by who meets."""

from onrecord.extract.language import Parsed
from onrecord.extract.meetings.people import Cast
from onrecord.extract.meetings.triggers import INVITE, MEET, NOUN, Trigger
from onrecord.extract.meetings.vocabulary import words_of
from onrecord.extract.parties import Chunk, Parties
from onrecord.record import MeetingType

MINISTERS = frozenset({"minister", "secretary"})
PAIR = 2


class Kinds:
    """Tells the kinds of meetings in one document."""

    def __init__(self, parsed: Parsed, parties: Parties) -> None:
        self._parsed = parsed
        self._parties = parties

    def of(self, trigger: Trigger, cast: Cast) -> MeetingType:
        """Give the type: the noun's own, or what those are who meet."""
        if trigger.kind not in {NOUN, MEET, INVITE} or trigger.type is not MeetingType.TALKS:
            return trigger.type
        if self._is_drafting(cast):
            return MeetingType.DRAFTING_SESSION
        if self._all(cast, words_of("people", "heads")):
            return MeetingType.SUMMIT
        if self._all(cast, MINISTERS):
            return MeetingType.MINISTERIAL
        if trigger.kind == MEET and self.travels(cast):
            return MeetingType.ENVOY_VISIT
        return trigger.type

    def travels(self, cast: Cast) -> bool:
        """Tell whether one of those who meet is an envoy."""
        envoys = words_of("people", "travelling")
        called = any(self._parties.cast.called(actor, envoys) for actor in cast.actors)
        return called or any(self._names(chunk, envoys) for chunk in cast.chunks)

    def official(self, cast: Cast) -> bool:
        """Tell whether one of those who meet holds an office or is a body."""
        lists = ("heads", "officials", "envoys")
        nouns = frozenset().union(*(words_of("people", name) for name in lists)) | MINISTERS
        return any(self._names(chunk, nouns) for chunk in cast.chunks) or any(
            self._parties.cast.called(actor, nouns) or self._parties.is_public(actor)
            for actor in cast.actors
        )

    def works_for_sides(self, chunk: Chunk) -> bool:
        """Tell whether a noun phrase is of a side's people: `technical teams`, `negotiators`."""
        return self._names(chunk, words_of("people", "officials"))

    def negotiates(self, chunk: Chunk) -> bool:
        """Tell whether a noun phrase is of those who are sent: `the Chilean delegation`."""
        return self._names(chunk, words_of("people", "envoys"))

    def _all(self, cast: Cast, nouns: frozenset[str]) -> bool:
        """Tell whether all who meet are called so, two at least."""
        plural = any(
            word.lemma in nouns and word.tag == "NNS"
            for chunk in cast.chunks
            for word in self._parsed.words[chunk.first : chunk.last]
        )
        told = [self._parties.cast.called(actor, nouns) for actor in cast.actors]
        return plural or (len(told) >= PAIR and all(told))

    def _is_drafting(self, cast: Cast) -> bool:
        return cast.subject is not None and self._names(cast.subject, frozenset({"drafting"}))

    def _names(self, chunk: Chunk, nouns: frozenset[str]) -> bool:
        words = self._parsed.words[chunk.first : chunk.last]
        return any(word.lemma in nouns for word in words)
