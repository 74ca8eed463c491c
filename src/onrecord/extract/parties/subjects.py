"""The noun phrase that a verb is told of, and those that `and` joins with another."""

from collections.abc import Iterator, Sequence

from onrecord.extract.language import Parsed, Word
from onrecord.extract.parties.chunks import Chunk, is_subject
from onrecord.extract.parties.who import Parties
from onrecord.extract.parties.windows import Window
from onrecord.extract.speakers.phrases import is_person_noun

MOST = 6
"""Noun phrases that may be joined: `Chile, Norway, Kenya and …`."""
DESCRIBING = frozenset({"of", "from", "for", "to", "in"})
JOINING = (["and"], [","], [",", "and"])


class Subjects:
    """Finds the subjects of verbs in one document."""

    def __init__(self, parsed: Parsed, parties: Parties) -> None:
        self._parsed = parsed
        self._parties = parties

    def of(self, window: Window, last: int) -> Chunk | None:
        """Give the nearest noun phrase before a verb that a verb follows, past other verbs.

        `last` is the document's number of the verb.
        """
        words = self._parsed.of(window.sentence)
        chunks = self._parties.chunks(window.sentence)
        if told_of := self._past_relative(window, last, chunks):
            return told_of
        first: Chunk | None = None
        for chunk in reversed(chunks):
            if chunk.last > last or chunk.first < window.first:
                continue
            if not is_subject(words, chunk, window.sentence.first):
                continue
            if self._in_phrase(chunk, window):
                if outer := self._outer(chunk, chunks):
                    return outer
                continue
            first = first or chunk
            if before := self._explained(chunk, chunks):
                return before
            if self._parties.of(chunk) or self._parsed.words[chunk.first - 1].text != ",":
                return chunk
        return first

    def _past_relative(self, window: Window, last: int, chunks: Sequence[Chunk]) -> Chunk | None:
        """Give the subject before a relative clause: `[Ann Lee], who opposes it, is to meet`."""
        opening, at = window.sentence.first, last
        while at > opening and self._parsed.words[at - 1].pos in {"AUX", "PART", "ADV"}:
            at -= 1
        if at in {opening, last} or self._parsed.words[at - 1].text != ",":
            return None
        before = self._parsed.words[opening : at - 1]
        who = next((w.at for w in reversed(before) if w.lower in {"who", "which"}), opening)
        if who < opening + 2 or self._parsed.words[who - 1].text != ",":
            return None
        return next((chunk for chunk in chunks if chunk.last == who - 1), None)

    def _in_phrase(self, chunk: Chunk, window: Window) -> bool:
        """Tell whether a preposition stands before a noun phrase: `[in Oslo] met`.

        Not where a relative clause goes on from it: `an aide to [Lee], who met`.
        """
        before = self._parsed.words[chunk.first - 1] if chunk.first > window.first else None
        behind = self._parsed.words[chunk.last : chunk.last + 2]
        relative = [word.lower for word in behind] == [",", "who"]
        return before is not None and before.pos == "ADP" and not relative

    def _outer(self, chunk: Chunk, chunks: Sequence[Chunk]) -> Chunk | None:
        """Give the noun phrase that a prepositional phrase describes: `[envoys] from Oslo met`."""
        place = chunks.index(chunk)
        while place > 0:
            between = self.between(chunks[place - 1], chunks[place])
            if len(between) != 1 or between[0] not in DESCRIBING:
                break
            place -= 1
        outer = chunks[place]
        return outer if outer != chunk else None

    def _explained(self, chunk: Chunk, chunks: Sequence[Chunk]) -> Chunk | None:
        """Give the name that an apposition explains: `[Ann Lee], the envoy, who met`."""
        place = chunks.index(chunk)
        before = chunks[place - 1] if place else None
        if before is None or before.last + 1 != chunk.first:
            return None
        named = self._parties.of(before)
        comma = self._parsed.words[before.last].text == ","
        return before if comma and any(self._parties.is_person(one) for one in named) else None

    def joined_left(self, chunk: Chunk, chunks: Sequence[Chunk]) -> Iterator[Chunk]:
        """Give a noun phrase and those that `and` and commas join before it."""
        place = chunks.index(chunk)
        found = [chunk]
        while place > 0 and len(found) < MOST:
            between = self.between(chunks[place - 1], chunks[place])
            if between not in JOINING or (between == [","] and len(found) == 1):
                break  # `On Monday, Lee`
            place -= 1
            found.append(chunks[place])
        return reversed(found)

    def joined_right(self, chunk: Chunk, chunks: Sequence[Chunk]) -> Iterator[Chunk]:
        """Give a noun phrase and those that `and` and commas join behind it."""
        place = chunks.index(chunk)
        yield chunk
        for following in chunks[place + 1 : place + MOST]:
            between = self.between(chunks[place], following)
            if between not in JOINING or (between == [","] and self._apposes(following)):
                return
            yield following
            place += 1

    def _apposes(self, chunk: Chunk) -> bool:
        """Tell what a comma sets beside a name, no other one: `Ann Lee, [the head] of the bank`."""
        words = self.words(chunk)
        return words[0].lower in {"the", "a", "an"} and is_person_noun(words[-1])

    def between(self, one: Chunk, other: Chunk) -> list[str]:
        """Give the words between two noun phrases, in small letters."""
        return [word.lower for word in self._parsed.words[one.last : other.first]]

    def words(self, chunk: Chunk) -> Sequence[Word]:
        """Give the words of a noun phrase."""
        return self._parsed.words[chunk.first : chunk.last]
