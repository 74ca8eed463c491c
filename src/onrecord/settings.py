"""Settings: read once from the environment, passed along, never looked up again."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from onrecord.errors import BadSetting

MAX_BYTES = 10_000_000
"""A long article has 50,000 bytes and its page one million; ten times that is no article."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the record is kept, how large one document may be, in whose name is decided.

    `by` is empty where the environment names nobody: then it is the user of the computer.
    """

    record: Path = Path("onrecord.db")
    max_bytes: int = MAX_BYTES
    by: str = ""

    @classmethod
    def from_environment(cls, environ: Mapping[str, str]) -> "Settings":
        """Give the settings that ONRECORD_RECORD, ONRECORD_MAX_BYTES and ONRECORD_BY name.

        >>> Settings.from_environment({"ONRECORD_MAX_BYTES": "2000"}).max_bytes
        2000

        Raises:
            BadSetting: a value cannot be used.
        """
        return cls(
            record=Path(environ.get("ONRECORD_RECORD") or cls().record),
            max_bytes=_bytes(environ.get("ONRECORD_MAX_BYTES") or str(MAX_BYTES)),
            by=" ".join(environ.get("ONRECORD_BY", "").split()),
        )


def _bytes(value: str) -> int:
    digits = value.replace("_", "")
    if not (digits.isascii() and digits.isdigit() and 0 < len(digits) < 16 and int(digits)):
        raise BadSetting("ONRECORD_MAX_BYTES", value, "a number of bytes, for example 10000000")
    return int(digits)
