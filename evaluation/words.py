"""The lists of words in `words.toml`."""

import tomllib
from pathlib import Path

LISTS: dict[str, str] = tomllib.loads(Path(__file__).with_name("words.toml").read_text("utf-8"))


def words(name: str) -> frozenset[str]:
    """Give a list by its name.

    >>> "sing" in words("infinitive_in_ing")
    True
    """
    return frozenset(LISTS[name].split())
