"""onrecord keeps the record of a negotiation: who said what, in which exact words.

>>> import onrecord
>>> with onrecord.open("talks.db") as record:        # doctest: +SKIP
...     record.read("articles/")
...     for statement in record.statements(actor="putin", since="2025-11-20"):
...         print(statement.said_on, statement.gist)
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from onrecord.api import Record, open, sample

__version__ = "0.1.0"
__all__ = ["Record", "__version__", "open", "sample"]


def __getattr__(name: str) -> Any:
    """Load the programming interface when it is first asked for: the command line needs none."""
    if name in {"Record", "open", "sample"}:
        from onrecord import api

        return getattr(api, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
