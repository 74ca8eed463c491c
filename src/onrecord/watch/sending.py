"""Sending alerts: to an address of the user's, and into an Atom feed on disk."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from onrecord.errors import FetchError, OutputUnwritable
from onrecord.fetch.client import Client
from onrecord.fetch.webhook import post
from onrecord.record import Alert
from onrecord.show.plain import for_xml
from onrecord.store import Store

ATOM = "http://www.w3.org/2005/Atom"
KEPT = 100
"""Alerts in the feed, the newest first."""


@dataclass(frozen=True, slots=True)
class Channels:
    """Where alerts go beside the terminal: a webhook, an Atom file, both or neither."""

    webhook: str | None = None
    atom: Path | None = None


def send(store: Store, client: Client, channels: Channels) -> list[str]:
    """Send what was not sent yet, and give the trouble in sentences.

    What a webhook does not take stays unsent and is tried again the next time.
    """
    troubles = []
    for alert in store.alerts(unsent=True):
        try:
            if channels.webhook:
                post(client, channels.webhook, message(alert))
        except FetchError as error:
            troubles.append(str(error))
            break
        store.sent(alert.alert_id)
    if channels.atom:
        write_feed(channels.atom, store.alerts())
    return troubles


def message(alert: Alert) -> dict[str, object]:
    """Give an alert as a JSON object; `text` is what chat programs show."""
    return {
        "id": alert.alert_id,
        "kind": alert.kind,
        "title": alert.title,
        "text": f"{alert.title}\n{alert.words}",
        "words": alert.words,
        "document": alert.doc_id,
        "entry": alert.entry_id,
        "raised_at": alert.raised_at,
    }


def write_feed(path: Path, alerts: Iterable[Alert]) -> None:
    """Write the newest alerts as an Atom feed (RFC 4287), whole or not at all.

    Raises:
        OutputUnwritable: the file cannot be written.
    """
    newest = [each for each in alerts if each.words][-KEPT:][::-1]
    root = Element("feed", xmlns=ATOM)
    _text(root, "title", "onrecord alerts")
    _text(root, "id", "urn:onrecord:alerts")
    _text(root, "updated", newest[0].raised_at if newest else "1970-01-01T00:00:00+00:00")
    _text(SubElement(root, "author"), "name", "onrecord")
    for alert in newest:
        entry = SubElement(root, "entry")
        _text(entry, "id", f"urn:onrecord:{alert.alert_id}")
        _text(entry, "title", alert.title)
        _text(entry, "updated", alert.raised_at)
        SubElement(entry, "category", term=str(alert.kind))
        _text(entry, "content", alert.words)
    indent(root)
    part = path.with_name(path.name + ".part")
    try:
        part.write_bytes(tostring(root, encoding="utf-8", xml_declaration=True))
        part.replace(path)
    except OSError as error:
        raise OutputUnwritable(str(path), error.strerror or type(error).__name__) from error


def _text(parent: Element, name: str, words: str) -> None:
    """Add an element with words that XML can hold."""
    SubElement(parent, name).text = for_xml(words)
