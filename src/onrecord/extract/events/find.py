"""Finds the events that the sentences of one document tell of."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from onrecord.extract.criticism import named_countries
from onrecord.extract.events.clauses import Verb, verbs
from onrecord.extract.events.frames import contexts_of, nominal, operator_of, operator_words
from onrecord.extract.events.meanings import Meanings, Meant
from onrecord.extract.events.who import Around, agent, doers, others, sides_of, subject
from onrecord.extract.language import Parsed, Sentence, Word
from onrecord.extract.parties.chunks import Chunk, chunks
from onrecord.record import Span
from onrecord.record.events import EventAux, PloverEvent

LONGEST = 150
"""Words of a sentence that are looked at."""
NEAR = 14
"""Words behind a verb that tell of its context."""
FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN"})
TOGETHER = frozenset({PloverEvent.AGREE, PloverEvent.CONSULT, PloverEvent.COOPERATE})
"""What several do with one another: all are actors, none is its recipient."""
VIOLENT = frozenset({PloverEvent.ASSAULT, PloverEvent.COERCE})
SHARED = TOGETHER - {PloverEvent.AGREE} | {PloverEvent.SUPPORT, PloverEvent.AID}
"""What is done with or for somebody."""


@dataclass(frozen=True, slots=True)
class Told:
    """An event as a sentence tells it, all spans in clean code points.

    `phrase` is the verb with what stands behind it up to the next mark, at most so many words.
    """

    event: PloverEvent
    mode: str | None
    contexts: tuple[str, ...]
    aux: tuple[EventAux, ...]
    actors: tuple[Span, ...]
    recipients: tuple[Span, ...]
    verb: Span
    phrase: Span


def told_in(parsed: Parsed, sentence: Sentence) -> Iterator[Told]:
    """Give the events that a sentence tells of, in text order.

    A participle, a command and an infinitive that does not go on from `began` tell of none.

    One is told by the first verb of the main clause that does something or turns what follows, the
    others by verbs that `and` joins to it. Where there is none, what a subject names may take
    place: `fighting broke out`.
    """
    words = parsed.of(sentence)[:LONGEST]
    found = _with_leader(list(verbs(words)))
    around = _around(words, found)
    told = False
    for verb in found:
        if verb.depth or (told and not _is_joined(words, verb)):
            continue
        reader = Reader(around, verb)
        if reader.tells() and (meant := reader.meant()) and (event := reader.told(meant)):
            told = True
            yield event
    if not told:
        named = (Reader(around, verb).taking_place() for verb in found if not verb.depth)
        yield from islice((event for event in named if event), 1)


def _with_leader(found: list[Verb]) -> list[Verb]:
    """Give verbs with the first participle as the main verb where no other can be it."""
    main = [verb for verb in found if not verb.depth]
    if any(verb.is_told for verb in main):
        return found
    first = next((verb for verb in main if verb.word.tag == "VBN"), None)
    return [replace(verb, leads=True) if verb is first else verb for verb in found]


def _around(words: Sequence[Word], found: Sequence[Verb]) -> Around:
    base = words[0].at
    times = {word.at for word in words if word.entity in {"DATE", "TIME"}}
    phrases = [Chunk(c.first - base, c.last - base) for c in chunks(words, frozenset(), times)]
    return Around(words, phrases, found, _names_a_country)


def _names_a_country(words: Sequence[Word]) -> bool:
    return bool(named_countries(" ".join(word.text for word in words)))


def _is_joined(words: Sequence[Word], verb: Verb) -> bool:
    """Tell whether `and` joins a finite verb to one before: `closed the border [and expelled]`."""
    before = words[verb.opens - 1].lower if verb.opens else ""
    return before in {"and", "but"} and verb.word.tag in FINITE


class Reader(Meanings):
    """Reads what one verb of a sentence tells."""

    def told(self, meant: Meant) -> Told | None:
        """Give the event with who does it to whom; one that nobody does is none."""
        actors, recipients = self._sides(meant)
        if not self._is_done(meant.event, actors, recipients):
            return None
        if meant.event is PloverEvent.THREATEN and meant.aux and not recipients:
            return None  # `may kill it`
        return self._made(meant, actors, recipients)

    def _made(self, meant: Meant, actors: Sequence[Chunk], recipients: Sequence[Chunk]) -> Told:
        place = self.around.words
        opens = place[self.verb.opens].start
        near = place[self.verb.clause : self.verb.place + NEAR]
        return Told(
            event=meant.event,
            mode=meant.mode,
            contexts=contexts_of(meant.frame, near),
            aux=meant.aux,
            actors=tuple(map(self._span, actors)),
            recipients=tuple(map(self._span, recipients)),
            verb=Span(opens, self.verb.word.end),
            phrase=Span(opens, place[self._phrase_end() - 1].end),
        )

    def taking_place(self) -> Told | None:
        """Give what the verb's subject names: `talks between [Chile] and [Peru] began`."""
        own = subject(self.around, self.verb)[-1:] if self._happens() else []
        event = nominal(self.around.of(own[0])[-1]) if own else None
        if event is None:
            return None
        actors = sides_of(self.around, own[0])
        people = others(self.around, self.verb, actors) if event in VIOLENT else []
        if not actors and people and self.around.words[people[0].first - 1].lower == "between":
            actors, people = people, []
        if not self._is_done(event, actors, people):
            return None
        return self._made(Meant(event), actors, people)

    def _happens(self) -> bool:
        happens = self.verb.word.lemma in operator_words("happen")
        return happens and self.verb.is_told and not self.verb.is_negated

    def _phrase_end(self) -> int:
        words, first = self.around.words, self.verb.place + 1
        joined = {v.opens - 1 for v in self.around.verbs if _is_joined(words, v)}
        for place in range(first, min(len(words), first + NEAR)):
            marked = words[place].pos == "PUNCT" and words[place].tag != "HYPH"
            if marked or place in joined:
                return place
        return min(len(words), first + NEAR)

    def _is_done(
        self, event: PloverEvent, actors: Sequence[Chunk], recipients: Sequence[Chunk]
    ) -> bool:
        """Tell whether somebody does it, and to somebody where that is needed.

        Harm may come of a thing (`a bomb killed`), or of nobody named (`were arrested`).
        """
        people = [chunk for chunk in actors if self.around.is_somebody(chunk)]
        by_a_thing = event is PloverEvent.ASSAULT or (event in VIOLENT and not actors)
        if by_a_thing and any(self.around.is_somebody(chunk) for chunk in recipients):
            return True
        if event in SHARED:
            return bool(people) and (bool(recipients) or len(people) > 1)
        return bool(people)

    def _sides(self, meant: Meant) -> tuple[list[Chunk], list[Chunk]]:
        own = subject(self.around, self.verb)
        if self.verb.has("duty"):
            sayer = self._sayer()
            return (sayer, doers(self.around, own)) if sayer else ([], [])
        if not self.active:
            return agent(self.around, self.verb), doers(self.around, own)
        actors = doers(self.around, own)
        recipients = others(self.around, self.verb, actors)
        together = meant.event in TOGETHER and len(actors) > 1
        return actors, [] if together else recipients

    def _sayer(self) -> list[Chunk]:
        """Give who says what another must do."""
        said = [
            verb
            for verb in self.around.verbs
            if operator_of(verb.word, self.around.words[verb.place + 1 :]) == "say"
            and not verb.depth
            and verb is not self.verb
        ]
        return doers(self.around, subject(self.around, said[0])) if said else []

    def _span(self, chunk: Chunk) -> Span:
        words = self.around.of(chunk)
        return Span(words[0].start, words[-1].end)
