"""Who is meant by the sources of a document, read in text order."""

from collections.abc import Iterator, Sequence

from onrecord.extract.findings import Attribution
from onrecord.extract.intervals import Intervals
from onrecord.extract.language import Parsed
from onrecord.extract.quotes import Quote
from onrecord.extract.speakers.bystanders import Bystanders, free
from onrecord.extract.speakers.candidates import OWNING, QUOTED, SUBJECT, Candidate, Candidates
from onrecord.extract.speakers.cast import Cast
from onrecord.extract.speakers.findings import Speaker, Speakers, SpokenBy
from onrecord.extract.speakers.genders import tell_genders
from onrecord.extract.speakers.groups import Groups
from onrecord.extract.speakers.kinds import country_named, plain
from onrecord.extract.speakers.names import Naming
from onrecord.extract.speakers.nesting import outer_of
from onrecord.extract.speakers.nouns import Nouns
from onrecord.extract.speakers.people import People
from onrecord.extract.speakers.phrases import Phrase, is_person_noun, phrase_of
from onrecord.extract.speakers.places import is_part, is_subject
from onrecord.extract.speakers.pronouns import Pronoun, Pronouns, is_pronoun
from onrecord.extract.speakers.wordlists import source_words
from onrecord.record import ActorSchema, Span


class Resolver:
    """Resolves the sources of one document, in text order."""

    def __init__(
        self, parsed: Parsed, found: Sequence[Attribution], quotes: Intervals[Quote]
    ) -> None:
        self.parsed = parsed
        self.found = found
        self.quotes = quotes
        self.people = People(parsed, found)
        tell_genders(self.people, quotes)
        self._cast = Cast(self.people)
        self._candidates = Candidates(len(set(self._countries())))
        self._nouns = Nouns(parsed, self._cast, self._candidates)
        groups = Groups(parsed, self.people, quotes)
        self._pronouns = Pronouns(parsed, self._candidates, groups, self._of_phrase)
        self._outer = outer_of(found)
        self._read: dict[int, SpokenBy | None] = {}

    def _countries(self) -> Iterator[str]:
        """Give the country of each source that begins with one: `Chile, for the coastal states`."""
        for item in self.found:
            words = self.parsed.text[slice(*item.source)] if item.source else ""
            if country := country_named(plain(words.split(",")[0])):
                yield country

    def resolve(self) -> Speakers:
        """Give the speaker of every attribution, and every mention of a person or speaker."""
        self._run()
        spoken = tuple(self._read.get(number) for number in range(len(self.found)))
        seen = {item.span for item in spoken if item}
        namings = (naming for naming in self.people.namings if naming.span not in seen)
        named = [self._cast.named(naming) for naming in namings]
        mentions = {item.span: item for item in (*named, *(s for s in spoken if s))}
        others = Bystanders(self.parsed, self.quotes, self._candidates.all())
        mentions.update({item.span: item for item in [*others.read(mentions)]})
        bodies = [*free(mentions, self._nouns.bodies_named())]
        mentions.update({item.span: item for item in bodies})
        ordered = tuple(mentions[span] for span in sorted(mentions))
        return Speakers(spoken, ordered, tuple(self._cast.held()))

    def named(self, span: Span) -> SpokenBy:
        """Give whom a noun phrase names that is nobody's source: `[Norway] has rejected the plan`.

        Asked after `resolve`. A pronoun goes back to nobody here.
        """
        item = Attribution(span, None, (), "named", 1.0)
        phrase = phrase_of(self.parsed, span)
        if is_pronoun(phrase.head):
            return self._pronouns.nobody(phrase.head, span)
        return self._nouns.read(phrase, span, item)

    def _run(self) -> None:
        """Read all sources in text order, and remember who is named and who speaks on the way."""
        namings = self.people.namings
        at = 0
        sources = sorted((i.source, number) for number, i in enumerate(self.found) if i.source)
        for source, number in sources:
            while at < len(namings) and namings[at].span.start < source.start:
                self._pass(namings[at], namings[at - 1] if at else None)
                at += 1
            self._speaks(number, source)

    def _pass(self, naming: Naming, before: Naming | None) -> None:
        """Remember that somebody was named, and whether together with the one named before."""
        self._nouns.holders.named(naming)
        person = self.people.of(naming)
        weight = self._weight(naming, naming)
        self._remember(naming.span.start, weight, self._cast.speaker(person), person.gender)
        if before and self._joined(before, naming):
            both = self._cast.together([before, naming])
            self._remember(naming.span.start, self._weight(before, naming), both, None)

    def _weight(self, first: Naming, last: Naming) -> float:
        """Give what the place of a name, or of two names joined, weighs for a later pronoun."""
        start, end = first.words[0], last.words[1]
        subject = is_subject(self.parsed, start, end)
        quoted = self.quotes.at(first.span.start) is not None
        return SUBJECT * subject + QUOTED * quoted + OWNING * is_part(self.parsed, end)

    def _joined(self, one: Naming, other: Naming) -> bool:
        between = self.parsed.words[one.words[1] : other.words[0]]
        return len(between) == 1 and between[0].lower in {"and", "&"}

    def _remember(
        self, start: int, weight: float, speaker: Speaker, gender: str | None
    ) -> Candidate:
        sentence = self.parsed.word_at(start).sentence
        candidate = Candidate(start, sentence, weight, speaker, gender)
        self._candidates.names(candidate)
        return candidate

    def _speaks(self, number: int, source: Span) -> None:
        """Remember who speaks; who speaks inside the words of another is not the last speaker."""
        result = self._result(number)
        if result is None or result.speaker is None:
            return
        phrase = phrase_of(self.parsed, source)
        gender = self._gender(result.speaker, phrase)
        candidate = self._remember(source.start, SUBJECT, result.speaker, gender)
        self._nouns.definites.speaks(phrase, result.speaker)
        if self._outer[number] is None:
            self._candidates.last = candidate

    def _gender(self, speaker: Speaker, phrase: Phrase) -> str | None:
        """Give a person's gender, empty where it is not known, None for who is no single person."""
        if person := self._cast.person(speaker):
            return person.gender
        last = self._candidates.last
        if last and last.speaker == speaker:
            return last.gender
        head, lists = phrase.head, source_words()
        single = head.tag in {"NN", "NNP"} and head.pos != "PRON" and is_person_noun(head)
        unnamed = speaker.schema is ActorSchema.UNNAMED_SOURCE and single
        if speaker.schema is not ActorSchema.PERSON and not unnamed:
            return None
        return "male" if head.lemma in lists.men else "female" if head.lemma in lists.women else ""

    def _result(self, number: int) -> SpokenBy | None:
        """Give the speaker of one attribution; asked for from inside itself, there is none."""
        if number not in self._read:
            self._read[number] = None
            item = self.found[number]
            assert item.source is not None
            self._read[number] = self._source(item.source, item, self._outer[number])
        return self._read[number]

    def _source(self, span: Span, item: Attribution, outer: int | None) -> SpokenBy:
        phrase = phrase_of(self.parsed, span)
        if not is_pronoun(phrase.head) or len(phrase.core) > 1:
            return self._phrase(phrase, span, item)
        if phrase.rest and phrase.rest[0].lower == "or":
            return self._pronouns.nobody(phrase.head, span)  # `he or she`
        around = self._result(outer) if outer is not None and self.found[outer].source else None
        quoted = self.quotes.at(span.start) is not None or self._verbatim(outer)
        speaker = around.speaker if around else None
        return self._pronouns.read(Pronoun(phrase.head, span, item, speaker, quoted))

    def _verbatim(self, number: int | None) -> bool:
        """Tell whether a transcript prints the words around: all behind `NAME:` is verbatim."""
        cue = self.found[number].cue if number is not None else None
        return cue is not None and self.parsed.text[cue.start : cue.end] == ":"

    def _phrase(self, phrase: Phrase, span: Span, item: Attribution) -> SpokenBy:
        owner = phrase.core[0]
        if owner.tag != "PRP$" or len(phrase.core) == 1:
            return self._nouns.read(phrase, span, item)
        named = self._nouns.name(phrase, span, item)
        return named or self._nouns.owned(phrase, span, self._pronouns.owner(owner, item))

    def _of_phrase(self, span: Span, item: Attribution) -> Speaker | None:
        """Give the speaker that a noun phrase before a pronoun names."""
        return self._phrase(phrase_of(self.parsed, span), span, item).speaker
