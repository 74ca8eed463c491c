"""Rounds of a watch over a site that tells of talks that never took place."""

from datetime import timedelta
from typing import Any

from onrecord.fetch.politeness import Polite
from onrecord.record import Alert, AlertKind, Process, identify
from onrecord.run import Done, Outcome
from onrecord.run.fetching import Round
from onrecord.store import Store
from onrecord.watch import Subject, Watch
from onrecord.watch.watching import Event
from tests.fetch.servers import Site, client
from tests.run.articles import Hands

HOST = "http://news.example"
FEED, A, B, C = (f"{HOST}/{name}" for name in ("feed", "a", "b", "c"))
TALKS = Process(identify("prc", "fisheries talks"), "Fisheries talks")
PARTIES = Subject((TALKS,), parties=("Orsk", "Vadria"))


def events(news: Site, store: Store, hands: Hands, **how: Any) -> list[Event]:
    """Watch one round, and let a quarter of an hour pass."""
    polite = Polite(client(news), hands.seconds, hands.sleep)
    rounds = how.pop("rounds", 1)
    watched = Watch(store, polite, how.pop("addresses", (FEED,)), sleep=hands.sleep, **how)
    found = list(watched.run(Round(store, polite, patient=True, clock=hands), rounds))
    hands.at += timedelta(minutes=15)
    return found


def outcomes(found: list[Event]) -> dict[str, Outcome]:
    return {each.name.removeprefix(HOST): each.outcome for each in found if isinstance(each, Done)}


def told(found: list[Event], kind: AlertKind) -> list[Alert]:
    return [each for each in found if isinstance(each, Alert) and each.kind is kind]
