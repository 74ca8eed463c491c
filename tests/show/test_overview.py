"""What is on the table: plans as the record knows them, whatever each article calls them."""

from pathlib import Path

from onrecord.api import Record
from onrecord.show.room.overview import overview
from onrecord.show.room.room import Room
from onrecord.store import StanceFilter, open_record

ARTICLES = {
    "a": "Halmar tabled a 12-point plan.\n\nKaltria accepted Halmar's plan on Monday.\n",
    "b": "Sorvania rejected the plan. Kaltria welcomed the plan on Tuesday.\n",
}


def titles(place: Path, names: str) -> list[str]:
    files = [place / f"{name}.txt" for name in names]
    for file in files:
        file.write_text(ARTICLES[file.stem], "utf-8")
    with open_record(place / f"{names}.db") as store:
        Record(store).read(*files, published_on="2027-04-14")
        return [one.title for one in overview(Room(store), StanceFilter()).plans]


def test_the_plan_of_one_article_stands_with_the_only_plan_on_record(tmp_path: Path) -> None:
    assert titles(tmp_path, "ab") == ["Halmar plan"]


def test_a_plan_of_nobody_stands_by_itself_where_no_other_is_on_record(tmp_path: Path) -> None:
    assert titles(tmp_path, "b") == ["Plan"]


def test_people_of_no_known_side_stand_each_for_himself(tmp_path: Path) -> None:
    article = tmp_path / "sides.txt"
    article.write_text(
        "Halmar tabled a 12-point plan.\n\nHanna Lund said she would accept Halmar's plan.\n\n"
        "Piet Ruhl rejected Halmar's plan on Monday.\n",
        "utf-8",
    )
    with open_record(tmp_path / "sides.db") as store:
        Record(store).read(article, published_on="2027-04-14")
        (plan,) = overview(Room(store), StanceFilter()).plans
    assert [side.name for side, _ in plan.sides] == ["Hanna Lund", "Piet Ruhl"]
