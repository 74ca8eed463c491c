"""What the pages show is what the program does."""

import json
import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import onrecord
from docs import build
from onrecord.record import Certainty, Factuality, Form, StanceValue
from onrecord.show.extraction import extraction
from onrecord.show.stance_entries import certainty_entry, condition_entry, stance_entry
from tests.cli.conftest import Type, command
from tests.store.stances import Told, article

__all__ = ["command"]

ROOT = Path(__file__).parents[2]
BLOCK = re.compile(r"```(console|sh|python|text)\n(.*?)```", re.DOTALL)


GROUPS = ("proposal",)
"""Commands that have commands of their own."""


def blocks(page: str, kind: str) -> Iterator[str]:
    text = (ROOT / page).read_text("utf-8")
    return (found[2] for found in BLOCK.finditer(text) if found[1] == kind)


def commands(block: str) -> Iterator[tuple[str, list[str]]]:
    """Give each command of a console block with the lines that must follow."""
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        line, *expected = part.rstrip("\n").split("\n")
        yield line, expected


def fits(expected: list[str], printed: str) -> bool:
    """Tell whether output is as shown; `...` stands for anything, also for several lines."""
    pattern = ".*".join(re.escape(part) for part in "\n".join(expected).split("..."))
    return re.fullmatch(pattern, printed.strip("\n"), re.DOTALL) is not None


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(onrecord.sample(), tmp_path / "articles")
    first = min((tmp_path / "articles").iterdir())
    shutil.copytree(onrecord.sample().with_name("texts"), tmp_path / "texts")
    shutil.copy(first, tmp_path / "story.txt")
    shutil.copy(first, tmp_path / "story.html")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def first_quotation() -> str:
    with onrecord.open("onrecord.db") as record:
        return next(s.statement_id for s in record.statements() if s.form is Form.DIRECT)


def test_the_tutorial_shows_what_happens(command: Type, folder: Path) -> None:
    for block in blocks("docs/tutorial.md", "console"):
        for line, expected in commands(block):
            known = first_quotation() if " ST" in line else ""
            result = command(*shlex.split(line.replace("ST", known))[1:])
            assert fits(expected, result.err + result.out), (line, result)


def test_the_tutorials_python_runs(command: Type, folder: Path) -> None:
    command("read", "articles")
    for block in blocks("docs/tutorial.md", "python"):
        exec(compile(block, "tutorial", "exec"), {})


def test_the_page_about_spacy_shows_what_happens(capsys: pytest.CaptureFixture[str]) -> None:
    names: dict[str, object] = {}
    for block in blocks("docs/how-to/spacy.md", "python"):
        exec(compile(block, "spacy", "exec"), names)
    (shown,) = blocks("docs/how-to/spacy.md", "text")
    assert fits(shown.splitlines(), capsys.readouterr().out)


def test_the_readmes_commands_run(command: Type, folder: Path) -> None:
    command("read", "articles")
    for block in blocks("README.md", "sh"):
        for line in block.strip().splitlines():
            words = shlex.split(line, comments=True)
            assert words[0] == "onrecord"
            result = command(*words[1:])
            assert result.code == 0, (line, result.err)
    for block in blocks("README.md", "python"):
        exec(compile(block, "readme", "exec"), {})


def test_the_page_about_python_runs(folder: Path) -> None:
    names: dict[str, object] = {}
    for block in blocks("docs/how-to/python.md", "python"):
        exec(compile(block, "python", "exec"), names)


def test_the_page_about_stances_runs(command: Type, folder: Path) -> None:
    command("read", "articles")
    for block in blocks("docs/how-to/stances.md", "sh"):
        for line in block.strip().splitlines():
            result = command(*shlex.split(line, comments=True)[1:])
            assert result.code == 0, (line, result.err)
    for block in blocks("docs/how-to/stances.md", "python"):
        exec(compile(block, "stances", "exec"), {})


def test_the_page_about_review_runs(command: Type, folder: Path) -> None:
    command("read", "articles")
    first = json.loads(command("statements", "--limit", "1", "--json").out)[0]["id"]
    stance = json.loads(command("stances", "--limit", "1", "--json").out)[0]["id"]
    for block in blocks("docs/how-to/review.md", "sh"):
        lines = [line for line in block.strip().splitlines() if not line.startswith("onrecord add")]
        for line in lines:
            known = line.replace("st-3fa91c20", first).replace("stn-07d1", stance)
            result = command(*shlex.split(known, comments=True)[1:])
            assert result.code == 0, (known, result.err)
    shutil.copy("onrecord.db", "talks.db")
    for block in blocks("docs/how-to/review.md", "python"):
        exec(compile(block, "review", "exec"), {})


def test_the_page_about_drafts_shows_what_happens(command: Type, folder: Path) -> None:
    for block in blocks("docs/how-to/compare-drafts.md", "console"):
        for line, expected in commands(block):
            result = command(*shlex.split(line)[1:])
            assert fits(expected, result.err + result.out), (line, result)
    for block in blocks("docs/how-to/compare-drafts.md", "python"):
        exec(compile(block, "drafts", "exec"), {})


def test_the_examples_of_every_command_name_options_that_exist(command: Type) -> None:
    for block in blocks("docs/reference/commands.md", "sh"):
        for line in block.strip().splitlines():
            name, *more = line.partition("onrecord ")[2].split()
            named = [name, more[0]] if name in GROUPS else [name]
            known = command(*named, "--help").out
            for option in re.findall(r"--[a-z-]+", line):
                assert option in known, line


def test_links_lead_somewhere() -> None:
    assert list(build.broken_links()) == []


@pytest.mark.parametrize("name", ["docs/reference/commands.md", "docs/reference/codes.md"])
def test_generated_pages_are_up_to_date(name: str) -> None:
    assert (ROOT / name).read_text("utf-8") == build.PAGES[name]()


def keys_of_meaning() -> set[str]:
    """Give the keys of stances, conditions and certainty, at whatever depth."""
    one = article(Told("2027-04-12", StanceValue.REJECT))
    stance, condition = one.reading.stances[0], one.reading.conditions[0]
    certainty = Certainty(Factuality.CERTAIN, Factuality.UNCOMMITTED, hedges=stance.evidence)
    actors = {actor.actor_id: actor for actor in one.reading.actors}
    entries = (
        stance_entry(stance, actors),
        condition_entry(condition, actors),
        certainty_entry(certainty),
    )
    return {key for entry in entries for key in keys_in(entry)}


def keys_in(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        yield from value
    for item in (
        value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    ):
        yield from keys_in(item)


def test_every_key_of_extract_is_documented(tmp_path: Path) -> None:
    page = (ROOT / "docs/reference/extract-format.md").read_text("utf-8")
    with onrecord.open(tmp_path / "r.db") as record:
        done = record.read(onrecord.sample())[0]
    assert done.document
    assert done.reading
    found = json.loads(json.dumps(extraction("x", done.document, done.reading)))
    keys = set(found) | set(found["metadata"])
    for part in ("attributions", "times", "mentions", "actors", "money", "quantities", "noise"):
        keys |= set(found[part][0])
    keys |= keys_of_meaning()
    assert sorted(key for key in keys if f"`{key}`" not in page) == []


def test_the_changelog_has_this_version() -> None:
    assert f"## {onrecord.__version__}" in (ROOT / "CHANGELOG.md").read_text("utf-8")
