"""The claims of a record, and how each stands by what else is on record."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from onrecord.analyse.claims.findings import Claim, ClaimStatus
from onrecord.analyse.conflicts import Conflict, ConflictType, Spoken, spoken
from onrecord.record import (
    Anchor,
    ReporterDistance,
    SourcingLevel,
    SpeechAct,
    Statement,
    identify,
)

ASSERTING = frozenset(
    {
        SpeechAct.STATE,
        SpeechAct.CLAIM,
        SpeechAct.CONFIRM,
        SpeechAct.DENY,
        SpeechAct.REITERATE,
        SpeechAct.ARGUE,
        SpeechAct.INDICATE,
        SpeechAct.HINT,
        SpeechAct.REPORT,
        SpeechAct.ANNOUNCE,
        SpeechAct.ACCUSE,
        SpeechAct.ENDORSE,
    }
)
"""Acts that tell something; what is asked, promised, threatened, felt or foreseen is no claim, but
where another source disputes it: `Lee accepted a ceiling` is one where Lee denies it."""
DISPUTED = frozenset(
    {ConflictType.DENIAL_VS_REPORT, ConflictType.AUTHORSHIP, ConflictType.CHARACTERISATION}
)
ON_RECORD = frozenset(
    {
        SourcingLevel.ON_RECORD_QUOTE,
        SourcingLevel.ON_RECORD_PARAPHRASE,
        SourcingLevel.INSTITUTION,
    }
)
HEARSAY = frozenset(
    {
        SourcingLevel.UNNAMED_DESCRIBED,
        SourcingLevel.UNNAMED_BARE,
        SourcingLevel.MEDIA_REPORTS,
        SourcingLevel.AGENTLESS,
    }
)
SAME, FEWEST = 0.8, 4
"""Share of the stems of the shorter of two statements that tell the same, and their number."""
MOST = 40
"""Statements that share the rarest stem of a claim and are compared with it."""
APART = 80
"""Characters between a force and what it does."""
Side = Callable[[str | None], str | None]


class _Standing(NamedTuple):
    """A status, what decided it in plain words, and the entries that answer the claim."""

    status: ClaimStatus
    reason: str
    answered_by: tuple[str, ...] = ()


@cache
def _pattern(name: str) -> re.Pattern[str]:
    rows = tomllib.loads((files(__package__) / "words.toml").read_text("utf-8"))
    return re.compile(rows[name], re.IGNORECASE)


def claims(found: Iterable[Statement], disputes: Iterable[Conflict], side: Side) -> list[Claim]:
    """Give the claims in the order of the statements; what the outlet itself tells is none.

    `side` gives the key of the side that an actor speaks for, None where the record does not tell.
    """
    every = [one for one in found if not one.for_review]
    answers = _Answers(disputes)
    disputed = answers.others.keys()
    told = [
        one
        for one in every
        if _has_source(one) and (one.speech_act in ASSERTING or one.statement_id in disputed)
    ]
    seconds = _Seconds([spoken(one) for one in told], side)
    outer = {one.statement_id: one for one in every}
    return [_claim(one, outer, _standing(one, answers, seconds)) for one in told]


def _has_source(one: Statement) -> bool:
    return one.sourcing_level is not SourcingLevel.AUTHORIAL


def _claim(one: Statement, outer: Mapping[str, Statement], standing: _Standing) -> Claim:
    teller = outer.get(one.nested_in or "")
    claimants = [one.actor_id] if one.actor_id else [teller.actor_id] if teller else []
    return Claim(
        claim_id=identify("clm", one.statement_id),
        doc_id=one.doc_id,
        proposition=one.content,
        gist=one.gist,
        claimants=tuple(actor for actor in claimants if actor),
        status=standing.status,
        reason=standing.reason,
        statements=(one.statement_id, *((teller.statement_id,) if teller else ())),
        sourcing_level=one.sourcing_level,
        military=is_military(one),
        in_denial=one.speech_act is SpeechAct.DENY,
        marker=_marker(one),
        answered_by=standing.answered_by,
        said_on=one.said_on,
        reported_on=one.reported_on,
    )


class _Answers:
    """What else is on record against each entry: what the same side tells later, what others do."""

    def __init__(self, disputes: Iterable[Conflict]) -> None:
        self.later: dict[str, list[str]] = defaultdict(list)
        self.others: dict[str, list[str]] = defaultdict(list)
        for one in disputes:
            a, b = ([account.entry_id for account in half] for half in (one.a, one.b))
            if one.type is ConflictType.TEMPORAL_REVERSAL:
                self._answer(self.later, a, b)
            elif one.type in DISPUTED or (one.type is ConflictType.NUMERIC and one.open):
                self._answer(self.others, a, b)
                self._answer(self.others, b, a)

    def _answer(self, known: dict[str, list[str]], own: list[str], answers: list[str]) -> None:
        for entry in own:
            known[entry].extend(answers)


class _Seconds:
    """Which statements tell the same as others, of another side and on the record."""

    def __init__(self, found: Sequence[Spoken], side: Side) -> None:
        self._side = side
        self._by_id = {one.statement.statement_id: one for one in found}
        self._by_stem: dict[str, list[Spoken]] = defaultdict(list)
        for one in found:
            for stem in one.stems:
                self._by_stem[stem].append(one)

    def of(self, told: Statement) -> Iterator[str]:
        """Give the ids of the statements that a claim is confirmed by."""
        one = self._by_id[told.statement_id]
        if len(one.stems) < FEWEST or told.speech_act is SpeechAct.DENY:
            return
        rarest = min(one.stems, key=lambda stem: (len(self._by_stem[stem]), stem))
        for each in self._by_stem[rarest][:MOST]:
            if self._confirms(one, each):
                yield each.statement.statement_id

    def _confirms(self, one: Spoken, each: Spoken) -> bool:
        mine, theirs = one.statement, each.statement
        if theirs.sourcing_level not in ON_RECORD or theirs.speech_act is SpeechAct.DENY:
            return False
        here, there = self._side(mine.actor_id), self._side(theirs.actor_id)
        other = mine.actor_id != theirs.actor_id and (here is None or here != there)
        fewest = min(len(one.stems), len(each.stems))
        return other and fewest >= FEWEST and len(one.stems & each.stems) >= SAME * fewest


def _standing(one: Statement, answers: _Answers, seconds: _Seconds) -> _Standing:
    """Give how a claim stands: by what answers it, else by its own words and sourcing."""
    own = one.statement_id
    if later := answers.later.get(own):
        return _Standing(
            ClaimStatus.SUPERSEDED, "the same side later tells otherwise", _once(later)
        )
    if others := answers.others.get(own):
        return _Standing(ClaimStatus.REPORTED_DISPUTED, "another source disputes it", _once(others))
    if same := tuple(seconds.of(one)):
        reason = "a source of another side tells the same"
        return _Standing(ClaimStatus.CONFIRMED_BY_SECOND_SOURCE, reason, _once(same))
    return _by_itself(one)


def _by_itself(one: Statement) -> _Standing:
    """Give how a claim stands by its own words and sourcing."""
    words = f"{one.cue.exact if one.cue else ''} {one.gist}"
    if _pattern("legal").search(one.gist) and one.sourcing_level in ON_RECORD:
        return _Standing(ClaimStatus.CONTESTED_LEGAL_CLAIM, "it says what is lawful or legitimate")
    if one.speech_act is SpeechAct.ACCUSE or _pattern("charge").search(words):
        return _Standing(ClaimStatus.ALLEGATION, "it charges somebody")
    if one.flag_unnamed_opinion:
        return _Standing(ClaimStatus.UNNAMED_OPINION, "an unnamed source evaluates")
    return _by_sourcing(one)


def _by_sourcing(one: Statement) -> _Standing:
    if one.sourcing_level is SourcingLevel.DOCUMENT_OBTAINED:
        return _Standing(ClaimStatus.DOCUMENT_REPORTED, "it stands in a text that others saw")
    if _pattern("told_by_others").search(one.gist):
        return _Standing(ClaimStatus.HEARSAY, "the speaker has it from others")
    if is_military(one):
        status = ClaimStatus.NOT_INDEPENDENTLY_CONFIRMED
        return _Standing(status, "told of the fighting, and by no second source")
    if one.sourcing_level in HEARSAY:
        return _Standing(ClaimStatus.HEARSAY, "unnamed people, media or nobody tell it")
    if one.reporter_distance is ReporterDistance.DISTANCING and _marker(one):
        status = ClaimStatus.NOT_INDEPENDENTLY_CONFIRMED
        return _Standing(status, "the text marks it as claimed")
    return _Standing(ClaimStatus.ATTRIBUTED, "the source's word alone")


def _once(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))


def is_military(one: Statement) -> bool:
    """Tell whether a statement tells of the fighting: a force and its deed, or words enough."""
    text = one.gist
    if _pattern("alone").search(text):
        return True
    deeds = [match.start() for match in _pattern("deeds").finditer(text)]
    forces = [match.start() for match in _pattern("forces").finditer(text)]
    return any(0 < deed - force <= APART for force in forces for deed in deeds)


def _marker(one: Statement) -> Anchor | None:
    """Give the words by which the text marks a claim: its cue, or a hedge in it."""
    marks = _pattern("markers")
    if one.cue and marks.search(one.cue.exact):
        return one.cue
    hedges = one.certainty.hedges if one.certainty else ()
    return next((hedge for hedge in hedges if marks.search(hedge.exact)), None)
