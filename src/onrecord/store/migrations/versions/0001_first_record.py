"""The first record: documents, their readings, and what these found."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

Columns = list["sa.Column[Any]"]
Type = type[sa.types.TypeEngine[Any]]


def text(*names: str) -> Columns:
    return [sa.Column(name, sa.Text, nullable=False) for name in names]


def optional(*names: str, type_: Type = sa.Text) -> Columns:
    return [sa.Column(name, type_) for name in names]


def number(*names: str, type_: Type = sa.Integer) -> Columns:
    return [sa.Column(name, type_, nullable=False) for name in names]


def place() -> Columns:
    names = ("start", "end", "clean_start", "clean_end", "sentence", "paragraph")
    return optional(*names, type_=sa.Integer)


def key(table: str, *names: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint(*names, name=f"{table}_key")


def one(table: str, *names: str) -> sa.UniqueConstraint:
    return sa.UniqueConstraint(*names, name="_".join((table, "one", *names)))


def refers(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [target], name=f"{table}_{column}")


def index(table: str, *names: str) -> None:
    op.create_index("_".join((table, "by", *names)), table, list(names))


def one_current(table: str, siblings: str) -> None:
    current = sa.text("superseded_at IS NULL")
    where: dict[str, Any] = {"sqlite_where": current, "postgresql_where": current}
    op.create_index(f"{table}_one_current_{siblings}", table, [siblings], unique=True, **where)


def upgrade() -> None:
    _files()
    _processes()
    _documents()
    _details()
    _readings()
    _entries()
    _actors()
    _mentions()
    _statements()
    _amounts()
    if op.get_context().dialect.name == "sqlite":
        _sqlite_search()
        op.execute("PRAGMA application_id = 1869509220")


def _files() -> None:
    op.create_table(
        "files",
        *text("sha256"),
        *number("content", type_=sa.LargeBinary),
        key("files", "sha256"),
    )
    op.create_table(
        "file_names",
        *text("sha256", "name"),
        key("file_names", "sha256", "name"),
        refers("file_names", "sha256", "files.sha256"),
        sqlite_with_rowid=False,
    )


def _processes() -> None:
    op.create_table("processes", *text("process_id", "name"), key("processes", "process_id"))
    op.create_table(
        "process_parties",
        *text("process_id", "role", "actor_id"),
        key("process_parties", "process_id", "role", "actor_id"),
        refers("process_parties", "process_id", "processes.process_id"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "file_processes",
        *text("sha256", "process_id"),
        key("file_processes", "sha256", "process_id"),
        refers("file_processes", "sha256", "files.sha256"),
        refers("file_processes", "process_id", "processes.process_id"),
        sqlite_with_rowid=False,
    )
    index("file_processes", "process_id")


def _documents() -> None:
    op.create_table(
        "documents",
        *number("document"),
        *text("doc_id", "sha256"),
        *optional("superseded_at"),
        *text("order_day"),
        *optional("published_min", "published_max"),
        *text("media_type", "reader", "encoding", "url_status"),
        *optional("language"),
        *text("edits", "paragraphs", "raw_text", "clean_text"),
        key("documents", "document"),
        one("documents", "doc_id"),
        refers("documents", "sha256", "files.sha256"),
    )
    index("documents", "sha256")
    one_current("documents", "sha256")
    index("documents", "order_day", "doc_id")


def _details() -> None:
    op.create_table(
        "details",
        *number("document"),
        *text("role"),
        *number("part"),
        *text("value"),
        *optional("field", "precision", "zone", "target"),
        *place(),
        *optional("exact"),
        key("details", "document", "role", "part"),
        refers("details", "document", "documents.document"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "noise",
        *number("document", "place"),
        *text("kind"),
        *number("start", "end"),
        *text("fix"),
        *optional("fix_text"),
        key("noise", "document", "place"),
        refers("noise", "document", "documents.document"),
        sqlite_with_rowid=False,
    )


def _readings() -> None:
    op.create_table(
        "readings",
        *number("reading"),
        *text("reading_id"),
        *number("document"),
        *text("extractor"),
        *optional("published_on", "refused"),
        *text("recorded_at"),
        *optional("superseded_at"),
        key("readings", "reading"),
        one("readings", "reading_id"),
        refers("readings", "document", "documents.document"),
    )
    index("readings", "document")
    one_current("readings", "document")


def _entries() -> None:
    op.create_table(
        "entries",
        *number("entry", "reading"),
        *text("kind"),
        *number("place"),
        *text("id", "digits"),
        key("entries", "entry"),
        one("entries", "reading", "kind", "place"),
        refers("entries", "reading", "readings.reading"),
    )
    index("entries", "digits")
    op.create_table(
        "anchors",
        *number("entry"),
        *text("role"),
        *number("part"),
        *place(),
        *text("exact"),
        key("anchors", "entry", "role", "part"),
        refers("anchors", "entry", "entries.entry"),
        sqlite_with_rowid=False,
    )


def _found(table: str, *columns: "sa.Column[Any]") -> None:
    """Make the table of one kind of entry."""
    op.create_table(
        table,
        *number("entry"),
        *columns,
        key(table, "entry"),
        refers(table, "entry", "entries.entry"),
    )


def _actors() -> None:
    _found("actors", *text("schema"), *optional("country", "speaks_for"))
    op.create_table(
        "actor_names",
        *number("actor_name", "entry", "part"),
        *text("name"),
        key("actor_names", "actor_name"),
        one("actor_names", "entry", "part"),
        refers("actor_names", "entry", "actors.entry"),
    )


def _mentions() -> None:
    _found("offices", *text("title"), *optional("organization"))
    _found("occupancies", *text("office_id", "actor_id"), *optional("start", "end"))
    _found(
        "mentions",
        *text("kind"),
        *optional("actor_id"),
        *number("literal_place", type_=sa.Boolean),
        *text("basis"),
    )


def _statements() -> None:
    op.create_table(
        "statements",
        *number("entry"),
        *optional("source", type_=sa.Integer),
        *optional("actor_id"),
        *text("form", "speech_act", "reporter_distance", "sourcing_level"),
        *optional("said_on", "said_on_basis", "said_min", "said_max", "reported_on"),
        *number("flag_unnamed_opinion", type_=sa.Boolean),
        *optional("nested_in"),
        *text("extractor", "version", "rule_id"),
        *optional("model"),
        *optional("confidence", type_=sa.Double),
        *optional("reviewed_by"),
        *text("gist"),
        key("statements", "entry"),
        refers("statements", "entry", "entries.entry"),
        refers("statements", "source", "mentions.entry"),
    )
    index("statements", "actor_id")
    index("statements", "said_min")
    index("statements", "said_max")


def _amounts() -> None:
    _found(
        "times",
        *text("type"),
        *optional("edtf"),
        *text("timex_value", "rule"),
        *optional("mod", "function"),
    )
    _found(
        "money",
        *(*number("amount", type_=sa.Double), *optional("upper", type_=sa.Double)),
        *optional("currency"),
        *text("qualifier", "currency_basis"),
    )
    last = optional("upper", type_=sa.Double)
    _found("quantities", *number("number", type_=sa.Double), *last, *text("unit", "qualifier"))


def _sqlite_search() -> None:
    op.execute("""
CREATE VIEW document_words (document, title, text) AS
SELECT document,
    (SELECT value FROM details WHERE details.document = documents.document AND role = 'title'),
    clean_text
FROM documents
""")
    op.execute("""
CREATE VIEW statement_words (entry, gist, content, source, cue) AS
SELECT entry,
    gist,
    (SELECT group_concat(exact, ' ') FROM anchors
        WHERE anchors.entry = statements.entry AND role = 'content'),
    (SELECT exact FROM anchors WHERE anchors.entry = statements.source AND role = 'words'),
    (SELECT exact FROM anchors WHERE anchors.entry = statements.entry AND role = 'cue')
FROM statements
""")
    tables = {
        "document_search": "title, text, content='document_words', content_rowid='document'",
        "statement_search": (
            "gist, content, source, cue, content='statement_words', content_rowid='entry'"
        ),
        "name_search": "name, content='actor_names', content_rowid='actor_name'",
    }
    tokenizer = "tokenize='unicode61 remove_diacritics 2'"
    for table, columns in tables.items():
        op.execute(f"CREATE VIRTUAL TABLE {table} USING fts5 ({columns}, {tokenizer})")
