"""Pages of a news site about talks that never took place, and a record that reads them."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from onrecord.fetch.politeness import Polite
from onrecord.run.fetching import Round
from onrecord.store import Opening, Store, open_record
from tests.fetch.servers import Reply, Site, answer, client

FIRST = (
    "Orsk envoy rejects the herring quota",
    "ORSK — The envoy of Orsk, Lena Marr, said on Monday that her country rejects the quota of 40,000 tonnes that Vadria proposed last week.",  # noqa: E501
    "“We will not sign a text that empties our harbours,” Marr told reporters in Orsk.",
    "Vadria’s fisheries minister, Tom Elling, said the talks would resume on 14 June.",
)
SECOND = (
    *FIRST[:2],
    "“We will not sign this text,” Marr told reporters in Orsk.",
    FIRST[3],
    "Correction: An earlier version of this article misquoted Lena Marr.",
)
UNRELATED = (
    "Rain stops play in Larnock",
    "LARNOCK — Heavy rain stopped the cup final on Monday, the club’s manager said.",
    "“We will play on Tuesday if the pitch is dry,” he told reporters after the match.",
)


def page(*paragraphs: str, url: str = "", day: str = "2027-06-07", extra: str = "") -> Reply:
    """Give a page with a headline and paragraphs."""
    title, *rest = paragraphs
    canonical = f'<link rel="canonical" href="{url}"><meta property="og:url" content="{url}">'
    body = "".join(f"<p>{each}</p>" for each in rest)
    html = (
        f"<!doctype html><html lang='en'><head><title>{title}</title>{canonical if url else ''}"
        f'<meta property="og:title" content="{title}">'
        f'<meta property="article:published_time" content="{day}T08:00:00Z"></head>'
        f"<body><article><h1>{title}</h1>{body}</article><!-- {extra} --></body></html>"
    )
    return answer(html.encode(), content_type="text/html; charset=utf-8", etag=f'"{hash(html)}"')


def feed(*links: tuple[str, str], **fields: str) -> Reply:
    """Give a feed that lists addresses with their titles."""
    items = "".join(
        f"<item><title>{title}</title><link>{url}</link></item>" for url, title in links
    )
    xml = (
        f'<?xml version="1.0"?><rss version="2.0"><channel><title>x</title>{items}</channel></rss>'
    )
    return answer(xml.encode(), 200, content_type="application/rss+xml", **fields)


class Hands:
    """A clock whose hands the tests move; sleeping moves them, too."""

    def __init__(self) -> None:
        self.at = datetime(2027, 6, 8, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.at

    def seconds(self) -> float:
        return self.at.timestamp()

    def sleep(self, seconds: float) -> None:
        self.at += timedelta(seconds=seconds)


Opens = Callable[..., Round]


def round_on(site: Site, store: Store, hands: Hands, **how: Any) -> Round:
    """Give a round that reads from this site into this record, by this clock."""
    polite = Polite(client(site), hands.seconds, hands.sleep)
    return Round(store, polite, clock=hands, **how)


def record(folder: Path, hands: Hands) -> Store:
    """Open a record that tells the time by this clock."""
    return open_record(folder / "talks.db", how=Opening(clock=hands))
