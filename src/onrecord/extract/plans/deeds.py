"""What is done with a text in a sentence: who wrote it, got it, gave it, leaked it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.extract.language import FINITE, Parsed, Word
from onrecord.extract.matters import Lineages, PlanReference
from onrecord.extract.matters.counts import plan_words
from onrecord.extract.plans.parties import Party, before, parties
from onrecord.extract.plans.words import GIVEN, deed_words, verbs
from onrecord.extract.stances.clauses import is_denied, subject_before
from onrecord.record import PlanAspect, Span

REACH = 16
"""Words between a verb and the text that it is about: further off another one is meant."""
BEFORE = 40
"""Words before a verb that are looked at."""
BACK = 1000
"""Code points that `it` and `a copy` go back at most: about five sentences."""
STANDING_FOR = frozenset({"it", "them", "copy", "copies", "this", "that", "which"})
CLOSE = 90
"""Code points between a verb and the words for its text that are shown together."""
CUTS = frozenset({";", ":", "—", "–", ".", "“", "”", '"'})
APART = frozenset({"following", "before", "during", "since", "while", "because", "but", "although"})


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing done with a text: `words` tell it, in clean offsets.

    `agents` did it, `receivers` got the text from them. `clause` reaches from the verb to the end
    of what belongs to it. `planned` tells that it is only to come.
    """

    kind: str
    plan: PlanReference
    verb: Word
    words: Span
    clause: Span
    agents: tuple[Party, ...] = ()
    receivers: tuple[Party, ...] = ()
    denied: bool = False
    planned: bool = False


class Deeds:
    """Finds what is done with the texts of one document."""

    def __init__(self, parsed: Parsed, plans: Lineages) -> None:
        self._parsed, self._plans = parsed, plans

    def find(self) -> Iterator[Deed]:
        """Give the deeds in text order."""
        known = verbs()
        for word in self._parsed.words if self._plans.references else ():
            if word.pos in {"VERB", "AUX"} and (kind := known.get(word.lemma)):
                if found := self._deed(word, kind):
                    yield found
            elif word.lemma == "leak" and word.pos == "NOUN":
                yield from self._leak(word)
            elif word.lemma in deed_words("drafted", "light") and word.pos == "NOUN":
                yield from self._part_in(word)

    def _deed(self, verb: Word, kind: str) -> Deed | None:
        left, right = self._around(verb)
        weak = verb.lemma in deed_words(PlanAspect.RECEIVED, "weak")
        if _is_unreal(left) or _is_auxiliary(verb, right) or _is_another(left, right):
            return None
        if weak and verb.tag == "VBG":
            return None
        passive = _is_passive(verb, left)
        plan = self._before(verb, left) if passive else self._after(verb, left, right, kind)
        if plan is None or plan.span.holds(Span(verb.start, verb.end)):
            return None
        subject = subject_before(left)
        agents = _behind(right, "by") if passive else self._subjects(left, subject)
        if agents and kind == PlanAspect.DRAFTED and not passive:
            agents = [*agents, *_behind(right, "with", "alongside")]  # `wrote it with [Norway]`
        receivers = _behind(right, *_openers(verb)) or (
            [] if passive else self._indirect(right, plan)
        )
        near = [p.span for p in (*agents, *receivers)]
        near += [plan.span] if _is_near(plan.span, verb) else []
        first = min(verb.start, *(span.start for span in near), verb.start)
        last = max(verb.end, *(span.end for span in near), verb.end)
        end = right[-1].end if right else verb.end
        return Deed(
            kind=kind,
            plan=plan,
            verb=verb,
            words=Span(max(first, self._sentence(verb).start), last),
            clause=Span(verb.start, end),
            agents=tuple(agents),
            receivers=tuple(receivers),
            denied=is_denied(left) or _denied_object(right) or _is_refuted(left),
            planned=_is_planned(left),
        )

    def _subjects(self, left: Sequence[Word], subject: Span | None) -> list[Party]:
        return list(before(left, subject)) if subject else []

    def _around(self, verb: Word) -> tuple[list[Word], list[Word]]:
        """Give the words of the sentence before a verb, and those behind it to the next mark."""
        sentence = self._parsed.sentences[verb.sentence]
        words = self._parsed.words
        left = list(words[max(sentence.first, verb.at - BEFORE) : verb.at])
        right: list[Word] = []
        for word in words[verb.at + 1 : min(sentence.last, verb.at + 2 * REACH)]:
            dates = words[min(word.at + 1, len(words) - 1)].entity == "DATE"
            if word.text in CUTS or (_goes_on(word, right) and not dates):
                break
            right.append(word)
        return left, right

    def _sentence(self, word: Word) -> Span:
        return self._parsed.span(self._parsed.sentences[word.sentence])

    def _before(self, verb: Word, left: Sequence[Word]) -> PlanReference | None:
        """Give the text that something is done to: `the plan [was drafted]`, `it was leaked`."""
        found = self._plans.before(verb.start)
        if found is None:
            return None
        subject = subject_before(left)
        words = self._parsed.text[slice(*subject)].lower() if subject else ""
        if words in STANDING_FOR or words.endswith((" copy", " copies")):
            return found if verb.start - found.span.end < BACK else None
        between = self._parsed.within(Span(found.span.end, verb.start)) if found else ()
        same = self._parsed.word_at(found.span.start).sentence == verb.sentence
        joined = sum(word.tag in FINITE for word in between) <= 1
        return found if same and joined and len(between) <= REACH else None

    def _after(
        self, verb: Word, left: Sequence[Word], right: Sequence[Word], kind: str
    ) -> PlanReference | None:
        """Give the text behind a verb, or the one that it describes: `the plan she wrote`."""
        near = 5 if verb.lemma in deed_words(PlanAspect.RECEIVED, "weak") else REACH
        reach = right[:near]
        for word in reach:
            if word.tag in {"VBZ", "MD"}:
                break
            found = self._plans.within(Span(word.start, word.end))
            if found and found[0].span.start >= verb.end:
                return found[0]
        stands = next((w for w in right[:4] if w.lower in STANDING_FOR), None)
        last = self._plans.before(verb.start)
        if stands and last and verb.start - last.span.end < BACK:
            return last
        return self._described(left) if kind in {PlanAspect.DRAFTED, GIVEN} else None

    def _described(self, left: Sequence[Word]) -> PlanReference | None:
        """Give the text that a relative clause is about: `[the text] that two envoys wrote`."""
        subject = subject_before(left)
        if subject is None:
            return None
        party = next(before(left, subject), None)
        start = party.span.start if party else subject.start
        last = self._plans.before(start)
        between = self._parsed.within(Span(last.span.end, start)) if last else ()
        inner = [w for w in between if last and w.start >= last.span.end and w.end <= start]
        if last and all(w.lower in {"that", "which", ","} for w in inner) and len(inner) <= 2:
            return (
                last
                if self._parsed.word_at(last.span.start).sentence == left[-1].sentence
                else None
            )
        return None

    def _indirect(self, right: Sequence[Word], plan: PlanReference) -> list[Party]:
        """Give who gets it, between verb and text: `gave [both sides] the plan`."""
        between = [word for word in right if word.end <= plan.span.start]
        return parties(between) if between and between[0].pos in {"PROPN", "DET", "ADJ"} else []

    def _leak(self, noun: Word) -> Iterator[Deed]:
        """Give the leak of a text: `last week's leak of a plan`, `after the plan's leak`."""
        _, right = self._around(noun)
        if not right or right[0].lower != "of":
            return
        for word in right[1:6]:
            if found := self._plans.within(Span(word.start, word.end)):
                sentence = self._sentence(noun)
                words = Span(noun.start, found[0].span.end)
                yield Deed(PlanAspect.PUBLISHED, found[0], noun, words, sentence)
                return

    def _part_in(self, noun: Word) -> Iterator[Deed]:
        """Give who had `a hand in` a text, `played a role in` drafting it."""
        left, right = self._around(noun)
        verb = next((w for w in reversed(left[-6:]) if w.lemma in {"have", "play", "take"}), None)
        if not right or right[0].lower != "in" or verb is None:
            return
        found = next(
            (f for w in right[1:10] for f in self._plans.within(Span(w.start, w.end))), None
        )
        part = any(word.lemma in plan_words("parts") for word in right[1:6])
        plan = found or (self._plans.before(noun.start) if part else None)
        before_verb = [word for word in left if word.at < verb.at]
        subject = subject_before(before_verb)
        if plan is None or subject is None or noun.start - plan.span.end > BACK:
            return
        agents = tuple(before(before_verb, subject))
        last = max(noun.end, found.span.end if found else right[min(3, len(right) - 1)].end)
        yield Deed(
            kind=PlanAspect.DRAFTED,
            plan=plan,
            verb=noun,
            words=Span(subject.start, last),
            clause=Span(noun.start, right[-1].end),
            agents=agents,
            denied=is_denied(left) or _is_refuted(before_verb),
        )


def _goes_on(word: Word, right: Sequence[Word]) -> bool:
    """Tell where another clause begins: `wrote the text [, and said]`, `[following] a summit`."""
    if word.lower in APART or word.tag in {"WDT", "WP"}:
        return word.lower != "after" or not right
    joined = bool(right) and right[-1].lower == "and"
    return len(right) > 1 and word.tag in FINITE and not (joined and len(right) < 3)


def _is_near(span: Span, verb: Word) -> bool:
    """Tell whether the words for a text stand by the verb, and `it` does not stand for them."""
    return span.start - verb.end < CLOSE and verb.start - span.end < CLOSE


def _is_passive(verb: Word, left: Sequence[Word]) -> bool:
    """Tell `the text was [drafted]`, `a text [drafted] by`, from `has [drafted]`."""
    if verb.tag != "VBN":
        return False
    for word in reversed(left[-5:]):
        if word.lemma in {"be", "get"}:
            return True
        if word.lemma == "have" or word.lower in {"’ve", "'ve"}:
            return False
        if word.pos not in {"ADV", "PART", "AUX"}:
            return True
    return True


def _openers(verb: Word) -> tuple[str, ...]:
    """Give the prepositions before who gets a text: `shared it [with] both sides`."""
    return ("to", "with") if verb.lemma == "share" else ("to",)


def _behind(right: Sequence[Word], *openers: str) -> list[Party]:
    """Give those named behind the first of these prepositions, before another clause begins."""
    for at, word in enumerate(right[:REACH]):
        if word.tag in {"VBD", "VBZ", "MD", "WDT", "WP"}:
            return []
        if word.lower in openers and right[at + 1 : at + 2] and right[at + 1].tag != "VB":
            return parties(right[at + 1 :])
    return []


def _is_refuted(left: Sequence[Word]) -> bool:
    """Tell `[denies] receiving`, `[denied] that it had written`."""
    near = list(reversed(left[-8:]))
    at = next((i for i, word in enumerate(near) if word.lemma == "deny"), None)
    return at is not None and (at == 0 or near[at - 1].lower in {"that", "having"})


def _denied_object(right: Sequence[Word]) -> bool:
    """Tell `received [no] proposal`."""
    return any(word.lower in {"no", "neither", "nothing"} for word in right[:2])


def _is_another(left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Tell `received and [reviewed]`, which tells no more, and `[write] that`."""
    second = len(left) > 1 and left[-1].lower == "and" and left[-2].lemma in verbs()
    return second or (bool(right) and right[0].lower == "that")


def _is_auxiliary(verb: Word, right: Sequence[Word]) -> bool:
    """Tell `has [been leaked]` from `has it`."""
    behind = [word for word in right[:2] if word.pos not in {"ADV", "PART"}]
    return verb.pos == "AUX" and bool(behind) and behind[0].pos in {"VERB", "AUX"}


def _is_unreal(left: Sequence[Word]) -> bool:
    """Tell what did not happen: `the text I [would have] written`."""
    near = [word.lower for word in left[-4:]]
    pairs = pairwise(near)
    return any(
        a in {"would", "could", "should", "might"} and b in {"have", "'ve", "’ve"} for a, b in pairs
    )


def _is_planned(left: Sequence[Word]) -> bool:
    """Tell what is only to come: `will be handed`, `is to present`."""
    near = left[-4:]
    return any(word.lower in {"will", "would", "shall", "’ll", "'ll"} for word in near) or (
        len(near) > 1 and near[-1].tag == "TO"
    )
