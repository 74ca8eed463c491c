"""How the words of a statement are given: in quotation marks wholly, partly, or not at all."""

from collections.abc import Sequence

from onrecord.extract.intervals import Intervals
from onrecord.extract.quotes import Quote
from onrecord.record import Form, Span, SpeechAct

REFUSALS = frozenset({SpeechAct.DECLINE_TO_COMMENT, SpeechAct.NO_POSITION})


def quoted_in(content: Sequence[Span], quotes: Intervals[Quote]) -> tuple[Span, ...]:
    """Give the quotations inside a content, marks included, cut to it."""
    found = []
    for part in content:
        for quote in quotes.meeting(part):
            cut = Span(max(part.start, quote.span.start), min(part.end, quote.span.end))
            if cut.end - cut.start > 1:
                found.append(cut)
    return tuple(found)


def form_of(text: str, content: Sequence[Span], quoted: Sequence[Span], act: SpeechAct) -> Form:
    """Give the form of a content; punctuation and spaces outside the marks do not count.

    >>> form_of("“We agree”", [Span(0, 10)], [Span(0, 10)], SpeechAct.STATE)
    <Form.DIRECT: 'direct'>
    """
    if act in REFUSALS:
        return Form.NO_COMMENT
    if not quoted:
        return Form.INDIRECT
    inside = {at for span in quoted for at in range(*span)}
    outside = (at for part in content for at in range(*part) if at not in inside)
    return Form.MIXED if any(text[at].isalnum() for at in outside) else Form.DIRECT
