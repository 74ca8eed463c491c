"""Texts that speak: `the draft would require Lemesh to withdraw`, `under the plan, …`."""

from collections.abc import Iterator

from onrecord.extract.attributions.conditions import is_hypothetical
from onrecord.extract.attributions.reported import clause_span
from onrecord.extract.attributions.sources import source_span
from onrecord.extract.findings import Attribution
from onrecord.extract.language import Parsed, Word
from onrecord.extract.words import frame_words
from onrecord.record import Span

RIGHT = frozenset({"dobj", "xcomp", "ccomp", "prep", "advcl"})


def texts(parsed: Parsed) -> Iterator[Attribution]:
    """Find what a text lays down: the text is the source, the verb the cue."""
    for word in parsed.words:
        if (
            word.lemma not in frame_words("ruling")
            or word.pos not in {"VERB", "AUX"}
            or word.dep == "relcl"
        ):
            continue
        subject = next((c for c in parsed.children(word) if c.dep == "nsubj"), None)
        if subject and subject.lemma in frame_words("texts") and not is_hypothetical(parsed, word):
            yield from _laid_down(parsed, word, subject)


def _goes_on(parsed: Parsed, word: Word) -> bool:
    """Tell a further duty that the parser made a second verb: `require Lemesh to leave, pay`."""
    return (
        word.dep == "conj"
        and word.tag == "VB"
        and not any(child.dep == "nsubj" for child in parsed.children(word))
    )


def _laid_down(parsed: Parsed, verb: Word, subject: Word) -> Iterator[Attribution]:
    children = parsed.children(verb)
    first = min([verb, *(c for c in children if c.dep in {"aux", "neg"})])
    cue = Span(first.start, verb.end)
    heads = [c for c in children if c.at > verb.at and (c.dep in RIGHT or _goes_on(parsed, c))]
    content = [span for head in heads for span in clause_span(parsed, head, [cue])]
    if content:
        whole = Span(content[0].start, content[-1].end)
        yield Attribution(source_span(parsed, subject, cue), cue, (whole,), "text", 0.6)
