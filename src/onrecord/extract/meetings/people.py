"""Who takes part in a meeting: the subject of its verb, and whom it names with and between."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.extract.language import FINITE, Parsed, Word
from onrecord.extract.meetings.triggers import (
    ADDRESS,
    HOST,
    INVITE,
    LED,
    MEET,
    NOUN,
    PHONE,
    RECEIVE,
    Trigger,
)
from onrecord.extract.meetings.vocabulary import phrase_at, words_of
from onrecord.extract.parties import Chunk, Parties, Subjects, Window

WITH = frozenset({"with", "between", "alongside", "of"})
HOLDING = words_of("status", "holding")
PLANNED = frozenset({"plan", "schedule", "expect", "will", "would", "set", "cancel", "postpone"})
JOURNEY = 10
"""Words between a verb of going and `for`: `arrived [in the capital on Thursday morning] for`."""
NEAR = 6
"""Words between a verb and the noun that it governs: `held a third round of talks`."""


@dataclass(frozen=True, slots=True)
class Cast:
    """Who takes part: the noun phrase before the verb, those behind, and their actors."""

    subject: Chunk | None
    chunks: tuple[Chunk, ...]
    actors: tuple[str, ...]


class People:
    """Finds who takes part in the meetings of one document."""

    def __init__(self, parsed: Parsed, parties: Parties) -> None:
        self._parsed = parsed
        self._parties = parties
        self._subjects = Subjects(parsed, parties)

    def of(self, trigger: Trigger, window: Window) -> Cast:
        """Give who takes part."""
        subject = self._subject(trigger, window)
        first = min(window.first, subject.first) if subject else window.first
        chunks = [c for c in self._parties.chunks(window.sentence) if c.last > first]
        leads = trigger.kind == LED
        named = [*self._subjects.joined_left(subject, chunks)] if subject and not leads else []
        named += self._own(trigger, chunks) if trigger.kind == NOUN else []
        named += self._behind(trigger, window, chunks)
        pairs = [
            (chunk, self._parties.of(chunk)) for chunk in named if not self._is_own(chunk, trigger)
        ]
        actors = dict.fromkeys(actor for _, found in pairs for actor in found)
        return Cast(subject, tuple(chunk for chunk, found in pairs if found), tuple(actors))

    def _subject(self, trigger: Trigger, window: Window) -> Chunk | None:
        """Give the noun phrase that the verb is told of, past auxiliaries and other verbs.

        Of a noun it is that of a verb that holds it: `[Norway] hosted talks`.
        """
        last = trigger.first
        if trigger.kind == NOUN:
            governing = self._governing(trigger, window)
            if governing is None:
                return None
            last = governing.at
        if sent := self._sent(trigger, window):
            return sent
        before = self._parsed.words[max(last - 1, 0)]
        if self._parsed.words[last].tag == "VBG" and before.lower in {"after", "before"}:
            window = replace(window, first=window.sentence.first)  # `[Lee] left after meeting Roe`
        return self._subjects.of(window, last)

    def _sent(self, trigger: Trigger, window: Window) -> Chunk | None:
        """Give whom a verb sends: `dispatched [an envoy] to Oslo to meet`."""
        before = self._parsed.words[window.first : trigger.first]
        verb = next((w for w in reversed(before) if w.lemma in words_of("people", "sending")), None)
        if verb is None or trigger.kind == NOUN:
            return None
        chunks = self._parties.chunks(window.sentence)
        return next((c for c in chunks if c.first == verb.at + 1), None)

    def leads_a_team(self, trigger: Trigger) -> bool:
        """Tell `Chile's [team] is led by`, with the noun before the verb."""
        before = self._parsed.words[max(trigger.first - NEAR, 0) : trigger.first]
        return any(word.lemma in words_of("people", "teams") for word in before)

    def _governing(self, trigger: Trigger, window: Window) -> Word | None:
        """Give the verb that governs a noun for a meeting: `[held] a third round of talks`."""
        before = self._parsed.words[max(window.first, trigger.first - NEAR) : trigger.first]
        if reached := self._reaching(before):
            return reached
        for word in reversed(before):
            if word.pos == "ADP" and word.lower not in {"in", "of", "on", "for"}:
                return None
            if word.lower == "for" and (going := self._going(word, window)):
                return going
            if word.tag == "VBN" and word.lemma not in HOLDING:
                continue  # `was [prepared] for talks`
            if word.pos in {"VERB", "AUX"}:
                return word if word.lemma in HOLDING else None
        return None

    def _reaching(self, before: Sequence[Word]) -> Word | None:
        """Give the verb of `[made] no progress in talks`, `[reached] a deal at a meeting`."""
        links = [word for word in before if word.pos == "ADP"]
        if [word.lower for word in links] not in (["in"], ["at"], ["during"]):
            return None
        told = [word for word in before if word.at < links[0].at]
        gained = words_of("outcomes", "made") | words_of("outcomes", "things")
        if not told or told[-1].lemma not in gained:
            return None
        verbs = words_of("outcomes", "making") | words_of("outcomes", "reaching")
        return next((word for word in reversed(told) if word.lemma in verbs), None)

    def _going(self, link: Word, window: Window) -> Word | None:
        """Give the verb of `[arrived] in Lima on Monday for talks`."""
        before = self._parsed.words[max(window.first, link.at - JOURNEY) : link.at]
        verbs = [word for word in before if word.tag in FINITE or word.tag in {"VB", "VBN"}]
        going = words_of("status", "going") - {"send", "dispatch"}
        return verbs[-1] if verbs and verbs[-1].lemma in going else None

    def _own(self, trigger: Trigger, chunks: Sequence[Chunk]) -> Iterator[Chunk]:
        """Give whose it is: `[his] summit`, `[U.S.-Russia] talks`, `[Lee's] visit`."""
        holding = next((c for c in chunks if c.first <= trigger.first < c.last), None)
        if holding is None or holding.first >= trigger.first:
            return
        words = self._parsed.words[holding.first : trigger.first]
        if words[0].tag == "PRP$":
            yield Chunk(words[0].at, words[0].at + 1)
        owner = next((w for w in words[1:] if w.tag == "POS"), None)
        if owner:
            yield Chunk(holding.first, owner.at)
            return
        joined = next((w for w in words if "-" in w.text.strip("-") or "–" in w.text), None)
        if joined and joined.at < trigger.first:
            yield Chunk(joined.at, trigger.first)

    def _behind(self, trigger: Trigger, window: Window, chunks: Sequence[Chunk]) -> Iterator[Chunk]:
        """Give whom it names behind: the object, and what `with` and `between` bring."""
        inside = [c for c in chunks if trigger.last <= c.first and c.last <= window.last]
        taken: set[Chunk] = set()
        for chunk in inside:
            if chunk in taken:
                continue
            before = self._parsed.words[chunk.first - 1]
            direct = chunk is inside[0] and self._is_object(trigger, chunk)
            linked = before.lower in self._links(trigger) and before.at >= trigger.last
            if direct or (linked and self._reaches(trigger, before.at)):
                found = self._apposed(chunk, inside)
                found = found or list(self._subjects.joined_right(chunk, inside))
                taken.update(found)
                yield from found

    def _reaches(self, trigger: Trigger, at: int) -> bool:
        """Tell whether a link belongs to a noun: no verb but its own stands between."""
        between = self._parsed.words[trigger.last : at]
        verbs = [word for word in between if word.pos in {"VERB", "AUX"}]
        own = all(word.lemma in HOLDING | PLANNED for word in verbs)
        return trigger.kind != NOUN or (own and not any(w.text == "," for w in between))

    def _apposed(self, chunk: Chunk, inside: Sequence[Chunk]) -> list[Chunk]:
        """Give the name behind a title: `consult the head of the council, [Ann Lee]`."""
        titled = len(inside) > 1 and self._subjects.between(chunk, inside[1]) == ["of"]
        if self._is_person(chunk) and not titled:
            return []
        commas = (c for c in inside[1:3] if self._parsed.words[c.first - 1].text == ",")
        return [one for one in commas if self._is_person(one)][:1]

    def _is_person(self, chunk: Chunk) -> bool:
        return any(self._parties.is_person(actor) for actor in self._parties.of(chunk))

    def _links(self, trigger: Trigger) -> frozenset[str]:
        if trigger.kind in {RECEIVE, ADDRESS}:
            return frozenset()
        if trigger.kind == LED:
            return frozenset({"by"})
        return WITH if trigger.kind == NOUN else WITH - {"of"}

    def _is_object(self, trigger: Trigger, chunk: Chunk) -> bool:
        """Tell whether a noun phrase is directly behind the verb."""
        if trigger.kind not in {MEET, PHONE, HOST, INVITE}:
            return False
        between = self._parsed.words[trigger.last : chunk.first]
        return all(word.pos in {"ADV", "PUNCT"} for word in between)

    def _is_own(self, chunk: Chunk, trigger: Trigger) -> bool:
        """Tell whether a noun phrase is a meeting itself: `the drafting group`."""
        own = trigger.kind == NOUN and chunk.first < trigger.last and trigger.first < chunk.last
        if own and chunk.last < trigger.last:
            return True
        words = self._parsed.words[chunk.first : chunk.last]
        return any(phrase_at(words, at) for at in range(len(words) - 1, len(words)))
