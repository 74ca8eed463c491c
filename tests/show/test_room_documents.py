"""The documents that readers met last are those of the record, whatever became of it meanwhile."""

from pathlib import Path

import pytest

import onrecord
from onrecord.errors import NoSuchEntry
from onrecord.show.room.documents import Documents


def test_documents_are_kept_until_they_change_or_are_purged(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("Hedda Vik said on Monday that the quota was dead.", "utf-8")
    with onrecord.open(tmp_path / "talks.db") as record:
        (done,) = record.read(article, published_on="2027-04-12")
        assert done.doc_id
        documents = Documents(record.store)
        first = documents.of(done.doc_id)
        assert documents.of(done.doc_id) is first
        record.read(article, published_on="2027-04-13")
        again = documents.of(done.doc_id)
        assert again == record.store.document(done.doc_id) != first
        record.purge(done.doc_id, "withdrawn")
        with pytest.raises(NoSuchEntry):
            documents.of(done.doc_id)
