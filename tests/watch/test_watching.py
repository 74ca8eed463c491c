"""A watch takes in what belongs to the negotiation, tells what was asked for, and survives."""

from datetime import timedelta
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import fromstring

import pytest

from onrecord.record import Alert, AlertKind, StanceValue, VisitOutcome
from onrecord.run import Outcome
from onrecord.store import DocumentFilter, Store
from onrecord.watch import Channels, Subject, Wishes, assign_known
from tests.fetch.servers import Site, answer, site
from tests.run.articles import FIRST, SECOND, Hands, feed, page, record
from tests.store.stances import Told, article
from tests.watch.rounds import FEED, HOST, PARTIES, TALKS, A, B, C, events, outcomes, told

pytestmark = [pytest.mark.enable_socket, pytest.mark.allow_hosts(["127.0.0.1"])]


def test_what_is_unrelated_stays_out_with_the_reason(
    news: Site, store: Store, hands: Hands
) -> None:
    found = events(news, store, hands, subject=PARTIES)
    assert outcomes(found) == {"/a": Outcome.NEW, "/b": Outcome.UNRELATED}
    (document,) = store.documents(DocumentFilter(process="Fisheries talks"))
    assert document.name == A
    (assignment,) = store.assignments(document.doc_id)
    assert assignment.reason.startswith("names Orsk, Vadria, and speaks of ")
    visit = store.visit(B)
    assert visit
    assert (visit.outcome, visit.reason) == (
        VisitOutcome.UNRELATED,
        "reports on none of: Fisheries talks",
    )
    again = events(news, store, hands, subject=PARTIES)
    assert outcomes(again) == {}
    assert news.paths.count("/b") == 1


def test_everything_comes_in_where_that_is_asked(news: Site, store: Store, hands: Hands) -> None:
    found = events(news, store, hands, subject=Subject(whole=True))
    assert set(outcomes(found).values()) == {Outcome.NEW}
    assert store.processes() == ()


def test_the_record_teaches_who_the_parties_are(news: Site, store: Store, hands: Hands) -> None:
    """The second article names no party by the user's words, but those who were heard before."""
    events(news, store, hands, subject=PARTIES)
    news.replies["/feed"] = feed((C, "Envoy"))
    news.replies["/c"] = page(
        "Marr and Elling meet again",
        "LARNOCK — Lena Marr and Vadria’s Tom Elling met on Friday for talks, the ministry said.",
        "“It was a useful hour,” Elling told reporters.",
    )
    found = events(news, store, hands, subject=Subject((TALKS,)))
    assert outcomes(found) == {"/c": Outcome.NEW}


def test_a_document_on_record_is_assigned_later(news: Site, store: Store, hands: Hands) -> None:
    events(news, store, hands, subject=Subject(whole=True))
    ((document, made),) = assign_known(store, PARTIES, keep=False)
    assert store.processes() == ()
    assign_known(store, PARTIES)
    assert document.name == A
    assert [each.reason for each in store.assignments(document.doc_id)] == [made.reason]
    assert assign_known(store, PARTIES) == []


def test_a_new_statement_of_an_actor_is_told_once(news: Site, store: Store, hands: Hands) -> None:
    wishes = Wishes(actors=("Marr",))
    found = told(events(news, store, hands, subject=PARTIES, wishes=wishes), AlertKind.STATEMENT)
    assert any("empties our harbours" in each.words for each in found)
    assert all(each.title.startswith("Marr: ") for each in found)
    news.replies["/feed"] = feed((A, "Quota"), (C, "The same from a wire"))
    news.replies["/c"] = page(*FIRST, day="2027-06-08")
    again = told(events(news, store, hands, subject=PARTIES, wishes=wishes), AlertKind.STATEMENT)
    assert again == []


def test_an_utterance_is_told_once_in_its_fullest_words(
    news: Site, store: Store, hands: Hands
) -> None:
    wishes = Wishes(actors=("Marr", "Lena Marr"))
    news.replies["/feed"] = feed((A, "Quota"))
    found = told(events(news, store, hands, subject=PARTIES, wishes=wishes), AlertKind.STATEMENT)
    titles = [each.title for each in found]
    assert len(titles) == len(set(titles))
    assert sum("empties our harbours" in title for title in titles) == 1
    assert sum("rejects the" in each.words or "40,000" in each.words for each in found) == 1
    news.replies["/feed"] = feed((A, "Quota"), (C, "The same from a wire"))
    news.replies["/c"] = page(
        "No to Vadria’s herring",
        "LARNOCK — Orsk’s envoy to the talks with Vadria, Lena Marr, told reporters on Monday Orsk would not sign “a text that empties our harbours.”",  # noqa: E501
        day="2027-06-08",
    )
    again = events(news, store, hands, subject=PARTIES, wishes=wishes)
    assert outcomes(again) == {"/c": Outcome.NEW}
    assert told(again, AlertKind.STATEMENT) == []


def test_a_shift_that_is_dated_earlier_later_on_is_told_once(
    news: Site, store: Store, hands: Hands
) -> None:
    how: dict[str, Any] = {"addresses": (), "wishes": Wishes(shifts=True)}
    steps = (("2027-04-14", StanceValue.OPPOSE), ("2027-04-20", StanceValue.ACCEPT))
    events(news, store, hands, **how)
    for number, step in enumerate(steps):
        store.add(*article(Told(*step), number).parts)
    assert len(told(events(news, store, hands, **how), AlertKind.SHIFT)) == 1
    store.add(*article(Told("2027-04-18", StanceValue.ACCEPT), 3).parts)
    assert events(news, store, hands, **how) == []


def test_a_shift_is_told_but_not_those_of_before(news: Site, store: Store, hands: Hands) -> None:
    how: dict[str, Any] = {"addresses": (), "wishes": Wishes(shifts=True)}
    days = ("2027-04-12", "2027-04-14", "2027-04-20")
    values = (StanceValue.REJECT, StanceValue.OPPOSE, StanceValue.ACCEPT)
    articles = [
        article(Told(*each), number) for number, each in enumerate(zip(days, values, strict=True))
    ]
    for each in articles[:2]:
        store.add(*each.parts)
    assert events(news, store, hands, **how) == []
    store.add(*articles[2].parts)
    (shift,) = told(events(news, store, hands, **how), AlertKind.SHIFT)
    assert shift.title == "Irena Valdek on the Kolvar dam: oppose → accept"
    assert "Strand Chronicle, 2027-04-20" in shift.words
    assert events(news, store, hands, **how) == []


def test_changes_and_notices_are_told(news: Site, store: Store, hands: Hands) -> None:
    wishes = Wishes(revisions=True, notices=True)
    events(news, store, hands, subject=PARTIES, wishes=wishes)
    hands.at += timedelta(hours=2)
    news.replies["/a"] = page(*SECOND)
    found = events(news, store, hands, subject=PARTIES, wishes=wishes)
    assert len(told(found, AlertKind.REVISION)) == 1
    (notice,) = told(found, AlertKind.NOTICE)
    assert "misquoted Lena Marr" in notice.words


def test_a_webhook_that_fails_gets_the_alert_the_next_time(
    news: Site, store: Store, hands: Hands
) -> None:
    how = {"wishes": Wishes(actors=("Marr",)), "channels": Channels(webhook=f"{HOST}/hook")}
    news.replies["/hook"] = answer(b"", 500)
    found = events(news, store, hands, subject=PARTIES, **how)
    assert [each for each in found if isinstance(each, str)]
    waiting = len(store.alerts(unsent=True))
    assert waiting
    news.bodies.clear()
    news.replies["/hook"] = answer(b"ok")
    events(news, store, hands, subject=PARTIES, **how)
    assert store.alerts(unsent=True) == ()
    assert sum(b'"kind": "statement"' in body for body in news.bodies) == waiting


def test_alerts_go_into_a_feed_that_is_well_formed(
    news: Site, store: Store, hands: Hands, tmp_path: Path
) -> None:
    path = tmp_path / "alerts.xml"
    alert = Alert("alr-1", AlertKind.NOTICE, "A \x07 <title> & \uffff more", "“words” \ud800")
    store.raise_alert(alert)
    events(
        news, store, hands, subject=PARTIES, wishes=Wishes(actors=("Marr",)),
        channels=Channels(atom=path),
    )  # fmt: skip
    root = fromstring(path.read_bytes())
    name = "{http://www.w3.org/2005/Atom}"
    assert len(root.findall(f"{name}entry")) == len(store.alerts())
    assert {each.tag for each in root} >= {f"{name}id", f"{name}updated", f"{name}title"}


def test_the_network_may_go_and_come_back(news: Site, store: Store, hands: Hands) -> None:
    with site() as other:
        port = other.port
    lost = Site(port)
    assert set(outcomes(events(lost, store, hands, subject=PARTIES)).values()) == {Outcome.FAILED}
    hands.at += timedelta(days=1)
    assert outcomes(events(news, store, hands, subject=PARTIES))["/a"] is Outcome.NEW


def test_a_watch_goes_on_after_a_restart(news: Site, tmp_path: Path, hands: Hands) -> None:
    with record(tmp_path, hands) as store:
        events(news, store, hands, subject=PARTIES)
    asked = len(news.paths)
    with record(tmp_path, hands) as store:
        assert events(news, store, hands, subject=PARTIES) == []
    assert news.paths[asked:] == ["/robots.txt", "/feed"]


def test_one_bad_feed_ends_no_other(news: Site, store: Store, hands: Hands) -> None:
    news.replies["/bad"] = answer(b"<rss><!ENTITY a 'b'>")
    found = events(news, store, hands, subject=PARTIES, addresses=(f"{HOST}/bad", FEED), rounds=2)
    assert outcomes(found)["/bad"] is Outcome.FAILED
    assert outcomes(found)["/a"] is Outcome.NEW
