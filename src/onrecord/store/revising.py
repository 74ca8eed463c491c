"""Comparing the versions of one article: which entries a later version has in the same words.

An entry is carried on where a later version has one of the same kind, read in the same way, with
the same words in the same roles. Of equal entries in one version the first is the first of the
other. What is not carried on stays in every answer, marked as no longer in the article.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import zip_longest
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update

from onrecord.record import ONLY_HERE, Version, own_actor
from onrecord.store.answers import Kind
from onrecord.store.mapping.days import FIRST, day_columns
from onrecord.store.queries import revised as articles
from onrecord.store.schema import carried, documents, versions

SAID = frozenset({"content", "cue"})
"""What a statement must have in common beside its source; its other words follow from these."""

READ = ("speech_act", "object_id", "value")
"""How it was read: the columns that must be the same."""

Signature = tuple[Hashable, ...]


class Revising:
    """Compares the versions of articles in one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def keep(self, version: Version, at: str) -> None:
        """Keep that a document is a version of an article, and compare the article's versions."""
        sha256 = select(documents.c.sha256).where(documents.c.doc_id == version.doc_id)
        digest = self._connection.execute(sha256).scalar_one()
        known = self._connection.execute(articles.article_of(digest)).scalar_one_or_none()
        row = {
            "article": version.article,
            "created": version.created,
            "fetched_on": version.fetched_on,
        }
        own = versions.c.sha256 == digest
        if known is None:
            self._connection.execute(insert(versions), {"sha256": digest, "seen_at": at, **row})
        else:
            self._connection.execute(update(versions).where(own).values(**row))
        for article in {version.article, known or version.article}:
            self.compare(article)

    def again(self, sha256: str) -> None:
        """Compare the versions again of which these bytes are one: it was read anew."""
        article = self._connection.execute(articles.article_of(sha256)).scalar_one_or_none()
        if article is not None:
            self.compare(article)

    def compare(self, article: str) -> None:
        """Say from when each version was known, and what later versions have of the earlier."""
        rows = self._connection.execute(articles.versions_of(article)).all()
        known = [_known_on(row) if place else None for place, row in enumerate(rows)]
        left: list[str | None] = [day or FIRST for day in known[1:]]
        for row, day, left_on in zip_longest(rows, known, left):
            days = update(versions).where(versions.c.sha256 == row.sha256)
            self._connection.execute(days.values(known_on=day, left_on=left_on))
        signatures = [self._signatures(row.doc_id) for row in rows] if len(rows) > 1 else []
        for place, own_ in enumerate(signatures):
            later = [
                (day or FIRST, set(other))
                for day, other in zip(known[place + 1 :], signatures[place + 1 :], strict=True)
            ]
            self._carry(own_, later)

    def _carry(
        self, own: Mapping[Signature, int], later: Iterable[tuple[str, set[Signature]]]
    ) -> None:
        """Write which entries of a version the later ones have, each from the first that has it."""
        later = list(later)
        for some in _parts(list(own.values())):
            self._connection.execute(delete(carried).where(carried.c.entry.in_(some)))
        days = {
            entry: next((day for day, others in later if signature in others), None)
            for signature, entry in own.items()
        }
        rows = [{"entry": entry, "carried_on": day} for entry, day in days.items() if day]
        if rows:
            self._connection.execute(insert(carried), rows)

    def _signatures(self, doc_id: str) -> dict[Signature, int]:
        """Give the entries of a document by what makes each the same in another version."""
        words: dict[int, list[tuple[str, str]]] = defaultdict(list)
        for row in self._connection.execute(articles.words(doc_id)):
            if row.kind != Kind.STATEMENT or row.role in SAID:
                words[row.entry].append((row.role, row.exact))
        found: dict[Signature, int] = {}
        counts: dict[Signature, int] = defaultdict(int)
        for row in self._connection.execute(articles.signs(doc_id)):
            signature = (*_sign(row, words, doc_id), *(getattr(row, name) for name in READ))
            counts[signature] += 1
            found[*signature, counts[signature]] = row.entry
        return found


def _sign(row: Row[Any], words: Mapping[int, Sequence[tuple[str, str]]], doc_id: str) -> Signature:
    """Give the kind of an entry, its words, and who is meant: by id, or by the words for him.

    An entry without words is what its id says.
    """
    said = tuple(words.get(row.entry, ()))
    named = row.actor_id or row.holder
    if row.schema in ONLY_HERE or (row.name and named == own_actor(doc_id, row.schema, row.name)):
        named = None
    source = tuple(words.get(row.source or 0, ())) if named is None else ()
    return row.kind, said or row.id, named or source


def _known_on(row: Row[Any]) -> str | None:
    """Give the day from which a later version's words were surely known.

    It is the day that the document gives for its change; where it gives none, the day on which it
    was fetched.
    """
    fetched: str | None = row.fetched_on
    last = day_columns(row.created)[1]
    return max(last or FIRST, fetched) if fetched else last


def _parts(keys: list[int], size: int = 500) -> Iterable[list[int]]:
    return (keys[first : first + size] for first in range(0, len(keys), size))
