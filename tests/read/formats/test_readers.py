"""Readers of other packages are asked first, and what they do wrong is said in a sentence."""

import re
from collections.abc import Iterator
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any

import pytest

from onrecord.errors import DocumentError, ReaderBroken
from onrecord.read import Found, Opened, Source, documents, formats
from onrecord.read.formats import OWN, joined
from onrecord.read.formats.reader import Reader

PAGE = Path(__file__).parents[3] / "docs" / "how-to" / "add-a-reader.md"
SUBTITLES = (
    b"1\n00:00:01,000 --> 00:00:04,000\nHedda Vik said on Monday\nthat the quota was dead.\n\n"
)


def point(value: str) -> EntryPoint:
    return EntryPoint("a", value, "onrecord.readers")


class Odd:
    name, kind, endings, holds_others = "odd/1", "an odd file", (".odd",), False

    def takes(self, opened: Opened) -> bool:
        return opened.head.startswith(b"ODD")

    def read(self, opened: Opened) -> Iterator[Any]:
        raise KeyError("x")


@pytest.fixture
def with_reader(monkeypatch: pytest.MonkeyPatch) -> Any:
    def use(reader: Reader) -> None:
        monkeypatch.setattr(formats, "readers", lambda: (reader, *OWN))

    return use


def test_a_reader_of_another_package_is_asked_before_our_own() -> None:
    found = joined([point("tests.read.formats.test_readers:Odd")])
    assert isinstance(found[0], Odd)
    assert found[1:] == OWN


@pytest.mark.parametrize(
    "value", ["no_such_package:Reader", "tests.read.formats:Nothing", "re:match"]
)
def test_a_reader_that_cannot_be_loaded_is_named(value: str) -> None:
    with pytest.raises(ReaderBroken, match=re.escape(value)):
        joined([point(value)])


def test_the_reader_of_the_how_to_reads(with_reader: Any) -> None:
    (code,) = re.findall(r"```python\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    made: dict[str, Any] = {}
    exec(code, made)
    with_reader(made["SubtitleReader"]())
    (found,) = documents(Source("a.txt", SUBTITLES))
    assert isinstance(found, Found)
    assert found.document.reader == "srt/1"
    assert found.document.raw_text == "Hedda Vik said on Monday that the quota was dead."


def test_a_slip_of_a_reader_ends_nothing_but_its_file(with_reader: Any) -> None:
    with_reader(Odd())
    (trouble,) = documents(Source("a.odd", b"ODD"))
    assert isinstance(trouble, DocumentError)
    assert str(trouble).startswith("a.odd: ")
    assert "KeyError" in str(trouble)


def test_no_two_readers_have_one_name() -> None:
    names = [reader.name for reader in OWN]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[a-z]+/\d+", name) for name in names)
