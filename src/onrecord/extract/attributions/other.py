"""Attributions without a verb of saying: `according to X`, `X: …`, `reportedly`, headlines."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from onrecord.extract.attributions.cues import lexicon
from onrecord.extract.attributions.quoted import paragraph_spans
from onrecord.extract.attributions.sources import source_span
from onrecord.extract.findings import Attribution
from onrecord.extract.language import Parsed, Sentence, Word
from onrecord.extract.speakers.wordlists import source_words
from onrecord.extract.words import frame_words
from onrecord.record import ParagraphKind, Span

SPEAKER = re.compile(r"(?P<name>[A-Z][\w.’'-]*(?: (?:[A-Z][\w.’'-]*|of|for|the)){0,5})(?P<cue>:) ")
"""`WALLACE: …`, `Foreign Minister Ann Lee: …` at the beginning of a paragraph."""


def according_to(parsed: Parsed) -> Iterator[Attribution]:
    """Find `…, according to X` and `According to X, …`; the content is the rest of the sentence."""
    for word in parsed.words[:-1]:
        to = parsed.words[word.at + 1]
        if word.lower != "according" or to.lower != "to" or word.sentence != to.sentence:
            continue
        cue = Span(word.start, to.end)
        objects = [w for at in (to, word) for w in parsed.children(at) if w.dep == "pobj"]
        if not objects:
            continue
        source = source_span(parsed, objects[0], cue)
        content = _rest(parsed, parsed.sentences[word.sentence], Span(cue.start, source.end))
        if content:
            yield Attribution(source, cue, content, "according-to", 0.8)


def _rest(parsed: Parsed, sentence: Sentence, frame: Span) -> tuple[Span, ...]:
    """Give the parts of a sentence before and after a frame, without punctuation at their ends."""
    words = parsed.of(sentence)
    before = [word for word in words if word.end <= frame.start]
    after = [word for word in words if word.start >= frame.end]
    return tuple(span for part in (before, after) if (span := _trim(part)))


def _trim(words: Sequence[Word]) -> Span | None:
    kept = [
        word
        for word in words
        if word.pos not in {"PUNCT", "SPACE", "CCONJ"} or word.text in "“”\"'‘’"
    ]
    return Span(kept[0].start, kept[-1].end) if len(kept) > 2 else None


def unclear(parsed: Parsed) -> Iterator[Attribution]:
    """Find `it remains unclear whether …`: the reporter's own voice, without a source."""
    for word in parsed.words:
        verb = parsed.head(word)
        if (
            word.lower not in frame_words("unclear")
            or verb is None
            or verb.lemma not in {"be", "remain"}
        ):
            continue
        clauses = [c for at in (verb, word) for c in parsed.children(at) if c.dep == "ccomp"]
        for clause in clauses[:1]:
            words = parsed.subtree(clause)
            cue = Span(verb.start, word.end)
            if words[0].lower in {"whether", "if"}:
                cue, words = Span(verb.start, words[0].end), words[1:]
            yield Attribution(None, cue, (Span(words[0].start, words[-1].end),), "unclear", 0.7)


def named_by_colon(parsed: Parsed) -> Iterator[Attribution]:
    """Find `NAME: words` at the beginning of a paragraph, as transcripts and headlines print it."""
    found = [
        (match, paragraph)
        for paragraph in paragraph_spans(parsed)
        if (match := SPEAKER.match(parsed.text, paragraph.start, paragraph.end))
    ]
    labels = Counter(match["name"] for match, _ in found)
    for match, paragraph in found:
        source = Span(*match.span("name"))
        if match.end() < paragraph.end and _names(parsed, source, labels[match["name"]]):
            content = Span(match.end(), paragraph.end)
            yield Attribution(source, Span(*match.span("cue")), (content,), "speaker-colon", 0.6)


def _names(parsed: Parsed, label: Span, times: int) -> bool:
    """Tell a speaker from a label such as `Deadline:`.

    A person, an office, a name in capitals, a name before quotation marks, or who speaks again.
    """
    words = parsed.within(label)
    lower = [word.lower for word in words]
    if not words or {lower[0], lower[-1]} & frame_words("no_speaker"):
        return False
    offices = {office[-1] for office in source_words().offices}
    person = any(word.entity == "PERSON" for word in words) or bool(set(lower) & offices)
    label_text = parsed.text[label.start : label.end]
    shouted = label_text.isupper() and len(label_text) > LITTLE
    quotes = parsed.text[label.end + 1 : label.end + 3].strip()[:1] in {"“", "‘", '"', "'"}
    return person or shouted or quotes or (times > 1 and words[-1].pos in {"PROPN", "NOUN"})


def agentless(parsed: Parsed) -> Iterator[Attribution]:
    """Find `reportedly` and its like: said by nobody who is named."""
    for word in parsed.words:
        if word.lower in frame_words("agentless"):
            head = parsed.head(word)
            words = parsed.subtree(head) if head else []
            run = [w for w in words if w.sentence == word.sentence and w.at != word.at]
            if span := _trim(run):
                halves = (Span(span.start, word.start), Span(word.end, span.end))
                parts = tuple(s for half in halves if (s := _stripped(parsed.text, half)))
                yield Attribution(None, Span(word.start, word.end), parts, "agentless", 0.4)


def _stripped(text: str, span: Span) -> Span | None:
    """Give a stretch without white space and commas at its ends, None if little is left."""
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip(" ,"))
    end = span.end - (len(words) - len(words.rstrip(" ,")))
    return Span(start, end) if end - start > 2 else None


def in_capitals(parsed: Parsed, sentence: Sentence) -> bool:
    """Tell whether a sentence is a headline in capitals (`X Says Y`), which misleads the parser."""
    if sentence.kind is not ParagraphKind.HEADLINE:
        return False
    long = [word for word in parsed.of(sentence) if len(word.text) > LITTLE and word.text.isalpha()]
    return sum(word.text[0].isupper() for word in long) > CAPITALS * len(long)


LITTLE, CAPITALS = 3, 0.7
"""Words of up to three letters stay small in headlines; of the longer ones more than this share
begin with a capital where the house style wants capitals."""


def headlines(parsed: Parsed) -> Iterator[Attribution]:
    """Find `X Says Y` and `X Threatens to Y` in headlines printed in capitals."""
    verbs = lexicon().verbs
    for sentence in parsed.sentences:
        if not in_capitals(parsed, sentence):
            continue
        words = [word for word in parsed.of(sentence) if word.pos != "SPACE"]
        for place, word in enumerate(words[1:-1], 1):
            entry = verbs.get(_stem(word))
            if not entry or not word.text[0].isupper():
                continue
            to = words[place + 1].lower == "to" and "infinitive" in entry.takes
            if ("clause" in entry.takes and not entry.attitude and _finite(word)) or to:
                yield from _headline(words, place)
                break


def _finite(word: Word) -> bool:
    """Tell `Says` from the plural noun `Reports`: tagged as a verb, or as part of a name."""
    return word.pos in {"VERB", "PROPN", "AUX"}


def _stem(word: Word) -> str:
    """Give the dictionary form of a headline's verb: `Says`, `Warns`, `Denies`, `Said`."""
    lower = word.lower
    if lower in lexicon().verbs:
        return lower
    if lower.endswith("ies"):
        return lower[:-3] + "y"
    return {"said": "say"}.get(lower, lower[:-1] if lower.endswith("s") else "")


def _headline(words: Sequence[Word], place: int) -> Iterator[Attribution]:
    source = Span(words[0].start, words[place - 1].end)
    parts = _joined(words[place:])
    for part in parts:
        cue, rest = part[0], part[1:]
        if rest:
            content = Span(rest[0].start, rest[-1].end)
            yield Attribution(source, Span(cue.start, cue.end), (content,), "headline", 0.7)


def _joined(words: Sequence[Word]) -> list[list[Word]]:
    """Split `Says A But Warns B` into its two verbs with what follows them."""
    parts: list[list[Word]] = [[]]
    for word, following in zip(words, [*words[1:], None], strict=True):
        cue = following is not None and _stem(following) in lexicon().verbs
        if word.lower in {"but", "and", ","} and cue:
            parts.append([])
        elif not (word.lower in {"but", "and"} and not parts[-1]):
            parts[-1].append(word)
    return [part for part in parts if part]
