"""Which actors a noun phrase means: names, pronouns, `both presidents`, `the two governments`."""

from collections.abc import Sequence

from onrecord import world
from onrecord.extract.language import Sentence, Word
from onrecord.extract.matters.sponsors import place_key
from onrecord.extract.parties.cast import Cast
from onrecord.extract.parties.chunks import Chunk, chunks
from onrecord.extract.speakers import body_named, country_named
from onrecord.extract.stances import Ground, Said, Sayings, clean
from onrecord.extract.stances.holders import Holders
from onrecord.record import (
    ActorSchema,
    Occupancy,
    Office,
    Span,
    TimeExpression,
)
from onrecord.world import alike

SPEAKER = frozenset({"i", "we", "my", "our", "me", "us"})
THIRD = frozenset({"he", "she", "his", "her", "him"})
BACK = 2
"""Sentences before a pronoun in which the one it means is looked for."""
TWO = (("both",), ("the", "two"), ("two",))
PAIR = 2
SIDES = frozenset(
    {"government", "side", "country", "capital", "delegation", "party", "nation", "state", "leader"}
)
HUMAN = frozenset({ActorSchema.PERSON, ActorSchema.UNNAMED_SOURCE})


class Parties:
    """Finds who is meant by the noun phrases of one document."""

    def __init__(
        self,
        ground: Ground,
        times: Sequence[TimeExpression],
        held: tuple[Sequence[Office], Sequence[Occupancy]] = ((), ()),
    ) -> None:
        self.ground = ground
        self.times = times
        self.sayings = Sayings(ground.parsed, ground.statements)
        self._holders = Holders(ground)
        self._times = {
            word.at
            for time in times
            if (span := clean(time.anchor))
            for word in ground.parsed.within(span)
        }
        self.cast = Cast(ground, held)
        self._chunks: dict[int, list[Chunk]] = {}

    def chunks(self, sentence: Sentence) -> list[Chunk]:
        """Give the noun phrases of a sentence."""
        if sentence.at not in self._chunks:
            words = self.ground.parsed.of(sentence)
            self._chunks[sentence.at] = chunks(words, self.cast.named_words, self._times)
        return self._chunks[sentence.at]

    def of(self, chunk: Chunk) -> tuple[str, ...]:
        """Give the actors that a noun phrase means, none where it means nobody."""
        words = self.ground.parsed.words[chunk.first : chunk.last]
        if not words:
            return ()
        if len(words) == 1 and words[0].tag in {"PRP", "PRP$"}:
            found = self.pronoun(words[0])
            return (found,) if found else ()
        if any(tuple(w.lower for w in words[: len(two)]) == two for two in TWO):
            return self._both(words)
        if len(words) == 1 and words[0].text in self.cast.surnames:
            return (self.cast.surnames[words[0].text],)
        if any("-" in word.text.strip("-") for word in words):
            return self.joined(words)
        if len(words) == 1 and words[0].lower in world.peoples():
            found = self.side(words[0].text)  # `[Chilean] and Norwegian envoys`
        else:
            found = self.named(Span(words[0].start, words[-1].end))
        return (found,) if found else ()

    def can_meet(self, actor_id: str) -> bool:
        """Tell whether an actor is somebody who can sit at a table, not a text."""
        actor = self.ground.actors.get(actor_id)
        texts = {ActorSchema.DOCUMENT, ActorSchema.AUTHOR}
        return actor is None or actor.schema not in texts

    def is_person(self, actor_id: str | None) -> bool:
        """Tell whether an actor is a person."""
        actor = self.ground.actors.get(actor_id)
        return actor is not None and actor.schema is ActorSchema.PERSON

    def is_public(self, actor_id: str) -> bool:
        """Tell whether an actor is a state's body."""
        actor = self.ground.actors.get(actor_id)
        return actor is not None and actor.schema is ActorSchema.PUBLIC_BODY

    def named(self, span: Span) -> str | None:
        """Give the actor that a stretch of the text names, None where it names nobody."""
        found = self._holders.named(span)
        return found if found and self.can_meet(found) else None

    def joined(self, words: Sequence[Word]) -> tuple[str, ...]:
        """Give the sides that a hyphen joins before a noun: `U.S.-Russia [summit]`."""
        text = self.ground.text[words[0].start : words[-1].end]
        parts = text.replace("–", "-").split()
        for part in parts:
            names = [name for name in part.split("-") if name]
            if len(names) > 1 and all(_is_side(name) for name in names):
                found = (self.side(name) for name in names)
                return tuple(one for one in found if one)
        named = self._holders.named(Span(words[0].start, words[-1].end))
        return (named,) if named else ()

    def side(self, name: str) -> str | None:
        """Give the actor of a country, a body or a person that one word names."""
        for mention in self.ground.named.values():
            if mention.surface.casefold().split()[-1:] == [name.casefold()]:
                return mention.actor_id
        lower = name.casefold()
        code = world.peoples().get(lower)
        known = world.countries()[code]["names"][0] if code else name
        if country_named(known):
            return self.ground.actors.actor(body_named(known)).actor_id
        return None

    def pronoun(self, word: Word) -> str | None:
        """Give whom a pronoun means: the speaker, or the one told of in the sentence before."""
        said = self.sayings.at(word.start)
        statement = said.statement if said and not said.by_cue else None
        if word.lower in SPEAKER:
            return statement.actor_id if statement else None
        if word.lower not in THIRD:
            return None
        speaker = self.ground.actors.get(statement.actor_id) if statement else None
        if speaker and speaker.schema in HUMAN and self._may_be(speaker.name, word):
            verbatim = said and self._is_verbatim(said, word.start)
            return None if verbatim else speaker.actor_id
        return self._before(word)

    def _before(self, word: Word) -> str | None:
        """Give the first person that one of the sentences before names, of this sentence first."""
        for sentence in range(word.sentence, max(word.sentence - BACK, 0) - 1, -1):
            for mention in self.cast.people.get(sentence, ()):
                place = clean(mention.anchor)
                actor = self.ground.actors.get(mention.actor_id)
                fits = actor is not None and self._may_be(actor.name, word)
                if place and place.end <= word.start and fits:
                    return mention.actor_id
        return None

    def _may_be(self, name: str, word: Word) -> bool:
        """Tell whether a pronoun's gender is not another one than a person's."""
        gender = self.cast.genders.get(name.rsplit(maxsplit=1)[-1] if name else "", "")
        told = "female" if word.lower in {"she", "her"} else "male"
        return gender in {"", told}

    def _is_verbatim(self, said: Said, place: int) -> bool:
        spans = (clean(anchor) for anchor in said.statement.quoted)
        return any(span is not None and span.start <= place < span.end for span in spans)

    def of_two(self, chunk: Chunk, others: Sequence[str]) -> tuple[str, ...]:
        """Give the actors of a noun phrase; of `the two governments` those that are no others'.

        A mediator gives the two sides a deadline: his own country is none of them.
        """
        words = self.ground.parsed.words[chunk.first : chunk.last]
        if any(tuple(w.lower for w in words[: len(two)]) == two for two in TWO):
            return self._both(words, others)
        return self.of(chunk)

    def said_on(self, word: Word) -> str | None:
        """Give the day of the statement whose cue a word is."""
        said = self.sayings.at(word.start)
        return said.statement.said_on if said else None

    def _both(self, words: Sequence[Word], others: Sequence[str] = ()) -> tuple[str, ...]:
        """Give the two of `both presidents`, `the two governments`, where the text names two."""
        noun = words[-1].lemma
        found = {actor for title, actor in self.cast.held if title.split()[-1] == noun}
        if noun in SIDES and len(found) != PAIR:
            own = [key for other in others if (key := self._home(other))]
            names = [n for n in self.cast.countries if not any(alike(place_key(n), k) for k in own)]
            found = {one for name in names if (one := self.side(name))}
        return tuple(sorted(found)) if len(found) == PAIR else ()

    def _home(self, actor_id: str) -> str | None:
        """Give the key of an actor's country or body, as the text tells it."""
        actor = self.ground.actors.get(actor_id)
        if actor is None:
            return None
        body = self.ground.affiliations.get(actor.name.split()[-1].casefold())
        return actor.country or (place_key(body) if body else None)


def _is_side(name: str) -> bool:
    lower = name.casefold()
    return bool(country_named(lower) or lower in world.peoples() or name[:1].isupper())
