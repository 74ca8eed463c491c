"""What waits for a decision, for people and for programs."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rich.table import Table
from rich.text import Text

from onrecord.record import WEIGHTS, Actor, Reason, Waiting
from onrecord.record.wording import in_words
from onrecord.show.plain import one_line
from onrecord.show.tables import short, table

Row = tuple[Waiting, Any]
"""What waits, and the entry itself."""

REASONS = {
    Reason.STANCE: "tells a stance",
    Reason.PLAN: "on a plan",
    Reason.MOVES: "a position that moves",
    Reason.SOLE: "the only report",
    Reason.PARTY: "of a party",
    Reason.QUOTED: "quoted by name",
    Reason.ACT: "an act that decides",
    Reason.AGAIN: "confirmed, and read otherwise since",
    Reason.OTHERWISE: "a second reader, a small network, reads the opposite certainty",
}

SPEAKERS = ("actor_id", "holder", "by")
"""The fields that name whose entry it is."""

WHO, WHAT = 28, 100
"""Characters of a name and of an entry's words in the table."""


def waiting_entry(waiting: Waiting, entry: Any) -> dict[str, Any]:
    """Give what waits for a decision, why it matters and how unsure it is."""
    return {
        "id": waiting.entry_id,
        "kind": waiting.kind,
        "doc_id": waiting.doc_id,
        "urgency": round(waiting.urgency, 4),
        "importance": waiting.importance,
        "doubt": round(waiting.doubt, 4),
        "reasons": {reason: WEIGHTS[reason] for reason in waiting.reasons},
        "words": brief_words(entry),
    }


def whose(rows: Iterable[Row]) -> set[str]:
    """Give the ids of the actors whose entries wait."""
    return {found for _, entry in rows if (found := _whose(entry))}


def _whose(entry: Any) -> str:
    return next((found for name in SPEAKERS if (found := getattr(entry, name, None))), "")


def waiting_table(rows: Sequence[Row], actors: Mapping[str, Actor]) -> Table:
    """Give what waits for a decision, the most urgent first."""
    made = table("id", "kind", "urgency", "doubt", "why", "who", "words")
    for waiting, entry in rows:
        actor = actors.get(_whose(entry))
        made.add_row(
            short(waiting.entry_id),
            waiting.kind,
            f"{waiting.urgency:.2f}",
            f"{waiting.doubt:.2f}",
            Text(", ".join(REASONS[reason] for reason in waiting.reasons)),
            Text(one_line(actor.name, WHO) if actor else ""),
            Text(one_line(brief_words(entry), WHAT)),
        )
    return made


def brief_words(entry: Any) -> str:
    """Give the words by which a person knows an entry again."""
    for name in ("gist", "evidence", "anchor", "demand"):
        if found := getattr(entry, name, None):
            return in_words(found)
    return ""
