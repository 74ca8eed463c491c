"""Who is meant by an office or a description without a name: `the president`, `the 41-year-old`."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.extract.language import Word
from onrecord.extract.speakers.around import proper
from onrecord.extract.speakers.names import Naming
from onrecord.extract.speakers.people import People
from onrecord.extract.speakers.persons import Person
from onrecord.extract.speakers.phrases import Phrase, is_person_noun
from onrecord.extract.speakers.wordlists import head_of, source_words

INDEFINITE = frozenset({"a", "an", "one", "another", "some", "any", "no", "every", "each"})
DEFINITE = frozenset({"the", "this", "that"})
COMING = frozenset({"next", "new", "future"})
"""What makes an office nobody's yet: `the next president`."""
HOLDERS = 30
"""Persons with one title that are compared, the last named first."""
AHEAD = 1_500
"""Code points in which a headline's or a lead's description is followed by the name."""
AGE = re.compile(r"(\d{1,3})\s*-\s*years?\s*-\s*old$")
OF = 6
"""Words behind `of` that tell of what: `the minister [of the economy]`."""


@dataclass(frozen=True, slots=True)
class Description:
    """A person without a name: the noun, the office it ends with, and all that is said beside."""

    head: Word
    office: str
    words: frozenset[str]
    proper: frozenset[tuple[str, str]]
    age: str = ""

    @property
    def is_office(self) -> bool:
        """Tell whether it is an office that somebody holds, not only a kind of person."""
        lists = source_words()
        return bool(self.office) and self.head.lemma not in lists.described

    @property
    def is_epithet(self) -> bool:
        """Tell whether it can only be another name for somebody known: an age, a party, an office.

        `The official` may be somebody new, `the Vermont senator` may not.
        """
        return self.is_told or self.head.lemma in source_words().epithets or bool(self.age)

    @property
    def is_told(self) -> bool:
        """Tell whether it is an office of which more is said: `the Vermont senator`."""
        return self.is_office and bool(self.words - set(self.office.split()))


def description(phrase: Phrase, *, headline: bool) -> Description | None:
    """Give the description of one definite person that a phrase is, None if it is none.

    A headline leaves out the article.
    """
    core, first = phrase.core, phrase.core[0].lower
    text = " ".join(word.lower for word in core)
    if age := AGE.search(text):
        return Description(core[-1], "", frozenset(), frozenset(), age[1])
    if first in INDEFINITE or phrase.core[0].tag in {"CD", "PRP$"} or not _is_person(phrase.head):
        return None
    if COMING & {word.lower for word in core} or not (headline or _is_definite(core)):
        return None
    behind = phrase.rest[: OF if phrase.rest and phrase.rest[0].lower == "of" else 0]
    known = [word for word in (*core, *behind) if word.pos in {"NOUN", "PROPN", "ADJ"}]
    words = {word.lower for word in known if word.at != phrase.head.at}
    return Description(phrase.head, _office(core), frozenset(words), frozenset(proper(known)))


def _is_definite(core: Sequence[Word]) -> bool:
    return core[0].lower in DEFINITE or any(word.tag == "POS" for word in core)


def _is_person(head: Word) -> bool:
    return is_person_noun(head) and head.tag in {"NN", "NNP", "JJ"}


def _office(core: tuple[Word, ...]) -> str:
    """Give the longest office that a core ends with, empty where it ends with none."""
    words = tuple(word.lower for word in core if word.pos != "PUNCT")
    for first in range(len(words)):
        if words[first:] in source_words().offices:
            return " ".join(words[first:])
    return ""


class Holders:
    """The persons of a document by what they are called, the last named last."""

    def __init__(self, people: People) -> None:
        self._called: dict[str, dict[Person, int]] = {}
        self._later: dict[str, list[Naming]] = {}
        self._people = people
        for naming in people.namings:
            title = naming.title.lower().split()
            for head in {*naming.around.heads, *([head_of(title)] if title else [])}:
                self._later.setdefault(head, []).append(naming)

    def named(self, naming: Naming) -> None:
        """Remember that somebody was named; namings come in text order."""
        person = self._people.of(naming)
        for head in (*person.heads, person.age):
            if head:
                called = self._called.setdefault(head, {})
                called.pop(person, None)
                called[person] = naming.span.start

    def named_at(self, person: Person, noun: Word) -> int:
        """Give where somebody was last named whom a noun can call, -1 where nobody was."""
        called = self._called.get(noun.lower) or self._called.get(noun.lemma, {})
        return called.get(person, -1)

    def best(self, wanted: Description, spoke: Person | None = None) -> Person | None:
        """Give the person named before whom a description fits best.

        Of equals the one who just spoke, then the last named.
        """
        fitting = [
            (
                len(wanted.words & person.words) + 2 * len(wanted.proper & person.proper),
                person is spoke,
                -rank,
                person,
            )
            for rank, person in enumerate(self._before(wanted))
            if fits(wanted, person)
        ]
        return max(fitting, key=lambda item: item[:3])[3] if fitting else None

    def next_after(self, wanted: Description, place: int) -> Person | None:
        """Give the person whom a description fits that is named soon after a place."""
        namings = self._later.get(wanted.head.lower, [])
        index = bisect_right(namings, place, key=lambda naming: naming.span.start)
        for naming in namings[index : index + 1]:
            person = self._people.of(naming)
            if naming.span.start <= place + AHEAD and fits(wanted, person):
                return person
        return None

    def _before(self, wanted: Description) -> Iterator[Person]:
        key = wanted.age or wanted.head.lower
        called = self._called.get(key) or self._called.get(wanted.head.lemma, {})
        for _, person in zip(range(HOLDERS), reversed(called), strict=False):
            yield person


def fits(wanted: Description, person: Person) -> bool:
    """Tell whether nothing that is known of a person speaks against a description."""
    if wanted.age and person.age:
        return person.age == wanted.age
    return (
        _fits_gender(wanted, person)
        and _fits_office(wanted, person)
        and _fits_places(wanted, person)
    )


def _fits_gender(wanted: Description, person: Person) -> bool:
    lists = source_words()
    man, woman = wanted.head.lemma in lists.men, wanted.head.lemma in lists.women
    return not (man and person.gender == "female") and not (woman and person.gender == "male")


def _fits_office(wanted: Description, person: Person) -> bool:
    """Tell whether a person holds an office of several words, where nothing else is known of it."""
    held = [title for title in person.titles if head_of(title.split()) == wanted.head.lower]
    titled = any(f" {title}".endswith(f" {wanted.office}") for title in held)
    longer = len(wanted.office.split()) > 1
    return titled or not longer or not held or set(wanted.office.split()) <= person.words


def _fits_places(wanted: Description, person: Person) -> bool:
    """Tell whether no place, party or body speaks against: `the Vermont senator` is not Ohio's."""
    kinds = {kind for kind, _ in wanted.proper} & {kind for kind, _ in person.proper}
    return all(
        {word for k, word in wanted.proper if k == kind}
        & {word for k, word in person.proper if k == kind}
        for kind in kinds
    )
