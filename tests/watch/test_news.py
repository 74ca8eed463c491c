"""News of deadlines, meetings, plans and conflicts is told once, whatever prints it again."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import fromstring

import pytest

from onrecord.record import AlertKind
from onrecord.store import Store
from onrecord.watch import Channels, Wishes
from onrecord.watch.watching import Event
from tests.fetch.servers import Site
from tests.run.articles import Hands, feed, page, record
from tests.watch.rounds import HOST, PARTIES, events, told

pytestmark = [pytest.mark.enable_socket, pytest.mark.allow_hosts(["127.0.0.1"])]

ALL = Wishes(days=3, meetings=True, plans=True, conflicts=True, process="Fisheries talks")
MOVED = (
    "Fishing talks get more time",
    "ORSK — Mediator Jon Sand extended the deadline for Orsk and Vadria to sign the quota treaty from Friday to 18 June, his office said on Thursday.",  # noqa: E501
    "“We need a week,” said Lena Marr, the envoy of Orsk to the talks.",
)
REMARK = (
    "Sand is patient",
    "ORSK — The mediator between Orsk and Vadria, Jon Sand, joked that deadlines tend to be extended in these talks.",  # noqa: E501
    "“I own a large calendar,” Sand told reporters after the talks with the envoy of Orsk.",
)
MISSED = (
    "No treaty",
    "ORSK — Orsk and Vadria missed the 18 June deadline to sign the quota treaty that mediator Jon Sand had set, his office said on Saturday.",  # noqa: E501
    "“We go on with the talks,” said Lena Marr, the envoy of Orsk.",
)
PLAN = (
    "Orsk shows a plan",
    "ORSK — Vadria has received a 12-point plan from Orsk for the herring, the envoy Lena Marr said on Monday.",  # noqa: E501
    "“The Orsk plan is fair,” Marr told reporters. The Vadrian government has not answered.",
)
REVISED = (
    "Orsk shortens its plan",
    "ORSK — Orsk cut its plan from 12 points to nine after talks with Vadria, the envoy Lena Marr said on Wednesday.",  # noqa: E501
    "“The nine points of the Orsk plan are fair,” Marr told reporters.",
)
PLANNED = (
    "Ministers to meet",
    "ORSK — Orsk’s Lena Marr and Vadria’s Tom Elling will meet in Larnock on 24 June for talks on the treaty, the mediator said.",  # noqa: E501
    "“It is time,” Marr told reporters.",
)
CALLED_OFF = (
    "Meeting of ministers called off",
    "ORSK — Tom Elling cancelled his meeting with Lena Marr in Larnock on 24 June, the mediator between Orsk and Vadria said.",  # noqa: E501
    "“It was not time,” Marr told reporters after the talks.",
)
DENIED = (
    "Did Vadria offer boats?",
    "ORSK — The envoy of Orsk, Lena Marr, said on Monday that Vadria had offered two hundred boats in the treaty talks.",  # noqa: E501
    "Vadria’s minister Tom Elling denied that Vadria had offered any boats in the treaty talks.",
)

DENIED_AGAIN = (
    "Elling: no boats",
    "ORSK — Tom Elling, the minister of Vadria, rejected as false a report that his country had offered Orsk boats in the treaty talks.",  # noqa: E501
    "“We offered no boats,” Elling told reporters.",
)

Publish = Callable[..., list[Event]]


@pytest.fixture
def publish(news: Site, store: Store, hands: Hands) -> Publish:
    """Put articles on the site, a day each, and watch one round."""
    links: list[tuple[str, str]] = []

    def published(*articles: tuple[str, ...], day: str = "2027-06-10", **how: Any) -> list[Event]:
        for paragraphs in articles:
            path = f"/story-{len(links)}"
            links.append((f"{HOST}{path}", paragraphs[0]))
            news.replies[path] = page(*paragraphs, day=day)
        news.replies["/feed"] = feed(*links)
        how = {"subject": PARTIES, "wishes": ALL, **how}
        return events(news, how.pop("store", store), hands, **how)

    return published


def titles(found: list[Event], kind: AlertKind) -> list[str]:
    return [alert.title for alert in told(found, kind)]


def test_a_deadline_that_moves_is_told_once_and_a_remark_moves_nothing(publish: Publish) -> None:
    (moved,) = told(publish(MOVED), AlertKind.DEADLINE_MOVED)
    assert moved.title.startswith("A deadline moved (to 2027-06-18): ")
    assert moved.title.casefold().endswith("to sign, set by jon sand")
    assert "extended the deadline for Orsk and Vadria to sign" in moved.words
    again = ("The same from a wire", *MOVED[1:])
    found = publish(again, REMARK, day="2027-06-11")
    assert told(found, AlertKind.DEADLINE_MOVED) == []


def test_a_deadline_that_is_near_is_told_once_a_day_of_its_own(
    publish: Publish, hands: Hands
) -> None:
    assert titles(publish(MOVED), AlertKind.DEADLINE) == []
    hands.at += timedelta(days=8)
    (near,) = titles(publish(), AlertKind.DEADLINE)
    assert near.startswith("A deadline is near (2027-06-18): ")
    hands.at += timedelta(days=1)
    assert titles(publish(), AlertKind.DEADLINE) == []


def test_what_came_of_a_deadline_is_told(publish: Publish, hands: Hands) -> None:
    publish(MOVED)
    hands.at += timedelta(days=11)
    (passed,) = titles(publish(), AlertKind.DEADLINE_ENDED)
    assert passed.startswith("A deadline passed (2027-06-18), no outcome is reported: ")
    (missed,) = told(publish(MISSED, day="2027-06-19"), AlertKind.DEADLINE_ENDED)
    assert missed.title.startswith("A deadline was missed: ")
    assert "missed the 18 June deadline" in missed.words
    assert titles(publish(), AlertKind.DEADLINE_ENDED) == []


def test_what_came_of_old_deadlines_is_no_news(publish: Publish, hands: Hands) -> None:
    hands.at += timedelta(days=60)
    assert titles(publish(MOVED), AlertKind.DEADLINE_ENDED) == []


def test_a_plan_and_its_new_version_are_told(publish: Publish) -> None:
    assert titles(publish(PLAN), AlertKind.PLAN_VERSION) == [
        "A plan is reported: Orsk plan, 12 points"
    ]
    assert titles(publish(REVISED, day="2027-06-12"), AlertKind.PLAN_VERSION) == [
        "A plan has a new version: Orsk plan, 9 points"
    ]
    again = ("Nine points", *REVISED[1:])
    assert titles(publish(again, day="2027-06-13"), AlertKind.PLAN_VERSION) == []


def test_a_meeting_is_told_when_it_is_announced_and_called_off(publish: Publish) -> None:
    (announced,) = told(publish(PLANNED), AlertKind.MEETING)
    assert announced.title.startswith("A meeting is announced: ")
    assert announced.title.endswith("2027-06-24")
    assert "will meet in Larnock on 24 June" in announced.words
    again = ("A date for Larnock", *PLANNED[1:])
    assert told(publish(again, day="2027-06-11"), AlertKind.MEETING) == []
    (off,) = titles(publish(CALLED_OFF, day="2027-06-20"), AlertKind.MEETING)
    assert off.startswith("A meeting is called off: ")


def test_a_meeting_that_is_over_is_not_announced(publish: Publish, hands: Hands) -> None:
    hands.at += timedelta(days=60)
    assert told(publish(PLANNED), AlertKind.MEETING) == []


def test_a_conflict_is_told_once_with_both_sides(publish: Publish) -> None:
    (conflict,) = told(publish(DENIED), AlertKind.CONFLICT)
    assert conflict.title.startswith("Denied: ")
    for words in ("two hundred boats", "any boats", "Lena Marr", "Tom Elling", " ↔ "):
        assert words in conflict.words
    again = ("Boats", *DENIED[1:])
    assert told(publish(again, day="2027-06-11"), AlertKind.CONFLICT) == []


def test_a_denial_in_other_words_is_told_once(publish: Publish) -> None:
    assert len(told(publish(DENIED), AlertKind.CONFLICT)) == 1
    found = publish(DENIED_AGAIN, day="2027-06-11")
    assert titles(found, AlertKind.CONFLICT) == []


def test_nothing_is_told_again_after_a_restart(
    publish: Publish, tmp_path: Path, hands: Hands
) -> None:
    first = publish(MOVED, PLAN, PLANNED, DENIED)
    kinds = (AlertKind.DEADLINE_MOVED, AlertKind.PLAN_VERSION, AlertKind.MEETING)
    assert all(told(first, kind) for kind in (*kinds, AlertKind.CONFLICT))
    with record(tmp_path, hands) as again:
        copies = [(f"Copy of {title}", *rest) for title, *rest in (MOVED, PLAN, PLANNED, DENIED)]
        found = publish(*copies, day="2027-06-09", store=again)
    assert [each for kind in AlertKind for each in told(found, kind)] == []


def test_what_the_record_holds_before_counts_as_told(publish: Publish, tmp_path: Path) -> None:
    atom = tmp_path / "alerts.xml"
    publish(MOVED, PLAN, PLANNED, DENIED, wishes=Wishes())
    assert [each for kind in AlertKind for each in told(publish(), kind)] == []
    found = publish(REVISED, day="2027-06-12", channels=Channels(atom=atom))
    assert len(told(found, AlertKind.PLAN_VERSION)) == 1
    entries = fromstring(atom.read_bytes()).findall("{http://www.w3.org/2005/Atom}entry")
    assert len(entries) == len([each for kind in AlertKind for each in told(found, kind)])


def test_a_deadline_of_before_is_told_when_it_is_near(publish: Publish, hands: Hands) -> None:
    publish(MOVED, wishes=Wishes())
    hands.at += timedelta(days=8)
    assert len(told(publish(), AlertKind.DEADLINE)) == 1


def test_another_negotiation_is_not_told_of(publish: Publish) -> None:
    found = publish(MOVED, PLAN, PLANNED, DENIED, wishes=replace(ALL, process="Other talks"))
    assert [each for kind in AlertKind for each in told(found, kind)] == []
