"""Deciding in one's own name: what can be corrected, what is refused, what follows."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import onrecord
from onrecord.errors import (
    AlreadyOnRecord,
    BadCode,
    BadValue,
    DecisionOutdated,
    NoSuchActor,
    NoSuchEntry,
    NoSuchField,
    NoSuchObject,
    OnrecordError,
    SeveralPlaces,
    WordsMissing,
)
from onrecord.record import (
    BY_PEOPLE,
    Certainty,
    Factuality,
    Form,
    ReviewState,
    SourcingLevel,
    Statement,
)
from onrecord.record.wording import in_words
from onrecord.run import Desk
from onrecord.store import Kind, StatementFilter

LETTER = """The Vik letter

Prime Minister Hedda Vik said on Monday that the levy must fall. “We sail at dawn,” Nils Orr said.

An official said that the harbour would stay open. The harbour pilots were not asked.

Vik rejected the levy plan. Told of it, Orr kept silent: nobody had asked the crews, he whispered.
"""


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("desk")
    (folder / "letter.txt").write_text(LETTER, "utf-8")
    with onrecord.open(folder / "r.db") as record:
        record.read(folder / "letter.txt", published_on="2027-04-14")
    return folder


@pytest.fixture
def record(read: Path, tmp_path: Path) -> Iterator[onrecord.Record]:
    path = tmp_path / "r.db"
    path.write_bytes((read / "r.db").read_bytes())
    with onrecord.open(path) as opened:
        yield opened


@pytest.fixture
def desk(record: onrecord.Record) -> Desk:
    return record.desk(by="ann")


def saying(record: onrecord.Record, words: str) -> Statement:
    (found,) = [each for each in record.store.statements() if words in each.gist]
    return found


def now(record: onrecord.Record, statement: Statement) -> Statement:
    entry = record.desk("reader").case(statement.statement_id).entry
    assert isinstance(entry, Statement)
    return entry


def test_another_speaker_brings_the_source_and_its_sourcing_with_him(
    record: onrecord.Record, desk: Desk
) -> None:
    harbour = saying(record, "harbour")
    assert harbour.sourcing_level is SourcingLevel.UNNAMED_DESCRIBED
    ruling = desk.correct(harbour.statement_id, "speaker", "Nils Orr", "he is the official")
    found = now(record, harbour)
    orr = next(record.store.actors_with([found.actor_id or ""]))
    assert orr.name == "Nils Orr"
    assert found.sourcing_level is SourcingLevel.ON_RECORD_PARAPHRASE
    assert found.source
    assert found.source.actor_id == orr.actor_id
    assert (ruling.by, ruling.value, ruling.note) == ("ann", "Nils Orr", "he is the official")
    assert ruling.before == "official"
    desk.correct(harbour.statement_id, "speaker", "nobody")
    assert now(record, harbour).actor_id is None


def test_a_speaker_whom_only_the_text_names_comes_on_record_and_nobody_else(
    record: onrecord.Record, desk: Desk
) -> None:
    harbour = saying(record, "harbour")
    desk.correct(harbour.statement_id, "speaker", "harbour pilots")
    assert [each.gist for each in record.statements(actor="harbour pilots")] == [harbour.gist]
    desk.accept(harbour.statement_id)
    assert [each.name for each in record.actors().values() if "pilots" in each.name] == [
        "harbour pilots"
    ]
    with pytest.raises(NoSuchActor):
        desk.correct(harbour.statement_id, "speaker", "Zacharias Null")


def test_other_words_bring_their_form_their_quotation_and_their_gist(
    record: onrecord.Record, desk: Desk
) -> None:
    sail = saying(record, "sail")
    assert sail.form is Form.DIRECT
    desk.correct(sail.statement_id, "words", "“We sail at dawn,” Nils")
    found = now(record, sail)
    assert (found.form, found.gist) == (Form.MIXED, "“We sail at dawn,” Nils")
    start, end = found.content[0].start, found.content[0].end
    assert LETTER[start:end] == found.content[0].exact
    desk.correct(sail.statement_id, "span", f"{start}:{start + 8},{start + 9}:{end}")
    assert [part.exact for part in now(record, sail).content] == ["“We sail", "at dawn,” Nils"]


@pytest.mark.parametrize(
    ("given", "error"),
    [
        (("words", "words that are not there"), WordsMissing),
        (("words", "9999:10000"), WordsMissing),
        (("words", "-"), BadValue),
        (("speaker", "Nobody Atall"), NoSuchActor),
        (("act", "sing"), BadCode),
        (("act", "re"), BadCode),
        (("certainty", "sure"), BadCode),
        (("certainty", "CT"), BadCode),
        (("date", "next week"), BadValue),
        (("gist", "anything"), NoSuchField),
        (("provenance", "mine"), NoSuchField),
        (("mood", "bad"), NoSuchField),
    ],
)
def test_what_the_text_or_the_codes_do_not_have_is_refused_and_nothing_is_kept(
    record: onrecord.Record, desk: Desk, given: tuple[str, str], error: type[OnrecordError]
) -> None:
    sail = saying(record, "sail")
    with pytest.raises(error):
        desk.correct(sail.statement_id, *given)
    assert desk.history() == ()
    assert now(record, sail) == sail


@pytest.mark.parametrize(
    ("given", "attribute", "wanted"),
    [
        (("act", "promise"), "speech_act", "promise"),
        (("act", "PROM"), "speech_act", "promise"),
        (("date", "[..2027-04-12]"), "said_on", "[..2027-04-12]"),
        (("date", "unknown"), "said_on", None),
        (("sourcing", "L4"), "sourcing_level", "L4_media_reports"),
        (("cue", "none"), "cue", None),
    ],
)
def test_codes_days_and_nothing_are_taken(
    record: onrecord.Record, given: tuple[str, str], attribute: str, wanted: str | None
) -> None:
    sail = saying(record, "sail")
    record.desk("ann").correct(sail.statement_id, *given)
    assert getattr(now(record, sail), attribute) == wanted


def test_how_certain_the_source_is_is_corrected_and_no_words_decided_it(
    record: onrecord.Record, desk: Desk
) -> None:
    sail = saying(record, "sail")
    assert sail.certainty
    desk.correct(sail.statement_id, "certainty", "ps-")
    wanted = replace(sail.certainty, source=Factuality.POSSIBLE_NOT, hedges=())
    found = now(record, sail)
    assert found.certainty == wanted
    assert found.provenance.review
    assert dict(found.provenance.review.machine) == {"certainty": in_words(sail.certainty)}
    desk.correct(sail.statement_id, "certainty", "none")
    assert now(record, sail).certainty is None
    desk.correct(sail.statement_id, "certainty", "CT+")
    assert now(record, sail).certainty == Certainty(Factuality.CERTAIN, Factuality.UNCOMMITTED)


def test_a_stance_gets_another_value_point_or_holder(record: onrecord.Record, desk: Desk) -> None:
    stance = next(record.store.stances())
    desk.correct(stance.stance_id, "stance", "oppose")
    desk.correct(stance.stance_id, "holder", "Nils Orr")
    desk.correct(stance.stance_id, "point", stance.object.object_id)
    (found,) = [each for each in record.stances() if each.stance_id == stance.stance_id]
    assert (found.value, record.actors()[found.holder].name) == ("oppose", "Nils Orr")
    with pytest.raises(NoSuchObject):
        desk.correct(stance.stance_id, "point", "a moon base")


def test_a_day_of_another_kind_is_corrected_without_any_code_for_that_kind(
    record: onrecord.Record, desk: Desk
) -> None:
    time = next(record.store.times())
    desk.correct(time.time_id, "date", "2027-04-05")
    (found,) = [each for each in record.store.times() if each.time_id == time.time_id]
    assert found.edtf == "2027-04-05"
    assert desk.machines(time.time_id) == time


def test_a_statement_is_added_from_selected_words_as_the_machine_would_read_them(
    record: onrecord.Record, desk: Desk
) -> None:
    (document,) = record.documents()
    selected = desk.select(document.doc_id, ["The harbour pilots were not asked"])
    before = len(record.statements())
    ruling = desk.add(document.doc_id, selected, speaker="Hedda Vik")
    found = now(record, replace(saying(record, "pilots"), statement_id=ruling.entry_id))
    assert found.provenance.state is ReviewState.ADDED
    assert found.provenance.reviewed_by == "ann"
    assert (found.form, found.sourcing_level) == (Form.INDIRECT, "L1b_on_record_paraphrase")
    assert len(record.statements()) == before + 1
    with pytest.raises(AlreadyOnRecord):
        desk.add(document.doc_id, selected)
    desk.undo()
    assert len(record.statements()) == before
    desk.redo()
    assert [each.gist for each in record.statements(states=BY_PEOPLE)] == [found.gist]
    assert record.store.check() == []


def test_an_added_statement_takes_its_speaker_from_its_source_and_its_act_from_its_cue(
    record: onrecord.Record, desk: Desk
) -> None:
    (document,) = record.documents()
    words = desk.select(document.doc_id, ["levy plan"], cue="rejected", source="Vik")
    ruling = desk.add(document.doc_id, words)
    found = now(record, replace(saying(record, "levy plan"), statement_id=ruling.entry_id))
    assert record.actors()[found.actor_id or ""].name == "Hedda Vik"
    assert found.speech_act == "refuse"
    assert found.source
    assert found.source.surface == "Vik"


def test_words_at_several_places_must_be_told_apart(record: onrecord.Record, desk: Desk) -> None:
    (document,) = record.documents()
    with pytest.raises(SeveralPlaces, match="stands at"):
        desk.select(document.doc_id, ["harbour"])


def test_a_decision_on_what_was_seen_earlier_is_refused(
    record: onrecord.Record, desk: Desk
) -> None:
    sail = saying(record, "sail")
    seen = desk.case(sail.statement_id)
    record.desk(by="bo").correct(sail.statement_id, "act", "promise")
    with pytest.raises(DecisionOutdated, match="bo"):
        desk.accept(seen)
    form = replace(desk.case(sail.statement_id), seen=seen.seen)
    with pytest.raises(DecisionOutdated):
        desk.reject(form)
    desk.accept(sail.statement_id)


def test_a_brief_tells_the_confirmed_from_the_machines_and_can_leave_the_machines_out(
    record: onrecord.Record, desk: Desk
) -> None:
    sail, harbour = saying(record, "sail"), saying(record, "harbour")
    desk.accept(sail.statement_id)
    whole, confirmed = record.brief(), record.brief(confirmed_only=True)
    assert f"{sail.statement_id}; ◆ confirmed by ann" in whole
    assert f"{harbour.statement_id})" in whole
    assert sail.statement_id in confirmed
    assert harbour.statement_id not in confirmed
    assert "Every entry was confirmed" in confirmed
    desk.reject(harbour.statement_id)
    assert harbour.statement_id not in record.brief()
    assert [each.statement_id for each in record.statements(states=["rejected"])] == [
        harbour.statement_id
    ]


def test_reading_the_same_again_keeps_every_decision(
    record: onrecord.Record, desk: Desk, read: Path
) -> None:
    sail, harbour = saying(record, "sail"), saying(record, "harbour")
    desk.reject(sail.statement_id)
    desk.correct(harbour.statement_id, "act", "promise")
    record.read(read / "letter.txt", published_on="2027-04-15")
    assert sail.statement_id not in {each.statement_id for each in record.statements()}
    found = now(record, harbour)
    assert (found.speech_act, found.reported_on) == ("promise", "2027-04-15")


def test_the_name_is_the_settings_or_the_users(record: onrecord.Record) -> None:
    assert record.desk().by
    assert record.desk("bo").by == "bo"


def test_an_unknown_id_is_said(record: onrecord.Record, desk: Desk) -> None:
    with pytest.raises(NoSuchEntry):
        desk.accept("st-ffffffffffff")
    assert desk.case(saying(record, "sail").statement_id).kind == Kind.STATEMENT
    assert list(record.store.statements(StatementFilter(states=BY_PEOPLE))) == []
