"""The persons of a document as its speakers."""

from collections.abc import Iterator, Sequence

from onrecord.extract.speakers.findings import Held, Speaker, SpokenBy
from onrecord.extract.speakers.names import Naming
from onrecord.extract.speakers.people import People
from onrecord.extract.speakers.persons import Person
from onrecord.extract.speakers.titles import title_words
from onrecord.record import ActorSchema, MentionKind, Span

SPOKES = ("spokes", "press secretary", "communications director")
"""Beginnings of the titles of those who speak for a body."""


class Cast:
    """Gives the speaker that a person is, and the person that a speaker is."""

    def __init__(self, people: People) -> None:
        self.people = people
        self._forms = {form for person in people.people for form in person.forms}
        self._speakers = {person: self._speaker(person) for person in people.people}
        self._persons = {speaker: person for person, speaker in self._speakers.items()}

    def speaker(self, person: Person) -> Speaker:
        """Give a person as a speaker."""
        return self._speakers[person]

    def person(self, speaker: Speaker | None) -> Person | None:
        """Give the person that a speaker is, None for bodies, texts and those without a name."""
        return self._persons.get(speaker) if speaker else None

    def named(self, naming: Naming, span: Span | None = None) -> SpokenBy:
        """Give whom a name names, in the stretch of a source or of the name itself."""
        person = self.people.of(naming)
        short = " ".join(naming.name)
        basis = (
            "by name" if short == person.name else f"“{short}” is {person.name} in this document"
        )
        return SpokenBy(span or naming.span, MentionKind.NAME, self._speakers[person], basis)

    def together(self, namings: Sequence[Naming]) -> Speaker:
        """Give the group of persons who speak together: `Ann Lee and Omar Roe`."""
        names = [self.people.of(naming).name for naming in namings]
        return Speaker(ActorSchema.GROUP, f"{', '.join(names[:-1])} and {names[-1]}")

    def held(self) -> Iterator[Held]:
        """Give the offices that the document names with their holders, in text order."""
        offices = (
            Held(title, body, span, self._speakers[person])
            for person in self.people.people
            for title, body, span in person.offices
        )
        yield from sorted(offices, key=lambda held: held.span)

    def _is_body(self, name: str) -> bool:
        """Tell a body from a person who has a spokesperson: `Ms. Lee’s spokesman`."""
        words = name.split()
        plain = words[1:] if words[0].lower() in title_words() else words
        return " ".join(plain) not in self._forms

    def _speaker(self, person: Person) -> Speaker:
        """Give a person as a speaker; a spokesperson speaks for the body of that office."""
        bodies = (
            body
            for title, body, _ in person.offices
            if title.lower().startswith(SPOKES) and body and self._is_body(body)
        )
        return Speaker(
            ActorSchema.PERSON,
            person.name,
            tuple(sorted(person.forms.keys() - {person.name})),
            speaks_for=next(bodies, None),
        )
