"""Versions: which documents are one article, and which notices take which of them back."""

from collections.abc import Iterator
from dataclasses import replace

from onrecord.analyse import notices, same_article
from onrecord.fetch import canonical
from onrecord.record import Document, Notice, Version
from onrecord.store import DocumentFilter, Store

MOST_AT_ONE_ADDRESS = 9
"""Articles that may follow one another at one address; more are no versions of anything."""


def follow(store: Store, document: Document, fetched_on: str | None = None) -> None:
    """Keep whose version a document is, and which documents its notices are about.

    `fetched_on` is the day on which it was fetched, None for a document from a file. Doing it again
    changes nothing.
    """
    found = notices(document)
    article = article_at(store, document, takes_back=any(each.kind.takes_back for each in found))
    if article:
        about = document.metadata
        created = about.updated or about.published
        store.keep_version(
            Version(article, document.doc_id, created.edtf if created else None, fetched_on)
        )
    if found or any(store.notices(document.doc_id)):
        store.keep_notices(document.doc_id, (_aimed(store, document, each) for each in found))


def article_at(store: Store, document: Document, *, takes_back: bool = False) -> str | None:
    """Give the article that a document is a version of, None where it has no address of its own.

    Several articles may follow one another at an address; only texts that share words are versions
    of one, and a notice that takes back the story which stood there.
    """
    url = document.metadata.url
    address = canonical(url.value) if url else None
    if not address or "/" not in address:
        return None  # the front page of a site is no article's address
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
