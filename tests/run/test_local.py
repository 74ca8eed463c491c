"""From paths to a record on one machine: one document's trouble ends nothing but itself."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from onrecord.analyse.copies import VERSION
from onrecord.errors import BadDate
from onrecord.extract import extract
from onrecord.record import Document, Process, Reading, TextLabel, identify
from onrecord.run import Done, Outcome, Plan, extract_paths, one, read_paths, size_of
from onrecord.run.texts import TextPlan, add_text
from onrecord.store import Store, open_record

DAY = "2027-04-14"
VIK = "Hedda Vik said on Monday that the quota was dead."
KELLER = "Martin Keller said the levy would stay."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder with two articles and, among them, one of each trouble."""
    found = tmp_path / "news"
    (found / "sub").mkdir(parents=True)
    (found / "a.txt").write_text(VIK, "utf-8")
    (found / "b.txt").write_bytes(b" \n ")
    (found / "c.png").write_bytes(b"\x89PNG")
    (found / "d.txt").write_text("word " * 400, "utf-8")
    (found / "sub" / "e.md").write_text(KELLER, "utf-8")
    return found


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_record(tmp_path / "talks.db")
    yield opened
    opened.close()


def plan(*paths: Path, day: str | None = DAY, processes: tuple[Process, ...] = ()) -> Plan:
    return Plan(paths, day, processes, max_bytes=1000)


def outcomes(done: list[Done]) -> list[tuple[str, Outcome]]:
    return [(item.name, item.outcome) for item in done]


def test_every_source_has_its_outcome_in_the_order_of_the_walk(folder: Path) -> None:
    assert outcomes(list(extract_paths(plan(folder)))) == [
        ("a.txt", Outcome.NEW),
        ("b.txt", Outcome.FAILED),
        ("c.png", Outcome.SKIPPED),
        ("d.txt", Outcome.FAILED),
        ("sub/e.md", Outcome.NEW),
    ]


def test_paths_are_taken_in_the_order_given(folder: Path) -> None:
    paths = [folder / "sub" / "e.md", folder / "missing.txt", folder / "a.txt"]
    assert outcomes(list(extract_paths(plan(*paths)))) == [
        ("e.md", Outcome.NEW),
        (str(folder / "missing.txt"), Outcome.FAILED),
        ("a.txt", Outcome.NEW),
    ]


def test_trouble_is_a_sentence_with_the_name_and_nothing_else(folder: Path) -> None:
    failed = [item for item in extract_paths(plan(folder)) if item.outcome is Outcome.FAILED]
    assert [item.name for item in failed] == ["b.txt", "d.txt"]
    for item in failed:
        assert item.trouble.startswith(item.name)
        assert item.trouble.endswith(".")
        assert (item.document, item.reading) == (None, None)


@pytest.mark.parametrize("slip", [KeyError("x"), TypeError("x"), RecursionError("x")])
def test_a_slip_of_ours_on_one_document_is_its_trouble_and_asks_for_it(
    folder: Path, store: Store, monkeypatch: pytest.MonkeyPatch, slip: Exception
) -> None:
    def slipping(document: Document, *given: Any, **named: Any) -> Reading:
        if document.name == "a.txt":
            raise slip
        return extract(document, *given, **named)

    monkeypatch.setattr(one, "extract", slipping)
    done = {item.name: item for item in read_paths(store, plan(folder))}
    assert (done["a.txt"].outcome, done["sub/e.md"].outcome) == (Outcome.FAILED, Outcome.NEW)
    assert type(slip).__name__ in done["a.txt"].trouble
    assert done["a.txt"].trouble.endswith("please report it with the file.")


def test_what_was_read_comes_with_its_document_and_reading(folder: Path) -> None:
    (done,) = extract_paths(plan(folder / "a.txt"))
    assert done.document is not None
    assert done.reading is not None
    assert (done.document.name, done.document.published_on) == ("a.txt", DAY)
    assert done.reading.doc_id == done.document.doc_id
    assert done.reading.published_on == DAY
    assert done.trouble == ""


def test_what_was_skipped_has_no_trouble(folder: Path) -> None:
    skipped = [item for item in extract_paths(plan(folder)) if item.outcome is Outcome.SKIPPED]
    assert [(item.name, item.trouble) for item in skipped] == [("c.png", "")]


def test_sources_are_done_one_by_one_as_they_are_asked_for(folder: Path) -> None:
    doing = extract_paths(plan(folder / "a.txt", folder / "late.txt"))
    assert next(doing).outcome is Outcome.NEW
    (folder / "late.txt").write_text(KELLER, "utf-8")
    assert outcomes(list(doing)) == [("late.txt", Outcome.NEW)]


def test_a_day_that_is_none_is_the_users_slip_and_no_documents_trouble(folder: Path) -> None:
    with pytest.raises(BadDate):
        list(extract_paths(plan(folder, day="Monday")))


def test_the_record_holds_what_could_be_read(folder: Path, store: Store) -> None:
    done = list(read_paths(store, plan(folder)))
    assert [item.outcome for item in done if item.document] == [Outcome.NEW, Outcome.NEW]
    assert sorted(article.name for article in store.documents()) == ["a.txt", "sub/e.md"]
    assert len(list(store.statements())) == 2


def test_reading_again_changes_nothing(folder: Path, store: Store) -> None:
    first = list(read_paths(store, plan(folder)))
    again = list(read_paths(store, plan(folder)))
    outcome = {item.name: item.outcome for item in again}
    assert outcome["a.txt"] is outcome["sub/e.md"] is Outcome.UNCHANGED
    assert {item.doc_id for item in again} == {item.doc_id for item in first}
    assert len(list(store.statements())) == 2


def test_another_day_reads_again(folder: Path, store: Store) -> None:
    list(read_paths(store, plan(folder / "a.txt")))
    (again,) = read_paths(store, plan(folder / "a.txt", day="2027-04-21"))
    assert again.outcome is Outcome.READ_AGAIN
    assert [statement.said_on for statement in store.statements()] == ["2027-04-19"]


def test_a_process_is_kept_with_the_documents(folder: Path, store: Store) -> None:
    talks = Process(identify("prc", "cod talks"), "Cod talks")
    list(read_paths(store, plan(folder / "a.txt", processes=(talks,))))
    assert list(store.processes()) == [talks]


def test_the_size_of_paths_is_that_of_the_files_in_them(folder: Path) -> None:
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    assert size_of([folder, folder / "missing.txt"]) == sum(sizes)


def test_a_new_name_and_a_new_negotiation_are_kept_without_reading_again(
    folder: Path, store: Store
) -> None:
    (first,) = read_paths(store, plan(folder / "a.txt"))
    (folder / "again.txt").write_text(VIK, "utf-8")
    talks = Process(identify("prc", "cod talks"), "Cod talks")
    (again,) = read_paths(store, plan(folder / "again.txt", processes=(talks,)))
    assert again.outcome is Outcome.UNCHANGED
    assert again.reading == first.reading
    assert store.names(str(first.doc_id)) == ("a.txt", "again.txt")
    assert list(store.processes(first.doc_id)) == [talks]


def test_the_day_that_was_once_given_holds_for_what_is_inside_a_file(
    tmp_path: Path, store: Store
) -> None:
    path = tmp_path / "a.json"
    path.write_text(f'{{"articles": [{{"text": "{VIK}"}}, {{"text": "{KELLER}"}}]}}', "utf-8")
    first = list(read_paths(store, plan(path)))
    again = list(read_paths(store, plan(path, day=None)))
    assert [item.outcome for item in first] == [Outcome.NEW, Outcome.NEW]
    assert [item.outcome for item in again] == [Outcome.UNCHANGED, Outcome.UNCHANGED]


def test_how_far_reading_has_come_is_told_in_bytes(folder: Path) -> None:
    positions = [item.position for item in extract_paths(plan(folder))]
    assert positions == sorted(positions)
    assert 0 < positions[-1] <= size_of([folder])


def test_articles_are_read_beside_the_text_of_a_plan(store: Store, tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text(
        "1. The quota is 500 tonnes.\n\n2. The levy stays.\n\n3. Talks go on.\n", "utf-8"
    )
    add_text(store, TextPlan(draft, TextLabel("Levy plan", "first")))
    article = tmp_path / "a.txt"
    article.write_text(VIK, "utf-8")
    assert outcomes(list(read_paths(store, plan(article)))) == [("a.txt", Outcome.NEW)]
    assert store.without_sketch(VERSION) == ()
