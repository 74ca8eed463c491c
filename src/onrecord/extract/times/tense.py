"""A cheap guess at the tense of the verb beside a time expression."""

from dataclasses import dataclass
from functools import cache

from onrecord.extract.times.findings import Tense
from onrecord.extract.times.lexicon import letters, word_list
from onrecord.extract.times.tokens import Tokens

REACH = 14
"""How many tokens away a verb may stand: "met … for the first time since the war Monday"."""


@dataclass(frozen=True)
class _Verbs:
    """The forms of the word list."""

    tenses: dict[str, Tense]
    modals: frozenset[str]
    looks_ahead: frozenset[str]
    before_adjectives: frozenset[str]
    lapses: frozenset[str]
    moved: frozenset[str]


@cache
def _verbs() -> _Verbs:
    """Give the word list `tenses.toml`."""
    lists = word_list("tenses.toml")
    tenses = {form: tense for tense in (Tense.PRESENT, Tense.PAST) for form in lists[tense.value]}
    ahead = dict.fromkeys((*lists["modals"], *lists["future"]), Tense.FUTURE)
    names = ("modals", "looks_ahead", "before_adjectives", "lapses", "moved")
    return _Verbs(tenses | ahead, *(frozenset(lists[name]) for name in names))


BESIDE = 2
"""How near a present tense must stand: "the vote is Friday", not "has had none since Friday"."""

MET = 4
"""How far after "met" its deadline may stand: "met their Friday deadline"."""

PAST_NOUN = 5
"""How far after the day what became of its deadline may stand: "Friday's deadline has passed"."""

LIMIT = 6
"""How far after "until Friday" its verb may stand: "Until Friday, they had not called it so"."""


def tense_at(tokens: Tokens, first: int, end: int) -> Tense:
    """Give the tense of the nearest verb of the clause before the tokens, else after them.

    >>> tense_at(Tokens("Envoys will meet Friday."), 3, 4)
    <Tense.FUTURE: 'future'>
    >>> tense_at(Tokens("They missed a deadline they had set for May."), 8, 9)
    <Tense.PAST: 'past'>
    """
    before = Tense.FUTURE if _is_of_deadline(tokens, end) else _before(tokens, first)
    if before is Tense.FUTURE and _is_over(tokens, first):
        return Tense.PAST
    return before if before is not Tense.NONE else _after(tokens, end)


def _before(tokens: Tokens, first: int) -> Tense:
    """Give the tense of the nearest verb to the left."""
    leads = False
    if tokens.form(first - 1).lower() in {"by", "until", "till"}:
        return _of_limit(tokens, first)
    if _is_moved(tokens, first):
        return Tense.FUTURE
    for index in range(first - 1, max(first - REACH, 0) - 1, -1):
        if _stops(tokens, index):
            break
        form = tokens.form(index).lower()
        if form in _verbs().looks_ahead and leads:
            return Tense.FUTURE
        tense = _tense_of(tokens, index)
        if _lapses(tokens, index):
            return Tense.FUTURE
        if form in {"is", "are"} and tokens.form(index + 1).lower() == "to":
            return Tense.FUTURE  # "are to resume their talks on Friday"
        if tense is Tense.PRESENT and first - index > BESIDE:
            tense = Tense.NONE
        if tense is not Tense.NONE:
            return _with_auxiliary(tokens, index, tense)
        leads = leads or form in {"to", "for"}
    return Tense.NONE


def _lapses(tokens: Tokens, index: int) -> bool:
    """Tell "the truce [expires] at the end of June", "[runs] out on Friday"; not "may expire"."""
    form, before, behind = (tokens.form(at).lower() for at in (index, index - 1, index + 1))
    ends = form in _verbs().lapses and (not form.startswith("run") or behind == "out")
    return ends and before != "to"


def _is_moved(tokens: Tokens, first: int) -> bool:
    """Tell "extended the pause to [August 12]": what was put off lies ahead."""
    near = {tokens.form(at).lower() for at in range(max(first - REACH, 0), first)}
    return tokens.form(first - 1).lower() == "to" and bool(near & _verbs().moved)


def _is_of_deadline(tokens: Tokens, end: int) -> bool:
    """Tell "Friday's deadline" and "the Friday deadline", not "Friday's deadline has passed"."""
    behind = [tokens.form(at).lower() for at in range(end, end + PAST_NOUN)]
    own = behind[1:] if behind[0] in {"'s", "’s"} else behind
    return own[0] == "deadline" and not {"passed", "expired", "lapsed", "ran"} & set(own)


def _is_over(tokens: Tokens, first: int) -> bool:
    """Tell whether the day was met or missed: "missed a deadline of", "failed, missing a date".

    Not so "risk missing the deadline", whose day is still to come.
    """
    for index in range(first - 1, max(first - REACH, 0) - 1, -1):
        if _stops(tokens, index):
            return False
        form, before = (tokens.form(at).lower() for at in (index, index - 1))
        near = {tokens.form(at).lower() for at in range(index + 1, index + MET)}
        missed = form == "missed" or (form == "missing" and before in {",", "after"})
        if missed or (form == "met" and "deadline" in near):
            return not _verbs().modals & {tokens.form(at).lower() for at in (index - 2, index - 1)}
    return False


def _of_limit(tokens: Tokens, first: int) -> Tense:
    """Give the tense of "by Friday", "until Friday": ahead but for "had left by Friday"."""
    forms = {tokens.form(index).lower() for index in range(max(first - REACH, 0), first + LIMIT)}
    return Tense.PAST if forms & {"had", "lasted"} else Tense.FUTURE


def _with_auxiliary(tokens: Tokens, index: int, tense: Tense) -> Tense:
    """Give the tense of the whole verb.

    "Will be finished" and "could be signed" are future, "would have met" and "could not be reached"
    past.
    """
    group = [tokens.form(place).lower() for place in range(max(index - 3, 0), index)]
    if {"have", "had"} & set(group) or {"could", "not"} <= set(group):
        return Tense.PAST
    return Tense.FUTURE if _verbs().modals & set(group) or group[-1:] == ["be"] else tense


def _after(tokens: Tokens, end: int) -> Tense:
    """Give the tense of the nearest verb to the right."""
    for index in range(end, min(end + REACH, len(tokens.kinds))):
        if _stops(tokens, index):
            break
        tense = _tense_of(tokens, index)
        if tense is Tense.PRESENT and index >= end + BESIDE:
            tense = Tense.NONE
        if tense is not Tense.NONE:
            return tense
    return Tense.NONE


def _tense_of(tokens: Tokens, index: int) -> Tense:
    """Give the tense of one word, NONE for most words and for an infinitive ("to cut").

    A word in -ed after an article is an adjective: "on a still unspecified date in January".
    """
    form = tokens.form(index)
    if form == "May":
        return Tense.NONE
    form = form.lower()
    known = _verbs().tenses.get(form)
    before = tokens.form(index - 1).lower()
    if known:
        return Tense.NONE if before == "to" and known is Tense.PAST else known
    if len(form) < 5 or not form.endswith("ed"):
        return Tense.NONE
    return Tense.NONE if before in _verbs().before_adjectives else Tense.PAST


def _stops(tokens: Tokens, index: int) -> bool:
    """Tell whether the clause ends here: a full stop, an empty line, a quotation mark, a dash."""
    kind = tokens.kinds[index]
    return kind in (letters()["DOT"], letters()["BREAK"], letters()["QUOTE"], letters()["DASH"])
