"""The word lists, which are data, and the door to them."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def word_list(name: str) -> dict[str, Any]:
    """Give what `words/NAME.toml` holds."""
    return tomllib.loads((files(__name__) / f"{name}.toml").read_text("utf-8"))


@cache
def frame_words(kind: str) -> frozenset[str]:
    """Give one list of `words/frames.toml`."""
    return frozenset(word_list("frames")[kind])
