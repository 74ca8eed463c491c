"""The commands that ask the record."""

import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import Type

COMMANDS = (
    "read",
    "extract",
    "documents",
    "statements",
    "stances",
    "shifts",
    "coverage",
    "timeline",
    "show",
    "brief",
    "doctor",
    "demo",
)


@pytest.mark.parametrize("name", COMMANDS)
def test_help_has_examples(command: Type, name: str) -> None:
    result = command(name, "--help")
    assert result.code == 0
    assert f"onrecord {name}" in result.out
    assert "Examples" in result.out


def test_lists_are_one_json_array(command: Type, sample_record: Path) -> None:
    for listing in ("documents", "statements", "timeline"):
        entries = json.loads(command(listing, "-r", sample_record, "--json").out)
        assert isinstance(entries, list)
        assert len(entries) >= 14


def test_statements_are_found_by_speaker_day_sourcing_and_words(
    command: Type, sample_record: Path
) -> None:
    def ask(*options: str) -> list[dict[str, object]]:
        rows: list[dict[str, object]] = json.loads(
            command("statements", "-r", sample_record, "--json", *options).out
        )
        return rows

    everything = ask()
    assert all("Valdek" in str(row["speaker"]) for row in ask("--actor", "valdek"))
    assert 0 < len(ask("--since", "2027-05-01")) < len(everything)
    unnamed = {str(row["sourcing_level"]) for row in ask("--sourcing", "L3")}
    assert unnamed
    assert unnamed <= {"L3a_unnamed_described", "L3b_unnamed_bare"}
    assert all("dam" in json.dumps(row).lower() for row in ask("--text", "dam"))
    assert len(ask("--limit", "3")) == 3
    assert ask("--text", '"(', "--actor", "%_") == []


def test_an_unknown_sourcing_level_is_one_sentence(command: Type, sample_record: Path) -> None:
    result = command("statements", "-r", sample_record, "--sourcing", "L9")
    assert result.code == 1
    assert "L1a_on_record_quote" in result.err


def test_show_takes_the_beginning_of_an_id(command: Type, sample_record: Path) -> None:
    rows = json.loads(command("statements", "-r", sample_record, "--json").out)
    quoted = next(row for row in rows if row["form"] == "direct")
    shown = command("show", quoted["id"][:11], "-r", sample_record)
    assert quoted["content"][0]["exact"][:20] in shown.out
    entry = json.loads(command("show", quoted["id"], "-r", sample_record, "--json").out)
    assert entry.pop("utterance")["reports"]
    assert entry == {"entry": "statement", **quoted}


@pytest.mark.parametrize("kind", ["doc_id", "actor", "source"])
def test_show_opens_every_kind_of_entry(command: Type, sample_record: Path, kind: str) -> None:
    rows = json.loads(command("statements", "-r", sample_record, "--actor", "Valdek", "--json").out)
    entry = {
        "doc_id": rows[0]["doc_id"],
        "actor": rows[0]["speaker"]["id"],
        "source": rows[0]["source"]["id"],
    }[kind]
    assert command("show", entry, "-r", sample_record).code == 0
    assert json.loads(command("show", entry, "-r", sample_record, "--json").out)["id"] == entry


@pytest.mark.parametrize("entry", ["st-ffffffffffffffff", "doc-zz", "%", "st-"])
def test_an_unknown_id_is_one_sentence(command: Type, sample_record: Path, entry: str) -> None:
    result = command("show", entry, "-r", sample_record)
    assert result.code == 1
    assert len(result.err.strip().splitlines()) == 1


def test_every_line_of_a_brief_is_cited(command: Type, sample_record: Path) -> None:
    text = command("brief", "-r", sample_record).out
    lines = [line for line in text.splitlines() if line.startswith("- ")]
    sources = [line for line in text.splitlines() if re.match(r"\d+\. ", line)]
    assert len(lines) > 50
    assert len(sources) == 14
    for line in lines:
        cited = re.findall(r"\\\[(\d+)\\\]", line)
        assert cited
        assert all(1 <= int(number) <= len(sources) for number in cited)


def test_a_brief_of_a_period_without_documents_says_so(command: Type, sample_record: Path) -> None:
    result = command("brief", "-r", sample_record, "--since", "2031-01-01")
    assert "no document that fits" in result.out


def test_the_timeline_is_in_order_and_cut_by_days(command: Type, sample_record: Path) -> None:
    rows = json.loads(
        command(
            "timeline",
            "-r",
            sample_record,
            "--since",
            "2027-04-20",
            "--until",
            "2027-04-30",
            "--json",
        ).out
    )
    last = [row["date_max"] for row in rows]
    assert last == sorted(last)
    assert all(row["date_max"] >= "2027-04-20" for row in rows)


def test_a_missing_record_and_another_file_are_one_sentence(command: Type, tmp_path: Path) -> None:
    missing = command("statements", "-r", tmp_path / "none.db")
    assert missing.code == 1
    assert "onrecord read" in missing.err
    other = tmp_path / "notes.txt"
    other.write_text("not a database, but long enough to look at" * 50, encoding="utf-8")
    wrong = command("statements", "-r", other)
    assert wrong.code == 1
    assert "not an onrecord record" in wrong.err
    assert other.read_text("utf-8").startswith("not a database")


def test_the_doctor_finds_a_sound_record_sound(command: Type, sample_record: Path) -> None:
    result = command("doctor", "-r", sample_record)
    assert result.code == 0
    assert "Everything is in order." in result.out
    assert json.loads(command("doctor", "-r", sample_record, "--json").out)["problems"] == []


def test_the_environment_names_the_record(
    command: Type, sample_record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ONRECORD_RECORD", str(sample_record))
    assert command("documents").out.count("doc-") == 14


def test_a_hostile_article_moves_no_cursor_and_makes_no_link(command: Type, tmp_path: Path) -> None:
    path = tmp_path / "evil.txt"
    path.write_text(
        "\x1b[2J<script>alert(1)</script> talks\n\nPublished: April 4, 2027\n\n"
        '"We [click](javascript:alert(1)) \x1b]0;owned\x07 will \u202esign the treaty," '
        "Minister Ann Lee said on Sunday.\n\nOriginal url:\n\n<javascript:alert(1)>\n",
        encoding="utf-8",
    )
    record = tmp_path / "r.db"
    command("read", path, "-r", record)
    for name in ("documents", "statements", "stances", "shifts", "coverage", "timeline", "brief"):
        out = command(name, "-r", record).out
        assert not set(out) & {"\x1b", "\x07", "\u202e"}
    assert "<script>" not in command("brief", "-r", record).out
    assert not re.search(r"(?<!\\)\]\(javascript", command("brief", "-r", record).out)


@pytest.mark.parametrize(
    "name", ["documents", "statements", "stances", "shifts", "coverage", "timeline", "brief"]
)
def test_a_period_that_ends_before_it_begins_is_one_sentence(
    command: Type, sample_record: Path, name: str
) -> None:
    result = command(name, "-r", sample_record, "--since", "2027-05-01", "--until", "2027-04-01")
    assert result.code == 1
    assert "Exchange the two" in result.err


def test_a_brief_never_overwrites_the_record(command: Type, sample_record: Path) -> None:
    before = sample_record.read_bytes()
    assert command("brief", "-r", sample_record, "-o", sample_record).code == 1
    assert sample_record.read_bytes() == before


def test_what_was_not_done_is_not_told_as_done(command: Type, tmp_path: Path) -> None:
    path = tmp_path / "not.txt"
    path.write_text(
        "Talks\n\nApril 4, 2027\n\nMinister Ann Lee did not deny that she had met the envoy. "
        "Tom Roe has never promised a truce. Ida Quist failed to announce a date.\n",
        encoding="utf-8",
    )
    command("read", path, "-r", tmp_path / "r.db")
    text = command("brief", "-r", tmp_path / "r.db").out
    assert "“did not deny”" in text
    assert "“has never promised”" in text
    assert "“failed to announce”" in text
    assert "** denied" not in text
