"""`onrecord brief`: what is on the table, where accounts do not agree, and the files it writes."""

import json
import re
from pathlib import Path

import pytest
from docx import Document

from tests.cli.conftest import Type

EARLIER = """Orsk shows a plan

Vadria has received a 12-point plan from Orsk for the herring, envoy Lena Marr said on Monday.

Marr said that Vadria had offered two hundred boats in the treaty talks."""
LATER = """Orsk shortens its plan

Orsk cut its plan from 12 points to nine after talks with Vadria, Lena Marr said on Wednesday.

Vadria’s minister Tom Elling denied that Vadria had offered any boats in the treaty talks."""


@pytest.fixture
def record(command: Type, tmp_path: Path) -> Path:
    path = tmp_path / "r.db"
    for name, text, day in (("a", EARLIER, "2027-06-08"), ("b", LATER, "2027-06-17")):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
        command("read", tmp_path / f"{name}.txt", "--published-on", day, "-r", path)
    return path


def section(text: str, title: str) -> str:
    return text.partition(f"## {title}\n")[2].partition("\n## ")[0]


def test_the_latest_version_of_a_plan_comes_first(command: Type, record: Path) -> None:
    table = section(command("brief", "-r", record).out, "What is on the table")
    assert re.search(r"- \S+: \*\*9 points\*\*, the latest version, ", table)
    assert re.search(r"- \S+: \*\*12 points\*\*, superseded: .* \(Lena Marr; pln-", table)
    assert table.index("9 points") < table.index("12 points")
    assert re.search(r"\*\*Vadria\*\*, received it \(12 points\)", table)


def test_both_sides_of_a_conflict_stand_in_their_words(command: Type, record: Path) -> None:
    found = section(command("brief", "-r", record).out, "Where accounts do not agree")
    assert found.startswith("\n### Denied: ")
    one, other = [line for line in found.splitlines() if line.startswith("- ")]
    assert "**Lena Marr**: that Vadria had offered two hundred boats" in one
    assert "**Tom Elling**, against it: that Vadria had offered any boats" in other


def test_what_lies_before_the_period_is_cited_from_there(command: Type, record: Path) -> None:
    text = command("brief", "-r", record, "--since", "2027-06-15").out
    assert text.splitlines()[2].startswith("1 document ")
    sources = [line for line in text.splitlines() if re.match(r"\d+\. ", line)]
    assert [name in line for name, line in zip("ba", sources, strict=True)] == [True, True]
    (earlier,) = [line for line in text.splitlines() if re.match("- .*two hundred boats", line)]
    assert earlier.endswith("\\[2\\]")


def test_what_is_reported_after_the_period_is_not_told(command: Type, record: Path) -> None:
    text = command("brief", "-r", record, "--until", "2027-06-10").out
    assert "9 points" not in text
    assert "Where accounts do not agree" not in text
    assert "**12 points**, the latest version" in text


def test_only_what_people_stand_for_is_told_where_that_is_asked(
    command: Type, record: Path
) -> None:
    whole = command("brief", "-r", record).out
    claim = re.search(r"\*\*9 points\*\*.*(pln-[0-9a-f]{16})", whole)
    conflict = section(whole, "Where accounts do not agree")
    first, second = re.findall(r"st-[0-9a-f]{16}", conflict)
    assert claim
    for entry in (claim[1], first):
        assert command("decide", entry, "accept", "-r", record, "--by", "ann").code == 0
    half = command("brief", "-r", record, "--confirmed-only").out
    table = section(half, "What is on the table")
    assert [line for line in table.splitlines() if line.startswith("- ")] == [
        line for line in table.splitlines() if f"{claim[1]}; ◆ confirmed by ann" in line
    ]
    assert "Where accounts do not agree" not in half
    command("decide", second, "accept", "-r", record, "--by", "ann")
    assert "Where accounts do not agree" in command("brief", "-r", record, "--confirmed-only").out


def test_a_rejected_claim_on_a_plan_leaves_the_brief_and_comes_back(
    command: Type, record: Path
) -> None:
    whole = command("brief", "-r", record).out
    claim = re.search(r"\*\*Vadria\*\*, received it.*(pln-[0-9a-f]{16})", whole)
    assert claim
    command("decide", claim[1], "reject", "-r", record, "--by", "ann")
    assert "received it" not in command("brief", "-r", record).out
    command("undo", "-r", record, "--by", "ann")
    assert command("brief", "-r", record).out == whole
    assert json.loads(command("doctor", "-r", record, "--json").out)["problems"] == []


def test_a_file_that_ends_so_is_a_word_document(
    command: Type, record: Path, tmp_path: Path
) -> None:
    made = tmp_path / "brief.DOCX"
    assert command("brief", "-r", record, "--out", made).code == 0
    again = tmp_path / "again.docx"
    command("brief", "-r", record, "--out", again)
    assert made.read_bytes() == again.read_bytes()
    words = [each.text for each in Document(str(made)).paragraphs]
    assert "What is on the table" in words
    assert any("Tom Elling, against it: that Vadria had offered any boats" in w for w in words)
    command("brief", "-r", record, "--out", again, "--confirmed-only")
    confirmed = [each.text for each in Document(str(again)).paragraphs]
    assert "What is on the table" not in confirmed
    assert "Every entry was confirmed, corrected or added by a person." in confirmed[1]
