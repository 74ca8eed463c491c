"""Conflicts between articles that were read, pair by pair: `conflicts.toml`."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from onrecord.analyse.conflicts import Conflict
from onrecord.api import Record
from onrecord.show.conflicts import Conflicts
from onrecord.store import open_record

PAIRS = tomllib.loads((Path(__file__).parent / "conflicts.toml").read_text("utf-8"))["pair"]


def read(folder: Path, articles: list[list[str]]) -> list[Conflict]:
    for number, (day, title, body) in enumerate(articles):
        text = f"# {title}\n\n{day}\n\n{body}\n"
        (folder / f"{day}_{number}.md").write_text(text, "utf-8")
    with open_record(folder / "record.db") as store:
        Record(store).read(*sorted(folder.glob("*.md")))
        return Conflicts(store).all


def words(side: Any) -> str:
    return " | ".join(anchor.exact for account in side for anchor in account.words)


def of_type(found: list[Conflict], code: str) -> Iterator[Conflict]:
    return (one for one in found if one.type == code)


@pytest.mark.parametrize("pair", PAIRS, ids=[pair["name"] for pair in PAIRS])
def test_a_pair_of_articles_disagrees_or_does_not(pair: dict[str, Any], tmp_path: Path) -> None:
    found = read(tmp_path, pair["articles"])
    wrong = [one for one in found if one.type in pair.get("absent", ())]
    assert not wrong, [(one.type, words(one.a), words(one.b)) for one in wrong]
    if wanted := pair.get("found"):
        one_day = len({day for day, *_ in pair["articles"]}) == 1
        sides = [(words(one.a), words(one.b), one.open) for one in of_type(found, wanted["type"])]
        turned = [(b, a, state) for a, b, state in sides if one_day]  # neither of them is earlier
        assert any(
            wanted["a"] in a and wanted["b"] in b and wanted["open"] is state
            for a, b, state in sides + turned
        ), [(one.type, words(one.a), words(one.b)) for one in found]
