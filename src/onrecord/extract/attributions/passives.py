"""Hearsay and the reporter's own forecasts: `is said to have left`, `is scheduled to travel`."""

from collections.abc import Iterator

from onrecord.extract.attributions.reported import clause_span
from onrecord.extract.attributions.sources import source_span
from onrecord.extract.findings import Attribution
from onrecord.extract.language import Parsed, Word
from onrecord.extract.words import frame_words
from onrecord.record import Span


def is_hearsay(parsed: Parsed, verb: Word) -> bool:
    """Tell whether a verb is a passive of saying without an agent: `is said to …`."""
    children = parsed.children(verb)
    deps = {child.dep for child in children}
    if verb.lemma not in frame_words("hearsay") or "agent" in deps or verb.tag != "VBN":
        return False
    return bool(deps & {"auxpass"}) and "nsubjpass" in deps and bool(_said(parsed, verb))


def passives(parsed: Parsed) -> Iterator[Attribution]:
    """Find what is said by nobody in particular, and what the reporter expects."""
    for word in parsed.words:
        if is_hearsay(parsed, word) or _is_forecast(parsed, word):
            yield from _attribution(parsed, word)


def _is_forecast(parsed: Parsed, word: Word) -> bool:
    """Tell `[are] likely [to …]`: an adjective after `be` with an infinitive."""
    verb = parsed.head(word)
    after_be = word.dep == "acomp" and verb is not None and verb.lemma == "be"
    return word.lower in frame_words("forecast") and after_be and bool(_said(parsed, word))


def _attribution(parsed: Parsed, word: Word) -> Iterator[Attribution]:
    verb = word if word.tag == "VBN" and word.dep != "acomp" else parsed.head(word) or word
    subject = next((c for c in parsed.children(verb) if c.dep in {"nsubjpass", "nsubj"}), None)
    said = _said(parsed, word)[0]
    if subject is None or subject.at > word.at:
        return
    first = min([verb, word, *(c for c in parsed.children(verb) if c.dep in {"aux", "auxpass"})])
    cue = Span(first.start, word.end)
    content = (source_span(parsed, subject, cue), *clause_span(parsed, said, [cue]))
    yield Attribution(None, cue, tuple(sorted(content)), "hearsay", 0.5)


def _said(parsed: Parsed, word: Word) -> list[Word]:
    """Give the infinitive that is said of the subject: `[is said] to have left`."""
    return [
        child
        for child in parsed.children(word)
        if child.dep == "xcomp" and any(c.tag == "TO" for c in parsed.children(child))
    ]
