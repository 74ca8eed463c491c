"""`import onrecord`."""

import datetime
import inspect
import pathlib
import re
from pathlib import Path
from textwrap import dedent

import pytest

import onrecord
from onrecord.errors import BadCode, BadDate, NoSuchEntry, NoSuchPlan, RecordMissing
from onrecord.run import Done, Outcome
from onrecord.watch import Subject, Wishes
from tests.store.samples import doubted, sample

STORY = (
    "“We <b>agree</b> at last,” Foreign Minister Ann Lee said on Monday.\n\n"
    '"No," said Tom Roe of Varn.\n'
)


@pytest.fixture
def record(tmp_path: Path) -> onrecord.Record:
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    opened = onrecord.open(tmp_path / "r.db")
    opened.read(tmp_path / "a.txt", published_on="2027-04-13", processes=["Varn talks"])
    return opened


def test_statements_know_their_speakers(record: onrecord.Record) -> None:
    with record:
        statements = record.statements()
        assert [statements.speaker(s) for s in statements] == ["Ann Lee", "Tom Roe"]
        assert statements[0].said_on == "2027-04-12"
        assert record.statements(actor="roe")[0].gist == '"No,"'


def test_what_is_for_review_is_asked_for_and_marked(tmp_path: Path) -> None:
    with onrecord.open(tmp_path / "r.db") as record:
        record.store.add(*doubted(sample(1), 0.9, 0.31, None).parts)
        (doubtful,) = record.statements(review=True)
        assert doubtful.provenance.confidence == 0.31
        assert len(record.statements(review=False)) == 2
        assert len(record.statements()) == 3
        assert "for review: found with confidence 0.31" in record.statements()._repr_html_()
        assert "for review" not in record.statements(review=False)._repr_html_()
        assert doubtful.statement_id not in record.brief()


def test_notebooks_show_tables_in_which_articles_are_escaped(record: onrecord.Record) -> None:
    with record:
        shown = record.statements()._repr_html_()
        assert shown.startswith("<table>")
        assert "Ann Lee" in shown
        assert record.statements().to_dicts()[0]["speaker"]["name"] == "Ann Lee"
        assert record.documents().to_dicts()[0]["file"] == "a.txt"
        assert "<b>" not in shown + record.documents()._repr_html_()


def test_documents_timeline_and_brief_come_from_the_same_record(record: onrecord.Record) -> None:
    with record:
        (document,) = record.documents()
        assert document.published_on == "2027-04-13"
        assert len(record.timeline()) == 3
        assert "Ann Lee" in record.brief()
        assert record.documents(since="2027-05-01") == ()


def test_days_are_days(record: onrecord.Record) -> None:
    with record, pytest.raises(BadDate):
        record.statements(since="soon")


def test_a_record_that_must_exist_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(RecordMissing):
        onrecord.open(tmp_path / "none.db", create=False)
    assert not (tmp_path / "none.db").exists()


TALKS = """Orsk shows a plan

Vadria has received a 12-point plan from Orsk for the herring, envoy Lena Marr said on Monday.

Lena Marr and Tom Elling will meet in Larnock on 24 June for talks on the treaty.

Mediator Jon Sand has given Vadria until 18 June to sign the treaty, his office said.

Marr said that Vadria had offered two hundred boats in the treaty talks. Vadria’s minister Tom
Elling denied that Vadria had offered any boats in the treaty talks.
"""


@pytest.fixture(scope="module")
def talks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("talks")
    (folder / "a.txt").write_text(TALKS, encoding="utf-8")
    with onrecord.open(folder / "talks.db") as record:
        record.read(folder / "a.txt", published_on="2027-06-08")
    return folder / "talks.db"


def test_plans_meetings_deadlines_and_conflicts_are_those_of_the_commands(talks: Path) -> None:
    with onrecord.open(talks) as record:
        (plan,) = record.proposals()
        assert [version.points for version in plan.versions] == [12]
        assert record.proposals(plan.proposal_id) == [plan]
        (meeting,) = record.meetings("Elling")
        assert (meeting.date, meeting.place) == ("2027-06-24", "Larnock")
        assert record.meetings("Nobody") == record.meetings(since="2027-06-25") == []
        (deadline,) = record.deadlines()
        assert deadline.standing(datetime.date(2027, 6, 9)).due == "2027-06-18"
        (conflict,) = record.conflicts(["denial"], open=True)
        assert "two hundred boats" in conflict.a[0].words[0].exact
        assert record.conflicts(as_of="2027-06-01") == record.conflicts(["numeric"]) == []


def test_what_cannot_be_asked_is_said(talks: Path) -> None:
    with onrecord.open(talks) as record:
        for asked, error in (
            (lambda: record.proposals("the Elling plan"), NoSuchPlan),
            (lambda: record.conflicts(["quarrel"]), BadCode),
            (lambda: record.show("st-0000"), NoSuchEntry),
            (lambda: record.meetings(as_of="soon"), BadDate),
        ):
            with pytest.raises(error):
                asked()


def test_revisions_are_compared_version_by_version(tmp_path: Path) -> None:
    url = "Source: https://news.example/talks\n\n"
    for number, text in enumerate((STORY, STORY.replace("“We <b>agree</b> at last,”", "“No,”"))):
        (tmp_path / f"{number}.md").write_text(f"# Talks\n\n{url}{text}", encoding="utf-8")
    with onrecord.open(tmp_path / "r.db") as record:
        record.read(*sorted(tmp_path.glob("*.md")), published_on="2027-04-13")
        one, other = (each.doc_id for each in record.documents())
        (between,) = record.revisions(one, other)
        assert {between.before.doc_id, between.after.doc_id} == {one, other}
        assert len(between.changes) > 0


def test_watching_is_watching_as_the_environment_allows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ONRECORD_OFFLINE", "1")
    with onrecord.open(tmp_path / "r.db") as record:
        events = record.watch(
            "https://news.example/feed", subject=Subject(whole=True), wishes=Wishes(), rounds=1
        )
        (event,) = events
        assert isinstance(event, Done)
        assert event.outcome is Outcome.FAILED
        assert "offline" in event.trouble.casefold()


EXAMPLE = re.compile(r"^ *Example:\n((?:(?: .*)?\n)+?)(?=\n|\Z| *Raises:| *$)", re.MULTILINE)
QUESTIONS = {
    name: found[1]
    for name, method in inspect.getmembers(onrecord.Record, inspect.isfunction)
    if (found := EXAMPLE.search(f"{inspect.getdoc(method)}\n"))
}


def test_the_questions_have_examples() -> None:
    assert {"proposals", "conflicts", "meetings", "deadlines", "revisions"} <= QUESTIONS.keys()
    assert {
        "show",
        "doctor",
        "purge",
        "backup",
        "watch",
        "assign",
        "brief_docx",
    } <= QUESTIONS.keys()


@pytest.mark.parametrize("name", sorted(QUESTIONS))
def test_the_example_of_a_question_runs(
    name: str, talks: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "r.db").write_bytes(talks.read_bytes())
    with onrecord.open(tmp_path / "r.db") as record:
        names = {
            "record": record,
            "folder": tmp_path,
            "datetime": datetime,
            "pathlib": pathlib,
            "Wishes": Wishes,
        }
        exec(compile(dedent(QUESTIONS[name]), name, "exec"), names)


def test_a_purged_document_is_gone_and_its_tombstone_stays(talks: Path, tmp_path: Path) -> None:
    (tmp_path / "r.db").write_bytes(talks.read_bytes())
    with onrecord.open(tmp_path / "r.db") as record:
        (document,) = record.documents()
        (stone,) = record.purge(document.doc_id[:12], "court order", versions=True, by="desk")
        assert (stone.doc_id, stone.purged_by) == (document.doc_id, "desk")
        assert record.documents() == ()
        assert record.doctor() == []
