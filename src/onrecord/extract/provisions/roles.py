"""Who has to act in a provision, who gets something, and where."""

from collections.abc import Iterator, Sequence

from onrecord import world
from onrecord.extract.language import Word
from onrecord.extract.provisions.lexicon import listed
from onrecord.extract.provisions.scopes import Part, Scope, Shape
from onrecord.extract.stances import Ground, Holders
from onrecord.record import Modality, Span

NAMING = frozenset({"GPE", "NORP", "ORG", "PERSON"})
PLACES = frozenset({"GPE", "LOC", "FAC"})
UNSURE = PLACES | {"ORG", "PERSON", ""}
"""Labels that a place which the model does not know may get."""
TO_WHOM = frozenset({"to", "for", "toward", "towards"})
WHERE = frozenset({"in", "from", "within", "across", "along", "over"})
GIVING = frozenset(
    {"give", "grant", "pay", "offer", "return", "hand", "send", "provide", "guarantee"}
)
MOST = 4
"""Names of one row that are looked at."""


class Roles:
    """Finds the actors of provisions in one document."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._parsed = ground.parsed
        self._holders = Holders(ground)

    def acting(self, part: Part) -> tuple[str, ...]:
        """Give the actors that a part's subject names."""
        return self._actors(*part.subject) if part.subject else ()

    def of(
        self, scope: Scope, part: Part, modality: Modality
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Give who has to act and who gets something.

        Whoever is allowed to do something gets it; in the passive it is whom `by` names.
        """
        done = scope.rule == "see" and self._is_done(part)
        subject = () if done else self.acting(part)
        named = part.passive or scope.shape is Shape.NOUNS
        by = self._behind(part, frozenset({"by"})) if named else ()
        if part.passive:
            obligors = by or (subject if modality is Modality.FORBID else ())
        else:
            obligors = subject or by or self._owner(part)
        if not obligors and scope.shape in {Shape.NOUNS, Shape.WHOLE}:
            obligors = self._forces(part)
        gets = [*self._behind(part, TO_WHOM), *self._given(part), *self._helped(part)]
        if modality is Modality.PERMIT:
            return (), tuple(dict.fromkeys([*(obligors or subject), *gets]))
        return obligors, tuple(dict.fromkeys(a for a in gets if a not in obligors))

    def _is_done(self, part: Part) -> bool:
        """Tell `would see [the port placed] under a mandate`."""
        last = part.subject[1] if part.subject else part.first
        return self._parsed.words[last].tag in {"VBN", "VBD"}

    def _actors(self, first: int, last: int) -> tuple[str, ...]:
        """Give the actors of a subject: each of a row, or the whole."""
        found = [a for part in self._row(first, last) if (a := self._named(part))]
        return tuple(dict.fromkeys(found))

    def _named(self, span: Span) -> str | None:
        """Give the actor that a noun phrase names: somebody who can speak, or somebody's forces."""
        found = self._holders.named(span)
        words = self._parsed.within(span)
        if found or not words or words[-1].lemma not in listed("nouns", "forces"):
            return found
        speaker = self._ground.resolver.named(span).speaker
        return self._ground.actors.actor(speaker).actor_id if speaker else None

    def _row(self, first: int, last: int) -> Iterator[Span]:
        words = self._parsed.words
        while last > first and words[last - 1].pos == "PUNCT":
            last -= 1
        start = first
        for at in range(first, min(last + 1, first + MOST * MOST)):
            if at == last or words[at].lower in {"and", ","}:
                if at > start:
                    yield Span(words[start].start, words[at - 1].end)
                start = at + 1

    def _owner(self, part: Part) -> tuple[str, ...]:
        """Give whose act a noun phrase tells: `[Norway]'s withdrawal`."""
        words = self._parsed.words
        for at in range(part.first + 1, min(part.last, part.first + 5)):
            if words[at].tag == "POS" and words[at - 1].entity in NAMING:
                return self._one(at - 1)
        return ()

    def _forces(self, part: Part) -> tuple[str, ...]:
        """Give whose forces a provision is about: `the withdrawal of [Norwegian troops]`."""
        words = self._parsed.words
        for at in range(part.first + 1, part.last):
            if words[at].lemma in listed("nouns", "forces"):
                first = at
                while first > part.first and words[first - 1].pos in {"ADJ", "PROPN", "NOUN"}:
                    first -= 1
                if any(word.text[:1].isupper() for word in words[first:at]):
                    found = self._named(Span(words[first].start, words[at].end))
                    return (found,) if found else ()
                if named := self._whose(at, part.last):
                    return named
        return ()

    def _whose(self, at: int, last: int) -> tuple[str, ...]:
        """Give whose forces they are: `observers of [the Nordic Council]`."""
        words = self._parsed.words
        place = at + 1
        if place < last and words[place].lower in {"of", "from"}:
            place += 1 + (place + 1 < last and words[place + 1].tag == "DT")
            if place < last and words[place].entity in {"ORG", "GPE"}:
                return self._one(place)
        return ()

    def _behind(self, part: Part, opening: frozenset[str]) -> tuple[str, ...]:
        """Give the actors whose names stand behind one of these words, and beside them."""
        words, found = self._parsed.words, list[str]()
        for at in range(part.first, part.last - 1):
            if words[at].lower not in opening or len(found) > MOST:
                continue
            place = at + 1
            while place < part.last and _names_or_joins(words[place]):
                if words[place].entity in NAMING and words[place].begins_entity:
                    found += self._one(place)
                place += 1
        return tuple(dict.fromkeys(found))

    def _given(self, part: Part) -> tuple[str, ...]:
        """Give to whom something is given: `give [Norway] access`."""
        words = self._parsed.words
        for at in range(part.first, min(part.last - 2, part.first + 8)):
            behind = words[at + 1]
            if words[at].lemma in GIVING and words[at].pos == "VERB":
                inner = words[at + 2].tag in {"DT", "CD", "$", "PRP$"}
                if behind.entity in NAMING and inner:
                    return self._one(at + 1)
        return ()

    def _helped(self, part: Part) -> Iterator[str]:
        """Give whom a purpose helps: `a fund to rebuild [Norway]`, `loans to invest in [Peru]`."""
        words = self._parsed.words
        purpose = False
        for at in range(part.first + 1, part.last - 1):
            word = words[at]
            purpose = purpose or (word.tag == "TO" and words[at + 1].tag == "VB")
            if not purpose or word.lemma not in listed("helping", "verbs") or word.pos != "VERB":
                continue
            place = at + 1 + (words[at + 1].lower == "in")
            place += place < part.last and words[place].tag == "DT"
            if place < part.last and words[place].entity in {"GPE", "ORG"}:
                yield from self._one(place)

    def _one(self, at: int) -> tuple[str, ...]:
        """Give the actor of the name that a word belongs to, none where it describes a noun."""
        words = self._parsed.words
        first = last = at
        while first > 0 and not words[first].begins_entity and words[first].entity in NAMING:
            first -= 1
        while last + 1 < len(words) and _same_name(words[at], words[last + 1]):
            last += 1
        behind = words[last + 1] if last + 1 < len(words) else None
        if behind and behind.pos in {"NOUN", "PROPN", "ADJ"}:
            return ()
        found = self._holders.named(Span(words[first].start, words[last].end))
        return (found,) if found else ()

    def place(self, part: Part) -> Span | None:
        """Give the words of the place that a provision is about: `in [the Jordan valley]`."""
        words = self._parsed.words
        for at in range(part.first + 1, part.last):
            word = words[at]
            if word.tag not in {"NNP", "NNPS"} or word.entity not in UNSURE:
                continue
            first = at
            while first > part.first and words[first - 1].tag in {"DT", "JJ"}:
                first -= 1
            if not _of_place(words, first) or word.text in world.bodies():
                continue
            last = at + 1
            while last < part.last and words[last].tag in {"NNP", "NNPS"}:
                last += 1
            if word.entity in {"ORG", "PERSON"} and last > at + 1:
                continue  # `from the Atomic Energy Agency`
            return Span(word.start, words[last - 1].end)
        return None


def _names_or_joins(word: Word) -> bool:
    return word.entity in NAMING or word.tag in {"DT", "CC", ","}


def _same_name(word: Word, other: Word) -> bool:
    return other.entity == word.entity and not other.begins_entity


def _of_place(words: Sequence[Word], at: int) -> bool:
    """Tell whether the words before a name are those before a place: `in`, `from the town of`."""
    if words[at - 1].lower in WHERE:
        return True
    return words[at - 1].lower == "of" and words[at - 2].lemma in listed("nouns", "places")
