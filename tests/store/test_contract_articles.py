"""What every store promises about versions, notices, purges, copies, visits and alerts."""

import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from onrecord.analyse import cells, shifts
from onrecord.errors import BackupThere, NoSuchEntry, Purged, RecordInaccessible
from onrecord.record import (
    Alert,
    AlertKind,
    Assignment,
    DateDetail,
    Notice,
    NoticeKind,
    Precision,
    Process,
    StanceValue,
    Version,
    Visit,
    VisitOutcome,
)
from onrecord.store import (
    ActorFilter,
    Added,
    DocumentFilter,
    EntryFilter,
    StanceFilter,
    StatementFilter,
    Store,
    open_existing,
    open_record,
)
from tests.store.dumps import dump
from tests.store.samples import SPEAKERS, Sample, anchored, published, reading_of, sample, text_of
from tests.store.stances import Told, article

ARTICLE = "news.example/talks"
TALKS = Process("prc-0123456789abcdef", "Selun valley talks")


def edition(text: str, updated: str | None = None) -> Sample:
    """Give a document with this text, updated at this time."""
    document, content = published(1, text)
    if updated:
        stamp = DateDetail(updated, Precision.MINUTE, field="meta[modified]")
        document = replace(document, metadata=replace(document.metadata, updated=stamp))
    return Sample(document, content, reading_of(document))


ONE = edition(text_of(1, 3))
TWO = edition(text_of(1, 3).replace("1.1", "one point one"), "2027-02-10T09:00")
"""The second of three statements has other words."""


def version(given: Sample, fetched_on: str | None = None) -> Version:
    about = given.document.metadata
    created = about.updated or about.published
    assert created
    return Version(ARTICLE, given.document.doc_id, created.edtf, fetched_on)


def add(store: Store, *given: Sample) -> None:
    for each in given:
        store.add(*each.parts)
        store.keep_version(version(each))


@pytest.mark.parametrize("order", [(ONE, TWO), (TWO, ONE)], ids=["in order", "later one first"])
class TestVersions:
    def test_they_stand_in_the_order_of_their_times(
        self, store: Store, order: tuple[Sample, ...]
    ) -> None:
        add(store, *order)
        found = store.versions(ONE.document.doc_id)
        assert [each.doc_id for each in found] == [ONE.document.doc_id, TWO.document.doc_id]
        assert [each.known_on for each in found] == [None, "2027-02-10"]
        assert store.versions_of(ARTICLE) == found == store.versions(TWO.document.doc_id)
        assert store.earlier_versions() == {ONE.document.doc_id: found[1]}
        assert store.check() == []

    def test_what_both_say_is_shown_once_what_one_says_is_never_dropped(
        self, store: Store, order: tuple[Sample, ...]
    ) -> None:
        add(store, *order)
        gists = sorted(each.gist[-15:] for each in store.statements())
        assert len(gists) == 4
        assert sum("one point one" in gist for gist in gists) == 1
        left = store.left_behind(ONE.document.doc_id)
        (gone,) = (each for each in ONE.reading.statements if each.statement_id in left)
        assert gone.gist.endswith("1.1")
        assert store.counts().statements == 4
        assert sum(1 for _ in store.money()) == 1

    def test_a_version_by_its_id_is_whole(self, store: Store, order: tuple[Sample, ...]) -> None:
        add(store, *order)
        for each in order:
            doc_id = each.document.doc_id
            found = list(store.statements(StatementFilter(doc_id=doc_id)))
            assert found == list(each.reading.statements)
            assert list(store.times(EntryFilter(doc_id=doc_id))) == list(each.reading.times)
            kept = each.reading.statements[0]
            assert store.entry(store.find(kept.statement_id)) == kept

    def test_before_a_version_was_known_the_earlier_one_is_the_record(
        self, store: Store, order: tuple[Sample, ...]
    ) -> None:
        add(store, *order)
        for day, documents, gone in (
            (date(2027, 2, 9), {ONE.document.doc_id}, 1),
            (date(2027, 2, 10), {ONE.document.doc_id, TWO.document.doc_id}, 1),
        ):
            found = list(store.statements(StatementFilter(as_of=day)))
            assert {each.doc_id for each in found} == documents
            assert sum(each.gist.endswith("1.1") for each in found) == gone
        early = list(store.statements(StatementFilter(as_of=date(2027, 2, 9))))
        assert early == list(ONE.reading.statements)

    def test_everything_else_is_the_same_in_any_order(
        self, opens: Callable[..., Store], order: tuple[Sample, ...]
    ) -> None:
        with opens("one") as first, opens("two") as second:
            add(first, *order)
            add(second, *reversed(order))
            add(second, *order)
            assert dump(first) == dump(second)


def test_a_new_reading_is_compared_anew(store: Store) -> None:
    add(store, ONE, TWO)
    poorer = replace(TWO.reading, extractor="sample 2", statements=TWO.reading.statements[:1])
    store.add(TWO.document, TWO.content, poorer)
    assert len(store.left_behind(ONE.document.doc_id)) >= 2
    assert sum(1 for _ in store.statements()) == 3
    store.add(*TWO.parts)
    assert sum(1 for _ in store.statements()) == 4


def test_of_equal_words_said_twice_one_that_is_left_out_stays(store: Store) -> None:
    line = f"President {SPEAKERS[0]} said on Monday: “an answer is due”"
    rest = "Reserves of $4 million and 3 points."
    twice = edition(f"Talks\n\n{line}\n\n{line}\n\n{rest}")
    once = edition(f"Talks\n\n{line}\n\n{rest}", "2027-02-10T09:00")
    add(store, twice, once)
    assert sum(1 for _ in store.statements()) == 2
    assert len(store.left_behind(twice.document.doc_id)) >= 1


def test_one_document_alone_has_no_versions(store: Store) -> None:
    add(store, ONE)
    assert store.versions(ONE.document.doc_id) == ()
    assert len(store.versions_of(ARTICLE)) == 1
    assert store.earlier_versions() == {}
    assert sum(1 for _ in store.statements()) == 3


def test_a_fetched_version_is_known_from_the_day_it_was_fetched(store: Store) -> None:
    again = edition(text_of(1, 3).replace("1.1", "one point one"))
    add(store, ONE)
    store.add(*again.parts)
    store.keep_version(version(again, fetched_on="2027-05-01"))
    assert store.versions_of(ARTICLE)[1].known_on == "2027-05-01"


def notice(of: Sample, *targets: str) -> Notice:
    text = of.document.raw_text
    words = anchored(text, of.document.doc_id, text.split("\n", maxsplit=1)[0])
    return Notice(NoticeKind.CORRECTION, of.document.doc_id, words, None, targets)


def test_notices_come_back_with_their_words_and_targets(store: Store) -> None:
    add(store, ONE, TWO)
    given = notice(TWO, ONE.document.doc_id)
    for _ in range(2):
        store.keep_notices(TWO.document.doc_id, [given])
    assert list(store.notices()) == [given]
    assert list(store.notices(ONE.document.doc_id)) == [given]
    assert list(store.notices(TWO.document.doc_id)) == []
    store.keep_notices(TWO.document.doc_id, [])
    assert list(store.notices()) == []


def test_an_assignment_keeps_its_reason(store: Store) -> None:
    store.add(*ONE.parts, (TALKS,))
    given = Assignment(ONE.document.doc_id, TALKS.process_id, "names Valdek, and speaks of talks")
    store.assign(replace(given, reason="an earlier one"))
    store.assign(given)
    assert store.assignments(ONE.document.doc_id) == (given,)
    (document,) = store.documents(DocumentFilter(process="Selun valley talks"))
    assert document.doc_id == ONE.document.doc_id


class TestPurge:
    @pytest.fixture
    def purged(self, store: Store) -> Store:
        add(store, ONE, TWO)
        store.add(*sample(5).parts, (TALKS,))
        store.keep_notices(TWO.document.doc_id, [notice(TWO, ONE.document.doc_id)])
        alert = Alert("alr-1", AlertKind.STATEMENT, "Valdek", "“words”", ONE.document.doc_id)
        store.raise_alert(alert)
        store.purge(ONE.document.doc_id, "court order 12/27", "ann")
        return store

    def test_nothing_of_it_answers(self, purged: Store) -> None:
        assert purged.check() == []
        doc_id = ONE.document.doc_id
        assert doc_id not in {each.doc_id for each in purged.documents()}
        assert not [each for each in purged.statements() if each.doc_id == doc_id]
        assert list(purged.statements(StatementFilter(text='"1 1"'))) == []
        assert list(purged.notices(doc_id)) == []
        assert purged.alerts() == ()
        for look in (purged.document, purged.reading, purged.content, purged.names):
            with pytest.raises(NoSuchEntry):
                look(doc_id)

    def test_the_others_stay(self, purged: Store) -> None:
        assert purged.versions_of(ARTICLE)[0].doc_id == TWO.document.doc_id
        assert sum(1 for each in purged.statements() if each.doc_id == TWO.document.doc_id) == 3
        assert list(purged.statements(StatementFilter(text='"5 2"')))
        assert list(purged.actors(ActorFilter(name="norling")))

    def test_a_tombstone_stays(self, purged: Store) -> None:
        (stone,) = purged.tombstones()
        assert (stone.doc_id, stone.sha256) == (ONE.document.doc_id, ONE.document.sha256)
        assert (stone.reason, stone.purged_by) == ("court order 12/27", "ann")
        assert stone.purged_at.startswith("2027-04-12")
        assert purged.tombstone_at(ARTICLE) == stone
        assert purged.tombstone_at("news.example/other") is None

    def test_it_does_not_come_in_again(self, purged: Store) -> None:
        with pytest.raises(Purged, match="court order"):
            purged.add(*ONE.parts)
        same_text = replace(ONE.document, doc_id="doc-1", sha256=TWO.document.sha256)
        reading = reading_of(replace(same_text, doc_id="doc-1"))
        with pytest.raises(Purged):
            purged.add(same_text, TWO.content, reading)
        assert purged.check() == []

    def test_all_versions_of_an_article_can_go(self, purged: Store) -> None:
        purged.purge(TWO.document.doc_id, "court order 12/27")
        assert purged.versions_of(ARTICLE) == ()
        assert len(purged.tombstones()) == 2
        assert purged.check() == []

    def test_what_is_not_there_cannot_be_purged(self, store: Store) -> None:
        with pytest.raises(NoSuchEntry):
            store.purge("doc-0000000000000000", "x")
        assert store.tombstones() == ()


@pytest.mark.parametrize("kind", ["text", "superseded"])
def test_no_byte_of_a_purged_document_is_left_in_the_file(tmp_path: Path, kind: str) -> None:
    secret = "Xylophonquittung"
    given = edition(text_of(1, 2) + f"\n\nThe {secret} is due.")
    path = tmp_path / "record.db"
    with open_record(path) as store:
        for number in range(20):
            store.add(*sample(number + 2).parts)
        store.add(*given.parts)
        if kind == "superseded":
            store.add(given.document, given.content, replace(given.reading, extractor="sample 2"))
    held = b"".join(each.read_bytes() for each in tmp_path.iterdir())
    assert secret.encode() in held
    with open_record(path) as store:
        store.purge(given.document.doc_id, "order")
        held = b"".join(each.read_bytes() for each in tmp_path.iterdir())
        assert secret.encode() not in held
        assert secret.lower().encode() not in held
        assert store.check() == []
        assert store.counts().documents == 20


class TestBackup:
    def test_a_copy_is_the_whole_record(self, tmp_path: Path) -> None:
        with open_record(tmp_path / "record.db") as store:
            add(store, ONE, TWO)
            store.add(*sample(5).parts, (TALKS,))
            store.backup(tmp_path / "copy.db")
            with open_existing(tmp_path / "copy.db") as copy:
                assert dump(copy) == dump(store)
                assert copy.check() == []
        assert {each.suffix for each in tmp_path.iterdir()} == {".db"}

    def test_a_file_that_is_there_is_not_overwritten(self, tmp_path: Path) -> None:
        other = tmp_path / "other.db"
        other.write_bytes(b"mine")
        with open_record(tmp_path / "record.db") as store:
            with pytest.raises(BackupThere):
                store.backup(other)
            with pytest.raises(RecordInaccessible):
                store.backup(tmp_path / "nowhere" / "copy.db")
        assert other.read_bytes() == b"mine"

    def test_a_record_in_use_is_copied_as_it_is_at_one_moment(self, tmp_path: Path) -> None:
        path = tmp_path / "record.db"
        with open_record(path) as store:
            store.add(*sample(0).parts)
        stop = threading.Event()

        def write() -> None:
            with open_record(path) as other:
                number = 1
                while not stop.is_set() and number < 200:
                    other.add(*sample(number).parts)
                    number += 1

        thread = threading.Thread(target=write)
        thread.start()
        try:
            with open_existing(path) as reader:
                for number in range(3):
                    reader.backup(tmp_path / f"copy{number}.db")
        finally:
            stop.set()
            thread.join()
        for number in range(3):
            with open_existing(tmp_path / f"copy{number}.db") as copy:
                assert copy.check() == []
                assert copy.counts().documents >= 1
            with closing(sqlite3.connect(tmp_path / f"copy{number}.db")) as raw:
                assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)


AT = datetime(2027, 6, 8, 12, tzinfo=UTC)


def test_the_last_visit_of_an_address_is_kept(store: Store) -> None:
    one = Visit(
        "https://news.example/ü\ud800", VisitOutcome.FAILED, AT, AT, AT, "why", 2, "feed", "t"
    )
    assert store.visit(one.url) is None
    store.keep_visit(one)
    kept = replace(one, url="https://news.example/ü?")
    assert store.visit(one.url) == kept
    store.keep_visit(replace(one, outcome=VisitOutcome.READ, etag='"1"'))
    assert [each.outcome for each in store.visits("feed")] == [VisitOutcome.READ]
    assert store.visits("other") == ()


def test_an_alert_is_raised_once_and_waits_until_it_is_sent(store: Store) -> None:
    one = Alert("alr-1", AlertKind.SHIFT, "a", "b")
    assert store.raise_alert(one)
    assert not store.raise_alert(replace(one, title="again"))
    (waiting,) = store.alerts(unsent=True)
    assert (waiting.title, waiting.sent_at) == ("a", None)
    store.sent("alr-1")
    assert store.alerts(unsent=True) == ()
    assert store.alerts(since=date(2027, 4, 13)) == ()
    assert len(store.alerts(since=date(2027, 4, 12))) == 1


def test_reading_a_version_again_changes_nothing(store: Store) -> None:
    add(store, ONE, TWO)
    before = dump(store)
    assert store.add(*ONE.parts) is Added.UNCHANGED
    add(store, TWO, ONE)
    assert dump(store) == before


def test_a_stance_that_a_later_version_left_out_is_in_force_no_more(store: Store) -> None:
    """It stays in the trail, and before the later version was known it was in force."""
    first, later = (
        article(Told("2027-04-12", value), number)
        for number, value in enumerate((StanceValue.REJECT, StanceValue.OPPOSE))
    )
    for each, day in ((first, "2027-04-12"), (later, "2027-04-14")):
        store.add(*each.parts)
        store.keep_version(Version(ARTICLE, each.document.doc_id, day))
    (cell,) = cells(store.stands())
    assert [each.value for each in cell.trail] == [StanceValue.REJECT, StanceValue.OPPOSE]
    assert [each.value for each in cell.in_force] == [StanceValue.OPPOSE]
    assert shifts([cell]) == []
    (early,) = cells(store.stands(StanceFilter(as_of=date(2027, 4, 13))))
    assert [each.value for each in early.in_force] == [StanceValue.REJECT]
