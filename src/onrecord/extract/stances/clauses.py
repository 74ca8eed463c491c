"""The clause around words that decide a stance: its subject, its negation, what opens it."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.extract.language import Parsed, Word
from onrecord.extract.stances.rules import Predicate, listed
from onrecord.record import Span

REACH = 24
"""Words on each side of a predicate that are looked at: clauses are shorter."""
FURTHEST = 18
"""Words behind a predicate among which its object stands."""
NEAR = 6
"""Words before a predicate in which a negation counts."""
THREE = 3
"""Words of a noun, a participle and a preposition."""
CUTS = frozenset({";", ":", "—", "–", "(", ")"})
MARKS = frozenset({"“", "”", '"'})
GROUP = frozenset({"AUX", "ADV", "PART"})
LINKING = frozenset(
    {"be", "remain", "stay", "become", "seem", "appear", "sound", "look", "feel", "prove"}
)
COMMISSIVE = frozenset({"will", "would", "can", "could", "'ll", "’ll", "wo", "'d", "’d"})
ENDING = frozenset(
    ["but", "because", "although", "while", "whereas", "before", "after", "during", "ahead"]
)
LINKS = frozenset({"that", "which", "who"})


@dataclass(frozen=True, slots=True)
class Clause:
    """A predicate with its surroundings.

    `subject` is the noun phrase before the verb, None where none stands there. `opened` is the word
    that makes it a condition or a question. `urged` tells that somebody is told to do it,
    `potential` that it could be done, `modal` that it will or would be.
    """

    predicate: Predicate
    sentence: Span
    before: Span
    after: Span
    subject: Span | None
    denied: bool
    opened: str | None
    urged: bool
    potential: bool
    modal: bool


def clause_of(parsed: Parsed, predicate: Predicate) -> Clause:
    """Give the clause of a predicate."""
    words = parsed.words
    word = words[predicate.at]
    sentence = parsed.sentences[word.sentence]
    first, last = max(sentence.first, word.at - REACH), min(sentence.last, word.at + REACH)
    left, right = words[first : word.at], words[word.at : last]
    cut = _cut_left(left)
    opened = _opened(left)
    subject = subject_before(left)
    rest = [item for item in right if item.start >= predicate.span.end]
    end = _cut_right(rest)
    return Clause(
        predicate=predicate,
        sentence=parsed.span(sentence),
        before=Span(left[cut].start if left[cut:] else word.start, word.start),
        after=Span(predicate.span.end, end or predicate.span.end),
        subject=subject,
        denied=is_denied(left),
        opened=opened,
        urged=_urged(left),
        potential=any(item.lemma in listed("potential", "lemmas") for item in left[-3:]),
        modal=_modal(left, word),
    )


def _cut_left(left: Sequence[Word]) -> int:
    for at in range(len(left) - 1, -1, -1):
        if left[at].text in CUTS or (left[at].lower == "that" and left[at].tag == "IN"):
            return at + 1
    return 0


def _cut_right(rest: Sequence[Word]) -> int | None:
    """Give where the words behind a predicate end: at a mark, or at the next clause."""
    end = None
    for at, word in enumerate(rest[:FURTHEST]):
        if at and _goes_on(rest, at):
            break
        stop = word.text in CUTS or word.lower in listed("opens", "condition") - {
            "should",
            "before",
            "once",
        }
        verb = word.text == "," and any(
            w.lower in {"saying", "said", "but", "who"} for w in rest[at + 1 : at + 3]
        )
        if stop or verb or word.lower in ENDING:
            break
        end = word.end
    return end


def _goes_on(rest: Sequence[Word], at: int) -> bool:
    """Tell where another clause begins: a verb with a subject of its own, `, noting that`."""
    word, before = rest[at], rest[at - 1]
    if word.tag == "VBG" and before.text == ",":
        return word.lemma != "include"
    relative = any(item.tag in {"WDT", "WP"} or item.lower == "that" for item in rest[:at])
    return word.tag in {"VBD", "VBZ", "MD"} and not relative


def _opened(left: Sequence[Word]) -> str | None:
    """Give the `if` or `whether` under which a predicate stands."""
    for at in range(len(left) - 1, -1, -1):
        lower = left[at].lower
        ended = any(word.text in MARKS | {","} for word in left[at + 1 :])
        if lower in listed("opens", "question"):
            return None if ended else "whether"
        if lower in listed("opens", "condition") and _is_opening(left, at):
            return None if ended else "if"
        if left[at].text in CUTS:
            return None
    return None


def _modal(left: Sequence[Word], word: Word) -> bool:
    """Tell `would [study] the text` and `ready to [study] it`, not `should be [discussed]`."""
    near = left[-3:]
    passive = word.tag == "VBN" and any(item.lemma == "be" for item in near)
    ready = any(item.lemma in {"ready", "willing", "prepared", "never"} for item in near)
    return not passive and (ready or any(item.lower in COMMISSIVE for item in near))


def _is_opening(left: Sequence[Word], at: int) -> bool:
    """Tell `if he refuses` from `he should refuse`, `before June`."""
    return left[at].lower in {"if", "unless", "whenever"} or (
        left[at].tag != "MD" and any(word.pos in {"AUX", "PRON"} for word in left[at + 1 :])
    )


def is_denied(left: Sequence[Word]) -> bool:
    """Tell whether a predicate is denied; two denials are none: `cannot refuse` aside."""
    near: list[Word] = []
    for word in reversed(left[-NEAR:]):
        if word.text in CUTS | {","} or word.lower in {"but", "and", "that"}:
            break
        near.append(word)
    count = sum(
        word.lower in listed("negations", "words") or word.lemma in listed("negations", "lemmas")
        for word in near
    )
    return count % 2 == 1


def _urged(left: Sequence[Word]) -> bool:
    """Tell `urged Norway to [accept]`, `a deadline for Norway to [accept]`."""
    for at in range(len(left) - 1, max(-1, len(left) - 12), -1):
        if left[at].lemma in listed("urging", "lemmas"):
            between = left[at + 1 :]
            named = any(w.pos in {"PROPN", "NOUN", "PRON"} for w in between)
            linked = any(w.tag == "TO" or w.lower == "that" for w in between)
            return named and linked
        if left[at].text in CUTS:
            return False
    return False


def subject_before(left: Sequence[Word]) -> Span | None:
    """Give the noun phrase before the verb group that ends a row of words."""
    at = _before_group(left)
    if at < 0:
        return None
    if left[at].text == ",":
        at = _over_aside(left, at)
    if at >= 0 and left[at].lower in LINKS and left[at].tag in {"WDT", "WP"}:
        at -= 1
        if at >= 0 and left[at].text == ",":
            at -= 1
    if at < 0 or left[at].pos not in {"NOUN", "PROPN", "PRON"}:
        return _first_subject(left)
    at = _over_phrase(left, at)
    first = _phrase_start(left, at)
    return Span(left[first].start, left[at].end)


def _phrase_start(left: Sequence[Word], at: int) -> int:
    first = at
    while first > 0 and _inside(left[first - 1], left[first]):
        first -= 1
    return first


def _over_phrase(left: Sequence[Word], at: int) -> int:
    """Give the noun that a participle tells of: `the [deal] reached under Roe was terrible`."""
    first = _phrase_start(left, at)
    verb = left[first - 2].tag if first >= THREE and left[first - 1].tag == "IN" else ""
    if verb != "VBN" and not (verb == "VBD" and left[first].pos == "DET"):
        return at
    return first - 3 if left[first - 3].pos in {"NOUN", "PROPN"} else at


def _inside(word: Word, behind: Word) -> bool:
    if word.tag in {"POS", "PRP$", "HYPH"} or word.text in {"-", "/", "&"}:
        return True
    if behind.pos == "PRON":
        return False
    of = word.lower == "of" and behind.pos in {"DET", "PROPN", "NOUN"}
    return word.pos in {"ADJ", "NOUN", "PROPN", "NUM", "DET"} or of


def _before_group(left: Sequence[Word]) -> int:
    """Give the place before the auxiliaries, adverbs and controlling verbs of a predicate."""
    at = len(left) - 1
    while at >= 0:
        word = left[at]
        control = word.pos in {"VERB", "ADJ"} and at + 1 < len(left) and left[at + 1].tag == "TO"
        linking = word.lemma in LINKING
        group = (
            word.pos in GROUP or word.tag in {"MD", "TO"} or linking or word.lower in {"n't", "n’t"}
        )
        if not (group or control):
            return at
        at -= 1
    return at


def _over_aside(left: Sequence[Word], at: int) -> int:
    """Give the place before an aside in commas: `Norway, its envoy said, [rejects]`."""
    for back in range(at - 1, -1, -1):
        if left[back].text == ",":
            return back - 1
    return at - 1


def _first_subject(left: Sequence[Word]) -> Span | None:
    """Give the last noun phrase before a place that a verb follows."""
    for at in range(len(left) - 2, -1, -1):
        word = left[at]
        follows = left[at + 1].pos in {"VERB", "AUX"} or left[at + 1].tag == "MD"
        if word.pos in {"NOUN", "PROPN", "PRON"} and follows:
            told = _over_phrase(left, at)
            return Span(left[_phrase_start(left, told)].start, left[told].end)
    return None
