"""Who is meant by a source: a name, a title, a pronoun, a place that speaks."""

import re
from collections.abc import Sequence

from onrecord.extract.findings import Attribution
from onrecord.extract.language import Parsed, Word
from onrecord.extract.speakers.candidates import (
    NEUTER,
    PLURAL,
    SINGULAR,
    Candidate,
    Candidates,
    spoken_of,
)
from onrecord.extract.speakers.findings import Held, Speaker, Speakers, SpokenBy
from onrecord.extract.speakers.kinds import by_kind, phrase_head, plain
from onrecord.extract.speakers.people import Naming, People, Person
from onrecord.extract.speakers.wordlists import source_words
from onrecord.record import ActorSchema, MentionKind, ParagraphKind, Span

INDEFINITE = frozenset({"a", "an", "one", "another", "some", "any", "no", "every", "each"})
TITLE_EXTRA = 3
"""Words before a title alone: `the Kaltrian president`, `Sorvania's acting foreign minister`."""


class Resolver:
    """Resolves the sources of one document, in text order."""

    def __init__(self, parsed: Parsed, found: Sequence[Attribution]) -> None:
        self.parsed = parsed
        self.found = found
        self.people = People(parsed)
        self._speakers = {id(p): self._speaker(p) for p in self.people.people}
        self._people = {self._speakers[id(person)]: person for person in self.people.people}
        self._candidates = Candidates(self._candidate(naming) for naming in self.people.namings)

    def resolve(self) -> Speakers:
        """Give the speaker of every attribution, and every mention of a person or speaker."""
        spoken = tuple(self._of(item) for item in self.found)
        seen = {item.span for item in spoken if item}
        named = [self._named(naming) for naming in self.people.namings if naming.span not in seen]
        mentions = {item.span: item for item in (*named, *(s for s in spoken if s))}
        offices = (
            Held(title, body, span, self._speakers[id(person)])
            for person in self.people.people
            for title, body, span in person.offices
        )
        ordered = tuple(mentions[span] for span in sorted(mentions))
        return Speakers(spoken, ordered, tuple(sorted(offices, key=lambda held: held.span)))

    def _of(self, item: Attribution) -> SpokenBy | None:
        """Give the speaker of one attribution, and remember it as the last one to speak."""
        if item.source is None:
            return None
        result = self._source(item.source, item)
        if result.speaker:
            sentence = self.parsed.word_at(item.source.start).sentence
            person = self._people.get(result.speaker)
            speaking = Candidate(item.source.start, sentence, True, result.speaker, person)
            self._candidates.speaks(speaking)
        return result

    def _source(self, span: Span, item: Attribution) -> SpokenBy:
        text = self.parsed.text[span.start : span.end]
        head = phrase_head(self.parsed, span)
        naming = self.people.within(span)
        if naming and self._heads(naming, head, span):
            return self._named(naming, span)
        if head.lower in SINGULAR.keys() | PLURAL | NEUTER or head.pos == "PRON":
            return self._pronoun(span, head, item)
        alone = len(text.split()) == 1 and text[0].isupper()
        if (alone or text.isupper()) and (same := self.people.surnamed(text.split()[-1])):
            return self._named(same, span)
        if text.isupper() and self._by_colon(item):
            speaker = Speaker(ActorSchema.PERSON, text)
            return SpokenBy(span, MentionKind.NAME, speaker, "named before a colon, as printed")
        title = self._title_alone(text)
        if title and (holder := self._titled(span, title, item)):
            return holder
        known = by_kind(self.parsed, span)
        return known or SpokenBy(
            span, MentionKind.DESCRIPTION, self._described(text), f"as printed: “{plain(text)}”"
        )

    def _by_colon(self, item: Attribution) -> bool:
        return item.cue is not None and self.parsed.text[item.cue.start : item.cue.end] == ":"

    def _heads(self, naming: Naming, head: Word, span: Span) -> bool:
        """Tell whether the named person is the source, not part of its description."""
        inside = naming.span.holds(Span(head.start, head.end))
        opens = naming.span.start == span.start and self.parsed.text.startswith(
            ",", naming.span.end
        )
        last = self.parsed.words[naming.words[1] - 1]
        beside = last.dep == "appos" and last.head == head.at
        ahead = head.dep == "compound" and naming.span.start > head.start
        return inside or opens or beside or ahead

    def _named(self, naming: Naming, span: Span | None = None) -> SpokenBy:
        person = self.people.of(naming)
        speaker = self._speakers[id(person)]
        short = " ".join(naming.name)
        basis = (
            "by name" if short == person.name else f"“{short}” is {person.name} in this document"
        )
        return SpokenBy(span or naming.span, MentionKind.NAME, speaker, basis)

    def _pronoun(self, span: Span, head: Word, item: Attribution) -> SpokenBy:
        word = head.lower
        sentence = self.parsed.word_at(span.start).sentence
        best = self._candidates.for_pronoun(word, item, sentence)
        if best is None:
            return SpokenBy(
                span, MentionKind.PRONOUN, None, f"“{word}”: nobody named before it fits"
            )
        return SpokenBy(
            span, MentionKind.PRONOUN, best.speaker, f"“{word}” goes back to {best.speaker.name}"
        )

    def _title_alone(self, text: str) -> tuple[str, ...] | None:
        """Give the office that `the president` or `the foreign minister` names without a name."""
        words = tuple(re.sub(r"['’]s\b", "", text.lower()).split())
        if not words or words[0] in INDEFINITE:
            return None
        for office in source_words().offices:
            if len(words) > len(office) and words[-len(office) :] == office:
                return office if len(words) - len(office) <= TITLE_EXTRA else None
        return None

    def _titled(self, span: Span, title: tuple[str, ...], item: Attribution) -> SpokenBy | None:
        """Give the holder of a title: whoever the document names with it, last before here.

        A headline may name the title before the name. None where the words describe nobody in
        particular, such as `the official`.
        """
        wanted = " ".join(title)
        holders = self._holders(span, wanted, item)
        if not holders and title[-1] in source_words().described:
            return None
        if not holders:
            return SpokenBy(span, MentionKind.TITLE, None, f"no {wanted} is named before")
        best = self._candidates.best(holders, self.parsed.word_at(span.start).sentence)
        assert best is not None
        basis = f"the {wanted} last named is {best.speaker.name}"
        return SpokenBy(span, MentionKind.TITLE, best.speaker, basis)

    def _holders(self, span: Span, title: str, item: Attribution) -> list[Candidate]:
        """Give who holds a title, of the body that the words name if they name one."""
        holding = [c for c in self._candidates.holders(title) if not spoken_of(c, item)]
        before = [c for c in holding if c.start < span.start]
        named = before or (holding[:1] if self._in_headline(span) else [])
        words = set(self.parsed.text[span.start : span.end].lower().split())
        same = [c for c in named if c.person and words & _bodies(c.person)]
        return same or named

    def _in_headline(self, span: Span) -> bool:
        sentence = self.parsed.sentences[self.parsed.word_at(span.start).sentence]
        return sentence.kind is ParagraphKind.HEADLINE

    def _described(self, text: str) -> Speaker:
        return Speaker(ActorSchema.UNNAMED_SOURCE, plain(text), local=True)

    def _candidate(self, naming: Naming) -> Candidate:
        person = self.people.of(naming)
        word = self.parsed.words[naming.words[1] - 1]
        subject = word.dep in {"nsubj", "nsubjpass"}
        return Candidate(
            naming.span.start, word.sentence, subject, self._speakers[id(person)], person
        )

    def _speaker(self, person: Person) -> Speaker:
        spokesman = any(
            title.startswith("spokes") or title == "press secretary" for title in person.titles
        )
        bodies = [
            body for title, body, _ in person.offices if body and title.lower() in person.titles
        ]
        return Speaker(
            ActorSchema.PERSON,
            person.name,
            tuple(sorted(person.forms - {person.name})),
            speaks_for=bodies[0] if spokesman and bodies else None,
        )


def _bodies(person: Person) -> set[str]:
    """Give the words that say of what somebody holds an office, in small letters."""
    return {word for _, body, _ in person.offices for word in body.lower().split()}
