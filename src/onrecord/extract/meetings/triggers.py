"""The words of a sentence that may tell of a meeting: a noun for one, or a verb of meeting."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.extract.language import Word
from onrecord.extract.meetings.vocabulary import nouns, phrase_at, said_by_phone, verbs, words_of
from onrecord.extract.words import word_list
from onrecord.record import MeetingType

NOUN, MEET, PHONE, HOST, GO, BE = "noun", "meet", "phone", "host", "go", "be"
DRAFT, INVITE, RECEIVE, ADDRESS, LED = "draft", "invite", "receive", "address", "led"
BEHIND = 18
"""Words behind a verb in which `by telephone` or what is drafted stands."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that tell of a meeting: the words `[first, last)` of the document, and what they are."""

    kind: str
    first: int
    last: int
    type: MeetingType


def triggers(words: Sequence[Word]) -> Iterator[Trigger]:
    """Give the triggers of a sentence in text order."""
    for place, word in enumerate(words):
        if word.pos in {"NOUN", "PROPN", "ADJ"} and word.lemma in nouns():
            if found := _noun(words, place):
                yield found
        elif (word.pos in {"VERB", "AUX"} or word.tag.startswith("VB")) and word.lemma in verbs():
            yield from _verb(words, place)


def _noun(words: Sequence[Word], place: int) -> Trigger | None:
    word = words[place]
    met = phrase_at(words, place)
    if met is None or _is_modifier(words, place):
        return None
    first = place - met[0] + 1
    before = words[first - 1].lower if first else ""
    unlike = before in _unlike(word.lemma) and met[0] == 1
    single = word.lemma == "talk" and word.tag not in {"NNS", "NNPS"}
    return None if unlike or single else Trigger(NOUN, words[first].at, word.at + 1, met[1])


def _unlike(noun: str) -> frozenset[str]:
    return frozenset(word_list("meetings")["unlike"].get(noun, ()))


def _is_modifier(words: Sequence[Word], place: int) -> bool:
    """Tell whether the noun only describes the next one: `summit [host]`, `talks [venue]`."""
    following = words[place + 1 : place + 2]
    return bool(following) and following[0].pos in {"NOUN", "PROPN"} and (
        following[0].entity not in {"DATE", "TIME"}
    )


def _verb(words: Sequence[Word], place: int) -> Iterator[Trigger]:
    word, kinds = words[place], verbs()[words[place].lemma]
    behind = words[place + 1 : place + 1 + BEHIND]
    at = (word.at, word.at + 1)
    phone = said_by_phone([w.lower for w in behind]) is not None
    if "phone" in kinds or (phone and kinds & {"speak", "meet"}):
        yield Trigger(PHONE, *at, MeetingType.CALL)
    elif _receives_us(words, place):
        yield Trigger(RECEIVE, *at, MeetingType.INTERVIEW)
    elif "meet" in kinds:
        if not any(w.lemma in words_of("objects", "unmet") for w in _object(behind)):
            yield Trigger(MEET, *at, MeetingType.TALKS)
    elif "host" in kinds:
        yield Trigger(HOST, *at, MeetingType.TALKS)
    elif "go" in kinds:
        yield Trigger(GO, *at, MeetingType.ENVOY_VISIT)
    elif "invite" in kinds:
        yield Trigger(INVITE, *at, MeetingType.TALKS)
    elif "lead" in kinds:
        if word.tag == "VBN" and behind and behind[0].lower == "by":
            yield Trigger(LED, *at, MeetingType.TALKS)
    elif "address" in kinds:
        if any(w.lemma in words_of("occasions", "audiences") for w in _object(behind)):
            yield Trigger(ADDRESS, *at, MeetingType.ADDRESS)
    elif "be" in kinds and behind and behind[0].lower in {"in", "at"}:
        yield Trigger(BE, *at, MeetingType.ENVOY_VISIT)
    if "draft" in kinds:
        yield Trigger(DRAFT, *at, MeetingType.DRAFTING_SESSION)


def _object(behind: Sequence[Word]) -> Iterator[Word]:
    """Give the words of what is met, up to a preposition or the next verb."""
    for word in behind:
        if word.pos in {"ADP", "VERB", "AUX", "PUNCT", "SCONJ"}:
            return
        yield word


def _receives_us(words: Sequence[Word], place: int) -> bool:
    """Tell `Lee received us`, `spoke to us`: the writer was there."""
    if words[place].lemma not in words_of("occasions", "receiving"):
        return False
    behind = [w.lower for w in words[place + 1 : place + 3]]
    us = words_of("occasions", "us")
    return bool(behind) and (
        behind[0] in us or (behind[0] in {"to", "with"} and behind[-1] in us)
    )
