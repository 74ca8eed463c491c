"""What kind of source a noun phrase is: a body, unnamed people, a document, media, a place."""

import re

from onrecord.extract.language import Parsed, Word
from onrecord.extract.speakers.findings import Speaker, SpokenBy
from onrecord.extract.speakers.wordlists import (
    SourceWords,
    ambiguous,
    countries,
    metonyms,
    places,
    source_words,
)
from onrecord.record import ActorSchema, MentionKind, Span

BARE_MODIFIERS = frozenset(
    {
        "the",
        "a",
        "some",
        "several",
        "two",
        "three",
        "many",
        "other",
        "one",
        "various",
        "multiple",
        "unnamed",
        "anonymous",
        "few",
    }
)
_ARTICLE = re.compile(r"^(?:the|an?|some|this|that|these|those)\s+", re.IGNORECASE)


def plain(text: str) -> str:
    """Give a name without its article, possessive ending and line breaks."""
    name = " ".join(_ARTICLE.sub("", text.strip()).split())
    return re.sub(r"(?:['’]s|['’])$", "", name)


def body_named(name: str) -> Speaker:
    """Give the body of this name, by the table of metonyms where it knows the name."""
    text = plain(name)
    place = metonyms().get(text.lower()) or countries().get(text.lower())
    if place:
        return Speaker(ActorSchema.PUBLIC_BODY, place.body, (text,), place.country)
    return Speaker(ActorSchema.PUBLIC_BODY, text)


def phrase_head(parsed: Parsed, span: Span) -> Word:
    """Give the word that a source's words depend on: `officials` of `two officials in Paris`."""
    words = [word for word in parsed.within(span) if span.holds(Span(word.start, word.end))]
    words = words or [parsed.word_at(span.start)]
    inside = {word.at for word in words}
    return next((word for word in words if word.head not in inside), words[-1])


def by_kind(parsed: Parsed, span: Span) -> SpokenBy | None:
    """Give the reading of a source that is no person's name and no pronoun, None if unknown."""
    text = plain(parsed.text[span.start : span.end])
    head = phrase_head(parsed, span)
    if named := _by_place_name(span, text):
        return named
    if head.entity in {"GPE", "LOC", "FAC"} and head.pos == "PROPN":
        return _place(span, text)
    return _by_noun(span, text, head, source_words()) or _by_entity(span, text, head)


def _by_place_name(span: Span, text: str) -> SpokenBy | None:
    """Give the reading of a name that the tables know: who governs, or that it is left open."""
    name = text.lower()
    if name in metonyms() or name in countries():
        basis = f"“{text}” speaks, so who governs there is meant"
        return SpokenBy(span, MentionKind.METONYM, body_named(text), basis)
    if name in ambiguous():
        basis = f"“{text}” may be one of {ambiguous()[name]}"
        return SpokenBy(span, MentionKind.METONYM, None, basis)
    if name in places():
        basis = f"“{text}” is a place or a process named after it, never a government"
        return SpokenBy(span, MentionKind.METONYM, None, basis, literal_place=True)
    return None


def _place(span: Span, text: str) -> SpokenBy:
    speaker = Speaker(ActorSchema.PUBLIC_BODY, text)
    return SpokenBy(
        span, MentionKind.METONYM, speaker, f"the place “{text}” speaks: its government"
    )


def _by_noun(span: Span, text: str, head: Word, words: SourceWords) -> SpokenBy | None:
    lemma = head.lemma
    if lemma in words.bare:
        bare = all(
            word.lower() in BARE_MODIFIERS or word.lower() == head.lower for word in text.split()
        )
        speaker = Speaker(ActorSchema.UNNAMED_SOURCE, text, local=True, bare=bare)
        return SpokenBy(span, MentionKind.DESCRIPTION, speaker, f"unnamed: “{text}”")
    if lemma in words.media or head.lower in words.media or head.lower == "reports":
        speaker = Speaker(ActorSchema.ORGANIZATION, text, local=True, media=True)
        return SpokenBy(span, MentionKind.DESCRIPTION, speaker, f"other media: “{text}”")
    if lemma in words.documents:
        speaker = Speaker(ActorSchema.DOCUMENT, text, local=True)
        return SpokenBy(span, MentionKind.DESCRIPTION, speaker, f"a text speaks: “{text}”")
    if lemma in words.bodies:
        local = head.pos != "PROPN"
        speaker = Speaker(ActorSchema.PUBLIC_BODY, text, local=local)
        return SpokenBy(span, MentionKind.NAME, speaker, f"a body speaks: “{text}”")
    if lemma in words.described or head.tag == "NNS":
        speaker = Speaker(ActorSchema.UNNAMED_SOURCE, text, local=True)
        return SpokenBy(span, MentionKind.DESCRIPTION, speaker, f"described, not named: “{text}”")
    if _is_body(head, span) and text.lower() != "one":
        speaker = Speaker(ActorSchema.ORGANIZATION, text, local=True)
        return SpokenBy(span, MentionKind.DESCRIPTION, speaker, f"taken for a body: “{text}”")
    return None


PERSONS = ("er", "or", "ist", "ian", "ant", "man", "woman", "ee", "son")
"""Endings of nouns for persons: `mayor`, `historian`, `resident` is in the word list."""


def _is_body(head: Word, span: Span) -> bool:
    """Tell a body called by its common noun, `the trust`, from a person, `the farmer`."""
    return head.tag == "NN" and not head.lemma.endswith(PERSONS) and head.start > span.start


def _by_entity(span: Span, text: str, head: Word) -> SpokenBy | None:
    if head.entity in {"ORG", "NORP"} or head.pos == "PROPN":
        group = head.entity == "NORP" or head.tag == "NNPS"
        schema = ActorSchema.GROUP if group else ActorSchema.ORGANIZATION
        speaker = Speaker(schema, text)
        return SpokenBy(span, MentionKind.NAME, speaker, f"named: “{text}”")
    return None
