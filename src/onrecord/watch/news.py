"""News of the record: what gives cause for an alert, and by what it is known to be told already.

The record puts the accounts of one deadline, meeting or conflict together, and each round may add
accounts to it. So news is known by its accounts: it is told once, and not again while any of the
accounts by which it may have been told is still among them.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.record import Alert, AlertKind, Anchor, Document, identify
from onrecord.show.plain import one_line
from onrecord.store import Store

WORDS = 500
"""Characters of the source's words that an alert carries."""

SENTENCE = re.compile(r"[^.!?\n]{1,1000}(?:[.!?](?!\s)[^.!?\n]{0,1000}){0,50}[.!?]?[”’\"')\]]{0,3}")


@dataclass(frozen=True, slots=True)
class Quote:
    """Words, and who tells them. An anchor is shown with its whole sentence."""

    said: Anchor | str
    source: str


@dataclass(frozen=True, slots=True)
class News:
    """What gives cause for an alert.

    `members` are the accounts that it rests on, by their ids or their words, the first one first;
    `what` tells it from other news of the same accounts, as the day of a deadline does.
    """

    kind: AlertKind
    title: str
    quotes: tuple[Quote, ...]
    doc_id: str
    entry_id: str
    members: tuple[str, ...]
    what: tuple[str | None, ...] = ()

    @property
    def keys(self) -> Iterator[str]:
        """The ids that its alert has, by whichever account it was told first."""
        return (identify("alr", self.kind, *self.what, member) for member in self.members)


def untold(store: Store, found: Iterable[News]) -> Iterator[Alert]:
    """Give an alert for all news that none of its accounts was told by."""
    told = {alert.alert_id for alert in store.alerts()}
    for news in found:
        if told.isdisjoint(news.keys):
            alert = _alert(store, news)
            told.add(alert.alert_id)
            yield alert


def _alert(store: Store, news: News) -> Alert:
    quotes = (f"“{one_line(_words(store, q.said), WORDS)}” ({q.source})" for q in news.quotes)
    return Alert(
        alert_id=next(news.keys),
        kind=news.kind,
        title=news.title,
        words=" ↔ ".join(quotes),
        doc_id=news.doc_id,
        entry_id=news.entry_id,
    )


def _words(store: Store, said: Anchor | str) -> str:
    if isinstance(said, str):
        return said
    return sentence_at(store.document(said.doc_id), said.clean_start) or said.exact


def sentence_at(document: Document, place: int | None) -> str | None:
    """Give the sentence at a place of the clean text, cut at full stops before a blank."""
    for paragraph in document.paragraphs:
        if place is not None and paragraph.start <= place < paragraph.end:
            text = document.clean_text[paragraph.start : paragraph.end]
            for match in SENTENCE.finditer(text):
                if match.start() <= place - paragraph.start < match.end():
                    return match[0].strip()
    return None
