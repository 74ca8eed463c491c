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


PLACES = frozenset({"GPE", "ORG", "NORP"})
"""Kinds of names that speak together: countries, bodies, peoples."""
LIST = 40
"""Words of a list of names, before the last two of them."""
LETTER_DOT = 2
"""Characters of a letter with its full stop."""
COURTESY = frozenset({"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "sen.", "rep.", "gov."})


def within_bounds(parsed: Parsed, found: Sequence[Attribution]) -> Iterator[Attribution]:
    """Give the attributions with contents that stay where they can be said.

    What a headline says ends with the headline, what `PETRESCU:` says begins behind the colon, and
    nothing begins in a line above that is no sentence. That a source asks not to be named is a
    ground rule, no statement.
    """
    paragraphs = Intervals(parsed.paragraphs, lambda paragraph: paragraph.span)
    cues = label_cues(parsed)
    for item in found:
        home = paragraphs.at((item.cue or item.content[0]).start)
        parts = (_inside(parsed.text, part, home, paragraphs) for part in item.content)
        behind = item.cue.end if item.cue in cues and item.cue else 0
        content = tuple(
            _to_last_word(parsed, _from_abbreviation(parsed.text, part))
            for part in parts
            if part and part.start >= behind
        )
        if content and not _is_ground_rule(parsed, content) and not _names(parsed, item):
            source = _source(parsed, item, home)
            if source and _breaks_into_bracket(parsed.text, source):
                source = None
            if source is None or not _is_article(parsed, source):
                yield replace(item, source=source, content=content)


def _source(parsed: Parsed, item: Attribution, home: Paragraph | None) -> Span | None:
    """Give a source without the heading above it, to the end of its name or noun."""
    source = item.source
    if source is None:
        return None
    if item.cue and home and source.start < home.start < source.end <= item.cue.start:
        source = Span(home.start, source.end)
    source = _whole_list(parsed, _whole_name(parsed, source))
    end = _noun_end(parsed, source)
    longer = Span(source.start, end)
    return source if item.cue and item.cue.meets(longer) else longer


def _whole_list(parsed: Parsed, source: Span) -> Span:
    """Give `Britain, France and Germany` for a source that begins at the second name.

    `In Paris, France and Germany said` has two: what stands behind a preposition is no part of it.
    Headlines spare the `and`: `US, China agree`.
    """
    inside, words = parsed.within(source), parsed.words
    first = inside[0].at
    sentence = parsed.sentences[inside[0].sentence]
    listed = sentence.kind is ParagraphKind.HEADLINE or any(word.tag == "CC" for word in inside)
    if inside[0].pos != "PROPN" or not listed:
        return source
    opening = sentence.first
    at = first
    while (
        at - 2 >= max(opening, first - LIST)
        and words[at - 1].text == ","
        and words[at - 2].entity in PLACES
    ):
        at -= 2
        while at > opening and words[at - 1].entity and words[at - 1].pos == "PROPN":
            at -= 1
    return Span(words[at].start, source.end) if at == opening else source


def _noun_end(parsed: Parsed, source: Span) -> int:
    """Give the end of the noun that a source breaks off before: `[the contact] group`."""
    words, at = parsed.words, parsed.word_at(source.end - 1).at
    if words[at].tag not in {"DT", "NN", "NNP", "JJ", "PRP$"} or words[at].entity == "PERSON":
        return source.end  # `[Osei] vows` in a headline: taken for a noun
    while at + 1 < len(words) and words[at + 1].sentence == words[at].sentence:
        following = words[at + 1]
        joins = following.tag in {"NN", "NNS"} or (
            words[at].pos == "DET" and following.pos in {"ADJ", "PROPN"}
        )
        if not joins:
            break
        at += 1
    return words[at].end if words[at].pos in {"NOUN", "PROPN"} else source.end


def _breaks_into_bracket(text: str, source: Span) -> bool:
    """Tell a source that begins inside a bracket and ends behind it: `… (the [CBDR), asked]`."""
    opened = 0
    for char in text[source.start : source.end]:
        opened += (char == "(") - (char == ")")
        if opened < 0:
            return True
    return False


def _is_article(parsed: Parsed, source: Span) -> bool:
    """Tell a source of nothing but an article: `with [a] view to`."""
    return all(word.lower in {"a", "an", "the"} for word in parsed.within(source))


def _from_abbreviation(text: str, part: Span) -> Span:
    """Give a content that begins inside `C.I.A.` from the abbreviation's first letter on."""
    start = part.start
    while start >= LETTER_DOT and text[start - 1] == "." and text[start - 2].isalpha():
        if text[start - LETTER_DOT - 1 : start - LETTER_DOT].isalpha():
            break  # a word before a full stop, no single letter
        start -= LETTER_DOT
    return Span(start, part.end)


def _to_last_word(parsed: Parsed, part: Span) -> Span:
    """Give a content without the `and` that it ends with: another verb follows."""
    last = parsed.word_at(part.end - 1)
    if last.tag != "CC" or last.end != part.end or last.at == 0:
        return part
    end = parsed.words[last.at - 1].end
    return Span(part.start, end) if end > part.start else part


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
    joined = word.end == following.start and "HYPH" in {word.tag, following.tag}
    return bool(named) or joined or (word.lower in COURTESY and following.pos == "PROPN")


def _inside(
    text: str, part: Span, home: Paragraph | None, paragraphs: Intervals[Paragraph]
) -> Span | None:
    """Give the part of a content that stands with its cue, None where nothing of it does."""
    for paragraph in paragraphs.meeting(part):
        if home is None or paragraph is home:
            continue
        line = paragraph.start < home.start and _breaks_off(text, paragraph)
        if line or APART & {paragraph.kind, home.kind}:
            if paragraph.start > home.start:
                part = Span(part.start, min(part.end, _end_before(paragraph, paragraphs)))
            else:
                part = Span(max(part.start, paragraph.end), part.end)
    return part if part.start < part.end else None


def _breaks_off(text: str, paragraph: Paragraph) -> bool:
    """Tell a line that is no sentence, a byline or a place: no mark ends it."""
    return text[paragraph.start : paragraph.end].rstrip()[-1:].isalnum()


def _end_before(paragraph: Paragraph, paragraphs: Intervals[Paragraph]) -> int:
    before = paragraphs.before(paragraph.start)
    return before.end if before else paragraph.start


def _names(parsed: Parsed, item: Attribution) -> bool:
    """Tell `the three, [known as] the E3`: nobody says it."""
    words = [word.lower for word in parsed.within(item.cue)] if item.cue else []
    return item.source is None and words[-2:] == ["known", "as"]


def _is_ground_rule(parsed: Parsed, content: Sequence[Span]) -> bool:
    words = parsed.text[content[0].start : content[-1].end].lower()
    return words.startswith(tuple(frame_words("ground_rules")))
