"""Where accounts do not agree: side by side with their words, open or explained, none dropped."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from onrecord.analyse.conflicts.characterised import Characterised
from onrecord.analyse.conflicts.denials import Spoken, denials, spoken, stems
from onrecord.analyse.conflicts.findings import Account, Conflict, ConflictType, conflict
from onrecord.analyse.conflicts.headlines import headlines
from onrecord.analyse.conflicts.numbers import Figure, days_of, dues_of, figure, numbers
from onrecord.analyse.conflicts.reversals import Reversals
from onrecord.analyse.conflicts.stands import of_stances
from onrecord.analyse.conflicts.texts import of_texts
from onrecord.analyse.deadlines import Course
from onrecord.analyse.meetings import Gathering
from onrecord.analyse.proposals import Proposal
from onrecord.analyse.shifts import Shift
from onrecord.record import ObjectKind, Stance, Statement, Topic

__all__ = [
    "Account",
    "Conflict",
    "ConflictType",
    "Figure",
    "Grounds",
    "Spoken",
    "conflict",
    "conflicts",
    "figure",
    "spoken",
    "stems",
]


@dataclass(frozen=True)
class Grounds:
    """What conflicts are looked for in.

    `who` gives the identity that an actor belongs to, `side` the key of the side that one speaks
    for (None where the record does not tell). `headline_ends` gives where the headline of each
    document ends, in published code points; `on_authorship` are the ids of the statements that tell
    who wrote a text.
    """

    statements: Sequence[Statement]
    stances: Sequence[Stance]
    moves: Sequence[Shift]
    proposals: Sequence[Proposal]
    who: Callable[[str], str]
    side: Callable[[str | None], str | None]
    headline_ends: Mapping[str, int] = field(default_factory=dict)
    topics: Sequence[Topic] = ()
    figures: Sequence[Figure] = ()
    meetings: Sequence[Gathering] = ()
    deadlines: Sequence[Course] = ()


AUTHORSHIP = "FACT.AUTHORSHIP"
"""The category of what is told about who wrote a text."""
TEXTS = frozenset({ObjectKind.PROPOSAL, ObjectKind.PROVISION, ObjectKind.QUESTION})


def conflicts(grounds: Grounds) -> list[Conflict]:
    """Give the conflicts of a record, the last reported first, each once."""
    found = [spoken(statement) for statement in grounds.statements if not statement.for_review]
    wrote = {t.statement_id for t in grounds.topics if t.object.category == AUTHORSHIP}
    texts, versions = _texts(grounds), _versions(grounds.topics)
    denied = list(denials(found, grounds.side, wrote))
    every: Iterable[Conflict] = (
        *of_texts(grounds.proposals, grounds.who, grounds.side),
        *denied,
        *Reversals(found, denied).find(grounds.side, _day),
        *Characterised(found, grounds.side, texts).find(grounds.proposals),
        *numbers(found, grounds.figures, grounds.side, versions),
        *days_of(grounds.meetings),
        *dues_of(grounds.deadlines),
        *of_stances(grounds.stances, grounds.moves),
        *headlines(found, grounds.headline_ends, grounds.stances),
    )
    unique = {one.conflict_id: one for one in every}
    return sorted(unique.values(), key=lambda one: (one.last, one.conflict_id), reverse=True)


def _texts(grounds: Grounds) -> dict[str, frozenset[str]]:
    """Give the texts that statements are about, by the ids under which the record has them."""
    merged = {own: one.proposal_id for one in grounds.proposals for own in one.members}
    about: dict[str, frozenset[str]] = {}
    for topic in grounds.topics:
        if topic.object.kind in TEXTS:
            lineage = topic.object.lineage or topic.object.object_id
            text = frozenset({merged.get(lineage, lineage)})
            about[topic.statement_id] = about.get(topic.statement_id, frozenset()) | text
    return about


def _versions(topics: Iterable[Topic]) -> dict[str, frozenset[str]]:
    """Give the versions of texts that statements are about, where their words say which."""
    about: dict[str, frozenset[str]] = {}
    for topic in topics:
        if topic.object.version:
            version = frozenset({topic.object.version})
            about[topic.statement_id] = about.get(topic.statement_id, frozenset()) | version
    return about


def _day(statement: Statement) -> str:
    """Give the day of a statement, that of its report where none is said."""
    return statement.said_on or statement.reported_on or ""
