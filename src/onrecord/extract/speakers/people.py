"""The people that a document names: full names, surnames, titles."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from onrecord.extract.intervals import Intervals
from onrecord.extract.language import Parsed, Word
from onrecord.extract.speakers.surnames import evidence, surnames
from onrecord.extract.speakers.wordlists import countries, source_words
from onrecord.record import Span

PRONOUNS = {
    "male": frozenset({"he", "him", "his", "himself"}),
    "female": frozenset({"she", "her", "hers", "herself"}),
}
PARTICLES = frozenset(
    {"van", "von", "de", "der", "den", "bin", "ibn", "al", "el", "da", "di", "la", "le", "of"}
)


@dataclass(frozen=True, slots=True)
class Naming:
    """A place that names a person: the name's words, what precedes them as a title."""

    span: Span
    name: tuple[str, ...]
    title: str
    body: str
    words: tuple[int, int]


@dataclass
class Person:
    """One person of the document: every form of the name, and what the text says of them."""

    forms: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)
    offices: list[tuple[str, str, Span]] = field(default_factory=list)
    gender: str = ""

    @property
    def name(self) -> str:
        """The fullest form; of equally full ones the first in the alphabet."""
        return min(self.forms, key=lambda form: (-len(form.split()), -len(form), form))


class People:
    """Finds the people of a document and who is meant by each name."""

    def __init__(self, parsed: Parsed) -> None:
        self.parsed = parsed
        found = list(self._namings())
        told = evidence(parsed)
        full = {naming.name[-1] for naming in found if len(naming.name) > 1}
        places = {name for name, item in told.items() if item.place} - full
        found = [n for n in found if " ".join(n.name) not in places and not _is_country(n)]
        known = {naming.name[-1] for naming in found} | surnames(told)
        taken = {index for naming in found for index in range(*naming.words)}
        found += [self._bare(word) for word in parsed.words if _repeats(word, known, taken)]
        self.namings = tuple(sorted(found, key=lambda naming: naming.span))
        self._places = Intervals(self.namings, lambda naming: naming.span)
        self.people: list[Person] = []
        self._by_form: dict[str, Person] = {}
        self._by_surname: dict[str, list[Person]] = {}
        for naming in sorted(self.namings, key=lambda n: (-len(n.name), n.span)):
            self._add(naming)
        self._first = {id(self.of(naming)): naming for naming in reversed(self.namings)}
        self._tell_gender()

    def of(self, naming: Naming) -> Person:
        """Give the person whom a naming names."""
        return self._by_form[" ".join(naming.name)]

    def surnamed(self, name: str) -> Naming | None:
        """Give a naming of the one person with this surname, None if nobody or several have it."""
        bearers = self._by_surname.get(name.lower(), [])
        return self._first[id(bearers[0])] if len(bearers) == 1 else None

    def within(self, span: Span) -> Naming | None:
        """Give the last naming inside a span: `Kremlin spokesman [Dmitry Peskov]`."""
        inside = [naming for naming in self._places.meeting(span) if span.holds(naming.span)]
        return inside[-1] if inside else None

    def _tell_gender(self) -> None:
        """Give those whose title tells no gender that of the pronouns beside them.

        Counted are sentences that name one person and hold pronouns of one gender:
        `Valdek told reporters outside her residence`.
        """
        votes: dict[int, Counter[str]] = {}
        for sentence in self.parsed.sentences:
            named = {id(self.of(n)) for n in self._places.meeting(self.parsed.span(sentence))}
            words = {word.lower for word in self.parsed.of(sentence)}
            genders = {gender for gender, forms in PRONOUNS.items() if words & forms}
            if len(named) == len(genders) == 1:
                votes.setdefault(named.pop(), Counter()).update(genders)
        for person in self.people:
            ranked = votes.get(id(person), Counter()).most_common(2)
            if not person.gender and ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]):
                person.gender = ranked[0][0]

    def _add(self, naming: Naming) -> None:
        form = " ".join(naming.name)
        person = self._by_form.get(form) or self._known(naming)
        if person is None:
            person = Person()
            self.people.append(person)
            self._by_surname.setdefault(naming.name[-1].lower(), []).append(person)
        person.forms.add(form)
        self._by_form[form] = person
        self._describe(person, naming)

    def _known(self, naming: Naming) -> Person | None:
        """Give the person that a shorter name goes back to: the one bearer of that surname.

        Longer names were added first. Two bearers of one surname stay apart from the bare surname.
        """
        bearers = self._by_surname.get(naming.name[-1].lower(), [])
        if len(naming.name) == 1:
            return bearers[0] if len(bearers) == 1 else None
        same = [p for p in bearers if _fits(naming.name, tuple(p.name.split()))]
        return same[0] if len(same) == 1 else None

    def _describe(self, person: Person, naming: Naming) -> None:
        words = source_words()
        title = naming.title.lower()
        if title:
            person.titles.add(title)
            person.offices.append((naming.title, naming.body, naming.span))
        first = title.split()[:1]
        if first and first[0] in words.male:
            person.gender = "male"
        elif first and first[0] in words.female:
            person.gender = "female"

    def _namings(self) -> Iterator[Naming]:
        """Give the namings of persons: entities, and capitalised names after a title."""
        index, words = 0, self.parsed.words
        while index < len(words):
            end = self._name_end(index)
            if end > index and (naming := self._naming(index, end)):
                yield naming
            index = max(end, index + 1)

    def _bare(self, word: Word) -> Naming:
        """Give the naming of a surname that the entity finder took for something else."""
        start, title, body = title_before(self.parsed, word.at)
        return Naming(Span(word.start, word.end), (word.text,), title, body, (start, word.at + 1))

    def _name_end(self, index: int) -> int:
        """Give the index after a person's name that begins here, the index itself if none does."""
        words = self.parsed.words
        if words[index].entity != "PERSON" or words[index].pos not in {"PROPN", "NOUN", "ADJ", "X"}:
            return index
        end = index
        while end < len(words) and words[end].entity == "PERSON" and _is_name(words[end]):
            if end > index and words[end].begins_entity:
                break
            end += 1
        return end

    def _naming(self, start: int, end: int) -> Naming | None:
        words = self.parsed.words
        title_start, title, body = title_before(self.parsed, start)
        if not title:
            title, body = title_beside(self.parsed, start, end)
        while start < end and words[start].lower in _title_words():
            start += 1
        if start == end:
            return None
        span = Span(words[start].start, words[end - 1].end)
        name = tuple(word.text for word in words[start:end])
        return Naming(span, name, title, body, (title_start, end))


def _is_country(naming: Naming) -> bool:
    """Tell a country that the entity finder took for a person."""
    return not naming.title and " ".join(naming.name).lower() in countries()


def _repeats(word: Word, known: set[str], taken: set[int]) -> bool:
    """Tell whether a word is a known surname standing alone, outside longer names of bodies."""
    alone = word.entity in {"", "PERSON"} or word.begins_entity
    return word.text in known and word.tag in {"NN", "NNP"} and word.at not in taken and alone


def _is_name(word: Word) -> bool:
    return word.text[0].isupper() or word.lower in PARTICLES or word.text == "-"


def _fits(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Tell whether a name is a shorter form of another: `Ann Lee` of `Ann Mary Lee`."""
    return short[-1] == full[-1] and short[0] == full[0]


@cache
def _titles() -> tuple[tuple[str, ...], ...]:
    """Give what can stand before a name: offices, longest first, then titles of address."""
    return (*source_words().offices, *((word,) for word in sorted(_title_words())))


@cache
def _title_words() -> frozenset[str]:
    words = source_words()
    single = {title[0] for title in words.offices if len(title) == 1}
    return words.male | words.female | words.neutral | frozenset(single)


def title_before(parsed: Parsed, start: int) -> tuple[int, str, str]:
    """Give where a title before a name begins, the title, and the body it belongs to.

    `Ukrainian President [Volodymyr Zelensky]` gives `President` and `Ukrainian`.
    """
    words = parsed.words
    for office in _titles():
        begin = start - len(office)
        if begin < 0 or words[begin].sentence != words[start].sentence:
            continue
        if tuple(word.lower for word in words[begin:start]) == office:
            title = " ".join(word.text for word in words[begin:start])
            body_start = _body_start(parsed, begin)
            stop = begin - 1 if words[begin - 1].tag == "POS" else begin
            body = " ".join(w.text for w in words[body_start:stop] if w.lower != "the")
            return body_start, title, body
    return start, "", ""


def _body_start(parsed: Parsed, begin: int) -> int:
    """Give where the words begin that say of what: entities that touch the title."""
    at = begin
    while at > 0:
        before = parsed.words[at - 1]
        if before.sentence != parsed.words[begin].sentence:
            break
        named = before.entity in {"GPE", "NORP", "ORG", "PERSON", "LOC"} or before.tag == "POS"
        if not named and before.lower not in {"special", "former", "deputy", "acting", "chief"}:
            break
        at -= 1
    return at


def title_beside(parsed: Parsed, start: int, end: int) -> tuple[str, str]:
    """Give the title that a comma sets beside a name, and the body it belongs to.

    `Iceland's chief negotiator, [Jon Arnarson],` and `[Jon Arnarson], Iceland's chief negotiator,`.
    """
    words = parsed.words
    if start >= 2 and words[start - 1].text == "," and _same_sentence(parsed, start - 2, start):
        _, title, body = title_before(parsed, start - 1)
        if title:
            return title, body
    if end + 1 < len(words) and words[end].text == "," and _same_sentence(parsed, end + 1, start):
        return _title_after(parsed, end + 1)
    return "", ""


BESIDE = 7
"""Words in which a title set beside a name must end: `the union's acting general secretary`."""


def _title_after(parsed: Parsed, first: int) -> tuple[str, str]:
    """Give a title behind a name and a comma: a determiner or owner, then the title."""
    words = parsed.words[first : first + BESIDE]
    opens = words and (
        words[0].dep in {"det", "poss"} or words[0].entity or words[0].pos == "PROPN"
    )
    for place, word in enumerate(words):
        if word.pos == "PUNCT" or not opens:
            break
        for office in source_words().offices:
            end = first + place + 1
            if tuple(w.lower for w in parsed.words[end - len(office) : end]) == office:
                _, title, body = title_before(parsed, end)
                return (title, body) if title else ("", "")
    return "", ""


def _same_sentence(parsed: Parsed, one: int, other: int) -> bool:
    return parsed.words[one].sentence == parsed.words[other].sentence
