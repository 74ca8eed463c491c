"""`onrecord stances`, `shifts`, `coverage`, and the pages of what they list."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import onrecord
from onrecord.record import Certainty, Factuality, Reading, StanceBasis, StanceValue
from onrecord.store import open_record
from tests.cli.conftest import Type
from tests.store.samples import Sample, anchored
from tests.store.stances import DAM, FIRST, RUHL, SECOND, VALDEK, Told, article, articles

ACCEPT, REJECT = StanceValue.ACCEPT, StanceValue.REJECT
ADDED = articles(
    Told("2027-04-12", ACCEPT),
    Told("2027-04-12", REJECT, RUHL),
    Told("2027-04-14", ACCEPT, RUHL, FIRST),
    Told("2027-04-16", REJECT, RUHL, SECOND),
    Told("2027-04-20", StanceValue.OPPOSE, outlet="Dorvik Herald"),
    Told("2027-04-21", ACCEPT, RUHL, DAM, StanceBasis.HEARSAY, reported_by=VALDEK.actor_id),
    Told("2027-04-22", REJECT, confidence=0.31),
)
OLD, NEW = ADDED[0].reading.stances[0], ADDED[4].reading.stances[0]


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("stances") / "r.db"
    with open_record(path) as store:
        for each in ADDED:
            store.add(*each.parts)
    return path


def listed(command: Type, *words: str | Path) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(command(*words, "--json").out)
    return rows


@pytest.mark.parametrize(
    ("options", "places"),
    [
        ([], [2, 3, 4, 6, 1, 5]),
        (["--as-of", "2027-04-14"], [2, 0, 1]),
        (["--as-of", "2027-04-11"], []),
        (["--holder", "valdek"], [4, 6]),
        (["--holder", "valdek", "--trail"], [0, 4, 6]),
        (["--object", "dam"], [4, 6, 1, 5]),
        (["--value", "acc"], [2, 5]),
        (["--value", "reject", "--basis", "expressed"], [3, 6, 1]),
        (["--basis", "hear"], [5]),
        (["--since", "2027-04-21", "--trail"], [6, 5]),
        (["--until", "2027-04-12"], [1]),
        (["--limit", "1"], [4]),
    ],
)
def test_stances_in_force_are_listed_by_object_and_holder(
    command: Type, record: Path, options: list[str], places: list[int]
) -> None:
    rows = listed(command, "stances", "-r", record, *options)
    found = {each.reading.stances[0].stance_id: place for place, each in enumerate(ADDED)}
    by_label = sorted(places, key=lambda place: ADDED[place].reading.stances[0].object.label)
    assert [found[row["id"]] for row in rows] == by_label


def test_a_stance_is_listed_with_its_words_and_its_source(command: Type, record: Path) -> None:
    row = next(r for r in listed(command, "stances", "-r", record) if r["id"] == NEW.stance_id)
    assert row["holder"] == {"id": VALDEK.actor_id, "name": "Irena Valdek"}
    assert [words["exact"] for words in row["evidence"]] == ["oppose"]
    assert row["object_words"]["exact"] == row["object"]["label"] == "the Kolvar dam"
    assert (row["outlet"], row["reported_on"]) == ("Dorvik Herald", "2027-04-20")
    assert (row["ordinal"], row["own"], row["in_force"]) == (-2, True, True)
    assert row["statements"] == list(NEW.statements)


def test_what_others_tell_names_them_and_what_is_doubtful_is_marked(
    command: Type, record: Path
) -> None:
    out = command("stances", "-r", record).out
    assert "(hearsay, Irena Valdek)" in out
    assert "? 0.31" in out
    assert "Dorvik Herald, 2027-04-20" in out
    assert "6 entries" in out
    assert "yes" in command("stances", "-r", record, "--trail").out


def test_a_shift_shows_its_two_stances_and_the_coverage(command: Type, record: Path) -> None:
    (shift,) = listed(command, "shifts", "-r", record)
    assert (shift["from"]["id"], shift["to"]["id"]) == (OLD.stance_id, NEW.stance_id)
    assert (shift["direction"], shift["steps"], shift["days"]) == ("toward_rejection", -5, 8)
    assert shift["coverage"]["new_outlet"] is True
    counted = {each["outlet"]: each["articles"] for each in shift["coverage"]["outlets"]}
    assert counted == {"Dorvik Herald": 1, "Strand Chronicle": 4}
    out = command("shifts", "-r", record).out
    assert "Irena Valdek on the Kolvar dam: accepts → opposes" in out
    assert "Dorvik Herald 1, Strand Chronicle 4" in out
    assert "new here: perhaps no new stance" in out
    assert "1 entry" in out


def test_versions_are_added_where_they_are_asked_for(command: Type, record: Path) -> None:
    kinds = [row["kind"] for row in listed(command, "shifts", "-r", record, "--versions")]
    assert kinds == ["version_change", "shift"]
    assert "No shift" in command("shifts", "-r", record, "--versions").out
    assert listed(command, "shifts", "-r", record, "--as-of", "2027-04-19") == []
    assert listed(command, "shifts", "-r", record, "--since", "2027-04-21") == []
    assert "No shift fits" in command("shifts", "-r", record, "--holder", "nobody").out


def test_coverage_counts_articles_and_marks_new_outlets(command: Type, record: Path) -> None:
    found = json.loads(command("coverage", "-r", record, "--since", "2027-04-20", "--json").out)
    assert [(row["outlet"], row["articles"], row["new"]) for row in found["outlets"]] == [
        ("Dorvik Herald", 1, True),
        ("Strand Chronicle", 2, False),
    ]
    assert found["gaps"] == []
    assert found["undated"] == 0
    early = json.loads(command("coverage", "-r", record, "--as-of", "2027-04-12", "--json").out)
    assert [(row["articles"], row["days"]) for row in early["outlets"]] == [(2, {"2027-04-12": 2})]


def test_gaps_say_why(command: Type, record: Path) -> None:
    asked = ("coverage", "-r", record, "--gaps", "--object", "dam", "--since")
    found = json.loads(command(*asked, "2027-04-21", "--json").out)["gaps"]
    assert {(gap["holder"]["name"], gap["why"], len(gap["told"])) for gap in found} == {
        ("Tomás Ruhl", "silent", 1)
    }
    later = json.loads(command(*asked, "2027-05-01", "--json").out)["gaps"]
    assert {gap["why"] for gap in later} == {"not_covered"}
    assert "heard, silent on it" in command(*asked, "2027-04-21").out


def test_stances_and_conditions_are_shown_in_context(command: Type, record: Path) -> None:
    told = command("show", ADDED[5].reading.stances[0].stance_id, "-r", record).out
    assert "Tomás Ruhl accepts (hearsay): the Kolvar dam" in told
    assert "Irena Valdek" in told
    condition = ADDED[0].reading.conditions[0].condition_id
    shown = command("show", condition, "-r", record).out
    assert "the text must change" in shown
    assert "she leaves" in shown
    entry = json.loads(command("show", condition, "-r", record, "--json").out)
    assert (entry["entry"], entry["if"]["exact"]) == ("condition", "If the dam stays")
    stance = json.loads(command("show", OLD.stance_id, "-r", record, "--json").out)
    assert (stance["entry"], stance["stance"]) == ("stance", "accept")


def meant(given: Sample) -> Sample:
    """Give the sample with a statement of which everything is known."""
    text, doc_id = given.document.raw_text, given.document.doc_id
    statement = replace(
        given.reading.statements[0],
        certainty=Certainty(
            Factuality.POSSIBLE,
            Factuality.UNCOMMITTED,
            conditional=True,
            hedges=(anchored(text, doc_id, "due"),),
        ),
        act_words=(anchored(text, doc_id, "said"),),
        chain=(anchored(text, doc_id, "Talks"),),
        addressee=anchored(text, doc_id, "President"),
        venue=anchored(text, doc_id, "Monday"),
    )
    reading: Reading = replace(given.reading, statements=(statement,))
    return replace(given, reading=reading)


def test_a_statement_is_shown_with_what_it_means(command: Type, tmp_path: Path) -> None:
    one = meant(article(Told("2027-04-12", ACCEPT)))
    with open_record(tmp_path / "r.db") as store:
        store.add(*one.parts)
    out = command("show", one.reading.statements[0].statement_id, "-r", tmp_path / "r.db").out
    for words in (
        "said (state), for “said”",
        "it may be so (PS+), if a condition is met",
        "does not commit to it (Uu)",
        "told by way of",
        "said to",
        "said at",
        one.reading.stances[0].stance_id,
    ):
        assert words in out


def test_statements_are_found_by_act_and_as_of_a_day(command: Type, record: Path) -> None:
    assert len(listed(command, "statements", "-r", record, "--as-of", "2027-04-12")) == 2
    assert listed(command, "statements", "-r", record, "--act", "deny") == []
    assert len(listed(command, "statements", "-r", record, "--act", "stat")) == len(ADDED)
    unknown = command("statements", "-r", record, "--act", "sing")
    assert unknown.code == 1
    assert "decline_to_comment" in unknown.err


def test_two_options_that_exclude_each_other_are_one_sentence(command: Type, record: Path) -> None:
    result = command("statements", "-r", record, "--for-review", "--sure")
    assert result.code == 1
    assert result.err == (
        "onrecord: --for-review and --sure exclude each other. Give one of them, or neither.\n"
    )


def test_a_brief_says_where_the_sides_stand_and_what_shifted(command: Type, record: Path) -> None:
    text = command("brief", "-r", record).out
    standing = text.partition("## Where the sides stand")[2].partition("\n## ")[0]
    assert f"**Irena Valdek** opposes: oppose ({NEW.stance_id})" in standing
    assert OLD.stance_id not in standing
    (told,) = [line for line in standing.splitlines() if "hearsay" in line]
    assert "**Tomás Ruhl** accepts, not in its own words (hearsay from Irena Valdek)" in told
    assert ADDED[6].reading.stances[0].stance_id not in text
    (shift,) = text.partition("## What shifted")[2].partition("\n## ")[0].strip().splitlines()
    assert "toward rejection" in shift
    assert OLD.stance_id in shift
    assert NEW.stance_id in shift
    assert all("\\[" in line for line in standing.splitlines() if line.startswith("- "))


def test_python_gets_the_same(record: Path) -> None:
    with onrecord.open(record) as opened:
        stances = opened.stances(holder="valdek", trail=True)
        assert [stance.value for stance in stances] == [ACCEPT, StanceValue.OPPOSE, REJECT]
        assert [row["in_force"] for row in stances.to_dicts()] == [False, True, True]
        (shift,) = opened.shifts()
        assert shift.before.stance_id == OLD.stance_id
        assert opened.shifts().to_dicts()[0]["to"]["id"] == NEW.stance_id
        assert "opposes" in opened.stances()._repr_html_()
        assert "toward rejection" in opened.shifts()._repr_html_()
        covered = opened.coverage(since="2027-04-20", gaps=True)
        assert [count.articles for count, _ in covered.marked()] == [1, 2]


def test_the_timeline_marks_what_is_for_review(command: Type, tmp_path: Path) -> None:
    one = article(Told("2027-04-12", ACCEPT))
    statement = one.reading.statements[0]
    doubtful = replace(statement, provenance=replace(statement.provenance, confidence=0.31))
    with open_record(tmp_path / "r.db") as store:
        store.add(one.document, one.content, replace(one.reading, statements=(doubtful,)))
    out = command("timeline", "-r", tmp_path / "r.db").out
    assert "? 0.31" in out
    rows = listed(command, "timeline", "-r", tmp_path / "r.db")
    assert [row["for_review"] for row in rows] == [False, True]


def test_one_is_said_in_the_singular(command: Type, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Minister Ann Lee said on Sunday that talks had begun.\n")
    assert (
        "; 1 statement added."
        in command(
            "read", tmp_path / "a.txt", "-r", tmp_path / "r.db", "--published-on", "2027-04-12"
        ).out
    )
    assert "1 document, 1 statement," in command("doctor", "-r", tmp_path / "r.db").out
    assert "1 statement, " in command("extract", tmp_path / "a.txt").out
