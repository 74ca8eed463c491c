"""Bringing a database up to date; Alembic's door."""

import os
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Select, select, table, text
from sqlalchemy.sql import column

from onrecord.errors import NotARecord, RecordTooNew
from onrecord.store.database import writing
from onrecord.store.schema import APPLICATION, REVISION

FOLDER = Path(__file__).parent / "migrations"
VERSION: Select[Any] = select(column("version_num")).select_from(table("alembic_version"))


def revision(connection: Connection, path: Path) -> str | None:
    """Give the last migration that a database has seen, None for an empty one.

    Raises:
        NotARecord: the database is another program's.
    """
    application = connection.execute(text("PRAGMA application_id")).scalar_one()
    if application == APPLICATION:
        return connection.execute(VERSION).scalar_one_or_none()
    if connection.execute(text("SELECT count(*) FROM sqlite_master")).scalar_one():
        raise NotARecord(os.fspath(path), "it is another program's database")
    return None


def is_up_to_date(engine: Engine, path: Path) -> bool:
    """Tell whether the database has seen the last migration, and none that is not known.

    Raises:
        NotARecord: the database is another program's.
        RecordTooNew: it has seen a migration that is not known here.
    """
    with engine.connect() as connection:
        seen = revision(connection, path)
    if seen not in {None, REVISION} and seen not in _known():
        raise RecordTooNew(os.fspath(path), str(seen))
    return seen == REVISION


def bring_up_to_date(engine: Engine) -> None:
    """Run the migrations that the database has not seen, all of them or none."""
    from alembic import command  # noqa: PLC0415 - costs time, seldom needed
    from alembic.config import Config  # noqa: PLC0415 - as above

    config = Config()
    config.set_main_option("script_location", os.fspath(FOLDER).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    with writing(engine).begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def _known() -> set[str]:
    """Give the numbers of the migrations."""
    from alembic.script import ScriptDirectory  # noqa: PLC0415 - as above

    return {script.revision for script in ScriptDirectory(FOLDER).walk_revisions()}
