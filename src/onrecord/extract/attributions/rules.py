"""Attributions by rule: the first finder, behind the interface that a trained one will take."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from onrecord.extract.attributions.conditions import is_hypothetical
from onrecord.extract.attributions.cues import UNDOING, Cue, find_cues, lexicon
from onrecord.extract.attributions.nouns import noun_attribution
from onrecord.extract.attributions.other import (
    according_to,
    agentless,
    headlines,
    in_capitals,
    named_by_colon,
    unclear,
)
from onrecord.extract.attributions.passives import is_hearsay, passives
from onrecord.extract.attributions.quoted import QuotedSpeech, Speech, speech_spans
from onrecord.extract.attributions.refusals import refusals
from onrecord.extract.attributions.reported import (
    before_frame,
    clause_span,
    completions,
    contents_of,
)
from onrecord.extract.attributions.sources import RELATIVES, is_asked, source_of, source_span
from onrecord.extract.attributions.texts import texts
from onrecord.extract.findings import Attribution
from onrecord.extract.intervals import Intervals
from onrecord.extract.language import Parsed, Word
from onrecord.extract.quotes import Quote
from onrecord.extract.words import frame_words
from onrecord.record import Span


class RuleFinder:
    """Finds attributions by cue lexicon, quotation marks and grammar."""

    name = "rules/1"

    def find(self, parsed: Parsed, quotes: tuple[Quote, ...]) -> tuple[Attribution, ...]:
        """Give the attributions of a document in text order."""
        cues = list(find_cues(parsed))
        speeches = QuotedSpeech(parsed, quotes, cues).find()
        spoken = Intervals(speech_spans(speeches), lambda span: span)
        marks = Intervals(quotes, lambda quote: quote.span)
        frames = {speech.cue.span for speech in speeches if speech.cue}
        outside = [
            cue
            for cue in _bounded(cues)
            if cue.span not in frames
            and not spoken.meeting(cue.span)
            and not _in_capitals(parsed, cue)
        ]
        found = [
            *_direct(parsed, speeches),
            *(found for cue in outside for found in _reported(parsed, cue)),
            *according_to(parsed),
            *agentless(parsed),
            *headlines(parsed),
            *unclear(parsed),
            *refusals(parsed),
            *passives(parsed),
            *texts(parsed),
            *named_by_colon(parsed),
        ]
        closed = (_with_marks(item, marks) for item in found)
        return tuple(sorted(_apart(closed), key=lambda item: (item.first, item.content)))


CUES_MAX = 60
"""Cues of one sentence that are followed: a sentence with more was written to stop a machine."""


def _bounded(cues: Iterable[Cue]) -> Iterator[Cue]:
    counts: Counter[int] = Counter()
    for cue in cues:
        counts[cue.word.sentence] += 1
        if counts[cue.word.sentence] <= CUES_MAX:
            yield cue


def _in_capitals(parsed: Parsed, cue: Cue) -> bool:
    return in_capitals(parsed, parsed.sentences[cue.word.sentence])


def _direct(parsed: Parsed, speeches: Sequence[Speech]) -> Iterator[Attribution]:
    for speech in speeches:
        if speech.cue is None:
            continue
        quotes = tuple(quote.span for quote in speech.quotes)
        source = _source(parsed, speech.cue, quotes)
        yield Attribution(source, speech.cue.span, quotes, "quoted", 0.9 if source else 0.5)


def _source(parsed: Parsed, cue: Cue, spoken: Sequence[Span]) -> Span | None:
    head = source_of(parsed, cue.word)
    if head is None or any(span.meets(Span(head.start, head.end)) for span in spoken):
        return None
    return source_span(parsed, head, cue.span)


INSIDE = frozenset({"i", "we", "you"})
"""Persons of the talk itself: outside quotation marks they stand in somebody's words already."""


def _reported(parsed: Parsed, cue: Cue) -> Iterator[Attribution]:
    """Find what a cue outside quotations reports in a clause of its sentence."""
    if _says_nothing(parsed, cue) or _covered_by_noun(parsed, cue) or _refuses(parsed, cue):
        return
    if cue.word.pos == "NOUN":
        yield from _by_noun(parsed, cue)
        return
    source = _source(parsed, cue, ())
    if source and parsed.text[source.start : source.end].lower() in INSIDE:
        return
    avoid = [span for span in (source, cue.span) if span]
    heads = contents_of(parsed, cue)
    if cue.word.lemma in UNDOING and any(head.lemma in lexicon().verbs for head in heads):
        return  # `refused to rule out a strike` is told by `rule out`
    heads = tuple(
        dict.fromkeys(h for head in heads for h in (head, *completions(parsed, cue, head)))
    )
    content = tuple(span for head in heads for span in _clause(parsed, cue, head, avoid))
    if content and _on_ground_rules(parsed, content):
        return
    if content:
        yield Attribution(source, cue.span, _merged(content), "clause", 0.7 if source else 0.4)
    elif "clause" in cue.entry.takes and cue.word.pos != "NOUN" and not cue.entry.attitude:
        main = before_frame(parsed, cue, source)
        if main and source:
            yield Attribution(source, cue.span, main, "frame", 0.6)


def _clause(parsed: Parsed, cue: Cue, head: Word, avoid: list[Span]) -> tuple[Span, ...]:
    """Give the stretches of a clause; `which` stands with the words that it goes back to."""
    above = parsed.head(cue.word)
    if head.lower in RELATIVES and cue.word.dep == "relcl" and above and above.at < head.at:
        start = source_span(parsed, above, cue.span).start
        return (Span(start, head.end),)
    return clause_span(parsed, head, avoid)


def _on_ground_rules(parsed: Parsed, content: Sequence[Span]) -> bool:
    """Tell whether a source only asks not to be named: a ground rule, no statement."""
    return (
        parsed.text[content[0].start : content[-1].end]
        .lower()
        .startswith(tuple(frame_words("ground_rules")))
    )


def _says_nothing(parsed: Parsed, cue: Cue) -> bool:
    """Tell whether a cue is a condition, the reporter's question, or has a rule of its own."""
    return (
        is_hypothetical(parsed, cue.word)
        or is_asked(parsed, cue.word)
        or is_hearsay(parsed, cue.word)
    )


def _covered_by_noun(parsed: Parsed, cue: Cue) -> bool:
    """Tell whether the verb only carries a noun of saying: `repeated his view that …`."""
    nouns = lexicon().nouns
    return any(
        child.dep == "dobj" and child.lemma in nouns and contents_of(parsed, _noun_cue(child))
        for child in parsed.children(cue.word)
    )


def _refuses(parsed: Parsed, cue: Cue) -> bool:
    """Tell whether a cue is part of a refusal to answer, which has a rule of its own."""
    above = parsed.head(cue.word) if cue.word.dep == "xcomp" else cue.word
    verb = cue.word if cue.word.lemma in frame_words("refusing") else above
    if verb is None or verb.lemma not in frame_words("refusing"):
        return False
    return any(
        c.dep == "xcomp" and c.lemma in frame_words("answering") for c in parsed.children(verb)
    )


def _noun_cue(word: Word) -> Cue:
    return Cue(word, Span(word.start, word.end), lexicon().nouns[word.lemma])


def _by_noun(parsed: Parsed, cue: Cue) -> Iterator[Attribution]:
    source, span = noun_attribution(parsed, cue)
    heads = contents_of(parsed, cue)
    content = tuple(s for head in heads for s in clause_span(parsed, head, [span]))
    if content:
        yield Attribution(source, span, _merged(content), "noun", 0.6 if source else 0.3)


def _merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Join spans that touch or overlap, in text order."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end + 1:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


QUOTE_REACH = 200
"""Code points by which a clause that the parser cuts inside a quotation is widened to its end."""
MARK_REACH = 3
"""Code points between the end of a clause and the mark that closes its quotation: `hours.”`."""


def _with_marks(item: Attribution, quotes: Intervals[Quote]) -> Attribution:
    """Give the attribution with the quotation marks that its content's ends stand at."""
    return replace(item, content=tuple(_marked(span, quotes) for span in item.content))


def _marked(span: Span, quotes: Intervals[Quote]) -> Span:
    start, end = span
    for quote in quotes.meeting(Span(start - 1, end)):
        reach = QUOTE_REACH if quote.closed else MARK_REACH
        if span.start <= quote.span.start < span.end < quote.span.end <= span.end + reach:
            end = quote.span.end
        if quote.span.start < span.start <= quote.inner.start + 1 and quote.span.end <= end:
            start = quote.span.start
    return Span(start, end)


def _apart(found: Iterable[Attribution]) -> Iterator[Attribution]:
    """Leave out what another rule found with the same content."""
    seen: set[tuple[Span, ...]] = set()
    for item in found:
        if item.content not in seen:
            seen.add(item.content)
            yield item
