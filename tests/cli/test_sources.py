"""`onrecord sources`, and the reports of utterances in `statements` and `show`."""

import json
from pathlib import Path
from typing import Any

import onrecord
from onrecord.run.copies import compare_new, relations_of
from onrecord.store import open_record
from tests.cli.conftest import Type


def listed(command: Type, *words: str | Path) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(command(*words, "--json").out)
    return rows


def test_documents_stand_together_that_rest_on_one_source(
    command: Type, sample_record: Path
) -> None:
    wire, revised = listed(command, "sources", "-r", sample_record, "--shared")
    assert wire["source"] == "Inner Sea Press"
    first, copy = wire["documents"]
    assert first["relation"] is None
    assert (copy["relation"]["kind"], copy["relation"]["to"]) == ("light_edit", first["id"])
    assert copy["credited_to"] == ["Inner Sea Press"]
    assert any("Quay House refused" in each["exact"] for each in copy["new"])
    assert revised["documents"][1]["relation"]["kind"] == "copy"
    (changed,) = [
        each for each in revised["documents"][1]["changed"] if "Friday" in each["later"]["exact"]
    ]
    assert ("17 May" in changed["earlier"]["exact"], "14 May" in changed["later"]["exact"]) == (
        True,
        True,
    )


def test_every_passage_is_the_words_at_its_place(command: Type, sample_record: Path) -> None:
    with open_record(sample_record) as store:
        for story in listed(command, "sources", "-r", sample_record):
            for told in story["documents"]:
                places = [*told["new"], *(each["later"] for each in told["shared"])]
                places += [each["earlier"] for each in told["shared"]]
                for place in places:
                    text = store.document(place["doc_id"]).raw_text
                    assert text[place["start"] : place["end"]] == place["exact"]


def test_sources_are_told_for_people(command: Type, sample_record: Path) -> None:
    out = command("sources", "-r", sample_record).out
    assert "14 documents, 12 independent reports." in out
    assert "edited copy of doc-" in out
    assert "new: Asked on Monday evening" in out
    assert "“14”, there “17”" in out
    assert "changed:" in command("sources", "-r", sample_record, "--since", "2027-04-28").out
    assert "0 documents" in command("sources", "-r", sample_record, "--since", "2031-01-01").out


def test_an_utterance_is_listed_once_with_its_reports(command: Type, sample_record: Path) -> None:
    asked = ("statements", "-r", sample_record, "--utterances", "--text", "decoration")
    rows = listed(command, *asked)
    (norling,) = [
        row for row in rows if len(row["reports"]) == 2 and row["said_on"] == "2027-04-12"
    ]
    assert norling["speaker"]["name"] == "Edda Norling"
    assert norling["independent_sources"] == norling["independent_sources_at_most"] == 1
    assert {report["outlet"] for report in norling["reports"]} == {
        "Inner Sea Press",
        "portelian-courier.example",
    }
    assert any("credited" in tie["reason"] for tie in norling["sources"][0]["because"])
    assert "2 reports, 1 independent source" in command(*asked).out


def test_show_gives_the_reports_of_a_statement(command: Type, sample_record: Path) -> None:
    wanted = ("statements", "-r", sample_record, "--text", '"not a decoration"')
    id_ = listed(command, *wanted)[0]["id"]
    assert "2 reports, 1 independent source" in command("show", id_, "-r", sample_record).out
    entry = json.loads(command("show", id_, "-r", sample_record, "--json").out)
    assert entry["utterance"]["reports"][0]["id"] == id_
    assert len(entry["utterance"]["reports"]) == 2


def test_python_gives_the_same(sample_record: Path) -> None:
    with onrecord.open(sample_record) as record:
        assert sum(len(story.members) for story in record.sources()) == 14
        found = record.utterances(text="decoration")
        assert max(len(each.utterance.reports) for each in found) == 2


def test_documents_are_compared_when_they_are_read_or_else_when_they_are_asked_for(
    sample_record: Path, tmp_path: Path
) -> None:
    with open_record(sample_record) as store, open_record(tmp_path / "other.db") as other:
        assert compare_new(store) == 0
        for document in reversed(list(store.documents())):
            other.add(document, store.content(document.doc_id), store.reading(document.doc_id))
        wanted = list(store.relations())
        assert len(wanted) == 2
        assert sorted(relations_of(other), key=lambda one: one.later) == wanted
        assert list(other.relations()) == []
        assert compare_new(other) == 14
        assert list(other.relations()) == wanted
        assert relations_of(other, [wanted[0].later]) == wanted[:1]
