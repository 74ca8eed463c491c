"""What one document says of a meeting or a deadline, for the page of one entry."""

from collections.abc import Mapping

from onrecord.record import Actor, Deadline, Meeting
from onrecord.show.occasion_tables import plain
from onrecord.show.single_stances import DECIDED, OBJECT, Facts, Marks, Parts


def occasion_parts(entry: Meeting | Deadline, actors: Mapping[str, Actor]) -> Parts:
    """Give the page of an account of a meeting or a deadline."""
    if isinstance(entry, Meeting):
        (title, facts), days = _meeting(entry, actors), entry.date_words
    else:
        (title, facts), days = _deadline(entry, actors), entry.due_words
    told = {
        "told by": _names([entry.told_by] if entry.told_by else [], actors) or "the reporter",
        "statements": ", ".join(entry.statements) or None,
        "found by": f"rule {entry.provenance.rule_id}",
    }
    marks: Marks = tuple((anchor, DECIDED) for anchor in entry.evidence)
    marks += tuple((anchor, OBJECT) for anchor in days)
    known = {key: value for key, value in {**facts, **told}.items() if value}
    legend = (("the day", OBJECT), ("the words that tell of it", DECIDED))
    return Parts(title=title, doubt="", facts=known, marks=marks, legend=legend)


def _meeting(entry: Meeting, actors: Mapping[str, Actor]) -> tuple[str, Facts]:
    facts: Facts = {
        "status": plain(entry.status),
        "who": _names(entry.participants, actors),
        "where": entry.place,
        "when": entry.date,
        "track": entry.track,
        "id": entry.meeting_id,
    }
    return f"Meeting: {plain(entry.type)}, {plain(entry.status)}", facts


def _deadline(entry: Deadline, actors: Mapping[str, Actor]) -> tuple[str, Facts]:
    facts: Facts = {
        "due": entry.due,
        "moved from": entry.moved_from,
        "set by": _names([entry.set_by] if entry.set_by else [], actors),
        "for": _names(entry.addressees, actors),
        "act": entry.act_words.exact if entry.act_words else None,
        "or else": entry.consequence.exact if entry.consequence else None,
        "firmness": entry.firmness,
        "announced on": entry.announced_on,
        "id": entry.deadline_id,
    }
    return f"Deadline: {plain(entry.step)}", facts


def _names(actor_ids: tuple[str, ...] | list[str], actors: Mapping[str, Actor]) -> str:
    return ", ".join(actors[each].name for each in actor_ids if each in actors)
