"""Refusals to answer: `Asked whether X, the spokesman declined to answer`, `would not say when`."""

from collections.abc import Iterator

from onrecord.extract.attributions.reported import clause_span
from onrecord.extract.attributions.sources import source_of, source_span
from onrecord.extract.findings import Attribution
from onrecord.extract.language import Parsed, Word
from onrecord.extract.words import frame_words
from onrecord.record import Span


def refusals(parsed: Parsed) -> Iterator[Attribution]:
    """Find refusals to answer; the content is the question, where the text gives it."""
    for word in parsed.words:
        if word.lemma not in frame_words("refusing"):
            continue
        for answer in parsed.children(word):
            if answer.dep == "xcomp" and answer.lemma in frame_words("answering"):
                yield from _refusal(parsed, word, answer)


def _refusal(parsed: Parsed, verb: Word, answer: Word) -> Iterator[Attribution]:
    cue = Span(verb.start, answer.end)
    head = source_of(parsed, verb)
    source = source_span(parsed, head, cue) if head else None
    question = _question(parsed, verb, answer)
    content = clause_span(parsed, question, [cue]) if question else ()
    if content and source:
        yield Attribution(source, cue, content, "refusal", 0.8)


def _about(parsed: Parsed, word: Word) -> bool:
    """Tell `[comment] on the plan` from `[comment] on Monday`."""
    objects = [child for child in parsed.children(word) if child.dep in {"pobj", "pcomp"}]
    return word.lower in {"on", "about"} and not any(c.entity in {"DATE", "TIME"} for c in objects)


def _question(parsed: Parsed, verb: Word, answer: Word) -> Word | None:
    """Give what was asked: the clause or object of the answer, else that of `Asked whether …`."""
    own = [c for c in parsed.children(answer) if c.dep in {"ccomp", "dobj"} or _about(parsed, c)]
    asked = [
        c
        for clause in parsed.children(verb)
        if clause.lemma in {"ask", "question", "press"}
        for c in parsed.children(clause)
        if c.dep == "ccomp" or _about(parsed, c)
    ]
    return next(iter([*own, *asked]), None)
