"""Denials find what they answer, and what their own side tells later, in whole articles."""

from pathlib import Path

from onrecord.analyse.claims import ClaimStatus
from onrecord.analyse.conflicts import Conflict, ConflictType
from onrecord.api import Record
from onrecord.show.claims import Claims
from onrecord.show.conflicts import Conflicts
from onrecord.store import open_record

REPORT = """Harbour talks resume

NORDPORT, May 4 (Wire) - Two envoys said Ferria had offered to close its northern lock. Harbour
Minister Lena Sund told reporters that she had slept well. A spokesman for the minister, Ole Brandt,
said: “No such offer was made.”

Mr Okafor said that Minister Sund accepted the fee at lunch. Her office insists that nothing of the
kind was said.

Media reports that Ferria has sold two ferries are without foundation.
"""
DENIAL = """Sund on the fees

NORDPORT, May 4 (Wire) - Newspapers reported that Lena Sund met the pilots’ union in Nordport in
April. Sund denied this.
"""
ADMISSION = """Sund met the union after all

NORDPORT, May 20 (Wire) - Lena Sund acknowledged on Thursday that she met the pilots’ union in
Nordport in April.
"""


def read(folder: Path, *texts: str) -> tuple[list[Conflict], list[tuple[str, ClaimStatus]]]:
    files = []
    for number, text in enumerate(texts):
        files.append(folder / f"{number}.txt")
        files[-1].write_text(text, "utf-8")
    with open_record(folder / "r.db") as store:
        for number, file in enumerate(files):
            Record(store).read(file, published_on=("2027-05-04", "2027-05-20")[number])
        claimed = [(one.gist, one.status) for one in Claims(store).all]
        return Conflicts(store).all, claimed


def words(found: Conflict) -> tuple[str, str]:
    a, b = (" ".join(w.exact for one in side for w in one.words) for side in (found.a, found.b))
    return a, b


def test_a_denial_answers_the_report_that_it_names_by_such(tmp_path: Path) -> None:
    found, claimed = read(tmp_path, REPORT)
    denied = [words(one) for one in found if one.type is ConflictType.DENIAL_VS_REPORT]
    assert any("close its northern lock" in a and "No such offer" in b for a, b in denied)
    assert not any("slept well" in a for a, _ in denied)
    assert any("northern lock" in g and s is ClaimStatus.REPORTED_DISPUTED for g, s in claimed)


def test_a_report_that_is_called_false_is_apart_from_what_calls_it_so(tmp_path: Path) -> None:
    found, claimed = read(tmp_path, REPORT)
    denied = [words(one) for one in found if one.type is ConflictType.DENIAL_VS_REPORT]
    assert any(a.endswith("sold two ferries") and "ferries" in b for a, b in denied)
    assert any("ferries" in g and s is ClaimStatus.REPORTED_DISPUTED for g, s in claimed)


def test_what_is_disputed_is_a_claim_whatever_it_does(tmp_path: Path) -> None:
    _, claimed = read(tmp_path, REPORT)
    told = [status for gist, status in claimed if "accepted the fee" in gist]
    assert told
    assert set(told) == {ClaimStatus.REPORTED_DISPUTED}


def test_what_is_told_later_is_met_with_the_report_that_was_denied(tmp_path: Path) -> None:
    found, _ = read(tmp_path, DENIAL, ADMISSION)
    moved = [words(one) for one in found if one.type is ConflictType.TEMPORAL_REVERSAL]
    assert any("she met the pilots" in b for _, b in moved)


def test_one_extension_told_with_two_days_is_a_difference_of_numbers(tmp_path: Path) -> None:
    text = """Talks go on

NORDPORT, May 4 (Wire) - President Lena Sund extended the deadline for an agreement from 7 May to
{} May, her office said on Tuesday. {}
"""
    files = [tmp_path / "a.txt", tmp_path / "b.txt"]
    rest = ("Fishermen in the port had hoped for more.", "The union was not asked about it.")
    for file, day, more in zip(files, ("14", "21"), rest, strict=True):
        file.write_text(text.format(day, more), "utf-8")
    with open_record(tmp_path / "r.db") as store:
        Record(store).read(*files, published_on="2027-05-04")
        about = [one.about for one in Conflicts(store).all if one.type is ConflictType.NUMERIC]
    assert about == ["the new last day: 2027-05-14, 2027-05-21"]


def test_a_side_that_denies_receipt_stands_against_who_reports_it(tmp_path: Path) -> None:
    text = """Ferria denies that it has the plan

NORDPORT, May 4 (Wire) - Two envoys said the 12-point plan was given to both sides on Monday. Ferria
insisted it had received no formal proposal.
"""
    found, _ = read(tmp_path, text)
    denied = [words(one) for one in found if one.type is ConflictType.DENIAL_VS_REPORT]
    assert any("both sides" in a and "no formal proposal" in b for a, b in denied)
