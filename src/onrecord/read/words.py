"""Words: the lists of `furniture.toml`, and the questions that are asked of them."""

import re
import tomllib
from functools import cache
from importlib.resources import files

TRIMMED = " \t.,;:|·•–—-()[]*_\"'“”‘’"


@cache
def words(name: str) -> frozenset[str]:
    """Give one list, in small letters."""
    content = files("onrecord.read").joinpath("furniture.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(content)[name])


@cache
def beginning(name: str) -> re.Pattern[str]:
    """Give the pattern of a text that begins with an entry of the list, the longest that fits."""
    entries = sorted(words(name), key=len, reverse=True)
    return re.compile(rf"[(\[]?(?P<label>{'|'.join(map(re.escape, entries))})\b", re.IGNORECASE)


def is_names(text: str, small: frozenset[str]) -> bool:
    """Tell whether a text is made of capitalised words and of the given small ones.

    >>> is_names("Mara Tellin in Dorvik and Josef Amsel", frozenset({"in", "and"}))
    True
    >>> is_names("Friday evening, the talks had failed", frozenset({"the"}))
    False
    """
    found = [word.strip(TRIMMED) for word in re.split(r"[\s/|&]+", text)]
    found = [word for word in found if word]
    capitalised = [word for word in found if word[0].isupper()]
    rest = [word for word in found if not word[0].isupper() and word.lower() not in small]
    return bool(capitalised) and not rest


def is_agency(text: str) -> bool:
    """Tell whether a text is the name of an agency or a picture library.

    >>> is_agency("The Associated Press"), is_agency("AFP"), is_agency("Ap")
    (True, True, False)
    """
    name = text.strip(TRIMMED)
    short = len(name) <= 4
    plain = name.lower().removeprefix("the ")
    return plain in words("agencies") and not (short and not (name.isupper() or name == "dpa"))


def is_title_case(text: str) -> bool:
    """Tell whether all but a few of the longer words are capitalised.

    >>> is_title_case("Only 24 Percent of Contributors Are Small Donors.")
    True
    """
    long = [word for word in re.findall(r"[A-Za-z]+", text) if len(word) > 3]
    capitalised = [word for word in long if word[0].isupper()]
    return len(long) > 2 and len(capitalised) >= 0.8 * len(long)
