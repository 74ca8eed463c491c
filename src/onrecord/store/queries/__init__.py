"""Every question to the database, each with its name, by the noun it asks for.

Answers are ordered by content: day of publication, document id, place in the text. Words are
compared by their code points, so the order is the same everywhere.
"""
