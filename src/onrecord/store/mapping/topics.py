"""What statements are about, and rows."""

from typing import Any

from sqlalchemy import Row

from onrecord.record import Topic
from onrecord.store import schema
from onrecord.store.mapping.anchors import Words
from onrecord.store.mapping.sheet import Sheet
from onrecord.store.mapping.stances import object_columns, object_of
from onrecord.store.mapping.statements import provenance, provenance_columns


def write_topic(sheet: Sheet, entry: int, topic: Topic) -> None:
    """Write the rows of a topic."""
    columns = {
        **object_columns(topic.object),
        "statement_id": topic.statement_id,
        **provenance_columns(topic.provenance),
    }
    sheet.write(schema.topics, entry, columns)
    sheet.words(entry, "named", (topic.words,))


def topic(row: Row[Any], words: Words) -> Topic:
    """Give the topic of a row."""
    return Topic(
        topic_id=row.id,
        doc_id=words.doc_id,
        statement_id=row.statement_id,
        object=object_of(row),
        words=words.one(row.entry, "named"),
        provenance=provenance(row),
    )
