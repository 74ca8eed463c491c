"""Nouns of saying: `issued a warning that …`, `reports that …`, `Ann Lee's claim that …`."""

from onrecord.extract.attributions.cues import Cue
from onrecord.extract.attributions.sources import source_of, source_span
from onrecord.extract.language import Parsed, Word
from onrecord.record import Span

SPEAKING = frozenset({"report", "rumour", "rumor", "statement", "message"})
"""Nouns that are the source themselves: `reports that the draft had leaked`."""


def noun_attribution(parsed: Parsed, cue: Cue) -> tuple[Span | None, Span]:
    """Give the source and the whole cue of a noun that takes a `that` clause."""
    verb = parsed.head(cue.word)
    if verb and cue.word.dep in {"dobj", "attr"} and verb.pos in {"VERB", "AUX"}:
        head = source_of(parsed, verb)
        span = Span(verb.start, cue.span.end) if verb.at < cue.word.at else cue.span
        if head:
            return source_span(parsed, head, span), span
    for child in parsed.children(cue.word):
        if child.dep == "poss":
            return source_span(parsed, child, cue.span), cue.span
        if child.dep in {"prep", "agent"} and child.lower in {"by", "from", "of"}:
            for below in parsed.children(child):
                if below.dep == "pobj" and below.entity in {"PERSON", "ORG", "GPE", "NORP"}:
                    return source_span(parsed, below, cue.span), cue.span
    if cue.word.lemma in SPEAKING:
        return _noun_itself(parsed, cue.word), cue.span
    return None, cue.span


def _noun_itself(parsed: Parsed, noun: Word) -> Span:
    """Give the noun with what stands before it: `several media reports`."""
    below = {word.at for word in parsed.subtree(noun) if word.at < noun.at}
    start = noun.at
    while start - 1 in below and parsed.words[start - 1].pos != "PUNCT":
        start -= 1
    return Span(parsed.words[start].start, noun.end)
