"""How the words of a statement are given: in quotation marks wholly, partly, or not at all."""

from collections.abc import Sequence

from onrecord.extract.intervals import Intervals
from onrecord.extract.quotes import Quote
from onrecord.extract.speech_acts import Act
from onrecord.record import Form, Span


def quoted_in(content: Sequence[Span], quotes: Intervals[Quote]) -> tuple[Span, ...]:
    """Give the quotations inside a content, marks included, cut to it."""
    found = []
    for part in content:
        for quote in quotes.meeting(part):
            cut = Span(max(part.start, quote.span.start), min(part.end, quote.span.end))
            if cut.end - cut.start > 1:
                found.append(cut)
    return tuple(found)


def form_of(text: str, content: Sequence[Span], quoted: Sequence[Span], act: Act) -> Form:
    """Give the form of a content; punctuation and spaces outside the marks do not count.

    Where the cue tells that nothing was said, the content is the question: no comment. Who says
    `“I have nothing to add”` is quoted like anybody else.
    """
    if act.silent:
        return Form.NO_COMMENT
    if not quoted:
        return Form.ATTITUDE if act.attitude else Form.INDIRECT
    inside = {at for span in quoted for at in range(*span)}
    outside = (at for part in content for at in range(*part) if at not in inside)
    return Form.MIXED if any(text[at].isalnum() for at in outside) else Form.DIRECT
