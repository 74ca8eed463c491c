"""What a query asks for: frozen filters, every field of which narrows the answer.

Words (`actor`, `text`, `name`) are matched without regard to case and diacritics. Days are compared
inclusively. `limit` None means all, `offset` skips that many entries of the answer's own order.
"""

from dataclasses import dataclass
from datetime import date

from onrecord.record import ReviewState, SourcingLevel, SpeechAct, StanceBasis, StanceValue


@dataclass(frozen=True, slots=True)
class DocumentFilter:
    """Documents by their words, their day of publication and their negotiation.

    `text` is searched in title and clean text: all of several words, "a phrase" in quotation
    marks, `agree*` for a beginning. `process` is a process's id or its name.
    """

    text: str | None = None
    since: date | None = None
    until: date | None = None
    process: str | None = None
    limit: int | None = None
    offset: int = 0


@dataclass(frozen=True, slots=True)
class StatementFilter:
    """Statements by speaker, day, sourcing, words and confidence.

    `actor` finds whole words or beginnings of words in the actor's names or in the source's words,
    or is an actor id: "putin" finds Vladimir Putin, "Lee" does not find Fleece. `since` and
    `until` compare with every day on which it may have been said; the day of publication stands in
    where the text bounds nothing. `sourcing` holds the levels wanted, empty for all. `text` is
    searched in content, source and cue, as in `DocumentFilter`. `acts` holds the speech acts
    wanted, empty for all. `about` finds what a statement is about, as `StanceFilter.object` does.
    `as_of` wants what had been published by the end of that day; what is of an unknown day is left
    out. `review` True wants those that are for review, False those that are not, None both.
    `states` holds those of people's decisions that are wanted; empty for all but what was
    rejected.
    """

    actor: str | None = None
    since: date | None = None
    until: date | None = None
    sourcing: tuple[SourcingLevel, ...] = ()
    text: str | None = None
    doc_id: str | None = None
    process: str | None = None
    acts: tuple[SpeechAct, ...] = ()
    about: str | None = None
    as_of: date | None = None
    review: bool | None = None
    states: tuple[ReviewState, ...] = ()
    limit: int | None = None
    offset: int = 0


@dataclass(frozen=True, slots=True)
class StanceFilter:
    """Stances by holder, object, value, basis, day and negotiation.

    `holder` finds beginnings of words in the holder's names, or is an actor id. `object` finds
    beginnings of words in a row in the object's label or category, or is the id of an object or a
    lineage. `since` and `until` compare with every day on which the stance may have been taken;
    the day of publication stands in where the text bounds nothing. `as_of` and `review` are those
    of `StatementFilter`. `values` and `bases` hold those wanted, empty for all.
    """

    holder: str | None = None
    object: str | None = None
    values: tuple[StanceValue, ...] = ()
    bases: tuple[StanceBasis, ...] = ()
    process: str | None = None
    as_of: date | None = None
    since: date | None = None
    until: date | None = None
    doc_id: str | None = None
    review: bool | None = None
    states: tuple[ReviewState, ...] = ()
    limit: int | None = None
    offset: int = 0


@dataclass(frozen=True, slots=True)
class ProvisionFilter:
    """Provisions by plan, category, obligor and negotiation.

    `plan` finds beginnings of words in a row in the plan's label, or is the id of a plan or a
    lineage. `category` is a code of the codebook or its beginning, the main one or a further one.
    `obligor` finds beginnings of words in the names of whoever has to act, or is an actor id.
    `as_of` and `review` are those of `StatementFilter`.
    """

    plan: str | None = None
    category: str | None = None
    obligor: str | None = None
    process: str | None = None
    as_of: date | None = None
    doc_id: str | None = None
    review: bool | None = None
    limit: int | None = None
    offset: int = 0


@dataclass(frozen=True, slots=True)
class EntryFilter:
    """Entries of one kind by document, negotiation, day of publication and what people decided."""

    doc_id: str | None = None
    since: date | None = None
    until: date | None = None
    process: str | None = None
    states: tuple[ReviewState, ...] = ()
    limit: int | None = None
    offset: int = 0


@dataclass(frozen=True, slots=True)
class QueueFilter:
    """What waits for a decision, by kind (empty for all), document and negotiation."""

    kinds: tuple[str, ...] = ()
    doc_id: str | None = None
    process: str | None = None
    limit: int | None = None
    offset: int = 0


@dataclass(frozen=True, slots=True)
class ActorFilter:
    """Actors by the words of their names, as `StatementFilter.actor` finds them."""

    name: str | None = None
    process: str | None = None
    limit: int | None = None
    offset: int = 0


@dataclass(frozen=True, slots=True)
class TextFilter:
    """Texts of plans by words of plan and version, or by their id or their document's."""

    named: str | None = None


ALL_TEXTS = TextFilter()
ALL_DOCUMENTS = DocumentFilter()
ALL_STATEMENTS = StatementFilter()
ALL_STANCES = StanceFilter()
ALL_PROVISIONS = ProvisionFilter()
ALL_ENTRIES = EntryFilter()
ALL_ACTORS = ActorFilter()
ALL_WAITING = QueueFilter()
