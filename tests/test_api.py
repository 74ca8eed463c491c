"""`import onrecord`."""

from pathlib import Path

import pytest

import onrecord
from onrecord.errors import BadDate, RecordMissing
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
