"""The tables of what people decided about entries, and of what came of it."""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Table, Text, UniqueConstraint

from onrecord.store.schema.columns import always, key, metadata, of

PEOPLE = "people"
"""The extractor of readings that hold what people corrected or added, one for each subject."""

subjects = Table(
    "subjects",
    metadata,
    key("subject"),
    always("subject_id"),
    always("kind"),
    Column("sha256", Text, ForeignKey("files.sha256"), nullable=False),
    always("doc_id"),
    always("entry_id"),
    always("words"),
    UniqueConstraint("subject_id"),
    Index(None, "sha256"),
    Index(None, "entry_id"),
)
"""What was decided about: words of a kind in bytes, whichever reading finds them.

`words` is JSON: the words with their places in `doc_id`, and what else the entry was about.
"""

rulings = Table(
    "rulings",
    metadata,
    key("ruling"),
    always("ruling_id"),
    of("subjects.subject"),
    always("action"),
    always("entry_id"),
    Column("field", Text),
    Column("before", Text),
    Column("value", Text),
    Column("of", Text),
    always("note"),
    always("decided_by"),
    always("decided_at"),
    Column("result", Text),
    UniqueConstraint("ruling_id"),
    Index(None, "subject"),
)
"""The log, in the order in which it was made; no row is ever changed or erased.

`result` is JSON: the whole entry as it stood after the ruling, with its new actors.
"""

reviewed = Table(
    "reviewed",
    metadata,
    of("entries.entry", key=True),
    of("subjects.subject"),
    always("state"),
    Column("hidden", Boolean, nullable=False),
    always("ruling_id"),
    always("decided_by"),
    always("decided_at"),
    Column("machine", Text),
    Column("found", Boolean, nullable=False),
    Index(None, "subject"),
)
"""What the log makes of the current entries; it follows from both and is made anew with either.

`hidden` are the machine's entries that were rejected, or in whose place a person's stands.
`machine` is JSON: what the machine reads otherwise than the person. `found` is false where the
machine's current reading has no such entry.
"""
