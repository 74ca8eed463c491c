"""How a record's tables came to be, step by step; `env.py` is run by Alembic."""
