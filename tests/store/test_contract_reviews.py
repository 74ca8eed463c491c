"""What every store promises about people's decisions."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from onrecord.errors import (
    AlreadyOnRecord,
    DecisionOutdated,
    NoSuchEntry,
    NotForReview,
    NothingDecided,
    RulingBuiltUpon,
)
from onrecord.record import (
    BY_PEOPLE,
    Action,
    Mention,
    Process,
    Reason,
    ReviewState,
    Ruling,
    SpeechAct,
    StanceValue,
    Statement,
)
from onrecord.store import (
    EntryFilter,
    Kind,
    QueueFilter,
    StanceFilter,
    StatementFilter,
    Store,
    open_existing,
)
from onrecord.store.database import writing
from tests.store.reviewing import ONE, REJECTED, back, machines_rows, read_again, ruled, states
from tests.store.samples import anchored, doubted, published, sample
from tests.store.stances import RUHL, VALDEK, Told, article, articles

ACCEPT, REJECT, CORRECT = Action.ACCEPT, Action.REJECT, Action.CORRECT
MACHINE, CONFIRMED = ReviewState.MACHINE, ReviewState.CONFIRMED
FIRST, SECOND, THIRD = ONE.reading.statements
CONFIRMED_ONLY = StatementFilter(states=BY_PEOPLE)


def test_what_nobody_decided_on_is_the_machines(filled: Store) -> None:
    assert set(states(filled).values()) == {MACHINE}
    assert tuple(filled.statements()) == ONE.reading.statements
    assert list(filled.statements(CONFIRMED_ONLY)) == []


def test_what_is_accepted_is_confirmed_with_who_and_when(filled: Store) -> None:
    ruled(filled, ACCEPT, filled.case(FIRST.statement_id))
    (found,) = filled.statements(CONFIRMED_ONLY)
    review = found.provenance.review
    assert review
    assert (review.state, review.by, review.at[:10]) == (CONFIRMED, "ann", "2027-04-12")
    assert replace(found, provenance=FIRST.provenance) == FIRST


def test_what_is_rejected_is_left_out_of_every_answer_that_does_not_ask_for_it(
    filled: Store,
) -> None:
    before = filled.counts().statements
    ruled(filled, REJECT, filled.case(SECOND.statement_id))
    assert SECOND.statement_id not in {each.statement_id for each in filled.statements()}
    assert [each.statement_id for each in filled.statements(REJECTED)] == [SECOND.statement_id]
    assert filled.counts().statements == before - 1
    by_words = StatementFilter(text=SECOND.gist.split()[0], doc_id=SECOND.doc_id)
    assert SECOND.statement_id not in {it.statement_id for it in filled.statements(by_words)}
    speakers = {voice.actor_id for voice in filled.voices()}
    others = {FIRST.actor_id, THIRD.actor_id}
    assert speakers == others
    assert sum(each.statements for each in filled.appearances()) == before - 1


def test_a_correction_stands_in_the_place_of_what_the_machine_read(filled: Store) -> None:
    case = filled.case(SECOND.statement_id)
    ruled(filled, CORRECT, case, actor_id=FIRST.actor_id, speech_act=SpeechAct.DENY)
    found = list(filled.statements())
    assert [each.statement_id for each in found] == [
        each.statement_id for each in ONE.reading.statements
    ]
    corrected = found[1]
    assert corrected.speech_act is SpeechAct.DENY
    assert corrected.provenance.review
    assert dict(corrected.provenance.review.machine) == {
        "speech_act": "state",
        "actor_id": SECOND.actor_id,
    }
    assert filled.machines(filled.case(SECOND.statement_id)) == SECOND
    denied = StatementFilter(acts=(SpeechAct.DENY,), actor=FIRST.actor_id)
    assert list(filled.statements(denied)) == [corrected]
    assert list(filled.statements(StatementFilter(actor=SECOND.actor_id))) == []


def test_corrected_words_are_found_by_the_search_and_the_old_ones_are_not(filled: Store) -> None:
    text = ONE.document.raw_text
    words = anchored(text, ONE.document.doc_id, FIRST.gist.split(",")[0])
    case = filled.case(FIRST.statement_id)
    ruled(filled, CORRECT, case, content=(words,), gist="Zanzibar")
    assert [it.gist for it in filled.statements(StatementFilter(text="zanzibar"))] == ["Zanzibar"]
    back(filled, Action.UNDO)
    assert list(filled.statements(StatementFilter(text="zanzibar"))) == []
    assert filled.check() == []


@pytest.mark.parametrize("kind", ["times", "money", "quantities", "occupancies", "mentions"])
def test_any_kind_of_entry_can_be_rejected(filled: Store, kind: str) -> None:
    doc_id = ONE.document.doc_id
    ask: Callable[..., Any] = getattr(filled, kind)
    wanted = doc_id if kind == "mentions" else EntryFilter(doc_id=doc_id)
    before = list(ask(wanted))
    ids = [name for name in before[0].__slots__ if name.endswith("_id")]
    case = filled.case(getattr(before[0], ids[0]))
    ruled(filled, REJECT, case)
    assert list(ask(wanted)) == before[1:]
    back(filled, Action.UNDO)
    assert list(ask(wanted)) == before


def test_actors_are_not_decided_on_but_merged(filled: Store) -> None:
    with pytest.raises(NotForReview, match="onrecord merge"):
        filled.case(FIRST.actor_id or "")
    with pytest.raises(NoSuchEntry):
        filled.case("st-ffffffffffffffff")


def test_the_machines_rows_are_never_changed_by_a_decision(
    opens: Callable[..., Store], tmp_path: Path
) -> None:
    told = article(Told("2027-04-12", StanceValue.REJECT))
    with opens() as store:
        store.add(*ONE.parts)
        store.add(*told.parts)
    path = tmp_path / "one" / "record.db"
    before = machines_rows(path)
    assert sum(map(len, before.values())) > 50
    with opens() as store:
        ruled(store, REJECT, store.case(FIRST.statement_id))
        ruled(store, CORRECT, store.case(SECOND.statement_id), speech_act=SpeechAct.DENY)
        ruled(store, ACCEPT, store.case(THIRD.statement_id))
        stance = store.case(told.reading.stances[0].stance_id)
        ruled(store, CORRECT, stance, value=StanceValue.ACCEPT)
        assert store.reading(ONE.document.doc_id) == ONE.reading
        assert store.check() == []
    after = machines_rows(path)
    assert {table for table in before if before[table] != after[table]} == set()


def test_a_decision_on_a_state_that_has_passed_is_refused_and_nothing_is_kept(
    filled: Store,
) -> None:
    stale = filled.case(FIRST.statement_id)
    ruled(filled, REJECT, filled.case(FIRST.statement_id), by="bo")
    with pytest.raises(DecisionOutdated, match="bo decided on it"):
        ruled(filled, ACCEPT, stale)
    assert [ruling.by for ruling in filled.rulings()] == ["bo"]
    unread = filled.case(SECOND.statement_id)
    filled.add(*read_again(ONE, "sample 2").parts)
    with pytest.raises(DecisionOutdated, match="it was read again"):
        ruled(filled, ACCEPT, unread)


def test_undoing_is_a_decision_and_erases_nothing(filled: Store) -> None:
    ruled(filled, REJECT, filled.case(FIRST.statement_id))
    undone = back(filled, Action.UNDO)
    assert states(filled)[FIRST.statement_id] is MACHINE
    again = back(filled, Action.REDO)
    assert states(filled)[FIRST.statement_id] is ReviewState.REJECTED
    history = filled.rulings(FIRST.statement_id)
    assert [ruling.action for ruling in history] == [REJECT, Action.UNDO, Action.REDO]
    assert undone.of == again.of == history[0].ruling_id
    assert [ruling.at for ruling in history] == sorted(ruling.at for ruling in history)


def test_one_undoes_ones_own_and_never_under_a_later_one_of_somebody_else(filled: Store) -> None:
    ruled(filled, CORRECT, filled.case(FIRST.statement_id), speech_act=SpeechAct.DENY)
    with pytest.raises(NothingDecided):
        back(filled, Action.UNDO, by="bo")
    ruled(filled, ACCEPT, filled.case(FIRST.statement_id), by="bo")
    with pytest.raises(RulingBuiltUpon, match="bo has decided"):
        back(filled, Action.UNDO)
    back(filled, Action.UNDO, entry_id=FIRST.statement_id)
    back(filled, Action.UNDO)
    assert states(filled)[FIRST.statement_id] is MACHINE


def test_a_new_decision_ends_the_chance_to_redo(filled: Store) -> None:
    ruled(filled, REJECT, filled.case(FIRST.statement_id))
    back(filled, Action.UNDO)
    ruled(filled, ACCEPT, filled.case(FIRST.statement_id))
    with pytest.raises(NothingDecided):
        back(filled, Action.REDO)


def test_what_was_confirmed_stays_as_it_was_confirmed_when_it_is_read_otherwise(
    filled: Store,
) -> None:
    ruled(filled, ACCEPT, filled.case(FIRST.statement_id))
    other = replace(FIRST, speech_act=SpeechAct.DENY)
    filled.add(*read_again(ONE, "sample 2", statements=(other, SECOND, THIRD)).parts)
    found = next(filled.statements())
    assert found.speech_act is SpeechAct.STATE
    assert found.provenance.review
    assert found.provenance.review.machine == (("speech_act", "deny"),)
    (again,) = [each for each in filled.waiting() if each.entry_id == FIRST.statement_id]
    assert Reason.AGAIN in again.reasons
    filled.add(*read_again(ONE, "sample 3").parts)
    assert next(filled.statements()).provenance.review.machine == ()  # type: ignore[union-attr]


def test_what_was_confirmed_stays_when_the_machine_no_longer_finds_it(filled: Store) -> None:
    ruled(filled, ACCEPT, filled.case(FIRST.statement_id))
    filled.add(*read_again(ONE, "sample 2", statements=(SECOND, THIRD)).parts)
    found = list(filled.statements())
    assert found[0].statement_id == FIRST.statement_id
    assert found[0].provenance.review
    assert not found[0].provenance.review.found
    assert len(found) == 3


def test_what_was_rejected_stays_rejected_when_it_comes_back(filled: Store) -> None:
    ruled(filled, REJECT, filled.case(FIRST.statement_id))
    filled.add(*read_again(ONE, "sample 2", statements=(SECOND, THIRD)).parts)
    filled.add(*read_again(ONE, "sample 3").parts)
    assert [each.statement_id for each in filled.statements()] == [
        SECOND.statement_id,
        THIRD.statement_id,
    ]


def wider(statement: Statement) -> Statement:
    """Give the statement of the same words and one more, which has another id."""
    (content,) = statement.content
    text = ONE.document.raw_text
    more = anchored(text, content.doc_id, text[content.start - 1 : content.end], content.start - 1)
    return replace(statement, statement_id="sta-00000000000000ab", content=(more,))


def test_a_decision_holds_on_to_its_words_under_another_id(filled: Store) -> None:
    ruled(filled, REJECT, filled.case(FIRST.statement_id))
    other = wider(FIRST)
    filled.add(*read_again(ONE, "sample 2", statements=(other, SECOND, THIRD)).parts)
    assert states(filled)[other.statement_id] is ReviewState.REJECTED
    assert filled.case(FIRST.statement_id).entry_id == other.statement_id
    assert [ruling.entry_id for ruling in filled.rulings(other.statement_id)] == [
        FIRST.statement_id
    ]


def test_a_decision_moves_with_its_words_into_another_text_of_the_same_bytes(
    filled: Store,
) -> None:
    ruled(filled, CORRECT, filled.case(FIRST.statement_id), speech_act=SpeechAct.DENY)
    ruled(filled, REJECT, filled.case(SECOND.statement_id))
    moved = sample(1)
    text = "A line before.\n\n" + moved.document.raw_text
    document, _ = published(1, text, reader="text 2")
    document = replace(document, sha256=moved.document.sha256)
    reading = replace(
        moved.reading,
        doc_id=document.doc_id,
        statements=(),
        mentions=(),
        times=(),
        money=(),
        quantities=(),
        occupancies=(),
    )
    filled.add(document, moved.content, reading)
    (found,) = filled.statements()
    assert found.speech_act is SpeechAct.DENY
    assert found.content[0].start == FIRST.content[0].start + 16
    assert found.doc_id == document.doc_id
    assert [each.gist for each in filled.statements(REJECTED)] == [SECOND.gist]
    filled.add(*ONE.parts)
    assert states(filled)[SECOND.statement_id] is ReviewState.REJECTED
    assert filled.check() == []


def test_a_decision_whose_words_are_gone_stays_an_orphan(filled: Store) -> None:
    ruled(filled, ACCEPT, filled.case(FIRST.statement_id))
    document, _ = published(1, "Nothing of it.\n\nNothing.", reader="text 2")
    document = replace(document, sha256=ONE.document.sha256)
    empty = replace(
        ONE.reading,
        doc_id=document.doc_id,
        statements=(),
        mentions=(),
        times=(),
        money=(),
        quantities=(),
        occupancies=(),
    )
    filled.add(document, ONE.content, empty)
    assert list(filled.statements()) == []
    (orphan,) = filled.orphans()
    assert orphan.entry_id == FIRST.statement_id
    assert orphan.log.state is CONFIRMED
    assert [each.action for each in filled.rulings(FIRST.statement_id)] == [ACCEPT]
    filled.add(*ONE.parts)
    assert filled.orphans() == ()
    assert states(filled)[FIRST.statement_id] is CONFIRMED


def by_hand(text: str, doc_id: str) -> Statement:
    """Give a statement that no machine found: the title, of nobody."""
    words = anchored(text, doc_id, "Talks")
    return replace(
        FIRST,
        statement_id="st-000000000000000c",
        source=None,
        cue=None,
        content=(words,),
        quoted=(),
        gist="Talks",
        actor_id=None,
        nested_in=None,
    )


def test_what_people_add_stands_in_its_place_in_the_text(filled: Store) -> None:
    made = by_hand(ONE.document.raw_text, ONE.document.doc_id)
    given = Ruling(Action.ADD, Kind.STATEMENT, made.statement_id, made.doc_id, "ann")
    filled.rule(given, made)
    found = list(filled.statements())
    assert [each.gist for each in found if each.provenance.state is ReviewState.ADDED] == ["Talks"]
    assert found[0].gist == "Talks" or found[1].gist == "Talks"
    with pytest.raises(AlreadyOnRecord):
        filled.rule(given, made)
    back(filled, Action.UNDO)
    assert len(list(filled.statements())) == 3
    filled.rule(given, made)
    filled.add(*read_again(ONE, "sample 2").parts)
    assert states(filled)[made.statement_id] is ReviewState.ADDED
    assert filled.check() == []


def test_what_was_read_from_a_rejected_statement_alone_falls_with_it(store: Store) -> None:
    told = article(Told("2027-04-12", StanceValue.REJECT))
    (statement,), (stance,) = told.reading.statements, told.reading.stances
    (condition,) = told.reading.conditions
    linked = replace(condition, statement_id=statement.statement_id)
    store.add(*read_again(told, "sample 1", conditions=(linked,)).parts)
    ruled(store, REJECT, store.case(statement.statement_id))
    assert [*store.stances(), *store.stands(), *store.conditions()] == []
    (fallen,) = store.stances(StanceFilter(states=(ReviewState.REJECTED,)))
    assert fallen.stance_id == stance.stance_id
    ruled(store, ACCEPT, store.case(stance.stance_id))
    assert [each.provenance.state for each in store.stances()] == [CONFIRMED]
    back(store, Action.UNDO)
    back(store, Action.UNDO)
    assert [each.provenance.state for each in store.stances()] == [MACHINE]
    assert len(list(store.conditions())) == 1


def test_a_stance_is_known_by_its_claim_and_not_by_its_words_alone(store: Store) -> None:
    told = article(Told("2027-04-12", StanceValue.REJECT))
    (stance,) = told.reading.stances
    store.add(*told.parts)
    ruled(store, REJECT, store.case(stance.stance_id))
    other = replace(stance, stance_id="stc-00000000000000ab", holder=RUHL.actor_id)
    again = {"stances": (other,), "actors": (VALDEK, RUHL)}
    store.add(*read_again(told, "sample 2", **again).parts)
    assert [each.stance_id for each in store.stances()] == [other.stance_id]


def test_two_writers_of_one_decision_do_not_both_succeed(
    filled: Store, opens: Callable[..., Store]
) -> None:
    with opens() as other:
        mine, theirs = filled.case(FIRST.statement_id), other.case(FIRST.statement_id)
        ruled(other, REJECT, theirs, by="bo")
        with pytest.raises(DecisionOutdated):
            ruled(filled, ACCEPT, mine)


def test_reading_a_record_with_decisions_writes_nothing(
    opens: Callable[..., Store], tmp_path: Path
) -> None:
    with opens() as store:
        store.add(*ONE.parts)
        ruled(store, REJECT, store.case(FIRST.statement_id))
    path = tmp_path / "one" / "record.db"
    before = path.read_bytes()
    with open_existing(path) as store:
        assert len(list(store.statements())) == 2
        assert list(store.waiting())
        assert store.orphans() == ()
        assert store.case(FIRST.statement_id).log.state is ReviewState.REJECTED
    assert path.read_bytes() == before


def test_the_queue_is_ordered_by_what_hangs_on_an_entry_and_how_unsure_it_is(
    store: Store,
) -> None:
    store.add(*doubted(sample(1), 0.9, 0.2, None).parts)
    found = [each for each in store.waiting() if each.kind == Kind.STATEMENT]
    assert [each.entry_id for each in found] == [
        SECOND.statement_id,
        THIRD.statement_id,
        FIRST.statement_id,
    ]
    assert [round(each.doubt, 2) for each in found] == [0.8, 0.5, 0.1]
    assert {each.reasons for each in found} == {(Reason.QUOTED,)}
    assert [round(each.urgency, 2) for each in found] == [1.6, 1.0, 0.2]
    ruled(store, ACCEPT, store.case(SECOND.statement_id))
    assert SECOND.statement_id not in {each.entry_id for each in store.waiting()}


def test_a_stance_that_moves_or_stands_alone_comes_first(store: Store) -> None:
    accept, reject = StanceValue.ACCEPT, StanceValue.REJECT
    told = articles(
        Told("2027-04-12", reject), Told("2027-04-14", accept), Told("2027-04-16", accept, RUHL)
    )
    talks = Process("pro-0123456789abcdef", "Talks", parties=(RUHL.actor_id,))
    for each in told:
        store.add(*each.parts, processes=[talks])
    wanted = QueueFilter(kinds=(Kind.STANCE,))
    found = {each.entry_id: each for each in store.waiting(wanted)}
    moving, _, alone = (found[each.reading.stances[0].stance_id] for each in told)
    assert moving.reasons == (Reason.STANCE, Reason.MOVES)
    assert alone.reasons == (Reason.STANCE, Reason.SOLE, Reason.PARTY)
    assert [each.urgency for each in found.values()] == sorted(
        (each.urgency for each in found.values()), reverse=True
    )
    assert len(list(store.waiting(QueueFilter(limit=2)))) == 2
    assert list(store.waiting(QueueFilter(process="nothing"))) == []


def test_a_corrected_source_is_found_by_its_words(filled: Store) -> None:
    words = anchored(ONE.document.raw_text, ONE.document.doc_id, "Talks")
    assert FIRST.source
    source: Mention = replace(FIRST.source, anchor=words, actor_id=None)
    ruled(filled, CORRECT, filled.case(FIRST.statement_id), source=source, actor_id=None)
    (found,) = filled.statements(StatementFilter(actor="talks"))
    assert found.source
    assert found.source.surface == "Talks"
    assert filled.counts().mentions == len(ONE.reading.mentions)


def test_a_decision_that_fails_half_way_leaves_nothing(filled: Store) -> None:
    case = filled.case(FIRST.statement_id)
    with pytest.raises(TypeError):
        ruled(filled, CORRECT, case, gist=object())
    assert filled.rulings() == ()
    assert set(states(filled).values()) == {MACHINE}
    ruled(filled, ACCEPT, case)
    assert states(filled)[FIRST.statement_id] is CONFIRMED


def test_decisions_wait_for_the_disk_and_readings_do_not(filled: Store) -> None:
    engine = filled._engine  # type: ignore[attr-defined]
    for durable, level in ((True, 2), (False, 1), (True, 2)):
        with writing(engine, durable=durable).begin() as connection:
            assert connection.exec_driver_sql("PRAGMA synchronous").scalar_one() == level
