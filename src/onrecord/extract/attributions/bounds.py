"""Where a content must end, whatever the network says: headlines, labels, ground rules."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.extract.attributions.labels import label_cues
from onrecord.extract.findings import Attribution
from onrecord.extract.intervals import Intervals
from onrecord.extract.language import Parsed, Word
from onrecord.extract.words import frame_words
from onrecord.record import Paragraph, ParagraphKind, Span

APART = frozenset({ParagraphKind.HEADLINE, ParagraphKind.HEADING, ParagraphKind.CAPTION})
"""Paragraphs that stand for themselves: nothing said in them goes on in the next one."""


LETTER_DOT = 2
"""Characters of a letter with its full stop."""
COURTESY = frozenset({"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "sen.", "rep.", "gov."})


def within_bounds(parsed: Parsed, found: Sequence[Attribution]) -> Iterator[Attribution]:
    """Give the attributions with contents that stay where they can be said.

    What a headline says ends with the headline; what `PETRESCU:` says begins behind the colon.
    That a source asks not to be named is a ground rule, no statement.
    """
    paragraphs = Intervals(parsed.paragraphs, lambda paragraph: paragraph.span)
    cues = label_cues(parsed)
    for item in found:
        home = paragraphs.at((item.cue or item.content[0]).start)
        parts = (_inside(part, home, paragraphs) for part in item.content)
        behind = item.cue.end if item.cue in cues and item.cue else 0
        content = tuple(
            _from_abbreviation(parsed.text, part) for part in parts if part and part.start >= behind
        )
        if content and not _is_ground_rule(parsed, content):
            source = _whole_name(parsed, item.source) if item.source else None
            yield replace(item, source=source, content=content)


def _from_abbreviation(text: str, part: Span) -> Span:
    """Give a content that begins inside `C.I.A.` from the abbreviation's first letter on."""
    start = part.start
    while start >= LETTER_DOT and text[start - 1] == "." and text[start - 2].isalpha():
        if text[start - LETTER_DOT - 1 : start - LETTER_DOT].isalpha():
            break  # a word before a full stop, no single letter
        start -= LETTER_DOT
    return Span(start, part.end)


def _whole_name(parsed: Parsed, source: Span) -> Span:
    """Give a source that ends inside a name to the name's end, and without a pronoun behind it.

    `[New] Zealand`, `[Mr.] Lee`; `[an official, who]` loses its last word.
    """
    words = parsed.words
    last = parsed.word_at(source.end - 1).at
    following = last + 1
    while following < len(words) and _goes_on(words[following - 1], words[following]):
        following += 1
    end = max(source.end, words[following - 1].end)
    first = parsed.word_at(source.start).at
    while last > first and following == last + 1 and words[last].lower in TRAILING:
        last -= 1
        following = last + 1
        end = words[last].end
    return Span(source.start, end)


TRAILING = frozenset({"who", "which", ","})


def _goes_on(word: Word, following: Word) -> bool:
    named = following.entity and not following.begins_entity and following.entity == word.entity
    return bool(named) or (word.lower in COURTESY and following.pos == "PROPN")


def _inside(part: Span, home: Paragraph | None, paragraphs: Intervals[Paragraph]) -> Span | None:
    """Give the part of a content that stands with its cue, None where nothing of it does."""
    for paragraph in paragraphs.meeting(part):
        if home is None or paragraph is home:
            continue
        if APART & {paragraph.kind, home.kind}:
            if paragraph.start > home.start:
                part = Span(part.start, min(part.end, _end_before(paragraph, paragraphs)))
            else:
                part = Span(max(part.start, paragraph.end), part.end)
    return part if part.start < part.end else None


def _end_before(paragraph: Paragraph, paragraphs: Intervals[Paragraph]) -> int:
    before = paragraphs.before(paragraph.start)
    return before.end if before else paragraph.start


def _is_ground_rule(parsed: Parsed, content: Sequence[Span]) -> bool:
    words = parsed.text[content[0].start : content[-1].end].lower()
    return words.startswith(tuple(frame_words("ground_rules")))
