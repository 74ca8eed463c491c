"""Who has to act in a provision, who gets something, and where."""

from collections.abc import Iterator, Sequence

from onrecord.extract.language import Parsed, Word
from onrecord.extract.provisions.scopes import Part
from onrecord.extract.stances import Holders
from onrecord.record import Modality, Span

NAMING = frozenset({"GPE", "NORP", "ORG", "PERSON"})
PLACES = frozenset({"GPE", "LOC", "FAC"})
TO_WHOM = frozenset({"to", "for", "toward", "towards"})
WHERE = frozenset({"in", "from", "within", "across", "along", "over"})
GIVING = frozenset({"give", "grant", "pay", "offer", "return", "hand", "send", "provide", "guarantee"})
MOST = 4
"""Names of one row that are looked at."""


class Roles:
    """Finds the actors of provisions in one document."""

    def __init__(self, parsed: Parsed, holders: Holders) -> None:
        self._parsed = parsed
        self._holders = holders

    def of(self, part: Part, modality: Modality) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Give who has to act and who gets something.

        Whoever is allowed to do something gets it; in the passive it is whom `by` names.
        """
        words = self._parsed.words
        subject = self._actors(*part.subject) if part.subject else ()
        if part.passive:
            obligors = self._behind(part, frozenset({"by"}))
            if part.owed is Modality.FORBID or modality is Modality.FORBID:
                obligors = obligors or subject
        else:
            obligors = subject or self._owner(part) or self._behind(part, frozenset({"by"}))
        gets = [*self._behind(part, TO_WHOM), *self._given(words, part)]
        if modality is Modality.PERMIT:
            return (), tuple(dict.fromkeys([*obligors, *gets]))
        return obligors, tuple(dict.fromkeys(a for a in gets if a not in obligors))

    def _actors(self, first: int, last: int) -> tuple[str, ...]:
        """Give the actors of a subject: each of a row, or the whole."""
        found = [a for part in self._row(first, last) if (a := self._holders.named(part))]
        return tuple(dict.fromkeys(found))

    def _row(self, first: int, last: int) -> Iterator[Span]:
        words = self._parsed.words
        start = first
        for at in range(first, last + 1):
            if at == last or words[at].lower in {"and", ","}:
                if at > start:
                    yield Span(words[start].start, words[at - 1].end)
                start = at + 1
            if at - first > MOST * MOST:
                return

    def _owner(self, part: Part) -> tuple[str, ...]:
        """Give whose act a noun phrase tells: `[Norway]'s withdrawal`."""
        words = self._parsed.words
        for at in range(part.first, min(part.last, part.first + 5)):
            if words[at].tag == "POS" and words[at - 1].entity in NAMING:
                return self._one(words, at - 1)
        return ()

    def _behind(self, part: Part, opening: frozenset[str]) -> tuple[str, ...]:
        """Give the actors whose names stand behind one of these words, and beside them."""
        words, found = self._parsed.words, list[str]()
        for at in range(part.first, part.last - 1):
            if words[at].lower not in opening or len(found) > MOST:
                continue
            place = at + 1
            while place < part.last and (
                words[place].entity in NAMING
                or words[place].tag in {"DT", "CC", ","}
                or words[place].lower in {"and", ","}
            ):
                if words[place].entity in NAMING and words[place].begins_entity:
                    found += self._one(words, place)
                place += 1
        return tuple(dict.fromkeys(found))

    def _given(self, words: Sequence[Word], part: Part) -> tuple[str, ...]:
        """Give to whom something is given: `give [Norway] access`."""
        for at in range(part.first, min(part.last - 2, part.first + 8)):
            behind = words[at + 1]
            if words[at].lemma in GIVING and words[at].pos == "VERB":
                inner = words[at + 2].tag in {"DT", "NN", "NNS", "JJ", "CD", "$", "PRP$"}
                if behind.entity in NAMING and inner and words[at + 2].entity != behind.entity:
                    return self._one(words, at + 1)
        return ()

    def _one(self, words: Sequence[Word], at: int) -> tuple[str, ...]:
        """Give the actor of the name that a word belongs to."""
        first = last = at
        while first > 0 and not words[first].begins_entity and words[first].entity in NAMING:
            first -= 1
        while (
            last + 1 < len(words)
            and words[last + 1].entity == words[at].entity
            and not words[last + 1].begins_entity
        ):
            last += 1
        found = self._holders.named(Span(words[first].start, words[last].end))
        return (found,) if found else ()

    def place(self, part: Part) -> Span | None:
        """Give the words of the place that a provision is about: `in [the Jordan valley]`."""
        words = self._parsed.words
        for at in range(part.first + 1, part.last):
            word = words[at]
            if word.entity not in PLACES or not word.begins_entity:
                continue
            first = at
            while first > part.first and words[first - 1].tag in {"DT", "NN", "JJ"}:
                first -= 1
            if words[first - 1].lower in WHERE or words[first - 1].lower == "of":
                last = at + 1
                while last < part.last and words[last].entity == word.entity:
                    last += 1
                return Span(word.start, words[last - 1].end)
        return None
