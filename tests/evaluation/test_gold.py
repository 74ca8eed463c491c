"""The gold record of the sample case is what its files say, and its check can fail."""

import json
import shutil
from pathlib import Path

import pytest

from evaluation.gold.__main__ import CASE, cases
from evaluation.gold.build import build, text
from evaluation.gold.check import check
from evaluation.gold.spans import Article, Json, SpanError

LIVE_BLOG = Article("A99", '**08:55** "Yes. We can," she said. "Perhaps. Not now." He left.\n')


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """Give a copy of the sample case that a test may spoil."""
    shutil.copytree(CASE / "articles", tmp_path / "articles")
    shutil.copy(CASE / "gold.json", tmp_path)
    return tmp_path


def read(folder: Path) -> Json:
    record: Json = json.loads((folder / "gold.json").read_text("utf-8"))
    return record


def write(folder: Path, record: Json) -> None:
    (folder / "gold.json").write_text(text(record), "utf-8")


@pytest.mark.parametrize(("gold", "folder"), cases(), ids=lambda path: path.name)
def test_a_gold_record_is_what_its_files_build_and_the_check_finds_nothing(
    gold: Path, folder: Path
) -> None:
    assert (folder / "gold.json").read_text("utf-8") == text(build(gold, folder))
    assert check(folder) == []


def test_the_check_finds_a_shifted_span(case: Path) -> None:
    record = read(case)
    record["articles"][0]["statements"][0]["cue"]["start"] += 1
    write(case, record)
    assert [line for line in check(case) if "span is not as the article has it" in line]


def test_the_check_finds_an_unknown_code(case: Path) -> None:
    record = read(case)
    record["articles"][3]["statements"][2]["speech_act"] = "mutter"
    write(case, record)
    (found,) = check(case)
    assert "speech_act has the unknown code 'mutter'" in found


def test_the_check_finds_an_id_that_leads_nowhere(case: Path) -> None:
    record = read(case)
    record["positions"][0]["holder"] = "act:nobody"
    write(case, record)
    (found,) = check(case)
    assert found == "/positions[0]/holder: 'act:nobody' is no id"


def test_the_check_finds_a_date_that_is_no_edtf(case: Path) -> None:
    record = read(case)
    record["deadlines"][0]["due"] = "14 May"
    write(case, record)
    (found,) = check(case)
    assert found.endswith("no EDTF: '14 May'")


def test_the_check_finds_a_time_outside_its_value(case: Path) -> None:
    record = read(case)
    row = next(row for row in record["time_expressions"] if row["timex_value"] == "2027-W16")
    row["edtf"] = "2027-04-26"
    write(case, record)
    (found,) = check(case)
    assert found == f"{row['id']}: 2027-04-26 is not within 2027-W16"


def test_the_check_finds_a_changed_article(case: Path) -> None:
    article = case / read(case)["articles"][0]["metadata"]["file"]
    article.write_text(article.read_text("utf-8") + "\n", "utf-8")
    assert "A01: sha256 differs" in check(case)


def test_the_check_finds_what_is_annotated_twice(case: Path) -> None:
    record = read(case)
    again = {**record["time_expressions"][0], "id": "time:999"}
    record["time_expressions"].append(again)
    write(case, record)
    (found,) = check(case)
    assert found.startswith("annotated 2 times")


def test_words_that_occur_twice_must_say_where() -> None:
    with pytest.raises(SpanError, match="2 times"):
        Article("A99", "yes and yes").find("yes")
    assert Article("A99", "yes and yes").find("and {{yes}}") == (8, 11)


def test_a_word_is_not_found_inside_another() -> None:
    assert Article("A99", "the end, he said").find("he") == (9, 11)


def test_a_sentence_does_not_end_inside_a_quotation_that_it_frames() -> None:
    start, end = LIVE_BLOG.sentence(LIVE_BLOG.find("she said"))
    assert LIVE_BLOG.text[start:end] == '"Yes. We can," she said.'


def test_a_sentence_ends_inside_the_quotation_that_it_stands_in() -> None:
    start, end = LIVE_BLOG.sentence(LIVE_BLOG.find("Not now"))
    assert LIVE_BLOG.text[start:end] == 'Not now."'
