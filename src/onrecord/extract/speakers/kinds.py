"""What kind of source a noun phrase is: a body, unnamed people, a document, media, a place."""

import re
from dataclasses import dataclass, replace

from onrecord import world
from onrecord.extract.language import Parsed, Word
from onrecord.extract.speakers.findings import Speaker, SpokenBy
from onrecord.extract.speakers.phrases import Phrase, is_person_noun
from onrecord.extract.speakers.titles import spokes_body
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
_ARTICLE = re.compile(r"^(?:the|an?|this|that|these)\s+", re.IGNORECASE)


def plain(text: str) -> str:
    """Give a name without its article, possessive ending and line breaks."""
    name = " ".join(_ARTICLE.sub("", text.strip()).split())
    name = re.sub(r"(?:['’]s|['’])$", "", name)
    return name.strip('“”"') if name[:1] in {"“", '"'} else name


def body_named(name: str) -> Speaker:
    """Give the body of this name, by the table of metonyms where it knows the name."""
    text = plain(name)
    place = metonyms().get(text.lower()) or countries().get(text.lower())
    if place:
        return Speaker(ActorSchema.PUBLIC_BODY, place.body, (text,), place.country)
    return Speaker(ActorSchema.PUBLIC_BODY, text)


def country_named(name: str) -> str | None:
    """Give the country (ISO 3166-1 alpha-3) that a name or a metonym stands for, if any."""
    place = metonyms().get(name.lower()) or countries().get(name.lower())
    return place.country if place else None


def by_kind(parsed: Parsed, phrase: Phrase, span: Span) -> SpokenBy | None:
    """Give the reading of a source that is no person's name and no pronoun, None if unknown."""
    text = plain(parsed.text[max(span.start, phrase.words[0].start) : span.end])
    if any(word.tag == "CC" for word in phrase.rest):
        text = _BOTH.sub("", text).replace(" nor ", " and ")
    source = Source(span, text, name_of(parsed, phrase), phrase.head, _spoken_for(parsed, phrase))
    return (
        _by_places(phrase, source)
        or _by_list(phrase, source)
        or _by_place_name(span, text.partition(",")[0])
        or _by_place_name(span, source.name)
        or _by_place(source)
        or _by_name_beside(parsed, phrase, source)
        or _by_noun(source, source_words())
        or _by_entity(source)
    )


@dataclass(frozen=True, slots=True)
class Source:
    """A source's stretch and words, the name in it, its head, the body that it speaks for."""

    span: Span
    text: str
    name: str
    head: Word
    speaks_for: str | None

    @property
    def named(self) -> bool:
        """Tell whether the head is a name."""
        return self.head.pos == "PROPN"

    def by(self, schema: ActorSchema, basis: str, *, media: bool = False) -> SpokenBy:
        """Give the source as a speaker: under its name, or as it is described in this document."""
        unnamed = schema in {ActorSchema.UNNAMED_SOURCE, ActorSchema.DOCUMENT}
        local = unnamed or not self.named
        speaker = Speaker(
            schema,
            self.text if local else self.name,
            local=local,
            media=media,
            speaks_for=self.speaks_for if unnamed else None,
        )
        body = schema is ActorSchema.PUBLIC_BODY
        kind = MentionKind.NAME if body or not local else MentionKind.DESCRIPTION
        return SpokenBy(self.span, kind, speaker, f"{basis}: “{speaker.name}”")


def name_of(parsed: Parsed, phrase: Phrase) -> str:
    """Give the name that a phrase begins with, without what explains it.

    `[Centre for Fishing Law] at the Harbour University`, `the [Ministry of Health], which …`.
    """
    core, end = phrase.core, len(phrase.core)
    words = phrase.words
    while end < len(words):
        entity = words[end].entity and not words[end].begins_entity
        joins = words[end].lower in {"of", "for"} and words[end + 1 : end + 2]
        if not entity and not (joins and words[end + 1].pos == "PROPN"):
            break
        end += 1 if entity else 2
        while end < len(words) and words[end].pos == "PROPN":
            end += 1
    return plain(parsed.text[core[0].start : words[end - 1].end])


def _spoken_for(parsed: Parsed, phrase: Phrase) -> str | None:
    """Give the body of an unnamed spokesperson: `a [ministry] spokesman`, `… of the [bank]`."""
    head = phrase.head
    return spokes_body(parsed, head.at) if head.lower.startswith("spokes") else None


def _by_places(phrase: Phrase, source: Source) -> SpokenBy | None:
    """Give the reading of places that speak together: `Norway and Chile`."""
    words = phrase.words[len(phrase.core) :]
    last = phrase.words[-1]
    joined = len(words) > 1 and words[0].tag == "CC"
    if not joined or {phrase.head.entity, last.entity} != {"GPE"}:
        return None
    speaker = Speaker(ActorSchema.GROUP, source.text)
    return SpokenBy(source.span, MentionKind.METONYM, speaker, f"the places “{source.text}” speak")


_BOTH = re.compile(r"^(?:both|neither)\s+", re.IGNORECASE)
_PARTED = re.compile(r",? and |, ")
SEVERAL = 3
"""Names that make a list where letters may stand for bodies; of two the tables know both."""


def _by_list(phrase: Phrase, source: Source) -> SpokenBy | None:
    """Give the reading of bodies that speak together: `the US, EU and OPEC`, `the EU and Japan`."""
    names = [plain(name) for name in _PARTED.split(source.text)]
    known = in_tables if len(names) < SEVERAL else is_known
    if len(names) == 1 or in_tables(source.text):
        return None
    if not all(known(name) for name in names) and not _are_names(phrase):
        return None
    speaker = Speaker(ActorSchema.GROUP, source.text)
    return SpokenBy(source.span, MentionKind.NAME, speaker, f"several by name: “{source.text}”")


def _are_names(phrase: Phrase) -> bool:
    """Tell names that `and` joins: `Hamas and the Islamic Jihad`, not `Commerce and Industry`.

    What is one name to the entity finder, or goes on behind `of`, is not taken apart.
    """
    words = phrase.words
    joints = [place for place, word in enumerate(words) if word.tag == "CC"]
    if len(joints) != 1 or not 0 < joints[0] < len(words) - 1:
        return False
    joint = words[joints[0]]
    one, other = words[: joints[0]], words[joints[0] + 1 :]
    inner = [word for word in (*one, *other) if word.pos != "DET" and word.text != ","]
    if (joint.entity and not joint.begins_entity) or any(map(is_person_noun, inner)):
        return False
    named = all(word.pos == "PROPN" and word.text[:1].isupper() for word in inner)
    return named and one[-1].pos == "PROPN" and other[-1].pos == "PROPN"


def is_known(name: str) -> bool:
    """Tell a country or body of the tables, or letters that stand for one."""
    return in_tables(name) or _LETTERS.fullmatch(name) is not None


def in_tables(name: str) -> bool:
    """Tell a country or body of the tables."""
    lower = name.lower()
    return lower in metonyms() or lower in countries() or name in world.bodies()


_LETTERS = re.compile(r"[A-Z][A-Z0-9/.&-]{1,11}s?")


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


def _by_place(source: Source) -> SpokenBy | None:
    masthead = source.head.lower in source_words().mastheads
    if source.head.entity not in {"GPE", "LOC", "FAC"} or not source.named or masthead:
        return None
    speaker = Speaker(ActorSchema.PUBLIC_BODY, source.name)
    basis = f"the place “{source.name}” speaks: its government"
    return SpokenBy(source.span, MentionKind.METONYM, speaker, basis)


def _by_name_beside(parsed: Parsed, phrase: Phrase, source: Source) -> SpokenBy | None:
    """Give the body whose name a comma sets beside its noun: `the rebel group, [the ELN]`."""
    lists, rest = source_words(), phrase.rest
    if source.named or source.head.lemma not in lists.bodies or not rest or rest[0].text != ",":
        return None
    behind = rest[2:] if rest[1:2] and rest[1].pos == "DET" else rest[1:]
    end = next((at for at, word in enumerate(behind) if not _in_name(word)), len(behind))
    while end and behind[end - 1].pos != "PROPN":
        end -= 1
    following = behind[end : end + 1]
    if not end or behind[0].pos != "PROPN" or (following and following[0].pos != "PUNCT"):
        return None
    name = plain(parsed.text[behind[0].start : behind[end - 1].end])
    if behind[0].entity in {"PERSON", "GPE"} or is_person_noun(behind[end - 1]):
        return None
    speaker = Speaker(ActorSchema.ORGANIZATION, name)
    return SpokenBy(source.span, MentionKind.NAME, speaker, f"named beside its noun: “{name}”")


def _in_name(word: Word) -> bool:
    return word.pos in {"PROPN", "ADJ"} or word.lower in {"of", "and", "for", "the", "in"}


def _by_noun(source: Source, words: SourceWords) -> SpokenBy | None:
    head, lemma = source.head, source.head.lemma
    if lemma in words.bare:
        return _bare(source)
    if {lemma, head.lower} & words.media or head.lower == "reports":
        return source.by(ActorSchema.ORGANIZATION, "other media", media=True)
    if lemma in words.documents and not (source.named and head.entity == "ORG"):
        return source.by(ActorSchema.DOCUMENT, "a text speaks")
    if lemma in words.bodies:
        return source.by(ActorSchema.PUBLIC_BODY, "a body speaks")
    if is_person_noun(head) or head.tag == "NNS" or lemma in words.crowds:
        return source.by(ActorSchema.UNNAMED_SOURCE, "described, not named")
    if _is_body(head, source.span) and source.text.lower() != "one":
        return source.by(ActorSchema.ORGANIZATION, "taken for a body")
    return None


def _bare(source: Source) -> SpokenBy:
    """Give the reading of `sources`: bare where nothing but a number stands beside it."""
    small = (word.lower() for word in source.text.split())
    bare = all(word in BARE_MODIFIERS or word == source.head.lower for word in small)
    read = source.by(ActorSchema.UNNAMED_SOURCE, "unnamed")
    assert read.speaker is not None
    return replace(read, speaker=replace(read.speaker, bare=bare))


PERSONS = ("er", "or", "ist", "ian", "ant", "man", "woman", "ee", "son")
"""Endings of nouns for persons: `mayor`, `historian`, `resident` is in the word list."""


def _is_body(head: Word, span: Span) -> bool:
    """Tell a body called by its common noun, `the trust`, from a person, `the farmer`."""
    return head.tag == "NN" and not head.lemma.endswith(PERSONS) and head.start > span.start


def _by_entity(source: Source) -> SpokenBy | None:
    head = source.head
    if head.entity == "NORP" or (head.tag == "NNPS" and head.entity != "ORG"):
        speaker = Speaker(ActorSchema.GROUP, source.text)
        return SpokenBy(source.span, MentionKind.NAME, speaker, f"named: “{source.text}”")
    if head.entity == "ORG" or source.named:
        speaker = Speaker(ActorSchema.ORGANIZATION, source.name)
        return SpokenBy(source.span, MentionKind.NAME, speaker, f"named: “{source.name}”")
    return None
