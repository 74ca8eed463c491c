import io
import os
import sys
from pathlib import Path

import pytest

from onrecord.errors import (
    DocumentError,
    FileMissing,
    FileTooLarge,
    FileUnreadable,
)
from onrecord.read import Options, PassedOver, Source, leaves, sources

LIMIT = Options(max_bytes=100)


def names(folder: Path, *paths: Path) -> list[str]:
    return [
        f"{type(item).__name__} {item.name}"
        for source in sources(paths or [folder], LIMIT)
        for item in (leaves(source) if isinstance(source, Source) else (source,))
    ]


def test_a_folder_is_walked_in_a_fixed_order_and_other_kinds_are_told(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "sub/c.HTML", "sub/d.htm", "sub/e.markdown", "f.pdf", "g"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("text")
    assert names(tmp_path) == [
        "Source a.md",
        "Source b.txt",
        "PassedOver f.pdf",
        "PassedOver g",
        "Source sub/c.HTML",
        "Source sub/d.htm",
        "Source sub/e.markdown",
    ]


def test_hidden_files_and_folders_are_left_out(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "a.txt").write_text("text")
    (tmp_path / ".b.txt").write_text("text")
    assert names(tmp_path) == []


def test_a_loop_of_links_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("text")
    (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    assert names(tmp_path) == ["Source a.txt", "PassedOver self.txt"]


def test_what_is_no_file_is_left_out(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert names(tmp_path) == ["PassedOver pipe.txt"]


def test_a_file_that_is_named_goes_by_its_own_name(tmp_path: Path) -> None:
    (tmp_path / "notes").write_text("text")
    (found,) = sources([tmp_path / "notes"], LIMIT)
    assert isinstance(found, Source)
    assert (found.name, found.content()) == ("notes", b"text")


def test_a_missing_path_stands_in_its_place_and_the_walk_goes_on(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("text")
    missing, found = sources([tmp_path / "no.txt", tmp_path / "a.txt"], LIMIT)
    assert isinstance(missing, FileMissing)
    assert isinstance(found, Source)


def test_a_file_over_the_limit_is_refused_with_both_sizes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"x" * 101)
    (found,) = sources([tmp_path], LIMIT)
    assert isinstance(found, Source)
    with pytest.raises(FileTooLarge, match=r"101 bytes, the limit is 100"):
        found.content()


def test_a_file_at_the_limit_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"x" * 100)
    (found,) = sources([tmp_path], LIMIT)
    assert isinstance(found, Source)
    assert len(found.content()) == 100


def test_a_file_that_vanishes_is_missing(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        Source("a.txt", tmp_path / "a.txt", LIMIT).content()


def test_what_the_system_refuses_is_told_with_its_reason(tmp_path: Path) -> None:
    with pytest.raises(FileUnreadable, match="directory"):
        Source("a", tmp_path, LIMIT).content()


def test_a_hyphen_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"text")))
    (found,) = sources([Path("-")], LIMIT)
    assert isinstance(found, Source)
    assert (found.name, found.content()) == ("standard input", b"text")


def test_standard_input_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"x" * 101)))
    (found,) = sources([Path("-")], LIMIT)
    assert isinstance(found, Source)
    with pytest.raises(FileTooLarge):
        found.content()


def test_a_name_that_is_no_text_can_still_be_printed(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/a\xff.txt"))
    path.write_text("text")
    (found,) = sources([tmp_path], LIMIT)
    assert not isinstance(found, DocumentError | PassedOver)
    assert found.name == "a\ufffd.txt"
    assert found.content() == b"text"
