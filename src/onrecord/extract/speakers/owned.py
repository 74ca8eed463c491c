"""Bodies called by whose they are: `the Lee campaign`, `Ann Lee’s office`, then `the campaign`."""

from bisect import bisect_left
from collections.abc import Iterator

from onrecord.extract.language import Parsed, Word
from onrecord.extract.speakers.findings import Speaker
from onrecord.extract.speakers.names import Naming
from onrecord.extract.speakers.people import People
from onrecord.extract.speakers.persons import Person
from onrecord.extract.speakers.wordlists import source_words
from onrecord.record import ActorSchema


class OwnedBodies:
    """The bodies of a document that are named after a person, each with all forms of its name."""

    def __init__(self, parsed: Parsed, people: People) -> None:
        self._people = people
        self._forms: dict[tuple[Person, str], set[str]] = {}
        self._at: dict[int, tuple[Person, str]] = {}
        self._places: dict[str, list[tuple[int, tuple[Person, str]]]] = {}
        for naming, noun in _owned(parsed, people):
            key = (people.of(naming), noun.lemma)
            form = parsed.text[naming.span.start : noun.end]
            self._forms.setdefault(key, set()).add(" ".join(form.split()))
            self._at[noun.at] = key
            self._places.setdefault(noun.lemma, []).append((noun.start, key))

    def named(self, noun: Word) -> Speaker | None:
        """Give the body that ends with this noun, None where no person's name stands before it."""
        key = self._at.get(noun.at)
        return self._speaker(key) if key else None

    def of(self, person: Person, noun: Word) -> Speaker | None:
        """Give the body of a person that the document names by this noun: `his campaign`."""
        return self._speaker((person, noun.lemma)) if (person, noun.lemma) in self._forms else None

    def before(self, noun: Word) -> tuple[int, Speaker] | None:
        """Give the last one named by this noun before a place, and where: `the campaign`."""
        places = self._places.get(noun.lemma, [])
        index = bisect_left(places, noun.start, key=lambda place: place[0])
        return (places[index - 1][0], self._speaker(places[index - 1][1])) if index else None

    def _speaker(self, key: tuple[Person, str]) -> Speaker:
        """Give a body under its shortest name: `Lee campaign` before `Ann Lee’s campaign`."""
        name, *others = sorted(self._forms[key], key=lambda form: (len(form), form))
        return Speaker(ActorSchema.PUBLIC_BODY, name, tuple(sorted(others)))


def _owned(parsed: Parsed, people: People) -> Iterator[tuple[Naming, Word]]:
    """Give the nouns for bodies behind a person's name, with or without a possessive ending."""
    bodies = source_words().bodies
    for word in parsed.words[1:]:
        if word.lemma not in bodies or word.pos not in {"NOUN", "PROPN"} or word.tag == "NNS":
            continue
        before = parsed.words[word.at - 1]
        before = parsed.words[before.at - 1] if before.tag == "POS" and before.at else before
        naming = people.places.at(before.start)
        if naming and naming.words[1] == before.at + 1:
            yield naming, word
