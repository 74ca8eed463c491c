"""Words in quotation marks and the clause that says whose they are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from onrecord.extract.attributions.cues import Cue
from onrecord.extract.intervals import Intervals
from onrecord.extract.language import Parsed
from onrecord.extract.quotes import Quote
from onrecord.record import Span

REACH = 160
"""Code points between a quotation and its cue: `…,” the minister for X, who …, told Y`."""
TOUCHING = 2
"""Code points between a cue and the marks that follow it: a space, a colon."""
MIN_WORDS = 3
"""Words that make a quotation speech even where no comma or cue touches it."""


@dataclass
class Speech:
    """Quotations that belong to one cue; `cue` is None until one is found."""

    cue: Cue | None
    quotes: list[Quote] = field(default_factory=list)


class QuotedSpeech:
    """Pairs the quotations of a document with their cues."""

    def __init__(self, parsed: Parsed, quotes: Sequence[Quote], cues: Sequence[Cue]) -> None:
        self.parsed = parsed
        self.quotes = quotes
        self._marks = Intervals(quotes, lambda quote: quote.span)
        outside = (cue for cue in cues if not self._marks.meeting(cue.span) and _opens_speech(cue))
        self.cues = Intervals(outside, lambda cue: cue.span)
        self._paragraphs = Intervals(paragraph_spans(parsed), lambda span: span)

    def find(self) -> list[Speech]:
        """Give each cue with its quotations; a quotation without a cue continues the one before."""
        found: list[Speech] = []
        for quote in self.quotes:
            if found and self._goes_on(found[-1], quote):
                found[-1].quotes.append(quote)
                continue
            if not self.is_speech(quote):
                continue
            cue = self._cue_touching(quote) or self._cue_after(quote) or self._cue_before(quote)
            last = found[-1] if found else None
            if last and (cue is None or _same(cue, last.cue)) and self._continues(last, quote):
                last.quotes.append(quote)
            elif cue:
                found.append(Speech(cue, [quote]))
        return found

    def _goes_on(self, last: Speech, quote: Quote) -> bool:
        """Tell `“The tariff,” she said, “was never agreed.”`: one sentence, cut by its cue."""
        previous = last.quotes[-1]
        between = self.parsed.text[previous.span.end : quote.span.start]
        ended = self.parsed.text[previous.inner.start : previous.inner.end].rstrip()
        inner = self.parsed.text[quote.inner.start : quote.inner.end]
        framed = last.cue is not None and previous.span.end <= last.cue.span.start
        return (
            framed
            and inner[:1].islower()
            and ended.endswith(",")
            and between.rstrip().endswith(",")
            and not self._ends(previous.span.end, quote.span.start)
            and self._frame(previous) == self._frame(quote)
        )

    def is_speech(self, quote: Quote) -> bool:
        """Tell speech (`“We agree,” she said`) from words in a clause (`a “historic” deal`)."""
        inner = self.parsed.text[quote.inner.start : quote.inner.end].strip()
        if quote.continues:
            return True
        if inner and self._after_colon(quote):
            return True
        if len(inner.split()) < MIN_WORDS and not inner.endswith((",", "!", "?")):
            return False
        before = self.parsed.text[max(0, quote.span.start - 2) : quote.span.start].strip()
        if self._opens_paragraph(quote) or before.endswith(
            (":", ",", ".", "!", "?", "”", '"', ")")
        ):
            return inner[0].isupper() or inner.endswith(",") or inner[0] in "…[.("
        return self._cue_right_before(quote) is not None

    def _cue_right_before(self, quote: Quote) -> Cue | None:
        cue = self.cues.before(quote.span.start)
        return cue if cue and quote.span.start - cue.span.end <= TOUCHING else None

    def _after_colon(self, quote: Quote) -> bool:
        """Tell `he said: “No.”`: a cue, a colon, the words."""
        before = self.parsed.text[max(0, quote.span.start - 2) : quote.span.start].strip()
        return before == ":" and self._cue_before(quote) is not None

    def _opens_paragraph(self, quote: Quote) -> bool:
        return self._frame(quote).start == quote.span.start

    def _frame(self, quote: Quote) -> Span:
        """Give the paragraph of a quotation."""
        return self._paragraphs.at(quote.span.start) or quote.span

    def _cue_after(self, quote: Quote) -> Cue | None:
        """Give the cue of `“…,” he said`, before the next quotation and the sentence's end."""
        inner = self.parsed.text[quote.inner.start : quote.inner.end].rstrip()
        end = min(self._next_start(quote), self._frame(quote).end, quote.span.end + REACH)
        if not end or not inner.endswith((",", "?", "!", "—", "–", "-", "…", "'", "’", "...")):
            after = self.parsed.text[quote.span.end : quote.span.end + 1]
            if after not in {",", "–", "—"} and not self._starts_small(quote):
                return None
        cue = self.cues.after(quote.span.end)
        if cue is None or cue.span.start >= end or self._ends(quote.span.end, cue.span.start):
            return None
        return cue

    def _cue_touching(self, quote: Quote) -> Cue | None:
        """Give the cue right before the marks: `he said “in general we agree”`, `she said: “…”`."""
        if not self.parsed.text[quote.inner.start : quote.inner.end].strip()[:1].islower():
            return None
        return self._cue_right_before(quote)

    def _starts_small(self, quote: Quote) -> bool:
        """Tell whether the sentence goes on after the marks: `“No.” he said` and slips like it."""
        rest = self.parsed.text[quote.span.end : quote.span.end + 2].strip()
        return bool(rest) and rest[0].islower()

    def _cue_before(self, quote: Quote) -> Cue | None:
        """Give the cue of `He said: “…”`, the last one before the quotation in its sentence."""
        start = max(self._previous_end(quote), self._frame(quote).start)
        between = self.parsed.text[start : quote.span.start].rstrip()
        if not between or between.endswith((".", "!", "?")):
            return None
        cue = self.cues.before(quote.span.start)
        if cue is None or cue.span.start < start or self._ends(cue.span.end, quote.span.start):
            return None
        return cue

    def _ends(self, start: int, end: int) -> bool:
        """Tell whether a sentence ends between two places outside quotations."""
        text = self.parsed.text[start:end]
        return any(stop in text for stop in (". ", "! ", "? ", ".\n", "; "))

    def _next_start(self, quote: Quote) -> int:
        following = self._marks.after(quote.span.end + TOUCHING + 1)
        return following.span.start if following else len(self.parsed.text)

    def _previous_end(self, quote: Quote) -> int:
        previous = self._marks.before(quote.span.start)
        return previous.span.end if previous else 0

    def _continues(self, last: Speech, quote: Quote) -> bool:
        """Tell whether a quotation without a cue of its own goes on with the speech before it."""
        previous = last.quotes[-1]
        if quote.continues:
            return True
        same = self._frame(previous) == self._frame(quote)
        between = self.parsed.text[previous.span.end : quote.span.start]
        if same:
            return not between.strip() or self._only_frame(last, between)
        return self._opens_paragraph(quote) and "\n\n" in between and len(between.strip()) < 2

    def _only_frame(self, last: Speech, between: str) -> bool:
        """Tell whether no more than one sentence, the cue's, stands between two quotations."""
        cue = last.cue
        if cue is None or between.strip().rstrip(".,").count(". ") > 0:
            return False
        return (
            last.quotes[-1].span.end <= cue.span.start or last.quotes[0].span.start > cue.span.end
        )


def _opens_speech(cue: Cue) -> bool:
    """Tell whether a cue can stand beside spoken words: `said`, not `regards`, not `saw`."""
    return bool(cue.entry.takes & {"clause", "quote"}) and not cue.entry.attitude


def _same(one: Cue, other: Cue | None) -> bool:
    return other is not None and one.span == other.span


def paragraph_spans(parsed: Parsed) -> tuple[Span, ...]:
    """Give the stretches of the paragraphs, in order."""
    spans: dict[int, Span] = {}
    for sentence in parsed.sentences:
        here = parsed.span(sentence)
        start = spans.get(sentence.paragraph, here).start
        spans[sentence.paragraph] = Span(start, here.end)
    return tuple(spans.values())


def speech_spans(speeches: Sequence[Speech]) -> Iterator[Span]:
    """Give every stretch that is spoken words."""
    for speech in speeches:
        for quote in speech.quotes:
            yield quote.span
