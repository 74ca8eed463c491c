"""The words of a sentence that may tell of a meeting: a noun for one, or a verb of meeting."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.extract.language import Word
from onrecord.extract.meetings.vocabulary import nouns, phrase_at, said_by_phone, verbs, words_of
from onrecord.extract.words import word_list
from onrecord.record import MeetingType

NOUN, MEET, PHONE, HOST, GO, BE = "noun", "meet", "phone", "host", "go", "be"
DRAFT, INVITE, RECEIVE, ADDRESS, LED = "draft", "invite", "receive", "address", "lead"
BEHIND = 18
"""Words behind a verb in which `by telephone` or what is drafted stands."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that tell of a meeting: `[first, last)` of the document's, and what they are."""

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
    return (
        bool(following)
        and following[0].pos in {"NOUN", "PROPN"}
        and (following[0].entity not in {"DATE", "TIME"})
    )


def _verb(words: Sequence[Word], place: int) -> Iterator[Trigger]:
    """Give what a verb tells: one thing by the first rule that fits, and whether it drafts."""
    word, kinds = words[place], verbs()[words[place].lemma]
    behind = words[place + 1 : place + 1 + BEHIND]
    phone = said_by_phone([w.lower for w in behind]) is not None
    kind = _first(kinds, phone=phone, us=_receives_us(words, place))
    if kind and _goes_on(kind, word, behind):
        yield Trigger(kind, word.at, word.at + 1, TYPES[kind])
    if DRAFT in kinds:
        yield Trigger(DRAFT, word.at, word.at + 1, MeetingType.DRAFTING_SESSION)


TYPES = {
    PHONE: MeetingType.CALL,
    RECEIVE: MeetingType.INTERVIEW,
    MEET: MeetingType.TALKS,
    HOST: MeetingType.TALKS,
    GO: MeetingType.ENVOY_VISIT,
    INVITE: MeetingType.TALKS,
    LED: MeetingType.TALKS,
    ADDRESS: MeetingType.ADDRESS,
    BE: MeetingType.ENVOY_VISIT,
}
"""The type of meeting that each kind of verb tells of, in the order in which kinds are tried."""


def _first(kinds: frozenset[str], *, phone: bool, us: bool) -> str | None:
    """Give the first kind that fits a verb: a call, an interview, then what its lemma tells."""
    if PHONE in kinds or (phone and kinds & {"speak", MEET}):
        return PHONE
    if us:
        return RECEIVE
    return next((kind for kind in TYPES if kind in kinds), None)


def _goes_on(kind: str, word: Word, behind: Sequence[Word]) -> bool:
    """Tell whether what stands behind a verb fits: `met the deadline` is no meeting."""
    following = behind[0].lower if behind else ""
    if kind == MEET:
        return not any(w.lemma in words_of("objects", "unmet") for w in _object(behind))
    if kind == LED:
        return word.tag == "VBN" and following == "by"
    if kind == ADDRESS:
        return any(w.lemma in words_of("occasions", "audiences") for w in _object(behind))
    back = following == "back" and len(behind) > 1 and behind[1].lower in {"in", "at"}
    return kind != BE or following in {"in", "at"} or back


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
    return bool(behind) and (behind[0] in us or (behind[0] in {"to", "with"} and behind[-1] in us))
