"""Questions of analysts, answered from the record and checked fact by fact."""

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.case.articles import Case, load
from evaluation.extracting import Json
from evaluation.questions.case import Named
from evaluation.questions.conflicts import Sides
from evaluation.questions.facts import Entries
from evaluation.questions.occasions import Occasions
from evaluation.questions.plans import Versions
from evaluation.questions.rows import claims, conditions, money, provisions, stances, statements
from evaluation.tally import percent
from onrecord.api import Record
from onrecord.show import occasions
from onrecord.show.claims import Claims, claim_entry
from onrecord.show.conflicts import Conflicts, conflict_entry
from onrecord.show.event_entries import event_entry
from onrecord.show.events import EventFilter, events
from onrecord.show.occasion_entries import course_entry, gathering_entry
from onrecord.show.plans import proposal_entry
from onrecord.store import Store, open_record


@dataclass(frozen=True, slots=True)
class Answer:
    """A question of a case, its facts, and those that the record does not hold."""

    question: Json
    facts: list[Json]
    lost: list[Json]


def answered(folder: Path) -> list[Answer]:
    """Give the questions of a case with what the record lacks; none where its gold has none."""
    case, entries = entries_of(folder)
    return [
        Answer(each, each["facts"], [fact for fact in each["facts"] if not entries.holds(fact)])
        for each in case.gold.get("questions") or []
    ]


def figures(answers: Sequence[Answer]) -> dict[str, float]:
    """Give the facts held and the questions answered with all their facts, in percent."""
    facts = sum(len(each.facts) for each in answers)
    lost = sum(len(each.lost) for each in answers)
    whole = sum(not each.lost for each in answers)
    return {
        "facts": percent((facts - lost) / facts if facts else 0.0),
        "answered": percent(whole / len(answers) if answers else 0.0),
    }


def entries_of(folder: Path) -> tuple[Case, Entries]:
    """Give the case in a folder, and the entries of the record read from its articles alone."""
    case = load(folder)
    named = Named(case)
    files = [folder / article.gold["metadata"]["file"] for article in case.articles]
    with tempfile.TemporaryDirectory() as place, open_record(Path(place, "r.db")) as store:
        Record(store).read(*files)
        told = Conflicts(store)
        found: list[Json] = [proposal_entry(one, told.plans) for one in told.plans.all]
        meetings, deadlines = _occasions(store)
        disputes: list[Json] = [conflict_entry(one, told.actors) for one in told.all]
        claimed = Claims(store)
        asserted: list[Json] = [claim_entry(one, claimed) for one in claimed.all]
        happened = [event_entry(one, told.actors) for one in events(store, EventFilter())]
    versions = Versions(named, found)
    documents = {a.line["doc_id"]: a for a in case.articles if a.line}
    told_of = Occasions(named, documents)
    acts_for = {a["id"]: a["acts_for"] for a in case.gold["actors"] if a.get("acts_for")}
    rows = {
        "statement": list(statements(named)),
        "claim": list(claims(named, asserted)),
        "stance": list(stances(named)),
        "condition": list(conditions(named)),
        "money": list(money(named)),
        "provision": list(provisions(named)),
        "meeting": list(told_of.meetings(meetings)),
        "deadline": list(told_of.deadlines(deadlines)),
        "event": list(told_of.events(happened)),
        "proposal": list(versions.proposals()),
        "version": list(versions.versions()),
        "conflict": list(Sides(named, versions, documents).rows(disputes)),
    }
    return case, Entries(rows, acts_for)


def _occasions(store: Store) -> tuple[list[Json], list[Json]]:
    """Give the meetings, interviews too, and the deadlines as of the last article's day."""
    asked = occasions.Occasions(store, occasions.OccasionFilter(media=True))
    return (
        [gathering_entry(one, asked) for one in asked.meetings()],
        [course_entry(one, asked, asked.day) for one in asked.deadlines()],
    )
