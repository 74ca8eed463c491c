"""Whom a source has it from: `the Times, citing two officials, reported …`."""

from collections.abc import Sequence

from onrecord.extract.language import Word
from onrecord.extract.speakers.wordlists import source_words
from onrecord.extract.telling import Telling
from onrecord.record import Span

PHRASE_MAX = 14
"""Words of a cited source at most."""
CITING = frozenset({"citing", "quoting", "cited", "quoted", "cites", "quotes"})
_ENDS = frozenset(
    {
        ",",
        ";",
        ":",
        ".",
        "as",
        "that",
        "said",
        "says",
        "reported",
        "reports",
        "saying",
        "—",
        "–",
        "who",
        "which",
        "(",
        ")",
    }
)


def chain(told: Telling) -> tuple[Span, ...]:
    """Give the other sources that the sentence names for a statement.

    `[The Times], citing [two officials], reported` has two: whichever is the statement's source,
    the other one is its chain. `Reuters quoted Interfax as saying` likewise.
    """
    frame = told.item.cue or told.item.source
    if frame is None or told.item.source is None:
        return ()
    sentence = told.parsed.sentences[told.parsed.word_at(frame.start).sentence]
    words = [
        word
        for word in told.parsed.of(sentence)
        if not any(part.meets(Span(word.start, word.end)) for part in told.item.content)
    ]
    found = (span for at in _citing(words) for span in _around(words, at))
    return tuple(span for span in found if not span.meets(told.item.source))


def _citing(words: Sequence[Word]) -> list[int]:
    return [at for at, word in enumerate(words) if word.lower in CITING]


def _around(words: Sequence[Word], at: int) -> list[Span]:
    """Give who is cited, and who cites."""
    cited = _until_end(words[at + 1 : at + 1 + PHRASE_MAX])
    citing = _subject(words[:at])
    return [span for span in (cited, citing) if span]


def _until_end(words: Sequence[Word]) -> Span | None:
    taken: list[Word] = []
    for word in words:
        if word.lower in _ENDS or word.tag in {"VBD", "VBZ", "VBP", "MD"}:
            break
        taken.append(word)
    return Span(taken[0].start, taken[-1].end) if _may_be_source(taken) else None


def _may_be_source(words: Sequence[Word]) -> bool:
    """Tell a name, or a noun for people, bodies, media or papers: not `one clause`."""
    known = source_words()
    nouns = known.bare | known.described | known.media | known.documents | known.bodies
    return any(word.pos == "PROPN" or word.lemma in nouns for word in words)


def _subject(words: Sequence[Word]) -> Span | None:
    """Give the noun phrase that ends right before `, citing` or `quoted`."""
    end = len(words)
    while end and words[end - 1].lower in {",", "which", "who", "has", "had", "have", "also"}:
        end -= 1
    first = end
    while first and words[first - 1].pos in {"NOUN", "PROPN", "ADJ", "DET", "NUM", "PRON"}:
        first -= 1
    taken = words[first:end]
    if not _may_be_source(taken):
        return None
    return Span(taken[0].start, taken[-1].end)
