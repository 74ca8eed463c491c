"""Full-text search: the SQLite tables for it, and what a user types as a question to them.

The tables hold an index alone; the words come from the views, so that nothing is stored twice and
SQLite itself can check the index against the words.
"""

import re
import unicodedata
from typing import Any

from sqlalchemy import ColumnElement, Select, column, false, select, table

from onrecord.store.schema import actor_names, documents, statements

VIEWS = {
    "document_words": """
CREATE VIEW document_words (document, title, text) AS
SELECT document,
    (SELECT value FROM details WHERE details.document = documents.document AND role = 'title'),
    clean_text
FROM documents
""",
    "statement_words": """
CREATE VIEW statement_words (entry, gist, content, source, cue) AS
SELECT entry,
    gist,
    (SELECT group_concat(exact, ' ') FROM anchors
        WHERE anchors.entry = statements.entry AND role = 'content'),
    (SELECT exact FROM anchors WHERE anchors.entry = statements.source AND role = 'words'),
    (SELECT exact FROM anchors WHERE anchors.entry = statements.entry AND role = 'cue')
FROM statements
""",
}
"""The words to be searched, by document and by statement."""

INDEXES = {
    "document_search": """
CREATE VIRTUAL TABLE document_search USING fts5 (title, text,
    content='document_words', content_rowid='document',
    tokenize='unicode61 remove_diacritics 2')
""",
    "statement_search": """
CREATE VIRTUAL TABLE statement_search USING fts5 (gist, content, source, cue,
    content='statement_words', content_rowid='entry',
    tokenize='unicode61 remove_diacritics 2')
""",
    "name_search": """
CREATE VIRTUAL TABLE name_search USING fts5 (name,
    content='actor_names', content_rowid='actor_name',
    tokenize='unicode61 remove_diacritics 2')
""",
}
"""The search tables, with FTS5's Unicode tokenizer: case and diacritics make no difference."""

WORDS = {
    "document_search": ("document_words", "document"),
    "statement_search": ("statement_words", "entry"),
    "name_search": ("actor_names", "actor_name"),
}
"""Where the words of each search table stand, and their key there."""

ADD_DOCUMENT = """
INSERT INTO document_search (rowid, title, text)
SELECT document, title, text FROM document_words WHERE document = :document
"""
DROP_DOCUMENT = """
INSERT INTO document_search (document_search, rowid, title, text)
SELECT 'delete', document, title, text FROM document_words WHERE document = :document
"""
ADD_STATEMENTS = """
INSERT INTO statement_search (rowid, gist, content, source, cue)
SELECT entry, gist, content, source, cue FROM statement_words
WHERE entry IN (SELECT entry FROM entries WHERE reading = :reading AND kind = 'statement')
"""
DROP_STATEMENTS = """
INSERT INTO statement_search (statement_search, rowid, gist, content, source, cue)
SELECT 'delete', entry, gist, content, source, cue FROM statement_words
WHERE entry IN (SELECT entry FROM entries WHERE reading = :reading AND kind = 'statement')
"""
DROP_NAMES = """
INSERT INTO name_search (name_search, rowid, name)
SELECT 'delete', actor_name, name FROM actor_names
WHERE entry IN (SELECT entry FROM entries WHERE reading = :reading)
"""
ADD_NAMES = """
INSERT INTO name_search (rowid, name)
SELECT actor_name, name FROM actor_names WHERE actor_name >= :first
"""

PHRASES = re.compile(r'"([^"]*)"(\*?)|([^\s"]+)')

NOTHING = ""
"""The question that no row answers."""


def documents_with(text: str) -> ColumnElement[bool]:
    """Give the condition that a document has these words in its title or text."""
    return _among(documents.c.document, "document_search", asked(text))


def statements_with(text: str) -> ColumnElement[bool]:
    """Give the condition that a statement has these words."""
    return _among(statements.c.entry, "statement_search", asked(text))


def statements_found(text: str) -> Select[Any]:
    """Ask for the keys of all statements that have these words, whichever reading they are of."""
    question = asked(text)
    rows: Select[Any] = select(column("rowid")).select_from(table("statement_search"))
    if question == NOTHING:
        return rows.where(false())
    return rows.where(column("statement_search").op("MATCH")(question))


def sources_named(name: str) -> ColumnElement[bool]:
    """Give the condition that the words of a statement's source fit this name."""
    question = asked_of_names(name)
    in_source = f"source : ({question})" if question else NOTHING
    return _among(statements.c.entry, "statement_search", in_source)


def names_like(name: str) -> ColumnElement[bool]:
    """Give the condition that an actor's name fits this one."""
    return _among(actor_names.c.actor_name, "name_search", asked_of_names(name))


def _among(key: ColumnElement[int], index: str, question: str) -> ColumnElement[bool]:
    """Give the condition that a key is among the rows of an index that answer the question."""
    if question == NOTHING:
        return false()
    rows: Select[Any] = select(column("rowid")).select_from(table(index))
    return key.in_(rows.where(column(index).op("MATCH")(question)))


def asked(text: str) -> str:
    """Give what the user typed as a question in FTS5's language, `NOTHING` if no word is in it.

    Every word is quoted, so that nothing a user types is a syntax error.

    >>> asked('Brenn "peace plan" withdr*')
    '"Brenn" AND "peace plan" AND "withdr" *'
    """
    terms = []
    for phrase, star, word in PHRASES.findall(storable(text)):
        words = _words(phrase or word)
        if words:
            begins = star or word.endswith("*")
            terms.append(f'"{" ".join(words)}"' + (" *" if begins else ""))
    return " AND ".join(terms)


def asked_of_names(text: str) -> str:
    """Give a question for names in which each word typed begins a word, `NOTHING` if none is typed.

    >>> asked_of_names("Lee Min-ho")
    '"Lee" * AND "Min" * AND "ho" *'
    """
    return " AND ".join(f'"{word}" *' for word in _words(storable(text)))


def storable(text: str) -> str:
    """Give the text as the database can hold it: a lone surrogate, which none can, becomes `?`."""
    return text.encode("utf-8", "replace").decode()


def _words(text: str) -> list[str]:
    """Give the words, parted where FTS5's tokenizer parts them."""
    return "".join(character if _belongs(character) else " " for character in text).split()


def _belongs(character: str) -> bool:
    """Tell whether the tokenizer takes the character as part of a word."""
    category = unicodedata.category(character)
    return category[0] in "LNM" or category == "Co"
