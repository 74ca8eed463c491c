"""The people that a document names: full names, surnames, titles."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from onrecord.extract.findings import Attribution
from onrecord.extract.intervals import Intervals
from onrecord.extract.language import Parsed, Sentence, Word
from onrecord.extract.speakers.bearers import MainBearers, gender_of
from onrecord.extract.speakers.names import PARTICLES, Names, Naming
from onrecord.extract.speakers.persons import END, Person, describe
from onrecord.extract.speakers.surnames import evidence, surnames
from onrecord.extract.speakers.wordlists import countries
from onrecord.record import ParagraphKind, Span


class People:
    """Finds the people of a document and who is meant by each name."""

    def __init__(self, parsed: Parsed, found: Sequence[Attribution]) -> None:
        self.parsed = parsed
        self.namings = tuple(self._all(Names(parsed, found), found))
        self.places = Intervals(self.namings, lambda naming: naming.span)
        self.people: list[Person] = []
        self._by_form: dict[str, Person] = {}
        self._by_surname: dict[str, list[Person]] = {}
        self._by_part: dict[str, list[Person]] = {}
        self._of: dict[Span, Person] = {}
        self._main = MainBearers(parsed, found)
        self._in_full: set[tuple[str, Person]] = set()
        ordered = sorted(self.namings, key=lambda n: (-len(n.name), n.span))
        for naming in ordered:
            if len(naming.name) > 1:
                self._add(naming)
        self._in_full = set(self._called_in_full())
        for naming in ordered:
            if len(naming.name) == 1:
                self._add(naming)
        self._first = {id(self.of(naming)): naming for naming in reversed(self.namings)}

    def of(self, naming: Naming) -> Person:
        """Give the person whom a naming names."""
        return self._of[naming.span]

    def surnamed(self, name: str) -> Naming | None:
        """Give a naming of the person with this surname: the only one, or whom it means here.

        None if nobody has it, or nobody is called by it alone.
        """
        bearers = self._by_surname.get(name.lower(), [])
        person = bearers[0] if len(bearers) == 1 else self._by_form.get(name)
        return self._first[id(person)] if person else None

    def near(self, span: Span) -> list[Naming]:
        """Give the namings in a span and the one that it runs into or stops before, in text order.

        A finder may stop short: `[opposition leader] Ann Lee said`.
        """
        found = self.places.meeting(span)
        after = self.places.after(span.end)
        touches = after is not None and after.span.start == span.end + 1
        return [*found, after] if after and touches else found

    def opening(self, sentence: Sentence) -> Naming | None:
        """Give the naming that opens a sentence if it is the first of this person."""
        naming = self.places.at(self.parsed.words[sentence.first].start)
        return naming if naming and self._first[id(self.of(naming))] is naming else None

    def _all(self, names: Names, found: Sequence[Attribution]) -> list[Naming]:
        namings = names.namings()
        told = evidence(self.parsed, found)
        full = {naming.name[-1] for naming in namings if len(naming.name) > 1}
        places = {name for name, item in told.items() if item.place} - full
        namings = [n for n in namings if " ".join(n.name) not in places and not _is_country(n)]
        known = {naming.name[-1] for naming in namings} | surnames(told)
        taken = {index for naming in namings for index in range(*naming.words)}
        repeated = (w for w in self.parsed.words if self._repeats(w, known, taken))
        bare = (names.naming(word.at, word.at + 1) for word in repeated)
        return sorted([*namings, *(n for n in bare if n)], key=lambda naming: naming.span)

    def _repeats(self, word: Word, known: set[str], taken: set[int]) -> bool:
        """Tell whether a word is a known surname standing alone, outside longer names of bodies."""
        if word.text not in known or word.at in taken or word.pos not in {"PROPN", "NOUN", "ADJ"}:
            return False
        following = self.parsed.words[word.at + 1 : word.at + 2]
        goes_on = bool(following) and following[0].pos == "PROPN"
        longer = goes_on and following[0].entity == word.entity and not following[0].begins_entity
        alone = word.entity in {"", "PERSON", "DATE"} or word.begins_entity
        return alone and not (longer and word.entity not in {"", "PERSON"})

    def _add(self, naming: Naming) -> None:
        form = " ".join(naming.name)
        person = self._known(naming) or self._by_form.get(form)
        if person is None:
            person = Person()
            self.people.append(person)
            self._by_surname.setdefault(naming.surname, []).append(person)
            for part in {word.lower() for word in naming.name} - {naming.surname}:
                self._by_part.setdefault(part, []).append(person)
        person.forms[form] += 1
        sentence = self.parsed.sentences[self.parsed.words[naming.name_at].sentence]
        place = END if sentence.kind is ParagraphKind.HEADLINE else naming.span.start
        person.first[form] = min(person.first.get(form, END), place)
        person.named += 1
        self._by_form.setdefault(form, person)
        self._of[naming.span] = person
        self._main.named(naming, person)
        describe(person, naming)

    def _called_in_full(self) -> Iterator[tuple[str, Person]]:
        """Give surnames with those of that surname whom the surname alone does not mean.

        `President Lee and Ann Lee` are two, and where `Mr. Lee` stands beside a woman's full name,
        the surname alone is not hers all through.
        """
        for naming, following in pairwise(self.namings):
            between = self.parsed.words[naming.words[1] : following.words[0]]
            joined = len(between) == 1 and between[0].lower in {"and", "&"}
            same = naming.surname == following.surname
            if joined and same and len(naming.name) == 1 < len(following.name):
                yield naming.surname, self.of(following)
        short = {(one.surname, gender_of(one)) for one in self.namings if len(one.name) == 1}
        for surname, told in short:
            for person in self._by_surname.get(surname, []) if told else ():
                if person.gender not in {"", told}:
                    yield surname, person

    def _known(self, naming: Naming) -> Person | None:
        """Give the person that a shorter name goes back to: the one bearer of that surname.

        Longer names were added first. Two bearers of one surname stay apart from the bare surname
        where the text does not tell which one is meant.
        """
        bearers = [p for p in self._by_surname.get(naming.surname, []) if len(p.name.split()) > 1]
        if len(naming.name) == 1:
            called = [p for p in bearers if (naming.surname, p) not in self._in_full]
            named = called if bearers else self._by_part.get(naming.surname, [])
            return self._main.of(naming, named)
        same = [person for person in bearers if _fits(naming.name, person)]
        if not bearers:
            same = [p for p in self._by_part.get(naming.surname, []) if _fits(naming.name, p)]
        return same[0] if len(same) == 1 else None


def _is_country(naming: Naming) -> bool:
    """Tell a country that the entity finder took for a person."""
    return not naming.title and " ".join(naming.name).lower() in countries()


def _fits(short: Sequence[str], person: Person) -> bool:
    """Tell whether a name is a shorter form of a person's.

    `Ann Lee` of `Ann Mary Lee`, `Bob Lee` of `Robert “Bob” Lee`, `Ibn Roe` of `Omar ibn Roe`.
    """
    full = [word.strip("\"“”‘’'()").lower() for word in person.name.split()]
    words = [word.lower() for word in short]
    first, rest = words[0], words[1:]
    if first in PARTICLES or first not in full[:1]:
        starts = range(1, len(full) - len(words) + 1)
        return any(full[at : at + len(words)] == words for at in starts) or _nicknamed(words, full)
    return all(word in full for word in rest if len(word.strip(".")) > 1)


def _nicknamed(words: Sequence[str], full: Sequence[str]) -> bool:
    """Tell a name whose first word is among the first ones of the full name: `[J.] Mary Lee`."""
    return words[0] in full[:-1] and words[-1] == full[-1]
