"""Where a document names persons: entities, names after a title, names that speak."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from onrecord.extract.findings import Attribution
from onrecord.extract.language import Parsed, Word
from onrecord.extract.speakers.around import Around, addressed, around
from onrecord.extract.speakers.initials import Initials
from onrecord.extract.speakers.phrases import is_person_noun, phrase_of
from onrecord.extract.speakers.titles import courtesy, title_before, title_near, title_words
from onrecord.extract.speakers.wordlists import ambiguous, countries, metonyms, places, source_words
from onrecord.record import ParagraphKind, Span

PARTICLES = frozenset(
    {
        *("van", "von", "zu", "de", "der", "den", "ter", "da", "di", "del", "della", "du", "dos"),
        *("la", "le", "of", "bin", "bint", "ibn", "ben", "al", "el", "ould", "ag", "abu"),
    }
)
"""Words of a name in small letters: `Jan van der Meer`, `Idar ag Sidi`."""
GENERATIONS = frozenset({"jr.", "jr", "sr.", "sr", "ii", "iii", "iv"})
OPENERS, CLOSERS = (
    frozenset({'"', "“", "‘", "'", "(", "``"}),
    frozenset({'"', "”", "’", "'", ")", "''"}),
)
Run = tuple[int, int]
"""Words `[start, end)` of the document."""
PLACES = frozenset({"GPE", "NORP", "LOC", "FAC"})
"""Entities that are no name behind a title: `running mate [Ohio] Gov. Ann Lee`."""
NAME_MAX = 4
"""Words of a name that no entity finder vouches for."""


@dataclass(frozen=True, slots=True)
class Naming:
    """A place that names a person: the name's words, what precedes them as a title.

    `words` begin with the title, `name_at` is the first word of the name itself.
    """

    span: Span
    name: tuple[str, ...]
    title: str
    body: str
    words: tuple[int, int]
    name_at: int
    around: Around

    @property
    def surname(self) -> str:
        """The last word of the name, in small letters; `Jr.` is none."""
        plain = [word for word in self.name if word.lower() not in GENERATIONS]
        return (plain or self.name)[-1].lower()


class Names:
    """Finds the namings of one document."""

    def __init__(self, parsed: Parsed, found: Sequence[Attribution]) -> None:
        self.parsed = parsed
        self.found = found
        self._initials = Initials(parsed)

    def namings(self) -> list[Naming]:
        """Give the namings of persons: entities, and names that speak or have a title."""
        entities = self._as_in_the_body(list(self._entities()))
        runs = {at: run for run in self._runs() for at in range(*run)}
        single = {start for start, end in entities if end - start == 1}
        longer = {runs[at] for at in single if at in runs}
        kept = [run for run in entities if runs.get(run[0]) not in longer]
        taken = {at for run in kept for at in range(*run)}
        others = sorted(run for run in set(runs.values()) if taken.isdisjoint(range(*run)))
        found = [n for run in (*kept, *others) if (n := self.naming(*run))]
        return sorted(found, key=lambda naming: naming.span)

    def _as_in_the_body(self, runs: Sequence[Run]) -> list[Run]:
        """Give the runs, those of a headline cut to what the text below calls the same person.

        `Ann Lee Blasts Omar` in a headline is Ann Lee: there all words have capitals.
        """
        body = {self._texts(*run) for run in runs if not self._in_headline(run[0])}
        return [self._cut(run, body) if self._in_headline(run[0]) else run for run in runs]

    def _cut(self, run: Run, known: Set[tuple[str, ...]]) -> Run:
        start, end = run
        for size in range(end - start, 0, -1):
            for first in range(start, end - size + 1):
                if self._texts(first, first + size) in known:
                    return first, first + size
        return run

    def _texts(self, start: int, end: int) -> tuple[str, ...]:
        """Give the words of a run without the titles that it begins with."""
        texts = [word.text for word in self.parsed.words[start:end]]
        while len(texts) > 1 and texts[0].lower() in title_words():
            texts.pop(0)
        return tuple(texts)

    def _in_headline(self, at: int) -> bool:
        sentence = self.parsed.sentences[self.parsed.words[at].sentence]
        return sentence.kind is ParagraphKind.HEADLINE

    def naming(self, start: int, end: int) -> Naming | None:
        """Give the naming in the words `[start, end)`, without the titles it begins with."""
        words = self.parsed.words
        while start < end and words[start].lower in title_words():
            if start == end - 1 and start and words[start - 1].lower in title_words():
                if (words[start - 1].lower, words[start].lower) in source_words().offices:
                    return None  # `Director General`
                break  # `Mr. Prince`
            start += 1
        while end > start and (words[end - 1].tag == "POS" or words[end - 1].pos == "PUNCT"):
            end -= 1
        if start == end:
            return None
        title_start, title, body = title_before(self.parsed, start)
        known = addressed(around(self.parsed, start, end), title.lower())
        if not title or title.lower() in source_words().neutral | courtesy():
            title, body = title_near(self.parsed, (title_start, start, end)) or (title, body)
        span = Span(words[start].start, words[end - 1].end)
        name = tuple(self.parsed.text[span.start : span.end].split())
        return Naming(span, name, title, body, (min(title_start, start), end), start, known)

    def _entities(self) -> Iterator[Run]:
        index, words = 0, self.parsed.words
        while index < len(words):
            end = self._name_end(index)
            label = self._label(index) if end > index else None
            if label or (end > index and self._initials.is_person(index, end)):
                yield label or (index, end)
            index = max(end, index + 1)

    def _label(self, at: int) -> Run | None:
        """Give the whole of a label in capitals that a word is part of: `[EMIL STANE]:`."""
        first = self.parsed.sentences[self.parsed.words[at].sentence].first
        words = self.parsed.words[first : first + NAME_MAX + 1]
        colon = next((place for place, word in enumerate(words) if word.text == ":"), 0)
        shouted = all(word.text.isupper() for word in words[:colon])
        return (first, first + colon) if at < first + colon and shouted else None

    def _name_end(self, index: int) -> int:
        """Give the index after a person's name that begins here, the index itself if none does."""
        words = self.parsed.words
        if words[index].entity != "PERSON":
            return index
        opens = words[index].begins_entity and self._texts(index, index + 2)[-1].istitle()
        if not opens and words[index].pos not in {"PROPN", "NOUN", "ADJ", "X"}:
            return index
        end = index
        while end < len(words) and words[end].entity == "PERSON" and _is_name(words, end):
            if end > index and words[end].begins_entity:
                break
            end += 1
        end = _past_hyphen(words, end) if end > index else end
        return self._past_nickname(end) if end > index else index

    def _past_nickname(self, end: int) -> int:
        """Give the end of a name that a nickname in marks parts: `Robert [“Bob” Lee]`."""
        words = self.parsed.words[end - 1 : end + 4]
        at = next((i for i, word in enumerate(words[:2]) if word.text in OPENERS), None)
        if at is None or len(words) < at + 4 or words[at + 2].text not in CLOSERS:
            return end
        nickname, surname = words[at + 1], words[at + 3]
        same = surname.sentence == words[0].sentence
        named = nickname.text[:1].isupper() and surname.text[:1].isupper() and same
        return surname.at + 1 if named and surname.pos in {"PROPN", "NOUN"} else end

    def _runs(self) -> Iterator[Run]:
        """Give the runs of capitalised words that no entity says, but their place, are a person."""
        yield from self._titled()
        yield from self._presiding()
        yield from self._beside()
        for item in self.found:
            if item.source and (run := self._speaking(item.source)):
                yield run

    def _titled(self) -> Iterator[Run]:
        """Give two words or more behind a title: `Spokeswoman [Lena Fors] said`."""
        ends = self._title_ends
        for word in self.parsed.words:
            noun = word.tag == "NN" and word.text.islower() and is_person_noun(word)
            if not (noun or word.lower in ends) or self._in_headline(word.at):
                continue
            end = self._run_end(word.at + 1)
            joined = word.entity and end < len(self.parsed.words) and _goes_on(self.parsed, end)
            kinds = {other.entity for other in self.parsed.words[word.at + 1 : end]}
            longer = joined or kinds & PLACES
            if end - word.at > 2 and not longer and self._may_name(word.at + 1, end):
                yield word.at + 1, end

    def _presiding(self) -> Iterator[Run]:
        """Give one word or more behind the title of who leads a meeting: `Co-Chair [Roe] said`.

        The entity finder takes such a title and a surname for a body's name.
        """
        for word in self.parsed.words:
            if word.text[:1].isupper() and word.lower in source_words().presiding:
                end = self._run_end(word.at + 1)
                kinds = {other.entity for other in self.parsed.words[word.at + 1 : end]}
                if end > word.at + 1 and not kinds & PLACES and self._may_name(word.at + 1, end):
                    yield word.at + 1, end

    def _beside(self) -> Iterator[Run]:
        """Give two words or more that commas set beside a noun: `his spokeswoman, [Petra Hall],`.

        Whatever the entity finder takes them for, a place or a firm.
        """
        words = self.parsed.words
        for noun, comma in pairwise(words):
            if comma.text != "," or noun.text[:1].isupper() or not is_person_noun(noun):
                continue
            start, end = comma.at + 1, self._run_end(comma.at + 1)
            closed = end < len(words) and words[end].pos == "PUNCT"
            single = noun.tag == "NN" and noun.sentence == comma.sentence
            if single and closed and end - start > 1 and self._may_name(start, end):
                yield start, end

    @cached_property
    def _title_ends(self) -> frozenset[str]:
        words = source_words()
        return words.heads | words.male | words.female | words.neutral

    def _speaking(self, span: Span) -> Run | None:
        """Give the two words or more that are all of a source's core and no entity of a body."""
        core = phrase_of(self.parsed, span).core
        core = core[:-1] if core[-1].tag == "POS" and len(core) > 1 else core
        owners = [place for place, word in enumerate(core) if _introduces(word)]
        core = core[owners[-1] + 1 :] if owners else core
        run = (core[0].at, core[-1].at + 1) if core else (0, 0)
        if not 2 <= run[1] - run[0] <= NAME_MAX or self._run_end(run[0]) != run[1]:
            return None
        kinds = {word.entity for word in self.parsed.words[slice(*run)]}
        person = around(self.parsed, *run)
        free = kinds <= {"", "PERSON", "WORK_OF_ART"} or (person.heads and "ORG" not in kinds)
        behind = [word.lower for word in self.parsed.words[run[1] : run[1] + 2]]
        told = free or person.age or behind == [",", "who"]  # `Ann Lee, 41,` is nobody else
        return run if told and self._may_name(*run) else None

    def _run_end(self, start: int) -> int:
        """Give the end of the capitalised words that begin here, in one sentence."""
        words, end = self.parsed.words, start
        while end < len(words) and words[end].sentence == words[start].sentence:
            word = words[end]
            name = word.text[0].isupper() and word.pos in {"PROPN", "NOUN"} and word.tag != "NNPS"
            name = name or (start < end and self._is_particle(end))
            if not name or word.entity in {"DATE", "TIME"}:
                break
            end += 1
        return end

    def _is_particle(self, at: int) -> bool:
        """Tell a word in small letters inside a name: `Idar [ag] Sidi`, not `Lee [of] Norway`."""
        text, following = self.parsed.words[at].text, self.parsed.words[at + 1 : at + 2]
        return text in PARTICLES - {"of"} and bool(following) and following[0].text[0].isupper()

    def _may_name(self, start: int, end: int) -> bool:
        """Tell whether a run can be a name: no word of it is a body's, an office's or a place's."""
        words = self.parsed.words[start:end]
        lists = source_words()
        common = lists.bodies | lists.documents | lists.media | lists.mastheads
        text = " ".join(word.lower for word in words)
        known = (metonyms(), countries(), places(), ambiguous())
        shouted = all(word.text.isupper() for word in words)
        alone = all(word.text.replace(".", "").replace("’", "").isalpha() for word in words)
        return (
            alone
            and not shouted
            and end - start <= NAME_MAX
            and not {word.lower for word in words} & common
            and not any(is_person_noun(word) for word in words)
            and not any(word.lower in title_words() for word in words[1:])
            and not any(text in table for table in known)
        )


def _introduces(word: Word) -> bool:
    """Tell what stands before a name: an owner or a noun for a person, `the Post’s [Ann Lee]`."""
    return word.tag == "POS" or is_person_noun(word)


def _past_hyphen(words: Sequence[Word], end: int) -> int:
    """Give the end of a name that the entity finder breaks at its hyphen: `Ann [Lee-Roe]`."""
    if end + 1 >= len(words) or words[end].tag != "HYPH":
        return end
    first, second = words[end - 1], words[end + 1]
    joined = first.end == words[end].start == second.start - 1
    return end + 2 if joined and second.text[0].isupper() and second.pos == "PROPN" else end


def _is_name(words: Sequence[Word], at: int) -> bool:
    word, given = words[at], words[at].pos == "PROPN" and words[at - 1].tag == "HYPH"  # `Tae-yong`
    return given or word.text[0].isupper() or word.lower in PARTICLES or word.text == "-"


def _goes_on(parsed: Parsed, end: int) -> bool:
    """Tell whether a body's name goes on here: `General Motors [of Canada]`."""
    return bool(parsed.words[end].entity) and not parsed.words[end].begins_entity
