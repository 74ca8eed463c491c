"""What the words of a provision tell of its modality and of the state of its text."""

from collections.abc import Sequence

from onrecord.extract.language import Word
from onrecord.extract.provisions.groups import NEGATIONS
from onrecord.extract.provisions.lexicon import listed, rows
from onrecord.extract.provisions.scopes import Part, Scope, Shape
from onrecord.record import Modality, TextState

FIRST = 4
"""Words at the start of a noun phrase among which the noun stands that tells its modality."""


def modality_of(words: Sequence[Word], scope: Scope, part: Part) -> Modality:
    """Give what a provision does: what its own verb or noun says, else the verb that opens it."""
    inside = words[part.first : part.last]
    if inside[0].lower in {"neither", "no"} and scope.shape is not Shape.NOUNS:
        return Modality.FORBID
    if part.owed in {Modality.PERMIT, Modality.FORBID}:
        return part.owed
    if scope.shape is Shape.NOUNS:
        return _of_noun(inside) or scope.modality
    verb = _verb(inside)
    if verb is None:
        return scope.modality
    if _denied(inside, verb) and scope.modality is Modality.REQUIRE:
        return Modality.FORBID
    return _of_verb(inside, verb, passive=part.passive) or scope.modality


def _verb(inside: Sequence[Word]) -> int | None:
    """Give the place of the main verb: the last of the first row of verbs."""
    verbs = [at for at, word in enumerate(inside) if word.pos in {"VERB", "AUX"}]
    if not verbs:
        return None
    at = verbs[0]
    for place in range(at + 1, len(inside)):
        word = inside[place]
        if word.pos in {"VERB", "AUX"} and inside[at].pos == "AUX":
            at = place
        elif not (word.tag.startswith("RB") or word.tag in {"TO", "RP"}):
            break
    return at


def _denied(inside: Sequence[Word], verb: int) -> bool:
    near = inside[max(0, verb - 5) : verb]
    refrains = inside[verb].lemma in listed("modality", "forbid")
    return refrains or any(word.lower in NEGATIONS for word in near)


def _of_verb(inside: Sequence[Word], verb: int, *, passive: bool) -> Modality | None:
    lemma = inside[verb].lemma
    up = verb + 1 < len(inside) and inside[verb + 1].lower == "up"
    if lemma in listed("modality", "establish") or (lemma == "set" and up):
        return Modality.ESTABLISH
    if lemma in listed("modality", "recognise"):
        return Modality.RECOGNISE
    if passive and lemma in listed("owed", "permitted"):
        return Modality.PERMIT
    if passive and lemma in listed("owed", "forbidden"):
        return Modality.FORBID
    return None


def _of_noun(inside: Sequence[Word]) -> Modality | None:
    for word in inside[:FIRST]:
        for modality in (m for m in Modality if m is not Modality.REQUIRE):
            if word.lemma in listed("nouns", modality):
                return modality
        if word.tag == "IN":
            return None
    return None


def state_of(words: Sequence[Word], scope: Scope, sentence_last: int) -> TextState:
    """Give the state of a provision's text, where words beside a part of a text tell it.

    One side's own counter-proposal is open as long as talks on it go on.
    """
    if scope.rule in {"list", "changed"}:
        last = max(scope.last, min(sentence_last, scope.last + 6))
        told = words[scope.first : last]
        state = changed_by([word.lower for word in told])
        if state and any(word.lemma in listed("nouns", "parts") for word in told):
            return state
    own = scope.plan.lineage.own and scope.plan.lineage.instrument != "unilateral_conditions"
    return TextState.PROPOSED_OPEN if own else TextState.UNKNOWN


def changed_by(lowers: Sequence[str]) -> TextState | None:
    """Give the state of a text that these words, in small letters, tell of one of its parts."""
    names = ("deleted", "bracketed", "agreed_on_objective", "agreed")
    return next((TextState(name) for name in names if _has(lowers, name)), None)


def _has(lowers: Sequence[str], state: str) -> bool:
    joined = f" {' '.join(lowers)} "
    return any(f" {' '.join(row)} " in joined for row in rows("states", state))
