"""`onrecord read` and `onrecord extract`."""

import io
import json
import sys
from pathlib import Path

import pytest

import onrecord
from tests.cli.conftest import Type

STORY = """Ministers agree to meet again

VARN, 4 May 2027

"We will be back on Monday," Finance Minister Ana Reiss said on Tuesday. Two officials said the
talks had lasted nine hours.
"""


def story(folder: Path, name: str = "story.txt") -> Path:
    path = folder / name
    path.write_text(STORY, encoding="utf-8")
    return path


def test_reading_twice_changes_nothing(command: Type, tmp_path: Path) -> None:
    path, record = story(tmp_path), tmp_path / "talks.db"
    first = json.loads(command("read", path, "-r", record, "--json").out)
    second = json.loads(command("read", path, "-r", record, "--json").out)
    assert (first["new"], first["statements"]) == (1, 3)
    assert (second["new"], second["unchanged"], second["statements"]) == (0, 1, 0)


def test_another_order_gives_the_same_record(command: Type, tmp_path: Path) -> None:
    files = sorted(onrecord.sample().iterdir())[:4]
    command("read", *files, "-r", tmp_path / "a.db")
    command("read", *reversed(files), "-r", tmp_path / "b.db")
    for listing in ("documents", "statements", "timeline"):
        one = command(listing, "-r", tmp_path / "a.db", "--json").out
        assert one == command(listing, "-r", tmp_path / "b.db", "--json").out
        assert "recorded_at" not in one


def test_bad_files_get_a_sentence_each_and_the_rest_goes_on(command: Type, tmp_path: Path) -> None:
    good = story(tmp_path)
    (tmp_path / "empty.txt").write_bytes(b" \n ")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 20)
    (tmp_path / "large.txt").write_text("word " * 3000, encoding="utf-8")
    names = ["empty.txt", "binary.txt", "large.txt", "missing.txt"]
    paths = [tmp_path / name for name in names]
    result = command("read", *paths, good, "-r", tmp_path / "r.db", "--max-bytes", "10000")
    assert result.code == 1
    for name in names:
        assert sum(name in line for line in result.err.splitlines()) == 1
    assert "1 new, 4 failed" in result.out


def test_a_text_in_another_language_is_kept_and_said_so(command: Type, tmp_path: Path) -> None:
    path = tmp_path / "bericht.txt"
    words = "Der Minister sagte am Dienstag, die Gespräche würden am Montag in Varn fortgesetzt. "
    path.write_text("Gespräche vertagt\n\n" + words * 5, encoding="utf-8")
    result = command("read", path, "-r", tmp_path / "r.db")
    assert result.code == 0
    assert "“de” is not supported yet" in result.err
    documents = json.loads(command("documents", "-r", tmp_path / "r.db", "--json").out)
    assert [document["language"] for document in documents] == ["de"]
    assert command("statements", "-r", tmp_path / "r.db", "--json").out == "[]\n"


def test_standard_input_is_read(
    command: Type, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(STORY.encode())))
    result = command("read", "-", "-r", tmp_path / "r.db")
    assert "1 new" in result.out


def test_an_archive_in_a_folder_is_passed_over_kindly(command: Type, tmp_path: Path) -> None:
    story(tmp_path)
    (tmp_path / "notes.7z").write_bytes(b"7z\xbc\xaf\x27\x1c")
    result = command("read", tmp_path, "-r", tmp_path / "r.db")
    assert result.code == 0
    assert "1 new, 1 skipped" in result.out


@pytest.mark.parametrize("day", ["yesterday", "2027-13-01", "4 May 2027"])
def test_a_bad_day_is_one_sentence(command: Type, tmp_path: Path, day: str) -> None:
    result = command("read", story(tmp_path), "-r", tmp_path / "r.db", "--published-on", day)
    assert result.code == 1
    assert f"“{day}” is no date" in result.err
    assert not (tmp_path / "r.db").exists()


def test_nothing_to_read_is_one_sentence(command: Type) -> None:
    result = command("read")
    assert (result.code, result.out) == (1, "")
    assert "Name files or folders" in result.err


def test_extract_gives_spans_of_the_file_as_published(command: Type, tmp_path: Path) -> None:
    path = tmp_path / "crlf.txt"
    path.write_bytes(b"\xef\xbb\xbf" + STORY.replace("\n", "\r\n").encode())
    found = json.loads(command("extract", path, "--jsonl").out)
    text = path.read_bytes().decode("utf-8")
    quoted = next(item for item in found["attributions"] if item["form"] == "direct")
    assert [text[start:end] for start, end in quoted["content"]] == ['"We will be back on Monday,"']
    assert quoted["speaker"] == "Ana Reiss"
    assert quoted["said_on"] == "2027-05-04"
    assert [text[slice(*time["span"])] for time in found["times"]][:2] == ["4 May 2027", "Monday"]


def test_extract_names_documents_apart(command: Type, tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    one, two = story(tmp_path), story(tmp_path / "b", "story.md")
    lines = command("extract", one, two, "--jsonl").out.splitlines()
    assert [json.loads(line)["doc"] for line in lines] == ["story", "story-2"]


def test_a_given_day_reads_a_document_again(command: Type, tmp_path: Path) -> None:
    path, record = story(tmp_path), tmp_path / "r.db"
    command("read", path, "-r", record)
    again = json.loads(
        command("read", path, "-r", record, "--published-on", "2027-05-11", "--json").out
    )
    assert again["read_again"] == 1
    days = {row["said_on"] for row in json.loads(command("statements", "-r", record, "--json").out)}
    assert "2027-05-11" in days
    (document,) = json.loads(command("documents", "-r", record, "--json").out)
    assert document["published"]["edtf"] == "2027-05-11"
    assert document["published"]["from"] == {"field": "--published-on"}
    assert "Everything is in order." in command("doctor", "-r", record).out
    later = json.loads(command("read", path, "-r", record, "--json").out)
    assert later["unchanged"] == 1  # the day once given holds until another one is given


def test_a_junk_date_and_a_sentence_made_to_stop_a_machine_stop_nothing(
    command: Type, tmp_path: Path
) -> None:
    (tmp_path / "a.html").write_text(
        '<html><head><meta property="article:published_time" content="0001-01-01T00:00:00Z">'
        "<title>Talks go on</title></head><body><article><p>The ministers met last winter and "
        "said that they would meet again next spring, a decade ago and last year as well.</p>"
        "<p>They left the hotel before noon with their advisers.</p></article></body></html>",
        encoding="utf-8",
    )
    (tmp_path / "b.txt").write_text("Talks\n\n" + "He said that " * 400 + "it ended.\n")
    story(tmp_path)
    result = command("read", tmp_path, "-r", tmp_path / "r.db")
    assert (result.code, result.err) == (0, "")
    assert "3 new" in result.out


def test_a_brief_that_cannot_be_written_is_one_sentence(command: Type, tmp_path: Path) -> None:
    command("read", story(tmp_path), "-r", tmp_path / "r.db")
    result = command("brief", "-r", tmp_path / "r.db", "--out", tmp_path / "none" / "x.md")
    assert result.code == 1
    assert "cannot be written" in result.err
