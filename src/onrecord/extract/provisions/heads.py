"""Heads: nouns that stand for a plan or a part of it, of which verbs can tell what it says."""

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.extract.language import Parsed, Sentence, Word
from onrecord.extract.matters import Matters, PlanReference, instruments, phrase_before
from onrecord.extract.provisions.lexicon import listed
from onrecord.record import ParagraphKind, Span

FAR = 600
"""Code points that a part of a text goes back at most to the text: about three sentences."""
READ = frozenset({ParagraphKind.BODY, ParagraphKind.HEADLINE})
COUNTED = 4
"""Sentences that go on with `One would …`, `Another would …`."""
UP = 6
"""Words before a plan among which its part stands: `points 3 and 4 of the plan`."""


@dataclass(frozen=True, slots=True)
class Head:
    """A noun that stands for a plan, the words `[first, at]`; `number` is that of a point.

    `subject` tells whether a verb behind it can be its own: not in `rejected the plan`.
    """

    at: int
    first: int
    plan: PlanReference
    sentence: Sentence
    subject: bool
    number: int | None = None

    @property
    def last(self) -> int:
        """The place behind the noun, and behind the number of a point."""
        return self.at + 1 + (self.number is not None)


def heads(parsed: Parsed, matters: Matters) -> Iterator[Head]:
    """Give the heads of a document: texts, their parts, and `It` at the start of a sentence."""
    taken = set()
    for reference in matters.plans.references:
        taken.add(reference.mention.head)
        first = parsed.word_at(reference.span.start).at
        yield from _made(parsed, reference.mention.head, first, reference)
    parts = listed("nouns", "parts")
    for word in parsed.words:
        if word.lemma in parts and word.pos in {"NOUN", "PROPN"} and word.at not in taken:
            near = matters.plan_of(Span(word.start, word.end))
            if near and 0 <= word.start - near.span.end <= FAR:
                first = phrase_before(parsed, word)[0].at
                yield from _made(parsed, word.at, first, near)
    yield from _introduced(parsed, matters)
    yield from _taken_up(parsed, matters)


def _introduced(parsed: Parsed, matters: Matters) -> Iterator[Head]:
    """Give nouns that bring in a text of which more is said: `a deal that would free …`."""
    known, taken = instruments(), {ref.mention.head for ref in matters.plans.references}
    for word in parsed.words:
        if word.lemma in known and word.pos == "NOUN" and word.at not in taken:
            behind = parsed.words[word.at + 1 : word.at + 2]
            later = _same_text(matters, word)
            if behind and behind[0].pos not in {"NOUN", "PROPN"} and later:
                first = phrase_before(parsed, word)[0].at
                yield from _made(parsed, word.at, first, later)


def _same_text(matters: Matters, word: Word) -> PlanReference | None:
    """Give the text that is called so further on, or was before."""
    near = (matters.plans.after(word.start), matters.plans.before(word.start))
    instrument = instruments()[word.lemma]
    return next((ref for ref in near if ref and ref.mention.instrument == instrument), None)


def _taken_up(parsed: Parsed, matters: Matters) -> Iterator[Head]:
    """Give `It` where the sentence before it speaks of a text: `It would also require …`."""
    for before, sentence in zip(parsed.sentences, parsed.sentences[1:], strict=False):
        word = parsed.words[sentence.first]
        if word.lower in {"it", "this"} and before.paragraph >= sentence.paragraph - 1:
            near = matters.plans.before(word.start)
            if near and near.span.start >= parsed.words[before.first].start:
                yield from _made(parsed, word.at, word.at, near)
    yield from _counted(parsed, matters)


def _counted(parsed: Parsed, matters: Matters) -> Iterator[Head]:
    """Give `One` and `Another` behind a sentence that counts points: `It lists five. [One]`."""
    plan, sentences = None, 0
    for sentence in parsed.sentences:
        word = parsed.words[sentence.first]
        if plan and sentences < COUNTED and word.lower in {"one", "another"}:
            sentences += 1
            yield from _made(parsed, word.at, word.at, plan)
            continue
        words = parsed.of(sentence)
        parts = [w for w in words if w.lemma in listed("nouns", "parts") and w.tag == "NNS"]
        near = matters.plan_of(Span(parts[-1].start, parts[-1].end)) if parts else None
        plan, sentences = near, 0


def _made(parsed: Parsed, at: int, first: int, plan: PlanReference) -> Iterator[Head]:
    sentence = parsed.sentences[parsed.words[at].sentence]
    if sentence.kind not in READ or not sentence.first <= first <= at < sentence.last:
        return
    number = _number(parsed, at, sentence)
    yield Head(at, first, plan, sentence, _can_be_subject(parsed, first, sentence), number)


def _number(parsed: Parsed, at: int, sentence: Sentence) -> int | None:
    behind = parsed.words[at + 1].text if at + 1 < sentence.last else ""
    point = parsed.words[at].lemma in {"point", "article", "clause", "paragraph"}
    return int(behind) if point and behind.isdecimal() and len(behind) < 4 else None


def _can_be_subject(parsed: Parsed, first: int, sentence: Sentence) -> bool:
    """Tell whether a noun phrase can be a subject: no preposition, no verb stands before it."""
    before = parsed.words[max(sentence.first, first - UP) : first]
    if not before:
        return True
    last = before[-1]
    if last.lower == "of":
        return any(word.lemma in listed("nouns", "copies") for word in before)
    return not (_is_preposition(last) or _takes_object(last))


def _is_preposition(word: Word) -> bool:
    return word.tag == "TO" or (word.tag == "IN" and word.lower not in {"that", "because", "as"})


def _takes_object(word: Word) -> bool:
    return word.pos == "VERB" and word.lemma not in {"say", "add", "believe", "think", "argue"}
