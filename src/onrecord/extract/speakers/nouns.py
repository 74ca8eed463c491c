"""Who is meant by a source that is a noun phrase: a name, an office, a body, a description."""

from collections.abc import Iterator
from dataclasses import replace

from onrecord.extract.findings import Attribution
from onrecord.extract.language import Parsed, Sentence
from onrecord.extract.speakers.bodies import Bodies
from onrecord.extract.speakers.candidates import Candidates
from onrecord.extract.speakers.cast import Cast
from onrecord.extract.speakers.definites import Definites, last_subject
from onrecord.extract.speakers.findings import Speaker, SpokenBy
from onrecord.extract.speakers.kinds import body_named, by_kind, plain
from onrecord.extract.speakers.named import lists_names, named_in
from onrecord.extract.speakers.offices import Description, Holders, description, fits
from onrecord.extract.speakers.owned import OwnedBodies
from onrecord.extract.speakers.persons import Person
from onrecord.extract.speakers.phrases import Phrase
from onrecord.extract.speakers.wordlists import metonyms
from onrecord.record import ActorSchema, MentionKind, ParagraphKind, Span

LEAD = 2
"""Sentences after a headline in which a description may come before the name."""
SPOKEN = 3
"""Sentences back in which who spoke last is meant by `the president` before another president."""


class Nouns:
    """Reads the noun phrases of one document; `holders` and `definites` learn as the text goes."""

    def __init__(self, parsed: Parsed, cast: Cast, candidates: Candidates) -> None:
        self.parsed = parsed
        self.cast = cast
        self.holders = Holders(cast.people)
        self._bodies = Bodies(parsed)
        self._owned = OwnedBodies(parsed, cast.people)
        self._candidates = candidates
        self.definites = Definites(candidates, self._owned, self._bodies)

    def bodies_named(self) -> Iterator[SpokenBy]:
        """Give the mentions of bodies by name, whether they speak or not."""
        for span, body in self._bodies.mentions():
            known = body_named(body.name) if body.name.lower() in metonyms() else body
            yield SpokenBy(span, MentionKind.NAME, known, f"named: “{known.name}”")

    def read(self, phrase: Phrase, span: Span, item: Attribution) -> SpokenBy:
        """Give who is meant by the words of a source."""
        return (
            self.name(phrase, span, item)
            or self._office(phrase, span)
            or self._back(phrase, span)
            or self._kind(phrase, span)
        )

    def owned(self, phrase: Phrase, span: Span, owner: Speaker | None) -> SpokenBy:
        """Give the reading of `his lawyer` under the owner's name, never with a pronoun in it."""
        person = self.cast.person(owner)
        if person and (body := self._owned.of(person, phrase.head)):
            return SpokenBy(span, MentionKind.NAME, body, f"a body speaks: “{body.name}”")
        known = self._kind(phrase, span)
        if known.speaker is None or not known.speaker.local:
            return known
        rest = self.parsed.text[phrase.core[0].end : span.end].strip()
        name = f"{owner.name}’s {plain(rest)}" if owner else plain(rest)
        return replace(known, speaker=replace(known.speaker, name=name))

    def name(self, phrase: Phrase, span: Span, item: Attribution) -> SpokenBy | None:
        """Give whom the names in a source name, None where they are not the source."""
        people = self.cast.people
        if namings := named_in(phrase, people.near(span)):
            if len(namings) == 1 and lists_names(phrase):
                text = plain(self.parsed.text[span.start : span.end])
                group = Speaker(ActorSchema.GROUP, text)
                return SpokenBy(span, MentionKind.NAME, group, "several by name, as printed")
            if len(namings) == 1:
                return self.cast.named(namings[0], span)
            return SpokenBy(span, MentionKind.NAME, self.cast.together(namings), "by name")
        text = self.parsed.text[span.start : span.end]
        alone = len(text.split()) == 1 and text[0].isupper()
        if (alone or text.isupper()) and (same := people.surnamed(text.split()[-1])):
            return self.cast.named(same, span)
        if text.isupper() and item.cue and self.parsed.text[slice(*item.cue)] == ":":
            speaker = Speaker(ActorSchema.PERSON, text)
            return SpokenBy(span, MentionKind.NAME, speaker, "named before a colon, as printed")
        return None

    def _office(self, phrase: Phrase, span: Span) -> SpokenBy | None:
        """Give the person whom a description or a title goes back to.

        A headline or a lead may come before the name. A title that the document gives to nobody
        is somebody all the same, known by that title alone.
        """
        sentence = self.parsed.sentences[self.parsed.word_at(span.start).sentence]
        wanted = description(phrase, headline=sentence.kind is ParagraphKind.HEADLINE)
        if wanted is None:
            return None
        called = wanted.office or wanted.head.lower
        person = self._called(wanted, sentence, span)
        spoke = self.definites.described(phrase) if person else None
        if person and spoke and self.holders.named_at(person, wanted.head) < spoke[0]:
            basis = f"the {called} that spoke last is {spoke[1].name}"
            return SpokenBy(span, MentionKind.DESCRIPTION, spoke[1], basis)
        if person:
            speaker = self.cast.speaker(person)
            basis = f"the {called} last named is {speaker.name}"
            return SpokenBy(span, MentionKind.TITLE, speaker, basis)
        if not (wanted.is_office or wanted.age):
            return None
        name = plain(self.parsed.text[span.start : span.end])
        speaker = Speaker(ActorSchema.PERSON, name, local=True)
        return SpokenBy(span, MentionKind.TITLE, speaker, f"no {called} is named before")

    def _called(self, wanted: Description, sentence: Sentence, span: Span) -> Person | None:
        if person := self.holders.best(wanted, self._spoke(sentence)):
            return person
        if self._opens(sentence) and (person := self.holders.next_after(wanted, span.start)):
            return person
        last = last_subject(self._candidates, sentence.at, span.start)
        person = self.cast.person(last) if wanted.is_epithet else None
        if person and fits(wanted, person):
            return person
        return self._introduced(sentence) if wanted.is_told else None

    def _spoke(self, sentence: Sentence) -> Person | None:
        """Give who spoke last, a few sentences back at most."""
        last = self._candidates.last
        near = last is not None and last.sentence >= sentence.at - SPOKEN
        return self.cast.person(last.speaker) if last and near else None

    def _opens(self, sentence: Sentence) -> bool:
        """Tell whether a sentence is in the headline or the lead."""
        before = self.parsed.sentences[max(0, sentence.at - LEAD)]
        return ParagraphKind.HEADLINE in {sentence.kind, before.kind} or sentence.at < LEAD

    def _introduced(self, sentence: Sentence) -> Person | None:
        """Give who opens the next sentence under a full name that was not met before.

        `Norway's tax commissioner says no. [Ann Lee] says she looked.`
        """
        following = self.parsed.sentences[sentence.at + 1 : sentence.at + 2]
        naming = self.cast.people.opening(following[0]) if following else None
        new = naming and len(naming.name) > 1 and not naming.title
        return self.cast.people.of(naming) if naming and new else None

    def _back(self, phrase: Phrase, span: Span) -> SpokenBy | None:
        """Give what a noun for a body, a text or somebody unnamed goes back to."""
        text = plain(self.parsed.text[span.start : span.end])
        if body := self._owned.named(phrase.head):
            return SpokenBy(span, MentionKind.NAME, body, f"a body speaks: “{text}”")
        if before := self.definites.read(phrase):
            basis = f"“{text}” goes back to {before.name}"
            return SpokenBy(span, MentionKind.DESCRIPTION, before, basis)
        return None

    def _kind(self, phrase: Phrase, span: Span) -> SpokenBy:
        known = by_kind(self.parsed, phrase, span)
        if known is None:
            text = plain(self.parsed.text[span.start : span.end])
            named = len(phrase.words) == 1 and text[:1].isupper() and phrase.head.tag == "NN"
            schema = ActorSchema.ORGANIZATION if named else ActorSchema.UNNAMED_SOURCE
            kind = MentionKind.NAME if named else MentionKind.DESCRIPTION
            speaker = Speaker(schema, text, local=not named)
            return SpokenBy(span, kind, speaker, f"as printed: “{text}”")
        full = self._bodies.named(known.speaker) if known.speaker else None
        return replace(known, speaker=full)
