"""Settings: read once from the environment, passed along, never looked up again."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from onrecord.errors import BadSetting

MAX_BYTES = 10_000_000
"""A long article has 50,000 bytes and its page one million; ten times that is no article."""


ON = frozenset({"1", "true", "yes", "on", "t", "y"})
OFF = frozenset({"", "0", "false", "no", "off", "f", "n"})


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the record is kept, how large one document may be, in whose name is decided.

    `offline` forbids all use of the network; `private_hosts` opens hosts of an intranet.
    `by` is empty where the environment names nobody: then it is the user of the computer.
    """

    record: Path = Path("onrecord.db")
    max_bytes: int = MAX_BYTES
    by: str = ""
    offline: bool = False
    private_hosts: bool = False

    @classmethod
    def from_environment(cls, environ: Mapping[str, str]) -> "Settings":
        """Give the settings that variables such as ONRECORD_RECORD and ONRECORD_OFFLINE name.

        >>> Settings.from_environment({"ONRECORD_MAX_BYTES": "2000"}).max_bytes
        2000

        Raises:
            BadSetting: a value cannot be used.
        """
        return cls(
            record=Path(environ.get("ONRECORD_RECORD") or cls().record),
            max_bytes=_bytes(environ.get("ONRECORD_MAX_BYTES") or str(MAX_BYTES)),
            by=" ".join(environ.get("ONRECORD_BY", "").split()),
            offline=_switch("ONRECORD_OFFLINE", environ.get("ONRECORD_OFFLINE", "")),
            private_hosts=_switch(
                "ONRECORD_PRIVATE_HOSTS", environ.get("ONRECORD_PRIVATE_HOSTS", "")
            ),
        )


def _bytes(value: str) -> int:
    digits = value.replace("_", "")
    if not (digits.isascii() and digits.isdigit() and 0 < len(digits) < 16 and int(digits)):
        raise BadSetting("ONRECORD_MAX_BYTES", value, "a number of bytes, for example 10000000")
    return int(digits)


def _switch(name: str, value: str) -> bool:
    """Give a switch; what is neither on nor off is an error, so that no slip opens the network."""
    if value.lower() not in ON | OFF:
        raise BadSetting(name, value, "1 or 0")
    return value.lower() in ON
