"""Questions of analysts, answered from the record and checked fact by fact."""

import tempfile
from pathlib import Path

from evaluation.case.articles import Case, load
from evaluation.extracting import Json
from evaluation.questions.case import Named
from evaluation.questions.facts import Entries
from evaluation.questions.plans import Versions
from evaluation.questions.rows import conditions, money, stances, statements
from onrecord.api import Record
from onrecord.show.plans import Plans, proposal_entry
from onrecord.store import open_record


def entries_of(folder: Path) -> tuple[Case, Entries]:
    """Give the case in a folder, and the entries of the record read from its articles alone."""
    case = load(folder)
    named = Named(case)
    files = [folder / article.gold["metadata"]["file"] for article in case.articles]
    with tempfile.TemporaryDirectory() as place, open_record(Path(place, "r.db")) as store:
        Record(store).read(*files)
        plans = Plans(store)
        found: list[Json] = [proposal_entry(one, plans.actors) for one in plans.all]
    versions = Versions(named, found)
    acts_for = {a["id"]: a["acts_for"] for a in case.gold["actors"] if a.get("acts_for")}
    rows = {
        "statement": list(statements(named)),
        "stance": list(stances(named)),
        "condition": list(conditions(named)),
        "money": list(money(named)),
        "proposal": list(versions.proposals()),
        "version": list(versions.versions()),
    }
    return case, Entries(rows, acts_for)
