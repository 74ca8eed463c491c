"""One person of a document, and what the text says of them."""

import sys
from collections import Counter
from dataclasses import dataclass, field

from onrecord.extract.speakers.names import GENERATIONS, Naming
from onrecord.extract.speakers.titles import courtesy
from onrecord.extract.speakers.wordlists import countries, head_of, source_words
from onrecord.record import Span


@dataclass(eq=False)
class Person:
    """One person of the document: every form of the name, and what the text says of them."""

    forms: Counter[str] = field(default_factory=Counter)
    first: dict[str, int] = field(default_factory=dict)
    titles: set[str] = field(default_factory=set)
    offices: list[tuple[str, str, Span]] = field(default_factory=list)
    heads: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    proper: set[tuple[str, str]] = field(default_factory=set)
    age: str = ""
    gender: str = ""
    named: int = 0

    @property
    def name(self) -> str:
        """The fullest form; of equally full ones the first in the alphabet."""
        return min(self.forms, key=lambda form: (self._grown(form), *_fullness(form)))

    def _grown(self, form: str) -> bool:
        """Tell a form that lays a word before or behind an older and more common full name.

        `Rival Ann Lee`, `Ann Lee Monday`; but `Ann Mary Lee`, `Ann Lee Jr.` are names.
        """
        words = form.split()
        shorter = {" ".join(words[1:])}
        if words[-1].lower() not in GENERATIONS:
            shorter.add(" ".join(words[:-1]))
        older = (s for s in shorter if " " in s and self.first.get(s, END) < self.first[form])
        return any(self.forms[s] >= OFTEN * self.forms[form] for s in older)


END = sys.maxsize
OFTEN = 2
"""How many times as often the shorter form must stand to be the whole name."""


def _fullness(form: str) -> tuple[int, bool, int, str]:
    """Give what orders names: more words first, then those not in capitals all through."""
    return -len(form.split()), form.isupper(), -len(form), form


def describe(person: Person, naming: Naming) -> None:
    """Add what a naming tells of a person: titles, offices, nouns, places, age, gender."""
    words, around, title = source_words(), naming.around, naming.title.lower()
    first = title.split()[:1]
    if title:
        person.titles.add(title)
    if title and not set(first) & courtesy():
        person.offices.append((naming.title, naming.body, naming.span))
    person.heads |= around.heads | ({head_of(title.split())} if title else set())
    person.words |= around.words | set(title.split()) | set(naming.body.lower().split())
    person.proper |= around.proper
    if naming.body.lower() in countries():
        person.proper |= {("GPE", word) for word in naming.body.lower().split()}
    person.age = person.age or around.age
    if around.male or set(first) & words.male:
        person.gender = "male"
    elif around.female or set(first) & words.female:
        person.gender = "female"
