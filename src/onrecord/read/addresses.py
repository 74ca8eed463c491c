"""Addresses: what the address of an article says about who published it, and when."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from urllib.parse import urlsplit

from onrecord.read.dates import whole_date

DAY_IN_PATH = re.compile(r"/(?P<y>(?:19|20)\d\d)[/-](?P<m>\d\d)[/-](?P<d>\d\d)(?:[/-]|\Z)")

ARCHIVE = re.compile(r"\Ahttps?://web\.archive\.org/web/\d{4,14}[a-z_]{0,5}/(?=https?:)")
"""What the Wayback Machine puts before the address of a page that it keeps."""


def host(url: str) -> str | None:
    """Give the host of an address without its `www.`, None where there is none.

    >>> host("www.themoscowtimes.com/2025/11/21/x"), host("nowhere")
    ('themoscowtimes.com', None)
    """
    url = ARCHIVE.sub("", url, count=1)
    try:
        name = urlsplit(url if "://" in url else f"https://{url}").hostname or ""
    except ValueError:
        return None
    return name.removeprefix("www.") if "." in name else None


def outlet(name: str) -> str | None:
    """Give the name of the outlet at a host or at the host it belongs to, None if unknown.

    >>> outlet("edition.cnn.com"), outlet("blog.example")
    ('CNN', None)
    """
    while "." in name:
        if name in _outlets():
            return _outlets()[name]
        name = name.partition(".")[2]
    return None


def day(url: str) -> str | None:
    """Give the day that an address holds, as in `/2025/11/21/`."""
    match = DAY_IN_PATH.search(url)
    found = whole_date(f"{match['y']}-{match['m']}-{match['d']}") if match else None
    return found.edtf if found else None


@cache
def _outlets() -> dict[str, str]:
    content = files("onrecord.read").joinpath("outlets.toml").read_text(encoding="utf-8")
    names: dict[str, str] = tomllib.loads(content)["outlets"]
    return names
