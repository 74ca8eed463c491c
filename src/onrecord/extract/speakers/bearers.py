"""Which of several bearers of a surname is meant by the surname alone."""

from bisect import bisect_left
from collections.abc import Sequence

from onrecord.extract.findings import Attribution
from onrecord.extract.language import Parsed
from onrecord.extract.speakers.names import Naming
from onrecord.extract.speakers.persons import Person
from onrecord.extract.speakers.phrases import phrase_of
from onrecord.extract.speakers.wordlists import source_words

OFTEN = 2
"""How many times as often as anybody else of the surname its main bearer is named in full."""


LOOKED_AT = 40
"""Speakers under their full names that are compared."""


class MainBearers:
    """The one person of each surname whom a document calls by the surname alone.

    News names one of them so, and all others in full: the one who spoke last, by the full name,
    before the surname first stands alone; who alone of them speaks; who is named far more often;
    who alone is nobody's wife or son.
    """

    def __init__(self, parsed: Parsed, found: Sequence[Attribution]) -> None:
        sources = (item.source for item in found if item.source)
        self._heads = {phrase_of(parsed, source).head.at for source in sources}
        self._spoke: dict[str, list[tuple[int, Person]]] = {}
        self._ordered: dict[str, list[tuple[int, Person]]] = {}
        self._main: dict[tuple[str, str], Person] = {}

    def named(self, naming: Naming, person: Person) -> None:
        """Remember who speaks under the full name; full names come in any order."""
        if len(naming.name) > 1 and naming.words[1] - 1 in self._heads:
            self._spoke.setdefault(naming.surname, []).append((naming.span.start, person))

    def of(self, naming: Naming, bearers: Sequence[Person]) -> Person | None:
        """Give the bearer whom a surname alone means, None where the text does not tell."""
        gender = gender_of(naming)
        fitting = [person for person in bearers if not gender or person.gender in {"", gender}]
        if len(fitting) < 2:
            return fitting[0] if fitting else None
        key = (naming.surname, gender)
        main = self._main.get(key) or self._spoken(naming, fitting)
        main = main or _often(fitting) or _no_kin(fitting)
        if main is not None:
            self._main[key] = main
        return main

    def _spoken(self, naming: Naming, fitting: Sequence[Person]) -> Person | None:
        spoke = self._in_order(naming.surname)
        before = bisect_left(spoke, naming.span.start, key=lambda pair: pair[0])
        near = [person for _, person in spoke[max(0, before - LOOKED_AT) : before]]
        if last := next((person for person in reversed(near) if person in fitting), None):
            return last
        speakers = [p for p in fitting if any(p is other for _, other in spoke[:LOOKED_AT])]
        return speakers[0] if len(speakers) == 1 else None

    def _in_order(self, surname: str) -> list[tuple[int, Person]]:
        """Give who speaks under the full name by place; full names are all known by then."""
        if surname not in self._ordered:
            spoke = self._spoke.get(surname, [])
            self._ordered[surname] = sorted(spoke, key=lambda pair: pair[0])
        return self._ordered[surname]


def _often(bearers: Sequence[Person]) -> Person | None:
    """Give the bearer who is named at least twice as often as any other."""
    first, second = sorted(bearers, key=lambda person: -person.named)[:2]
    return first if first.named >= OFTEN * second.named else None


def _no_kin(bearers: Sequence[Person]) -> Person | None:
    """Give the only bearer who is not introduced as somebody's wife or son."""
    kin = source_words().kin
    others = [person for person in bearers if not person.heads & kin]
    return others[0] if len(others) == 1 else None


def gender_of(naming: Naming) -> str:
    """Give the gender that a title tells, empty where none does."""
    words, title = source_words(), naming.title.lower().split()[:1]
    if set(title) & words.male:
        return "male"
    return "female" if set(title) & words.female else ""
