"""Versions: which documents are one article, and which notices take which of them back."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.analyse import notices, same_article
from onrecord.fetch import canonical
from onrecord.record import Document, Notice, Version
from onrecord.store import DocumentFilter, Store

MOST_AT_ONE_ADDRESS = 9
"""Articles that may follow one another at one address; more are no versions of anything."""


@dataclass(frozen=True, slots=True)
class Fetching:
    """Where and on which day a document was fetched."""

    address: str
    day: str


def follow(store: Store, document: Document, fetching: Fetching | None = None) -> None:
    """Keep whose version a document is, and which documents its notices are about.

    `fetching` is None for a document from a file. Doing it again changes nothing.
    """
    found = notices(document)
    article = article_at(store, document, fetching)
    fetched_on = fetching.day if fetching else None
    if article:
        about = document.metadata
        created = about.updated or about.published
        store.keep_version(
            Version(article, document.doc_id, created.edtf if created else None, fetched_on)
        )
    if found or any(store.notices(document.doc_id)):
        store.keep_notices(document.doc_id, (_aimed(store, document, each) for each in found))


def address_of(document: Document, fetching: Fetching | None = None) -> str | None:
    """Give the one spelling of a document's address, None where it has none of its own.

    A page that was fetched may name another address of its site; one of another site would make it
    a version of somebody else's article.
    """
    named = document.metadata.url
    said = canonical(named.value) if named else None
    address = said
    if fetching:
        at = canonical(fetching.address)
        same_site = said and at and said.partition("/")[0] == at.partition("/")[0]
        address = said if same_site else at
    return address if address and ("/" in address or "?" in address) else None


def article_at(store: Store, document: Document, fetching: Fetching | None = None) -> str | None:
    """Give the article that a document is a version of, None where it has no address of its own.

    Several articles may follow one another at an address; only texts that share words are versions
    of one, and a notice that takes back the story which stood there.
    """
    address = address_of(document, fetching)
    if address is None:
        return None  # nor is the front page of a site an article's address
    takes_back = any(each.kind.takes_back for each in notices(document))
    for number in range(1, MOST_AT_ONE_ADDRESS + 1):
        article = address if number == 1 else f"{address}#{number}"
        others = store.versions_of(article)
        known = [each.doc_id for each in others]
        if not known or document.doc_id in known or takes_back:
            return article
        if same_article(store.document(known[-1]), document):
            return article
    return None


def _aimed(store: Store, document: Document, notice: Notice) -> Notice:
    """Give the notice with the documents that it is about, itself left out."""
    targets = sorted(set(_targets(store, document, notice)) - {document.doc_id})
    return replace(notice, targets=tuple(targets))


def _targets(store: Store, document: Document, notice: Notice) -> Iterator[str]:
    own = [each.doc_id for each in store.versions(document.doc_id)]
    if notice.about is None:
        before = own[: own.index(document.doc_id)] if document.doc_id in own else []
        yield from before
        return
    address = canonical(notice.about) if "/" in notice.about else None
    if address:
        yield from (each.doc_id for each in store.versions_of(address))
        return
    wanted = _plain(notice.about)
    outlet = document.metadata.publisher
    for imprint in store.imprints(DocumentFilter(text=f'"{notice.about}"')):
        same = outlet is None or imprint.outlet is None or imprint.outlet == outlet.value
        if same and _plain(imprint.title or "") == wanted:
            yield imprint.doc_id


def _plain(words: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in words.casefold()).split())
