"""Who and what a document names: its people with what they are called, places, countries."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise

from onrecord.extract.matters.sponsors import place_key
from onrecord.extract.stances import Ground, clean
from onrecord.record import ActorSchema, Mention, MentionKind, Occupancy, Office, Span
from onrecord.world import alike

BESIDE = 6
"""Words beside a name that describe its bearer: `Norwegian special envoy Ida Dahl`."""
NAMED_BY = frozenset({"ADJ", "NOUN", "PROPN", "DET", "PART", "PRON"})


class Cast:
    """The people, places and countries of one document; `held` are titles with their holders."""

    def __init__(
        self, ground: Ground, held: tuple[Sequence[Office], Sequence[Occupancy]] = ((), ())
    ) -> None:
        self.ground = ground
        titles = {office.office_id: office.title for office in held[0]}
        self.held = [(titles[each.office_id], each.actor_id) for each in held[1]]

    def called(self, actor_id: str, nouns: Collection[str]) -> bool:
        """Tell whether the document calls a person by one of these nouns: `[envoy] Ann Lee`."""
        return not self._descriptions.get(actor_id, frozenset()).isdisjoint(nouns)

    @cached_property
    def _descriptions(self) -> Mapping[str, frozenset[str]]:
        """The nouns in the noun phrases of persons, in their appositions and their offices."""
        found: dict[str, set[str]] = {}
        for title, actor in self.held:
            found.setdefault(actor, set()).update(title.split())
        for mentions in self.people.values():
            for mention in mentions:
                found.setdefault(mention.actor_id or "", set()).update(self._beside(mention))
        return {actor: frozenset(nouns) for actor, nouns in found.items()}

    def _beside(self, mention: Mention) -> Iterator[str]:
        words = self.ground.parsed.words
        inside = self.ground.parsed.within(clean(mention.anchor) or Span(0, 0))
        before = words[max(inside[0].at - BESIDE, 0) : inside[0].at]
        for word in reversed(before):
            if word.sentence != inside[0].sentence or word.pos not in NAMED_BY:
                break
            yield word.lemma
        behind = words[inside[-1].at + 1 : inside[-1].at + 2 + BESIDE]
        for word in behind[1:] if behind and behind[0].text == "," else ():
            if word.sentence != inside[0].sentence or word.pos not in NAMED_BY | {"ADP"}:
                break
            yield word.lemma

    @cached_property
    def people(self) -> Mapping[int, list[Mention]]:
        """The mentions of persons by their sentence, in text order."""
        found: dict[int, list[Mention]] = {}
        for mention in self.ground.mentions:
            actor = self.ground.actors.get(mention.actor_id)
            span = clean(mention.anchor)
            titled = mention.kind is MentionKind.TITLE
            if actor and span and (titled or actor.schema is ActorSchema.PERSON):
                sentence = self.ground.parsed.word_at(span.start).sentence
                found.setdefault(sentence, []).append(mention)
        return found

    @cached_property
    def named_words(self) -> frozenset[int]:
        """The words of mentions that are names, not clauses."""
        short = (m for m in self.ground.mentions if m.actor_id and "," not in m.surface)
        spans = (clean(mention.anchor) for mention in short)
        return frozenset(
            word.at
            for span in spans
            if span
            for word in self.ground.parsed.within(span)
            if word.text[:1].isupper() and word.pos not in {"VERB", "AUX"}
        ) | {
            word.at
            for word in self.ground.parsed.words
            if word.lower in self.places or word.text in self.surnames
        }

    @cached_property
    def surnames(self) -> Mapping[str, str]:
        """The persons whom one word means: the last one of a single person's name."""
        found: dict[str, set[str]] = {}
        for actor in self.ground.actors.all():
            if actor.schema is ActorSchema.PERSON and actor.name[:1].isupper():
                found.setdefault(actor.name.split()[-1], set()).add(actor.actor_id)
        single = {name: ids for name, ids in found.items() if len(ids) == 1 and name[0].isupper()}
        return {name: next(iter(ids)) for name, ids in single.items()}

    @cached_property
    def places(self) -> frozenset[str]:
        """The names that follow `in` somewhere in the document, in small letters.

        A headline's `Oslo talks` is one of them, whatever part of speech it was taken for.
        """
        words = self.ground.parsed.words
        pairs = pairwise(words)
        return frozenset(
            word.lower
            for before, word in pairs
            if before.lower == "in" and word.tag == "NNP" and word.entity not in {"DATE", "TIME"}
        )

    @cached_property
    def countries(self) -> tuple[str, ...]:
        """The countries that the document names: known ones, and those with an adjective in it."""
        names = Counter(
            word.text for word in self.ground.parsed.words if word.pos == "PROPN" or word.entity
        )
        keys = {name: place_key(name) for name in names if name[:1].isupper()}
        known: dict[str, str] = {}
        for name, key in keys.items():
            adjective = any(
                other != key and len(other) > len(key) and alike(key, other)
                for other in keys.values()
            )
            if key.isupper() or (adjective and len(key) > len("abcd")):
                known.setdefault(key, name)
        return tuple(sorted(known.values()))

    @cached_property
    def genders(self) -> Mapping[str, str]:
        """The genders that the text tells, by last name."""
        people = self.ground.resolver.people.people
        return {one.name.split()[-1]: one.gender or "" for one in people if one.name}
