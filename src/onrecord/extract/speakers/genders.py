"""The gender of those whose titles tell none, by the pronouns that go back to them."""

from collections import Counter
from collections.abc import Iterator

from onrecord.extract.intervals import Intervals
from onrecord.extract.language import Sentence, Word
from onrecord.extract.quotes import Quote
from onrecord.extract.speakers.names import Naming
from onrecord.extract.speakers.people import People
from onrecord.extract.speakers.persons import Person

GENDERS = {
    **dict.fromkeys(("he", "his", "himself"), "male"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "female"),
}
SAID, OPENS, OWNS = 1, 2, 2
"""Votes of `he` behind a name or in the next sentence, of `He` at its beginning, and of `his`."""
MAJORITY = 2
"""How many times as many votes one gender needs: `Lee said she …` counts for the wrong one."""


def tell_genders(people: People, quotes: Intervals[Quote]) -> None:
    """Give those whose title tells no gender that of the pronouns beside them.

    Counted are pronouns outside quotations behind the only person named in their sentence, or in
    the next one where it names nobody: `Valdek told them at her residence. “…,” she said.` The
    object of a verb is somebody else: `Lee told her`.
    """
    votes: dict[Person, Counter[str]] = {}
    before: Person | None = None
    for sentence in people.parsed.sentences:
        named = _named(people, sentence, quotes)
        persons = {people.of(naming) for naming in named}
        one = people.of(named[0]) if len(persons) == 1 else None
        for word in _pronouns(people, sentence, quotes):
            behind = one if one and named[0].span.end <= word.start else None
            person = behind or (None if persons or word.tag != "PRP" else before)
            if person is not None:
                votes.setdefault(person, Counter())[GENDERS[word.lower]] += _weight(word)
        before = one or (before if not persons else None)
    for person, counts in votes.items():
        person.gender = person.gender or _majority(counts)


def _named(people: People, sentence: Sentence, quotes: Intervals[Quote]) -> list[Naming]:
    inside = people.places.meeting(people.parsed.span(sentence))
    return [naming for naming in inside if not quotes.at(naming.span.start)]


def _pronouns(people: People, sentence: Sentence, quotes: Intervals[Quote]) -> Iterator[Word]:
    """Give the pronouns outside quotations that can go back to a subject."""
    for word in people.parsed.of(sentence):
        lower = word.lower
        if lower not in GENDERS or (lower == "her" and word.tag == "PRP"):
            continue
        if not quotes.at(word.start):
            yield word


def _weight(word: Word) -> int:
    if word.lower in {"he", "she"}:
        return OPENS if word.text[0].isupper() else SAID
    return OWNS


def _majority(counts: Counter[str]) -> str:
    (gender, most), *others = counts.most_common(2)
    return gender if not others or most >= MAJORITY * others[0][1] else ""
