"""What people decided, and what waits for them, for people and for programs."""

from collections.abc import Iterable, Mapping
from typing import Any

from rich.text import Text

from onrecord.record import (
    Action,
    Actor,
    Provenance,
    Review,
    ReviewState,
    Ruling,
)
from onrecord.show.plain import markdown, one_line

Json = dict[str, Any]

PERSON, MACHINE = "◆", "◇"
"""Whose word an entry is: a person stands for it, or the machine alone."""

ACTIONS = {
    Action.ACCEPT: "accepted",
    Action.REJECT: "rejected",
    Action.CORRECT: "corrected",
    Action.ADD: "added",
    Action.UNDO: "undid",
    Action.REDO: "did again",
}

STATES = {
    ReviewState.MACHINE: "read by the machine alone",
    ReviewState.CONFIRMED: "confirmed",
    ReviewState.CORRECTED: "corrected",
    ReviewState.REJECTED: "rejected",
    ReviewState.ADDED: "added by hand",
}


CALLED = {
    "actor_id": "speaker",
    "as_of": "date",
    "content": "words",
    "evidence": "words",
    "object": "point",
    "said_on": "date",
    "sourcing_level": "sourcing",
    "speech_act": "act",
    "value": "stance",
}
"""What people call fields, where it is not the field's name."""


def review_entry(provenance: Provenance) -> Json:
    """Give what people made of an entry: its state, who and when, what the machine reads otherwise.

    `found` is false where the machine's current reading does not have the entry.
    """
    review = provenance.review
    return {
        "state": provenance.state,
        "by": review.by if review else None,
        "at": review.at if review else None,
        "machine": dict(review.machine) if review else {},
        "found": review.found if review else True,
    }


def mark(provenance: Provenance) -> str:
    """Give `◆ corrected` for what a person decided, nothing for what is the machine's alone."""
    return f"{PERSON} {STATES[provenance.state]}" if provenance.review else ""


def vouched(provenance: Provenance) -> str:
    """Give `; ◆ corrected by Ann Lee` for Markdown, nothing for what is the machine's alone."""
    review = provenance.review
    return f"; {mark(provenance)} by {markdown(review.by)}" if review else ""


def decided(review: Review | None, actors: Mapping[str, Actor]) -> str:
    """Give what people made of an entry in one sentence, nothing where nobody decided."""
    if review is None:
        return ""
    said = f"{PERSON} {STATES[review.state]} by {one_line(review.by)} on {review.at[:10]}"
    if not review.found and review.state in {ReviewState.CONFIRMED, ReviewState.CORRECTED}:
        said += "; the machine no longer finds it"
    read = [
        f"{CALLED.get(name, name)} {_machines(value, actors)}" for name, value in review.machine
    ]
    return f"{said}; the machine reads {', '.join(read)}" if read else said


def _machines(value: str, actors: Mapping[str, Actor]) -> str:
    """Give a value of the machine's in words: an actor by his name."""
    actor = actors.get(value)
    shown = actor.name if actor else value
    return f"“{one_line(shown, 60)}”" if shown else "nothing"


def ruling_entry(ruling: Ruling) -> Json:
    """Give a line of the log."""
    return {
        "id": ruling.ruling_id,
        "action": ruling.action,
        "entry": ruling.entry_id,
        "kind": ruling.kind,
        "doc_id": ruling.doc_id,
        "field": ruling.field,
        "before": ruling.before,
        "value": ruling.value,
        "of": ruling.of,
        "note": ruling.note,
        "by": ruling.by,
        "at": ruling.at,
    }


def history_lines(rulings: Iterable[Ruling], *, named: bool) -> list[Text]:
    """Give the log, a line each: when, who, what; `named` adds of which entry."""
    known: dict[str, Ruling] = {}
    lines = []
    for ruling in rulings:
        known[ruling.ruling_id] = ruling
        text = f"{ruling.at[:16].replace('T', ' ')}  {one_line(ruling.by)} {_what(ruling, known)}"
        text += f": {one_line(ruling.note)}" if ruling.note else ""
        lines.append(Text(f"{text}  {ruling.entry_id}" if named else text))
    return lines


def _what(ruling: Ruling, known: Mapping[str, Ruling]) -> str:
    """Give what a person did: `corrected speaker from “the envoy” to “Ann Lee”`."""
    done = ACTIONS[ruling.action]
    if ruling.action is Action.CORRECT:
        before, value = (
            f"“{one_line(each, 80)}”" if each else "nothing"
            for each in (ruling.before, ruling.value)
        )
        return f"{done} {ruling.field} from {before} to {value}"
    earlier = known.get(ruling.of or "")
    if earlier:
        return f"{done} what {one_line(earlier.by)} {_what(earlier, known)}"
    return done
