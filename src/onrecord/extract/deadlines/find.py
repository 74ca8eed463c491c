"""The deadlines of one document."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.extract.deadlines.clauses import Clauses
from onrecord.extract.deadlines.days import Days
from onrecord.extract.deadlines.remarks import Remarks
from onrecord.extract.deadlines.told import Told
from onrecord.extract.deadlines.vocabulary import words_of
from onrecord.extract.parties import Parties
from onrecord.record import (
    Deadline,
    DeadlineStep,
    Firmness,
    Provenance,
    Span,
    TimeExpression,
    identify,
)

RULES = ("deadlines", "1")
"""Name and version of these rules, as the provenance of what they find tells it."""
RANK = (
    DeadlineStep.EXTENDED,
    DeadlineStep.WITHDRAWN,
    DeadlineStep.MET,
    DeadlineStep.MISSED,
    DeadlineStep.SET,
    DeadlineStep.NAMED,
)
"""Of several steps that one document tells of one deadline, the first stands."""


class Deadlines:
    """Finds what one document says of deadlines."""

    def __init__(self, parties: Parties, times: Sequence[TimeExpression]) -> None:
        self._ground = parties.ground
        self._parsed = parties.ground.parsed
        days = Days(self._parsed, times)
        self._clauses = Clauses(self._parsed, parties, days)
        self._remarks = Remarks(self._parsed, parties)

    def find(self) -> tuple[Deadline, ...]:
        """Give the deadlines in text order, each once with all that the document says of it."""
        told = self._remarks.added(together(self._told()))
        made = [self._deadline(each) for each in told]
        return tuple(sorted(made, key=lambda deadline: deadline.evidence[0].start))

    def _told(self) -> Iterator[Told]:
        corrections = words_of("words", "corrections")
        skipped: int | None = None
        for sentence in self._parsed.sentences:
            words = self._parsed.of(sentence)
            if words[0].lower in corrections:
                skipped = sentence.paragraph
            if sentence.paragraph != skipped:
                yield from self._clauses.read(sentence)

    def _deadline(self, told: Told) -> Deadline:
        ground = self._ground
        evidence = tuple(ground.anchor(span) for span in (told.evidence, *told.more))
        place = [evidence[0].start, evidence[0].end]
        published = ground.document.published_on
        announced = told.announced_on or (
            f"[..{published[:10]}]"
            if told.step in {DeadlineStep.SET, DeadlineStep.EXTENDED} and published
            else None
        )
        firmness = Firmness.HARD if told.consequence else told.firmness
        return Deadline(
            deadline_id=identify("ddl", ground.document.doc_id, told.step, place),
            doc_id=ground.document.doc_id,
            step=told.step,
            evidence=evidence,
            provenance=Provenance(*RULES, rule_id=f"deadline:{told.rule}"),
            set_by=told.set_by,
            addressees=told.addressees,
            act_required=told.act.code if told.act else None,
            act_words=ground.anchor(told.act.span) if told.act else None,
            due=told.due,
            due_words=tuple(time.anchor for time in told.times),
            moved_from=told.moved_from,
            firmness=firmness,
            firmness_words=tuple(ground.anchor(span) for span in told.firmness_spans),
            consequence=ground.anchor(told.consequence) if told.consequence else None,
            remarks=tuple(ground.anchor(span) for span in told.remarks),
            announced_on=announced,
            told_by=told.statement.actor_id if told.statement else None,
            statements=(told.statement.statement_id,) if told.statement else (),
            reported_on=published,
        )


LOOKED_AT = 60
"""Deadlines, the last ones, that a clause may go on from: hostile text may hold thousands."""


def together(told: Iterator[Told]) -> list[Told]:
    """Give each deadline of a document once, in text order."""
    groups: list[Told] = []
    for each in sorted(told, key=lambda item: item.evidence):
        first = max(len(groups) - LOOKED_AT, 0)
        near = (i for i in range(first, len(groups)) if _is_same(groups[i], each))
        place = next(near, None)
        if place is None:
            groups.append(each)
        else:
            groups[place] = _joined(groups[place], each)
    return groups


def _is_same(one: Told, other: Told) -> bool:
    """Tell whether two clauses tell of one deadline: no other day, nobody else who set it."""
    days = one.due is not None and other.due is not None
    if days and one.due != other.due:
        return False
    if one.set_by and other.set_by and one.set_by != other.set_by:
        return False
    return days or one.due is None or other.due is None


def _joined(one: Told, other: Told) -> Told:
    """Give a deadline with what another clause adds; the first to say something stands."""
    step = min((one.step, other.step), key=RANK.index)
    spans: tuple[Span, ...] = (*one.more, other.evidence, *other.more)
    return replace(
        one,
        step=step,
        rule=one.rule if step is one.step else other.rule,
        set_by=one.set_by or other.set_by,
        addressees=one.addressees or other.addressees,
        act=one.act or other.act,
        due=one.due or other.due,
        times=tuple(dict.fromkeys((*one.times, *other.times))),
        moved_from=one.moved_from or other.moved_from,
        consequence=one.consequence or other.consequence,
        more=tuple(dict.fromkeys(span for span in spans if span != one.evidence)),
        announced_on=one.announced_on or other.announced_on,
    )
