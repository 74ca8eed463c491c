"""Articles come in from the web, once each, and again when their words change."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from onrecord.analyse import Edition, Fate, changes
from onrecord.fetch import canonical
from onrecord.fetch.client import Client, Limits
from onrecord.fetch.politeness import Polite
from onrecord.record import NoticeKind, VisitOutcome
from onrecord.run import Done, Outcome
from onrecord.run.fetching import Round
from onrecord.store import StatementFilter, Store
from tests.fetch.servers import Site, answer, site
from tests.run.articles import FIRST, SECOND, UNRELATED, Hands, feed, page, record, round_on

pytestmark = [pytest.mark.enable_socket, pytest.mark.allow_hosts(["127.0.0.1"])]

HOST = "http://news.example"
FEED, A, B = f"{HOST}/feed", f"{HOST}/a", f"{HOST}/b"


@pytest.fixture
def news() -> Iterator[Site]:
    with site() as found:
        yield found


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def store(tmp_path: Path, hands: Hands) -> Iterator[Store]:
    with record(tmp_path, hands) as opened:
        yield opened
        assert opened.check() == []


def outcomes(done: Iterator[Done]) -> list[tuple[str, Outcome]]:
    return [(each.name.removeprefix(HOST), each.outcome) for each in done]


def test_a_feed_brings_its_articles_and_one_that_fails_ends_nothing(
    news: Site, store: Store, hands: Hands
) -> None:
    news.replies = {
        "/feed": feed((A, "One"), (f"{HOST}/gone", "Gone"), (f"{HOST}/p.pdf", "P"), (B, "Two")),
        "/a": page(*FIRST),
        "/p.pdf": answer(b"%PDF-1.7", content_type="application/pdf"),
        "/b": page(*UNRELATED),
    }
    found = list(round_on(news, store, hands).take(FEED))
    assert outcomes(iter(found)) == [
        ("/a", Outcome.NEW),
        ("/gone", Outcome.FAILED),
        ("/p.pdf", Outcome.FAILED),
        ("/b", Outcome.NEW),
    ]
    assert "404" in found[1].trouble
    assert "application/pdf" in found[2].trouble
    names = {document.name: document for document in store.documents()}
    assert set(names) == {A, B}
    address = names[A].metadata.url
    assert address
    assert address.value == A
    assert names[A].published_on == "2027-06-07"
    assert any("empties our harbours" in each.gist for each in store.statements())
    seen = {visit.url: visit.outcome for visit in store.visits()}
    assert seen[FEED] is VisitOutcome.LISTED
    assert seen[f"{HOST}/gone"] is VisitOutcome.REFUSED


def test_reading_again_asks_whether_something_changed(
    news: Site, store: Store, hands: Hands
) -> None:
    news.replies = {"/a": page(*FIRST)}
    list(round_on(news, store, hands).take(A))
    news.replies = {"/a": answer(b"", 304)}
    assert outcomes(round_on(news, store, hands).take(A)) == [("/a", Outcome.UNCHANGED)]
    assert news.fields[-1]["if-none-match"].startswith('"')


def test_a_page_with_the_same_words_is_the_same_document(
    news: Site, store: Store, hands: Hands
) -> None:
    for extra in ("one advertisement", "another"):
        news.replies = {"/a": page(*FIRST, extra=extra)}
        found = outcomes(round_on(news, store, hands).take(A))
    assert found == [("/a", Outcome.UNCHANGED)]
    assert store.counts().documents == 1


@pytest.fixture
def revised(news: Site, store: Store, hands: Hands) -> Store:
    for words in (FIRST, SECOND):
        news.replies = {"/a": page(*words)}
        assert outcomes(round_on(news, store, hands).take(A)) == [("/a", Outcome.NEW)]
        hands.at += timedelta(days=2)
    return store


def test_other_words_at_the_same_address_are_a_new_version(revised: Store) -> None:
    (article,) = {version.article for version in revised.versions_of("news.example/a")}
    one, other = revised.versions_of(article)
    assert (one.known_on, other.known_on) == (None, "2027-06-10")
    before, after = (
        Edition(revised.document(each.doc_id), revised.reading(each.doc_id))
        for each in (one, other)
    )
    fates = {c.before.gist: c for c in changes(before, after) if c.before}
    gone = next(c for gist, c in fates.items() if "empties our harbours" in gist)
    assert gone.fate in {Fate.REWORDED, Fate.VANISHED}
    left = revised.left_behind(one.doc_id)
    kept = {c.before.statement_id for c in fates.values() if c.fate is Fate.KEPT and c.before}
    assert gone.before
    assert gone.before.statement_id in left
    assert kept
    assert not kept & left


def test_what_both_versions_say_is_shown_once_and_what_one_left_out_stays(revised: Store) -> None:
    gists = [statement.gist for statement in revised.statements()]
    assert sum("empties our harbours" in gist for gist in gists) == 1
    assert sum("40,000 tonnes" in gist for gist in gists) == 1
    one = revised.versions_of("news.example/a")[0].doc_id
    whole = list(revised.statements(StatementFilter(doc_id=one)))
    assert len(whole) == len(revised.reading(one).statements)


def test_an_office_without_a_name_is_the_same_in_both_versions(
    news: Site, store: Store, hands: Hands
) -> None:
    words = "The office of Jon Sand, the mediator, denied that Orsk had received the treaty."
    for last in ("Rain fell in Orsk.", "Snow fell in Orsk on Tuesday."):
        news.replies = {"/a": page(FIRST[0], words, last)}
        list(round_on(news, store, hands).take(A))
        hands.at += timedelta(days=2)
    one, other = (each.doc_id for each in store.versions_of("news.example/a"))
    said = [each.statement_id for each in store.reading(one).statements]
    assert any("received the treaty" in each.gist for each in store.reading(one).statements)
    assert store.left_behind(one).isdisjoint(said)
    before, after = (Edition(store.document(id_), store.reading(id_)) for id_ in (one, other))
    assert {each.fate for each in changes(before, after)} == {Fate.KEPT}


def test_a_correction_names_the_version_that_it_corrects(revised: Store) -> None:
    one, other = revised.versions_of("news.example/a")
    (notice,) = revised.notices()
    assert (notice.kind, notice.doc_id) == (NoticeKind.CORRECTION, other.doc_id)
    assert notice.targets == (one.doc_id,)
    assert [each.anchor for each in revised.notices(one.doc_id)] == [notice.anchor]


def test_a_withdrawn_story_stays_on_record_and_is_marked(
    news: Site, store: Store, hands: Hands
) -> None:
    gone = (
        "Story withdrawn",
        "This article has been withdrawn because its source was not who he said.",
    )
    for words in (FIRST, gone):
        news.replies = {"/a": page(*words)}
        list(round_on(news, store, hands).take(A))
    one, other = store.versions_of("news.example/a")
    kinds = {notice.kind for notice in store.notices(one.doc_id)}
    assert kinds == {NoticeKind.WITHDRAWAL}
    assert any("empties our harbours" in each.gist for each in store.statements())
    assert store.left_behind(one.doc_id) >= {
        each.statement_id for each in store.reading(one.doc_id).statements
    }
    assert other.doc_id != one.doc_id


def test_two_stories_at_one_address_are_no_versions(news: Site, store: Store, hands: Hands) -> None:
    for words in (FIRST, UNRELATED):
        news.replies = {"/live": page(*words)}
        list(round_on(news, store, hands).take(f"{HOST}/live"))
    assert len(store.versions_of("news.example/live")) == 1
    assert store.earlier_versions() == {}


def test_a_page_cannot_pass_for_another_sites_article(
    news: Site, store: Store, hands: Hands
) -> None:
    news.replies = {"/a": page(*FIRST), "/copy": page(*SECOND, url=A)}
    list(round_on(news, store, hands).take(A))
    list(round_on(news, store, hands).take("http://other.example/copy"))
    assert len(store.versions_of("news.example/a")) == 1
    assert len(store.versions_of("other.example/copy")) == 1


def test_what_was_purged_does_not_come_again(news: Site, store: Store, hands: Hands) -> None:
    news.replies = {"/a": page(*FIRST), "/b": page(*FIRST, extra="again")}
    list(round_on(news, store, hands).take(A))
    (document,) = store.documents()
    store.purge(document.doc_id, "court order 12/27")
    asked = len(news.paths)
    (again,) = round_on(news, store, hands).take(A)
    assert again.outcome is Outcome.FAILED
    assert "court order" in again.trouble
    assert len(news.paths) == asked
    (copy,) = round_on(news, store, hands).take(B)
    assert "court order" in copy.trouble
    assert store.counts().documents == 0


def test_a_day_in_the_feed_stands_in_for_a_page_without_one(
    news: Site, store: Store, hands: Hands
) -> None:
    plain = "\n\n".join(UNRELATED)
    item = f"<item><link>{A}</link><pubDate>Mon, 07 Jun 2027 09:00:00 GMT</pubDate></item>"
    news.replies = {
        "/feed": answer(f'<rss version="2.0"><channel>{item}</channel></rss>'.encode()),
        "/a": answer(plain.encode(), content_type="text/plain"),
    }
    list(round_on(news, store, hands).take(FEED))
    (document,) = store.documents()
    assert document.published_on == "2027-06-07"


def test_a_sitemap_leads_to_articles(news: Site, store: Store, hands: Hands) -> None:
    news.replies = {
        "/map.xml": answer(
            b"<sitemapindex><sitemap><loc>%s/s.xml</loc></sitemap></sitemapindex>" % HOST.encode()
        ),
        "/s.xml": answer(b"<urlset><url><loc>%s/a</loc></url></urlset>" % HOST.encode()),
        "/a": page(*FIRST),
    }
    assert outcomes(round_on(news, store, hands).take(f"{HOST}/map.xml")) == [("/a", Outcome.NEW)]


class TestPatience:
    """What a round leaves alone that comes every quarter of an hour."""

    def take(self, news: Site, store: Store, hands: Hands) -> list[tuple[str, Outcome]]:
        done = outcomes(round_on(news, store, hands, patient=True).take(FEED))
        hands.at += timedelta(minutes=15)
        return done

    def test_a_feed_that_fails_is_asked_less_and_less(
        self, news: Site, store: Store, hands: Hands
    ) -> None:
        asked = []
        for _ in range(32):
            before = len(news.paths)
            news.replies = {"/feed": answer(b"", 500)}
            self.take(news, store, hands)
            asked.append(len(news.paths) > before)
        assert asked[0]
        assert 3 <= sum(asked) <= 6
        hands.at += timedelta(days=1)
        news.replies = {"/feed": feed((A, "One")), "/a": page(*FIRST)}
        assert self.take(news, store, hands) == [("/a", Outcome.NEW)]

    def test_an_article_that_failed_is_tried_again_though_the_feed_is_the_same(
        self, news: Site, store: Store, hands: Hands
    ) -> None:
        news.replies = {"/feed": feed((A, "One"), etag='"1"'), "/a": answer(b"", 503)}
        assert self.take(news, store, hands) == [("/a", Outcome.FAILED)]
        news.replies = {"/feed": answer(b"", 304), "/a": page(*FIRST)}
        hands.at += timedelta(hours=1)
        assert self.take(news, store, hands) == [("/a", Outcome.NEW)]

    def test_an_article_is_looked_at_again_for_changes(
        self, news: Site, store: Store, hands: Hands
    ) -> None:
        news.replies = {"/feed": feed((A, "One"), etag='"1"'), "/a": page(*FIRST)}
        assert self.take(news, store, hands) == [("/a", Outcome.NEW)]
        assert self.take(news, store, hands) == []
        hands.at += timedelta(hours=2)
        news.replies["/a"] = page(*SECOND)
        assert self.take(news, store, hands) == [("/a", Outcome.NEW)]
        hands.at += timedelta(days=30)
        asked = news.paths.count("/a")
        self.take(news, store, hands)
        self.take(news, store, hands)
        assert news.paths.count("/a") <= asked + 1

    def test_a_broken_feed_ends_nothing(self, news: Site, store: Store, hands: Hands) -> None:
        news.replies = {"/feed": answer(b"<rss><channel><item><link>")}
        for _ in range(2):
            self.take(news, store, hands)
        hands.at += timedelta(days=1)
        news.replies = {"/feed": feed((A, "One")), "/a": page(*FIRST)}
        assert self.take(news, store, hands) == [("/a", Outcome.NEW)]


def test_offline_reads_nothing(store: Store) -> None:
    (done,) = Round(store, Polite(Client(Limits(offline=True)))).take(A)
    assert "--offline" in done.trouble
    assert store.visits() == ()
    assert canonical(A) == "news.example/a"
