"""Files that are made to stop, fill or leave a program: each is told in a sentence, or read."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bench.fuzz import damaged
from bench.samples import BODY, SAMPLES, W
from bench.traps import TRAPS, archive
from onrecord.errors import DocumentError
from onrecord.read import Found, Source, documents

SENTENCES = {
    "bomb.gz": "The file has 10,000,001 bytes",
    "deep.gz": "More than 5 archives",
    "locked.zip": "This is a file in a ZIP archive that is locked",
    "entities.docx": "The file is damaged",
    "deep.docx": "The file is damaged",
    "bomb.docx": "the limit is 10,000,000",
    "deep.json": "it is no JSON",
    "mails.eml": "More than 5 archives",
    "line.mbox": "message 1: The file has",
    "bomb.warc": "the limit is 10,000,000",
    "header.warc": "a record's header does not end",
    "counting.pdf": "The file is damaged",
    "pages.pdf": "Reading was stopped: it has more than 2,000 pages",
}


@pytest.mark.parametrize("name", SENTENCES)
def test_a_trap_is_a_sentence_that_names_the_file(name: str) -> None:
    said = [part for part in documents(Source(name, TRAPS[name]())) if not isinstance(part, Found)]
    assert said
    assert all(isinstance(part, DocumentError) for part in said)
    assert SENTENCES[name] in str(said[0])
    assert str(said[0]).startswith(name.partition(".")[0])


def test_nothing_is_unpacked_anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "a" / "b"
    place.mkdir(parents=True)
    monkeypatch.chdir(place)
    found = list(documents(Source("slip.zip", TRAPS["slip.zip"]())))
    assert len(found) == 5
    assert all(isinstance(part, Found) for part in found)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_a_long_line_is_left_out_and_the_others_are_read() -> None:
    parts = list(documents(Source("long.jsonl", TRAPS["long.jsonl"]())))
    assert [type(part).__name__ for part in parts] == ["Found", "FileTooLarge", "Found"]


def test_an_entity_that_names_a_file_is_not_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the password", "utf-8")
    dtd = f'<!DOCTYPE x [<!ENTITY f SYSTEM "{secret.as_uri()}">]>'
    said = f"<w:body><w:p><w:r><w:t>{BODY} &f;</w:t></w:r></w:p></w:body>"
    xml = f'<?xml version="1.0"?>{dtd}<w:document {W}>{said}</w:document>'
    (found,) = documents(Source("a.docx", archive(("word/document.xml", xml.encode()))))
    assert isinstance(found, Found)
    assert "Hedda Vik" in found.document.raw_text
    assert "password" not in found.document.raw_text


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("a.warc", b"WARC-Type: response", b"WARC-Type: r\xf0\x9f\x98\x80esponse"),
        ("a.warc", b"HTTP/1.1 200 OK", b"HTTP/1.1"),
        ("a.warc", b"Content-Encoding: gzip", b"Content-Encoding: br"),
        ("a.eml", b"charset=utf-8", b"charset=nonsense"),
        ("a.eml", b"Subject: ", b"Subject: =?utf-8?q?=ff?= =?no?b?x?="),
        ("a.eml", b"Date: Mon", b"Date: Mxn, 99"),
        ("a.json", b'"date": "', b'"date": "\\ud800'),
    ],
)
def test_a_damage_that_was_found_once_breaks_nothing(name: str, old: bytes, new: bytes) -> None:
    content = SAMPLES[name]()
    assert old in content
    for part in documents(Source(name, content.replace(old, new))):
        assert "fault of ours" not in str(part)


@pytest.mark.parametrize("name", ["a.zip", "a.docx"])
def test_a_sum_that_is_wrong_is_a_damage(name: str) -> None:
    content = bytearray(SAMPLES[name]())
    at = 0
    while (at := content.find(b"PK\x01\x02", at + 1)) > 0:
        content[at + 16] ^= 0xFF  # the sum of the member, in the directory
    troubles = list(documents(Source(name, bytes(content))))
    assert isinstance(troubles[0], DocumentError)
    assert "Bad CRC-32" in str(troubles[0])


def test_damage_is_the_same_on_every_machine() -> None:
    import random  # noqa: PLC0415 - as bench.fuzz draws

    content = SAMPLES["a.txt"]()
    assert damaged(content, random.Random("0")) == damaged(content, random.Random("0")) != content


def test_the_fuzzer_finds_nothing_and_says_so() -> None:
    command = [sys.executable, "-m", "bench.fuzz", "--cases", "3", "--only", "a.jsonl"]
    done = subprocess.run(command, capture_output=True, check=False, cwd=Path(__file__).parents[3])
    said = json.loads(done.stdout.splitlines()[-1])
    assert (done.returncode, said["crashes"], said["hangs"], said["escapes"]) == (0, [], [], [])
    assert said["files"] == 3
