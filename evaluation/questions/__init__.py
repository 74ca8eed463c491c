"""Questions of analysts, answered from the record and checked fact by fact."""

import tempfile
from pathlib import Path

from evaluation.case.articles import Case, load
from evaluation.extracting import Json
from evaluation.questions.case import Named
from evaluation.questions.conflicts import Sides
from evaluation.questions.facts import Entries
from evaluation.questions.plans import Versions
from evaluation.questions.rows import conditions, money, stances, statements
from onrecord.api import Record
from onrecord.show.conflicts import Conflicts, conflict_entry
from onrecord.show.plans import proposal_entry
from onrecord.store import open_record


def entries_of(folder: Path) -> tuple[Case, Entries]:
    """Give the case in a folder, and the entries of the record read from its articles alone."""
    case = load(folder)
    named = Named(case)
    files = [folder / article.gold["metadata"]["file"] for article in case.articles]
    with tempfile.TemporaryDirectory() as place, open_record(Path(place, "r.db")) as store:
        Record(store).read(*files)
        told = Conflicts(store)
        found: list[Json] = [proposal_entry(one, told.actors) for one in told.plans.all]
        disputes: list[Json] = [conflict_entry(one, told.actors) for one in told.all]
    versions = Versions(named, found)
    documents = {a.line["doc_id"]: a for a in case.articles if a.line}
    acts_for = {a["id"]: a["acts_for"] for a in case.gold["actors"] if a.get("acts_for")}
    rows = {
        "statement": list(statements(named)),
        "stance": list(stances(named)),
        "condition": list(conditions(named)),
        "money": list(money(named)),
        "proposal": list(versions.proposals()),
        "version": list(versions.versions()),
        "conflict": list(Sides(named, versions, documents).rows(disputes)),
    }
    return case, Entries(rows, acts_for)
