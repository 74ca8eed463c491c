"""Mentions of plans: the words that name a text that is negotiated, and what they tell of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from onrecord.extract.language import Parsed, Word
from onrecord.extract.matters.counts import (
    PARTS,
    PointCount,
    number,
    plan_words,
    points_in,
    qualifier,
)
from onrecord.extract.words import word_list
from onrecord.record import Qualifier, Span

PHRASE = 12
"""Words before a noun that are looked at as its own: longer names are rare."""
INSIDE = frozenset({"ADJ", "NOUN", "PROPN", "NUM", "DET"})
HYPHENS = frozenset({"-", "‐", "‑"})
DEFINITE = frozenset({"the", "this", "that", "these", "those"})


@dataclass(frozen=True, slots=True)
class PlanMention:
    """Words that name a text, in clean offsets.

    `head` is the place of its noun among the document's words. `sponsor` are the words for whose it
    is (`U.S.`, `Trump`), None where none stand before it; `own` tells `its own plan` and
    counter-proposals. `mark` is `original` or `revised`. `points` is the number of points that it
    is said to have, `before` the number that it had: `cut from 19 points to 14`.
    """

    span: Span
    head: int
    noun: str
    instrument: str
    definite: bool
    sponsor: str | None = None
    own: bool = False
    mark: str | None = None
    points: PointCount | None = None
    before: PointCount | None = None


@cache
def instruments() -> dict[str, str]:
    """Give the instrument that each noun names."""
    rows = word_list("plans")["instruments"]
    return {noun: name for name, nouns in rows.items() for noun in nouns}


def plan_mentions(parsed: Parsed) -> Iterator[PlanMention]:
    """Give the words that name a text, in text order."""
    known = instruments()
    for word, lower in zip(parsed.words, parsed.lowers, strict=True):
        named = word.lemma in known or lower in known
        if named and word.pos in {"NOUN", "PROPN"} and (kind := _instrument(word)):
            if found := _mention(parsed, word, kind):
                yield found
        elif (lower == "points" or lower in PARTS) and (counted := _points(parsed, word)):
            yield counted


def _instrument(word: Word) -> str | None:
    known = instruments()
    found = known.get(word.lemma) or known.get(word.lower)
    return None if found in {"proposal", "text"} and word.tag in {"NNS", "NNPS"} else found


def _mention(parsed: Parsed, word: Word, instrument: str) -> PlanMention | None:
    following = parsed.words[word.at + 1 : word.at + 2]
    if following and following[0].pos in {"NOUN", "PROPN"} and following[0].lower != word.lower:
        return None  # `draft [plan]`: another noun is the head
    phrase = phrase_before(parsed, word)
    words = [item.lower for item in phrase]
    undrafted = word.lemma in plan_words("drafted") and "draft" not in words
    if undrafted or set(words) & plan_words("not_of"):
        return None
    sponsor, own = _sponsor(phrase)
    text = parsed.text[phrase[0].start : word.end]
    points = points_in(text)
    owned = sponsor and words[0] not in {"a", "an", "any", "no"}
    definite = bool(words[0] in DEFINITE or phrase[0].tag == "PRP$" or owned)
    named = word.pos == "PROPN" and len(phrase) > 1
    if instrument in plan_words("definite") and not (definite or points or named):
        return None
    return PlanMention(
        span=Span(phrase[0].start, word.end),
        head=word.at,
        noun=word.lemma,
        instrument=instrument,
        definite=definite or named,
        sponsor=sponsor or _drafted_by(parsed, word),
        own=own
        or "counter" in words
        or word.lemma in plan_words("apart")
        or _of_its_own(parsed, word),
        mark=_mark(words, word),
        points=points,
    )


def phrase_before(parsed: Parsed, head: Word) -> Sequence[Word]:
    """Give the words of the noun phrase that ends with a noun, the noun last."""
    first = head.at
    words = parsed.words
    while first > 0 and head.at - first < PHRASE:
        before = words[first - 1]
        possessive = before.tag in {"POS", "PRP$"}
        hyphen = before.tag == "HYPH" or before.text in {"-", "–"}
        inside = before.pos in INSIDE or possessive or hyphen or _is_modifier(words, first - 1)
        if not inside or before.sentence != head.sentence:
            break
        first -= 1
        if before.pos == "DET" or before.tag == "PRP$":
            break
    return words[first : head.at + 1]


def _is_modifier(words: Sequence[Word], at: int) -> bool:
    """Tell `the [revised] text` from `has [rejected] the text`."""
    word = words[at]
    return word.tag == "JJ" or (
        word.tag == "VBN" and at > 0 and words[at - 1].pos in {"DET", "ADJ", "PART", "PRON"}
    )


def _sponsor(phrase: Sequence[Word]) -> tuple[str | None, bool]:
    """Give whose a text is by the words before its noun, and whether it is somebody's own."""
    own = any(word.lower == "own" for word in phrase)
    for at, word in enumerate(phrase):
        if word.tag == "POS" and at:
            names = [item for item in phrase[:at] if item.pos in {"PROPN", "NOUN", "ADJ"}]
            if names and names[-1].pos == "PROPN":
                return _whole(phrase, names[-1]), own
    title = sum(item.text[:1].isupper() for item in phrase) == len(phrase)
    names = [item for item in phrase[:-1] if _is_name(item) and (item.entity or not title)]
    return (_whole(phrase, names[0]) if names else None), own


def _whole(phrase: Sequence[Word], name: Word) -> str:
    """Give a name with the words that hyphens join with it: `[Co-Chairs]’ draft`."""
    first = last = name.at - phrase[0].at
    while first > 1 and phrase[first - 1].text in HYPHENS and phrase[first - 2].text[:1].isupper():
        first -= 2
    while phrase[last + 2 :] and phrase[last + 1].text in HYPHENS and _is_upper(phrase[last + 2]):
        last += 2
    return "".join(word.text for word in phrase[first : last + 1])


def _is_upper(word: Word) -> bool:
    return word.text[:1].isupper()


def _is_name(word: Word) -> bool:
    named = word.pos == "PROPN" or word.entity in {"GPE", "NORP", "ORG", "PERSON"}
    month = word.entity in {"DATE", "TIME", "CARDINAL"}
    return named and word.text[:1].isupper() and not month and word.lemma not in instruments()


def _drafted_by(parsed: Parsed, word: Word) -> str | None:
    """Give whose a text is by the words behind it: `the plan, drafted by Norway`."""
    near = parsed.words[word.at + 1 : word.at + 9]
    for at, item in enumerate(near):
        if item.text in {".", ";"}:
            return None
        if (
            item.lower in plan_words("drafting")
            and near[at + 1 : at + 2]
            and near[at + 1].lower == "by"
        ):
            names = [name for name in near[at + 2 : at + 5] if _is_name(name)]
            return names[0].text if names else None
    return None


def _of_its_own(parsed: Parsed, word: Word) -> bool:
    after = [item.lower for item in parsed.words[word.at + 1 : word.at + 4]]
    return len(after) == 3 and after[0] == "of" and after[2] == "own"


def _mark(words: Sequence[str], head: Word) -> str | None:
    """Tell which draft the words before a noun mean; `a new plan` is only new to the reader."""
    if head.lemma == "version" and "revised" in words:
        return "revised"
    for word in words[:-1]:
        if word in plan_words("original"):
            return "original"
        if word in plan_words("revised") and not (
            word in {"new", "second"} and words[0] in {"a", "an"}
        ):
            return "revised"
    return None


def _points(parsed: Parsed, word: Word) -> PlanMention | None:
    """Give `the 14 points`, and `14 points` where they tell of how many the text consists."""
    phrase = phrase_before(parsed, word)
    text = parsed.text[phrase[0].start : word.end]
    count = points_in(text)
    if count is None or any(item.lower in {"percentage", "basis"} for item in phrase):
        return None
    definite = phrase[0].lower in DEFINITE and word.lower not in PARTS
    later = _later(parsed, phrase[0], word)
    if not definite and not later and not _told(parsed, phrase[0].at):
        return None
    if later:
        return PlanMention(
            Span(phrase[0].start, word.end), word.at, "points", "points", definite=False,
            mark="revised", points=later, before=count,
        )  # fmt: skip
    close = parsed.text[max(0, phrase[0].start - 24) : phrase[0].start]
    bounded = PointCount(count.number, max(count.qualifier, qualifier(close), key=_rank))
    mark = None if definite else _told_mark(parsed, phrase[0].at)
    return PlanMention(
        Span(phrase[0].start, word.end),
        word.at,
        "points",
        "points",
        definite,
        mark=mark,
        points=bounded,
    )


def _later(parsed: Parsed, first: Word, word: Word) -> PointCount | None:
    """Give what a number of points came to: `from 19 points to 14`."""
    before = parsed.words[first.at - 1].lower if first.at else ""
    after = parsed.words[word.at + 1 : word.at + 3]
    if before != "from" or len(after) < 2 or after[0].lower != "to":
        return None
    count = number(after[1].text)
    return PointCount(count) if count else None


def _rank(value: Qualifier) -> bool:
    return value is not Qualifier.EXACT


def _told(parsed: Parsed, at: int) -> bool:
    """Tell whether the words before a number say that a text has so many points."""
    near = parsed.words[max(0, at - 5) : at]
    same = [word for word in near if word.sentence == parsed.words[at].sentence]
    wished = any(word.tag in {"MD", "VB"} for word in same) or any(w.lower == "or" for w in same)
    counting = plan_words("counted_by") | plan_words("cutting")
    return not wished and any(w.lemma in counting or w.lower in counting for w in same)


def _told_mark(parsed: Parsed, at: int) -> str | None:
    """Tell whether a text came to this number by a change, or an earlier draft had it."""
    near = parsed.words[max(0, at - 5) : at]
    if any(word.lower in plan_words("cutting") for word in near):
        return "revised"
    words = [w for w in parsed.words[max(0, at - PHRASE) : at] if w.sentence == near[-1].sentence]
    earlier = [i + 1 for i, word in enumerate(words) if word.lower in plan_words("original")]
    drafts = (words[i : i + 3] for i in earlier)
    return "original" if any(w.lemma in instruments() for d in drafts for w in d) else None
